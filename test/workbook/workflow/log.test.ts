/** The log's lines: written as text, read back as decisions, and what a form shows of them. */
import { describe, expect, it } from "vitest";
import { storedCell } from "../../../src/workbook/grid.ts";
import { LOG_TAB } from "../../../src/workbook/schema.ts";
import {
  decisionsOf,
  type LogEntry,
  logRows,
  notLogged,
  readLog,
  renameEntry,
} from "../../../src/workbook/workflow/log.ts";

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
    expect(words({})).toBe("Đã duyệt lúc 10/11/2026 08:05 nên các ô đã khóa; cần sửa thì nhờ người tổng hợp mở lại.");
    expect(words({ action: "return", reason: "Thiếu phó" })).toBe(
      "Trả lại lúc 10/11/2026 08:05: Thiếu phó. Sửa xong thì nộp lại.",
    );
    expect(words({ action: "remind" })).toBe("");
  });

  it("says in the form as much of a long reason as its line holds, and where to read on; the log has all of it", () => {
    const reason = "Số nữ lớn hơn tổng số ở ô E6; xem lại cả số phó trưởng trạm và ghi chú của từng dòng số liệu";
    const [line] = logRows([entry({ action: "return", reason })]);
    expect(line?.[5]).toBe(
      "Trả lại lúc 10/11/2026 08:05: Số nữ lớn hơn tổng số ở ô E6; xem lại cả số phó… Đọc tiếp ở bảng bên.",
    );
    expect(line?.[4]).toBe(reason);
    for (const long of ["x".repeat(500), `${"x ".repeat(249)}x`, `ngắn ${"x".repeat(400)}`]) {
      const words = String(logRows([entry({ action: "reopen", reason: long })])[0]?.[5]);
      expect(words.length).toBeLessThanOrEqual(100);
      expect(words).toMatch(/^Mở lại lúc 10\/11\/2026 08:05: .+… Đọc tiếp ở bảng bên\.$/);
    }
  });

  it("that somebody typed is passed over", () => {
    expect(readLog([HEADER, ["hôm nay", "tôi", "TYT", "xem"], ["", "", "", "Duyệt"]])).toEqual([]);
  });
});

describe("a unit that got another code", () => {
  const renamed = (from: string, to: string, ...before: readonly LogEntry[]) =>
    readLog(written(...before, ...renameEntry(before, from, to, "20/11/2026 08:00:00")));

  it("has all that was written before under its new code, and one line that says so", () => {
    const log = renamed("TYT", "TYTX", entry({ action: "submit" }), entry({}), entry({ unit: "VP" }));
    expect(log.map(({ unit, action, reason }) => `${unit} ${action} ${reason}`.trim())).toEqual([
      "TYTX submit",
      "TYTX approve",
      "VP approve",
      "TYTX rename TYT → TYTX",
    ]);
    expect(decisionsOf(log, 2026).map(({ unit }) => unit)).toEqual(["TYTX", "VP"]);
  });

  it("is followed from code to code, while another unit that gets the old one begins again", () => {
    const first = renamed("A", "B", entry({ unit: "A" }));
    const later = [...first, entry({ unit: "A", action: "return", reason: "Thiếu" })];
    const log = renamed("B", "C", ...later);
    expect(log.map(({ unit, action }) => `${unit} ${action}`)).toEqual([
      "C approve",
      "C rename",
      "A return",
      "C rename",
    ]);
  });

  it("needs no line where the log says nothing of it, and none twice", () => {
    expect(renameEntry([entry({ unit: "VP" })], "TYT", "TYTX", "20/11/2026 08:00:00")).toEqual([]);
    expect(renameEntry(renamed("TYT", "TYTX", entry({})), "TYT", "TYTX", "20/11/2026 08:00:00")).toEqual([]);
  });

  it("shows in its form what it showed before", () => {
    const [line] = renameEntry([entry({}), entry({ action: "remind", submission: "" })], "TYT", "TYTX", "x");
    const cells = line && logRows([line])[0];
    expect(cells?.[5]).toMatch(/^Đã duyệt lúc 10\/11\/2026 08:05 nên các ô đã khóa/);
    expect(cells?.[7]).toBe("TYTX|10/11/2026 08:00:00|v1 2026 0123456789abcdef");
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

describe("a unit's lines under its later codes", () => {
  const renamed = (from: string, unit: string) => entry({ action: "rename", unit, reason: `${from} → ${unit}` });
  const units = (...entries: readonly LogEntry[]) => readLog(written(...entries)).map(({ unit }) => unit);

  it("follow one renaming after another, and stay where none is", () => {
    const [a, b, c] = ["A", "B", "C"].map((unit) => entry({ unit }));
    if (!a || !b || !c) throw new Error("No entries");
    expect(units(a, b)).toEqual(["A", "B"]);
    expect(units(a, renamed("A", "B"), c)).toEqual(["B", "B", "C"]);
    expect(units(a, renamed("A", "B"), b, renamed("B", "C"), a)).toEqual(["C", "C", "C", "C", "A"]);
  });

  it("do not follow a line of another act, or one that names another code", () => {
    const returned = entry({ action: "return", unit: "B", reason: "A → B" });
    const broken = entry({ action: "rename", unit: "B", reason: "A → C" });
    expect(units(entry({ unit: "A" }), returned, broken)).toEqual(["A", "B", "B"]);
  });
});
