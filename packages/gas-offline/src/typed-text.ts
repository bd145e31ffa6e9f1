/** Days and numbers as people type them, by the customs of a locale. */
import type { Customs } from "./locale.ts";

const DAY = 86_400_000;

/** How a number was written that is shown as it was written: a day, a percentage, one with decimals. */
export type NumberNotation = "day" | "percent" | "decimalPercent";

/**
 * Reads a day as a serial number: day and month in the locale's order, with or without a year, or year-month-day. A day
 * that does not exist stays text.
 */
export function parseDay(text: string, { isDayFirst }: Customs): number | undefined {
  const written = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}|\d{2}))?$/.exec(text);
  const sorted = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(text);
  const [first, second] = isDayFirst ? [1, 2] : [2, 1];
  const [day, month, year] = written
    ? [written[first], written[second], written[3]]
    : [sorted?.[3], sorted?.[2], sorted?.[1]];
  if (day === undefined || month === undefined) return undefined;
  const fullYear =
    year === undefined ? new Date().getFullYear() : year.length === 2 ? 2000 + Number(year) : Number(year);
  const date = new Date(Date.UTC(fullYear, Number(month) - 1, Number(day)));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return undefined;
  return (Number(date) - Date.UTC(1899, 11, 30)) / DAY;
}

/** A number with the locale's signs for decimals and thousands; also `40%` and `1E5`, which unit codes can look like. */
export function parseNumber(
  typed: string,
  { hasDecimalComma, groupMark }: Customs,
): { readonly value: number; readonly written?: NumberNotation } | undefined {
  const [, digits, decimals, power = "", percent] =
    numberPattern(hasDecimalComma ? "," : ".", groupMark).exec(typed) ?? [];
  if (digits === undefined) return undefined;
  const value = Number(digits.replace(/[^\d+-]/g, "") + (decimals ?? "").replace(",", ".") + power);
  if (percent === undefined) return { value };
  return { value: value / 100, written: decimals === undefined ? "percent" : "decimalPercent" };
}

const patterns = new Map<string, RegExp>();

function numberPattern(decimalMark: string, groupMark: string): RegExp {
  const key = decimalMark + groupMark;
  let pattern = patterns.get(key);
  if (!pattern) {
    const group = groupMark === " " ? "\\s" : `[${groupMark}]`;
    pattern = new RegExp(`^([+-]?(?:\\d+|\\d{1,3}(?:${group}\\d{3})+))([${decimalMark}]\\d+)?(e[+-]?\\d+)?(%)?$`, "i");
    patterns.set(key, pattern);
  }
  return pattern;
}
