/** The plan that makes a workbook of settings, targets, tasks and a register. Pure: a shell applies the steps. */
import type { Target } from "../../core/indicator.ts";
import type { Task } from "../../core/task.ts";
import { type RegisteredUnit, resolveUnits, UNIT_TYPE_NAMES } from "../../core/unit.ts";
import { formRows } from "../form.ts";
import { asLiteralCell, type Cell } from "../grid.ts";
import { placeUnits } from "../layout.ts";
import type { SetupPlan, Step } from "../plan.ts";
import {
  FIRST_DATA_ROW,
  HAMLETS_TAB,
  HISTORY_TAB,
  NO,
  RIGHTS_TAB,
  SETTINGS_TAB,
  TARGETS_TAB,
  TASKS_TAB,
  TEMPLATE_TITLE,
  UNITS_TAB,
  YES,
} from "../schema.ts";
import {
  deadlineText,
  readActivityRows,
  readSettings,
  SETTING_ENTRIES,
  settingCell,
  type TypedSettings,
} from "../settings.ts";
import { columnOf } from "../table.ts";
import { tabTitles } from "../titles.ts";
import { computedTabSteps, formulaSteps, resultTabSteps } from "./computed.ts";
import { guideSteps } from "./guide.ts";
import { hamletFormSteps } from "./hamlet-forms.ts";
import { hamletGridSteps } from "./hamlets.ts";
import { tableSteps } from "./tables.ts";
import { templateSteps } from "./template.ts";
import { unitSteps } from "./units.ts";

/** What a workbook is made of. */
export type SetupContent = {
  readonly settings: TypedSettings;
  readonly targets: readonly Target[];
  readonly tasks: readonly Task[];
  readonly register: readonly RegisteredUnit[];
};

/** Plans a new workbook. Throws a WorkbookFault where the settings cannot be used. */
export function planWorkbook(content: SetupContent): SetupPlan {
  const typed = withInitial(content.settings);
  const settings = readSettings(typed);
  const units = resolveUnits(content.register, settings.custodian);
  const activityRows = readActivityRows(typed);
  const titles = tabTitles(units.map((unit) => unit.code));
  const places = placeUnits(units, content.tasks, activityRows, titles);
  const hamlets = units.flatMap((unit) => {
    const place = places.get(unit.code);
    return place?.hamletRow === undefined ? [] : [{ unit, block: place.block }];
  });
  const forms = units.flatMap((unit) => {
    const place = places.get(unit.code);
    return place && place.hamletRow === undefined ? [{ unit, block: place.block }] : [];
  });
  const invitation = `Báo cáo năm ${settings.year} – ${settings.kind} ${settings.name}. Xong ${deadlineText(settings)}.`;
  const registerTabs = units.map((unit) =>
    places.get(unit.code)?.hamletRow === undefined ? (titles.get(unit.code) ?? "") : HAMLETS_TAB.title,
  );
  const steps: readonly Step[] = [
    ...guideSteps(settings),
    ...resultTabSteps(settings.note),
    ...coordinatorTab(SETTINGS_TAB.title, tableSteps(SETTINGS_TAB, settingRows(typed))),
    ...coordinatorTab(TARGETS_TAB.title, tableSteps(TARGETS_TAB, content.targets.map(targetRow))),
    ...coordinatorTab(TASKS_TAB.title, tableSteps(TASKS_TAB, content.tasks.map(taskRow))),
    ...coordinatorTab(UNITS_TAB.title, tableSteps(UNITS_TAB, content.register.map(unitRow))),
    ...coordinatorTab(HISTORY_TAB.title, tableSteps(HISTORY_TAB, [])),
    ...coordinatorTab(RIGHTS_TAB.title, tableSteps(RIGHTS_TAB, [])),
    ...computedTabSteps(places),
    ...templateSteps(TEMPLATE_TITLE, formRows(content.tasks, activityRows.unit)),
    { do: "protect", tab: TEMPLATE_TITLE, label: "Mẫu biểu của đơn vị", open: [] },
    ...hamletGridSteps(hamlets.map(({ unit }) => unit)),
    ...hamletFormSteps(hamlets, settings.year),
    ...forms.flatMap(({ unit, block }) => unitSteps(unit, block, TEMPLATE_TITLE, settings.year, invitation)),
    {
      do: "register",
      tab: UNITS_TAB.title,
      row: FIRST_DATA_ROW,
      column: columnOf(UNITS_TAB, "tab"),
      tabs: registerTabs,
    },
    ...formulaSteps(places),
  ];
  return steps.map(keepText);
}

/** What is written is text, numbers and days: names, codes and remarks must not turn into formulas or dates. */
function keepText(step: Step): Step {
  return step.do === "write" ? { ...step, cells: step.cells.map((row) => row.map(asLiteralCell)) } : step;
}

function coordinatorTab(tab: string, steps: readonly Step[]): readonly Step[] {
  return [...steps, { do: "protect", tab, label: "Chỉ người tổng hợp sửa", open: [] }];
}

/** Fills in what a new workbook begins with. */
function withInitial(typed: TypedSettings): TypedSettings {
  return new Map(SETTING_ENTRIES.map((entry) => [entry.key, settingCell(entry, typed.get(entry.key))]));
}

function settingRows(typed: TypedSettings): readonly (readonly Cell[])[] {
  return SETTING_ENTRIES.map((entry) => [entry.key, entry.name, settingCell(entry, typed.get(entry.key)), entry.help]);
}

function targetRow(target: Target): readonly Cell[] {
  const excluded = target.excludedUnits.length > 0 ? ` trừ ${target.excludedUnits.join("|")}` : "";
  const cells: Record<(typeof TARGETS_TAB.columns)[number]["key"], Cell | null> = {
    code: target.code,
    name: target.name,
    threshold: target.threshold,
    measure: target.code === "CT6" ? "hoạt động" : target.code === "CT2B" ? "tăng dần" : "%",
    dueYear: target.dueYear,
    scope: `${target.elements.join("|")}${excluded}`,
    m2026: target.milestones.get(2026) ?? null,
    m2027: target.milestones.get(2027) ?? null,
    m2028: target.milestones.get(2028) ?? null,
    m2029: target.milestones.get(2029) ?? null,
    m2030: target.milestones.get(2030) ?? null,
    national2025: target.national2025,
    national2030: target.national2030,
    source: target.source,
  };
  return TARGETS_TAB.columns.map(({ key }) => cells[key] ?? "");
}

function taskRow(task: Task): readonly Cell[] {
  return [task.code, task.group, task.text, task.assignees.join("|")];
}

function unitRow(unit: RegisteredUnit): readonly Cell[] {
  const inCt1 = unit.inCt1 === undefined ? "" : unit.inCt1 ? YES : NO;
  return [
    unit.code,
    unit.name,
    UNIT_TYPE_NAMES[unit.type],
    unit.mailboxes.join("|"),
    inCt1,
    unit.listed.join("|"),
    "",
    "",
    "",
  ];
}
