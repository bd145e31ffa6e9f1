/**
 * The tabs of the open spreadsheet by what they are, whatever they are called: by noted ids; else by title, else by
 * headers, among those that are protected. Any editor of the spreadsheet can make a tab with any title.
 */
import { mailboxKey } from "../core/privacy/mailbox.ts";
import { type Grid, WorkbookFault } from "../workbook/grid.ts";
import { HEAD, recognise } from "../workbook/identity.ts";
import { HEADER_ROW, OWN_TITLES, SETTINGS_TAB, type TableTab } from "../workbook/schema.ts";
import { findTabIds, type TabIds } from "../workbook/tab-ids.ts";
import { readBelowHeading } from "./cells.ts";
import { readKeptTabIds } from "./noted-tabs.ts";
import { readEditors } from "./protect.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** Tabs by the title that the plan gives them. */
export type Tabs = {
  /** Throws a WorkbookFault that says what to do where there is none. */
  readonly need: (title: string) => Sheet;
  /** Reads a table from its header row down: three service calls. */
  readonly read: (tab: TableTab) => Grid;
  /** Reads a table that workbooks of an earlier version lack; nothing if neither noted id nor title leads to it. */
  readonly readIfThere: (tab: TableTab) => Grid;
};

/**
 * Opens a workbook that was set up. The settings note the ids of all other tabs: they are read, unless somebody has
 * `read` them from their header row on already.
 */
export function openTabs(book: Spreadsheet, read?: Grid): Tabs {
  const known = new Map<string, Sheet>();
  const opened = read ? undefined : openSettings(book);
  const settings: TabEvidence & { readonly grid: Grid } = opened ?? knownFrom(book, read ?? []);
  if (opened) known.set(SETTINGS_TAB.title, opened.sheet);
  const need = (title: string): Sheet => {
    const sheet = known.get(title) ?? findSheet(book, title, settings) ?? missing(title);
    known.set(title, sheet);
    return sheet;
  };
  return {
    need,
    readIfThere: ({ title }) => readOptional(book, title, settings),
    read: (tab) => (tab.title === SETTINGS_TAB.title ? settings.grid : readBelowHeading(need(tab.title))),
  };
}

/** What settings tell that came from the workbook's own tidy tab. Their sheet is opened only if a tab is in doubt. */
function knownFrom(book: Spreadsheet, grid: Grid): TabEvidence & { readonly grid: Grid } {
  const ids = findTabIds(grid);
  const guards = (): readonly Protection[] => {
    const id = ids.get(SETTINGS_TAB.title) ?? readKeptTabIds().get(SETTINGS_TAB.title);
    const sheet: Sheet | null = id === undefined ? null : book.getSheetById(id);
    return sheet ? protectionsOf(sheet) : [];
  };
  return { grid, ids, isGuarded: () => true, guards };
}

function readOptional(book: Spreadsheet, title: string, settings: TabEvidence): Grid {
  const noted = findNoted(book, title, settings);
  if (noted) return readBelowHeading(noted);
  const named = book.getSheetByName(title);
  const values = named && isTrusted(named, settings) ? named.getDataRange().getValues() : [];
  const what = recognise(values.slice(0, HEAD.rows));
  return what?.kind === "tab" && what.title === title ? values.slice(HEADER_ROW - 1) : [];
}

/** What tells which sheet is which tab. `isGuarded`: the settings are protected (by `guards`), so every other tab must be. */
type TabEvidence = {
  readonly ids: TabIds;
  readonly isGuarded: () => boolean;
  readonly guards: () => readonly Protection[];
};

type OpenSettings = TabEvidence & { readonly sheet: Sheet; readonly grid: Grid };

/** Reads the protections of a whole sheet. */
export function protectionsOf(sheet: Sheet): readonly Protection[] {
  return sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET);
}

/** Tells whether not every editor of the spreadsheet may change a sheet. */
export function isProtected(sheet: Sheet): boolean {
  return protectionsOf(sheet).length > 0;
}

/**
 * Tells whether a sheet of a tab's title is as well protected as the settings: anyone can protect a sheet that they made,
 * and then may edit it. Who may not edit the settings must not be able to edit the tab either.
 */
function isTrusted(sheet: Sheet, { isGuarded, guards }: TabEvidence): boolean {
  if (!isGuarded()) return true;
  const own = protectionsOf(sheet);
  const others = guards();
  if (own.length === 0) return false;
  // Google tells the editors only to one who is among them.
  if (!others.every((protection) => protection.canEdit())) return !own.some((protection) => protection.canEdit());
  const allowed = new Set(others.flatMap(readEditors).map(mailboxKey));
  return own.every((protection) => readEditors(protection).every((mailbox) => allowed.has(mailboxKey(mailbox))));
}

function openSettings(book: Spreadsheet): OpenSettings {
  return findSettings(book) ?? missing(SETTINGS_TAB.title);
}

/**
 * Finds the settings: by the id that the add-on keeps. Without it, in a copy: the tab of that title where only the owner
 * may edit it; else, among all that have their header, a protected one before others, and one that notes its own id
 * before others. Throws a WorkbookFault where more than one may be it.
 */
function findSettings(book: Spreadsheet): OpenSettings | undefined {
  const kept = readKeptTabIds();
  const keptId = kept.get(SETTINGS_TAB.title);
  const keptSheet = keptId === undefined ? null : book.getSheetById(keptId);
  const own = keptSheet && readSettingsSheet(keptSheet);
  if (own) return { ...own, ids: new Map([...own.ids, ...kept]) };
  return findUnkept(book);
}

function findUnkept(book: Spreadsheet): OpenSettings | undefined {
  const named = book.getSheetByName(SETTINGS_TAB.title);
  const titled = named && readSettingsSheet(named);
  if (titled?.isGuarded() && isOwners(book, titled)) return titled;
  const all = book.getSheets().flatMap((sheet) => readSettingsSheet(sheet) ?? []);
  const guarded = all.filter(({ isGuarded }) => isGuarded());
  const candidates = guarded.length > 0 ? guarded : all;
  const own = candidates.filter(({ sheet, ids }) => ids.get(SETTINGS_TAB.title) === sheet.getSheetId());
  const [found, another] = own.length > 0 ? own : candidates;
  if (!found || !another) return found;
  const names = [found, another].map(({ sheet }) => `“${sheet.getName()}”`).join(" và ");
  throw new WorkbookFault(
    `Cần một tab ${SETTINGS_TAB.title}; thấy hai tab ${names} cùng nội dung ấy, không tab nào chắc là của sổ. Hãy nhờ người tổng hợp xóa tab không phải của sổ.`,
  );
}

/** Tells whether nobody but the owner may edit the settings, as far as the current user is told. */
function isOwners(book: Spreadsheet, { guards }: TabEvidence): boolean {
  const owner = mailboxKey(book.getOwner()?.getEmail() ?? "");
  const own = guards();
  if (!own.every((protection) => protection.canEdit())) return true;
  return own.flatMap(readEditors).every((mailbox) => mailboxKey(mailbox) === owner);
}

/** Reads a sheet as the settings, or undefined if its header is another. */
function readSettingsSheet(sheet: Sheet): OpenSettings | undefined {
  const values = sheet.getDataRange().getValues();
  const what = recognise(values.slice(0, HEAD.rows));
  if (what?.kind !== "tab" || what.title !== SETTINGS_TAB.title) return undefined;
  const grid = values.slice(HEADER_ROW - 1);
  // Read only where a tab is in doubt: a tab that is known by its kept id costs no look at its protection.
  let own: readonly Protection[] | undefined;
  const guards = (): readonly Protection[] => {
    own ??= protectionsOf(sheet);
    return own;
  };
  return { sheet, grid, ids: findTabIds(values), isGuarded: () => guards().length > 0, guards };
}

function findNoted(book: Spreadsheet, title: string, { ids }: TabEvidence): Sheet | null {
  const id = ids.get(title);
  return id === undefined ? null : book.getSheetById(id);
}

function findSheet(book: Spreadsheet, title: string, settings: TabEvidence): Sheet | undefined {
  const noted = findNoted(book, title, settings);
  if (noted) return noted;
  const named = book.getSheetByName(title);
  return named && isTrusted(named, settings) ? named : findByHeaders(book, title, settings);
}

/** Looks at the first rows of one sheet after another: only where neither id nor title leads anywhere. */
function findByHeaders(book: Spreadsheet, title: string, settings: TabEvidence): Sheet | undefined {
  return book.getSheets().find((sheet) => {
    const what = recognise(sheet.getDataRange().getValues().slice(0, HEAD.rows));
    return what?.kind === "tab" && what.title === title && isTrusted(sheet, settings);
  });
}

function missing(title: string): never {
  throw new WorkbookFault(
    `Cần tab “${title}”; không thấy trong bảng tính này. Hãy chọn trình đơn Sổ 2282 → Kiểm tra và sửa sổ, hoặc Lập sổ, lập biểu nếu sổ chưa lập.`,
  );
}

/** Tells whether the open spreadsheet is a workbook that was set up, if only in part. */
export function isWorkbook(book: Spreadsheet): boolean {
  return findOwnSheet(book, SETTINGS_TAB.title) !== undefined;
}

/**
 * Tells whether the first set-up has made all tabs: their ids are noted last. Where somebody has deleted the note later,
 * the tabs themselves tell.
 */
export function isSetUp(book: Spreadsheet): boolean {
  const settings = findSettings(book);
  if (!settings) return false;
  if (settings.ids.size > 0) return true;
  const names = new Set(book.getSheets().map((sheet) => sheet.getName()));
  return OWN_TITLES.every((title) => names.has(title));
}

/** Finds one of the workbook's own tabs, if it is there. */
export function findOwnSheet(book: Spreadsheet, title: string): Sheet | undefined {
  const settings = findSettings(book);
  if (title === SETTINGS_TAB.title) return settings?.sheet;
  return findSheet(book, title, settings ?? { ids: new Map(), isGuarded: () => false, guards: () => [] });
}
