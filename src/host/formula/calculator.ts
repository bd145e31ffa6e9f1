/**
 * Calculates the formulas of the offline workbook, as Google Sheets would, and writes the results into it.
 * Decides what is evaluated and in which order; what a formula means is the engine's and the functions' affair.
 */

import {
  type Area,
  type CellContent,
  type ErrorValue,
  isErrorValue,
  type SheetModel,
  type WorkbookModel,
} from "../model.ts";
import { type CompiledFormula, compileFormula, type Slot } from "./compile.ts";
import { argumentOf, cellArgument, resultOf } from "./customCall.ts";
import { loadEngine, type Tree } from "./engine.ts";
import { createGraph, type Formula, type Precedent } from "./graph.ts";
import { type CellsReference, firstOf, type Operand, type Place, rowsOf, valueOperand } from "./operands.ts";
import { createReader } from "./reader.ts";
import { type Block, blockOf, blockOfArea, boundBlock, intersects, readQualifiedReference } from "./references.ts";
import { clearFilled, clearOrphans, releaseOverwritten, writeResult } from "./results.ts";
import { errorValue, type Grid } from "./values.ts";

/** Calls a custom function by name. What it throws becomes the cell's error message. */
export type CustomFunctionCall = (name: string, args: readonly unknown[]) => unknown;

export type CalculatorOptions = {
  readonly callCustomFunction: CustomFunctionCall;
  /** Tells the custom functions by their name in capitals. */
  readonly isCustomFunction: (name: string) => boolean;
  /** Makes the date that custom functions are handed for a serial number. */
  readonly makeDate: (serial: number) => unknown;
};

/** What a recalculation did: how many evaluations, and the cells of the formulas evaluated, in that order. */
export type RecalculationReport = {
  readonly evaluated: number;
  readonly cells: readonly { readonly sheetId: number; readonly row: number; readonly column: number }[];
};

type Position = { readonly row: number; readonly column: number };

export type Calculator = {
  /** Evaluates every formula of the workbook. To be called after anything but cells has changed: rows moved, a locale. */
  recalculateAll(): RecalculationReport;
  /**
   * Evaluates the formulas inside the changed areas and what depends on them, directly or not. A formula whose
   * precedents all come out as they were is not evaluated. Sheets added, removed or renamed: all is evaluated.
   */
  recalculate(changed: readonly { readonly sheet: SheetModel; readonly area: Area }[]): RecalculationReport;
  /**
   * Evaluates a formula as if it stood in the cell `at`, written for the cell `origin`: for conditional formats and
   * validations. Custom functions are refused with #NAME?; of an array the first value counts.
   */
  evaluateAt(sheet: SheetModel, formula: string, origin: Position, at: Position): CellContent | ErrorValue | undefined;
};

/** After this many evaluations of one formula in one recalculation, it is taken to chase its own result. */
const MOST_EVALUATIONS = 12;

const CIRCULAR = errorValue("#REF!", "Circular dependency detected.");
const PARSE_ERROR = errorValue("#ERROR!", "Formula parse error.");
const LOST = errorValue("#REF!", "Reference does not exist.");

/** Thrown out of an evaluation that comes upon cells which must be calculated first. */
const NOT_YET = Symbol("cells to be calculated first");

type Readable = { readonly compiled: CompiledFormula; readonly tree: Tree };

export function createCalculator(workbook: WorkbookModel, options: CalculatorOptions): Calculator {
  const graph = createGraph();
  const reader = createReader((sheet, row, column) => cellArgument(sheet, row, column, options.makeDate));
  const readableFormulas = new Map<string, Readable | undefined>();
  const nativeFormulas = new Map<string, Readable | undefined>();
  let sheetsByName = new Map<string, SheetModel>();
  let isIndexed = false;
  let evaluated: { sheetId: number; row: number; column: number }[] = [];

  function read(text: string, allowsCustom: boolean): Readable | undefined {
    const known = allowsCustom ? readableFormulas : nativeFormulas;
    if (!known.has(text)) {
      const engine = loadEngine();
      const compiled = compileFormula(text, (name) => {
        if (options.isCustomFunction(name)) return allowsCustom ? "custom" : "unknown";
        return engine.knows(name) ? "native" : "unknown";
      });
      const tree = compiled && engine.parse(compiled.shape);
      known.set(text, compiled && tree && { compiled, tree });
    }
    return known.get(text);
  }

  /** Takes the sheets' names anew; tells whether a sheet came, went or was renamed since. */
  function takeSheets(): boolean {
    const isSame =
      sheetsByName.size === workbook.sheets.length &&
      workbook.sheets.every((sheet) => sheetsByName.get(sheet.name.toLowerCase()) === sheet);
    if (!isSame) sheetsByName = new Map(workbook.sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
    return !isSame;
  }

  function sheetNamed(name: string | undefined, own: SheetModel): SheetModel | undefined {
    return name === undefined ? own : sheetsByName.get(name.toLowerCase());
  }

  function slotOperand(slot: Slot, own: SheetModel, rowShift: number, columnShift: number): Operand {
    if (slot.kind !== "reference") return slot;
    const sheet = sheetNamed(slot.reference.sheet, own);
    const block = blockOf(slot.reference, rowShift, columnShift);
    const bounded = sheet && block && boundBlock(block, sheet.rows, sheet.columns);
    return bounded ? { kind: "reference", reference: { sheet, block: bounded } } : valueOperand(LOST);
  }

  function readsOf(compiled: CompiledFormula | undefined, own: SheetModel): CellsReference[] {
    const reads: CellsReference[] = [];
    for (const slot of compiled?.slots ?? []) {
      if (slot.kind !== "reference") continue;
      const sheet = sheetNamed(slot.reference.sheet, own);
      const block = blockOf(slot.reference);
      if (sheet && block) reads.push({ sheet, block });
    }
    return reads;
  }

  function placeAt(sheet: SheetModel, { row, column }: Position, demand: Place["demand"]): Place {
    return {
      sheet,
      row,
      column,
      decimalComma: workbook.locale.toLowerCase().startsWith("vi"),
      read: (reference) => reader.read(reference.sheet, reference.block),
      find: (text) => {
        const reference = readQualifiedReference(text);
        return reference ? slotOperand({ kind: "reference", reference }, sheet, 0, 0) : valueOperand(LOST);
      },
      demand,
      callCustom,
    };
  }

  function callCustom(name: string, operands: readonly Operand[]): Operand {
    const readCells = ({ sheet, block }: CellsReference): unknown => reader.readArgument(sheet, block);
    const args = operands.map((operand) => argumentOf(operand, options.makeDate, readCells));
    try {
      return resultOf(options.callCustomFunction(name, args));
    } catch (error) {
      return valueOperand(errorValue("#ERROR!", messageOf(error)));
    }
  }

  function addFormulas(sheet: SheetModel, block: Block): void {
    const lastRow = Math.min(block.bottom, sheet.cells.length - 1);
    for (let row = block.top; row <= lastRow; row += 1) {
      const line = sheet.cells[row];
      if (!line) continue;
      const lastColumn = Math.min(block.right, line.length - 1);
      for (let column = block.left; column <= lastColumn; column += 1) {
        const cell = line[column];
        if (cell?.formula === undefined || graph.at(sheet, row, column)) continue;
        const compiled = read(cell.formula, true)?.compiled;
        graph.mark(graph.add(sheet, row, column, cell, compiled, readsOf(compiled, sheet)), "stale");
      }
    }
  }

  function noteChanged(sheet: SheetModel, block: Block): void {
    reader.forget(sheet, block);
    graph.markReaders(sheet, block);
  }

  /** Brings the graph into line with the cells of a block that someone has changed. */
  function takeChanges(sheet: SheetModel, block: Block): void {
    for (const formula of graph.inBlock(sheet, block)) {
      if (sheet.cells[formula.row]?.[formula.column]?.formula === formula.text) {
        graph.mark(formula, "stale");
      } else {
        graph.remove(formula);
        releaseOverwritten(formula);
        noteChanged(sheet, clearFilled(formula));
        graph.markFilling(sheet, formula.fills);
      }
    }
    for (const formula of graph.filling(sheet, block)) releaseOverwritten(formula);
    graph.markFilling(sheet, block);
    addFormulas(sheet, block);
    noteChanged(sheet, block);
  }

  /** Computes a formula. Undefined: cells that it came upon must be calculated first. */
  function compute(formula: Formula): Grid | undefined {
    const readable = read(formula.text, true);
    if (!readable) return [[PARSE_ERROR]];
    const slots = readable.compiled.slots.map((slot) => slotOperand(slot, formula.sheet, 0, 0));
    const found: CellsReference[] = [];
    const place = placeAt(formula.sheet, formula, (reference) => {
      found.push(reference);
      graph.setFoundReads(formula, found);
      if (graph.precedents(formula).some(({ certain }) => certain)) throw NOT_YET;
    });
    try {
      const rows = rowsOf(loadEngine().run(readable.tree, slots, place), place);
      if (found.length < formula.foundReads.length) graph.setFoundReads(formula, found);
      return rows;
    } catch (error) {
      if (error === NOT_YET) return undefined;
      // The engine stumbles over some of its own functions: one cell's trouble, not the workbook's.
      return [[errorValue("#ERROR!", `The offline host cannot evaluate this formula: ${messageOf(error)}`)]];
    }
  }

  function finish(formula: Formula, rows: Grid): void {
    evaluated.push({ sheetId: formula.sheet.id, row: formula.row, column: formula.column });
    formula.evaluations += 1;
    const changes = [write(formula, rows)];
    const readsItself = [...formula.reads, ...formula.foundReads].some(
      ({ sheet, block }) => sheet === formula.sheet && intersects(block, formula.fills),
    );
    if (readsItself || formula.evaluations >= MOST_EVALUATIONS) changes.push(write(formula, [[CIRCULAR]]));
    graph.setFresh(formula);
    for (const changed of changes) {
      if (!changed) continue;
      reader.forget(formula.sheet, changed);
      if (formula.evaluations < MOST_EVALUATIONS) graph.markReaders(formula.sheet, changed);
    }
    if (readsItself) graph.setFresh(formula);
  }

  function write(formula: Formula, rows: Grid): Block | undefined {
    const written = writeResult(formula, rows);
    graph.noteFilled(formula, written.fills, written.blocked);
    formula.result = written.result;
    return written.changed;
  }

  type Visit = {
    readonly formula: Formula;
    /** Whether the one that asked for it surely reads what it fills. */
    readonly certain: boolean;
    precedents: readonly Precedent[];
    next: number;
    isCircular: boolean;
  };

  /** Evaluates a formula after all that it reads, without recursion: chains may be long. */
  function settle(root: Formula): void {
    const visits: Visit[] = [];
    const open = (formula: Formula, certain: boolean): void => {
      formula.isOpen = true;
      visits.push({ formula, certain, precedents: graph.precedents(formula), next: 0, isCircular: false });
    };
    const close = (): void => {
      const visit = visits.pop();
      if (visit) visit.formula.isOpen = false;
    };
    open(root, true);
    for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
      const precedent = visit.precedents[visit.next];
      if (precedent) {
        visit.next += 1;
        if (precedent.formula.staleness === "fresh") continue;
        if (!precedent.formula.isOpen) open(precedent.formula, precedent.certain);
        else if (precedent.certain) meetOpen(precedent.formula);
        continue;
      }
      const { formula } = visit;
      if (visit.isCircular) finish(formula, [[CIRCULAR]]);
      else if (formula.staleness === "stale") {
        const rows = compute(formula);
        if (!rows) {
          // INDIRECT led to cells that are stale: see to them, then try again.
          visit.precedents = graph.precedents(formula);
          visit.next = 0;
          continue;
        }
        finish(formula, rows);
      } else graph.setFresh(formula);
      close();
    }

    /** A formula on the way here is asked for again: a circle, unless only a guess led into it. */
    function meetOpen(formula: Formula): void {
      const from = visits.findIndex((visit) => visit.formula === formula);
      const guessed = visits.findIndex((visit, index) => index > from && !visit.certain);
      if (guessed < 0) {
        for (const visit of visits.slice(from)) visit.isCircular = true;
        return;
      }
      // Leave the guess for later; should it come to fill cells already read, those are evaluated once more.
      while (visits.length > guessed) close();
    }
  }

  function settleAll(): RecalculationReport {
    evaluated = [];
    for (let formula = graph.nextStale(); formula; formula = graph.nextStale()) settle(formula);
    for (const formula of graph.all()) formula.evaluations = 0;
    return { evaluated: evaluated.length, cells: evaluated };
  }

  function recalculateAll(): RecalculationReport {
    takeSheets();
    graph.clear();
    reader.forgetAll();
    for (const sheet of workbook.sheets) {
      clearOrphans(sheet);
      addFormulas(sheet, blockOfArea({ row: 1, column: 1, rows: sheet.cells.length, columns: sheet.columns }));
    }
    isIndexed = true;
    return settleAll();
  }

  return {
    recalculateAll,
    recalculate: (changed) => {
      if (takeSheets() || !isIndexed) return recalculateAll();
      for (const { sheet, area } of changed) takeChanges(sheet, blockOfArea(area));
      return settleAll();
    },
    evaluateAt: (sheet, formula, origin, at) => {
      takeSheets();
      const readable = read(formula, false);
      if (!readable) return PARSE_ERROR;
      const rowShift = at.row - origin.row;
      const columnShift = at.column - origin.column;
      const slots = readable.compiled.slots.map((slot) => slotOperand(slot, sheet, rowShift, columnShift));
      const place = placeAt(sheet, at, () => undefined);
      return firstOf(loadEngine().run(readable.tree, slots, place), place);
    },
  };
}

function messageOf(error: unknown): string {
  // An error of the bundle's own realm is not an instance of this one's.
  if (typeof error === "object" && error !== null && "message" in error) return String(error.message);
  return isErrorValue(error) ? error.error : String(error);
}
