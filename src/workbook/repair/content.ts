/**
 * What a workbook is made of, read from its tabs however people have left them: each table is brought into shape first,
 * and rows of settings and targets that are gone come back as a new workbook has them.
 */
import { kh131 } from "../../core/plan/kh-131.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { DEFAULT_TASKS } from "../../core/task.ts";
import { approvedUnits } from "../../core/workflow/standing.ts";
import { targetRows } from "../definition-rows.ts";
import { address, type Cell, cellText, type Grid } from "../grid.ts";
import { type FormClaim, type Identity, identifySheets, type SheetFacts, TABLE_TABS } from "../identity.ts";
import { narrativeRows } from "../narrative.ts";
import type { PlanStep } from "../plan.ts";
import { readPlanTabs } from "../read/plan.ts";
import { type PlacedUnit, readRegister } from "../read/register.ts";
import { readTasks } from "../read/tasks.ts";
import { readTypedSettings } from "../read/workbook.ts";
import {
  DATA_TAB,
  ELEMENTS_TAB,
  HAMLETS_TAB,
  ISSUES_TAB,
  LOG_TAB,
  MILESTONES_TAB,
  NARRATIVE_TAB,
  OWN_TITLES,
  SCORECARD_TAB,
  SETTINGS_TAB,
  TARGETS_TAB,
  TASKS_TAB,
  type TableTab,
  UNITS_TAB,
} from "../schema.ts";
import { isKh131, readYear, type SettingKey, type TypedSettings } from "../settings.ts";
import { lockedLabel } from "../setup/guards.ts";
import { formTitles } from "../setup/index.ts";
import { settingRows, withInitial } from "../setup/records.ts";
import { readTabIds, TAB_IDS_ENTRY, type TabIds } from "../tab-ids.ts";
import { columnOf } from "../table.ts";
import { decisionsOf, readLog } from "../workflow/log.ts";
import type { ActualTab } from "./actual.ts";
import type { Finding } from "./finding.ts";
import { keepYear } from "./kept-year.ts";
import { registerOfForms } from "./register-of-forms.ts";
import { restoreRows } from "./restore-rows.ts";
import { belowHeading, DATA_INDEX, repairTableShape, type Table } from "./table-shape.ts";
import { makeRegisterUsable, makeSettingsUsable, restoreTaskCodes } from "./tolerance.ts";

/** Finds a sheet as it was read, by its id. */
export type FindTab = (sheetId: number) => ActualTab | undefined;

/** A workbook's content, and what of its tables must be repaired so that it can be read so. */
export type FoundContent = {
  readonly settings: TypedSettings;
  readonly plan: Plan;
  readonly tasks: ReturnType<typeof readTasks>;
  readonly register: readonly PlacedUnit[];
  /** Units whose cells are locked, by the log. */
  readonly approved: ReadonlySet<string>;
  readonly identity: Identity;
  /** Titles of the tabs that were made once. */
  readonly made: ReadonlySet<string>;
  /** Tables as they are once the steps are done. */
  readonly tables: ReadonlyMap<string, Table>;
  readonly findings: readonly Finding[];
  readonly steps: readonly PlanStep[];
  /** The ids of the tabs as they are noted. */
  readonly tabIds: TabIds;
  /** The cell in which the ids of the tabs are noted; absent: where a new workbook has it. */
  readonly tabIdsCell?: string;
};

/** How a workbook is read: by a set-up, which refuses what it cannot use, or by a repair, which works around it. */
export type ReadingMode = {
  readonly isTolerant: boolean;
  readonly year: number;
  /** The labels of all locks; absent: the log says who was approved. */
  readonly locks: ReadonlySet<string> | undefined;
  /** The ids of tabs that only the add-on can have kept: they come before those that the settings tell. */
  readonly keptIds: TabIds;
};

/**
 * Reads a workbook's content. `year`: what a workbook without settings begins with. Unless it is tolerant, throws a
 * WorkbookFault for a setting or a unit that cannot be used.
 */
export function findContent(
  sheets: readonly SheetFacts[],
  findTab: FindTab,
  { isTolerant, year, locks, keptIds }: ReadingMode,
): FoundContent {
  const draft: ContentDraft = { findings: [], steps: [], tables: new Map() };
  const byTitle = identifySheets(sheets, keptIds, []);
  const first = shape(draft, SETTINGS_TAB, byTitle, findTab);
  const typed = first ? readTypedSettings(belowHeading(first)) : new Map<string, unknown>();
  const ids = readTabIds(typed);
  const trusted = new Map([...ids, ...keptIds]);
  const own = identifySheets(sheets, trusted, []);
  for (const tab of TABLE_TABS) if (!SHAPED_OTHERWISE.includes(tab)) shape(draft, tab, own, findTab);
  const nameOf = (tab: TableTab) => own.sheets.get(tab.title)?.title ?? tab.title;
  if (draft.tables.has(TARGETS_TAB.title) && isKh131(typed)) {
    restore(draft, TARGETS_TAB, targetRows(kh131()), nameOf(TARGETS_TAB));
  }
  if (draft.tables.has(NARRATIVE_TAB.title)) restore(draft, NARRATIVE_TAB, narrativeRows(), nameOf(NARRATIVE_TAB));
  const kept = first ? restore(draft, SETTINGS_TAB, settingRows(typed), nameOf(SETTINGS_TAB)) : undefined;
  const initial = withInitial(kept ? readTypedSettings(kept) : new Map([["year", year]]));
  const units = draft.tables.get(UNITS_TAB.title)?.grid;
  const whole = sheets.map((sheet) => ({ ...sheet, values: findTab(sheet.id)?.values ?? [] }));
  const usableSettings = isTolerant
    ? take(draft, makeSettingsUsable(kept ? initial : withoutForms(initial), whole, nameOf(SETTINGS_TAB), year))
        .settings
    : initial;
  const listed = units ? belowHeading(units) : [];
  const usable = isTolerant && units ? take(draft, makeRegisterUsable(listed, whole, nameOf(UNITS_TAB))).grid : listed;
  const register = units ? readRegister(usable) : take(draft, registerOfForms(whole)).register;
  const tasks = draft.tables.get(TASKS_TAB.title)?.grid;
  const titles = formTitles(register);
  const claims = register.map(({ code, sheetId }): FormClaim => ({ code, title: titles.get(code) ?? code, sheetId }));
  const settingsGrid = draft.tables.get(SETTINGS_TAB.title)?.grid ?? [];
  const tabIdsCell = findValueCell(settingsGrid, TAB_IDS_ENTRY.key);
  const hasForms = register.some(({ closed }) => !closed);
  const cellOf = (key: SettingKey) => findValueCell(settingsGrid, key);
  const settings = hasForms
    ? take(draft, keepYear(usableSettings, whole, cellOf, nameOf(SETTINGS_TAB))).settings
    : usableSettings;
  return {
    ...draft,
    settings,
    plan: readFoundPlan(draft, isKh131(typed)),
    tasks: tasks
      ? readTasks(take(draft, restoreTaskCodes(belowHeading(tasks), whole, nameOf(TASKS_TAB))).grid)
      : DEFAULT_TASKS,
    register,
    approved: locks ? lockedUnits(register, locks) : findApproved(draft, settings),
    identity: identifySheets(sheets, trusted, claims),
    made: new Set([...(own.sheets.size > 0 ? madeTabs(ids) : []), ...claims.flatMap(madeTitle)]),
    tabIds: ids,
    ...(tabIdsCell === undefined ? {} : { tabIdsCell }),
  };
}

/** Reads the definitions of tables that have their shape; of those that are gone, KH 131's. */
function readFoundPlan({ tables }: ContentDraft, isBase: boolean): Plan {
  const grid = (tab: TableTab): Grid => {
    const table = tables.get(tab.title);
    return table ? belowHeading(table.grid) : [];
  };
  const targets = grid(TARGETS_TAB);
  if (targets.length === 0) return kh131();
  return readPlanTabs({ targets, elements: grid(ELEMENTS_TAB), milestones: grid(MILESTONES_TAB) }, isBase);
}

function lockedUnits(register: readonly PlacedUnit[], locks: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(register.filter(({ name }) => locks.has(lockedLabel(name))).map(({ code }) => code));
}

function findApproved({ tables }: ContentDraft, settings: TypedSettings): ReadonlySet<string> {
  const log = tables.get(LOG_TAB.title)?.grid;
  const year = readYear(settings.get("year"));
  if (!log || year === undefined) return new Set();
  return approvedUnits(decisionsOf(readLog(belowHeading(log)), year));
}

/** An own tab whose id was never noted is new with this version; where no id is left, all were made. */
function madeTabs(ids: TabIds): readonly string[] {
  return ids.size === 0 ? OWN_TITLES : OWN_TITLES.filter((title) => ids.has(title));
}

/** A form whose id is noted in the register was made. */
function madeTitle({ sheetId, title }: FormClaim): readonly string[] {
  return sheetId === "" ? [] : [title];
}

/** Read already; rebuilt when they lose their shape. */
const SHAPED_OTHERWISE: readonly TableTab[] = [SETTINGS_TAB, HAMLETS_TAB, SCORECARD_TAB, ISSUES_TAB, DATA_TAB];

type ContentDraft = { readonly findings: Finding[]; readonly steps: PlanStep[]; readonly tables: Map<string, Table> };

/** Takes over what a part of the reading found. */
function take<Part extends { readonly findings: readonly Finding[]; readonly steps?: readonly PlanStep[] }>(
  draft: ContentDraft,
  part: Part,
): Part {
  draft.findings.push(...part.findings);
  draft.steps.push(...(part.steps ?? []));
  return part;
}

/** Brings a table into shape, if it is there. */
function shape(draft: ContentDraft, tab: TableTab, identity: Identity, findTab: FindTab): Grid | undefined {
  const sheet = identity.sheets.get(tab.title);
  const actual = sheet && findTab(sheet.id);
  if (!actual) return undefined;
  const mending = take(draft, repairTableShape(tab, actual));
  draft.tables.set(tab.title, mending);
  return mending.grid;
}

/** Brings back rows that a table must have; returns it from its header on. */
function restore(draft: ContentDraft, tab: TableTab, wanted: readonly (readonly Cell[])[], name: string): Grid {
  const table = draft.tables.get(tab.title);
  const { grid } = take(draft, restoreRows(tab, table?.grid ?? [], wanted, name));
  if (table) draft.tables.set(tab.title, { ...table, grid, rows: Math.max(table.rows, grid.length) });
  return belowHeading(grid);
}

/** Leaves out what the forms know better than a new workbook's settings. */
function withoutForms(settings: TypedSettings): TypedSettings {
  const known = ["year", "activity_rows", "hamlet_activity_rows"];
  return new Map([...settings].filter(([key]) => !known.includes(key)));
}

/** Finds the cell of a setting's value by its key. */
function findValueCell(grid: Grid, key: string): string | undefined {
  const index = grid.findIndex((row, at) => at >= DATA_INDEX && cellText(row[0]) === key);
  return index < 0 ? undefined : address(index + 1, columnOf(SETTINGS_TAB, "value"));
}
