import { beforeEach, describe, expect, it } from "vitest";
import type { LineChange } from "../../src/edit/lines.ts";
import { copyWorkbook, duplicateSheet, removeSheet, renameSheet } from "../../src/edit/sheets.ts";
import { changeLines } from "../../src/edit/structure.ts";
import { type Book, book } from "../formula/sheets.ts";

let opened: Book;

beforeEach(() => {
  opened = book({
    Số: [
      ["A", 1],
      ["B", 2],
      ["C", 4],
    ],
    Khác: [["x"]],
  });
  opened.sheet("Số").drawings = {
    charts: [
      {
        type: "bar",
        series: [{ values: "'Số'!$B$1:$B$3", categories: "'Số'!$A$1:$A$3" }, { values: "'Khác'!$A$1" }],
        anchor: { from: { row: 4, col: 2 }, to: { row: 9, col: 6 } },
      },
    ],
    images: [{ data: new Uint8Array([1]), type: "png", anchor: { from: { row: 0, col: 0 } } }],
  };
});

const change = (kind: "insert" | "delete", at: number, count = 1): void => {
  const lines: LineChange = { kind, axis: "rows", at, count };
  changeLines(opened.workbook, opened.sheet("Số"), lines);
};

const drawn = (sheet = "Số") => opened.sheet(sheet).drawings;
const shown = (sheet = "Số") =>
  drawn(sheet).charts[0]?.series.map(({ values, categories }) => [values, categories ?? ""]);

describe("a chart", () => {
  it("goes along with the cells beneath it, and shows the same cells", () => {
    change("insert", 2, 2);
    expect(drawn().charts[0]?.anchor).toEqual({ from: { row: 6, col: 2 }, to: { row: 11, col: 6 } });
    expect(shown()).toEqual([
      ["'Số'!$B$1:$B$5", "'Số'!$A$1:$A$5"],
      ["'Khác'!$A$1", ""],
    ]);
  });

  it("grows with rows that are inserted beneath it, and stays when all of them are deleted", () => {
    change("insert", 7);
    expect(drawn().charts[0]?.anchor.to).toEqual({ row: 10, col: 6 });
    change("delete", 5, 7);
    expect(drawn().charts).toHaveLength(1);
  });

  it("says that the cells are lost that it showed", () => {
    removeSheet(opened.workbook, opened.sheet("Khác"));
    expect(shown()?.[1]).toEqual(["#REF!", ""]);
  });

  it("follows a sheet's new name", () => {
    renameSheet(opened.workbook, opened.sheet("Số"), "Năm 2026");
    expect(shown("Năm 2026")?.[0]).toEqual(["'Năm 2026'!$B$1:$B$3", "'Năm 2026'!$A$1:$A$3"]);
  });

  it("of a copied sheet shows the copy's cells; of a copied workbook, its own", () => {
    const copy = duplicateSheet(opened.workbook, opened.sheet("Số"), 1);
    expect(shown(copy.name)?.[0]?.[0]).toBe("'Bản sao của Số'!$B$1:$B$3");
    expect(shown()?.[0]?.[0]).toBe("'Số'!$B$1:$B$3");
    const other = copyWorkbook(opened.workbook, "2", "Bản sao", "owner@xa.example", false);
    expect(other.sheets[0]?.drawings).toEqual(drawn());
  });
});

describe("a picture", () => {
  it("goes along with its cell", () => {
    change("insert", 1, 3);
    expect(drawn().images[0]?.anchor).toEqual({ from: { row: 3, col: 0 } });
  });
});
