/** Rows and columns of a sheet: their number, their sizes, and what inserts, deletes, moves and hides them. */
import { type Axis, type LineChange, spanOf } from "../edit/lines.ts";
import { changeLines, isAppending } from "../edit/structure.ts";
import type { Area, CellModel, SheetModel } from "../model.ts";
import { requireEdit, requireStructure, requireUnsplit } from "./access.ts";
import { areaOf } from "./builders.ts";
import { evaluateChanges, fail, type HostContext } from "./context.ts";

type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet;
type GoogleRange = GoogleAppsScript.Spreadsheet.Range;

const MOST_CELLS = 10_000_000;

/** Refuses cells beyond what Google allows for all sheets together. */
export function requireRoom(context: HostContext, added: number): void {
  const cells = context.workbook.sheets.reduce((sum, { rows, columns }) => sum + rows * columns, added);
  if (cells > MOST_CELLS)
    fail(context, "This action would increase the number of cells in the workbook above the limit of 10000000 cells.");
}

/** Returns the last row that holds something, or 0. */
export function lastFilledRow(sheet: SheetModel): number {
  for (let row = sheet.cells.length - 1; row > 0; row--) {
    if (sheet.cells[row]?.some(isFilled)) return row;
  }
  return 0;
}

/** Returns the last column that holds something, or 0. */
export function lastFilledColumn(sheet: SheetModel): number {
  return sheet.cells.reduce((last, line) => {
    let column = (line?.length ?? 0) - 1;
    while (column > last && !isFilled(line?.[column])) column--;
    return Math.max(last, column);
  }, 0);
}

function isFilled(cell: CellModel | undefined): boolean {
  return cell !== undefined && (cell.value !== undefined || cell.formula !== undefined);
}

/** Inserts, deletes or moves rows or columns as the user, or throws Google's error. */
export function restructure(context: HostContext, sheet: SheetModel, change: LineChange): void {
  requireStructure(context, sheet);
  requireOpenLines(context, sheet, change);
  requirePossible(context, sheet, change);
  const { axis, at, count } = change;
  const isAtEnd = isAppending(sheet, change);
  changeLines(context.workbook, sheet, change);
  if (isAtEnd) {
    const { rows, columns } = sheet;
    const area =
      axis === "rows" ? { row: at, column: 1, rows: count, columns } : { row: 1, column: at, rows, columns: count };
    context.changed.push({ sheet, area });
    return;
  }
  context.restructured = true;
  context.shifted.add(sheet.id);
}

/** Checks that the user may delete or move lines, and that new ones split nothing protected from the user. */
function requireOpenLines(context: HostContext, sheet: SheetModel, { kind, axis, at, count }: LineChange): void {
  const { rows, columns } = sheet;
  if (kind === "insert") requireUnsplit(context, sheet, axis, at);
  else if (axis === "rows") requireEdit(context, sheet, { row: at, column: 1, rows: count, columns });
  else requireEdit(context, sheet, { row: 1, column: at, rows, columns: count });
}

function requirePossible(context: HostContext, sheet: SheetModel, change: LineChange): void {
  const { axis, at, count, kind } = change;
  const size = sheet[axis];
  const isOutside = kind === "insert" ? at > size + 1 : at + count - 1 > size;
  if (at < 1 || isOutside) fail(context, `Those ${axis} are out of bounds.`);
  if (count < 1) fail(context, `The number of ${axis} must be at least 1.`);
  if (kind === "insert") requireRoom(context, count * (axis === "rows" ? sheet.columns : sheet.rows));
  if (kind === "delete") {
    const frozen = axis === "rows" ? sheet.frozenRows : sheet.frozenColumns;
    // Of those that are not frozen, one must be left.
    const left = size - frozen - Math.max(0, at + count - 1 - Math.max(at - 1, frozen));
    if (left < 1) fail(context, `You can't delete all the ${axis} on the sheet.`);
  }
  if (kind !== "move") return;
  const { to } = change;
  if (to < 1 || to > size + 1) fail(context, `Those ${axis} are out of bounds.`);
  if (to > at && to < at + count) fail(context, `The destination lies within the ${axis} that are moved.`);
  const last = at + count - 1;
  const isTorn = sheet.merges.some((merge) => {
    const [first, end] = spanOf(merge, axis);
    const isPart = first <= last && end >= at && (first < at || end > last);
    return isPart || (to > first && to <= end && !(first >= at && end <= last));
  });
  // Google refuses this too; its exact words are not documented.
  if (isTorn) fail(context, `It is not possible to move ${axis} that contain only part of a merged cell.`);
}

/** Rows or columns that a user may hide or size must be there, and the sheet's structure open to them. */
function requireLines(
  context: HostContext,
  sheet: SheetModel,
  axis: Axis,
  { at, count }: { readonly at: number; readonly count: number },
): void {
  requireStructure(context, sheet);
  if (at < 1 || at + count - 1 > sheet[axis]) fail(context, `Those ${axis} are out of bounds.`);
}

/** Hides or shows rows or columns. */
export function setLinesHidden(
  context: HostContext,
  sheet: SheetModel,
  axis: Axis,
  { at, count }: { readonly at: number; readonly count: number },
  hidden: boolean,
): void {
  requireLines(context, sheet, axis, { at, count });
  const lines = axis === "rows" ? sheet.hiddenRows : sheet.hiddenColumns;
  for (let line = at; line < at + count; line++) {
    if (hidden) lines.add(line);
    else lines.delete(line);
  }
}

/** Gives rows or columns a size in pixels. */
export function resizeLines(
  context: HostContext,
  sheet: SheetModel,
  axis: Axis,
  { at, count }: { readonly at: number; readonly count: number },
  pixels: number,
): void {
  requireLines(context, sheet, axis, { at, count });
  const sizes = axis === "rows" ? sheet.rowHeights : sheet.columnWidths;
  for (let line = at; line < at + count; line++) sizes.set(line, pixels);
}

function cutMergeMessage(axis: Axis): string {
  return `Sorry, you can't freeze ${axis} which contain only part of a merged cell. Try to break apart merged cells or freeze more ${axis} to include the complete merged cells.`;
}

/** Tells whether an area lies on both sides of the end of so many first rows or columns. */
export function isCutAfter(area: Area, axis: Axis, count: number): boolean {
  const [first, last] = spanOf(area, axis);
  return first <= count && last > count;
}

/** Freezes the first rows and columns; 0 unfreezes them. */
export function freezeLines(
  context: HostContext,
  sheet: SheetModel,
  { rows = sheet.frozenRows, columns = sheet.frozenColumns }: { readonly rows?: number; readonly columns?: number },
): void {
  requireStructure(context, sheet);
  if (rows >= sheet.rows) fail(context, "You can't freeze all visible rows on the sheet.");
  if (columns >= sheet.columns) fail(context, "You can't freeze all visible columns on the sheet.");
  if (sheet.merges.some((merge) => isCutAfter(merge, "rows", rows))) fail(context, cutMergeMessage("rows"));
  if (sheet.merges.some((merge) => isCutAfter(merge, "columns", columns))) fail(context, cutMergeMessage("columns"));
  sheet.frozenRows = rows;
  sheet.frozenColumns = columns;
}

/** Makes the methods of a sheet that have to do with its rows and columns. */
export function lineMethods(context: HostContext, sheet: SheetModel, self: () => GoogleSheet): Partial<GoogleSheet> {
  const insert = (axis: Axis, at: number, count: number): GoogleSheet => {
    restructure(context, sheet, { kind: "insert", axis, at, count });
    return self();
  };
  const move = (axis: Axis, range: GoogleRange, to: number): void => {
    const moved = areaOf(context, range);
    if (moved.sheet !== sheet) fail(context, `The ${axis} to be moved must be on the sheet itself.`);
    const [at, last] = spanOf(moved.area, axis);
    restructure(context, sheet, { kind: "move", axis, at, count: last - at + 1, to });
  };
  const setHidden = (axis: Axis, at: number, count: number, hidden: boolean): void =>
    setLinesHidden(context, sheet, axis, { at, count }, hidden);
  return {
    getLastRow() {
      evaluateChanges(context);
      return lastFilledRow(sheet);
    },
    getLastColumn() {
      evaluateChanges(context);
      return lastFilledColumn(sheet);
    },
    getMaxRows: () => sheet.rows,
    getMaxColumns: () => sheet.columns,
    insertRowBefore: (row) => insert("rows", row, 1),
    insertRowAfter: (row) => insert("rows", row + 1, 1),
    insertColumnBefore: (column) => insert("columns", column, 1),
    insertColumnAfter: (column) => insert("columns", column + 1, 1),
    deleteRow(at) {
      restructure(context, sheet, { kind: "delete", axis: "rows", at, count: 1 });
      return self();
    },
    deleteColumn(at) {
      restructure(context, sheet, { kind: "delete", axis: "columns", at, count: 1 });
      return self();
    },
    insertRowsBefore: (row, count) => insert("rows", row, count),
    insertRowsAfter: (row, count) => insert("rows", row + 1, count),
    insertColumnsBefore: (column, count) => insert("columns", column, count),
    insertColumnsAfter: (column, count) => insert("columns", column + 1, count),
    deleteRows: (at, count) => restructure(context, sheet, { kind: "delete", axis: "rows", at, count }),
    deleteColumns: (at, count) => restructure(context, sheet, { kind: "delete", axis: "columns", at, count }),
    moveRows: (rows, destination) => move("rows", rows, destination),
    moveColumns: (columns, destination) => move("columns", columns, destination),
    hideRows: (row: number, count: number = 1) => setHidden("rows", row, count, true),
    hideColumns: (column: number, count: number = 1) => setHidden("columns", column, count, true),
    showRows: (row: number, count: number = 1) => setHidden("rows", row, count, false),
    showColumns: (column: number, count: number = 1) => setHidden("columns", column, count, false),
    isRowHiddenByUser: (row) => sheet.hiddenRows.has(row),
    isColumnHiddenByUser: (column) => sheet.hiddenColumns.has(column),
    /** 100 pixels unless set, as in a new spreadsheet. */
    getColumnWidth: (column) => sheet.columnWidths.get(column) ?? 100,
    setColumnWidth(column, width) {
      resizeLines(context, sheet, "columns", { at: column, count: 1 }, width);
      return self();
    },
    setColumnWidths(column, count, width) {
      resizeLines(context, sheet, "columns", { at: column, count }, width);
      return self();
    },
    getFrozenRows: () => sheet.frozenRows,
    getFrozenColumns: () => sheet.frozenColumns,
    setFrozenRows: (rows) => freezeLines(context, sheet, { rows }),
    setFrozenColumns: (columns) => freezeLines(context, sheet, { columns }),
  };
}
