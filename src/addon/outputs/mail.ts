/**
 * A report goes to the province by mail: shown first, then sent once. A wish to send has a name, noted before the mail
 * goes out, so that a second click, a second window or a call that arrives twice sends nothing more.
 */
import { showMoment } from "../../core/workflow/deadline.ts";
import { MAILED_FILES, type MailedFile } from "../../core/workflow/report-steps.ts";
import { WorkbookFault } from "../../workbook/grid.ts";
import { readTypedSettings } from "../../workbook/read/workbook.ts";
import { LOG_TAB, SETTINGS_TAB } from "../../workbook/schema.ts";
import { readReportMailboxes, readSettings } from "../../workbook/settings.ts";
import {
  findDoubts,
  findProblems,
  type Letter,
  readMailboxes,
  sayRecipients,
  showSize,
  writeLetter,
} from "../../workbook/workflow/letter.ts";
import { type LoggedReport, readReports, sentRow } from "../../workbook/workflow/report-log.ts";
import { openBook } from "../book.ts";
import { alone, requireCoordinator } from "../change.ts";
import type { Clock } from "../clock.ts";
import { KIND_NAMES, readKind } from "../report-kinds.ts";
import type { MailPreview, MailWish, SendRequest, SentReport } from "../rpc/report.ts";
import { openTabs, type Tabs } from "../tabs.ts";
import { wordsOf } from "../thrown.ts";
import { appendLines } from "../workflow/log-writer.ts";
import { readPermissions } from "../workflow/who.ts";
import { fetchFile } from "./attachment.ts";
import { forgetSent, keepSent, readSent } from "./sent-wishes.ts";

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
    subject: subject ?? proposed.subject,
    body: body ?? proposed.body,
  };
  const problems = findProblems(letterOf(mail, chosen, report), readQuota());
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
  return alone(() => {
    const before = readSent(request.id);
    if (before !== undefined) return saySentBefore(before);
    const tabs = openTabs(book);
    const report = findReport(tabs, request.report);
    const { to, subject, body } = request;
    const files = offeredFiles(report).filter((file) => request.files.includes(file));
    const [problem] = findProblems(letterOf(request, files, report), readQuota());
    if (problem !== undefined) throw new WorkbookFault(problem);
    if (report.draft && !request.draftAgreed) {
      throw new WorkbookFault(
        "Báo cáo này mang chữ DỰ THẢO. Cần bạn đánh dấu đồng ý gửi bản dự thảo; thấy chưa đánh dấu.",
      );
    }
    const attachments = files.map((file) => fetchFile(report, file, request.docx));
    const time = showMoment(clock.moment());
    keepSent(request.id, time);
    try {
      MailApp.sendEmail({ to: to.join(","), subject, body, attachments });
    } catch (thrown) {
      forgetSent(request.id);
      throw new WorkbookFault(
        `Chưa gửi được thư, chưa ai nhận được gì. Google báo: ${wordsOf(thrown)}. Hãy xem lại rồi gửi lại.`,
      );
    }
    const words = `${report.name} (${files.map((file) => `.${file}`).join(", ")}) tới ${sayRecipients(to)}.${report.draft ? " Bản DỰ THẢO." : ""}`;
    noteInLog(tabs, { id: report.id, time, year: report.year, digest: report.digest, words });
    return { time: time.slice(0, -3), to, again: false };
  });
}

/** The mail is out: that the log could not be written must not look like a mail that was not sent. */
function noteInLog(tabs: Tabs, line: Parameters<typeof sentRow>[0]): void {
  try {
    appendLines(tabs, [sentRow(line)]);
  } catch (thrown) {
    throw new WorkbookFault(
      `Thư đã gửi lúc ${line.time}; đừng gửi lại. Chỉ chưa ghi được vào Nhật ký: ${wordsOf(thrown)} Hãy tự ghi một dòng.`,
    );
  }
}

function saySentBefore(time: string): SentReport {
  return { time: time.slice(0, -3), to: [], again: true };
}
