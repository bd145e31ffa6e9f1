/**
 * Widths and heights: in pixels in the workbook, in characters and points in the file.
 */

import { MOST_COLUMNS } from "a1";
import type { ColumnDef, Sheet, WriteSheet } from "hucre/xlsx";
import type { SheetModel } from "../model.ts";
import type { StoredSheet } from "./stored.ts";

/** The default width of a column in pixels, as in Google Sheets. */
export const COLUMN_WIDTH = 100;
export const PIXELS_PER_CHARACTER = 7;
export const PIXELS_PER_POINT = 4 / 3;

/** How far a width or height may be off, in pixels, after another program measured it. */
const TOLERANCE = 2;

/** Makes the columns of a sheet up to the last that is used. */
export function columnDefinitions(sheet: SheetModel, lastColumn: number): ColumnDef[] {
  const used = Math.max(lastColumn, ...sheet.columnWidths.keys(), ...sheet.hiddenColumns);
  return Array.from({ length: Math.min(used, MOST_COLUMNS) }, (_, index) => {
    const pixels = sheet.columnWidths.get(index + 1) ?? COLUMN_WIDTH;
    const hidden = sheet.hiddenColumns.has(index + 1);
    return { width: rounded(pixels / PIXELS_PER_CHARACTER), ...(hidden ? { hidden } : {}) };
  });
}

/** Makes the rows that have a height, set or fitted, or are hidden. */
export function rowDefinitions(
  sheet: SheetModel,
  fitted: ReadonlyMap<number, number>,
): NonNullable<WriteSheet["rowDefs"]> {
  const rows: NonNullable<WriteSheet["rowDefs"]> = new Map();
  for (const [row, pixels] of [...fitted, ...sheet.rowHeights])
    rows.set(row - 1, { height: rounded(pixels / PIXELS_PER_POINT) });
  for (const row of sheet.hiddenRows) rows.set(row - 1, { ...rows.get(row - 1), hidden: true });
  return rows;
}

/** Reads widths, heights and what is hidden; a size that only another program's measuring changed stays as it was. */
export function readSizes(sheet: Sheet, model: SheetModel, stored: StoredSheet | undefined): void {
  const widths = new Map(stored?.columnWidths ?? []);
  const heights = new Map(stored?.rowHeights ?? []);
  const fitted = new Map(stored?.fittedHeights ?? []);
  for (const [column, width] of widths) model.columnWidths.set(column, width);
  for (const [row, height] of heights) model.rowHeights.set(row, height);
  const sized = stored?.sizedColumns ?? model.columns;
  (sheet.columns ?? []).slice(0, model.columns).forEach(({ width, hidden }, index) => {
    const column = index + 1;
    if (hidden) model.hiddenColumns.add(column);
    if (width === undefined || column > sized) return;
    const pixels = Math.round(width * PIXELS_PER_CHARACTER);
    if (Math.abs(pixels - (widths.get(column) ?? COLUMN_WIDTH)) > TOLERANCE) model.columnWidths.set(column, pixels);
  });
  for (const [index, { height, hidden }] of sheet.rowDefs ?? []) {
    const row = index + 1;
    if (row > model.rows) continue;
    if (hidden) model.hiddenRows.add(row);
    if (height === undefined) continue;
    const pixels = Math.round(height * PIXELS_PER_POINT);
    const known = heights.get(row) ?? fitted.get(row);
    if (known === undefined || Math.abs(pixels - known) > TOLERANCE) model.rowHeights.set(row, pixels);
  }
}

function rounded(size: number): number {
  return Math.round(size * 10_000) / 10_000;
}
