/** Writing the report: figures → model → .docx, which can be traced to the figures. Where it goes is told in `outputs/`. */
import type { Commune, Settings } from "../core/commune.ts";
import type { Day } from "../core/period.ts";
import { computeScorecard } from "../core/scorecard.ts";
import { digestCommune } from "../core/workflow/report-digest.ts";
import { buildReportModel, type ReportModel, type ReportOptions } from "../report/model.ts";
import type { ReportKind } from "../report/sections/heading.ts";
import { readLog } from "../workbook/workflow/log.ts";
import { reportName } from "../workbook/workflow/report-name.ts";
import { fileUnits, judgeUnits } from "../workbook/workflow/standings.ts";
import { openBook, readBookGrids, readRecords } from "./book.ts";
import { startClock } from "./clock.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export type ReportRequest = {
  readonly kind: ReportKind;
  /** A template of the user's own, a .docx or the same in base64; absent: the default. */
  readonly template?: string | Uint8Array;
  /** The day that it bears; absent: left blank for the signing. */
  readonly date?: Day;
  /** Its number, `123`; absent: left blank for the registry. */
  readonly number?: string;
  /** Persons to be proposed for commendation, a name each; kept in no workbook. */
  readonly individuals?: readonly string[];
};

/** The report as a file, and what to know before sending it. */
export type WrittenReport = {
  /** Without its ending. */
  readonly name: string;
  /** As Apps Script counts bytes. */
  readonly bytes: number[];
  readonly draft: boolean;
  /** Why it is a draft; empty if it is not one. */
  readonly reasons: readonly string[];
  readonly settings: Settings;
  readonly year: number;
  /** Of the figures that it tells; the file bears it, too. */
  readonly digest: string;
};

/** The property of the file by which a report is traced to its figures; no page shows it. */
const DIGEST_PROPERTY = "So2282.DauSoLieu";

/** Writes the report of the open workbook, and keeps it nowhere. */
export function writeReport(request: ReportRequest): WrittenReport {
  const { commune, model } = readReportModel(openBook(), request);
  const { fillReport } = loadFiller();
  const digest = digestCommune(commune);
  const bytes = fillReport(request.template ?? loadDefaultTemplate(), model, { [DIGEST_PROPERTY]: digest });
  const { settings, year } = commune;
  return {
    name: reportName(settings, request.kind),
    bytes: toSignedBytes(bytes),
    draft: model.du_thao,
    reasons: model.ly_do_du_thao,
    settings,
    year,
    digest,
  };
}

/** What is chosen for one report. */
type ReportChoice = Pick<ReportOptions, "kind" | "date" | "number" | "individuals">;

/** Reads the workbook and the log, a constant number of calls, and builds the model. */
function readReportModel(
  book: Spreadsheet,
  { kind, date, number, individuals }: ReportChoice,
): { readonly commune: Commune; readonly model: ReportModel } {
  const grids = readBookGrids(book);
  const { commune } = readRecords(grids);
  const log = grids.log.length === 0 ? [] : readLog(grids.log);
  const filings = fileUnits(judgeUnits(commune, grids, log, startClock().moment()), log, commune.year);
  const model = buildReportModel(commune, computeScorecard(commune), {
    kind,
    filings,
    ...(date === undefined ? {} : { date }),
    ...(number === undefined ? {} : { number }),
    ...(individuals === undefined ? {} : { individuals }),
  });
  return { commune, model };
}

/** Loads docxtemplater and the template: only when a report is made, never for a formula or a menu. */
export function loadFiller(): typeof import("../report/fill.ts") {
  return require("../report/fill.ts");
}

/** Returns the template that the add-on brings, with the pages that explain its tags and reach no report; in base64. */
export function loadDefaultTemplate(): string {
  const loaded: typeof import("virtual:default-template") = require("virtual:default-template");
  return loaded.default;
}

/** Apps Script takes bytes as numbers from −128 to 127. */
function toSignedBytes(bytes: Uint8Array): number[] {
  return Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte));
}
