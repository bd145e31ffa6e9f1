/** When reports are due, by the calendar of Vietnam: before a day, so the last on-time moment is 23:59 of the day before. */
import { type Day, dayBefore, showDay } from "../period.ts";

/** A moment in Vietnam: its day and its time of day, `yyyy-mm-dd` and `HH:MM:SS`. */
export type Moment = { readonly day: Day; readonly time: string };

/** Writes a moment as the workbook keeps it: `10/11/2026 08:05:30`. */
export function showMoment({ day, time }: Moment): string {
  return `${showDay(day)} ${time}`;
}

/** Reads a moment that the workbook keeps, or nothing. */
export function readMoment(text: string): Moment | undefined {
  const match = /^(\d{2})\/(\d{2})\/(\d{4}) ([01]\d|2[0-3]):([0-5]\d):([0-5]\d)$/.exec(text);
  if (!match) return undefined;
  const [, date = "", month = "", year = "", hours = "", minutes = "", seconds = ""] = match;
  const day = `${year}-${month}-${date}`;
  return isDay(day) ? { day, time: `${hours}:${minutes}:${seconds}` } : undefined;
}

function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === day;
}

/** Counts the days from one day to another; negative when the other is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Returns the day so many days later; earlier for a negative number. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Returns the last on-time day for reports that are due before a day. */
export function lastDay(before: Day): Day {
  return dayBefore(before);
}

/** Tells whether a moment is later than another. */
export function isAfter(one: Moment, other: Moment): boolean {
  return one.day > other.day || (one.day === other.day && one.time > other.time);
}

/** Tells whether a moment is past the last on-time one. */
export function isLate({ day }: Moment, before: Day): boolean {
  return day >= before;
}
