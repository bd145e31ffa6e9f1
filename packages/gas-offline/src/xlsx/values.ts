/**
 * What a cell shows, between the workbook's values and the cells of an .xlsx file. Every value exists twice: the exact
 * one, and the one that the file shows.
 */
import { dateToSerial, isDateFormat, serialToDate } from "hucre";
import type { Cell, CellValue, Sheet } from "hucre/xlsx";
import { isErrorValue } from "../model.ts";
import type { StoredValue } from "./stored.ts";
import { TRUTH_FORMAT } from "./style.ts";
import { escapedText, textForFile } from "./text.ts";

/** Errors that every program which reads .xlsx knows. */
const EXCEL_ERRORS = new Set(["#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!"]);
/** Texts that the library would write as errors. */
const LOOKS_LIKE_ERROR = new Set([...EXCEL_ERRORS, "#GETTING_DATA", "#SPILL!", "#CALC!"]);

const DAY = 86_400_000;
/** Day 0 of the workbook's dates, 30/12/1899. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** Foretells what a cell will show once it was written and read again. */
export function displayedInFile(value: StoredValue, numberFormat: string | undefined): StoredValue {
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "number") {
    if (!Number.isFinite(value)) return null;
    return numberFormat !== undefined && isDateFormat(numberFormat) ? dateNumber(serialToDate(value), false) : value;
  }
  if (typeof value === "string") return textForFile(value);
  return EXCEL_ERRORS.has(value.error) ? { error: value.error } : textForFile(value.error);
}

/** Makes the cell that shows a value of {@link displayedInFile}. */
export function valueCell(value: StoredValue): Partial<Cell> {
  if (value === null) return {};
  if (typeof value === "number") return Number.isFinite(value) ? { value } : {};
  if (typeof value === "boolean") return { value };
  if (isErrorValue(value)) return EXCEL_ERRORS.has(value.error) ? { value: value.error } : valueCell(value.error);
  const text = escapedText(textForFile(value));
  return LOOKS_LIKE_ERROR.has(text) ? { richText: [{ text }] } : { value: text };
}

/** Makes the cell of a formula, with its last value so that it shows before anything computes. */
export function formulaCell(formula: string, value: StoredValue): Partial<Cell> {
  // The library has no way to write an error as a formula's value.
  if (value === null || isErrorValue(value)) return { formula };
  return { formula, formulaResult: typeof value === "string" ? escapedText(textForFile(value)) : value };
}

/** Reads what a cell of a file shows. */
export function displayedValueOf(value: CellValue | undefined, cell: Cell | undefined, from1904: boolean): StoredValue {
  const shown = cell?.value ?? value ?? null;
  if (shown instanceof Date) return dateNumber(shown, from1904);
  // LibreOffice saves TRUE as 1. Only the format shows that it is TRUE.
  if ((shown === 0 || shown === 1) && cell?.style?.numFmt === TRUTH_FORMAT) return shown === 1;
  if (cell?.type === "error" && typeof shown === "string") return { error: shown };
  return shown;
}

/** Says what a file shows in a cell, by its row and column from 1. */
export type DisplayedValues = (row: number, column: number) => StoredValue;

/** Finds what a file's cell shows. */
export function displayedValuesOf(sheet: Sheet, from1904: boolean): DisplayedValues {
  return (row, column) =>
    displayedValueOf(sheet.rows[row - 1]?.[column - 1], sheet.cells?.get(`${row - 1},${column - 1}`), from1904);
}

/** Tells whether two values are equal, apart from what other programs change when they save. */
export function sameValue(one: StoredValue, other: StoredValue): boolean {
  if (one === other || (isBlank(one) && isBlank(other))) return true;
  if (typeof one === "number" && typeof other === "number") {
    return Math.abs(one - other) <= 1e-12 * Math.max(Math.abs(one), Math.abs(other));
  }
  if (typeof one === "string" && typeof other === "string") return lineFeeds(one) === lineFeeds(other);
  if (isErrorValue(one) || isErrorValue(other)) return codeOf(one) === codeOf(other);
  return false;
}

/** Tells whether two values are equal in every detail. */
export function identicalValue(one: StoredValue, other: StoredValue): boolean {
  if (!isErrorValue(one) || !isErrorValue(other)) return one === other;
  return one.error === other.error && one.message === other.message;
}

/** Tells whether a cell shows nothing. */
export function isBlank(value: StoredValue): boolean {
  return value === null || value === "";
}

function dateNumber(date: Date, from1904: boolean): StoredValue {
  const serial = from1904 ? (date.getTime() - DAY_ZERO) / DAY : dateToSerial(date);
  return Number.isNaN(serial) ? null : serial;
}

function lineFeeds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

function codeOf(value: StoredValue): StoredValue {
  return isErrorValue(value) ? value.error : value;
}
