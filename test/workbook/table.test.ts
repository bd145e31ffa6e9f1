import { describe, expect, it } from "vitest";
import { WorkbookFault } from "../../src/workbook/grid.ts";
import {
  DATA_TAB,
  HAMLETS_TAB,
  HISTORY_TAB,
  ISSUES_TAB,
  SCORECARD_TAB,
  SETTINGS_TAB,
  TARGETS_TAB,
  TASKS_TAB,
  type TableTab,
  UNITS_TAB,
} from "../../src/workbook/schema.ts";
import { columnOf, findColumns, readTable } from "../../src/workbook/table.ts";

const TABS: readonly TableTab[] = [
  SETTINGS_TAB,
  TARGETS_TAB,
  TASKS_TAB,
  UNITS_TAB,
  HAMLETS_TAB,
  DATA_TAB,
  HISTORY_TAB,
  SCORECARD_TAB,
  ISSUES_TAB,
];

const HISTORY_HEADER = ["Năm", "Đơn vị", "Số liệu", "Tổng số", "Nữ"];

describe("readTable", () => {
  it.each(TABS)("finds every column of $title by its header, in whatever order", (tab) => {
    const columns = [...tab.columns].reverse();
    const grid = [columns.map(({ title }) => title), columns.map(({ key }) => `ô của ${key}`)];
    const [row] = readTable(tab, grid);
    expect(tab.columns.map(({ key }) => row?.text(key))).toEqual(tab.columns.map(({ key }) => `ô của ${key}`));
  });

  it("passes over columns of the user's own, and does not mind case, spaces or Unicode form", () => {
    const grid = [
      ["Tôi ghi", " nữ ", "TỔNG  SỐ", "Số liệu".normalize("NFD"), "Năm", "Đơn vị"],
      ["riêng", 1, 3, "LD", 2025, "TYT"],
    ];
    const [row] = readTable(HISTORY_TAB, grid);
    expect(HISTORY_TAB.columns.map(({ key }) => row?.cell(key))).toEqual([2025, "TYT", "LD", 3, 1]);
  });

  it("gives a row's place in the tab and the address of each cell, also where columns have moved", () => {
    const grid = [
      ["Nữ", ...HISTORY_HEADER.slice(0, 4)],
      ["", "", "", "", ""],
      [1, 2025, "TYT", "LD", 3],
    ];
    const [row, none] = readTable(HISTORY_TAB, grid);
    expect([row?.row, row?.at("women"), row?.at("total"), none]).toEqual([6, "A6", "E6", undefined]);
  });

  it("leaves out rows with nothing but spaces, or with something in the user's own column only", () => {
    const grid = [[...HISTORY_HEADER, "Tôi ghi"], [" ", "\u00a0", "", null, undefined, "nhớ hỏi"], [2025]];
    expect(readTable(HISTORY_TAB, grid).map(({ row }) => row)).toEqual([6]);
  });

  it("reads a count as typed: number, text that says one, other text, a day that slipped in, blank", () => {
    const day = new Date(Date.UTC(2026, 1, 1) - 7 * 3_600_000);
    const grid = [HISTORY_HEADER, ["", "", "", 3, "2"], ["", "", "", "ba", day], ["x", "", "", "", ""]];
    const typed = readTable(HISTORY_TAB, grid).map((row) => [row.typed("total"), row.typed("women")]);
    expect(typed).toEqual([
      [3, 2],
      ["ba", "01/02/2026"],
      [undefined, undefined],
    ]);
  });

  it("names the header that it cannot find", () => {
    const read = () => readTable(HISTORY_TAB, [["Năm", "Đơn vị", "Chỉ số", "Tổng số", "Nữ"]]);
    expect(read).toThrow(WorkbookFault);
    expect(read).toThrow("Tab Lịch sử, dòng 4: cần cột “Số liệu”; không thấy. Hãy ghi lại đúng tên cột");
  });
});

describe("columns", () => {
  it("stand where the header says, and at set-up where the schema does", () => {
    expect(findColumns(HISTORY_TAB, [["Nữ", ...HISTORY_HEADER.slice(0, 4)]]).get("women")).toBe(1);
    expect([columnOf(HISTORY_TAB, "women"), columnOf(UNITS_TAB, "tab")]).toEqual([5, 7]);
  });

  it.each(TABS)("of $title have headers that tell them apart", ({ columns }) => {
    expect(new Set(columns.map(({ title }) => title.toLowerCase())).size).toBe(columns.length);
  });
});
