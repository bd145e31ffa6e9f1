/** Who may edit which cells, by the protections of the model. */
import type { Area, ProtectionModel, SheetModel } from "../model.ts";
import { fail, type HostContext } from "./context.ts";

const REFUSAL =
  "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.";

function contains(outer: Area, inner: Area): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

function intersects(one: Area, other: Area): boolean {
  return (
    one.row < other.row + other.rows &&
    other.row < one.row + one.rows &&
    one.column < other.column + other.columns &&
    other.column < one.column + one.columns
  );
}

function blocks(protection: ProtectionModel, area: Area, user: string): boolean {
  if (protection.warningOnly || protection.editors.includes(user)) return false;
  if (protection.kind === "range") return protection.area !== undefined && intersects(protection.area, area);
  return !protection.unprotected.some((hole) => contains(hole, area));
}

/** Tells whether a user may edit all cells of an area. The owner always may. */
export function mayEdit(context: HostContext, sheet: SheetModel, area: Area): boolean {
  const { owner, editors } = context.workbook;
  if (context.user === owner) return true;
  return (
    editors.includes(context.user) && !sheet.protections.some((protection) => blocks(protection, area, context.user))
  );
}

/** Throws Google's error where the user may not edit the area; for the sheet itself give its whole area. */
export function requireEdit(context: HostContext, sheet: SheetModel, area: Area): void {
  if (!mayEdit(context, sheet, area)) fail(context, REFUSAL);
}

/** The whole of a sheet, as an area: its structure is protected with it. */
export function wholeSheet(sheet: SheetModel): Area {
  return { row: 1, column: 1, rows: sheet.rows, columns: sheet.columns };
}
