/** The plan that makes a workbook of settings, targets, tasks and a register. Pure: a shell applies the steps. */
import { elementsIn, type Plan } from "../../core/plan/plan.ts";
import type { Task } from "../../core/task.ts";
import { type RegisteredUnit, resolveUnits } from "../../core/unit.ts";
import { elementRow, milestoneRows, targetRows } from "../definition-rows.ts";
import { formRows } from "../form.ts";
import { address, asLiteralCell, columnLetters } from "../grid.ts";
import { placeUnits, type UnitPlace } from "../layout.ts";
import type { Carried } from "../migrated-input.ts";
import { mirrorRows } from "../mirror.ts";
import { narrativeRows } from "../narrative.ts";
import type { PlanStep, SetupPlan } from "../plan.ts";
import {
  ARCHIVE_TAB,
  ELEMENTS_TAB,
  FIRST_DATA_ROW,
  HAMLETS_TAB,
  HISTORY_TAB,
  LOG_TAB,
  MILESTONES_TAB,
  NARRATIVE_TAB,
  OWN_TITLES,
  RIGHTS_TAB,
  SETTINGS_TAB,
  TARGETS_TAB,
  TASKS_TAB,
  TEMPLATE_TITLE,
  UNITS_TAB,
} from "../schema.ts";
import {
  ANOTHER_YEAR,
  deadlineText,
  readActivityRows,
  readRoles,
  readSettings,
  SETTING_ENTRIES,
  type TypedSettings,
} from "../settings.ts";
import { columnOf } from "../table.ts";
import { tabTitles } from "../titles.ts";
import { computedTabSteps, formulaSteps, resultTabSteps, type TabNames } from "./computed.ts";
import { guideSteps } from "./guide.ts";
import { hamletFormSteps } from "./hamlet-forms.ts";
import { hamletGridSteps } from "./hamlets.ts";
import { settingRows, taskRow, unitRow, withInitial } from "./records.ts";
import { tableSteps } from "./tables.ts";
import { templateSteps } from "./template.ts";
import { unitSteps } from "./units.ts";

/** What a workbook is made of. */
export type SetupContent = {
  readonly settings: TypedSettings;
  readonly plan: Plan;
  readonly tasks: readonly Task[];
  /** In the order of their rows; `row` where they stand already. */
  readonly register: readonly (RegisteredUnit & { readonly row?: number })[];
  /** Codes of units whose report is approved: their cells are the coordinator's alone. */
  readonly approved?: ReadonlySet<string>;
};

/** What a plan for a workbook that is there takes into account. */
export type SetupOptions = {
  /** What the plan's tabs are called now. */
  readonly nameOf?: TabNames;
  /** What units typed, for the tabs that are rebuilt. */
  readonly carried?: Carried;
  /** Where the ids of the tabs are noted. */
  readonly tabIdsCell?: string;
  /** How many rows a tab has now. */
  readonly rowsOf?: (title: string) => number;
};

/** Returns the title that the plan gives to the form of each unit of the register, active or not. */
export function formTitles(register: readonly RegisteredUnit[]): ReadonlyMap<string, string> {
  return tabTitles(register.map(({ code }) => code));
}

/** Lays out where a plan puts each active unit. */
export function planPlaces(content: SetupContent): ReadonlyMap<string, UnitPlace> {
  const typed = withInitial(content.settings);
  const units = resolveUnits(content.register, readRoles(typed), content.plan);
  return placeUnits(content.plan, units, content.tasks, readActivityRows(typed), formTitles(content.register));
}

/** Plans a whole workbook. Throws a WorkbookFault where the settings cannot be used. */
export function planWorkbook(content: SetupContent, options: SetupOptions = {}): SetupPlan {
  const { nameOf = (title) => title, carried = new Map(), rowsOf = () => 0 } = options;
  const { approved = new Set() } = content;
  const logName = nameOf(LOG_TAB.title);
  const tabIdsCell = options.tabIdsCell ?? address(TAB_IDS_ROW, columnOf(SETTINGS_TAB, "value"));
  const typed = withInitial(content.settings);
  const settings = readSettings(typed);
  const units = resolveUnits(content.register, settings.roles, content.plan);
  const activityRows = readActivityRows(typed);
  const places = planPlaces(content);
  const hamlets = units.flatMap((unit) => {
    const place = places.get(unit.code);
    return place?.hamletRow === undefined ? [] : [{ unit, block: place.block }];
  });
  const forms = units.flatMap((unit) => {
    const place = places.get(unit.code);
    return place && place.hamletRow === undefined ? [{ unit, block: place.block }] : [];
  });
  const invitation = `Báo cáo năm ${settings.year} – ${settings.kind} ${settings.name}. Xong ${deadlineText(settings)}.`;
  const registered = content.register.flatMap(({ code, row }, index) => {
    const place = places.get(code);
    if (!place) return [];
    const tab = place.hamletRow === undefined ? place.block.tab : HAMLETS_TAB.title;
    return [{ row: row ?? FIRST_DATA_ROW + index, code, tab }];
  });
  const steps: readonly PlanStep[] = [
    ...guideSteps(settings),
    ...resultTabSteps(settings.note, content.plan),
    ...coordinatorTab(SETTINGS_TAB.title, settingsSteps(typed)),
    ...coordinatorTab(TARGETS_TAB.title, tableSteps(TARGETS_TAB, targetRows(content.plan))),
    ...coordinatorTab(ELEMENTS_TAB.title, tableSteps(ELEMENTS_TAB, elementsIn(content.plan).map(elementRow))),
    ...coordinatorTab(MILESTONES_TAB.title, tableSteps(MILESTONES_TAB, milestoneRows(content.plan))),
    ...coordinatorTab(TASKS_TAB.title, tableSteps(TASKS_TAB, content.tasks.map(taskRow))),
    ...coordinatorTab(UNITS_TAB.title, tableSteps(UNITS_TAB, content.register.map(unitRow))),
    ...coordinatorTab(HISTORY_TAB.title, tableSteps(HISTORY_TAB, [])),
    ...coordinatorTab(NARRATIVE_TAB.title, tableSteps(NARRATIVE_TAB, narrativeRows())),
    ...coordinatorTab(LOG_TAB.title, tableSteps(LOG_TAB, [])),
    ...coordinatorTab(RIGHTS_TAB.title, tableSteps(RIGHTS_TAB, [])),
    ...coordinatorTab(ARCHIVE_TAB.title, tableSteps(ARCHIVE_TAB, [])),
    ...computedTabSteps(places),
    ...templateSteps(TEMPLATE_TITLE, formRows(content.plan, content.tasks, activityRows.unit), logName),
    { do: "protect", tab: TEMPLATE_TITLE, label: "Mẫu biểu của đơn vị", open: [] },
    ...hamletGridSteps(
      content.plan,
      hamlets.map(({ unit }) => unit),
      approved,
      carried,
    ),
    ...hamletFormSteps(hamlets, { year: settings.year, approved, logName, carried }),
    ...forms.flatMap(({ unit, block }) =>
      unitSteps(unit, block, {
        template: TEMPLATE_TITLE,
        year: settings.year,
        invitation,
        isApproved: approved.has(unit.code),
        carried,
      }),
    ),
    { do: "register", tab: UNITS_TAB.title, column: columnOf(UNITS_TAB, "tab"), rows: registered },
    { do: "identify", tab: SETTINGS_TAB.title, at: tabIdsCell, tabs: OWN_TITLES },
  ];
  const planned = new Map(steps.flatMap((step) => (step.do === "insert" ? [[step.tab, step.rows] as const] : [])));
  const mirrored = mirrorRows((title) => Math.max(rowsOf(title), planned.get(title) ?? 0));
  return [...steps, ...formulaSteps(places, nameOf, mirrored)].map(keepText);
}

/** What is written is text, numbers and days: names, codes and remarks must not turn into formulas or dates. */
function keepText(step: PlanStep): PlanStep {
  return step.do === "write" || step.do === "enter"
    ? { ...step, cells: step.cells.map((row) => row.map(asLiteralCell)) }
    : step;
}

function coordinatorTab(tab: string, steps: readonly PlanStep[]): readonly PlanStep[] {
  return [...steps, { do: "protect", tab, label: "Chỉ người tổng hợp sửa", open: [] }];
}

/** Where the ids of the tabs are noted: below the settings. */
const TAB_IDS_ROW = FIRST_DATA_ROW + SETTING_ENTRIES.length;

/**
 * Keeps the reporting year that of the figures, once that is noted. Both are sought by key, so that rows may be inserted.
 */
function yearRule(): PlanStep {
  const row = FIRST_DATA_ROW + SETTING_ENTRIES.findIndex(({ key }) => key === "year");
  const [key, value] = [columnOf(SETTINGS_TAB, "key"), columnOf(SETTINGS_TAB, "value")];
  const column = (at: number) => {
    const letter = columnLetters(at);
    return `$${letter}$${FIRST_DATA_ROW}:$${letter}$${TAB_IDS_ROW}`;
  };
  const cell = address(row, value);
  const noted = (criterion: string) => `COUNTIFS(${column(key)};"data_year";${column(value)};${criterion})`;
  const isFree = `COUNTIF(${column(key)};"data_year")=${noted('""')}`;
  return {
    do: "rule",
    tab: SETTINGS_TAB.title,
    range: cell,
    rule: {
      kind: "formula",
      formula: `=OR($${address(row, key)}<>"year";${isFree};${noted(cell)}>0)`,
      help: `${ANOTHER_YEAR}. Chưa có số liệu nào thì đổi ở bảng bên, mục Thiết lập.`,
    },
  };
}

/** Makes the settings; the row of the tabs' ids is hidden, for it is no setting of a person's. */
function settingsSteps(typed: TypedSettings): readonly PlanStep[] {
  return [
    ...tableSteps(SETTINGS_TAB, settingRows(typed)),
    yearRule(),
    { do: "hideRows", tab: SETTINGS_TAB.title, from: TAB_IDS_ROW, count: 1 },
  ];
}
