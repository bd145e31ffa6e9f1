/** Sends what is due: a mail for each mailbox, noted before it goes out, within the day's quota; the rest goes out later. */
import { showMoment } from "../../core/workflow/deadline.ts";
import { isGivenUp, type Reminded } from "../../core/workflow/reminder.ts";
import { COORDINATOR_ROLE } from "../../core/workflow/words.ts";
import type { LogEntry } from "../../workbook/workflow/log.ts";
import { type Letter, writeReminder, writeSummary } from "../../workbook/workflow/reminded.ts";
import { findBook } from "../book.ts";
import { alone } from "../change.ts";
import type { Clock } from "../clock.ts";
import type { ReminderRun } from "../rpc/reminders.ts";
import { appendLog, gatherSubmissions } from "../workflow/log-writer.ts";
import { type Reading, readAsCoordinator } from "../workflow/reading.ts";
import { readMailbox, readPermissions } from "../workflow/who.ts";
import { forgetBlindRun, noteBlindRun } from "./blind.ts";
import { findRefused } from "./refused.ts";
import { findRound, problemOf } from "./reminders.ts";
import { keepSent, markOf, readSent, type SentLog } from "./sent.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const NOTHING: ReminderRun = { sent: 0, left: 0, failed: [], problem: "" };

/** One mail is kept back for the coordinator's summary. */
const SUMMARY = 1;

/** Who has the reminders sent: the daily trigger, or a person at the sidebar. */
export type Sender = "trigger" | "person";

/** Tells who calls: Google hands a trigger's event over, the sidebar nothing. */
export function readSender(event: unknown): Sender {
  return typeof event === "object" && event !== null && "triggerUid" in event ? "trigger" : "person";
}

/**
 * Sends what is due today, if reminders are on. Runs on the clock, where Google may know no open document. A mailbox that
 * was refused too often in the round is tried at a person's word only.
 */
export function sendReminders(clock: Clock, sender: Sender): ReminderRun {
  const book = findBook();
  if (!book) {
    console.warn("No document on the clock: nothing was sent.");
    noteBlindRun(clock.text());
    return {
      ...NOTHING,
      problem: "Google không cho biết bảng tính nào; chưa gửi thư nào. Hãy mở sổ và gửi từ bảng bên.",
    };
  }
  return alone(() => {
    const reading = readAsCoordinator(book, clock);
    forgetBlindRun();
    const problem = problemOf({ ...readPermissions(), triggers: true });
    return problem === "" ? sendRound(book, reading, clock, sender) : { ...NOTHING, problem };
  });
}

function sendRound(book: Spreadsheet, reading: Reading, clock: Clock, sender: Sender): ReminderRun {
  const { board, tabs } = reading;
  const { day } = clock.moment();
  const known = readSent();
  const { due, mails } = findRound(book, reading, known, day);
  if (due === undefined) return { ...NOTHING, problem: "Hôm nay không có đợt nhắc nào." };
  let sent: SentLog = known.round === due ? known : { since: known.since, round: due, marks: [], refused: new Map() };
  const marks = new Set(sent.marks);
  const { refused: before } = sent;
  const isLeftOut = (mark: string) => marks.has(mark) || (sender === "trigger" && isGivenUp(before.get(mark) ?? 0));
  const waiting = [...mails].filter(([mailbox]) => !isLeftOut(markOf(mailbox)));
  const failed: string[] = [];
  const reached: Reminded[] = [];
  let [done, quota] = [0, MailApp.getRemainingDailyQuota() - SUMMARY];
  for (const [mailbox, units] of waiting) {
    if (quota <= 0 || !clock.hasTime()) break;
    // Noted first: a mail that is cut off is missing, never sent twice.
    const mark = markOf(mailbox);
    const { marks, refused } = sent;
    const others = new Map([...refused].filter(([other]) => other !== mark));
    sent = { ...sent, marks: [...marks, mark], refused: others };
    keepSent(sent);
    done++;
    quota--;
    if (send(mailbox, writeReminder(units, board, day))) {
      reached.push(...units);
      continue;
    }
    // Google has said no: it is not shown as sent, and tried again with the round's next runs, some of them.
    sent = { ...sent, marks, refused: others.set(mark, (refused.get(mark) ?? 0) + 1) };
    keepSent(sent);
    failed.push(mailbox);
  }
  const left = waiting.length - done;
  const run = { sent: done - failed.length, left, failed };
  if (done > 0) {
    appendLog(tabs, [...gatherSubmissions(board), ...reminderLines(reached, reading, clock)]);
    const mailbox = readMailbox();
    if (mailbox !== "") send(mailbox, writeSummary(board, { ...run, refused: findRefused(mails, sent) }, day));
  }
  return { ...run, problem: left > 0 ? sayLeft(quota) : "" };
}

function sayLeft(quota: number): string {
  return quota <= 0
    ? "Hết lượt thư hôm nay; phần còn lại gửi ngày mai."
    : "Google dừng việc này vì hết giờ; phần còn lại gửi ngày mai, hoặc bấm Gửi ngay lần nữa.";
}

/** Sends a mail; tells whether Google took it. One bad mailbox must not keep the others from their mail. */
function send(to: string, { subject, body }: Letter): boolean {
  try {
    MailApp.sendEmail({ to, subject, body });
    return true;
  } catch (thrown) {
    console.warn(`A reminder was not taken: ${String(thrown)}`);
    return false;
  }
}

function reminderLines(units: readonly Reminded[], { board }: Reading, clock: Clock): readonly LogEntry[] {
  const time = showMoment(clock.moment());
  const { year } = board.records.commune;
  return [...new Set(units.map(({ unit }) => unit))].map((unit) => ({
    time,
    role: COORDINATOR_ROLE,
    unit,
    action: "remind",
    reason: "",
    year,
    submission: "",
    digest: "",
  }));
}
