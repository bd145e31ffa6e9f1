/** The log's lines about reminders: one for each unit of a mail, and what they tell of a mail that was cut off. */
import type { Day } from "../../core/period.ts";
import { showMoment } from "../../core/workflow/deadline.ts";
import { COORDINATOR_ROLE } from "../../core/workflow/words.ts";
import { LOG_TAB } from "../../workbook/schema.ts";
import { type LogEntry, readLog } from "../../workbook/workflow/log.ts";
import type { Clock } from "../clock.ts";
import type { Tabs } from "../tabs.ts";
import { appendLog } from "../workflow/log-writer.ts";
import type { Reading } from "../workflow/reading.ts";
import type { SentLog, Unsure } from "./sent.ts";

/** What a line says of a mail that was cut off, and of what a person found who looked. A mail that went out needs no word. */
export const VERDICTS = {
  unsure: "Chưa rõ thư đã đi hay chưa, vì việc gửi bị ngắt giữa chừng",
  sent: "Người tổng hợp xem lại: thư đã đi",
  notSent: "Người tổng hợp xem lại: thư chưa đi, sẽ gửi lại",
} as const;

/** Names a mail in the log's hidden column. */
function nameMail({ mark }: Unsure, round: Day): string {
  return `nhac-${round}-${mark}`;
}

/** Makes the lines of a mail. */
export function reminderLines(
  mail: Unsure,
  round: Day,
  reason: string,
  { board }: Reading,
  clock: Clock,
): readonly LogEntry[] {
  const time = showMoment(clock.moment());
  const { year } = board.records.commune;
  const submission = nameMail(mail, round);
  return mail.units.map((unit) => ({
    time,
    role: COORDINATOR_ROLE,
    unit,
    action: "remind",
    reason,
    year,
    submission,
    digest: "",
  }));
}

/** Appends lines of which some may be there already: an earlier attempt ended with a fault. */
export function appendOnce(tabs: Tabs, lines: readonly LogEntry[]): void {
  if (lines.length === 0) return;
  const known = new Set(readLog(tabs.read(LOG_TAB)).map(keyOf));
  appendLog(
    tabs,
    lines.filter((line) => !known.has(keyOf(line))),
  );
}

function keyOf({ action, unit, submission, reason, time }: LogEntry): string {
  return [action, unit, submission, reason, time].join("|");
}

/**
 * Looks at the mails that were about to go out when a run was cut off. A line follows the mail, so one whose line is there
 * went out. Of the others nobody knows: returns the lines that say so, where the log has none yet.
 */
export function settleUnsure(
  log: SentLog,
  reading: Reading,
  clock: Clock,
): { readonly log: SentLog; readonly lines: readonly LogEntry[] } {
  if (log.unsure.length === 0) return { log, lines: [] };
  const reasonsOf = (mail: Unsure): string[] =>
    reading.board.log
      .filter(({ action, submission }) => action === "remind" && submission === nameMail(mail, log.round))
      .map(({ reason }) => reason);
  const unsure = log.unsure.filter((mail) => !isSent(reasonsOf(mail)));
  const found = log.unsure.length - unsure.length;
  const marks = log.unsure.filter((mail) => !unsure.includes(mail)).map(({ mark }) => mark);
  return {
    log: {
      ...log,
      marks: [...log.marks, ...marks],
      unsure,
      untold: found > 0 ? (log.untold ?? 0) + found : log.untold,
    },
    lines: unsure
      .filter((mail) => reasonsOf(mail).pop() !== VERDICTS.unsure)
      .flatMap((mail) => reminderLines(mail, log.round, VERDICTS.unsure, reading, clock)),
  };
}

/** Tells by the lines of a mail whether it went out: the last word counts. */
function isSent(reasons: readonly string[]): boolean {
  const last = reasons[reasons.length - 1];
  return last === "" || last === VERDICTS.sent;
}
