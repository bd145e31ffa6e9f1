/** Sheets, as far as the bundle uses them. */
import { type Area, type CellModel, newSheet, type SheetModel } from "../model.ts";
import { requireEditor, requireStructure, wholeSheet } from "./access.ts";
import { formatOf } from "./builders.ts";
import { copyCell, inheritRow } from "./cells.ts";
import { complete, fail, type HostContext, settle } from "./context.ts";
import { protectionsOf, protectSheet } from "./protection.ts";
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

/** Makes a copy's title one that no other sheet has. */
function freeTitle(context: HostContext, wanted: string): string {
  const taken = context.workbook.sheets.map(({ name }) => name.toLowerCase());
  let title = wanted;
  for (let count = 1; taken.includes(title.toLowerCase()); count++) title = `${wanted} ${count}`;
  return title;
}

/** Refuses cells beyond what Google allows for all sheets together. */
export function requireRoom(context: HostContext, added: number): void {
  const cells = context.workbook.sheets.reduce((sum, { rows, columns }) => sum + rows * columns, added);
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
  const presentRange = (area: Area) => newRange(context, sheet, area);
  const presented: GoogleSheet = complete<GoogleSheet>(context, "Sheet", {
    getName: () => sheet.name,
    setName(name) {
      requireTitle(context, name, sheet);
      requireStructure(context, sheet);
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
      requireStructure(context, sheet);
      if (row < 1 || row + count - 1 > sheet.rows) fail(context, "Those rows are out of bounds.");
      if (count >= sheet.rows - sheet.frozenRows) fail(context, "You can't delete all the rows on the sheet.");
      if (lastFilledRow(sheet) >= row)
        fail(context, "not implemented in the offline host: Sheet.deleteRows on rows with values");
      context.changed.push({ sheet, area: { row, column: 1, rows: count, columns: sheet.columns } });
      sheet.cells.splice(row, count);
      sheet.rows -= count;
    },
    deleteColumns(column, count) {
      requireStructure(context, sheet);
      if (column < 1 || column + count - 1 > sheet.columns) fail(context, "Those columns are out of bounds.");
      if (count >= sheet.columns - sheet.frozenColumns) fail(context, "You can't delete all the columns on the sheet.");
      if (lastFilledColumn(sheet) >= column)
        fail(context, "not implemented in the offline host: Sheet.deleteColumns on columns with values");
      context.changed.push({ sheet, area: { row: 1, column, rows: sheet.rows, columns: count } });
      for (const line of sheet.cells) line?.splice(column, count);
      sheet.columns -= count;
    },
    insertRowsAfter(row, count) {
      requireStructure(context, sheet);
      if (row !== sheet.rows)
        fail(context, "not implemented in the offline host: Sheet.insertRowsAfter above the last row");
      requireRoom(context, count * sheet.columns);
      inheritRow(sheet, row, count);
      sheet.rows += count;
      context.changed.push({ sheet, area: { row: row + 1, column: 1, rows: count, columns: sheet.columns } });
      return presented;
    },
    insertColumnsAfter(column, count) {
      requireStructure(context, sheet);
      if (column !== sheet.columns)
        fail(context, "not implemented in the offline host: Sheet.insertColumnsAfter left of the last column");
      requireRoom(context, count * sheet.rows);
      sheet.columns += count;
      context.changed.push({ sheet, area: { row: 1, column: column + 1, rows: sheet.rows, columns: count } });
      return presented;
    },
    copyTo() {
      requireEditor(context);
      requireRoom(context, sheet.rows * sheet.columns);
      workbook.lastId++;
      const copy = copySheet(sheet, workbook.lastId, freeTitle(context, `Bản sao của ${sheet.name}`));
      workbook.sheets.push(copy);
      context.changed.push({ sheet: copy, area: wholeSheet(copy) });
      return presentSheet(context, copy);
    },
    setTabColor(color) {
      requireStructure(context, sheet);
      if (color === null) delete sheet.tabColor;
      else sheet.tabColor = color;
      return presented;
    },
    hideSheet() {
      requireStructure(context, sheet);
      if (workbook.sheets.every((other) => other === sheet || other.hidden))
        fail(context, "You can't hide all the sheets in a document.");
      sheet.hidden = true;
      return presented;
    },
    showSheet() {
      requireStructure(context, sheet);
      sheet.hidden = false;
      return presented;
    },
    hideRows(row: number, count: number = 1) {
      requireStructure(context, sheet);
      for (let index = row; index < row + count; index++) sheet.hiddenRows.add(index);
    },
    hideColumns(column: number, count: number = 1) {
      requireStructure(context, sheet);
      for (let index = column; index < column + count; index++) sheet.hiddenColumns.add(index);
    },
    setColumnWidths(column, count, width) {
      requireStructure(context, sheet);
      for (let index = column; index < column + count; index++) sheet.columnWidths.set(index, width);
      return presented;
    },
    setFrozenRows(rows) {
      requireStructure(context, sheet);
      if (rows >= sheet.rows) fail(context, "You can't freeze all visible rows on the sheet.");
      sheet.frozenRows = rows;
    },
    setFrozenColumns(columns) {
      requireStructure(context, sheet);
      if (columns >= sheet.columns) fail(context, "You can't freeze all visible columns on the sheet.");
      sheet.frozenColumns = columns;
    },
    setConditionalFormatRules(rules) {
      requireStructure(context, sheet);
      sheet.conditionalFormats.splice(
        0,
        sheet.conditionalFormats.length,
        ...rules.map((rule) => formatOf(context, sheet, rule)),
      );
    },
    protect: () => protectSheet(context, sheet, presentRange),
    getProtections: (type) => protectionsOf(context, sheet, String(type), presentRange),
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
