/**
 * Making a report step by step, a call each: folder, .docx, Google Doc, PDF, log. What a step leaves behind is noted
 * before it begins and after it has ended; what it could not do is told with what is there all the same.
 */
import { showMoment } from "../../core/workflow/deadline.ts";
import { fnv64 } from "../../core/workflow/digest.ts";
import { REPORT_FILE_NAMES, REPORT_FILES, type ReportFile, type ReportStep } from "../../core/workflow/report-steps.ts";
import { WorkbookFault } from "../../workbook/grid.ts";
import { LOG_TAB } from "../../workbook/schema.ts";
import { droppedRow, type LoggedFile, readReports, reportRow } from "../../workbook/workflow/report-log.ts";
import { freeName } from "../../workbook/workflow/report-name.ts";
import { openBook, readBookSettings } from "../book.ts";
import { requireCoordinator, withDocumentLock } from "../change.ts";
import type { Clock } from "../clock.ts";
import {
  DOCX,
  type DriveFiles,
  describeFile,
  driveFiles,
  driveLinks,
  GOOGLE_DOC,
  PDF,
  STORED_FIELDS,
  sayDrive,
} from "../outputs/drive.ts";
import { notedFolder, openFolder } from "../outputs/folder.ts";
import { adviceOn, jobLine, sayState } from "../outputs/job-words.ts";
import { dropJob, type Job, listJobs, noteJob, takeJob } from "../outputs/jobs.ts";
import { exportOwnTemplate } from "../outputs/own-template.ts";
import { type ReportRequest, type WrittenReport, writeReport } from "../report.ts";
import type { JobRequest, MadeReport, MakeReportRequest, ReportFolder, ReportProgress } from "../rpc/report.ts";
import { openTabs } from "../tabs.ts";
import { thrownMessage } from "../thrown.ts";
import { appendLines } from "../workflow/log-writer.ts";
import { readPermissions } from "../workflow/who.ts";

const NO_CONSENT = "Bạn chưa cho phép sổ lưu tệp vào Drive. Hãy tải tệp về, hoặc cấp quyền ở Thiết lập rồi làm lại.";

/** Opens the folder, the first step of a report that is kept. A fault of Drive's is told; the report can be downloaded. */
export function openReportFolder(): ReportFolder {
  const book = openBook();
  requireCoordinator(book);
  if (!readPermissions().drive) return { url: "", problem: NO_CONSENT };
  const settings = readBookSettings(book);
  try {
    return { url: openFolder(settings).link, problem: "" };
  } catch (thrown) {
    return {
      url: "",
      problem: `Chưa mở được thư mục báo cáo trong Drive; hãy tải tệp về máy. Lý do: ${sayDrive(thrown)}`,
    };
  }
}

/** Writes the report, and keeps its .docx where it is to be kept. It is handed over for a download in any case. */
export function makeDeskReport(request: MakeReportRequest, clock: Clock): MadeReport {
  requireCoordinator(openBook());
  const { kind, date, number, individuals } = request;
  const template = request.ownTemplate ? exportOwnTemplate() : request.template;
  const written = writeReport({
    kind,
    ...(date === null ? {} : { date }),
    ...(template === null ? {} : { template }),
    ...(number === null ? {} : { number }),
    ...(individuals === undefined ? {} : { individuals }),
  });
  const base64 = Utilities.base64Encode(written.bytes);
  const begun = begin(request, written, fnv64(base64), clock);
  const { job, problem } = request.drive ? keepDocx(begun, written) : { job: { ...begun, since: 0 }, problem: "" };
  noteJob(job);
  return {
    ...progressOf(job, problem),
    fileName: `${job.name}.docx`,
    base64,
    draft: job.draft,
    reasons: written.reasons,
  };
}

/** Gives the report a name that no other has, and notes it. */
function begin({ kind, drive }: MakeReportRequest, written: WrittenReport, mark: string, clock: Clock): Job {
  return withDocumentLock(() => {
    const { draft, digest, year } = written;
    const reports = readReports(openTabs(openBook()).read(LOG_TAB));
    const name = freeName(written.name, new Set([...reports, ...listJobs()].map((known) => known.name)));
    const started = showMoment(clock.moment());
    const id = fnv64(`${name}|${started}`);
    const job: Job = {
      id,
      kind,
      year,
      name,
      draft,
      digest,
      mark,
      started,
      files: {},
      at: drive ? "write" : "log",
      since: Date.now(),
    };
    noteJob(job);
    return job;
  });
}

type Stepped = { readonly job: Job; readonly problem: string };

function keepDocx(job: Job, { bytes }: WrittenReport): Stepped {
  if (!readPermissions().drive) return { job: { ...job, at: "log", since: 0 }, problem: NO_CONSENT };
  const name = `${job.name}.docx`;
  try {
    const blob = Utilities.newBlob(bytes, DOCX, name);
    const made = driveFiles().create({ name, mimeType: DOCX, ...inFolder() }, blob, STORED_FIELDS);
    return { job: withFile(job, "docx", { ...describeFile(made), name, size: bytes.length }, "document"), problem: "" };
  } catch (thrown) {
    const problem = `Chưa lưu được tệp nào vào Drive; hãy tải tệp .docx về máy. Lý do: ${sayDrive(thrown)}`;
    return { job: { ...job, at: "log", since: 0 }, problem };
  }
}

function inFolder(): { readonly parents?: string[] } {
  const folder = notedFolder();
  return folder ? { parents: [folder.id] } : {};
}

function withFile(job: Job, file: ReportFile, kept: LoggedFile, at: ReportStep): Job {
  return { ...job, files: { ...job.files, [file]: kept }, at, since: 0 };
}

/** Does the next step of a report. What Drive refuses is told; the log's line is written all the same, at the end. */
export function continueReport({ job: id }: JobRequest, clock: Clock): ReportProgress {
  requireCoordinator(openBook());
  const taken = takeJob(id);
  // A writing that was cut off cannot go on: nobody has its bytes any more. What there is goes into the log.
  if (taken.at === "log" || taken.at === "write") return logReport(taken, clock);
  const { job, problem } = doStep(taken);
  noteJob(job);
  return progressOf(job, problem);
}

function doStep(job: Job): Stepped {
  try {
    return { job: job.at === "document" ? makeDocument(job) : makePdf(job), problem: "" };
  } catch (thrown) {
    return {
      job: { ...job, at: "log", since: 0 },
      problem: `${sayState(job)} Lý do: ${sayDrive(thrown)} ${adviceOn(job)}`,
    };
  }
}

function makeDocument(job: Job): Job {
  const { docx } = job.files;
  if (!docx) throw new WorkbookFault("Chưa có tệp .docx trong Drive.");
  const wanted = { name: job.name, mimeType: GOOGLE_DOC, ...inFolder() };
  const made = driveFiles().copy(wanted, docx.id, STORED_FIELDS);
  return withFile(job, "document", { ...describeFile(made), name: job.name, size: 0 }, "pdf");
}

function makePdf(job: Job): Job {
  const { document } = job.files;
  if (!document) throw new WorkbookFault("Chưa có Google Tài liệu để làm PDF.");
  const files = driveFiles();
  const name = `${job.name}.pdf`;
  const blob = files.export(document.id, PDF, { alt: "media" });
  const made = files.create({ name, mimeType: PDF, ...inFolder() }, blob.setName(name), STORED_FIELDS);
  return withFile(job, "pdf", { ...describeFile(made), name, size: blob.getBytes().length }, "log");
}

function logReport(job: Job, clock: Clock): ReportProgress {
  try {
    withDocumentLock(() => {
      const { id, kind, year, name, draft, digest, mark, files } = job;
      const time = showMoment(clock.moment());
      const line = { id, time, kind, year, name, draft, digest, mark, files, words: jobLine(job) };
      appendLines(openTabs(openBook()), [reportRow(line)]);
    });
  } catch (thrown) {
    noteJob({ ...job, since: 0 });
    throw new WorkbookFault(
      `${sayState(job)} Chưa ghi được vào Nhật ký: ${thrownMessage(thrown)} Mở lại mục Báo cáo và bấm Làm tiếp để ghi.`,
    );
  }
  dropJob(job.id);
  return { ...progressOf(job, ""), next: null };
}

function progressOf(job: Job, problem: string): ReportProgress {
  return {
    job: job.id,
    next: job.at,
    files: REPORT_FILES.filter((file) => job.files[file]),
    links: driveLinks(job.files),
    problem,
  };
}

/** Gives a report up: its files go to the bin, and what could not is named, in the answer as in the log. */
export function dropReport({ job: id }: JobRequest, clock: Clock): { readonly message: string } {
  requireCoordinator(openBook());
  const job = takeJob(id);
  const left: string[] = [];
  for (const file of REPORT_FILES) {
    const kept = job.files[file];
    if (!kept) continue;
    try {
      driveFiles().update({ trashed: true }, kept.id);
    } catch {
      left.push(`${REPORT_FILE_NAMES[file]} “${kept.name}”`);
    }
  }
  const bin =
    left.length === 0
      ? "Các tệp của nó, nếu có, đã vào thùng rác của Drive."
      : `Còn trong Drive, hãy tự xóa: ${left.join(", ")}.`;
  const message = `Đã bỏ báo cáo làm dở “${job.name}”. ${bin}`;
  withDocumentLock(() => {
    const { year, digest } = job;
    appendLines(openTabs(openBook()), [
      droppedRow({ id, time: showMoment(clock.moment()), year, digest, words: message }),
    ]);
  });
  dropJob(id);
  return { message };
}

/** Where the report is, and what to know before sending it. */
export type ReportOutcome = {
  readonly fileName: string;
  readonly fileId: string;
  readonly documentId: string;
  /** True until all units are complete and approved: the report says so itself. */
  readonly draft: boolean;
  /** Why it is a draft, with how many units; empty: it is not a draft. */
  readonly reasons: readonly string[];
};

/** Makes the report of the open workbook at one go: a .docx and a Google Doc, with as few calls as that takes. */
export function makeReport(request: ReportRequest): ReportOutcome {
  const { name, bytes, draft, reasons } = writeReport(request);
  const kept = keepInDrive(driveFiles(), name, Utilities.newBlob(bytes, DOCX, `${name}.docx`));
  return { fileName: `${name}.docx`, ...kept, draft, reasons };
}

/**
 * Keeps the .docx, which is the official copy, and a Google Doc of it to edit. Where the first fails, nothing is there,
 * and Drive's own error says why.
 * @throws WorkbookFault where only the .docx is there.
 */
export function keepInDrive(
  files: Pick<DriveFiles, "create">,
  name: string,
  blob: GoogleAppsScript.Base.Blob,
): { readonly fileId: string; readonly documentId: string } {
  const file = files.create({ name: `${name}.docx`, mimeType: DOCX }, blob);
  try {
    const document = files.create({ name, mimeType: GOOGLE_DOC }, blob);
    return { fileId: file.id ?? "", documentId: document.id ?? "" };
  } catch (cause) {
    throw new WorkbookFault(
      `Đã lưu “${name}.docx” trong Drive, nhưng chưa chuyển được sang Google Tài liệu. Hãy dùng tệp .docx đó, hoặc xóa nó rồi lập lại báo cáo. Lý do: ${sayDrive(cause)}`,
    );
  }
}
