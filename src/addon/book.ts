/** The open spreadsheet and its tabs, found by title; all data tabs read with a constant number of calls. */
import { cellText, type Grid, WorkbookFault } from "../workbook/grid.ts";
import { readWorkbook, type WorkbookGrids, type WorkbookRecords } from "../workbook/read/workbook.ts";
import {
  DATA_TAB,
  HAMLETS_TAB,
  HEADER_ROW,
  HISTORY_TAB,
  SETTINGS_TAB,
  TARGETS_TAB,
  TASKS_TAB,
  type TableTab,
  UNITS_TAB,
} from "../workbook/schema.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Returns the open spreadsheet. A clock trigger has none; nothing here runs on a clock yet. */
export function openBook(): Spreadsheet {
  return SpreadsheetApp.getActiveSpreadsheet();
}

/** Finds a tab by its title. Throws a WorkbookFault that says what to do where there is none. */
export function findSheet(book: Spreadsheet, title: string): Sheet {
  const sheet = book.getSheetByName(title);
  if (sheet) return sheet;
  throw new WorkbookFault(
    `Cần tab “${title}”; không thấy trong bảng tính này. Hãy chọn trình đơn Sổ 2282 → Lập sổ, lập biểu, hoặc đặt lại đúng tên tab.`,
  );
}

/** Reads a table from its header row down. Three service calls. */
export function readGrid(book: Spreadsheet, tab: TableTab): Grid {
  return findSheet(book, tab.title)
    .getDataRange()
    .getValues()
    .slice(HEADER_ROW - 1);
}

/** Reads every tab that holds data: three calls each, whatever the number of units. */
export function readGrids(book: Spreadsheet): WorkbookGrids {
  return {
    settings: readGrid(book, SETTINGS_TAB),
    targets: readGrid(book, TARGETS_TAB),
    tasks: readGrid(book, TASKS_TAB),
    units: readGrid(book, UNITS_TAB),
    hamlets: readGrid(book, HAMLETS_TAB),
    history: readGrid(book, HISTORY_TAB),
    data: readGrid(book, DATA_TAB),
  };
}

/** Reads the whole workbook. Throws a WorkbookFault where a form is gone. */
export function readBook(book: Spreadsheet): WorkbookRecords {
  const grids = readGrids(book);
  const records = readWorkbook(grids);
  requireForms(records, grids.data);
  return records;
}

/** A unit whose form was made and is gone must not pass for one that has not reported. */
function requireForms({ register }: WorkbookRecords, data: Grid): void {
  const present = new Set(data.map((row) => cellText(row[0])));
  const gone = register.filter(({ code, tab }) => tab !== "" && !present.has(code)).map(({ code }) => code);
  if (gone.length === 0) return;
  const some = gone.length > 5 ? `${gone.slice(0, 5).join(", ")} và ${gone.length - 5} đơn vị khác` : gone.join(", ");
  throw new WorkbookFault(
    `Tab ${DATA_TAB.title}: cần các dòng của ${some}; không thấy. Biểu có thể đã bị xóa: hãy khôi phục (Tệp → Nhật ký phiên bản), hoặc chọn trình đơn Sổ 2282 → Lập sổ, lập biểu.`,
  );
}
