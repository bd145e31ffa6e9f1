/** Showing a place in the spreadsheet to the person beside it. Changes nothing in the workbook. */
import { cellText, WorkbookFault } from "../workbook/grid.ts";
import { openBook } from "./book.ts";

const CELL = /^[A-Z]{1,3}[1-9]\d{0,6}(?::[A-Z]{1,3}[1-9]\d{0,6})?$/;

function fieldOf(argument: unknown, name: string): unknown {
  return typeof argument === "object" && argument !== null ? Reflect.get(argument, name) : undefined;
}

/** Opens the tab of a `CellLink` and chooses its cell. */
export function activateCell(argument?: unknown): { readonly tab: string } {
  const [id, cell] = [fieldOf(argument, "sheetId"), fieldOf(argument, "cell")];
  if (typeof id !== "number" || typeof cell !== "string" || !CELL.test(cell)) {
    throw new WorkbookFault(`Cần số của tab và tên ô, ví dụ D6; thấy “${cellText(cell)}”. Hãy bấm Tải lại.`);
  }
  const sheet = openBook().getSheetById(id);
  if (!sheet) throw new WorkbookFault("Tab của ô này không còn trong sổ. Hãy bấm Tải lại để xem sổ bây giờ.");
  sheet.getRange(cell).activate();
  return { tab: sheet.getName() };
}
