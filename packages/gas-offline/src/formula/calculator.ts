/**
 * Calculates the formulas of the offline workbook, as Google Sheets would, and writes the results into it. Decides what
 * to evaluate again; engine and functions know what a formula means.
 */

import { blockOfArea } from "a1";
import { customsOf } from "../locale.ts";
import type { Area, CellContent, ErrorValue, SheetModel, WorkbookModel } from "../model.ts";
import { ANSWERS, type Answers } from "../open-questions.ts";
import { type CalculatorParts, rebuildGraph, updateGraph } from "./changes.ts";
import { argumentOf, cellArgument, resultOf } from "./custom-call.ts";
import { loadEngine } from "./engine.ts";
import { createEvaluation, messageOf, PARSE_ERROR } from "./evaluate.ts";
import { type Evaluation, evaluateWithPrecedents } from "./evaluation-order.ts";
import { createFormulaContexts, type FormulaContexts, type Position } from "./formula-context.ts";
import { createGraph } from "./graph.ts";
import { type CellsReference, type FormulaContext, firstValue, type Operand, valueOperand } from "./operands.ts";
import { createParseFormula, type ParseFormula } from "./parsed-formulas.ts";
import { createReader, type Reader } from "./reader.ts";
import { errorValue } from "./values.ts";

/** Calls a custom function by name. What it throws becomes the cell's error message. */
export type CustomFunctionCall = (name: string, args: readonly unknown[]) => unknown;

export type CalculatorOptions = {
  readonly callCustomFunction: CustomFunctionCall;
  /** Tells the custom functions by their name in capitals. */
  readonly isCustomFunction: (name: string) => boolean;
  /** Makes the date that custom functions are handed for a serial number. */
  readonly makeDate: (serial: number) => unknown;
  /** The answers to what is not known of Google's, at the moment. */
  readonly answers?: () => Pick<Answers, "spillAddsRows" | "todayIsVolatile">;
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
   * Evaluates a formula, written for the cell `origin`, as if it stood in the cell `at`: for conditional formats and
   * validations. Refuses custom functions with #NAME?. Of an array, the first value counts.
   */
  evaluateAt(sheet: SheetModel, formula: string, origin: Position, at: Position): CellContent | ErrorValue | undefined;
};

/** Functions that Google's message names, and with TODAY. */
const VOLATILE: ReadonlySet<string> = new Set(["NOW", "RAND", "RANDARRAY", "RANDBETWEEN"]);
const VOLATILE_WITH_TODAY: ReadonlySet<string> = new Set([...VOLATILE, "TODAY"]);

/** Makes the calculator of a workbook; it takes note of nothing before it is first asked. */
export function createCalculator(workbook: WorkbookModel, options: CalculatorOptions): Calculator {
  const reader = createReader((sheet, row, column) => cellArgument(sheet, row, column, options.makeDate));
  const contexts = createFormulaContexts(workbook, reader, customCalls(reader, options));
  const hasDecimalComma = () => customsOf(workbook.locale).hasDecimalComma;
  const parseFormula = createParseFormula(options.isCustomFunction, true, hasDecimalComma);
  const answers = options.answers ?? (() => ANSWERS);
  const parts: CalculatorParts = {
    graph: createGraph(),
    reader,
    contexts,
    parseFormula,
    volatileFunctions: () => (answers().todayIsVolatile ? VOLATILE_WITH_TODAY : VOLATILE),
    spillAddsRows: () => answers().spillAddsRows,
  };
  let isIndexed = false;

  const recalculateAll = (): RecalculationReport => {
    contexts.takeSheets();
    rebuildGraph(workbook, parts);
    isIndexed = true;
    return settleAll(parts);
  };

  return {
    recalculateAll,
    recalculate: (changed) => {
      if (contexts.takeSheets() || !isIndexed) return recalculateAll();
      for (const { sheet, area } of changed) updateGraph(sheet, blockOfArea(area), parts);
      return settleAll(parts);
    },
    evaluateAt: evaluationAt(contexts, createParseFormula(options.isCustomFunction, false, hasDecimalComma)),
  };
}

/** Evaluates whatever is stale. */
function settleAll(parts: CalculatorParts): RecalculationReport {
  const { graph } = parts;
  const { compute, finish } = createEvaluation(parts);
  const cells: { sheetId: number; row: number; column: number }[] = [];
  const evaluation: Evaluation = {
    compute,
    finish(formula, rows) {
      cells.push({ sheetId: formula.sheet.id, row: formula.row, column: formula.column });
      finish(formula, rows);
    },
  };
  for (let formula = graph.nextStale(); formula; formula = graph.nextStale())
    evaluateWithPrecedents(formula, graph, evaluation);
  for (const formula of graph.all()) formula.evaluations = 0;
  return { evaluated: cells.length, cells };
}

function customCalls(
  reader: Reader,
  { callCustomFunction, makeDate }: CalculatorOptions,
): FormulaContext["callCustom"] {
  const readCells = ({ sheet, block }: CellsReference): unknown => reader.readArgument(sheet, block);
  return (name: string, operands: readonly Operand[]): Operand => {
    const args = operands.map((operand) => argumentOf(operand, makeDate, readCells));
    try {
      return resultOf(callCustomFunction(name, args));
    } catch (error) {
      return valueOperand(errorValue("#ERROR!", messageOf(error)));
    }
  };
}

function evaluationAt(contexts: FormulaContexts, parseFormula: ParseFormula): Calculator["evaluateAt"] {
  return (sheet, formula, origin, at) => {
    contexts.takeSheets();
    const parsed = parseFormula(formula);
    if (!parsed) return PARSE_ERROR;
    const rowShift = at.row - origin.row;
    const columnShift = at.column - origin.column;
    const slots = parsed.compiled.slots.map((slot) => contexts.slotOperand(slot, sheet, rowShift, columnShift));
    const context = contexts.contextAt(sheet, at, () => undefined);
    return firstValue(loadEngine().run(parsed.tree, slots, context).operand, context);
  };
}
