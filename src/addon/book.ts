/** The open spreadsheet, and all its data tabs read: as one range, or where that leaves a doubt, one by one. */
import type { Settings } from "../core/commune.ts";
import { cellText, type Grid, WorkbookFault } from "../workbook/grid.ts";
import { MIRROR_CELL, MIRROR_LAST_COLUMN } from "../workbook/mirror.ts";
import { type AllGrids, readMirror } from "../workbook/read/mirror.ts";
import {
  readTypedSettings,
  readWorkbook,
  type WorkbookGrids,
  type WorkbookRecords,
} from "../workbook/read/workbook.ts";
import {
  DATA_TAB,
  ELEMENTS_TAB,
  HAMLETS_TAB,
  HEADER_ROW,
  HISTORY_TAB,
  LOG_TAB,
  MILESTONES_TAB,
  NARRATIVE_TAB,
  SETTINGS_TAB,
  TARGETS_TAB,
  TASKS_TAB,
  UNITS_TAB,
} from "../workbook/schema.ts";
import { readSettings } from "../workbook/settings.ts";
import type { TabIds } from "../workbook/tab-ids.ts";
import { startClock } from "./clock.ts";
import { type DocumentNotes, findKeptTabIds, readKeptTabIds } from "./noted-tabs.ts";
import { openTabs, type Tabs } from "./tabs.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** Returns the open spreadsheet. Throws a WorkbookFault where there is none, as it may be on a clock. */
export function openBook(): Spreadsheet {
  const book = findBook();
  if (book) return book;
  throw new WorkbookFault("Google không cho biết đang mở bảng tính nào. Hãy mở lại bảng tính rồi làm lại.");
}

/** Returns the open spreadsheet, or nothing on a clock that knows none. */
export function findBook(): Spreadsheet | null {
  return SpreadsheetApp.getActiveSpreadsheet();
}

/** Reads every tab that holds data on its own: three calls each, whatever the number of units. `data`: read already. */
function readGrids({ read, readIfThere }: Tabs, data: Grid = read(DATA_TAB)): WorkbookGrids {
  return {
    settings: read(SETTINGS_TAB),
    targets: read(TARGETS_TAB),
    elements: readIfThere(ELEMENTS_TAB),
    milestones: readIfThere(MILESTONES_TAB),
    tasks: read(TASKS_TAB),
    units: read(UNITS_TAB),
    hamlets: read(HAMLETS_TAB),
    history: read(HISTORY_TAB),
    narrative: readIfThere(NARRATIVE_TAB),
    data,
  };
}

/**
 * Reads every tab that holds data, the log too, as one range of the tidy tab: four calls, one of them for its kept id.
 * Undefined if no id is kept, or the tab is gone, or it leaves a doubt of any other.
 */
function gatherGrids(book: Spreadsheet): AllGrids | undefined {
  return gather(book, readKeptTabIds())?.grids;
}

/** All tabs, and the way to read them again as they stand then: one call. */
export type LiveGrids = { readonly grids: AllGrids; readonly readAgain: () => AllGrids | undefined };

/** As `gatherGrids`, for acts that write by what they read: two calls more tell that a formula gives it, nobody's paste. */
export function gatherLiveGrids(book: Spreadsheet, notes: DocumentNotes): LiveGrids | undefined {
  const gathered = gather(book, findKeptTabIds(notes));
  if (!gathered || !hasFormula(gathered.sheet.getRange(MIRROR_CELL))) return undefined;
  return { grids: gathered.grids, readAgain: () => readMirror(readFilled(gathered.sheet)) };
}

function gather(book: Spreadsheet, ids: TabIds): { readonly sheet: Sheet; readonly grids: AllGrids } | undefined {
  const id = ids.get(DATA_TAB.title);
  const sheet = id === undefined ? null : book.getSheetById(id);
  const grids = sheet && readMirror(readFilled(sheet));
  return grids ? { sheet, grids } : undefined;
}

/** Reads from the header row to the last row that holds anything; nothing of a sheet that has fewer rows or columns. */
function readFilled(sheet: Sheet): Grid {
  try {
    return sheet.getSheetValues(HEADER_ROW, 1, -1, MIRROR_LAST_COLUMN);
  } catch {
    return [];
  }
}

function hasFormula(cell: Range): boolean {
  const [[formula = ""] = []] = cell.getFormulas();
  return formula !== "";
}

/** Reads every tab, the log too, through tabs that are open. `readLog`: how the log is read where it comes by itself. */
export function readAllGrids(tabs: Tabs, readLog = tabs.read): AllGrids {
  const data = tabs.read(DATA_TAB);
  return findMirror(data, tabs) ?? { ...readGrids(tabs, data), log: readLog(LOG_TAB) };
}

/** The tidy tab holds all others under another title too. */
function findMirror(data: Grid, { need }: Tabs): AllGrids | undefined {
  const grids = readMirror(data);
  return grids && hasFormula(need(DATA_TAB.title).getRange(MIRROR_CELL)) ? grids : undefined;
}

/** Reads every tab that holds data, and the log where there is one: two calls, or where they leave a doubt tab by tab. */
export function readBookGrids(book: Spreadsheet): AllGrids {
  const gathered = gatherGrids(book);
  if (gathered) return gathered;
  const tabs = openTabs(book);
  return readAllGrids(tabs, tabs.readIfThere);
}

/** Reads the settings of the open spreadsheet, and nothing else. */
export function readBookSettings(book: Spreadsheet): Settings {
  return readSettings(readTypedSettings(openTabs(book).read(SETTINGS_TAB)));
}

/** Reads the whole workbook. Throws a WorkbookFault where a form is gone. */
export function readBook(book: Spreadsheet): WorkbookRecords {
  return readRecords(readBookGrids(book));
}

/** Reads the whole workbook through tabs that are open. Throws a WorkbookFault where a form is gone. */
export function readTabs(tabs: Tabs): WorkbookRecords {
  return readRecords(readGrids(tabs));
}

/** Reads the workbook that grids describe, as of the clock's day. Throws a WorkbookFault where a form is gone. */
export function readRecords(grids: WorkbookGrids): WorkbookRecords {
  const records = readWorkbook(grids, startClock().moment().day);
  requireForms(records, grids.data);
  return records;
}

/** A unit whose form was made and is gone must not pass for one that has not reported. */
function requireForms({ register }: WorkbookRecords, data: Grid): void {
  const present = new Set(data.map((row) => cellText(row[0])));
  const gone = register
    .filter(({ code, tab, closed }) => tab !== "" && !closed && !present.has(code))
    .map(({ code }) => code);
  if (gone.length === 0) return;
  const some = gone.length > 5 ? `${gone.slice(0, 5).join(", ")} và ${gone.length - 5} đơn vị khác` : gone.join(", ");
  throw new WorkbookFault(
    `Tab ${DATA_TAB.title}: cần các dòng của ${some}; không thấy. Biểu có thể đã bị xóa: hãy khôi phục (Tệp → Nhật ký phiên bản), hoặc chọn trình đơn Sổ 2282 → Kiểm tra và sửa sổ.`,
  );
}
