/** Puts a data folder's figures into the open workbook: folder → cells to write → written under a lock. */
import { readCommuneFile } from "../../workbook/folder/commune.ts";
import { refuseDefinitions } from "../../workbook/folder/definitions.ts";
import { readFolderFigures } from "../../workbook/folder/figures.ts";
import type { Refusal } from "../../workbook/folder/refusal.ts";
import type { FolderTable } from "../../workbook/folder/table.ts";
import { WorkbookFault } from "../../workbook/grid.ts";
import { isOwnTitle } from "../../workbook/identity.ts";
import { planImport } from "../../workbook/placement/plan.ts";
import type { PlacedUnit } from "../../workbook/read/register.ts";
import { readTypedSettings } from "../../workbook/read/workbook.ts";
import { SETTINGS_TAB } from "../../workbook/schema.ts";
import { ANOTHER_YEAR, readSettings, readYear } from "../../workbook/settings.ts";
import { type KeyedSheet, settlePlace } from "../../workbook/settle.ts";
import { openBook, readTabs } from "../book.ts";
import { enterValues, makeRoom, readKeys } from "../cells.ts";
import { requireCoordinator, withDocumentLock } from "../change.ts";
import type { Clock } from "../clock.ts";
import { openTabs } from "../tabs.ts";
import { noteToday } from "../today.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** How many rows of the folder an import placed, and what it could not place. */
export type ImportOutcome = { readonly placed: number; readonly refusals: readonly Refusal[] };

/** Puts a data folder's figures into the open workbook. */
export function importIntoOpenWorkbook(tables: readonly FolderTable[], clock: Clock): ImportOutcome {
  return withDocumentLock(() => {
    const book = openBook();
    requireCoordinator(book);
    const tabs = openTabs(book);
    const settings = tabs.read(SETTINGS_TAB);
    requireYear(tables, readSettings(readTypedSettings(settings)).year);
    noteToday(tabs, settings, clock);
    const { placed, refusals } = importInto(book, tables, tabs);
    return { placed, refusals: [...refuseDefinitions(tables), ...refusals] };
  });
}

/** Puts the figures in; the caller holds the lock. */
export function importInto(book: Spreadsheet, tables: readonly FolderTable[], tabs = openTabs(book)): ImportOutcome {
  const records = readTabs(tabs);
  const figures = readFolderFigures(tables, records.commune);
  const forms = new Map(records.register.map((unit) => [unit.tab, unit]));
  const sheetOf = (tab: string): Sheet => {
    const form = isOwnTitle(tab) ? undefined : forms.get(tab);
    return form ? openForm(book, form) : tabs.need(tab);
  };
  const read = new Map<string, Opened>();
  const open = (tab: string): Opened => {
    const known = read.get(tab);
    if (known) return known;
    const sheet = sheetOf(tab);
    const opened = { sheet, keys: readKeys(sheet) };
    read.set(tab, opened);
    return opened;
  };
  const plan = planImport(figures, records, (place, unit) => settlePlace(place, unit, open(place.tab).keys));
  for (const { tab, row, column, cells, unruly } of plan.writes) {
    const sheet = read.get(tab)?.sheet ?? tabs.need(tab);
    // A row that was found by its key is there; a table may grow.
    if (!read.has(tab)) makeRoom(sheet, row + cells.length - 1);
    const range = sheet.getRange(row, column, cells.length, cells[0]?.length ?? 1);
    if (unruly) enterValues(range, cells);
    else range.setValues(cells.map((line) => [...line]));
  }
  return { placed: plan.placed, refusals: [...figures.refusals, ...plan.refusals] };
}

/** A sheet, and where the keys of its blocks stand. */
type Opened = { readonly sheet: Sheet; readonly keys: KeyedSheet };

/** Throws a WorkbookFault for a folder of another year than the workbook's: its figures would become this year's. */
function requireYear(tables: readonly FolderTable[], year: number): void {
  const { settings, lines } = readCommuneFile(tables, []);
  const found = readYear(settings.get("year"));
  if (found === undefined || found === year) return;
  throw new WorkbookFault(
    `commune.csv, dòng ${lines.get("year") ?? 0}, cột value: cần năm ${year}, là năm của sổ; thấy ${found}. Chưa nhập gì. ${ANOTHER_YEAR}.`,
  );
}

/** Opens a unit's form by the id that the register has for it, if that was noted for this unit. */
function openForm(book: Spreadsheet, { code, sheetId, notedFor }: PlacedUnit): Sheet {
  const sheet = notedFor === code ? book.getSheetById(Number(sheetId)) : null;
  if (sheet) return sheet;
  throw new WorkbookFault(
    `Tab Đơn vị, dòng ${code}: cần đúng tab của đơn vị; thấy các cột của tab này bị xếp lệch. Hãy chọn trình đơn Sổ 2282 → Kiểm tra và sửa sổ rồi nhập lại.`,
  );
}
