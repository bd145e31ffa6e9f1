/** Lines of the log about reports: what is written is read again; what people broke, and the workflow's lines, are passed over. */
import { describe, expect, it } from "vitest";
import { LOG_TAB } from "../../../src/workbook/schema.ts";
import { type LogEntry, logRows, readLog } from "../../../src/workbook/workflow/log.ts";
import {
  droppedRow,
  type ReportLine,
  readReports,
  reportRow,
  sentRow,
} from "../../../src/workbook/workflow/report-log.ts";

const HEADER = LOG_TAB.columns.map(({ title }) => title);

const LINE: ReportLine = {
  id: "b1",
  time: "25/11/2026 13:05:30",
  year: 2026,
  kind: "year",
  name: "BC-2282-nam-2026-xa-Mau",
  draft: true,
  digest: "0123456789abcdef",
  mark: "fedcba9876543210",
  files: { docx: { id: "d", link: "https://drive.google.com/file/d/d/view", name: "BC.docx", size: 12 } },
  words: "Báo cáo năm 2026",
};

const APPROVAL: LogEntry = {
  time: "25/11/2026 13:00:00",
  role: "Người tổng hợp",
  unit: "VP",
  action: "approve",
  reason: "",
  year: 2026,
  submission: "",
  digest: "",
};

/** A line as the sheet hands it over: without the mark that keeps text text. */
const shown = (row: readonly unknown[]) => row.map((cell) => String(cell).replace(/^'/, ""));

const grid = (...rows: readonly (readonly unknown[])[]) => [HEADER, ...rows.map(shown)];

describe("a report's line", () => {
  it("is read as it was written, with what was sent later", () => {
    const sent = sentRow({ ...LINE, time: "26/11/2026 08:00:00", words: "tới vanthu@snv.example" });
    const { words: _, ...known } = LINE;
    expect(readReports(grid(reportRow(LINE), sent))).toEqual([
      { ...known, role: "Người tổng hợp", sent: [{ time: "26/11/2026 08:00:00", words: "tới vanthu@snv.example" }] },
    ]);
  });

  it("is none of the workflow's, and the workflow's are none of it", () => {
    const rows = grid(reportRow(LINE), ...logRows([APPROVAL]), sentRow(LINE), droppedRow(LINE));
    expect(readLog(rows).map(({ unit, action }) => [unit, action])).toEqual([["VP", "approve"]]);
    expect(readReports(rows)).toHaveLength(1);
  });

  it.each([
    ["nothing", ""],
    ["no JSON", "bao-cao|b1|{x"],
    ["another kind of line", "VP|25/11"],
    ["no name", 'bao-cao|b1|{"kind":"year","draft":true}'],
    ["a list", "bao-cao|b1|[]"],
  ])("with %s where its marks stood is passed over", (_, about) => {
    const at = LOG_TAB.columns.findIndex(({ key }) => key === "about");
    const row = reportRow(LINE).map((cell, index) => (index === at ? about : cell));
    expect(readReports(grid(row, reportRow({ ...LINE, id: "b2" }))).map(({ id }) => id)).toEqual(["b2"]);
  });

  it("forgets a file that is no file", () => {
    const at = LOG_TAB.columns.findIndex(({ key }) => key === "about");
    const about = 'bao-cao|b1|{"kind":"year","name":"BC","draft":false,"files":{"docx":{"id":5},"pdf":null}}';
    const row = reportRow(LINE).map((cell, index) => (index === at ? about : cell));
    expect(readReports(grid(row))[0]).toMatchObject({ name: "BC", draft: false, mark: "", files: {} });
  });
});
