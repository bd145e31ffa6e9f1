/** Writing into a sheet's cells: room for rows, rows at the end, what somebody typed. */
import type { Cell, Grid } from "../workbook/grid.ts";
import { HEADER_ROW, SETTINGS_TAB } from "../workbook/schema.ts";
import { type KeyedSheet, readKeyed } from "../workbook/settle.ts";
import { readTable } from "../workbook/table.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** Reads a tab from its header row down: two calls. */
export function readBelowHeading(sheet: Sheet): Grid {
  return sheet
    .getDataRange()
    .getValues()
    .slice(HEADER_ROW - 1);
}

/** Reads where the keys of a sheet's blocks stand at this moment: one call. */
export function readKeys(sheet: Sheet): KeyedSheet {
  return readKeyed(sheet.getSheetValues(1, 1, -1, -1));
}

/**
 * Finds the cell of a setting's value by the key beside it, as the settings stand at this moment: two calls. Undefined:
 * no row has the key, or more than one.
 */
export function findSettingCell(sheet: Sheet, key: string): Range | undefined {
  const grid = readBelowHeading(sheet);
  const [row, another] = readTable(SETTINGS_TAB, grid).filter((entry) => entry.text("key") === key);
  return row && !another ? sheet.getRange(row.at("value")) : undefined;
}

/** Adds rows at the end of a sheet that has fewer. */
export function makeRoom(sheet: Sheet, rows: number): void {
  const has = sheet.getMaxRows();
  if (has < rows) sheet.insertRowsAfter(has, rows - has);
}

/** Returns the range of a block of cells whose first stands at an address. */
export function blockAt(sheet: Sheet, at: string, cells: readonly (readonly unknown[])[]): Range {
  const first = sheet.getRange(at);
  return first.offset(0, 0, cells.length, cells[0]?.length ?? 1);
}

/** Adds rows below all that a sheet holds, as text. */
export function appendRows(sheet: Sheet, cells: readonly (readonly Cell[])[]): void {
  const row = sheet.getLastRow() + 1;
  makeRoom(sheet, row + cells.length - 1);
  const columns = Math.max(...cells.map((line) => line.length));
  const range = sheet.getRange(row, 1, cells.length, columns);
  range.setNumberFormats(cells.map(() => Array.from({ length: columns }, () => "@")));
  range.setValues(cells.map((line) => Array.from({ length: columns }, (_, index) => line[index] ?? "")));
}

/**
 * Writes what somebody typed, also where it contradicts itself: as Sheets refuses that where a rule does, the rules are
 * taken off for the moment of writing and put back.
 */
export function enterValues(range: Range, cells: readonly (readonly Cell[])[]): void {
  const rules = range.getDataValidations();
  range.clearDataValidations();
  try {
    range.setValues(cells.map((row) => [...row]));
  } finally {
    range.setDataValidations(rules);
  }
}
