/** Values of data elements as they were typed, and what makes one valid. Never clips, never guesses. */
import { groupBy } from "./group.ts";
import { type DataElement, type ElementCode, elementOf, type Plan, partsIn } from "./plan/plan.ts";
import { cleanText, toPlainDigits, withoutMarks } from "./text.ts";

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
 * Reads a number's cell. A spreadsheet's number stays one. Text is taken for the number that it says where no two
 * readers would differ: digits (full-width ones too) with one decimal sign at most, and such a number before a word for
 * persons (`12 đồng chí`); `12,0` is 12. Other text is kept as it is, for `check` to report.
 */
export function readTyped(cell: unknown): Typed {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : String(cell);
  if (cell === "" || cell === null || cell === undefined) return undefined;
  // No cell holds an object but a date, which is no count: its kind is enough to say so, and asking it for text may fail.
  if (typeof cell === "object") return Object.prototype.toString.call(cell);
  if (typeof cell !== "string") return String(cell);
  const text = cleanText(cell);
  if (text === "") return undefined;
  const plain = toPlainDigits(text);
  return readNumber(plain) ?? readNumber(withoutUnit(plain)) ?? text;
}

/**
 * Reads a cell of money in đồng, which has no decimals: `15.000.000`, `15,000,000 đ` and `15.000` are grouped
 * thousands. Else like `readTyped`; may be given what that has read.
 */
export function readMoney(cell: unknown): Typed {
  const typed = readTyped(cell);
  if (typeof typed !== "string") return typed;
  const amount = toPlainDigits(typed)
    .replace(/\s*(?:đồng|đ|vnđ|vnd|₫)\.?$/i, "")
    .trim();
  const grouped = /^([+-]?)(\d{1,3}(?:([., ])\d{3})(?:\3\d{3})*)(?:(?!\3)[.,]0{1,2})?$/.exec(amount);
  if (!grouped) return readNumber(amount) ?? typed;
  const value = Number((grouped[2] ?? "").replace(/[., ]/g, ""));
  return grouped[1] === "-" ? -value : value;
}

/** Words for persons (and households, who take part as such) that may stand behind a count, without diacritics. */
const UNIT_WORDS =
  /^([+-]?[\d.,]+) ?(?:(?:nguoi|nu|dong chi|d\/c|dc|uy vien|chi uy vien|ho|luot|hoi vien|doan vien|dang vien|thanh vien|hoa giai vien|can bo|cong chuc|vien chuc|giao vien|hoc sinh|hoc vien|nguoi dan|dai bieu|phu nu|chi|em)(?: |$)){1,3}$/;

/** Drops a known unit word behind a number; text that is nothing else is given back. */
function withoutUnit(text: string): string {
  const bare = withoutMarks(text).toLowerCase().replace(/\s+/g, " ").replace(/\.$/, "");
  return UNIT_WORDS.exec(bare)?.[1] ?? text;
}

/** Returns both numbers that a text of digits may mean, where a reader would have to guess: `1.234` → 1234, 1,234. */
export function readingsOf(text: string): readonly [thousands: string, decimal: string] | undefined {
  const number = withoutUnit(toPlainDigits(cleanText(text)));
  const parts = /^([+-]?[1-9]\d{0,2})[.,](\d{3})$/.exec(number);
  return parts ? [`${parts[1]}${parts[2]}`, `${parts[1]},${parts[2]}`] : undefined;
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
export function isBlank(value: { element: ElementCode; total: Typed; women: Typed }, plan: Plan): boolean {
  return value.women === undefined && (value.total === undefined || !elementOf(plan, value.element).hasTotal);
}

/** Returns the figures if they are whole, not negative and women ≤ total; else nothing. */
export function validFigures(
  { hasTotal }: Pick<DataElement, "hasTotal">,
  total: Typed,
  women: Typed,
): ValidFigures | undefined {
  if (!isCount(women)) return undefined;
  if (!hasTotal) return { total: 0, women };
  return isCount(total) && women <= total ? { total, women } : undefined;
}

/** One year's valid figures, by element, then by unit. */
export type ValidValues = ReadonlyMap<string, ReadonlyMap<string, ValidFigures>>;

/**
 * Collects one year's valid figures. An invalid value is left out; of two values for the same unit and element the
 * first counts; a part greater than its whole (such as DTN > QHC) is left out, the whole stays.
 */
export function collectValid(
  values: Iterable<{ unit: string; element: ElementCode; total: Typed; women: Typed }>,
  plan: Plan,
): ValidValues {
  const valid = new Map<string, Map<string, ValidFigures>>();
  // One element after the other: a hundred thousand units in one map are read and written twice as fast as in nine.
  for (const [code, rows] of groupBy(values, ({ element }) => element)) {
    const element = elementOf(plan, code);
    const kept = new Map<string, ValidFigures>();
    const refused = new Set<string>();
    for (const { unit, total, women } of rows) {
      if (kept.has(unit) || refused.has(unit)) continue;
      const figures = validFigures(element, total, women);
      if (figures) kept.set(unit, figures);
      else refused.add(unit);
    }
    valid.set(code, kept);
  }
  for (const { part, whole } of partsIn(plan)) {
    const parts = valid.get(part);
    for (const [unit, limit] of valid.get(whole) ?? []) {
      if ((parts?.get(unit)?.women ?? 0) > limit.women) parts?.delete(unit);
    }
  }
  return valid;
}
