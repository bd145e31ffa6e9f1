/** Who took part in the year's communication activities. An event that two units report counts once, by its first row. */
import { type Event, eventsOfForms, gatherEvents } from "../../core/event.ts";
import { isCount } from "../../core/value.ts";
import type { Facts } from "../facts.ts";
import { showCount } from "../vietnamese.ts";

/** How many people an event reached, and how many of them were women, if that is known. */
export type Attendance = { readonly people: number; readonly women: number | undefined };

/** Returns an event's attendance by the first of its rows whose counts are sound; undefined if none is. */
export function attendanceOf({ rows }: Event): Attendance | undefined {
  for (const { participants, women } of rows) {
    if (!isCount(participants)) continue;
    if (women === undefined) return { people: participants, women: undefined };
    if (isCount(women) && women <= participants) return { people: participants, women };
  }
  return undefined;
}

/** Says how many people the events of these forms reached, as far as known; empty if no event says it. */
export function countParticipants({ commune }: Facts, forms: readonly string[]): readonly string[] {
  const events = eventsOfForms(gatherEvents(commune.activities, commune), forms);
  const told = events.flatMap((event) => attendanceOf(event) ?? []);
  if (told.length === 0) return [];
  const people = told.reduce((sum, event) => sum + event.people, 0);
  const women = told.reduce((sum, event) => sum + (event.women ?? 0), 0);
  if (people === 0) return [];
  const some = women === 0 ? ", trong đó không có nữ" : `, trong đó có ${showCount(women)} lượt nữ`;
  const share = told.every((event) => event.women !== undefined) ? some : "";
  const all = events.length === 1 ? "Hoạt động này" : "Các hoạt động này";
  const scope = told.length === events.length ? all : `Có ${showCount(told.length)} hoạt động báo cáo số người dự,`;
  return [`${scope} thu hút ${showCount(people)} lượt người tham dự${share}.`];
}
