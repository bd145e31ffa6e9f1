/**
 * A report goes to the province by mail: shown first, then sent once. A wish to send has a name, noted before the mail
 * goes out, so that a second click, a second window or a call that arrives twice sends nothing more.
 */
import { showMoment } from "../../core/workflow/deadline.ts";
import { fnv64 } from "../../core/workflow/digest.ts";
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
import { DOCX, driveFiles, PDF, sayDrive } from "./drive.ts";

type Blob = GoogleAppsScript.Base.Blob;
const TYPES: Readonly<Record<MailedFile, string>> = { docx: DOCX, pdf: PDF };

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

/**
 * Gets a file for the mail, whole: the .docx as the sidebar still has it, else from Drive. What is not as it was made is
 * not sent. Where Drive's service gives a PDF as text, by which its bytes are lost, the PDF is made again of the Doc.
 */
function fetchFile({ files, mark }: LoggedReport, file: MailedFile, held: string | null): Blob {
  const kept = files[file];
  if (!kept) throw new WorkbookFault(`Báo cáo này không có tệp .${file}.`);
  const blobOf = (bytes: number[]) => Utilities.newBlob(bytes, TYPES[file], kept.name);
  if (file === "docx" && held !== null && fnv64(held) === mark) return blobOf(Utilities.base64Decode(held));
  try {
    const bytes = bytesOf(driveFiles().get(kept.id, { alt: "media" }));
    if (bytes === undefined && file === "pdf" && files.document)
      return driveFiles().export(files.document.id, PDF, { alt: "media" }).setName(kept.name);
    if (bytes === undefined) throw new WorkbookFault("Google không trả lại tệp Word nguyên vẹn.");
    if (bytes.length === kept.size && (file === "pdf" || fnv64(Utilities.base64Encode(bytes)) === mark))
      return blobOf(bytes);
    throw new WorkbookFault("Tệp trong Drive không còn như lúc sổ làm ra.");
  } catch (thrown) {
    throw new WorkbookFault(
      `Chưa gửi thư: không lấy được “${kept.name}” từ Drive. ${capital(sayDrive(thrown))} Hãy bỏ chọn tệp đó, tạo lại báo cáo rồi gửi ngay, hoặc tự gửi tệp từ Drive.`,
    );
  }
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Content comes back as a blob; where the service gives text instead, the file's bytes are lost. */
function bytesOf(content: unknown): number[] | undefined {
  if (typeof content !== "object" || content === null || !("getBytes" in content)) return undefined;
  const read: unknown = content.getBytes;
  const bytes: unknown = typeof read === "function" ? Reflect.apply(read, content, []) : undefined;
  return Array.isArray(bytes) ? bytes.map(Number) : undefined;
}

const KEY = "report.sent";

/** So many wishes are remembered; a call that arrives twice does so at once. */
const MOST_REMEMBERED = 40;

function readAll(): readonly (readonly [string, string])[] {
  const text = PropertiesService.getDocumentProperties().getProperty(KEY) ?? "";
  return text.split("|").flatMap((entry): readonly (readonly [string, string])[] => {
    const [id, time] = entry.split("=");
    return id && time ? [[id, time]] : [];
  });
}

function readSent(id: string): string | undefined {
  return readAll().find(([known]) => known === id)?.[1];
}

function keepAll(entries: readonly (readonly [string, string])[]): void {
  const text = entries
    .slice(-MOST_REMEMBERED)
    .map(([id, time]) => `${id}=${time}`)
    .join("|");
  PropertiesService.getDocumentProperties().setProperty(KEY, text);
}

function keepSent(id: string, time: string): void {
  keepAll([...readAll(), [id, time]]);
}

function forgetSent(id: string): void {
  keepAll(readAll().filter(([known]) => known !== id));
}
