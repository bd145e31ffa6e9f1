/** Sheets, as far as the bundle uses them. */
import { type Area, type CellModel, newSheet, type SheetModel } from "../model.ts";
import { requireEdit, wholeSheet } from "./access.ts";
import { formatOf } from "./builders.ts";
import { copyCell, inheritRow } from "./cells.ts";
import { complete, fail, type HostContext, settle } from "./context.ts";
import { protectSheet } from "./protection.ts";
import { newRange, newRangeList, readAddress } from "./range.ts";

type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet;

const sheets = new WeakMap<object, SheetModel>();
const MOST_CELLS = 10_000_000;

/** Returns the sheet behind what a script holds. */
export function sheetOf(context: HostContext, presented: object): SheetModel {
  return (
    sheets.get(presented) ?? fail(context, "The parameters don't match the method signature: a Sheet was expected.")
  );
}

/** Throws Google's error for a title that a sheet cannot have. */
export function requireTitle(context: HostContext, title: string, own?: SheetModel): void {
  const taken = context.workbook.sheets.some(
    (sheet) => sheet !== own && sheet.name.toLowerCase() === title.toLowerCase(),
  );
  if (taken) fail(context, `A sheet with the name "${title}" already exists. Please enter another name.`);
  if (title === "" || title.length > 100) fail(context, "Invalid sheet name.");
}

/** Counts the cells of the workbook and refuses more than Google allows. */
export function requireRoom(context: HostContext): void {
  const cells = context.workbook.sheets.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  if (cells > MOST_CELLS)
    fail(context, "This action would increase the number of cells in the workbook above the limit of 10000000 cells.");
}

function lastFilledRow(sheet: SheetModel): number {
  for (let row = sheet.cells.length - 1; row > 0; row--) {
    if (sheet.cells[row]?.some(isFilled)) return row;
  }
  return 0;
}

function lastFilledColumn(sheet: SheetModel): number {
  return sheet.cells.reduce((last, line) => {
    let column = (line?.length ?? 0) - 1;
    while (column > last && !isFilled(line?.[column])) column--;
    return Math.max(last, column);
  }, 0);
}

function isFilled(cell: CellModel | undefined): boolean {
  return cell !== undefined && (cell.value !== undefined || cell.formula !== undefined);
}

/** Presents a sheet to the script. */
export function presentSheet(context: HostContext, sheet: SheetModel): GoogleSheet {
  const { workbook } = context;
  const requireStructure = (): void => requireEdit(context, sheet, wholeSheet(sheet));
  const presented: GoogleSheet = complete<GoogleSheet>(context, "Sheet", {
    getName: () => sheet.name,
    setName(name) {
      requireTitle(context, name, sheet);
      requireStructure();
      sheet.name = name;
      return presented;
    },
    getSheetId: () => sheet.id,
    getRange(first: string | number, column: number = 1, rows: number = 1, columns: number = 1) {
      const area: Area =
        typeof first === "string" ? readAddress(context, sheet, first) : { row: first, column, rows, columns };
      return newRange(context, sheet, area);
    },
    getRangeList: (addresses) => newRangeList(context, sheet, addresses),
    getDataRange() {
      settle(context);
      const rows = Math.max(1, lastFilledRow(sheet));
      return newRange(context, sheet, { row: 1, column: 1, rows, columns: Math.max(1, lastFilledColumn(sheet)) });
    },
    getLastRow() {
      settle(context);
      return lastFilledRow(sheet);
    },
    getMaxRows: () => sheet.rows,
    getMaxColumns: () => sheet.columns,
    deleteRows(row, count) {
      requireStructure();
      if (lastFilledRow(sheet) >= row)
        fail(context, "not implemented in the offline host: Sheet.deleteRows on rows with values");
      sheet.cells.splice(row, count);
      sheet.rows -= count;
    },
    deleteColumns(column, count) {
      requireStructure();
      if (lastFilledColumn(sheet) >= column)
        fail(context, "not implemented in the offline host: Sheet.deleteColumns on columns with values");
      for (const line of sheet.cells) line?.splice(column, count);
      sheet.columns -= count;
    },
    insertRowsAfter(row, count) {
      requireStructure();
      if (row !== sheet.rows)
        fail(context, "not implemented in the offline host: Sheet.insertRowsAfter above the last row");
      inheritRow(sheet, row, count);
      sheet.rows += count;
      requireRoom(context);
      return presented;
    },
    insertColumnsAfter(column, count) {
      requireStructure();
      if (column !== sheet.columns)
        fail(context, "not implemented in the offline host: Sheet.insertColumnsAfter left of the last column");
      sheet.columns += count;
      requireRoom(context);
      return presented;
    },
    copyTo() {
      workbook.lastId++;
      const copy = copySheet(sheet, workbook.lastId, `Bản sao của ${sheet.name}`);
      workbook.sheets.push(copy);
      requireRoom(context);
      context.changed.push({ sheet: copy, area: wholeSheet(copy) });
      return presentSheet(context, copy);
    },
    setTabColor(color) {
      requireStructure();
      if (color === null) delete sheet.tabColor;
      else sheet.tabColor = color;
      return presented;
    },
    hideSheet() {
      if (workbook.sheets.every((other) => other === sheet || other.hidden))
        fail(context, "You can't hide all the sheets in a document.");
      sheet.hidden = true;
      return presented;
    },
    showSheet() {
      sheet.hidden = false;
      return presented;
    },
    hideRows(row: number, count: number = 1) {
      requireStructure();
      for (let index = row; index < row + count; index++) sheet.hiddenRows.add(index);
    },
    hideColumns(column: number, count: number = 1) {
      requireStructure();
      for (let index = column; index < column + count; index++) sheet.hiddenColumns.add(index);
    },
    setColumnWidths(column, count, width) {
      requireStructure();
      for (let index = column; index < column + count; index++) sheet.columnWidths.set(index, width);
      return presented;
    },
    setFrozenRows(rows) {
      sheet.frozenRows = rows;
    },
    setFrozenColumns(columns) {
      sheet.frozenColumns = columns;
    },
    setConditionalFormatRules(rules) {
      requireStructure();
      sheet.conditionalFormats.splice(
        0,
        sheet.conditionalFormats.length,
        ...rules.map((rule) => formatOf(context, rule)),
      );
    },
    protect: () => protectSheet(context, sheet),
  });
  sheets.set(presented, sheet);
  return presented;
}

/** Copies a sheet. As at Google, protections stay behind. */
function copySheet(sheet: SheetModel, id: number, name: string): SheetModel {
  const copy = newSheet(id, name, sheet.rows, sheet.columns);
  sheet.cells.forEach((line, row) => {
    copy.cells[row] = line?.map((cell) => cell && copyCell(cell));
  });
  copy.conditionalFormats.push(...sheet.conditionalFormats);
  copy.merges.push(...sheet.merges);
  for (const [index, width] of sheet.columnWidths) copy.columnWidths.set(index, width);
  for (const [index, height] of sheet.rowHeights) copy.rowHeights.set(index, height);
  for (const index of sheet.hiddenRows) copy.hiddenRows.add(index);
  for (const index of sheet.hiddenColumns) copy.hiddenColumns.add(index);
  copy.frozenRows = sheet.frozenRows;
  copy.frozenColumns = sheet.frozenColumns;
  copy.hidden = sheet.hidden;
  copy.gridlines = sheet.gridlines;
  if (sheet.tabColor !== undefined) copy.tabColor = sheet.tabColor;
  return copy;
}
