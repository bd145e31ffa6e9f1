/**
 * The graph of formulas: what each reads and fills, and which are stale. Finds and marks; evaluates nothing and writes
 * nothing into cells.
 */

import { type Block, contains, intersects, isSingle } from "a1";
import type { CellModel, SheetModel } from "../model.ts";
import { cellKey, keysOf, sizeOf } from "./cell-keys.ts";
import type { CompiledFormula } from "./compile.ts";
import { createDependents, type Dependents } from "./dependents.ts";
import type { CellsReference } from "./operands.ts";
import type { Grid } from "./values.ts";

/** `maybe`: something that it reads is stale itself and may come out as it was. */
export type Staleness = "fresh" | "maybe" | "stale";

export type Formula = {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Undefined: it cannot be read. */
  readonly compiled: CompiledFormula | undefined;
  /** The blocks that it reads; open ends are Infinity, so that they stay right when a sheet grows. */
  readonly reads: CellsReference[];
  /** What INDIRECT and OFFSET led it to in the last evaluation. */
  foundReads: CellsReference[];
  staleness: Staleness;
  /** The cells it fills, its own among them. */
  fills: Block;
  /** The cells it could not fill because something stands there. */
  blocked: Block | undefined;
  /** Its last result if that is an array: the values that it put into cells. */
  result: Grid | undefined;
  /** Within one recalculation: how often it was evaluated, and whether its precedents are being evaluated. */
  evaluations: number;
  isOpen: boolean;
};

export type Precedent = { readonly formula: Formula; readonly certain: boolean };

/** Formulas of one sheet, and formulas of any sheet that read it. */
type SheetFormulas = {
  readonly formulas: Map<number, Formula>;
  readonly dependents: Dependents<Formula>;
  /** Formulas that fill more than their cell or may come to do so. */
  readonly filling: Set<Formula>;
};

export type Graph = ReturnType<typeof createGraph>;

/** Makes a graph without formulas. */
export function createGraph() {
  const sheets = new Map<SheetModel, SheetFormulas>();
  const stale = new Set<Formula>();
  /** Formulas with functions that change by themselves. */
  const changing = new Set<Formula>();

  const of = (sheet: SheetModel): SheetFormulas => {
    let found = sheets.get(sheet);
    if (!found) {
      found = { formulas: new Map(), dependents: createDependents(), filling: new Set() };
      sheets.set(sheet, found);
    }
    return found;
  };

  const mark = (formula: Formula, staleness: "maybe" | "stale"): void => {
    const before = formula.staleness;
    if (before === "stale" || before === staleness) return;
    formula.staleness = staleness;
    stale.add(formula);
    if (before !== "fresh") return;
    // A chain of dependents may be longer than a call stack is deep.
    const waiting = [formula];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      for (const reader of of(next.sheet).dependents.of(next.fills)) {
        if (reader.staleness !== "fresh") continue;
        reader.staleness = "maybe";
        stale.add(reader);
        waiting.push(reader);
      }
    }
  };

  /** Marks the formulas that read any cell of a block, and all that depends on them as perhaps stale. */
  const markReaders = (sheet: SheetModel, block: Block): void => {
    for (const reader of of(sheet).dependents.of(block)) mark(reader, "stale");
  };

  return {
    clear: (): void => {
      sheets.clear();
      stale.clear();
      changing.clear();
    },
    at: (sheet: SheetModel, row: number, column: number): Formula | undefined =>
      of(sheet).formulas.get(cellKey(row, column)),
    inBlock: (sheet: SheetModel, block: Block): Formula[] =>
      [...of(sheet).formulas.values()].filter(({ row, column }) => contains(block, row, column)),
    add: (
      sheet: SheetModel,
      row: number,
      column: number,
      cell: CellModel,
      compiled: CompiledFormula | undefined,
      reads: CellsReference[],
    ): Formula => {
      const rows = cell.spill?.rows ?? 1;
      const columns = cell.spill?.columns ?? 1;
      const formula: Formula = {
        sheet,
        row,
        column,
        text: cell.formula ?? "",
        compiled,
        reads,
        foundReads: [],
        staleness: "fresh",
        fills: { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 },
        blocked: undefined,
        result: undefined,
        evaluations: 0,
        isOpen: false,
      };
      const ofSheet = of(sheet);
      ofSheet.formulas.set(cellKey(row, column), formula);
      if (compiled && compiled.volatile.length > 0) changing.add(formula);
      if (compiled?.mayFill || rows * columns > 1) ofSheet.filling.add(formula);
      for (const read of reads) of(read.sheet).dependents.add(formula, read.block);
      return formula;
    },
    remove: (formula: Formula): void => {
      const ofSheet = of(formula.sheet);
      ofSheet.formulas.delete(cellKey(formula.row, formula.column));
      ofSheet.filling.delete(formula);
      for (const read of [...formula.reads, ...formula.foundReads])
        of(read.sheet).dependents.remove(formula, read.block);
      formula.staleness = "fresh";
      stale.delete(formula);
      changing.delete(formula);
    },
    /** Notes the blocks that a formula turned out to read, besides those that it names. */
    setFoundReads: (formula: Formula, found: readonly CellsReference[]): void => {
      const before = [...formula.reads, ...formula.foundReads];
      formula.foundReads = [...found];
      for (const read of before) of(read.sheet).dependents.remove(formula, read.block);
      for (const read of [...formula.reads, ...found]) of(read.sheet).dependents.add(formula, read.block);
    },
    /** Takes note of what a formula fills now, and of what it would fill if nothing stood there. */
    noteFilled: (formula: Formula, fills: Block, blocked: Block | undefined): void => {
      formula.fills = fills;
      formula.blocked = blocked;
      if (blocked || !isSingle(fills)) of(formula.sheet).filling.add(formula);
    },
    mark,
    markReaders,
    /** Formulas that fill cells of a block besides their own. */
    filling: (sheet: SheetModel, block: Block): Formula[] =>
      [...of(sheet).filling].filter(({ fills }) => intersects(fills, block)),
    /** Marks the formulas that fill cells of a block, or would if nothing stood there. */
    markFilling: (sheet: SheetModel, block: Block): void => {
      for (const formula of of(sheet).filling) {
        if (intersects(formula.fills, block) || (formula.blocked && intersects(formula.blocked, block))) {
          mark(formula, "stale");
        }
      }
    },
    setFresh: (formula: Formula): void => {
      formula.staleness = "fresh";
      stale.delete(formula);
    },
    all: (): Formula[] => [...sheets.values()].flatMap(({ formulas }) => [...formulas.values()]),
    /** Finds the formulas with functions that `counts`, and all that depend on them. */
    dependentOn: (counts: (volatile: readonly string[]) => boolean): readonly Formula[] => {
      const found = new Set([...changing].filter(({ compiled }) => compiled && counts(compiled.volatile)));
      // What is added to the set while it is gone through is gone through too.
      for (const { sheet, fills } of found) for (const reader of of(sheet).dependents.of(fills)) found.add(reader);
      return [...found];
    },
    nextStale: (): Formula | undefined => stale.values().next().value,
    /**
     * Finds the stale formulas to evaluate before `formula`. Certain: those that fill cells it reads. Possible: those
     * above and to the left that may still fill such cells.
     */
    precedents: (formula: Formula): Precedent[] => {
      const found: Precedent[] = [];
      for (const { sheet, block } of [...formula.reads, ...formula.foundReads]) {
        const { formulas, filling } = of(sheet);
        for (const other of formulasIn(formulas, block)) {
          if (other.staleness !== "fresh") found.push({ formula: other, certain: true });
        }
        for (const other of filling) {
          if (other.staleness === "fresh" || contains(block, other.row, other.column)) continue;
          if (intersects(other.fills, block)) found.push({ formula: other, certain: true });
          else if (other !== formula && other.row <= block.bottom && other.column <= block.right) {
            found.push({ formula: other, certain: false });
          }
        }
      }
      return found;
    },
  };
}

function formulasIn(formulas: Map<number, Formula>, block: Block): Formula[] {
  if (sizeOf(block) > formulas.size) {
    return [...formulas.values()].filter(({ row, column }) => contains(block, row, column));
  }
  return keysOf(block).flatMap((cell) => formulas.get(cell) ?? []);
}
