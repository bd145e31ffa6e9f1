import { describe, expect, it } from "vitest";
import { formRows } from "../../../src/workbook/form.ts";
import type { Grid } from "../../../src/workbook/grid.ts";
import { findShape, isKey, nameRows, sectionOf } from "../../../src/workbook/repair/block-shape.ts";
import { PLAN } from "../../plan.ts";
import { newWorkbook } from "../workbook.ts";

const book = newWorkbook();
const GRID: Grid = book.sheet("LHPN").map((row) => row.slice(0, 9));
const ROWS = formRows(PLAN, [], 2);

const insertColumn = (grid: Grid, at: number): Grid => grid.map((row) => [...row.slice(0, at), "", ...row.slice(at)]);
const deleteColumns = (grid: Grid, at: number, count: number): Grid =>
  grid.map((row) => [...row.slice(0, at), ...row.slice(at + count)]);

describe("the columns of a form", () => {
  const columns = (grid: Grid) => {
    const { keys, fields } = findShape(grid);
    return [keys, ...(["text", "first", "second", "word"] as const).map((field) => fields.get(field))];
  };

  it("are where the plan has them", () => {
    expect(columns(GRID)).toEqual([2, 3, 4, 5, 6]);
  });

  it.each([
    ["a column before the keys", insertColumn(GRID, 0), [3, 4, 5, 6, 7]],
    ["a column among the figures", insertColumn(GRID, 4), [2, 3, 4, 6, 7]],
    ["the column of the women's figures deleted", deleteColumns(GRID, 4, 1), [2, 3, 4, undefined, 5]],
    ["the keys deleted", deleteColumns(GRID, 0, 2), [0, 1, 2, 3, 4]],
    ["keys and labels deleted", deleteColumns(GRID, 0, 3), [-1, undefined, 1, 2, 3]],
  ])("are found after %s", (_, grid, expected) => {
    expect(columns(grid)).toEqual(expected);
  });
});

describe("the rows of a form", () => {
  const names = (grid: Grid) =>
    nameRows(grid, [...grid.keys()].slice(4), findShape(grid), ROWS).map(({ index, key }) => [index, key]);
  const label = "Lãnh đạo, quản lý của đơn vị (LD)";

  it("are named by their keys", () => {
    expect(names(GRID).slice(0, 2)).toEqual([
      [5, "SL.LD"],
      [6, "SL.CUX"],
    ]);
  });

  it("are named by their labels where a row was cut to another place and its key stayed", () => {
    const grid = GRID.map((row) => [...row]);
    const [from, to] = [grid[5] ?? [], grid[40] ?? []];
    to.splice(2, 2, label, 12);
    from.splice(2, 2, "", "");
    expect(names(grid)).toContainEqual([40, "SL.LD"]);
    expect(names(grid)).not.toContainEqual([5, "SL.LD"]);
  });

  it("are named by their labels where keys of activities, which have none, were moved beside them", () => {
    const grid = GRID.map((row) => [...row]);
    grid[5]?.splice(1, 1, "HD.1");
    expect(names(grid)).toContainEqual([5, "SL.LD"]);
  });

  it("keep their key where a label was copied over another", () => {
    const grid = GRID.map((row) => [...row]);
    grid[6]?.splice(2, 1, label);
    expect(names(grid).slice(0, 2)).toEqual([
      [5, "SL.LD"],
      [6, "SL.CUX"],
    ]);
  });

  it("are counted from the key above where key and label were erased", () => {
    const grid = GRID.map((row) => [...row]);
    for (const index of [6, 7]) grid[index]?.splice(1, 2, "", "");
    expect(names(grid).slice(0, 3)).toEqual([
      [5, "SL.LD"],
      [6, "SL.CUX"],
      [7, "SL.CUA"],
    ]);
  });

  it("give each key once", () => {
    const grid = [...GRID.slice(0, 7), GRID[6] ?? [], ...GRID.slice(7)];
    expect(names(grid).filter(([, key]) => key === "SL.CUX")).toEqual([[6, "SL.CUX"]]);
  });
});

describe("what is a key, and what heads a section", () => {
  it("are told by their form", () => {
    expect(["SL.LD", "NV.V1.1", "HD.12", "KP.ns", "DG.results"].every(isKey)).toBe(true);
    expect(["# SL.LD SL.CUX", "SL.", "XL.LD", "SL.LD SL.CUX"].some(isKey)).toBe(false);
    expect(sectionOf(["TYT", "", "Ấp Một", "Người dự", "Trong đó nữ", "Hình thức"])).toBe("activities");
    expect(sectionOf(["", "", "iv. kinh phí (đồng)"])).toBe("funds");
    expect(sectionOf(["", "", "Trong đó nữ"])).toBeUndefined();
  });
});
