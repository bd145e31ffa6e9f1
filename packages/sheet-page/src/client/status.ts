/** The line above the grid: what the chosen cell asks for, and whether this user may type into it. */
import type { Area } from "gas-offline/model";
import type { SheetView, WorkbookView } from "../protocol.ts";

/** A cell of a sheet, by the sheet's id. */
export type Place = { readonly sheet: number; readonly row: number; readonly column: number };

function holds({ row, column, rows, columns }: Area, place: Place): boolean {
  return place.row >= row && place.row < row + rows && place.column >= column && place.column < column + columns;
}

function mayType({ rights }: SheetView, place: Place): boolean {
  const isOpen = rights.all || rights.open.some((area) => holds(area, place));
  return isOpen && !rights.closed.some((area) => holds(area, place));
}

/** Tells whether a user may type nowhere in a sheet. */
export function isClosed({ rights: { all, open } }: Pick<SheetView, "rights">): boolean {
  return !all && open.length === 0;
}

/** Says what the chosen cell asks for. */
export function statusOf(view: WorkbookView, place: Place): { readonly text: string; readonly locked: boolean } {
  const sheet = view.sheets.find(({ id }) => id === place.sheet);
  if (!sheet) return { text: "", locked: false };
  const rule = sheet.rules.find(({ areas }) => areas.some((area) => holds(area, place)));
  const what = isClosed(sheet) ? "Tab" : "Ô";
  if (!mayType(sheet, place)) return { text: `${what} này bạn chỉ xem được (${view.user.label}).`, locked: true };
  return { text: rule?.help ?? "", locked: false };
}
