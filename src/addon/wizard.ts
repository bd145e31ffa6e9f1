/** The first-run wizard: what the workbook is made of, shown and written; the tabs are made by set-up. */
import { kh131 } from "../core/plan/kh-131.ts";
import { elementOf, type Plan, type Target } from "../core/plan/plan.ts";
import { unitsLeftOut } from "../core/tally.ts";
import { foldText } from "../core/text.ts";
import { type OrgUnit, resolveUnits } from "../core/unit.ts";
import { UNIT_TYPE_NAMES, UNIT_TYPES } from "../core/unit-type.ts";
import { asLiteral, cellText, type Grid, WorkbookFault } from "../workbook/grid.ts";
import { readPlanTabs } from "../workbook/read/plan.ts";
import { type PlacedUnit, readRegister } from "../workbook/read/register.ts";
import { readTypedSettings } from "../workbook/read/workbook.ts";
import {
  DATA_TAB,
  ELEMENTS_TAB,
  GUIDE_TITLE,
  HAMLETS_TAB,
  HEADER_ROW,
  SETTINGS_TAB,
  TARGETS_TAB,
  UNITS_TAB,
} from "../workbook/schema.ts";
import {
  ANOTHER_YEAR,
  GIVEN_SETTINGS,
  isKh131,
  readDataYear,
  readRoles,
  readSettings,
  readYear,
  SETTING_ENTRIES,
  type SettingEntry,
  settingCell,
  type TypedSettings,
} from "../workbook/settings.ts";
import { changedLines } from "../workbook/setup/guide.ts";
import { withInitial } from "../workbook/setup/records.ts";
import { findColumns, readTable } from "../workbook/table.ts";
import { MOST_LINES, proposalFault, readPasted } from "../workbook/wizard/pasted.ts";
import { MOST_HAMLETS, proposeStandard } from "../workbook/wizard/standard.ts";
import { hasFigures, readReported } from "../workbook/workflow/reported.ts";
import { setUpOpenWorkbook } from "./acts/set-up.ts";
import { openBook } from "./book.ts";
import { makeRoom } from "./cells.ts";
import { requireCoordinator, withDocumentLock } from "./change.ts";
import type { Clock } from "./clock.ts";
import { forgetDraft, readKeptDraft } from "./draft.ts";
import type { PreviewRequest, SaveSetupRequest, SetupDraft, SetupState, SetupUnit, UnitsPreview } from "./rpc/setup.ts";
import { isSetUp, openTabs, type Tabs } from "./tabs.ts";

/** Shows what the workbook is made of; of an empty spreadsheet, what a new workbook begins with. */
export function readSetup(): SetupState {
  const book = openBook();
  if (!isSetUp(book)) return showSetup(readKeptDraft(), withInitial(new Map()), kh131(), []);
  return readMade(openTabs(book));
}

function readMade(tabs: Tabs): SetupState {
  const typed = readTypedSettings(tabs.read(SETTINGS_TAB));
  const grids = {
    targets: tabs.read(TARGETS_TAB),
    elements: tabs.readIfThere(ELEMENTS_TAB),
    milestones: [],
  };
  return showSetup("made", typed, readPlanTabs(grids, isKh131(typed)), readRegister(tabs.read(UNITS_TAB)));
}

function showSetup(
  draft: SetupDraft | null | "made",
  typed: TypedSettings,
  plan: Plan,
  register: readonly PlacedUnit[],
): SetupState {
  const units = resolveUnits(register, readRoles(typed), plan);
  return {
    isMade: draft === "made",
    draft: draft === "made" ? null : draft,
    settings: GIVEN_SETTINGS.map(({ key, name, help, kind }) => ({
      key,
      name,
      help,
      kind,
      value: cellText(typed.get(key)),
    })),
    targets: plan.targets.map((target) => ({
      code: target.code,
      name: target.name,
      threshold: target.threshold,
      scope: scopeOf(target, plan, units),
    })),
    units: register
      .filter(({ closed }) => !closed)
      .map(({ code, name, type, mailboxes }) => ({ code, name, type, mailboxes })),
    types: UNIT_TYPES.map((type) => ({ type, name: UNIT_TYPE_NAMES[type] })),
    formless: register.filter(({ closed, tab }) => !closed && tab === "").map(({ code }) => code),
  };
}

/** Says in words what a target counts, and which units it is also computed without. */
function scopeOf({ code }: Target, plan: Plan, units: readonly OrgUnit[]): string {
  const measures = plan.indicators.filter(({ target }) => target === code);
  const own = measures.find((indicator) => indicator.code === code)?.measure;
  if (own?.kind !== "share") return "";
  const counted = own.elements.map((element) => elementOf(plan, element).name).join("; ");
  const names = measures.flatMap(({ measure }) => unitsLeftOut(measure, units).map(({ name }) => name));
  return names.length === 0 ? counted : `${counted}; có tính riêng khi không kể ${names.join(", ")}`;
}

/** Reads pasted rows, or proposes the standard list; writes nothing. */
export function previewUnits(request: PreviewRequest): UnitsPreview {
  if (request.kind === "standard") {
    if (!Number.isInteger(request.hamlets) || request.hamlets < 0 || request.hamlets > MOST_HAMLETS) {
      throw new WorkbookFault(`Cần số ấp là số nguyên từ 0 đến ${MOST_HAMLETS}; thấy ${request.hamlets}.`);
    }
    return { units: proposeStandard(request.hamlets), problems: [] };
  }
  if (request.text.split("\n").length > MOST_LINES) {
    throw new WorkbookFault(`Cần không quá ${MOST_LINES} dòng. Hãy dán riêng danh sách đơn vị của xã.`);
  }
  const book = openBook();
  const taken = isSetUp(book) ? readRegister(openTabs(book).read(UNITS_TAB)).map(({ code }) => code) : [];
  return readPasted(request.text, taken);
}

/** Writes settings, thresholds and units; makes the tabs first in an empty spreadsheet. Nothing is written if one is wrong. */
export function saveSetup(request: SaveSetupRequest, clock: Clock): SetupState {
  const book = openBook();
  requireCoordinator(book);
  if (!isSetUp(book)) {
    checkSettings(
      withInitial(new Map<string, unknown>([["year", clock.year()], ...Object.entries(request.settings ?? {})])),
    );
    const { left } = setUpOpenWorkbook(clock);
    if (left > 0) throw new WorkbookFault("Chưa lập xong các tab vì hết thời gian. Hãy bấm lại để làm tiếp.");
  }
  return withDocumentLock(() => {
    const tabs = openTabs(book);
    const typed = readTypedSettings(tabs.read(SETTINGS_TAB));
    const given = withYearOfForms(typed, request.settings ?? {}, tabs);
    const settings = planSettings(tabs.read(SETTINGS_TAB), given);
    const targets = planTargets(tabs.read(TARGETS_TAB), request.targets ?? []);
    const register = planUnits(tabs.read(UNITS_TAB), request.units ?? []);
    const lines = changedLines(readSettings(typed), readSettings(withGiven(typed, given)));
    for (const { at, value } of settings) tabs.need(SETTINGS_TAB.title).getRange(at).setValue(value);
    for (const { at, value } of targets) tabs.need(TARGETS_TAB.title).getRange(at).setValue(value);
    const sheet = tabs.need(UNITS_TAB.title);
    for (const { row, column, cells } of register) {
      makeRoom(sheet, row + cells.length - 1);
      sheet.getRange(row, column, cells.length, cells[0]?.length ?? 1).setValues(cells.map((line) => [...line]));
    }
    rewriteGuide(tabs.need(GUIDE_TITLE), lines);
    SpreadsheetApp.flush();
    forgetDraft();
    return readMade(openTabs(book));
  });
}

/** Settings as the sidebar sends them. */
type SettingTexts = Readonly<Record<string, string>>;

function withGiven(typed: TypedSettings, given: SettingTexts): TypedSettings {
  return new Map([...typed, ...Object.entries(given)]);
}

/** Writes the guide's lines that follow the settings; those that a person has worded otherwise stay. */
function rewriteGuide(sheet: GoogleAppsScript.Spreadsheet.Sheet, lines: ReturnType<typeof changedLines>): void {
  if (lines.length === 0) return;
  const texts = sheet.getDataRange().getValues();
  texts.forEach(([cell], index) => {
    const line = lines.find(({ from }) => from === cellText(cell));
    if (line) sheet.getRange(index + 1, 1).setValue(asLiteral(line.to));
  });
}

type SettingWrite = { readonly at: string; readonly value: string | number };

/** Throws a WorkbookFault where year or deadline cannot be read. */
function checkSettings(typed: TypedSettings): void {
  readSettings(typed);
}

/**
 * Returns what is given, and where that is another year, the forms' year besides. Throws a WorkbookFault where figures
 * are there, which would become another year's, and for what is no setting.
 */
function withYearOfForms(typed: TypedSettings, given: SettingTexts, { read }: Tabs): SettingTexts {
  for (const key of Object.keys(given)) {
    if (!GIVEN_SETTINGS.some((entry) => entry.key === key)) {
      throw new WorkbookFault(`Tab ${SETTINGS_TAB.title}: không có mục “${key}”. Hãy tải lại bảng bên.`);
    }
  }
  const [kept, year] = [readDataYear(typed), readYear(given["year"])];
  if (kept === undefined || year === undefined || year === kept) return given;
  if (hasFigures(readReported(read(DATA_TAB), read(HAMLETS_TAB)))) {
    throw new WorkbookFault(`Năm báo cáo: cần ${kept}, là năm của số liệu trong sổ; thấy ${year}. ${ANOTHER_YEAR}.`);
  }
  return { ...given, data_year: String(year) };
}

/** In this order: the rule of the reporting year looks at the year of the figures. */
const WRITING_ORDER: readonly SettingEntry[] = [...SETTING_ENTRIES].reverse();

function planSettings(grid: Grid, given: SettingTexts): readonly SettingWrite[] {
  const rows = new Map(readTable(SETTINGS_TAB, grid).map((row) => [row.text("key"), row]));
  // A year that is given must be readable, though the forms' year is the one that counts.
  const year = given["year"] === undefined ? {} : { data_year: "" };
  checkSettings(withGiven(readTypedSettings(grid), { ...given, ...year }));
  return WRITING_ORDER.flatMap((entry): readonly SettingWrite[] => {
    const value = given[entry.key];
    const row = rows.get(entry.key);
    if (value === undefined || !row) return [];
    const cell = value === "" ? "" : settingCell(entry, value);
    return [{ at: row.at("value"), value: typeof cell === "number" ? cell : asLiteral(String(cell)) }];
  });
}

function planTargets(grid: Grid, given: NonNullable<SaveSetupRequest["targets"]>): readonly SettingWrite[] {
  const rows = new Map(readTable(TARGETS_TAB, grid).map((row) => [row.text("code"), row]));
  return given.map(({ code, threshold }) => {
    const row = rows.get(code);
    if (!row) throw new WorkbookFault(`Tab ${TARGETS_TAB.title}: không có chỉ tiêu “${code}”. Hãy tải lại bảng bên.`);
    const isWhole = threshold === null || (Number.isInteger(threshold) && threshold >= 0 && threshold <= 100);
    if (!isWhole) throw new WorkbookFault(`Ngưỡng ${code}: cần số nguyên từ 0 đến 100; thấy ${threshold}.`);
    return { at: row.at("threshold"), value: threshold ?? "" };
  });
}

type BlockWrite = { readonly row: number; readonly column: number; readonly cells: readonly (readonly string[])[] };

const WRITTEN = ["code", "name", "type", "mailboxes"] as const;

/** Units that the register has are written over, by code; new ones come below the last. */
function planUnits(grid: Grid, given: readonly SetupUnit[]): readonly BlockWrite[] {
  if (given.length === 0) return [];
  const codes = new Set<string>();
  for (const [index, unit] of given.entries()) {
    const fault = proposalFault(unit, codes);
    if (fault !== "") throw new WorkbookFault(`Đơn vị thứ ${index + 1}: ${fault}`);
    codes.add(foldText(unit.code));
  }
  const columns = findColumns(UNITS_TAB, grid);
  const first = columns.get("code") ?? 1;
  if (WRITTEN.some((key, index) => columns.get(key) !== first + index)) {
    throw new WorkbookFault(
      "Tab Đơn vị: các cột bị xếp lại. Hãy chọn trình đơn Sổ 2282 → Kiểm tra và sửa sổ rồi làm lại.",
    );
  }
  const rows = readTable(UNITS_TAB, grid);
  const known = new Map(rows.filter((row) => row.text("code") !== "").map((row) => [row.text("code"), row.row]));
  const last = Math.max(HEADER_ROW, ...rows.map(({ row }) => row));
  const cellsOf = ({ code, name, type, mailboxes }: SetupUnit) =>
    [code, name, UNIT_TYPE_NAMES[type], mailboxes.join("|")].map(asLiteral);
  const over = given.flatMap((unit): readonly BlockWrite[] => {
    const row = known.get(unit.code);
    return row === undefined ? [] : [{ row, column: first, cells: [cellsOf(unit)] }];
  });
  const fresh = given.filter(({ code }) => !known.has(code)).map(cellsOf);
  return fresh.length > 0 ? [...over, { row: last + 1, column: first, cells: fresh }] : over;
}
