import { describe, expect, it } from "vitest";
import type { Grid } from "../../../src/workbook/grid.ts";
import { repairTableShape } from "../../../src/workbook/repair/table-shape.ts";
import { HISTORY_TAB } from "../../../src/workbook/schema.ts";

const TITLES = ["Năm", "Đơn vị", "Số liệu", "Tổng số", "Nữ"];
const HEAD: Grid = [["LỊCH SỬ"], [HISTORY_TAB.intro], [], TITLES];
const DATA: Grid = [
  [2025, "TYT", "LD", 4, 1],
  [2024, "TYT", "LD", 4, 2],
];

function mend(grid: Grid, columns = Math.max(...grid.map((row) => row.length)), rows = grid.length) {
  const tab = { name: "Lịch sử", rows, columns, values: grid, formulas: [], helps: [], formats: [] };
  const {
    steps,
    findings,
    grid: mended,
  } = repairTableShape(HISTORY_TAB, {
    ...tab,
    backgrounds: [],
    merges: [],
    highlights: [],
  });
  return {
    steps: steps.map(({ do: what, ...rest }) => [what, "at" in rest ? rest.at : "", "from" in rest ? rest.from : ""]),
    found: findings.map(({ code }) => code),
    table: mended.slice(3),
  };
}

/** Inserts a value into every row at a place. */
const widened = (grid: Grid, at: number): Grid => grid.map((row) => [...row.slice(0, at), "", ...row.slice(at)]);

describe("a table's shape", () => {
  it("that nobody touched needs nothing", () => {
    expect(mend([...HEAD, ...DATA])).toEqual({ steps: [], found: [], table: [TITLES, ...DATA] });
  });

  it("with columns of the user's own behind its last needs nothing", () => {
    const grid = [...HEAD.slice(0, 3), [...TITLES, "Ghi chú riêng"], [...(DATA[0] ?? []), "của tôi"]];
    expect(mend(grid).steps).toEqual([]);
  });

  it("has its header back in row 4: rows above it go away or come", () => {
    expect(mend([["LỊCH SỬ"], [], [HISTORY_TAB.intro], [], TITLES, ...DATA])).toMatchObject({
      steps: [["deleteRows", "", 4]],
      table: [TITLES, ...DATA],
    });
    expect(mend([TITLES, ...DATA])).toMatchObject({ steps: [["insertRows", "", ""]], table: [TITLES, ...DATA] });
  });

  it("has a header that was deleted back above its data, and one that was overwritten in its own row", () => {
    const deleted = mend([...HEAD.slice(0, 3), ...DATA]);
    expect(deleted.table).toEqual([TITLES, ...DATA]);
    const overwritten = mend([...HEAD.slice(0, 3), ["a", "b", "c", "d", "e"], ...DATA]);
    expect(overwritten.table).toEqual([TITLES, ...DATA]);
    expect(overwritten.steps).toEqual(["A4", "B4", "C4", "D4", "E4"].map((at) => ["enter", at, ""]));
  });

  it("has an overwritten name of a column written again, where its neighbours tell which it is", () => {
    const header = ["Năm", "Đơn vị", "nhầm", "Tổng số", "Nữ"];
    expect(mend([...HEAD.slice(0, 3), header, ...DATA])).toEqual({
      steps: [["enter", "C4", ""]],
      found: ["label"],
      table: [TITLES, ...DATA],
    });
  });

  it("has a column that was deleted back, empty, also the last", () => {
    const without = (at: number) => [...HEAD, ...DATA].map((row) => row.filter((_, index) => index !== at));
    expect(mend(without(2))).toEqual({
      steps: [
        ["insertColumns", "", ""],
        ["enter", "C4", ""],
      ],
      found: ["column"],
      table: [TITLES, [2025, "TYT", "", 4, 1], [2024, "TYT", "", 4, 2]],
    });
    expect(mend(without(4)).table).toEqual([TITLES, [2025, "TYT", "LD", 4, ""], [2024, "TYT", "LD", 4, ""]]);
  });

  it("loses a blank column that was inserted; one with content goes behind the last", () => {
    expect(mend(widened([...HEAD, ...DATA], 1))).toMatchObject({
      steps: [["deleteColumns", "", 2]],
      table: [TITLES, ...DATA],
    });
    const filled = widened([...HEAD, ...DATA], 1).map((row, index) =>
      index === 5 ? [row[0], "của tôi", ...row.slice(2)] : row,
    );
    expect(mend(filled).table).toEqual([
      [...TITLES, ""],
      [...(DATA[0] ?? []), ""],
      [...(DATA[1] ?? []), "của tôi"],
    ]);
  });

  it("has columns that were moved back in their order", () => {
    const moved = [...HEAD, ...DATA].map((row) => [row[3] ?? "", ...row.slice(0, 3), ...row.slice(4)]);
    const mended = mend(moved);
    expect(mended.table).toEqual([TITLES, ...DATA]);
    expect(mended.steps.every(([what]) => what === "moveColumn")).toBe(true);
  });
});
