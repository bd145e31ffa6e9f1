/**
 * Both sides of a custom function's call: arguments as Google Sheets passes them, results as it takes them. Calls
 * nothing itself.
 */

import { isSingle } from "a1";
import { cellAt, isErrorValue, type SheetModel } from "../model.ts";
import { isDateFormat } from "../number-format.ts";
import { type CellsReference, gridOperand, type Operand, valueOperand } from "./operands.ts";
import { errorValue, type Grid, type Value } from "./values.ts";

/**
 * Makes a custom function's argument. A cell is a scalar, a range is rows of equal length, a blank `''`, an error its
 * code. A number in a cell of date format is a date. Undefined if the argument was left out. `readCells` reads a range.
 */
export function argumentOf(
  operand: Operand,
  makeDate: (serial: number) => unknown,
  readCells: (reference: CellsReference) => unknown,
): unknown {
  switch (operand.kind) {
    case "omitted":
      return undefined;
    case "value":
      return plain(operand.value);
    case "grid":
      return operand.rows.map((row) => row.map(plain));
    case "reference": {
      const { sheet, block } = operand.reference;
      return isSingle(block) ? cellArgument(sheet, block.top, block.left, makeDate) : readCells(operand.reference);
    }
  }
}

function plain(value: Value): unknown {
  if (value === undefined) return "";
  return isErrorValue(value) ? value.error : value;
}

/** Makes the argument of one cell. */
export function cellArgument(
  sheet: SheetModel,
  row: number,
  column: number,
  makeDate: (serial: number) => unknown,
): unknown {
  const cell = cellAt(sheet, row, column);
  if (!cell) return "";
  const { value } = cell;
  if (typeof value === "number" && cell.format?.numberFormat && isDateFormat(cell.format.numberFormat)) {
    return makeDate(value);
  }
  return plain(value);
}

/** Takes a custom function's result, or says what Google Sheets would not take of it. */
export function resultOf(result: unknown): Operand {
  if (!Array.isArray(result)) {
    const value = scalarOf(result);
    return value === undefined ? refused("nothing") : valueOperand(value);
  }
  const rows: Value[][] = [];
  let width: number | undefined;
  for (const row of result) {
    if (!Array.isArray(row)) return refused("an array whose rows are not arrays");
    width ??= row.length;
    if (row.length === 0 || row.length !== width) {
      return refused("an array whose rows are not of equal length");
    }
    const line: Value[] = [];
    for (const item of row) {
      const value = scalarOf(item);
      if (value === undefined) return refused(`an array with ${describe(item)} in it`);
      line.push(value);
    }
    rows.push(line);
  }
  return rows.length === 0 ? refused("an empty array") : gridOperand(rows satisfies Grid);
}

function refused(what: string): Operand {
  return valueOperand(
    errorValue("#ERROR!", `The custom function returned ${what}; it must return a value or rows of equal length.`),
  );
}

function describe(item: unknown): string {
  return typeof item === "number" ? "a number that is none" : item === null ? "null" : `a ${typeof item}`;
}

function scalarOf(item: unknown): Value {
  if (typeof item === "string" || typeof item === "boolean") return item;
  if (typeof item === "number") return Number.isFinite(item) ? item : undefined;
  if (!isDate(item)) return undefined;
  const serial = serialOf(item);
  return Number.isFinite(serial) ? serial : undefined;
}

/** Tells whether a value is a Date, also one of another realm, for which `instanceof` fails. */
export function isDate(item: unknown): item is Date {
  return Object.prototype.toString.call(item) === "[object Date]";
}

/** Days since 30/12/1899 by the date's own clock, the counterpart of a `makeDate` that makes local dates. */
function serialOf(date: Date): number {
  const clock = Date.UTC(
    date.getFullYear(),
    date.getMonth(),
    date.getDate(),
    date.getHours(),
    date.getMinutes(),
    date.getSeconds(),
  );
  return clock / 86_400_000 + 25_569;
}
