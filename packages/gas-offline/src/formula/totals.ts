/**
 * Functions that sum and count cells, with criteria or without: computed here because the engine is slow over columns.
 */

import { isErrorValue } from "../model.ts";
import { criterionTest } from "./criteria.ts";
import {
  type FormulaContext,
  firstValue,
  gridOf,
  type NativeFunction,
  type Operand,
  valueOperand,
} from "./operands.ts";
import { errorValue, type Grid, toNumber, type Value } from "./values.ts";

/** Adds numbers; texts and booleans count only when they are arguments themselves, not in a range. */
export function sum(operands: readonly Operand[], context: FormulaContext): Operand {
  let total = 0;
  for (const operand of operands) {
    if (operand.kind === "value" && typeof operand.value !== "number") {
      const number = toNumber(operand.value);
      if (isErrorValue(number)) return valueOperand(number);
      total += number;
      continue;
    }
    for (const row of gridOf(operand, context)) {
      for (const value of row) {
        if (typeof value === "number") total += value;
        else if (isErrorValue(value)) return valueOperand(value);
      }
    }
  }
  // The tail that binary fractions leave behind is not shown, nor computed with, by Google Sheets either.
  return valueOperand(Number(total.toPrecision(15)));
}

/** Makes a function that counts the values for which `counts` holds. */
export function counting(counts: (value: Value, inRange: boolean) => boolean): NativeFunction {
  return (operands, context) => {
    let count = 0;
    for (const operand of operands) {
      const inRange = operand.kind !== "value";
      for (const row of gridOf(operand, context)) for (const value of row) if (counts(value, inRange)) count += 1;
    }
    return valueOperand(count);
  };
}

/** Which cells satisfy all pairs of range and criterion, or an error if the ranges differ in size. */
function satisfying(
  pairs: readonly Operand[],
  context: FormulaContext,
): Operand | ((row: number, column: number) => boolean) {
  const tests: { rows: Grid; holds: (value: Value) => boolean }[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    tests.push({ rows: gridOf(pairs[at], context), holds: criterionTest(firstValue(pairs[at + 1], context)) });
  }
  const [first] = tests;
  const fits = tests.every(
    ({ rows }) => rows.length === first?.rows.length && rows[0]?.length === first?.rows[0]?.length,
  );
  if (!first || !fits || pairs.length % 2 === 1) {
    return valueOperand(errorValue("#VALUE!", "Array arguments to COUNTIFS or SUMIFS are of different size."));
  }
  return (row, column) => tests.every(({ rows, holds }) => holds(rows[row]?.[column]));
}

/** Computes COUNTIF and COUNTIFS. */
export function countifs(operands: readonly Operand[], context: FormulaContext): Operand {
  const holds = satisfying(operands, context);
  if (typeof holds !== "function") return holds;
  let count = 0;
  gridOf(operands[0], context).forEach((line, row) => {
    line.forEach((_, column) => {
      if (holds(row, column)) count += 1;
    });
  });
  return valueOperand(count);
}

/** Computes SUMIFS; ranges of other shapes than the summed one are an error. */
export function sumifs([summed, ...pairs]: readonly Operand[], context: FormulaContext): Operand {
  const holds = satisfying(pairs, context);
  if (typeof holds !== "function") return holds;
  const rows = gridOf(summed, context);
  const shape = gridOf(pairs[0], context);
  if (rows.length !== shape.length || rows[0]?.length !== shape[0]?.length) {
    return valueOperand(errorValue("#VALUE!", "Array arguments to SUMIFS are of different size."));
  }
  let total = 0;
  for (const [row, line] of rows.entries()) {
    for (const [column, value] of line.entries()) {
      if (!holds(row, column)) continue;
      if (isErrorValue(value)) return valueOperand(value);
      if (typeof value === "number") total += value;
    }
  }
  return valueOperand(Number(total.toPrecision(15)));
}
