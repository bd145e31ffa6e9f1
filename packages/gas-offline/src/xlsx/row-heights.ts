/**
 * Heights of rows with wrapped text and no height of their own. LibreOffice does not fit rows when it opens a file, so
 * the file says it. Measures by rule of thumb.
 */
import { type CellFormat, cellAt, type SheetModel } from "../model.ts";
import { COLUMN_WIDTH, PIXELS_PER_POINT } from "./sizes.ts";
import { DEFAULT_FONT } from "./style.ts";

/** Pixels of a letter's width and a line's height at the default size. Generous, so that no line is cut off. */
const LETTER = 6.2;
const LINE = 17;
/** Pixels that a cell leaves free beside and above its text. */
const MARGIN = 6;
/** Pixels of a row of one line, and the most that Excel allows. */
const ONE_LINE = 21;
const TALLEST = Math.floor(409 * PIXELS_PER_POINT);

/** Finds the heights, in pixels, of rows whose text needs several lines: in all rows, or in the given ones. */
export function fittedHeights(sheet: SheetModel, only?: ReadonlySet<number>): Map<number, number> {
  const heights = new Map<number, number>();
  const merged = mergedWidths(sheet);
  for (const row of only ?? sheet.cells.keys()) {
    const line = sheet.cells[row];
    if (!line || sheet.rowHeights.has(row)) continue;
    let tallest = ONE_LINE;
    line.forEach((cell, column) => {
      const text = cell?.value;
      // Numbers never wrap: one that is too wide shows ### on its one line.
      if (cell?.format?.wrap !== true || typeof text !== "string") return;
      const width = merged.get(`${row},${column}`) ?? widthOf(sheet, column);
      if (width <= 0) return;
      const scale = (cell.format.fontSize ?? DEFAULT_FONT.size) / DEFAULT_FONT.size;
      const lines = lineCount(text, (width - MARGIN) / letterWidth(cell.format, scale));
      tallest = Math.max(tallest, Math.ceil(lines * LINE * scale) + MARGIN);
    });
    if (tallest > Math.max(ONE_LINE, LINE + MARGIN)) heights.set(row, Math.min(tallest, TALLEST));
  }
  return heights;
}

function letterWidth(format: CellFormat, scale: number): number {
  return LETTER * scale * (format.bold ? 1.08 : 1);
}

/** Counts the lines of a text, for so many letters in a line. It breaks between words if possible. */
function lineCount(text: string, letters: number): number {
  const fit = Math.max(1, Math.floor(letters));
  let lines = 0;
  for (const paragraph of text.normalize("NFC").split(/\r\n?|\n/)) {
    lines += 1;
    let used = 0;
    for (const word of paragraph.split(" ")) {
      const needed = used === 0 ? word.length : used + 1 + word.length;
      if (needed <= fit) {
        used = needed;
        continue;
      }
      if (used > 0) lines += 1;
      lines += Math.ceil(word.length / fit) - 1;
      used = word.length % fit || (word.length > 0 ? fit : 0);
    }
  }
  return lines;
}

/** The widths of the blocks that merges make of one row; cells that share rows fit themselves. */
function mergedWidths(sheet: SheetModel): ReadonlyMap<string, number> {
  const widths = new Map<string, number>();
  for (const { row, column, rows, columns } of sheet.merges) {
    if (!cellAt(sheet, row, column)) continue;
    let width = 0;
    for (let one = column; one < column + columns; one++) width += widthOf(sheet, one);
    widths.set(`${row},${column}`, rows === 1 ? width : 0);
  }
  return widths;
}

function widthOf(sheet: SheetModel, column: number): number {
  return sheet.hiddenColumns.has(column) ? 0 : (sheet.columnWidths.get(column) ?? COLUMN_WIDTH);
}
