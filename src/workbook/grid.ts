/** Grids of cells, A1 notation, and text that is safe to put into a cell. Knows no tab and no Google. */
import { type Area, areaName, readArea } from "a1";
import { readDay, showDay } from "../core/period.ts";
import { cleanText, wouldBeParsed } from "../core/text.ts";

export { type Area, cellName as address, columnName as columnLetters, quotedSheet as quoteTab } from "a1";

/** What a cell gives or takes: text, number, boolean, Date; `""` is blank. */
export type Cell = string | number | boolean | Date;

/** Rows of cells; all rows have the same length. */
export type Grid = readonly (readonly unknown[])[];

/** Something a workbook's structure must have and has not. The message is one Vietnamese line for its user. */
export class WorkbookFault extends Error {
  override readonly name = "WorkbookFault";
}

/** Returns the address of a block: (5, 3, 2, 4) → `C5:F6`. */
export function blockAddress(row: number, column: number, rows: number, columns: number): string {
  return areaName({ row, column, rows, columns });
}

/** Reads a cell as text: cleaned; a Date as `dd/mm/yyyy`; blank as `""`. */
export function cellText(cell: unknown): string {
  if (cell === "" || cell === null || cell === undefined) return "";
  if (typeof cell === "string") return cleanText(cell);
  if (typeof cell === "number" || typeof cell === "boolean") return String(cell);
  const day = readDay(cell);
  return day ? showDay(day) : cleanText(String(cell));
}

/**
 * Prepares text for `setValues`, which parses as if it were typed: an apostrophe keeps it text. Whether a plain-text cell
 * stores it is not known; `cleanText` reads both alike.
 */
export function asLiteral(text: string): string {
  return wouldBeParsed(text) ? `'${text}` : text;
}

/** Prepares any cell for `setValues`: text stays text, everything else what it is. */
export function asLiteralCell(cell: Cell): Cell {
  return typeof cell === "string" ? asLiteral(cell) : cell;
}

/** What one cell can hold, in Google Sheets. Longer text is refused, never cut. */
export const MOST_CELL_CHARACTERS = 50_000;

/** Groups rising numbers that follow one another: rows 3, 4, 5, 9 → from 3 count 3, from 9 count 1. */
export function consecutive(rows: readonly number[]): readonly { readonly from: number; readonly count: number }[] {
  const groups: { from: number; count: number }[] = [];
  for (const row of rows) {
    const last = groups[groups.length - 1];
    if (last && last.from + last.count === row) last.count++;
    else groups.push({ from: row, count: 1 });
  }
  return groups;
}

/** Reads the address of a cell or a block: `C5:F6` → (5, 3, 2, 4). Throws for anything else. */
export function areaOf(range: string): Area {
  const area = readArea(range);
  if (!area) throw new Error(`No block of cells: ${range}`);
  return area;
}

/** Returns what is read of a cell after `setValues` got it: an apostrophe in front only marks text. */
export function storedCell(cell: Cell): Cell {
  return typeof cell === "string" && cell.startsWith("'") ? cleanText(cell) : cell;
}

/** What a cell shows whose formula has failed. */
const FAILED = /^#(REF!|N\/A|VALUE!|NAME\?|ERROR!|DIV\/0!|NUM!|NULL!|SPILL!)$/;

/** Tells whether a cell's text is what a failed formula shows. */
export function showsFailure(text: string): boolean {
  return FAILED.test(text);
}
