/** Functions that put rows in order and drop doubled ones, as Google's do: SORT, UNIQUE, and SEQUENCE. */
import { isErrorValue } from "../model.ts";
import { type FormulaContext, firstValue, gridOf, gridOperand, type Operand, valueOperand } from "./operands.ts";
import { compareContents, errorValue, type Grid, toCondition, toNumber, type Value } from "./values.ts";

/**
 * Sorts rows by one or more pairs of column and direction; without any, by the first column. A column is a number in the
 * range or a range of as many rows. Equal rows keep their order; blanks come last whatever the direction.
 */
export function sort([array, ...keys]: readonly Operand[], context: FormulaContext): Operand {
  const rows = gridOf(array, context);
  const orders: { readonly values: readonly Value[]; readonly isAscending: boolean }[] = [];
  for (let at = 0; at < Math.max(1, keys.length); at += 2) {
    const values = keyValues(keys[at], rows, context);
    if (isErrorValue(values)) return valueOperand(values);
    const direction = keys[at + 1];
    const isAscending = direction === undefined ? true : toCondition(firstValue(direction, context));
    if (isErrorValue(isAscending)) return valueOperand(isAscending);
    orders.push({ values, isAscending });
  }
  const places = rows.map((_, index) => index);
  places.sort((one, other) => {
    for (const { values, isAscending } of orders) {
      const order = compareKeys(values[one], values[other], isAscending);
      if (order !== 0) return order;
    }
    return one - other;
  });
  return gridOperand(places.map((place) => rows[place] ?? []));
}

function keyValues(
  key: Operand | undefined,
  rows: Grid,
  context: FormulaContext,
): readonly Value[] | ReturnType<typeof errorValue> {
  const given = key && gridOf(key, context);
  if (given && given.length === rows.length && given.length > 1) return given.map((line) => line[0]);
  const column = key === undefined ? 1 : toNumber(firstValue(key, context));
  if (isErrorValue(column)) return column;
  const index = Math.trunc(column) - 1;
  if (index < 0 || index >= (rows[0]?.length ?? 0)) {
    return errorValue("#VALUE!", "SORT: the column is out of range.");
  }
  return rows.map((line) => line[index]);
}

function compareKeys(one: Value, other: Value, isAscending: boolean): number {
  const [isLate, isOtherLate] = [one === undefined || one === "", other === undefined || other === ""];
  if (isLate || isOtherLate) return Number(isLate) - Number(isOtherLate);
  if (isErrorValue(one) || isErrorValue(other)) return Number(isErrorValue(one)) - Number(isErrorValue(other));
  return isAscending ? compareContents(one, other) : compareContents(other, one);
}

/** Drops rows that came before. Texts of other case are others; a number is not its text. */
export function unique([array, byColumn, exactlyOnce]: readonly Operand[], context: FormulaContext): Operand {
  const given = gridOf(array, context);
  const across = toCondition(firstValue(byColumn, context));
  const once = toCondition(firstValue(exactlyOnce, context));
  if (isErrorValue(across)) return valueOperand(across);
  if (isErrorValue(once)) return valueOperand(once);
  const rows = across ? transposed(given) : given;
  const counts = new Map<string, number>();
  const keyOf = (row: readonly Value[]) => JSON.stringify(row.map((value) => value ?? ""));
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  const seen = new Set<string>();
  const kept = rows.filter((row) => {
    const key = keyOf(row);
    const isFirst = !seen.has(key);
    seen.add(key);
    return once ? counts.get(key) === 1 : isFirst;
  });
  if (kept.length === 0) return valueOperand(errorValue("#N/A", "UNIQUE found no row."));
  return gridOperand(across ? transposed(kept) : kept);
}

/** Turns rows into columns. */
export function transposed(rows: Grid): Grid {
  return Array.from({ length: rows[0]?.length ?? 0 }, (_, column) => rows.map((row) => row[column]));
}

/** Counts up from a start by a step, row by row. */
export function sequence([rows, columns, start, step]: readonly Operand[], context: FormulaContext): Operand {
  const numbers: number[] = [];
  for (const [operand, otherwise] of [
    [rows, 1],
    [columns, 1],
    [start, 1],
    [step, 1],
  ] as const) {
    const isLeftOut = operand === undefined || operand.kind === "omitted";
    const number = isLeftOut ? otherwise : toNumber(firstValue(operand, context));
    if (isErrorValue(number)) return valueOperand(number);
    numbers.push(number);
  }
  const [height = 1, width = 1, from = 1, by = 1] = numbers;
  const [tall, wide] = [Math.trunc(height), Math.trunc(width)];
  if (tall < 1 || wide < 1 || tall * wide > MOST_CELLS) {
    return valueOperand(errorValue("#NUM!", "SEQUENCE needs at least one row and one column."));
  }
  return gridOperand(
    Array.from({ length: tall }, (_, row) =>
      Array.from({ length: wide }, (_cell, column) => from + (row * wide + column) * by),
    ),
  );
}

const MOST_CELLS = 1_000_000;
