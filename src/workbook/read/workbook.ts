/** Grids of the tabs → the commune that they describe. What cannot be read as data is a WorkbookFault that says where. */
import type { Commune } from "../../core/commune.ts";
import { type Day, readDay } from "../../core/period.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { ROLES, type Role } from "../../core/role.ts";
import { resolveUnits, unitListReader } from "../../core/unit.ts";
import { type DataValue, isBlank } from "../../core/value.ts";
import type { Grid } from "../grid.ts";
import { HAMLETS_TAB, type HamletKey, HISTORY_TAB, SETTINGS_TAB } from "../schema.ts";
import { isKh131, readActivityRows, readSettings, type TypedSettings } from "../settings.ts";
import { readTabIds, type TabIds } from "../tab-ids.ts";
import { findColumns, readTable, type TableColumns } from "../table.ts";
import { type KeyRun, readBlocks } from "./block.ts";
import { readHamlets } from "./hamlets.ts";
import { type HistoryKey, readHistory } from "./history.ts";
import { type NarrativePlaces, readNarrative } from "./narrative.ts";
import { readPlanTabs } from "./plan.ts";
import { type PlacedUnit, readRegister } from "./register.ts";
import { readTasks } from "./tasks.ts";

/** The tabs that hold data, each from its header row on. */
export type WorkbookGrids = {
  readonly settings: Grid;
  readonly targets: Grid;
  /** Empty: the workbook was made before this tab was, and goes by KH 131. */
  readonly elements: Grid;
  /** Empty: the workbook was made before this tab was. */
  readonly milestones: Grid;
  readonly tasks: Grid;
  readonly units: Grid;
  readonly hamlets: Grid;
  readonly history: Grid;
  readonly data: Grid;
  /** Empty: the workbook was made before this tab was. */
  readonly narrative: Grid;
};

/** Where figures stand now, by the headers and keys of the tabs: forms keep the shape that they were made with. */
export type FoundLayout = {
  /** Runs of rows of the tidy tab, in its order. */
  readonly runs: readonly KeyRun[];
  readonly hamletRows: ReadonlyMap<string, number>;
  readonly hamletColumns: TableColumns<HamletKey>;
  /** The tab row of each of the commune's earlier values. */
  readonly historyRows: readonly number[];
  readonly historyColumns: TableColumns<HistoryKey>;
  /** The last row of earlier values in which anything stands. */
  readonly historyEnd: number | undefined;
  readonly narrative: NarrativePlaces;
  /** The cells of the settings that name the roles' units. */
  readonly roleCells: ReadonlyMap<Role, string>;
  /** The sheet ids of the workbook's own tabs, by the titles that they were made with. */
  readonly tabIds: TabIds;
  /** For a form that the tidy tab does not list. */
  readonly activityRows: { readonly unit: number; readonly hamlet: number };
};

/** Everything that a workbook says. */
export type WorkbookRecords = {
  readonly commune: Commune;
  readonly register: readonly PlacedUnit[];
  readonly layout: FoundLayout;
  /** What it was read from: what was typed and cannot be used is sought there by who lists issues alone. */
  readonly grids: WorkbookGrids;
};

/**
 * Reads every tab. Throws a WorkbookFault for a structure or a setting that cannot be used; figures never throw. `today`:
 * the day by the clock, for who has one; a formula goes by the day that the settings have noted.
 */
export function readWorkbook(grids: WorkbookGrids, today?: Day): WorkbookRecords {
  const typed = readTypedSettings(grids.settings);
  const settings = readSettings(typed);
  const plan = readPlanTabs(grids, isKh131(typed));
  const register = readRegister(grids.units);
  const blocks = readBlocks(grids.data, unitListReader(register), plan);
  const hamlets = readHamlets(grids.hamlets, plan);
  const history = readHistory(grids.history, plan);
  const narrative = readNarrative(grids.narrative);
  const known = new Set(register.filter(({ closed }) => !closed).map(({ code }) => code));
  const ofUnits = <Row extends { readonly unit: string }>(rows: readonly Row[]) =>
    rows.filter(({ unit }) => known.has(unit));
  return {
    register,
    layout: {
      runs: blocks.runs,
      hamletRows: hamlets.rows,
      hamletColumns: findColumns(HAMLETS_TAB, grids.hamlets),
      historyRows: history.rows,
      historyColumns: findColumns(HISTORY_TAB, grids.history),
      historyEnd: history.lastRow,
      narrative: narrative.places,
      roleCells: findRoleCells(grids.settings),
      tabIds: readTabIds(typed),
      activityRows: readActivityRows(typed),
    },
    grids,
    commune: {
      settings,
      year: settings.year,
      today: today ?? readDay(typed.get("today")),
      roles: settings.roles,
      units: resolveUnits(register, settings.roles, plan),
      values: firstTyped([...blocks.values, ...hamlets.values], plan),
      activities: ofUnits(blocks.activities),
      tasks: ofUnits(blocks.tasks),
      funds: ofUnits(blocks.funds),
      assessments: ofUnits(blocks.assessments),
      history: history.values,
      narrative: narrative.texts,
      plan,
      taskList: readTasks(grids.tasks),
    },
  };
}

/** Finds the settings that name the roles' units; a workbook from before them has no such settings. */
function findRoleCells(grid: Grid): ReadonlyMap<Role, string> {
  const rows = readTable(SETTINGS_TAB, grid);
  return new Map(
    ROLES.flatMap((role): readonly (readonly [Role, string])[] => {
      const row = rows.find((candidate) => candidate.text("key") === role);
      return row ? [[role, row.at("value")]] : [];
    }),
  );
}

/** Reads the settings tab as typed values by key. */
export function readTypedSettings(grid: Grid): TypedSettings {
  const typed = new Map<string, unknown>();
  for (const row of readTable(SETTINGS_TAB, grid)) {
    if (!typed.has(row.text("key"))) typed.set(row.text("key"), row.cell("value"));
  }
  return typed;
}

/** Keeps one value for each unit and element: the first with a figure, else the first with anything typed. */
function firstTyped(values: readonly DataValue[], plan: Plan): readonly DataValue[] {
  const kept = new Map<string, DataValue>();
  for (const value of values) {
    const blank = isBlank(value, plan) && value.total === undefined;
    if (blank && value.note === "") continue;
    const key = `${value.unit}\n${value.element}`;
    const earlier = kept.get(key);
    if (!earlier || (isBlank(earlier, plan) && !blank)) kept.set(key, value);
  }
  return [...kept.values()];
}
