/** Appends lines to the log: the caller holds the document's lock, so that no line is written over another. */
import { LOG_TAB } from "../../workbook/schema.ts";
import type { Board } from "../../workbook/workflow/board.ts";
import { type LogEntry, logRows, notLogged } from "../../workbook/workflow/log.ts";
import { makeRoom } from "../apply.ts";
import type { Tabs } from "../tabs.ts";

/** Writes all lines at once, below the last, as text: either all of them are there or none. */
export function appendLog({ need }: Tabs, entries: readonly LogEntry[]): void {
  if (entries.length === 0) return;
  const sheet = need(LOG_TAB.title);
  const row = sheet.getLastRow() + 1;
  makeRoom(sheet, row + entries.length - 1);
  const range = sheet.getRange(row, 1, entries.length, LOG_TAB.columns.length);
  range.setNumberFormat("@");
  range.setValues(logRows(entries).map((cells) => [...cells]));
}

/** Makes the lines of submissions that units left in their own tabs and that the log has not yet. */
export function gatherSubmissions({ units, log, records }: Board): readonly LogEntry[] {
  const submissions = units.flatMap(({ reported }) => reported.submission ?? []);
  const wanted = new Set(notLogged(log, submissions));
  return units.flatMap(({ unit, standing, reported }): readonly LogEntry[] => {
    const { submission } = reported;
    if (!submission || !standing.submittedAt || !wanted.has(unit.code)) return [];
    const { time, role } = submission;
    return [
      {
        time,
        role,
        unit: unit.code,
        action: "submit",
        reason: standing.late ? "Nộp muộn" : "",
        year: records.commune.year,
        submission: time,
        digest: "",
      },
    ];
  });
}
