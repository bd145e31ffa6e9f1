/**
 * What the offline host's command line calls: plain JSON in, plain JSON out, never a Date. Arguments come from outside
 * and are checked here; who may write is decided by the spreadsheet's own protections.
 */
import { computeScorecard, type Scorecard } from "../core/scorecard.ts";
import type { FolderTable } from "../workbook/folder/table.ts";
import { cellText, WorkbookFault } from "../workbook/grid.ts";
import { type LocatedIssue, listIssues } from "../workbook/issues.ts";
import type { WorkbookRecords } from "../workbook/read/workbook.ts";
import { UNPROTECTED } from "../workbook/rights.ts";
import { UNITS_TAB } from "../workbook/schema.ts";
import { readYear } from "../workbook/settings.ts";
import { type ImportOutcome, importIntoOpenWorkbook } from "./acts/import.ts";
import { makeReport, type ReportOutcome } from "./acts/make-report.ts";
import { createFromFolder, type SetupOutcome } from "./acts/set-up.ts";
import { openBook, readBook } from "./book.ts";
import { startClock } from "./clock.ts";
import { REPORT_KINDS, readKind } from "./report-kinds.ts";
import { isProtected } from "./tabs.ts";

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === "string");
}

function isTable(value: unknown): value is FolderTable {
  if (!isRecord(value)) return false;
  const { file, header, rows } = value;
  if (typeof file !== "string" || !isTexts(header) || !Array.isArray(rows)) return false;
  return rows.every((row: unknown) => isRecord(row) && typeof row["line"] === "number" && isTexts(row["cells"]));
}

/** JSON knows no `undefined`: what was left out arrives as null. */
function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function readTables(argument: unknown): readonly FolderTable[] {
  if (Array.isArray(argument) && argument.every(isTable)) return argument;
  throw new WorkbookFault("Cần danh sách bảng {file, header, rows: [{line, cells}]}; dữ liệu gửi lên không đúng dạng.");
}

/** Makes a workbook of a data folder's tables in the open, empty spreadsheet. */
export function createWorkbook(tables: unknown, year: unknown): SetupOutcome {
  const wanted = readYear(year);
  if (wanted === undefined && !isAbsent(year)) {
    throw new WorkbookFault(`Cần năm báo cáo từ 2020 đến 2100; thấy “${cellText(year)}”.`);
  }
  return createFromFolder(readTables(tables), wanted, startClock());
}

/** Puts a data folder's figures into the open workbook. */
export function importFolder(tables: unknown): ImportOutcome {
  return importIntoOpenWorkbook(readTables(tables), startClock());
}

/** Computes the scorecard of the open workbook. */
export function getScorecard(): Scorecard {
  return computeScorecard(readBook(openBook()).commune);
}

/** Lists the issues of the open workbook. */
export function getIssues(): readonly LocatedIssue[] {
  const book = openBook();
  const records = readBook(book);
  return [...findUnprotected(book, records), ...listIssues(records)];
}

/** Says of a workbook whose register nobody has protected that it is open to all. */
function findUnprotected(book: GoogleAppsScript.Spreadsheet.Spreadsheet, { layout }: WorkbookRecords): LocatedIssue[] {
  const id = layout.tabIds.get(UNITS_TAB.title);
  const register = id === undefined ? null : book.getSheetById(id);
  if (!register || isProtected(register)) return [];
  const place = { tab: UNITS_TAB.title, cell: "A1", unit: "", element: "" };
  return [{ severity: "warning", code: "no-protection", ...place, message: `${UNPROTECTED}.` }];
}

/** Makes the report of the open workbook. */
export function createReport(request: unknown): ReportOutcome {
  const fields = isRecord(request) ? request : {};
  const { kind: wanted, template, individuals } = fields;
  const kind = readKind(wanted ?? "year");
  if (!kind) throw new WorkbookFault(`Cần loại báo cáo ${REPORT_KINDS.join(", ")}; thấy “${cellText(wanted)}”.`);
  const named = isAbsent(individuals) ? [] : individuals;
  if (!isTexts(named)) throw new WorkbookFault("Cần danh sách tên cá nhân; dữ liệu gửi lên không đúng dạng.");
  if (isAbsent(template)) return makeReport({ kind, individuals: named });
  if (typeof template === "string") return makeReport({ kind, template, individuals: named });
  throw new WorkbookFault("Cần mẫu báo cáo là tệp .docx viết bằng base64; dữ liệu gửi lên không đúng dạng.");
}
