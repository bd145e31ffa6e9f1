/** A table's header that is no longer in its row: what goes, what comes, what is kept of strangers' rows. */
import { describe, expect, it } from "vitest";
import type { Cell, Grid } from "../../../src/workbook/grid.ts";
import { placeHeader } from "../../../src/workbook/repair/header-row.ts";
import type { TableDraft } from "../../../src/workbook/repair/table-draft.ts";
import {
  HISTORY_TAB,
  LOG_TAB,
  NARRATIVE_TAB,
  SETTINGS_TAB,
  TARGETS_TAB,
  TASKS_TAB,
  type TableTab,
  UNITS_TAB,
} from "../../../src/workbook/schema.ts";

const TITLES = ["Năm", "Đơn vị", "Số liệu", "Tổng số", "Nữ"];
const TITLE = ["LỊCH SỬ"];
const INTRO = [HISTORY_TAB.intro];
const ROW = [2025, "TYT", "LD", 4, 1];

/** Places the header and tells what was done in short, and the rows as they are then, blank ones as []. */
function place(grid: Grid, tab: TableTab = HISTORY_TAB) {
  const draft: TableDraft = {
    name: tab.title,
    rows: grid.length,
    columns: 5,
    grid: grid.map((row) => [...row]),
    findings: [],
    steps: [],
  };
  placeHeader(tab, draft);
  return {
    steps: draft.steps.map(({ do: act, tab: _, ...rest }) => `${act} ${JSON.stringify(Object.values(rest))}`),
    found: draft.findings.map(({ message }) => message),
    rows: draft.rows,
    grid: draft.grid.map((row) => (row.every((cell) => cell === "") ? [] : row)),
  };
}

const DROPPED = (row: number) => [
  `Tab Lịch sử: cần dòng tiêu đề cột ở dòng 4; thấy ở dòng ${row}. Sẽ bỏ các dòng trống ở trên.`,
];
const ADDED = ["Tab Lịch sử: cần dòng tiêu đề cột ở dòng 4; thấy thiếu dòng ở trên. Sẽ thêm lại dòng."];

describe("a header", () => {
  it("in row 4 stays", () => {
    const grid = [TITLE, INTRO, [], TITLES, ROW];
    expect(place(grid)).toEqual({ steps: [], found: [], rows: 5, grid });
  });

  it("too low rises by the blank rows nearest to it", () => {
    expect(place([TITLE, [], INTRO, [], ["", ""], TITLES, ROW])).toEqual({
      steps: ["deleteRows [5,1]", "deleteRows [4,1]"],
      found: DROPPED(6),
      rows: 5,
      grid: [TITLE, [], INTRO, TITLES, ROW],
    });
  });

  it("too low by more than the blank rows also loses strangers' rows, which go below the table whole", () => {
    expect(place([["của tôi", "", 7], TITLE, INTRO, [], ["ghi chú"], TITLES, ROW])).toEqual({
      steps: ["deleteRows [4,1]", `append ${JSON.stringify([[["'của tôi", "", "'7"]]])}`, "deleteRows [1,1]"],
      found: DROPPED(6),
      rows: 6,
      grid: [TITLE, INTRO, ["ghi chú"], TITLES, ROW, ["của tôi", "", 7]],
    });
  });

  it("never takes title, introduction or header for a stranger's row", () => {
    expect(place([TITLE, INTRO, ["một"], ["hai"], TITLES, ROW]).grid).toEqual([
      TITLE,
      INTRO,
      ["hai"],
      TITLES,
      ROW,
      ["một"],
    ]);
    expect(place([["một"], ["hai"], TITLE, INTRO, TITLES, ROW]).grid).toEqual([
      ["hai"],
      TITLE,
      INTRO,
      TITLES,
      ROW,
      ["một"],
    ]);
  });

  it("too high gets blank rows above it", () => {
    expect(place([TITLES, ROW])).toEqual({
      steps: ["insertRows [1,3]"],
      found: ADDED,
      rows: 5,
      grid: [[], [], [], TITLES, ROW],
    });
    expect(place([TITLE, INTRO, TITLES, ROW])).toMatchObject({
      steps: ["insertRows [3,1]"],
      grid: [TITLE, INTRO, [], TITLES, ROW],
    });
  });

  it.each([
    [["Năm", "Đơn vị", "Số liệu"], true], // more than half of the five
    [["Năm", "Đơn vị"], false],
    [[" NĂM ", "x", "số liệu", "y", "nữ"], true],
  ])("is known by half of its columns: %j is one: %s", (header, known) => {
    expect(place([header, ROW]).steps).toEqual(known ? ["insertRows [1,3]"] : []);
  });

  it("is known by just half of an even number of columns", () => {
    const columns = HISTORY_TAB.columns.slice(0, 4);
    const half = { ...HISTORY_TAB, columns };
    expect(place([["Năm", "Đơn vị", "x", "y"], ROW], half).steps).toEqual(["insertRows [1,3]"]);
    expect(place([["Năm", "x", "y", "z"], ROW], half).steps).toEqual([]);
  });

  it("is the row with most of its columns, the first of equals, and is not sought below row 40", () => {
    expect(place([TITLE, INTRO, TITLES.slice(0, 3), TITLES, ROW]).steps).toEqual([]);
    expect(place([TITLE, INTRO, [], TITLES, TITLES, ROW]).steps).toEqual([]);
    const blank = (count: number) => Array.from({ length: count }, () => [""]);
    expect(place([...blank(39), TITLES]).steps).toHaveLength(36);
    expect(place([...blank(40), TITLES]).steps).toEqual([]);
  });
});

describe("a header that is gone", () => {
  const firstRow = (tab: TableTab, cells: Readonly<Record<string, Cell>>) =>
    tab.columns.map(({ key }) => cells[key] ?? "");
  const insert = ["insertRows [4,1]"];

  it.each<readonly [TableTab, Readonly<Record<string, Cell>>, boolean]>([
    [SETTINGS_TAB, { key: "name" }, true],
    [SETTINGS_TAB, { key: "tên" }, false],
    [TARGETS_TAB, { code: "CT1" }, true],
    [TARGETS_TAB, { code: "CT99" }, false],
    [NARRATIVE_TAB, { part: "difficulties" }, true],
    [NARRATIVE_TAB, { part: "khó khăn" }, false],
    [TASKS_TAB, { group: "1" }, true],
    [TASKS_TAB, { group: "9" }, false],
    [UNITS_TAB, { type: "Ấp" }, true],
    [UNITS_TAB, { sheetId: "123|AP1" }, true],
    [UNITS_TAB, { type: "Loại", sheetId: "Số tab" }, false],
    [HISTORY_TAB, { year: 2025 }, true],
    [HISTORY_TAB, { year: "1999" }, false],
    [LOG_TAB, { role: "Người tổng hợp" }, true],
    [LOG_TAB, {}, false],
  ])("from “$title” comes back above the row %j: %s", (tab, cells, comes) => {
    const grid = [[tab.title.toUpperCase()], [tab.intro], [], firstRow(tab, cells)];
    expect(place(grid, tab).steps).toEqual(comes ? insert : []);
  });

  it.each([
    ["the introduction is not in row 2", [INTRO, TITLE, [], ROW]],
    ["the introduction is gone", [TITLE, ["của tôi"], [], ROW]],
    ["row 3 is not blank", [TITLE, INTRO, ["của tôi"], ROW]],
    ["nothing follows", [TITLE, INTRO, []]],
    ["nothing is there", []],
  ])("stays away where %s", (_, grid) => {
    expect(place(grid)).toMatchObject({ steps: [], found: [] });
  });

  it("has its row inserted blank, and as wide as the table", () => {
    expect(place([TITLE, INTRO, [], ROW])).toEqual({
      steps: insert,
      found: ADDED,
      rows: 5,
      grid: [TITLE, INTRO, [], [], ROW],
    });
  });
});
