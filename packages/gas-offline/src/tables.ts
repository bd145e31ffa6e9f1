/** Workbooks from plain tables, for tests; and tables back from workbooks, to assert on. */
import {
  type CellContent,
  cellAt,
  ensureCell,
  isErrorValue,
  newSheet,
  type SheetModel,
  type WorkbookModel,
} from "./model.ts";
import { newWorkbook } from "./open.ts";

/** Rows of cells: text that begins with `=` is a formula, null a blank cell. */
export type Table = readonly (readonly (CellContent | null)[])[];

/** Makes a workbook of tables by the names of their sheets. */
export function workbookOf(tables: Readonly<Record<string, Table>>, owner?: string): WorkbookModel {
  const sheets = Object.entries(tables).map(([name, rows], index) => {
    const sheet = newSheet(index + 1, name);
    rows.forEach((row, above) => {
      row.forEach((content, left) => {
        if (content === null) return;
        const cell = ensureCell(sheet, above + 1, left + 1);
        if (typeof content === "string" && content.startsWith("=")) cell.formula = content;
        else cell.value = content;
      });
    });
    return sheet;
  });
  return { ...newWorkbook("Workbook", owner), sheets, lastId: sheets.length };
}

/** Reads a sheet's values from its first cell to its last filled one. An error is its code, a blank cell null. */
export function tableOf(workbook: WorkbookModel, name: string): Table {
  const sheet = workbook.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`No sheet is called ${name}`);
  const shown = Array.from({ length: sheet.cells.length }, (_, row) =>
    Array.from({ length: sheet.cells[row]?.length ?? 0 }, (_, column) => contentAt(sheet, row, column)).slice(1),
  ).slice(1);
  const columns = Math.max(0, ...shown.map((row) => row.findLastIndex((content) => content !== null) + 1));
  const rows = shown.findLastIndex((row) => row.some((content) => content !== null)) + 1;
  return shown.slice(0, rows).map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? null));
}

function contentAt(sheet: SheetModel, row: number, column: number): CellContent | null {
  const value = cellAt(sheet, row, column)?.value;
  return isErrorValue(value) ? value.error : (value ?? null);
}
