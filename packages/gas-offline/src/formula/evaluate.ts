/** Evaluates single formulas of the graph and writes what comes out; in which order is decided elsewhere. */

import { type Block, intersects } from "a1";
import { cellAt, ensureCell, isErrorValue } from "../model.ts";
import type { CalculatorParts } from "./changes.ts";
import { loadEngine } from "./engine.ts";
import { CIRCULAR, type Evaluation } from "./evaluation-order.ts";
import type { Formula } from "./graph.ts";
import { type CellsReference, gridOf } from "./operands.ts";
import { writeResult } from "./results.ts";
import { keptResult, noteUnsupported } from "./unsupported.ts";
import { errorValue, type Grid, type Value } from "./values.ts";

/** What a formula gives that cannot be read. */
export const PARSE_ERROR = errorValue("#ERROR!", "Formula parse error.");

/** What a custom function gives that is handed what changes by itself. */
const VOLATILE = errorValue(
  "#ERROR!",
  "This function is not allowed to reference a cell with NOW(), RAND(), RANDARRAY(), or RANDBETWEEN()",
);

/** After this many evaluations of one formula in one recalculation, it is taken to chase its own result. */
const MOST_EVALUATIONS = 12;

/** Thrown out of an evaluation that comes upon cells which must be calculated first. */
const NOT_YET = Symbol("cells to be calculated first");

/** Makes the evaluation of a graph's formulas. */
export function createEvaluation(parts: CalculatorParts): Evaluation {
  return { compute: (formula) => compute(formula, parts), finish: (formula, rows) => finish(formula, rows, parts) };
}

function compute(
  formula: Formula,
  { graph, contexts, parseFormula, volatileFunctions }: CalculatorParts,
): Grid | undefined {
  const parsed = parseFormula(formula.text);
  if (!parsed) return [[PARSE_ERROR]];
  const { unsupported } = parsed.compiled;
  if (unsupported.length > 0) return keptResult(heldBy(formula), unsupported);
  if (isHandedVolatile(formula, graph, contexts, volatileFunctions())) return [[VOLATILE]];
  const slots = parsed.compiled.slots.map((slot) => contexts.slotOperand(slot, formula.sheet, 0, 0));
  const found: CellsReference[] = [];
  const context = contexts.contextAt(formula.sheet, formula, (reference) => {
    found.push(reference);
    graph.setFoundReads(formula, found);
    if (graph.precedents(formula).some(({ certain }) => certain)) throw NOT_YET;
  });
  try {
    const { operand, isDate } = loadEngine().run(parsed.tree, slots, context);
    const rows = gridOf(operand, context);
    if (isDate && rows.length === 1 && typeof rows[0]?.[0] === "number") showAsDate(formula, contexts.dayFormat());
    if (found.length < formula.foundReads.length) graph.setFoundReads(formula, found);
    return rows;
  } catch (error) {
    if (error === NOT_YET) return undefined;
    // The engine throws in some of its own functions. That is one cell's error, not the workbook's.
    return [[errorValue("#ERROR!", `The offline host cannot evaluate this formula: ${messageOf(error)}`)]];
  }
}

/** The values in the cells that a formula fills. */
function heldBy({ sheet, fills }: Formula): Grid {
  const rows: Value[][] = [];
  for (let row = fills.top; row <= fills.bottom; row += 1) {
    const line: Value[] = [];
    for (let column = fills.left; column <= fills.right; column += 1) line.push(cellAt(sheet, row, column)?.value);
    rows.push(line);
  }
  return rows;
}

/** Shows a formula's number as the day that it is, unless the cell has a number format. */
function showAsDate({ sheet, row, column }: Formula, numberFormat: string): void {
  const cell = ensureCell(sheet, row, column);
  if (cell.format?.numberFormat === undefined) cell.format = { ...cell.format, numberFormat };
}

/**
 * Tells whether a custom function in a formula is handed what changes by itself: NOW() as an argument, or cells whose
 * formulas depend on it.
 */
function isHandedVolatile(
  { compiled, sheet }: Formula,
  graph: CalculatorParts["graph"],
  contexts: CalculatorParts["contexts"],
  volatile: ReadonlySet<string>,
): boolean {
  const handed = compiled?.handed;
  if (!compiled || !handed) return false;
  if (handed.volatile.some((name) => volatile.has(name))) return true;
  if (handed.slots.length === 0) return false;
  const changing = graph.dependentOn((names) => names.some((name) => volatile.has(name)));
  if (changing.length === 0) return false;
  const slots = handed.slots.flatMap((slot) => compiled.slots[slot] ?? []);
  return contexts
    .readsOf({ ...compiled, slots }, sheet)
    .some((read) => changing.some(({ sheet: on, fills }) => on === read.sheet && intersects(fills, read.block)));
}

function finish(formula: Formula, rows: Grid, { graph, reader, spillAddsRows }: CalculatorParts): void {
  formula.evaluations += 1;
  const changes = [write(formula, rows, graph, spillAddsRows())];
  const readsItself = [...formula.reads, ...formula.foundReads].some(
    ({ sheet, block }) => sheet === formula.sheet && intersects(block, formula.fills),
  );
  if (readsItself || formula.evaluations >= MOST_EVALUATIONS) {
    changes.push(write(formula, [[CIRCULAR]], graph, true));
  }
  graph.setFresh(formula);
  const anchor = cellAt(formula.sheet, formula.row, formula.column);
  if (anchor) noteUnsupported(anchor, formula.compiled?.unsupported ?? []);
  for (const changed of changes) {
    if (!changed) continue;
    reader.forget(formula.sheet, changed);
    if (formula.evaluations < MOST_EVALUATIONS) graph.markReaders(formula.sheet, changed);
  }
  if (readsItself) graph.setFresh(formula);
}

function write(
  formula: Formula,
  rows: Grid,
  graph: CalculatorParts["graph"],
  spillAddsRows: boolean,
): Block | undefined {
  const written = writeResult(formula, rows, spillAddsRows);
  graph.noteFilled(formula, written.fills, written.blocked);
  formula.result = written.result;
  return written.changed;
}

/** Returns the message of whatever was thrown. */
export function messageOf(error: unknown): string {
  // An error of the bundle's own realm is not an instance of this one's.
  if (typeof error === "object" && error !== null && "message" in error) return String(error.message);
  return isErrorValue(error) ? error.error : String(error);
}
