/** Appends lines to the log: the caller holds the document's lock, so that no line is written over another. */
import { showMoment } from "../../core/workflow/deadline.ts";
import { submissionId } from "../../core/workflow/standing.ts";
import { doubtText, LATE_NAME } from "../../core/workflow/words.ts";
import type { Cell } from "../../workbook/grid.ts";
import { LOG_TAB } from "../../workbook/schema.ts";
import type { Board } from "../../workbook/workflow/board.ts";
import { type LogEntry, logRows, notLogged } from "../../workbook/workflow/log.ts";
import { makeRoom } from "../cells.ts";
import type { Tabs } from "../tabs.ts";

/** Writes the workflow's lines at once, below the last: either all of them are there or none. */
export function appendLog(tabs: Tabs, entries: readonly LogEntry[]): void {
  appendLines(tabs, logRows(entries));
}

/** Writes lines at once, below the last, as text: either all of them are there or none. */
export function appendLines({ need }: Tabs, lines: readonly (readonly Cell[])[]): void {
  if (lines.length === 0) return;
  const sheet = need(LOG_TAB.title);
  const row = sheet.getLastRow() + 1;
  makeRoom(sheet, row + lines.length - 1);
  const range = sheet.getRange(row, 1, lines.length, LOG_TAB.columns.length);
  const cells = lines.map((line) => [...line]);
  range.setNumberFormats(cells.map((row) => row.map(() => "@")));
  range.setValues(cells);
}

/** Makes the lines of submissions that units left in their own tabs and that the log has not yet. */
export function gatherSubmissions({ units, log, records }: Board): readonly LogEntry[] {
  const readable = units.filter(({ standing }) => standing.submittedAt !== undefined);
  const standings = new Map(readable.map(({ unit, standing }) => [unit.code, standing]));
  const submissions = readable.flatMap(({ reported }) => reported.submission ?? []);
  return notLogged(log, submissions).map((submission) => {
    const { submittedAt, late, doubts } = standings.get(submission.unit) ?? {};
    return {
      time: submittedAt ? showMoment(submittedAt) : submission.time,
      role: submission.role,
      unit: submission.unit,
      action: "submit",
      reason: [late ? LATE_NAME : "", doubtText(doubts ?? [])].filter((text) => text !== "").join(". "),
      year: records.commune.year,
      submission: submissionId(submission),
      digest: "",
    };
  });
}
