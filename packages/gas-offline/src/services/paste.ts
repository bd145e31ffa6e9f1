/** Copies and moves blocks of cells as the user: what protections, merged cells and a sheet's size allow. */
import { contains } from "../edit/areas.ts";
import { type Cells, copyCells, moveCells, type PasteKind, pasteArea } from "../edit/transfer.ts";
import type { Area, SheetModel } from "../model.ts";
import { requireEdit, wholeSheet } from "./access.ts";
import { evaluateChanges, fail, type HostContext } from "./context.ts";
import { restructure } from "./lines.ts";
import { requireWholeMerges } from "./merges.ts";

/** Copies cells into a target, repeated if the target is a multiple of them. All of it must lie on its sheet. */
export function copyRange(
  context: HostContext,
  source: Cells,
  target: Cells,
  what: PasteKind,
  transposed: boolean,
): void {
  const area = pasteArea(source.area, target.area, transposed);
  if (!contains(wholeSheet(target.sheet), area)) {
    fail(context, "The coordinates of the range are outside the dimensions of the sheet.");
  }
  requireEdit(context, target.sheet, area);
  if (what === "all") requireWholeMerges(context, target.sheet, area);
  evaluateChanges(context);
  copyCells(source, { sheet: target.sheet, area }, what, transposed);
  context.changed.push({ sheet: target.sheet, area });
}

/** Copies cells as a person does: the sheet grows if they reach beyond it. */
export function pasteCells(context: HostContext, source: Cells, target: Cells, what: PasteKind): void {
  if (what === "all") requireWholeMerges(context, target.sheet, target.area);
  growTo(context, target.sheet, target.area);
  copyRange(context, source, target, what, false);
}

/** Moves cells as a person does; references to them follow. */
export function cutCells(context: HostContext, source: Cells, target: Cells): void {
  requireEdit(context, source.sheet, source.area);
  requireWholeMerges(context, source.sheet, source.area);
  requireWholeMerges(context, target.sheet, target.area);
  growTo(context, target.sheet, target.area);
  evaluateChanges(context);
  moveCells(context.workbook, source, target);
  context.restructured = true;
  context.shifted.add(source.sheet.id).add(target.sheet.id);
}

/** Adds the rows and columns that a sheet lacks for an area, which must be open to the user. */
export function growTo(context: HostContext, sheet: SheetModel, area: Area): void {
  if (area.row < 1 || area.column < 1) {
    fail(context, "The coordinates of the range are outside the dimensions of the sheet.");
  }
  requireEdit(context, sheet, area);
  const rows = area.row + area.rows - 1 - sheet.rows;
  if (rows > 0) restructure(context, sheet, { kind: "insert", axis: "rows", at: sheet.rows + 1, count: rows });
  const columns = area.column + area.columns - 1 - sheet.columns;
  if (columns > 0) {
    restructure(context, sheet, { kind: "insert", axis: "columns", at: sheet.columns + 1, count: columns });
  }
}
