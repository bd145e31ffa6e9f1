/** Cells that a script names, by address or by numbers, in Google's words if there are none. */
import { blockOf, readQualifiedReference } from "a1";
import { contains } from "../edit/areas.ts";
import type { Area, SheetModel } from "../model.ts";
import { wholeSheet } from "./access.ts";
import { fail, type HostContext } from "./context.ts";

/**
 * Reads an address on a sheet: `B5`, `B5:D9`, `D9:B5`, `B:D`, `5:7`, `B5:D`, with or without the sheet's own title. Open
 * ends reach to the sheet's last row or column.
 */
export function readAddress(context: HostContext, sheet: SheetModel, text: string): Area {
  const reference = readQualifiedReference(text);
  const block = reference && blockOf(reference);
  if (!block || (reference.sheet !== undefined && reference.sheet !== sheet.name)) {
    return fail(context, "Range not found");
  }
  const bottom = reference.bottom ? block.bottom : Math.max(block.top, sheet.rows);
  const right = reference.right ? block.right : Math.max(block.left, sheet.columns);
  return { row: block.top, column: block.left, rows: bottom - block.top + 1, columns: right - block.left + 1 };
}

/** Throws Google's error if an area is empty or reaches beyond the sheet. */
export function requireInside(context: HostContext, sheet: SheetModel, area: Area): void {
  if (area.row < 1) fail(context, "The starting row of the range is too small.");
  if (area.column < 1) fail(context, "The starting column of the range is too small.");
  if (area.rows < 1) fail(context, "The number of rows in the range must be at least 1.");
  if (area.columns < 1) fail(context, "The number of columns in the range must be at least 1.");
  if (contains(wholeSheet(sheet), area)) return;
  fail(context, "The coordinates of the range are outside the dimensions of the sheet.");
}
