/** Showing a place in the spreadsheet to the person beside it. Changes nothing in the workbook. */
import { WorkbookFault } from "../workbook/grid.ts";
import { openBook } from "./book.ts";
import type { CellLink } from "./rpc/desk.ts";

const CELL = /^[A-Z]{1,3}[1-9]\d{0,6}(?::[A-Z]{1,3}[1-9]\d{0,6})?$/;

/** Opens a tab and chooses a cell in it. */
export function activateCell({ sheetId, cell }: CellLink): { readonly tab: string } {
  if (!CELL.test(cell)) throw new WorkbookFault(`Cần tên ô, ví dụ D6; thấy “${cell}”. Hãy tải lại bảng bên.`);
  const sheet = sheetId === null ? null : openBook().getSheetById(sheetId);
  if (!sheet) throw new WorkbookFault("Tab của ô này không còn trong sổ. Hãy tải lại bảng bên để xem sổ bây giờ.");
  sheet.getRange(cell).activate();
  return { tab: sheet.getName() };
}
