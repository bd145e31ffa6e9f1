/** Puts a data folder's figures into the open workbook: folder → cells to write → written under a lock. */
import { readFolderFigures } from "../workbook/folder/figures.ts";
import type { Refusal } from "../workbook/folder/refusal.ts";
import type { FolderTable } from "../workbook/folder/table.ts";
import type { CellWrite } from "../workbook/place/lines.ts";
import { planImport } from "../workbook/place/plan.ts";
import { makeRoom } from "./apply.ts";
import { findSheet, openBook, readBook } from "./book.ts";
import { alone, requireCoordinator } from "./change.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** How many rows of the folder an import placed, and what it could not place. */
export type ImportOutcome = { readonly placed: number; readonly refusals: readonly Refusal[] };

/** Puts a data folder's figures into the open workbook. */
export function importIntoOpenWorkbook(tables: readonly FolderTable[]): ImportOutcome {
  return alone(() => {
    const book = openBook();
    requireCoordinator(book);
    return importInto(book, tables);
  });
}

/** Puts the figures in; the caller holds the lock. */
export function importInto(book: Spreadsheet, tables: readonly FolderTable[]): ImportOutcome {
  const records = readBook(book);
  const figures = readFolderFigures(tables, records.commune.units, records.commune.taskList);
  const plan = planImport(figures, records);
  for (const write of plan.writes) applyWrite(book, write);
  return { placed: plan.placed, refusals: [...figures.refusals, ...plan.refusals] };
}

/**
 * Writes a block. Figures that contradict themselves are written as typed, for the checks to show; as Sheets refuses
 * them where a validation does, it is taken off for the moment of writing and put back.
 */
function applyWrite(book: Spreadsheet, write: CellWrite): void {
  const sheet = findSheet(book, write.tab);
  makeRoom(sheet, write.row + write.cells.length - 1);
  const range = sheet.getRange(write.row, write.column, write.cells.length, write.cells[0]?.length ?? 1);
  const values = write.cells.map((row) => [...row]);
  if (!write.unruly) {
    range.setValues(values);
    return;
  }
  const rules = range.getDataValidations();
  range.clearDataValidations();
  try {
    range.setValues(values);
  } finally {
    range.setDataValidations(rules);
  }
}
