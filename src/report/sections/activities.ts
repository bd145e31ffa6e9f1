/** Annex III: the year's communication activities, each event once, by day. */
import { saysNothing } from "../../core/answer.ts";
import { type Event, eventFault, gatherEvents } from "../../core/event.ts";
import { showDay } from "../../core/period.ts";
import { foldText } from "../../core/text.ts";
import { type Facts, NOTHING } from "../facts.ts";
import { joinList, joinUnits, showCount } from "../vietnamese.ts";
import { attendanceOf } from "./participants.ts";

export type ActivityRow = {
  readonly stt: string;
  readonly ngay: string;
  readonly noi_dung: string;
  readonly hinh_thuc: string;
  readonly don_vi: string;
  readonly nguoi_du: string;
  readonly nu: string;
};

/** Fills Annex III, the earliest event first. */
export function tabulateActivities(facts: Facts): readonly ActivityRow[] {
  const { commune } = facts;
  const events = [...gatherEvents(commune.activities, commune)].sort((one, other) => {
    const [left, right] = [one.rows[0]?.day ?? "", other.rows[0]?.day ?? ""];
    return left < right ? -1 : left > right ? 1 : 0;
  });
  return events.map((event, index) => rowOf(event, index, facts));
}

function rowOf(event: Event, index: number, facts: Facts): ActivityRow {
  const { rows } = event;
  const told = attendanceOf(event);
  return {
    stt: String(index + 1),
    ngay: showDay(rows[0]?.day ?? ""),
    noi_dung: rows[0]?.theme ?? "",
    hinh_thuc: rows.map(({ kind }) => kind).find((kind) => !saysNothing(kind)) ?? NOTHING,
    don_vi: joinUnits(organisersOf(event, facts)),
    nguoi_du: told ? showCount(told.people) : NOTHING,
    nu: told?.women === undefined ? NOTHING : showCount(told.women),
  };
}

function organisersOf({ rows }: Event, { nameOf }: Facts): readonly string[] {
  const codes = new Map<string, string>();
  for (const { unit } of rows) codes.set(foldText(unit), unit);
  for (const code of rows.flatMap(({ coOrganisers }) => coOrganisers)) {
    if (!codes.has(foldText(code))) codes.set(foldText(code), code);
  }
  return [...codes.values()].map(nameOf);
}

/** Says how many reported rows do not count, and why; empty if all do. */
export function noteUncounted({ commune }: Facts): readonly string[] {
  const faults = commune.activities.map((activity) => eventFault(activity, commune));
  const count = (fault: string) => faults.filter((one) => one === fault).length;
  const reasons = [
    { many: count("planned"), why: `dự kiến sau ngày ${showDay(commune.today ?? "")}` },
    { many: count("before") + count("next"), why: `có ngày ngoài năm ${commune.year}` },
    { many: count("no-day"), why: "không có ngày hợp lệ" },
    { many: count("no-theme"), why: "không có nội dung" },
  ].filter(({ many }) => many > 0);
  if (reasons.length === 0) return [];
  return [`Không tính: ${joinList(reasons.map(({ many, why }) => `${showCount(many)} hoạt động ${why}`))}.`];
}
