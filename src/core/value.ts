/** Values of data elements as they were typed, and what makes one valid. Never clips, never guesses. */
import { type ElementCode, elementOf } from "./element.ts";
import { cleanText } from "./text.ts";

/** What a number's cell holds: a number (whole or not), text that is no number, or nothing. */
export type Typed = number | string | undefined;

/** One unit's figures for one data element, as typed. */
export type DataValue = {
  readonly unit: string;
  readonly element: ElementCode;
  readonly total: Typed;
  readonly women: Typed;
  readonly note: string;
};

/** One unit's figures for one data element in an earlier year. */
export type HistoryValue = {
  readonly year: number;
  readonly unit: string;
  readonly element: ElementCode;
  readonly total: Typed;
  readonly women: Typed;
};

/** Figures that may enter a sum. Without a total (women only), `total` is 0. */
export type ValidFigures = { readonly total: number; readonly women: number };

/**
 * Reads a number's cell. A spreadsheet's number stays one; text of digits alone, with one decimal sign at most, is
 * taken for the number that it says; other text is kept as it is, for `check` to report.
 */
export function readTyped(cell: unknown): Typed {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : String(cell);
  if (cell === "" || cell === null || cell === undefined) return undefined;
  if (typeof cell !== "string") return String(cell);
  const text = cleanText(cell);
  if (text === "") return undefined;
  return readNumber(text) ?? text;
}

/**
 * Reads a number written with an optional sign and at most one decimal point or comma, or nothing. `1.000` and `1,000`
 * are nothing: a thousand to one reader, one to another.
 */
export function readNumber(text: string): number | undefined {
  if (/^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return undefined;
  return /^[+-]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : undefined;
}

/** Tells whether a typed count can be summed: whole, not negative, exactly representable. */
export function isCount(typed: Typed): typed is number {
  return typeof typed === "number" && typed >= 0 && Number.isSafeInteger(typed);
}

/** Tells whether nothing was typed in either cell that the element has. */
export function isBlank(value: { element: ElementCode; total: Typed; women: Typed }): boolean {
  return value.women === undefined && (value.total === undefined || !elementOf(value.element).hasTotal);
}

/** Returns the figures if they are whole, not negative and women ≤ total; else nothing. */
export function validFigures(element: ElementCode, total: Typed, women: Typed): ValidFigures | undefined {
  if (!isCount(women)) return undefined;
  if (!elementOf(element).hasTotal) return { total: 0, women };
  return isCount(total) && women <= total ? { total, women } : undefined;
}

/** The pairs whose first may not exceed the second: the first is the invalid one then. */
export const PART_OF: readonly { readonly part: ElementCode; readonly whole: ElementCode }[] = [
  { part: "DTN", whole: "QHC" },
  { part: "THS", whole: "LDX" },
];

/** One year's valid figures, by element, then by unit. */
export type ValidValues = ReadonlyMap<ElementCode, ReadonlyMap<string, ValidFigures>>;

/**
 * Collects one year's valid figures. An invalid value is left out; of two values for the same unit and element the
 * first counts; a part greater than its whole (DTN > QHC, THS > LDX) is left out, the whole stays.
 */
export function collectValid(
  values: Iterable<{ unit: string; element: ElementCode; total: Typed; women: Typed }>,
): ValidValues {
  const valid = new Map<ElementCode, Map<string, ValidFigures>>();
  // One element after the other: a hundred thousand units in one map are read and written twice as fast as in nine.
  for (const [element, rows] of groupByElement(values)) {
    const kept = new Map<string, ValidFigures>();
    const refused = new Set<string>();
    for (const { unit, total, women } of rows) {
      if (kept.has(unit) || refused.has(unit)) continue;
      const figures = validFigures(element, total, women);
      if (figures) kept.set(unit, figures);
      else refused.add(unit);
    }
    valid.set(element, kept);
  }
  for (const { part, whole } of PART_OF) {
    const parts = valid.get(part);
    for (const [unit, limit] of valid.get(whole) ?? []) {
      if ((parts?.get(unit)?.women ?? 0) > limit.women) parts?.delete(unit);
    }
  }
  return valid;
}

function groupByElement<V extends { element: ElementCode }>(values: Iterable<V>): ReadonlyMap<ElementCode, V[]> {
  const groups = new Map<ElementCode, V[]>();
  for (const value of values) {
    const group = groups.get(value.element);
    if (group) group.push(value);
    else groups.set(value.element, [value]);
  }
  return groups;
}
