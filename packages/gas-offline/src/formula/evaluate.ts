/** Evaluates single formulas of the graph and writes what comes out; in which order is decided elsewhere. */

import { type Block, intersects } from "a1";
import { isErrorValue } from "../model.ts";
import type { CalculatorParts } from "./changes.ts";
import { loadEngine } from "./engine.ts";
import { CIRCULAR, type Evaluation } from "./evaluation-order.ts";
import type { Formula } from "./graph.ts";
import { type CellsReference, gridOf } from "./operands.ts";
import { writeResult } from "./results.ts";
import { errorValue, type Grid } from "./values.ts";

/** What a formula gives that cannot be read. */
export const PARSE_ERROR = errorValue("#ERROR!", "Formula parse error.");

/** After this many evaluations of one formula in one recalculation, it is taken to chase its own result. */
const MOST_EVALUATIONS = 12;

/** Thrown out of an evaluation that comes upon cells which must be calculated first. */
const NOT_YET = Symbol("cells to be calculated first");

/** Makes the evaluation of a graph's formulas. */
export function createEvaluation(parts: CalculatorParts): Evaluation {
  return { compute: (formula) => compute(formula, parts), finish: (formula, rows) => finish(formula, rows, parts) };
}

function compute(formula: Formula, { graph, contexts, parseFormula }: CalculatorParts): Grid | undefined {
  const parsed = parseFormula(formula.text);
  if (!parsed) return [[PARSE_ERROR]];
  const slots = parsed.compiled.slots.map((slot) => contexts.slotOperand(slot, formula.sheet, 0, 0));
  const found: CellsReference[] = [];
  const context = contexts.contextAt(formula.sheet, formula, (reference) => {
    found.push(reference);
    graph.setFoundReads(formula, found);
    if (graph.precedents(formula).some(({ certain }) => certain)) throw NOT_YET;
  });
  try {
    const rows = gridOf(loadEngine().run(parsed.tree, slots, context), context);
    if (found.length < formula.foundReads.length) graph.setFoundReads(formula, found);
    return rows;
  } catch (error) {
    if (error === NOT_YET) return undefined;
    // The engine throws in some of its own functions. That is one cell's error, not the workbook's.
    return [[errorValue("#ERROR!", `The offline host cannot evaluate this formula: ${messageOf(error)}`)]];
  }
}

function finish(formula: Formula, rows: Grid, { graph, reader }: CalculatorParts): void {
  formula.evaluations += 1;
  const changes = [write(formula, rows, graph)];
  const readsItself = [...formula.reads, ...formula.foundReads].some(
    ({ sheet, block }) => sheet === formula.sheet && intersects(block, formula.fills),
  );
  if (readsItself || formula.evaluations >= MOST_EVALUATIONS) changes.push(write(formula, [[CIRCULAR]], graph));
  graph.setFresh(formula);
  for (const changed of changes) {
    if (!changed) continue;
    reader.forget(formula.sheet, changed);
    if (formula.evaluations < MOST_EVALUATIONS) graph.markReaders(formula.sheet, changed);
  }
  if (readsItself) graph.setFresh(formula);
}

function write(formula: Formula, rows: Grid, graph: CalculatorParts["graph"]): Block | undefined {
  const written = writeResult(formula, rows);
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
