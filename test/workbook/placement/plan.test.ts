import { describe, expect, it } from "vitest";
import { readFolderFigures } from "../../../src/workbook/folder/figures.ts";
import type { FolderTable } from "../../../src/workbook/folder/table.ts";
import { planImport } from "../../../src/workbook/placement/plan.ts";
import { ACTIVITIES, ASSESSMENTS, FUNDS, HISTORY, TASKS, table, VALUES } from "../folder/tables.ts";
import { newWorkbook, type TestWorkbook, unit } from "../workbook.ts";

function planFor(book: TestWorkbook, tables: readonly FolderTable[]) {
  const records = book.records();
  return planImport(readFolderFigures(tables, records.commune), records);
}

/** Imports tables and returns the plan. */
function put(book: TestWorkbook, ...tables: readonly FolderTable[]) {
  const plan = planFor(book, tables);
  book.write(plan.writes);
  return plan;
}

const FOLDER = [
  table(
    "values.csv",
    VALUES,
    ["CAX", "LD", "3", "1", ""],
    ["VHXH", "QHT", "", "7", "007"],
    ["AP2", "THG", "7", "3", "=1+1"],
  ),
  table(
    "activities.csv",
    ACTIVITIES,
    ["CAX", "2026-03-08", "1/2", "TRUE", "LHPN | VHXH", "50", "20", "@x"],
    ["AP2", "2026-06-28", "Họp ấp", "", "", "", "", ""],
  ),
  table("tasks.csv", TASKS, ["CAX", "V4.2", "dang", "- hai\n- dòng", "https://x.example"]),
  table("funds.csv", FUNDS, ["CAX", "xhh", "5000000", "4000000"]),
  table("assessments.csv", ASSESSMENTS, ["CAX", "+ Tốt", "", "", "Thêm"]),
  table("history.csv", HISTORY, ["2025", "CAX", "LD", "3", "0"], ["2025", "AP2", "THG", "7", "2"]),
];

describe("planImport", () => {
  it("puts each figure into its cell, text as text", () => {
    const book = newWorkbook();
    expect(put(book, ...FOLDER)).toMatchObject({ placed: 10, refusals: [] });
    expect(book.sheet("CAX")[5]?.slice(3, 6)).toEqual([3, 1, ""]);
    expect(book.sheet("VHXH")[14]?.slice(3, 6)).toEqual(["", 7, "007"]);
    expect(book.sheet("Các ấp")[5]?.slice(8, 11)).toEqual([7, 3, "=1+1"]);
    expect(book.sheet("CAX")[37]?.slice(2, 9)).toEqual([
      "1/2",
      50,
      20,
      "TRUE",
      new Date(Date.UTC(2026, 2, 7, 17)),
      "LHPN|VHXH",
      "@x",
    ]);
    expect(book.at("Hoạt động ấp", "C16")).toBe("Họp ấp");
    expect(book.sheet("CAX")[31]?.slice(5, 9)).toEqual(["Đang làm", "- hai\n- dòng", "", "https://x.example"]);
    expect(book.sheet("CAX")[41]?.slice(3, 5)).toEqual([5_000_000, 4_000_000]);
    expect([book.at("CAX", "D45"), book.at("CAX", "D48")]).toEqual(["+ Tốt", "Thêm"]);
    expect(
      book
        .sheet("Lịch sử")
        .slice(4, 6)
        .map((row) => row.slice(0, 5)),
    ).toEqual([
      [2025, "CAX", "LD", 3, 0],
      [2025, "AP2", "THG", 7, 2],
    ]);
  });

  it("marks text for Sheets, which would make a formula, a day or a number of it", () => {
    const cells = planFor(newWorkbook(), FOLDER).writes.flatMap((write) => write.cells.flat());
    expect(cells).toEqual(
      expect.arrayContaining(["'=1+1", "'007", "'1/2", "'TRUE", "'@x", "'- hai\n- dòng", "'+ Tốt"]),
    );
    expect(cells.filter((cell) => typeof cell === "string" && /^[=+\-@\d]|^true$/i.test(cell))).toEqual([]);
  });

  it("gives the same workbook the second time", () => {
    const book = newWorkbook();
    put(book, ...FOLDER);
    const once = structuredClone(book.sheets);
    expect(put(book, ...FOLDER)).toMatchObject({ placed: 10, refusals: [] });
    expect(book.sheets).toEqual(once);
  });

  it("never erases with an empty field", () => {
    const book = newWorkbook();
    put(book, ...FOLDER);
    book.type("CAX", "C39", "Chưa rõ ngày", 5, 4, "Họp", "khoảng tháng 3", "", "u").type("CAX", "F33", "sắp xong");
    const before = structuredClone(book.sheets);
    put(
      book,
      table("values.csv", VALUES, ["CAX", "LD", "", "", ""], ["VHXH", "QHT", "", "", ""], ["AP2", "THG", "", "", ""]),
      table(
        "activities.csv",
        ACTIVITIES,
        ["CAX", "2026-03-08", "1/2", "", "LHPN|VHXH", "", "", ""],
        ["CAX", "", "chưa rõ  NGÀY", "", "", "", "", ""],
      ),
      table("tasks.csv", TASKS, ["CAX", "V4.2", "", "", ""], ["CAX", "V4.3", "", "", ""]),
      table("funds.csv", FUNDS, ["CAX", "xhh", "", ""]),
      table("assessments.csv", ASSESSMENTS, ["CAX", "", "", "", ""]),
      table("history.csv", HISTORY, ["2025", "CAX", "LD", "", ""]),
    );
    expect(book.at("CAX", "C39")).toBe("chưa rõ  NGÀY");
    book.type("CAX", "C39", "Chưa rõ ngày");
    expect(book.sheets).toEqual(before);
  });

  it("overwrites what a figure is given for, and nothing beside it", () => {
    const book = newWorkbook().type("CAX", "D6", 3, 1, "đủ");
    put(book, table("values.csv", VALUES, ["CAX", "LD", "4", "", ""]));
    expect(book.sheet("CAX")[5]?.slice(3, 6)).toEqual([4, 1, "đủ"]);
  });

  it("tells which blocks their cells' validation would refuse, also for what stays there", () => {
    const unruly = (book: TestWorkbook, ...tables: readonly FolderTable[]) =>
      planFor(book, tables).writes.map((write) => write.unruly);
    const value = (...cells: string[]) => table("values.csv", VALUES, ["CAX", "LD", ...cells, ""]);
    expect(unruly(newWorkbook(), value("3", "1"))).toEqual([false]);
    expect(unruly(newWorkbook(), value("3", "4"))).toEqual([true]);
    expect(unruly(newWorkbook().type("CAX", "D6", 3, 4), value("3", ""))).toEqual([true]);
    const activity = (...cells: string[]) => table("activities.csv", ACTIVITIES, ["CAX", ...cells]);
    expect(unruly(newWorkbook(), activity("2026-03-08", "x", "", "", "5", "4", ""))).toEqual([false]);
    expect(unruly(newWorkbook(), activity("2027-03-08", "x", "", "", "5", "4", ""))).toEqual([false]);
    expect(unruly(newWorkbook(), activity("2028-03-08", "x", "", "", "5", "4", ""))).toEqual([true]);
    expect(unruly(newWorkbook(), activity("2026-03-08", "x", "", "", "5", "6", ""))).toEqual([true]);
    expect(unruly(newWorkbook(), table("funds.csv", FUNDS, ["CAX", "ns", "-1", ""]))).toEqual([true]);
    expect(
      unruly(newWorkbook().type("CAX", "F31", "gần xong"), table("tasks.csv", TASKS, ["CAX", "V4.1", "", "x", ""])),
    ).toEqual([true]);
  });

  it("joins what stands under one another into one block", () => {
    const units = Array.from({ length: 25 }, (_, index) => unit(`AP${index}`, "ap"));
    const rows = units.map(({ code }) => [code, "CUA", "5", "2", ""]);
    const { writes } = planFor(newWorkbook(units), [table("values.csv", VALUES, ...rows)]);
    expect(writes.map(({ tab, row, column, cells }) => [tab, row, column, cells.length])).toEqual([
      ["Các ấp", 5, 3, 25],
    ]);
  });
});

describe("an activity", () => {
  const rows = (...themes: string[]) =>
    table("activities.csv", ACTIVITIES, ...themes.map((theme) => ["CAX", "2026-03-08", theme, "", "", "", "", ""]));

  it("takes a free row, though the ones around it are taken", () => {
    const book = newWorkbook().type("CAX", "C39", "Có sẵn");
    put(book, rows("Mới"));
    expect([book.at("CAX", "C38"), book.at("CAX", "C39")]).toEqual(["Mới", "Có sẵn"]);
  });

  it("is refused where the form is full, with its line", () => {
    const book = newWorkbook();
    const plan = put(book, rows("một", "hai", "ba"));
    expect(plan.placed).toBe(2);
    expect(plan.refusals).toEqual([
      {
        file: "activities.csv",
        line: 4,
        message:
          "cột unit: cần một dòng hoạt động còn trống; thấy biểu của CAX đã hết chỗ. Hãy gộp các hoạt động nhỏ, hoặc tăng số dòng hoạt động ở tab Cấu hình, chọn Lập sổ, lập biểu rồi nhập lại.",
      },
    ]);
    // More rows in the settings make the form that is there no longer.
    expect(planFor(book.type("Cấu hình", "C18", 50), [rows("ba")]).refusals).toHaveLength(1);
  });

  it("that stands in the file twice takes two rows, once", () => {
    const book = newWorkbook();
    put(book, rows("Họp", "họp"));
    put(book, rows("Họp", "họp"));
    expect([book.at("CAX", "C38"), book.at("CAX", "C39")]).toEqual(["Họp", "họp"]);
  });
});

describe("rows that were moved or cannot be read", () => {
  it("of earlier years are never written over", () => {
    const book = newWorkbook()
      .type("Lịch sử", "A5", 2025, "CAX", "LD", 3, 1)
      .type("Lịch sử", "A7", "năm ngoái", "CAX", "LD", 3, 1);
    put(book, table("history.csv", HISTORY, ["2024", "CAX", "LD", "3", "1"], ["2025", "CAX", "LD", "4", ""]));
    expect(
      book
        .sheet("Lịch sử")
        .slice(4, 8)
        .map((row) => row.slice(0, 5)),
    ).toEqual([
      [2025, "CAX", "LD", 4, 1],
      ["", "", "", "", ""],
      ["năm ngoái", "CAX", "LD", 3, 1],
      [2024, "CAX", "LD", 3, 1],
    ]);
  });

  it("are written by their headers", () => {
    const book = newWorkbook();
    for (const tab of ["Lịch sử", "Các ấp"]) for (const row of book.sheet(tab).slice(3)) row.reverse();
    put(book, ...FOLDER);
    expect(book.sheet("Lịch sử")[4]).toEqual([0, 3, "LD", "CAX", 2025]);
    expect(book.sheet("Các ấp")[5]?.slice(9, 12)).toEqual(["=1+1", 3, 7]);
    expect(book.records().commune.history).toHaveLength(2);
  });

  it("find each hamlet's row after the register was sorted", () => {
    const book = newWorkbook();
    const register = book.sheet("Đơn vị");
    register.splice(4, 5, ...register.slice(4, 9).reverse());
    put(book, ...FOLDER);
    expect(
      book
        .sheet("Các ấp")
        .slice(4)
        .map((row) => [row[0], row[8]]),
    ).toEqual([
      ["AP1", ""],
      ["AP2", 7],
    ]);
    expect(book.at("Hoạt động ấp", "C16")).toBe("Họp ấp");
  });
});

describe("a unit without a form", () => {
  it("has its rows refused, and the others are placed", () => {
    const book = newWorkbook().type("Đơn vị", "A10", "TYT", "Trạm", "Đơn vị sự nghiệp");
    const plan = put(book, table("values.csv", VALUES, ["TYT", "LD", "3", "1", ""], ["CAX", "LD", "3", "1", ""]));
    expect(plan.placed).toBe(1);
    expect(plan.refusals).toEqual([
      {
        file: "values.csv",
        line: 2,
        message:
          "cột unit: cần đơn vị có biểu trong sổ; thấy đơn vị chưa có biểu. Hãy chọn Lập sổ, lập biểu rồi nhập lại.",
      },
    ]);
  });

  it("or whose form has no such row, is told which", () => {
    const book = newWorkbook().type("Nhiệm vụ", "A19", "V9", "1", "Việc mới", "CAX");
    const plan = put(book, table("tasks.csv", TASKS, ["CAX", "V9", "xong", "x", ""]));
    expect(plan.refusals.map(({ message }) => message)).toEqual([
      "cần dòng NV.V9 ở tab CAX; thấy biểu không còn dòng này. Hãy chọn trình đơn Sổ 2282 → Kiểm tra và sửa sổ rồi nhập lại.",
    ]);
  });
});
