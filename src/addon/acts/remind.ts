/**
 * Sends what is due: a mail for each mailbox, within the day's quota; the rest goes out later. Each is noted before it goes
 * out, has its line in the log at once, and is then noted as sent. One that was cut off in between is not sent again: it
 * is unsure until a person says what became of it.
 */
import { oneLine } from "../../core/text.ts";
import { isGivenUp } from "../../core/workflow/reminder.ts";
import { type ReminderLetter, writeReminder, writeSummary } from "../../workbook/workflow/reminded.ts";
import { findBook, openBook } from "../book.ts";
import { withDocumentLock } from "../change.ts";
import type { Clock } from "../clock.ts";
import { isRefused } from "../outputs/quota.ts";
import { appendOnce, reminderLines, settleUnsure, VERDICTS } from "../reminders/lines.ts";
import { clearMissingDocument, noteMissingDocument } from "../reminders/missing-document.ts";
import { findRefused, findUnsureMailboxes } from "../reminders/refused.ts";
import { findRound, problemOf, showPlan } from "../reminders/reminders.ts";
import { keepSent, markOf, readSentLog, type SentLog } from "../reminders/sent.ts";
import type { ReminderPlan, ReminderRun, SettleReminderRequest } from "../rpc/reminders.ts";
import { thrownMessage } from "../thrown.ts";
import { appendLog, gatherSubmissions } from "../workflow/log-writer.ts";
import { type Reading, readAsCoordinator } from "../workflow/reading.ts";
import { readMailbox, readPermissions } from "../workflow/who.ts";

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
    noteMissingDocument(clock.text());
    return {
      ...NOTHING,
      problem: "Google không cho biết bảng tính nào; chưa gửi thư nào. Hãy mở sổ và gửi từ bảng bên.",
    };
  }
  return withDocumentLock(() => {
    const reading = readAsCoordinator(book, clock);
    clearMissingDocument();
    const problem = problemOf({ ...readPermissions(), triggers: true });
    return problem === "" ? sendRound(book, reading, clock, sender) : { ...NOTHING, problem };
  });
}

/** What a round has done so far. */
type Run = { readonly log: SentLog; readonly tried: number; readonly sent: number; readonly failed: readonly string[] };

function sendRound(book: Spreadsheet, reading: Reading, clock: Clock, sender: Sender): ReminderRun {
  const { board, tabs } = reading;
  const { day } = clock.moment();
  const before = readSentLog(reading.notes);
  const { log: known, lines } = settleUnsure(before, reading, clock);
  const { due, mails } = findRound(book, reading, known, day);
  if (due === undefined && known.untold === null && lines.length === 0) {
    return { ...NOTHING, problem: "Hôm nay không có đợt nhắc nào." };
  }
  const log = due === undefined || known.round === due ? known : { ...known, ...EMPTY_ROUND, round: due };
  const isLeftOut = (mark: string) =>
    log.marks.includes(mark) ||
    log.unsure.some((one) => one.mark === mark) ||
    (sender === "trigger" && isGivenUp(log.refused.get(mark) ?? 0));
  const waiting = due === undefined ? [] : [...mails].filter(([mailbox]) => !isLeftOut(markOf(mailbox)));
  let run: Run = { log, tried: 0, sent: 0, failed: [] };
  let isChanged = log !== before;
  let quota = 0;
  let problem = "";
  const owed = [...lines];
  try {
    appendLog(tabs, owed);
    owed.length = 0;
    if (waiting.length > 0 || log.untold !== null) quota = MailApp.getRemainingDailyQuota();
    if (waiting.length > 0) appendLog(tabs, gatherSubmissions(board));
    for (const [mailbox, units] of waiting) {
      if (quota <= SUMMARY || !clock.hasTime()) break;
      const mark = markOf(mailbox);
      const refused = new Map([...run.log.refused].filter(([other]) => other !== mark));
      const about = { mark, units: units.map(({ unit }) => unit) };
      const unsure = { ...run.log, refused, unsure: [...run.log.unsure, about], untold: run.log.untold ?? 0 };
      isChanged = true;
      keepSent(unsure);
      run = { ...run, tried: run.tried + 1, log: { ...run.log, untold: unsure.untold } };
      const outcome = send(mailbox, writeReminder(units, board, day), quota);
      if (outcome === "refused") {
        // Google has said no: it is not shown as sent, and tried again with the round's next runs, some of them.
        refused.set(mark, (run.log.refused.get(mark) ?? 0) + 1);
        run = { ...run, failed: [...run.failed, mailbox], log: { ...run.log, refused } };
        continue;
      }
      quota--;
      const next =
        outcome === "unsure"
          ? unsure
          : { ...run.log, refused, marks: [...run.log.marks, mark], untold: unsure.untold + 1 };
      run = { ...run, sent: run.sent + (outcome === "sent" ? 1 : 0), log: next };
      owed.push(...reminderLines(about, next.round, outcome === "sent" ? "" : VERDICTS.unsure, reading, clock));
      appendLog(tabs, owed);
      SpreadsheetApp.flush();
      owed.length = 0;
    }
  } catch (thrown) {
    problem = sayStopped(thrown);
    // Whoever switched the daily run on hears of it by mail.
    run = { ...run, log: { ...run.log, untold: run.log.untold ?? 0 } };
    isChanged = true;
  }
  const left = waiting.length - run.tried;
  try {
    appendOnce(tabs, owed);
    if (isChanged) keepSent(run.log);
    const { untold, unsure } = run.log;
    if (untold !== null) {
      const mailbox = readMailbox();
      const [refused, unclear] = [findRefused(mails, run.log), findUnsureMailboxes(mails, unsure)];
      const told = { sent: untold, left, refused, unsure: unclear, problem };
      // Noted before it goes out: one that is cut off is not sent again, and the sidebar says that it is unsure.
      const settled = { ...run.log, untold: null };
      keepSent({ ...settled, isTelling: true });
      const outcome = mailbox === "" ? "sent" : send(mailbox, writeSummary(board, told, day), quota);
      if (outcome === "sent") keepSent({ ...settled, isTelling: false });
      else if (outcome === "refused") keepSent({ ...run.log, isTelling: false });
    }
  } catch (thrown) {
    problem = problem === "" ? sayStopped(thrown) : problem;
  }
  const rest = left > 0 && problem === "" ? sayLeft(quota - SUMMARY) : problem;
  return { sent: run.sent, left, failed: run.failed, problem: rest };
}

const EMPTY_ROUND = { marks: [], unsure: [], refused: new Map<string, number>() };

function sayLeft(quota: number): string {
  return quota <= 0
    ? "Hết lượt thư hôm nay; phần còn lại gửi ngày mai."
    : "Google dừng việc này vì hết giờ; phần còn lại gửi ngày mai, hoặc bấm Gửi ngay lần nữa.";
}

function sayStopped(thrown: unknown): string {
  return `Việc gửi bị dừng giữa chừng. Google báo: ${thrownMessage(thrown)}. Phần còn lại gửi ở lần chạy sau, hoặc bấm Gửi ngay lần nữa; không ai nhận hai thư.`;
}

/**
 * Sends a mail. `refused`: Google has not taken it for its mailbox, and counted none; one bad mailbox must not keep the others from their
 * mail. `unsure`: a fault that does not tell. `quota`: what was left for the day before.
 */
function send(to: string, { subject, body }: ReminderLetter, quota: number): "sent" | "refused" | "unsure" {
  try {
    MailApp.sendEmail({ to, subject: oneLine(subject), body });
    return "sent";
  } catch (thrown) {
    const fault = thrownMessage(thrown);
    console.warn(`A mail was not taken: ${fault}`);
    return isRefused(fault, [to], quota) ? "refused" : "unsure";
  }
}

/** Settles a reminder of which nobody knew whether it went out, at the word of a person who has looked. */
export function settleReminder({ mailbox, sent }: SettleReminderRequest, clock: Clock): ReminderPlan {
  return withDocumentLock(() => {
    const book = openBook();
    const reading = readAsCoordinator(book, clock);
    const { log, lines } = settleUnsure(readSentLog(reading.notes), reading, clock);
    const mark = markOf(mailbox);
    const unsure = log.unsure.find((one) => one.mark === mark);
    const verdict = sent ? VERDICTS.sent : VERDICTS.notSent;
    const told = unsure ? reminderLines(unsure, log.round, verdict, reading, clock) : [];
    appendLog(reading.tabs, [...lines, ...told]);
    SpreadsheetApp.flush();
    const marks = unsure && sent ? [...log.marks, mark] : log.marks;
    if (unsure) keepSent({ ...log, marks, unsure: log.unsure.filter((one) => one !== unsure) });
    return showPlan(book, reading, clock);
  });
}
