/** Making and extending a workbook: content from the folder or from its own tabs → plan → applied under a lock. */
import { DEFAULT_TARGETS } from "../core/indicator.ts";
import { DEFAULT_TASKS } from "../core/task.ts";
import { resolveUnits } from "../core/unit.ts";
import { withYear } from "../workbook/folder/commune.ts";
import { readFolderRegister } from "../workbook/folder/register.ts";
import { withRoomFor } from "../workbook/folder/room.ts";
import type { FolderTable } from "../workbook/folder/table.ts";
import { cellText, WorkbookFault } from "../workbook/grid.ts";
import { fitsHamletGrid } from "../workbook/layout.ts";
import type { SetupPlan, Step } from "../workbook/plan.ts";
import { readTargets, readTasks } from "../workbook/read/plan.ts";
import { readRegister } from "../workbook/read/register.ts";
import { readTypedSettings } from "../workbook/read/workbook.ts";
import {
  HAMLET_FORMS_TITLE,
  HAMLETS_TAB,
  SETTINGS_TAB,
  TARGETS_TAB,
  TASKS_TAB,
  type TableTab,
  UNITS_TAB,
} from "../workbook/schema.ts";
import { readYear } from "../workbook/settings.ts";
import { planWorkbook, type SetupContent } from "../workbook/setup/index.ts";
import { readTable } from "../workbook/table.ts";
import { applyPlan, clearUnfinished } from "./apply.ts";
import { findSheet, openBook, readGrid } from "./book.ts";
import { alone, requireCoordinator } from "./change.ts";
import { type ImportOutcome, importInto } from "./import.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Dates are read and written as days in Vietnam, so the spreadsheet must count its days there. */
const TIME_ZONE = "Asia/Ho_Chi_Minh";
/** What is done again on every run: it follows from all units, not from the new tabs alone. */
const ALWAYS: readonly Step["do"][] = ["register", "room", "formula"];

/** What a set-up did: units with a place, and what an import into it did. */
export type SetupOutcome = ImportOutcome & { readonly units: number };

function hasTab(book: Spreadsheet, title: string): boolean {
  return book.getSheetByName(title) !== null;
}

/**
 * Makes what the open spreadsheet lacks: every tab on the first run; a form for each unit that the register has gained
 * since. What is there is left as it is.
 */
export function setUpOpenWorkbook(thisYear: number): SetupOutcome {
  return alone(() => {
    const book = openBook();
    requireCoordinator(book);
    clearUnfinished(book);
    const content = hasTab(book, SETTINGS_TAB.title) ? contentOf(book) : newContent(thisYear);
    refuseRenamedForms(book);
    makeRoomForHamlets(book, content);
    applyNew(book, planWorkbook(content));
    return { units: content.register.length, placed: 0, refusals: [] };
  });
}

function newContent(year: number): SetupContent {
  return { settings: new Map([["year", year]]), targets: DEFAULT_TARGETS, tasks: DEFAULT_TASKS, register: [] };
}

/** Reads what a workbook is made of from its own tabs; what a set-up that was cut off had not made yet is as in a new one. */
export function contentOf(book: Spreadsheet): SetupContent {
  const has = (tab: TableTab) => hasTab(book, tab.title);
  return {
    settings: readTypedSettings(readGrid(book, SETTINGS_TAB)),
    targets: has(TARGETS_TAB) ? readTargets(readGrid(book, TARGETS_TAB)) : DEFAULT_TARGETS,
    tasks: has(TASKS_TAB) ? readTasks(readGrid(book, TASKS_TAB)) : DEFAULT_TASKS,
    register: has(UNITS_TAB) ? readRegister(readGrid(book, UNITS_TAB)) : [],
  };
}

/**
 * The hamlets' two tabs are made for all hamlets at once. Still empty, they give way to new ones; a hamlet that is added
 * to others has no row there yet, and must not go unnoticed.
 */
function makeRoomForHamlets(book: Spreadsheet, content: SetupContent): void {
  if (!hasTab(book, HAMLETS_TAB.title)) return;
  const [, ...rows] = readGrid(book, HAMLETS_TAB);
  const known = new Set(rows.map((row) => cellText(row[0])).filter((code) => code !== ""));
  const custodian = cellText(content.settings.get("custodian"));
  const added = resolveUnits(content.register, custodian).filter(
    (unit) => fitsHamletGrid(unit, content.tasks) && !known.has(unit.code),
  );
  if (added.length === 0) return;
  if (known.size === 0) {
    for (const title of [HAMLETS_TAB.title, HAMLET_FORMS_TITLE]) {
      if (hasTab(book, title)) book.deleteSheet(findSheet(book, title));
    }
    return;
  }
  const codes = added.map((unit) => unit.code).join(", ");
  throw new WorkbookFault(
    `Tab ${HAMLETS_TAB.title}: cần dòng cho các ấp mới (${codes}); chưa thêm được vào sổ đã lập. Hãy lập sổ mới có đủ ấp rồi nhập lại số liệu.`,
  );
}

/** A form under another title would be made a second time, empty. */
function refuseRenamedForms(book: Spreadsheet): void {
  if (!hasTab(book, UNITS_TAB.title)) return;
  const titles = new Map(book.getSheets().map((sheet) => [String(sheet.getSheetId()), sheet.getName()]));
  for (const row of readTable(UNITS_TAB, readGrid(book, UNITS_TAB))) {
    const title = titles.get(row.text("sheetId"));
    if (title === undefined || title === row.text("tab")) continue;
    throw new WorkbookFault(
      `Biểu của ${row.text("code")}: cần tên tab “${row.text("tab")}”; thấy “${title}”. Hãy đặt lại tên tab rồi làm lại.`,
    );
  }
}

/** Applies a plan to what is there: tabs that exist stay as they are. */
function applyNew(book: Spreadsheet, plan: SetupPlan): void {
  book.setSpreadsheetTimeZone(TIME_ZONE);
  const before = book.getSheets();
  const existing = new Set(before.map((sheet) => sheet.getName()));
  applyPlan(
    book,
    plan.filter((step) => ALWAYS.includes(step.do) || !existing.has(step.tab)),
  );
  const [only] = before;
  if (before.length === 1 && only && only.getLastRow() === 0) book.deleteSheet(only);
}

/** Makes a workbook of a data folder in an empty spreadsheet, and puts the folder's figures in. */
export function createFromFolder(
  tables: readonly FolderTable[],
  year: number | undefined,
  thisYear: number,
): SetupOutcome {
  return alone(() => {
    const book = openBook();
    if (hasTab(book, SETTINGS_TAB.title)) {
      throw new WorkbookFault("Cần một bảng tính trống; bảng tính này đã là một sổ. Hãy dùng lệnh nhập số liệu.");
    }
    clearUnfinished(book);
    const folder = readFolderRegister(tables);
    const settings = withYear(folder.settings, year ?? readYear(folder.settings.get("year")) ?? thisYear);
    const content: SetupContent = {
      settings: withRoomFor(tables, settings, folder.register),
      targets: DEFAULT_TARGETS,
      tasks: DEFAULT_TASKS,
      register: folder.register,
    };
    applyNew(book, planWorkbook(content));
    SpreadsheetApp.flush();
    const { placed, refusals } = importInto(book, tables);
    return { units: folder.register.length, placed, refusals: [...folder.refusals, ...refusals] };
  });
}
