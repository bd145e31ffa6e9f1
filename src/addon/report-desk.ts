/** The report for the sidebar: what is missing before it is made, which were made, and which were left half-way. */

import { computeScorecard } from "../core/scorecard.ts";
import { digestCommune } from "../core/workflow/report-digest.ts";
import { whyDraft } from "../report/draft.ts";
import { type Facts, gatherFacts } from "../report/facts.ts";
import type { ReportKind } from "../report/sections/heading.ts";
import { UNITS_TAB } from "../workbook/schema.ts";
import { type Board, countIssues } from "../workbook/workflow/board.ts";
import { sayUnsureReport } from "../workbook/workflow/letter.ts";
import { type LoggedReport, readReports } from "../workbook/workflow/report-log.ts";
import { fileUnits } from "../workbook/workflow/standings.ts";
import { openBook } from "./book.ts";
import { requireCoordinator } from "./change.ts";
import { driveLinks } from "./outputs/drive.ts";
import { notedFolder } from "./outputs/folder.ts";
import { sayUnfinished } from "./outputs/job-words.ts";
import { isRunning, type Job, listJobs } from "./outputs/jobs.ts";
import { findUnsureSendings, reportTitle } from "./outputs/mail.ts";
import { readOwnTemplate } from "./outputs/own-template.ts";
import { listSendings, type Sending } from "./outputs/sendings.ts";
import { KIND_NAMES, REPORT_KINDS } from "./report-kinds.ts";
import type { ReportListed, ReportState, ReportUnfinished } from "./rpc/report.ts";
import { readWorkflow } from "./workflow/reading.ts";
import { showIssue } from "./workflow/show.ts";
import { readPermissions } from "./workflow/who.ts";

/** The years of the reviews by the plan (KH 131): any other year is an ordinary one. */
const REVIEW_YEARS: ReadonlyMap<number, ReportKind> = new Map([
  [2028, "midterm"],
  [2030, "final"],
]);

/** So many reports are listed; the log has all of them. */
const MOST_LISTED = 12;

/** Shows what stands in the way of a report, and what was made. */
export function readReportState(): ReportState {
  const book = openBook();
  const { board, tabs, grids } = readWorkflow(book);
  requireCoordinator(book, tabs.need(UNITS_TAB.title));
  const { commune } = board.records;
  const suggested = REVIEW_YEARS.get(commune.year) ?? "year";
  const digest = digestCommune(commune);
  const filings = fileUnits(new Map(board.units.map((row) => [row.unit.code, row])), board.log, commune.year);
  const facts = gatherFacts(commune, computeScorecard(commune), filings);
  const sendings = listSendings();
  return {
    year: commune.year,
    kinds: REPORT_KINDS.map((kind) => ({ kind, name: KIND_NAMES[kind], suggested: kind === suggested })),
    draft: whyDraft(facts).length > 0,
    missing: listMissing(board, facts),
    errors: board.issues.filter(({ severity }) => severity === "error").map((issue) => showIssue(board, issue)),
    drive: readPermissions().drive,
    folder: notedFolder()?.link ?? "",
    template: readOwnTemplate(),
    made: readReports(grids.log)
      .slice(-MOST_LISTED)
      .reverse()
      .map((report) => showReport(report, commune.year, digest, sendings)),
    unfinished: listJobs().map(showUnfinished),
  };
}

function showReport(report: LoggedReport, year: number, digest: string, sendings: readonly Sending[]): ReportListed {
  const { id, name, time, draft, files, sent } = report;
  return {
    id,
    title: reportTitle(report),
    name,
    time: time.slice(0, -3),
    draft,
    changed: report.year === year && report.digest !== digest ? "Số liệu đã đổi sau báo cáo này" : "",
    links: driveLinks(files),
    sent: sent.map((line) => `Đã gửi ${line.time.slice(0, -3)}: ${line.words}`),
    unsure: findUnsureSendings(report, sendings).map((sending) => ({
      mail: sending.id,
      text: sayUnsureReport(sending),
    })),
    canSend: files.docx !== undefined || files.pdf !== undefined,
  };
}

function showUnfinished(job: Job): ReportUnfinished {
  return {
    job: job.id,
    name: job.name,
    time: job.started.slice(0, -3),
    text: sayUnfinished(job),
    next: job.at,
    running: isRunning(job),
    links: driveLinks(job.files),
  };
}

function listMissing(board: Board, { commune: { settings }, incomplete, unapproved }: Facts): readonly string[] {
  const faulty = board.units.filter((row) => countIssues(row, "error") > 0);
  const count = (units: readonly unknown[], words: string) =>
    units.length > 0 ? [`${units.length} đơn vị ${words}`] : [];
  const blank = (value: unknown, words: string) => (value === "" || value === undefined ? [words] : []);
  return [
    ...count(incomplete, "chưa báo cáo đủ số liệu; báo cáo sẽ ghi DỰ THẢO"),
    ...count(faulty, "còn lỗi"),
    ...count(unapproved, "chưa được duyệt; báo cáo sẽ ghi DỰ THẢO"),
    ...blank(settings.planNo, "Chưa ghi số kế hoạch ở tab Cấu hình"),
    ...blank(settings.planDate, "Chưa ghi ngày ban hành kế hoạch ở tab Cấu hình"),
    ...(settings.addressees.length === 0 ? ["Chưa ghi nơi kính gửi ở tab Cấu hình"] : []),
    ...blank(settings.signer, "Chưa ghi người ký ở tab Cấu hình; báo cáo để trống"),
  ];
}
