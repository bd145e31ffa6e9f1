/** The report for the sidebar: what is missing before it is sent, and the report itself, with or without Drive. */

import { computeScorecard } from "../core/scorecard.ts";
import { isApproved } from "../core/workflow/filing.ts";
import { buildReportModel, type ReportOptions } from "../report/model.ts";
import type { ReportKind } from "../report/sections/heading.ts";
import { WorkbookFault } from "../workbook/grid.ts";
import { type Board, countIssues } from "../workbook/workflow/board.ts";
import { fileUnits } from "../workbook/workflow/standings.ts";
import { openBook } from "./book.ts";
import { requireCoordinator } from "./change.ts";
import { keepReport, writeReport } from "./report.ts";
import { REPORT_KINDS } from "./report-kinds.ts";
import type { MadeReport, MakeReportRequest, ReportState } from "./rpc/report.ts";
import { readWorkflow } from "./workflow/reading.ts";
import { showIssue } from "./workflow/show.ts";
import { readPermissions } from "./workflow/who.ts";

const KIND_NAMES: Readonly<Record<ReportKind, string>> = {
  year: "Báo cáo năm",
  midterm: "Báo cáo sơ kết",
  final: "Báo cáo tổng kết",
};

/** The years of the reviews by the plan (KH 131): any other year is an ordinary one. */
const REVIEW_YEARS: ReadonlyMap<number, ReportKind> = new Map([
  [2028, "midterm"],
  [2030, "final"],
]);

/** Shows what stands in the way of a report. */
export function readReportState(): ReportState {
  const book = openBook();
  requireCoordinator(book);
  const { board } = readWorkflow(book);
  const { commune } = board.records;
  const suggested = REVIEW_YEARS.get(commune.year) ?? "year";
  return {
    year: commune.year,
    kinds: REPORT_KINDS.map((kind) => ({ kind, name: KIND_NAMES[kind], suggested: kind === suggested })),
    draft: buildReportModel(commune, computeScorecard(commune), { kind: suggested, filings: filingsOf(board) }).du_thao,
    missing: listMissing(board),
    errors: board.issues.filter(({ severity }) => severity === "error").map((issue) => showIssue(board, issue)),
    drive: readPermissions().drive,
  };
}

function filingsOf({ units, log, records }: Board): ReportOptions["filings"] {
  return fileUnits(new Map(units.map((row) => [row.unit.code, row])), log, records.commune.year);
}

function listMissing(board: Board): readonly string[] {
  const { settings } = board.records.commune;
  const incomplete = board.units.filter(({ unit, filled }) => filled.length < unit.elements.length);
  const filings = filingsOf(board);
  const waiting = board.units.filter(({ unit }) => !isApproved(filings.get(unit.code)));
  const faulty = board.units.filter((row) => countIssues(row, "error") > 0);
  const count = (units: readonly unknown[], words: string) =>
    units.length > 0 ? [`${units.length} đơn vị ${words}`] : [];
  const blank = (value: unknown, words: string) => (value === "" || value === undefined ? [words] : []);
  return [
    ...count(incomplete, "chưa báo cáo đủ số liệu; báo cáo sẽ ghi DỰ THẢO"),
    ...count(faulty, "còn lỗi"),
    ...count(waiting, "chưa được duyệt; báo cáo sẽ ghi DỰ THẢO"),
    ...blank(settings.planNo, "Chưa ghi số kế hoạch ở tab Cấu hình"),
    ...blank(settings.planDate, "Chưa ghi ngày ban hành kế hoạch ở tab Cấu hình"),
    ...(settings.addressees.length === 0 ? ["Chưa ghi nơi kính gửi ở tab Cấu hình"] : []),
    ...blank(settings.signer, "Chưa ghi người ký ở tab Cấu hình; báo cáo để trống"),
  ];
}

/** Makes the report. It is returned for a download in any case; a fault of Drive is told beside it. */
export function makeDeskReport({ kind, date, template, number, individuals, drive }: MakeReportRequest): MadeReport {
  requireCoordinator(openBook());
  const written = writeReport({
    kind,
    ...(date === null ? {} : { date }),
    ...(template === null ? {} : { template }),
    ...(number === null ? {} : { number }),
    ...(individuals === undefined ? {} : { individuals }),
  });
  const kept = drive ? tryKeeping(written) : { links: null, problem: "" };
  return {
    fileName: `${written.name}.docx`,
    base64: Utilities.base64Encode(written.bytes),
    draft: written.draft,
    ...kept,
  };
}

function tryKeeping(written: Parameters<typeof keepReport>[0]): Pick<MadeReport, "links" | "problem"> {
  if (!readPermissions().drive) {
    return {
      links: null,
      problem: "Bạn chưa cho phép sổ lưu tệp vào Drive. Hãy tải tệp về, hoặc cấp quyền rồi làm lại.",
    };
  }
  try {
    const { fileId, documentId } = keepReport(written);
    return {
      links: {
        document: `https://docs.google.com/document/d/${documentId}/edit`,
        docx: `https://drive.google.com/file/d/${fileId}/view`,
        pdf: `https://docs.google.com/document/d/${documentId}/export?format=pdf`,
      },
      problem: "",
    };
  } catch (thrown) {
    const said = thrown instanceof WorkbookFault ? thrown.message : `Drive báo: ${String(thrown)}`;
    return { links: null, problem: `Chưa lưu được vào Drive; hãy tải tệp về. ${said}` };
  }
}
