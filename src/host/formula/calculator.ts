/**
 * Calculates the formulas of the offline workbook, as Google Sheets would, and writes the results into it.
 * Decides what is evaluated anew; what a formula means is the engine's and the functions' affair.
 */

import {
  type Area,
  type CellContent,
  type ErrorValue,
  isErrorValue,
  type SheetModel,
  type WorkbookModel,
} from "../model.ts";
import { type CompiledFormula, compileFormula } from "./compile.ts";
import { argumentOf, cellArgument, resultOf } from "./custom-call.ts";
import { loadEngine, type Tree } from "./engine.ts";
import { createGraph, type Formula } from "./graph.ts";
import { type CellsReference, firstOf, type Operand, rowsOf, valueOperand } from "./operands.ts";
import { CIRCULAR, settle } from "./order.ts";
import { createPlaces, type Position } from "./places.ts";
import { createReader } from "./reader.ts";
import { type Block, blockOfArea, intersects } from "./references.ts";
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

const PARSE_ERROR = errorValue("#ERROR!", "Formula parse error.");

/** Thrown out of an evaluation that comes upon cells which must be calculated first. */
const NOT_YET = Symbol("cells to be calculated first");

type Readable = { readonly compiled: CompiledFormula; readonly tree: Tree };

/** Makes the calculator of a workbook; it takes note of nothing before it is first asked. */
export function createCalculator(workbook: WorkbookModel, options: CalculatorOptions): Calculator {
  const graph = createGraph();
  const reader = createReader((sheet, row, column) => cellArgument(sheet, row, column, options.makeDate));
  const readableFormulas = new Map<string, Readable | undefined>();
  const nativeFormulas = new Map<string, Readable | undefined>();
  const places = createPlaces(workbook, reader, callCustom);
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
        graph.mark(graph.add(sheet, row, column, cell, compiled, places.readsOf(compiled, sheet)), "stale");
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
    const slots = readable.compiled.slots.map((slot) => places.slotOperand(slot, formula.sheet, 0, 0));
    const found: CellsReference[] = [];
    const place = places.placeAt(formula.sheet, formula, (reference) => {
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

  function settleAll(): RecalculationReport {
    evaluated = [];
    for (let formula = graph.nextStale(); formula; formula = graph.nextStale())
      settle(formula, graph, { compute, finish });
    for (const formula of graph.all()) formula.evaluations = 0;
    return { evaluated: evaluated.length, cells: evaluated };
  }

  function recalculateAll(): RecalculationReport {
    places.takeSheets();
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
      if (places.takeSheets() || !isIndexed) return recalculateAll();
      for (const { sheet, area } of changed) takeChanges(sheet, blockOfArea(area));
      return settleAll();
    },
    evaluateAt: (sheet, formula, origin, at) => {
      places.takeSheets();
      const readable = read(formula, false);
      if (!readable) return PARSE_ERROR;
      const rowShift = at.row - origin.row;
      const columnShift = at.column - origin.column;
      const slots = readable.compiled.slots.map((slot) => places.slotOperand(slot, sheet, rowShift, columnShift));
      const place = places.placeAt(sheet, at, () => undefined);
      return firstOf(loadEngine().run(readable.tree, slots, place), place);
    },
  };
}

function messageOf(error: unknown): string {
  // An error of the bundle's own realm is not an instance of this one's.
  if (typeof error === "object" && error !== null && "message" in error) return String(error.message);
  return isErrorValue(error) ? error.error : String(error);
}
