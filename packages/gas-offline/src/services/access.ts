/** Who may edit which cells, by the protections of the model. */
import { areaWithout, intersects } from "../edit/areas.ts";
import { type Axis, spanOf } from "../edit/lines.ts";
import type { Area, ProtectionModel, SheetModel } from "../model.ts";
import { fail, type HostContext } from "./context.ts";

const REFUSAL =
  "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.";

function blocks(protection: ProtectionModel, area: Area, user: string): boolean {
  if (protection.warningOnly || protection.editors.includes(user)) return false;
  if (protection.kind === "range") return protection.area !== undefined && intersects(protection.area, area);
  // Holes that lie side by side are open together.
  const closed = protection.unprotected.reduce<readonly Area[]>(
    (rest, hole) => rest.flatMap((part) => areaWithout(part, hole)),
    [area],
  );
  return closed.length > 0;
}

/** Tells whether the user may edit the workbook at all. */
function isEditor({ workbook, user }: HostContext): boolean {
  return user === workbook.owner || workbook.editors.includes(user);
}

/** Throws Google's error if the user may not edit the workbook at all. */
export function requireEditor(context: HostContext): void {
  if (!isEditor(context)) fail(context, "You do not have permission to perform that action.");
}

/** Tells whether the user may edit all cells of an area. The owner always may. */
function mayEdit(context: HostContext, sheet: SheetModel, area: Area): boolean {
  if (context.user === context.workbook.owner) return true;
  return isEditor(context) && !sheet.protections.some((protection) => blocks(protection, area, context.user));
}

/** Throws Google's error if the user may not edit the area. */
export function requireEdit(context: HostContext, sheet: SheetModel, area: Area): void {
  if (!mayEdit(context, sheet, area)) fail(context, REFUSAL);
}

function isKeptOut({ workbook, user }: HostContext, protection: ProtectionModel): boolean {
  return user !== workbook.owner && !protection.warningOnly && !protection.editors.includes(user);
}

/** Throws Google's error if the user may not change the sheet's structure. Holes in its protection do not matter. */
export function requireStructure(context: HostContext, sheet: SheetModel): void {
  const isClosed = sheet.protections.some(
    (protection) => protection.kind === "sheet" && isKeptOut(context, protection),
  );
  if (isClosed || !isEditor(context)) fail(context, REFUSAL);
}

/** Throws Google's error if new lines would split a range that is protected from the user. */
export function requireUnsplit(context: HostContext, sheet: SheetModel, axis: Axis, at: number): void {
  const isSplit = sheet.protections.some((protection) => {
    if (!protection.area || !isKeptOut(context, protection)) return false;
    const [first, last] = spanOf(protection.area, axis);
    return first < at && at <= last;
  });
  if (isSplit) fail(context, REFUSAL);
}

/** Returns the whole of a sheet, as an area. */
export function wholeSheet(sheet: SheetModel): Area {
  return { row: 1, column: 1, rows: sheet.rows, columns: sheet.columns };
}
