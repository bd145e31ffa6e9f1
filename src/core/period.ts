/** Days and reporting years, by the calendar of Vietnam. Never asks what day it is: the caller says. */
import { cleanText, toPlainDigits } from "./text.ts";

/** Vietnam has kept UTC+7 all year round since 1975, so a day needs no time-zone table. */
const VIETNAM_OFFSET = 7 * 3_600_000;
const DAY = 86_400_000;
/** A spreadsheet counts days from 30/12/1899. */
const SPREADSHEET_EPOCH = Date.UTC(1899, 11, 30);

/** A day, `yyyy-mm-dd`. */
export type Day = string;

function fromUtc(milliseconds: number): Day | undefined {
  const date = new Date(milliseconds);
  const year = date.getUTCFullYear();
  return year >= 1900 && year <= 9999 ? date.toISOString().slice(0, 10) : undefined;
}

/** Makes a day of year, month (1–12) and day, or undefined if the calendar has no such day. */
export function makeDay(year: number, month: number, day: number): Day | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? fromUtc(date.getTime()) : undefined;
}

/** Tells a Date, also one that was made elsewhere than here and so is no instance of this Date. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}

/**
 * Reads a day out of a cell or a field: a Date (midnight in Vietnam), a spreadsheet's serial number, `yyyy-mm-dd` or
 * `dd/mm/yyyy` (also with `-` or `.`), with a time of day or without; a time in another zone (`…Z`, `…+00:00`) is the day
 * that it is in Vietnam. Returns undefined if it is anything else.
 */
export function readDay(typed: unknown): Day | undefined {
  if (typeof typed === "number") return typed > 0 ? fromUtc(SPREADSHEET_EPOCH + Math.floor(typed) * DAY) : undefined;
  if (isDate(typed)) {
    const milliseconds = Number(typed);
    return Number.isNaN(milliseconds) ? undefined : fromUtc(milliseconds + VIETNAM_OFFSET);
  }
  if (typeof typed !== "string") return undefined;
  const text = toPlainDigits(cleanText(typed));
  if (ZONED.test(text)) return readDay(new Date(text.replace(" ", "T")));
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/.exec(text);
  if (iso) return makeDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const vietnamese = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: \d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/.exec(text);
  return vietnamese ? makeDay(Number(vietnamese[3]), Number(vietnamese[2]), Number(vietnamese[1])) : undefined;
}

/** A moment with its zone. */
const ZONED = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Returns the moment at which a day begins in Vietnam, as a Date for a spreadsheet in that zone. */
export function toDate(day: Day): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - VIETNAM_OFFSET);
}

/** Returns the year of a day. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** The days that one report tells of, both ends included. */
export type Period = { readonly from: Day; readonly to: Day };

/** Returns the period of a reporting year: the calendar year. */
export function periodOf(year: number): Period {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** Where a day stands: in the period and over, before it, after it, or in it and still to come. */
export type DayPlace = "counts" | "before" | "next" | "planned";

/** Tells where a day stands. `today`: the last day that has come; absent: not known, and nothing is still to come. */
export function placeDay(day: Day, { from, to }: Period, today: Day | undefined): DayPlace {
  if (day < from) return "before";
  if (day > to) return "next";
  return today !== undefined && day > today ? "planned" : "counts";
}

/** Writes a day as Vietnamese read it: `05/11/2026`. */
export function showDay(day: Day): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** Returns the day before, e.g. the last on-time day when reports are due *before* a deadline (KH 131, VI). */
export function dayBefore(day: Day): Day {
  const before = fromUtc(Date.parse(`${day}T00:00:00Z`) - DAY);
  if (!before) throw new RangeError(`No day before ${day}`);
  return before;
}
