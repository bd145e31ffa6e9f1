/** Showing a place in the spreadsheet to the person beside it. Changes nothing in the workbook. */
import { address, areaOf, cellText, type Grid, WorkbookFault } from "../workbook/grid.ts";
import { openBook } from "./book.ts";
import type { CellRequest } from "./rpc/desk.ts";

const CELL = /^[A-Z]{1,3}[1-9]\d{0,6}(?::[A-Z]{1,3}[1-9]\d{0,6})?$/;

/** Opens a tab and chooses a cell in it: in the row in which now stands what the link says of it. */
export function activateCell({ tab, sheetId, cell, beside }: CellRequest): { readonly tab: string } {
  if (!CELL.test(cell)) throw new WorkbookFault(`Cần tên ô, ví dụ D6; thấy “${cell}”. Hãy tải lại bảng bên.`);
  const sheet = sheetId === null ? null : openBook().getSheetById(sheetId);
  if (!sheet) throw new WorkbookFault("Tab của ô này không còn trong sổ. Hãy tải lại bảng bên để xem sổ bây giờ.");
  const now = beside.length === 0 ? cell : follow(cell, beside, sheet.getDataRange().getValues());
  if (now === undefined) {
    throw new WorkbookFault(
      `Tab ${tab}: cần đúng một dòng của ${beside.join(", ")}; không thấy. Hãy tải lại bảng bên; vẫn vậy thì chọn trình đơn Sổ 2282 → Kiểm tra và sửa sổ.`,
    );
  }
  sheet.getRange(now).activate();
  return { tab: sheet.getName() };
}

/** Finds where a cell has gone with its row; undefined: no row, or more than one, is that row now. */
function follow(cell: string, beside: readonly string[], grid: Grid): string | undefined {
  const { row, column } = areaOf(cell);
  const texts = grid.map((line) => line.map(cellText));
  const isRow = (line: readonly string[] | undefined) => beside.every((text) => line?.includes(text));
  const rows = texts.flatMap((line, index) => (isRow(line) ? [index + 1] : []));
  const found = rows.includes(row) ? row : rows.length === 1 ? rows[0] : undefined;
  return found === undefined ? undefined : address(found, column);
}
