/** Sheets that a plan makes, puts in each other's place, puts away. */
import type { PlanStep } from "../../workbook/plan.ts";
import { ARCHIVED_SUFFIX } from "../../workbook/titles.ts";
import { makeRoom } from "../cells.ts";
import { REPLACED, UNFINISHED } from "../unfinished.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Makes an empty sheet at the end, under a title that says that it is unfinished. */
export function insertSheet(book: Spreadsheet, step: Extract<PlanStep, { do: "insert" }>, name: string): Sheet {
  const sheet = book.insertSheet(`${name}${UNFINISHED}`, book.getNumSheets());
  resize(sheet, step.rows, step.columns);
  if (step.colour) sheet.setTabColor(step.colour);
  return sheet;
}

/** Gives a new sheet the size that its plan says: fewer cells open faster, and 240 units stay far below the limit. */
function resize(sheet: Sheet, rows: number, columns: number): void {
  const [hasRows, hasColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (hasRows > rows) sheet.deleteRows(rows + 1, hasRows - rows);
  else makeRoom(sheet, rows);
  if (hasColumns > columns) sheet.deleteColumns(columns + 1, hasColumns - columns);
  else if (hasColumns < columns) sheet.insertColumnsAfter(hasColumns, columns - hasColumns);
}

/** Copies a sheet, under a title that says that the copy is unfinished. */
export function copySheet(
  book: Spreadsheet,
  from: Sheet,
  step: Extract<PlanStep, { do: "copy" }>,
  name: string,
): Sheet {
  return from.copyTo(book).setName(`${name}${UNFINISHED}`).setTabColor(step.colour).showSheet();
}

/** Puts a sheet in another's place. Cut off at any point, what is left says which of the two is whole. */
export function replaceSheet(book: Spreadsheet, before: Sheet, sheet: Sheet, name: string): void {
  const place = before.getIndex();
  const wasHidden = before.isSheetHidden();
  before.setName(`${name}${REPLACED}`);
  sheet.setName(name);
  if (!wasHidden) {
    book.setActiveSheet(sheet);
    book.moveActiveSheet(place);
  }
  book.deleteSheet(before);
}

/** Hides a sheet under a title that says that it was put away, and that no other has; nothing if it is gone. */
export function archiveSheet(book: Spreadsheet, sheet: Sheet | undefined): void {
  if (!sheet) return;
  const taken = new Set(book.getSheets().map((other) => other.getName().toLowerCase()));
  const wanted = `${sheet.getName()}${ARCHIVED_SUFFIX}`;
  let name = wanted;
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${wanted} ${count}`;
  sheet.setName(name).hideSheet();
}
