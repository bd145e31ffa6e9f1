/** Making and extending a workbook: content from the folder or from its own tabs → plan → applied under a lock. */
import { DEFAULT_TARGETS } from "../core/indicator.ts";
import { DEFAULT_TASKS } from "../core/task.ts";
import { resolveUnits } from "../core/unit.ts";
import { withYear } from "../workbook/folder/commune.ts";
import { readFolderFigures } from "../workbook/folder/figures.ts";
import type { Refusal } from "../workbook/folder/refusal.ts";
import { readFolderRegister } from "../workbook/folder/register.ts";
import type { FolderTable } from "../workbook/folder/table.ts";
import { cellText, WorkbookFault } from "../workbook/grid.ts";
import { fitsHamletGrid } from "../workbook/layout.ts";
import type { CellWrite } from "../workbook/place/lines.ts";
import { planImport } from "../workbook/place/plan.ts";
import type { SetupPlan } from "../workbook/plan.ts";
import { readTargets, readTasks } from "../workbook/read/plan.ts";
import { readRegister } from "../workbook/read/register.ts";
import { readTypedSettings } from "../workbook/read/workbook.ts";
import { HAMLETS_TAB, SETTINGS_TAB, TARGETS_TAB, TASKS_TAB, UNITS_TAB } from "../workbook/schema.ts";
import { readYear } from "../workbook/settings.ts";
import { planWorkbook, type SetupContent } from "../workbook/setup/index.ts";
import { applyPlan } from "./apply.ts";
import { findSheet, openBook, readBook, readGrid } from "./book.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Dates are read and written as days in Vietnam, so the spreadsheet must count its days there. */
const TIME_ZONE = "Asia/Ho_Chi_Minh";
const LOCK_WAIT = 20_000;

/** What an action did, and what it could not do. */
export type SetupOutcome = { readonly units: number; readonly placed: number; readonly refusals: readonly Refusal[] };

/** Runs a change of the workbook's structure alone: two at once would make every tab twice. */
function alone<Result>(change: () => Result): Result {
  const lock = LockService.getDocumentLock();
  if (lock && !lock.tryLock(LOCK_WAIT)) {
    throw new WorkbookFault("Sổ đang được lập hoặc nhập số liệu ở một cửa sổ khác. Hãy đợi một phút rồi làm lại.");
  }
  try {
    return change();
  } finally {
    SpreadsheetApp.flush();
    lock?.releaseLock();
  }
}

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
    const content = hasTab(book, SETTINGS_TAB.title) ? contentOf(book) : newContent(thisYear);
    refuseNewHamlets(book, content);
    const existing = new Set(book.getSheets().map((sheet) => sheet.getName()));
    const plan = planWorkbook(content).filter(
      (step) => step.do === "register" || step.do === "formula" || !existing.has(step.tab),
    );
    applyNew(book, plan);
    return { units: content.register.length, placed: 0, refusals: [] };
  });
}

function newContent(year: number): SetupContent {
  return { settings: new Map([["year", year]]), targets: DEFAULT_TARGETS, tasks: DEFAULT_TASKS, register: [] };
}

function contentOf(book: Spreadsheet): SetupContent {
  return {
    settings: readTypedSettings(readGrid(book, SETTINGS_TAB)),
    targets: readTargets(readGrid(book, TARGETS_TAB)),
    tasks: readTasks(readGrid(book, TASKS_TAB)),
    register: readRegister(readGrid(book, UNITS_TAB)),
  };
}

/** The hamlets' grid is made once for all hamlets; one that is added later has no row yet, and must not go unnoticed. */
function refuseNewHamlets(book: Spreadsheet, content: SetupContent): void {
  if (!hasTab(book, HAMLETS_TAB.title)) return;
  const known = new Set(readGrid(book, HAMLETS_TAB).map((row) => cellText(row[0])));
  const custodian = cellText(content.settings.get("custodian"));
  const added = resolveUnits(content.register, custodian).filter(
    (unit) => fitsHamletGrid(unit, content.tasks) && !known.has(unit.code),
  );
  if (added.length === 0 || known.size <= 1) return;
  const codes = added.map((unit) => unit.code).join(", ");
  throw new WorkbookFault(
    `Tab ${HAMLETS_TAB.title}: cần dòng cho các ấp mới (${codes}); chưa thêm được vào sổ đã lập. Hãy lập sổ mới có đủ ấp rồi nhập lại số liệu.`,
  );
}

function applyNew(book: Spreadsheet, plan: SetupPlan): void {
  book.setSpreadsheetTimeZone(TIME_ZONE);
  const before = book.getSheets();
  applyPlan(book, plan);
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
    const folder = readFolderRegister(tables);
    const settings = withYear(folder.settings, year ?? readYear(folder.settings.get("year")) ?? thisYear);
    const content: SetupContent = {
      settings: withRoomFor(
        tables,
        settings,
        folder.register.filter(({ type }) => type === "ap").map(({ code }) => code),
      ),
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

/** Gives the forms as many rows for activities as the folder needs, so that none is refused for want of room. */
function withRoomFor(
  tables: readonly FolderTable[],
  settings: ReadonlyMap<string, unknown>,
  hamlets: readonly string[],
): ReadonlyMap<string, unknown> {
  const table = tables.find(({ file }) => file === "activities.csv");
  const column = table?.header.indexOf("unit") ?? -1;
  const counts = new Map<string, number>();
  for (const { cells } of table?.rows ?? []) {
    const unit = cellText(cells[column]);
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  const widened = new Map(settings);
  const need = (key: "activity_rows" | "hamlet_activity_rows", least: number, own: boolean): void => {
    const most = Math.max(
      least,
      ...[...counts].filter(([unit]) => hamlets.includes(unit) === own).map(([, count]) => count),
    );
    if (cellText(settings.get(key)) === "") widened.set(key, String(Math.min(most, 200)));
  };
  need("activity_rows", 10, false);
  need("hamlet_activity_rows", 3, true);
  return widened;
}

/** Puts a data folder's figures into the open workbook. */
export function importIntoOpenWorkbook(tables: readonly FolderTable[]): SetupOutcome {
  return alone(() => {
    const book = openBook();
    const { placed, refusals } = importInto(book, tables);
    return { units: 0, placed, refusals };
  });
}

function importInto(book: Spreadsheet, tables: readonly FolderTable[]): Omit<SetupOutcome, "units"> {
  const records = readBook(book);
  const figures = readFolderFigures(tables, records.commune.units, records.commune.taskList);
  const plan = planImport(figures, records);
  for (const write of plan.writes) applyWrite(book, write);
  return { placed: plan.placed, refusals: [...figures.refusals, ...plan.refusals] };
}

/**
 * Writes a block. Figures that contradict themselves are written as typed, for the checks to show; as Sheets refuses
 * them where a validation does, it is taken off for the moment of writing and put back.
 */
function applyWrite(book: Spreadsheet, write: CellWrite): void {
  const sheet = findSheet(book, write.tab);
  const lastRow = write.row + write.cells.length - 1;
  const missing = lastRow - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  const range = sheet.getRange(write.row, write.column, write.cells.length, write.cells[0]?.length ?? 1);
  const values = write.cells.map((row) => [...row]);
  if (!write.unruly) {
    range.setValues(values);
    return;
  }
  const rules = range.getDataValidations();
  range.clearDataValidations();
  try {
    range.setValues(values);
  } finally {
    range.setDataValidations(rules);
  }
}
