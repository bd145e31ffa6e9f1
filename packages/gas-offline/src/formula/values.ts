/**
 * Values that formulas compute with, and how Google Sheets turns one kind into another and compares them.
 * Knows neither the workbook nor the formula engine.
 */

import { type CellContent, type ErrorValue, isErrorValue } from "../model.ts";

/** One value in a calculation; undefined is a blank cell. */
export type Value = CellContent | ErrorValue | undefined;

/** Rows of values of equal length. Never changed once it is handed over: rows are shared between grids. */
export type Grid = readonly (readonly Value[])[];

/** Makes an error with the sentence behind it. */
export function errorValue(error: string, message?: string): ErrorValue {
  return message ? { error, message } : { error };
}

/** Reads a number as an operator does. Blank is 0, TRUE is 1, a text of a plain number is that number. */
export function toNumber(value: Value): number | ErrorValue {
  if (value === undefined) return 0;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (isErrorValue(value)) return value;
  const number = numberInText(value);
  return number ?? errorValue("#VALUE!", `The text '${value}' cannot be coerced to a number.`);
}

/** Reads a condition: blank is FALSE, a number is TRUE unless 0, text must say TRUE or FALSE. */
export function toCondition(value: Value): boolean | ErrorValue {
  if (value === undefined) return false;
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  if (isErrorValue(value)) return value;
  if (/^true$/i.test(value)) return true;
  if (/^false$/i.test(value)) return false;
  return errorValue("#VALUE!", `The text '${value}' cannot be coerced to a boolean.`);
}

/** Writes a value as `&` does; the decimal mark is the locale's. */
export function toText(value: Value, decimalComma: boolean): string | ErrorValue {
  if (value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (isErrorValue(value)) return value;
  const text = String(Number(value.toPrecision(15)));
  return decimalComma ? text.replace(".", ",") : text;
}

/** Returns the number that a text is. Undefined if it is not exactly a number. */
export function numberInText(text: string): number | undefined {
  return /^\s*[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?\s*$/i.test(text) ? Number(text.replace(",", ".")) : undefined;
}

const ORDER_OF_KINDS = { number: 0, string: 1, boolean: 2 };

/**
 * Compares as `=`, `<` and the like do: numbers before texts before booleans, texts regardless of case. A blank equals
 * the other side's empty value (0, "" or FALSE). Below 0: the left comes first.
 */
export function compareContents(left: CellContent | undefined, right: CellContent | undefined): number {
  const first = left ?? nothingLike(right);
  const second = right ?? nothingLike(first);
  if (typeof first === "string" && typeof second === "string") {
    const lowerFirst = first.toLowerCase();
    const lowerSecond = second.toLowerCase();
    return lowerFirst === lowerSecond ? 0 : lowerFirst < lowerSecond ? -1 : 1;
  }
  const kindFirst = ORDER_OF_KINDS[kindOf(first)];
  const kindSecond = ORDER_OF_KINDS[kindOf(second)];
  if (kindFirst !== kindSecond) return kindFirst - kindSecond;
  const difference = Number(first) - Number(second);
  // As Google (and Excel) do, two numbers that agree in 15 digits are one number: 0.1 + 0.2 = 0.3.
  return Math.abs(difference) <= Math.abs(Number(second)) * 1e-15 ? 0 : difference;
}

function nothingLike(value: CellContent | undefined): CellContent {
  return typeof value === "string" ? "" : typeof value === "boolean" ? false : 0;
}

function kindOf(value: CellContent): "number" | "string" | "boolean" {
  return typeof value === "string" ? "string" : typeof value === "boolean" ? "boolean" : "number";
}
