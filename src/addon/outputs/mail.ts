/**
 * A report goes to the province by mail: shown first, then sent once. A wish to send has a name, noted before the mail
 * goes out and again once it is out, so that a second click, a second window or a call that arrives twice sends nothing
 * more. Of a mail that was cut off between the two, a person says what became of it.
 */
import { oneLine } from "../../core/text.ts";
import { showMoment } from "../../core/workflow/deadline.ts";
import { MAILED_FILES, type MailedFile } from "../../core/workflow/report-steps.ts";
import { WorkbookFault } from "../../workbook/grid.ts";
import { readTypedSettings } from "../../workbook/read/workbook.ts";
import { LOG_TAB, SETTINGS_TAB } from "../../workbook/schema.ts";
import { readReportMailboxes, readSettings } from "../../workbook/settings.ts";
import {
  findDoubts,
  findLetterProblems,
  type Letter,
  readMailboxes,
  sayRecipients,
  sayUnsureReport,
  showSize,
  writeLetter,
} from "../../workbook/workflow/letter.ts";
import { type LoggedReport, readReports, sentRow } from "../../workbook/workflow/report-log.ts";
import { openBook } from "../book.ts";
import { requireCoordinator, withDocumentLock } from "../change.ts";
import type { Clock } from "../clock.ts";
import { KIND_NAMES, readKind } from "../report-kinds.ts";
import type { MailPreview, MailWish, SendRequest, SentReport, SettleRequest } from "../rpc/report.ts";
import { openTabs, type Tabs } from "../tabs.ts";
import { thrownMessage } from "../thrown.ts";
import { appendLines } from "../workflow/log-writer.ts";
import { readPermissions } from "../workflow/who.ts";
import { fetchFile } from "./attachment.ts";
import { isRefused } from "./quota.ts";
import { forgetSending, listSendings, noteSending, readSentTime, type Sending, settleSent } from "./sendings.ts";

/** Names a report as its mail and the sidebar do: `Báo cáo năm 2026`. */
export function reportTitle({ kind, year }: Pick<LoggedReport, "kind" | "year">): string {
  return `${KIND_NAMES[readKind(kind) ?? "year"]} ${year}`;
}

function findReport(tabs: Tabs, id: string): LoggedReport {
  const report = readReports(tabs.read(LOG_TAB)).find((known) => known.id === id);
  if (report) return report;
  throw new WorkbookFault("Không thấy báo cáo này trong Nhật ký. Hãy mở lại mục Báo cáo rồi chọn lại.");
}

function offeredFiles({ files }: LoggedReport): readonly MailedFile[] {
  return MAILED_FILES.filter((file) => files[file]);
}

/** Shows the mail as it would go out; sends nothing. */
export function previewMail({ report: id, to, subject, body, files }: MailWish): MailPreview {
  const book = openBook();
  requireCoordinator(book);
  const tabs = openTabs(book);
  const report = findReport(tabs, id);
  const typed = readTypedSettings(tabs.read(SETTINGS_TAB));
  const proposed = writeLetter(readSettings(typed), { title: reportTitle(report), draft: report.draft });
  const offered = offeredFiles(report);
  const chosen = offered.filter((file) => files === null || files.includes(file));
  const mail = {
    to: to === null ? readReportMailboxes(typed) : readMailboxes(to),
    subject: oneLine(subject ?? proposed.subject),
    body: body ?? proposed.body,
  };
  const unsure = findUnsureSendings(report, listSendings()).map(sayUnsureReport);
  const problems = [...unsure, ...findLetterProblems(letterOf(mail, chosen, report), readQuota())];
  return {
    report: id,
    ...mail,
    offered: offered.map((file) => ({
      file,
      name: report.files[file]?.name ?? "",
      size: showSize(report.files[file]?.size ?? 0),
    })),
    files: chosen,
    draft: report.draft,
    warnings: findDoubts(mail),
    problems,
  };
}

function letterOf(
  mail: Pick<Letter, "to" | "subject" | "body">,
  files: readonly MailedFile[],
  report: LoggedReport,
): Letter {
  return { ...mail, files: files.length, bytes: files.reduce((sum, file) => sum + (report.files[file]?.size ?? 0), 0) };
}

/** Recipients that are left for today; null where the user has not let the add-on send. */
function readQuota(): number | null {
  return readPermissions().mail ? MailApp.getRemainingDailyQuota() : null;
}

/** Sends a report; the log has a line of it. */
export function sendReport(request: SendRequest, clock: Clock): SentReport {
  const book = openBook();
  requireCoordinator(book);
  return withDocumentLock(() => {
    const before = readSentTime(request.id);
    if (before !== undefined) return saySentBefore(before);
    const tabs = openTabs(book);
    const report = findReport(tabs, request.report);
    const sendings = listSendings();
    for (const sending of sendings.filter((known) => isOut(known, report))) settleIfPossible(tabs, sending, report);
    const same = sendings.find(({ id }) => id === request.id);
    if (same && isOut(same, report)) return saySentBefore(same.time);
    const [unsure] = findUnsureSendings(report, sendings);
    if (unsure) throw new WorkbookFault(sayUnsureReport(unsure));
    const { to, body } = request;
    const subject = oneLine(request.subject);
    const files = offeredFiles(report).filter((file) => request.files.includes(file));
    const quota = readQuota();
    const [problem] = findLetterProblems(letterOf({ to, subject, body }, files, report), quota);
    if (problem !== undefined) throw new WorkbookFault(problem);
    if (report.draft && !request.draftAgreed) {
      throw new WorkbookFault(
        "Báo cáo này mang chữ DỰ THẢO. Cần bạn đánh dấu đồng ý gửi bản dự thảo; thấy chưa đánh dấu.",
      );
    }
    const attachments = files.map((file) => fetchFile(report, file, request.docx));
    const { year, digest } = report;
    const time = showMoment(clock.moment());
    const words = `${report.name} (${files.map((file) => `.${file}`).join(", ")}) tới ${sayRecipients(to)}.${report.draft ? " Bản DỰ THẢO." : ""}`;
    const sending: Sending = { id: request.id, report: report.id, time, year, digest, subject, words, sent: false };
    try {
      noteSending(sending);
      MailApp.sendEmail({ to: to.join(","), subject, body, attachments });
    } catch (thrown) {
      if (quota === null || !isRefused(thrownMessage(thrown), to, quota))
        throw new WorkbookFault(sayUnsureReport(sending));
      forgetSending(sending.id);
      throw new WorkbookFault(
        `Chưa gửi được thư, chưa ai nhận được gì. Google báo: ${thrownMessage(thrown)}. Hãy xem lại rồi gửi lại.`,
      );
    }
    noteOut(tabs, sending, report);
    return { time: time.slice(0, -3), to, again: false };
  });
}

/** The mail is out: that it could not be noted must not look like a mail that was not sent. */
function noteOut(tabs: Tabs, sending: Sending, report: LoggedReport): void {
  try {
    logSending(tabs, sending, report);
  } catch (thrown) {
    const note = `Thư đã gửi lúc ${sending.time}; đừng gửi lại. Chỉ chưa ghi xong vào Nhật ký: ${thrownMessage(thrown)} Lần gửi sau sổ ghi bù.`;
    noteSending({ ...sending, sent: true });
    throw new WorkbookFault(note);
  }
}

/** Settles what an earlier call left; where that fails again, it is left to the next. */
function settleIfPossible(...given: Parameters<typeof logSending>): void {
  try {
    logSending(...given);
  } catch (thrown) {
    console.warn(`The line of a mail is still missing: ${thrownMessage(thrown)}`);
  }
}

/** Writes the line of a mail that is out, where the log has none yet, and settles the mail. */
function logSending(tabs: Tabs, sending: Sending, { id, sent }: LoggedReport, remark = ""): void {
  const { time, year, digest, words } = sending;
  const hasLine = sent.some(({ mail }) => mail === sending.id);
  if (!hasLine) appendLines(tabs, [sentRow({ id, time, year, digest, words: `${words}${remark}` }, sending.id)]);
  SpreadsheetApp.flush();
  settleSent(sending);
}

/** Tells whether a mail that is not settled is out all the same: its line comes after it. */
function isOut(sending: Sending, { id, sent }: LoggedReport): boolean {
  return sending.report === id && (sending.sent || sent.some(({ mail }) => mail === sending.id));
}

/** Finds the mails of a report of which nobody knows whether they are out. */
export function findUnsureSendings(report: LoggedReport, sendings: readonly Sending[]): readonly Sending[] {
  return sendings.filter((sending) => sending.report === report.id && !isOut(sending, report));
}

/** Settles a mail of which nobody knew whether it is out, at the word of a person who has looked. */
export function settleMail({ id, sent }: SettleRequest): { readonly message: string } {
  const book = openBook();
  requireCoordinator(book);
  return withDocumentLock(() => {
    const sending = listSendings().find((known) => known.id === id);
    if (!sending) return { message: "Thư này đã có kết quả, không còn phải chọn." };
    if (!sent) {
      forgetSending(id);
      return { message: "Đã ghi nhận là thư chưa đi. Có thể gửi lại." };
    }
    const tabs = openTabs(book);
    logSending(tabs, sending, findReport(tabs, sending.report), " Người tổng hợp xem lại: thư đã đi.");
    return { message: `Đã ghi vào Nhật ký là thư đã gửi lúc ${sending.time.slice(0, -3)}.` };
  });
}

function saySentBefore(time: string): SentReport {
  return { time: time.slice(0, -3), to: [], again: true };
}
