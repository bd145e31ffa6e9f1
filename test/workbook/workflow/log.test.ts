/** The log's lines: written as text, read back as decisions, and what a form shows of them. */
import { describe, expect, it } from "vitest";
import { storedCell } from "../../../src/workbook/grid.ts";
import { LOG_TAB } from "../../../src/workbook/schema.ts";
import { decisionsOf, type LogEntry, logRows, notLogged, readLog } from "../../../src/workbook/workflow/log.ts";

const HEADER = LOG_TAB.columns.map(({ title }) => title);

function entry(given: Partial<LogEntry>): LogEntry {
  return {
    time: "10/11/2026 08:05:30",
    role: "Người tổng hợp",
    unit: "TYT",
    action: "approve",
    reason: "",
    year: 2026,
    submission: "10/11/2026 08:00:00|v1 2026 0123456789abcdef",
    digest: "0123456789abcdef",
    ...given,
  };
}

/** What the tab holds once the rows are written. */
function written(...entries: readonly LogEntry[]) {
  return [HEADER, ...logRows(entries).map((row) => row.map(storedCell))];
}

describe("a line of the log", () => {
  it("reads back as it was written, whatever its words look like", () => {
    const entries = [entry({}), entry({ action: "return", reason: "=1+1", unit: "007", digest: "" })];
    expect(readLog(written(...entries))).toEqual(entries);
  });

  it("is written as text: nothing in it becomes a formula, a number or a day", () => {
    const cells = logRows([entry({ reason: "=HYPERLINK(1)", unit: "007" })]).flat();
    expect(cells.filter((cell) => typeof cell !== "string" || /^[=+\-@\d]/.test(cell))).toEqual([]);
  });

  it("says in the form why it is locked and who can open it, or what to do", () => {
    const words = (given: Partial<LogEntry>) => logRows([entry(given)])[0]?.[5];
    expect(words({})).toBe(
      "Đã duyệt lúc 10/11/2026 08:05. Các ô đã khóa để số liệu không đổi sau khi duyệt; cần sửa thì nhờ người tổng hợp mở lại.",
    );
    expect(words({ action: "return", reason: "Thiếu phó" })).toBe(
      "Trả lại lúc 10/11/2026 08:05: Thiếu phó. Sửa xong thì nộp lại.",
    );
    expect(words({ action: "remind" })).toBe("");
  });

  it("that somebody typed is passed over", () => {
    expect(readLog([HEADER, ["hôm nay", "tôi", "TYT", "xem"], ["", "", "", "Duyệt"]])).toEqual([]);
  });
});

describe("the decisions of a year", () => {
  it("are approvals, returns and reopenings of that year, in their order", () => {
    const log = [
      entry({ year: 2025 }),
      entry({ action: "submit" }),
      entry({}),
      entry({ action: "remind" }),
      entry({ action: "reopen", reason: "Sai" }),
    ];
    expect(decisionsOf(log, 2026).map(({ action }) => action)).toEqual(["approve", "reopen"]);
  });

  it("leave out what the log has already", () => {
    const submission = {
      unit: "TYT",
      role: "Trưởng",
      time: "10/11/2026 08:00:00",
      stamp: "v1 2026 0123456789abcdef; SL.LD x",
    };
    expect(notLogged([entry({ action: "submit" })], [submission])).toEqual([]);
    expect(notLogged([entry({})], [submission])).toEqual([submission]);
  });
});
