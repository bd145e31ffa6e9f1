/** The report's model of the open workbook: its figures, how the units' reports came in, what is given for this report. */
import type { Commune } from "../core/commune.ts";
import { computeScorecard } from "../core/scorecard.ts";
import { buildReportModel, type ReportModel, type ReportOptions } from "../report/model.ts";
import { readLog } from "../workbook/workflow/log.ts";
import { fileUnits, judgeUnits } from "../workbook/workflow/standings.ts";
import { readBookGrids, readRecords } from "./book.ts";
import { startClock } from "./clock.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What is chosen for one report. */
type ReportChoice = Pick<ReportOptions, "kind" | "date" | "number" | "individuals">;

/** Reads the workbook and the log, a constant number of calls, and builds the model. */
export function readReportModel(
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
