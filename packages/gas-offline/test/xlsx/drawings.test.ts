import { describe, expect, it } from "vitest";
import { renameSheet } from "../../src/edit/sheets.ts";
import { type Drawings, ensureCell, newSheet, type WorkbookModel } from "../../src/model.ts";
import { decodeWorkbook, encodeWorkbook } from "../../src/xlsx/codec.ts";
import { richWorkbook } from "./rich-workbook.ts";

const LONG = "Số liệu của các đơn vị trực thuộc xã năm 2026";

/** The smallest picture: one white dot. */
const DOT = Uint8Array.from(
  Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsVZ0HwAAAABJRU5ErkJggg==", "base64"),
);

function drawn(values: string, categories: string): Drawings {
  const anchor = { from: { row: 5, col: 1 }, to: { row: 20, col: 8 } };
  return {
    charts: [
      { type: "column", title: "Tỷ lệ nữ", series: [{ name: "Nữ", values, categories, color: "4472C4" }], anchor },
    ],
    images: [{ data: DOT, type: "png", anchor: { from: { row: 1, col: 4 } }, width: 40, height: 20 }],
  };
}

/** Two sheets, the second with a name that the file has to shorten, and a chart of its figures on the first. */
function workbook(): WorkbookModel {
  const board = newSheet(1, "Bảng điểm", 40, 10);
  const figures = newSheet(2, LONG, 10, 3);
  for (const row of [1, 2, 3]) {
    ensureCell(figures, row, 1).value = `Đơn vị ${row}`;
    ensureCell(figures, row, 2).value = row;
  }
  board.drawings = drawn(`'${LONG}'!$B$1:$B$3`, `'${LONG}'!$A$1:$A$3`);
  return { ...richWorkbook(), sheets: [board, figures] };
}

const reopened = async (saved: WorkbookModel): Promise<WorkbookModel> =>
  decodeWorkbook(await encodeWorkbook(saved), "sổ.xlsx");

describe("a chart and a picture that another program drew", () => {
  it("are there after the workbook was opened and saved, once and again", async () => {
    const before = workbook();
    const [once] = (await reopened(before)).sheets;
    const [twice] = (await reopened(await reopened(before))).sheets;
    for (const board of [once, twice]) {
      expect(board?.drawings.charts).toMatchObject([
        {
          type: "column",
          title: "Tỷ lệ nữ",
          series: [{ name: "Nữ", values: `'${LONG}'!$B$1:$B$3`, categories: `'${LONG}'!$A$1:$A$3`, color: "4472C4" }],
          anchor: { from: { row: 5, col: 1 }, to: { row: 20, col: 8 } },
        },
      ]);
      expect(board?.drawings.images).toMatchObject([
        { data: DOT, type: "png", anchor: { from: { row: 1, col: 4 } }, width: 40, height: 20 },
      ]);
    }
  });

  it("go on to show a sheet that gets another name", async () => {
    const saved = workbook();
    const [, figures] = saved.sheets;
    if (figures) renameSheet(saved, figures, "Số liệu");
    const [board] = (await reopened(saved)).sheets;
    expect(board?.drawings.charts[0]?.series[0]?.values).toBe("'Số liệu'!$B$1:$B$3");
  });

  it("are nothing where nothing is drawn", async () => {
    const [, figures] = (await reopened(workbook())).sheets;
    expect(figures?.drawings).toEqual({ charts: [], images: [] });
  });
});
