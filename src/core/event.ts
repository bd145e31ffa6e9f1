/** Communication activities, and the events that they are: a joint event reported by two units counts once (CT6). */
import { saysNothing } from "./answer.ts";
import { type Day, type DayPlace, periodOf, placeDay } from "./period.ts";
import { foldText } from "./text.ts";
import type { Typed } from "./value.ts";

/** One row of a unit's list of activities, as typed. */
export type Activity = {
  readonly unit: string;
  /** Its place in the unit's list, from 0. */
  readonly slot: number;
  /** Absent: blank, or no day that could be read. */
  readonly day: Day | undefined;
  /** The date's cell as text, for messages. */
  readonly dateTyped: string;
  readonly theme: string;
  readonly kind: string;
  /** Unit codes. */
  readonly coOrganisers: readonly string[];
  readonly participants: Typed;
  readonly women: Typed;
  readonly link: string;
};

/** One event: every row that reports it, in the order given. */
export type Event = { readonly rows: readonly Activity[] };

/** The reporting year, and the last day that has come; without it nothing is still to come. */
export type Dates = { readonly year: number; readonly today?: Day | undefined };

/** Why a row is not counted as an event. */
export type EventFault = "no-day" | "no-theme" | Exclude<DayPlace, "counts">;

/** “Không”, “0” or “Không có hoạt động nào” names no activity. A bare “x” is a tick: it says that one was held. */
function namesTheme({ theme }: Activity): boolean {
  const folded = foldText(theme);
  return /^x+$/.test(folded) || !saysNothing(folded.replace(/hoạt động|sự kiện|chủ đề/g, "gì"));
}

/** Tells whether a row answers that there was no activity: “Không” as its theme, and nothing else. */
export function isNoActivity(activity: Activity): boolean {
  const { day, dateTyped, kind, coOrganisers, participants, women, link } = activity;
  const others = [dateTyped, kind, ...coOrganisers, String(participants ?? ""), String(women ?? ""), link];
  return day === undefined && activity.theme !== "" && !namesTheme(activity) && others.every(saysNothing);
}

/** Tells why a row does not count in this year; undefined if it counts. */
export function eventFault(activity: Activity, { year, today }: Dates): EventFault | undefined {
  if (activity.day === undefined) return "no-day";
  if (!namesTheme(activity)) return "no-theme";
  const place = placeDay(activity.day, periodOf(year), today);
  return place === "counts" ? undefined : place;
}

/**
 * Gathers rows into events. Two rows are one event when day and theme (case, spacing and Unicode form folded) agree and
 * their organisers {unit} ∪ co-organisers have one in common; transitively. Rows with a fault are left out.
 */
export function gatherEvents(activities: readonly Activity[], dates: Dates): readonly Event[] {
  const candidates = new Map<string, Activity[]>();
  for (const activity of activities) {
    if (eventFault(activity, dates)) continue;
    const key = `${activity.day} ${foldText(activity.theme)}`;
    const rows = candidates.get(key);
    if (rows) rows.push(activity);
    else candidates.set(key, [activity]);
  }
  return [...candidates.values()].flatMap((rows) => joinByOrganiser(rows).map((joined) => ({ rows: joined })));
}

/** Forms of an activity that are not communication: courses and the like. */
const OTHER_FORMS = ["Tập huấn", "Bồi dưỡng", "Đào tạo", "Khác"];

/** Keeps the events that one row at least reports in one of these forms, or without a form; of no forms, all. */
export function eventsOfForms(events: readonly Event[], forms: readonly string[]): readonly Event[] {
  if (forms.length === 0) return events;
  return events.filter(({ rows }) => rows.some(({ kind }) => foldText(kind) === "" || isOfForm(kind, forms)));
}

/** Tells whether a form is one of these, whatever comes after it: `Hội nghị tuyên truyền`. */
function isOfForm(typed: string, forms: readonly string[]): boolean {
  const folded = `${foldText(typed)} `;
  return forms.some((form) => folded.startsWith(`${foldText(form)} `));
}

/** Tells whether a form is neither one of these nor one that is known not to be. */
export function isUnknownForm(typed: string, forms: readonly string[]): boolean {
  return forms.length > 0 && foldText(typed) !== "" && !isOfForm(typed, [...forms, ...OTHER_FORMS]);
}

/** Splits rows of the same day and theme into groups that are connected through their organisers. */
function joinByOrganiser(rows: readonly Activity[]): readonly (readonly Activity[])[] {
  // A forest: every organiser points to one that it is connected with, the root of a tree to none.
  const next = new Map<string, string>();
  const rootOf = (organiser: string): string => {
    let root = organiser;
    for (let above = next.get(root); above !== undefined; above = next.get(root)) root = above;
    if (root !== organiser) next.set(organiser, root);
    return root;
  };
  for (const row of rows) {
    for (const coOrganiser of row.coOrganisers) {
      const root = rootOf(foldText(row.unit));
      const other = rootOf(foldText(coOrganiser));
      if (root !== other) next.set(other, root);
    }
  }
  const groups = new Map<string, Activity[]>();
  for (const row of rows) {
    const root = rootOf(foldText(row.unit));
    const group = groups.get(root);
    if (group) group.push(row);
    else groups.set(root, [row]);
  }
  return [...groups.values()];
}
