/** Appends lines to the log: the caller holds the document's lock, so that no line is written over another. */
import type { Day } from "../../core/period.ts";
import { isLate, readMoment, showMoment } from "../../core/workflow/deadline.ts";
import { replacedBy, type Submission, submissionId } from "../../core/workflow/standing.ts";
import { doubtText, LATE_NAME } from "../../core/workflow/words.ts";
import type { Cell, Grid } from "../../workbook/grid.ts";
import { HEADER_ROW, LOG_TAB } from "../../workbook/schema.ts";
import type { Board, BoardUnit } from "../../workbook/workflow/board.ts";
import { isDecision, type LogEntry, logRows, notLogged } from "../../workbook/workflow/log.ts";
import { placeLines } from "../../workbook/workflow/written.ts";
import { makeRoom } from "../cells.ts";
import type { Tabs } from "../tabs.ts";

/** Writes the workflow's lines at once, below the last: either all of them are there or none. */
export function appendLog(tabs: Tabs, entries: readonly LogEntry[], log?: Grid): void {
  appendLines(tabs, logRows(entries), log);
}

/**
 * Writes lines at once, below the last, as text: either all of them are there or none. Each cell goes under its header,
 * wherever that has gone; throws a WorkbookFault where one is missing. `log`: if it was read under the same lock.
 */
export function appendLines({ need }: Tabs, lines: readonly (readonly Cell[])[], log?: Grid): void {
  if (lines.length === 0) return;
  const sheet = need(LOG_TAB.title);
  const { column, cells } = placeLines(log ?? sheet.getSheetValues(HEADER_ROW, 1, 1, -1), lines);
  const row = sheet.getLastRow() + 1;
  makeRoom(sheet, row + lines.length - 1);
  const range = sheet.getRange(row, column, lines.length, cells[0]?.length ?? 1);
  range.setNumberFormats(cells.map((line) => line.map(() => "@")));
  range.setValues(cells.map((line) => [...line]));
}

/** A submission as the log tells it: when it counts from, and what there is to say of it. */
type SubmissionLine = { readonly submission: Submission; readonly time: string; readonly reason: string };

/** Said of a line that was there before: what was decided is written together with what it is about. */
const WRITTEN_AGAIN = "Ghi lại, vì dòng cũ đã bị xóa";

/** Makes the lines of submissions that units left in their own tabs and that the log has not yet, or no more. */
export function gatherSubmissions({ units, log, records }: Board): readonly LogEntry[] {
  const decided = new Set(
    log.filter(({ action }) => isDecision(action)).map(({ unit, submission }) => `${unit}|${submission}`),
  );
  const isLost = (submission: Submission) => decided.has(`${submission.unit}|${submissionId(submission)}`);
  const { year, settings } = records.commune;
  const told = units.flatMap((row) => tellSubmissions(row, year, settings.deadline));
  const isOpen = new Set(
    notLogged(
      log,
      told.map(({ submission }) => submission),
    ),
  );
  return told
    .filter(({ submission }) => isOpen.has(submission))
    .map(({ submission, time, reason }) => ({
      time,
      role: submission.role,
      unit: submission.unit,
      action: "submit",
      reason: isLost(submission) ? joinReasons(reason, WRITTEN_AGAIN) : reason,
      year,
      submission: submissionId(submission),
      digest: "",
    }));
}

/** Says several things in one cell of the log; empty ones are nothing. */
export function joinReasons(...texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join(". ");
}

/** Tells of a unit's submission, after those that it took the place of. */
function tellSubmissions({ reported, standing }: BoardUnit, year: number, before: Day): readonly SubmissionLine[] {
  const { submission } = reported;
  const { submittedAt, late, doubts } = standing;
  if (!submission || !submittedAt) return [];
  const replaced = replacedBy(submission, year).map((earlier): SubmissionLine => {
    const moment = readMoment(earlier.time);
    return { submission: earlier, time: earlier.time, reason: moment && isLate(moment, before) ? LATE_NAME : "" };
  });
  const reason = joinReasons(late ? LATE_NAME : "", doubtText(doubts));
  return [...replaced, { submission, time: showMoment(submittedAt), reason }];
}
