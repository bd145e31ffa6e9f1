/** What a workbook is made of as the rows of its tabs: settings, targets, tasks, the register. */
import type { Target, TargetCode } from "../../core/indicator.ts";
import type { Task } from "../../core/task.ts";
import { type RegisteredUnit, UNIT_TYPE_NAMES } from "../../core/unit.ts";
import { type Cell, cellText } from "../grid.ts";
import { NO, TARGETS_TAB, UNIT_CLOSED, YES } from "../schema.ts";
import { SETTING_ENTRIES, settingCell, type TypedSettings } from "../settings.ts";
import { TAB_IDS_ENTRY } from "../tab-ids.ts";

/** Fills in what a new workbook begins with. */
export function withInitial(typed: TypedSettings): TypedSettings {
  return new Map(SETTING_ENTRIES.map((entry) => [entry.key, settingCell(entry, typed.get(entry.key))]));
}

/** Makes the rows of the settings, as typed or as a new workbook begins. */
export function settingRows(typed: TypedSettings): readonly (readonly Cell[])[] {
  return [
    ...SETTING_ENTRIES.map((entry) => [entry.key, entry.name, settingCell(entry, typed.get(entry.key)), entry.help]),
    [TAB_IDS_ENTRY.key, TAB_IDS_ENTRY.name, cellText(typed.get(TAB_IDS_ENTRY.key)), TAB_IDS_ENTRY.help],
  ];
}

const MEASURES: Readonly<Partial<Record<TargetCode, string>>> = { CT2B: "tăng dần", CT6: "hoạt động" };

/** Makes the row of a target. */
export function targetRow(target: Target): readonly Cell[] {
  const excluded = target.excludedUnits.length > 0 ? ` trừ ${target.excludedUnits.join("|")}` : "";
  const cells: Record<(typeof TARGETS_TAB.columns)[number]["key"], Cell | null> = {
    code: target.code,
    name: target.name,
    threshold: target.threshold,
    measure: MEASURES[target.code] ?? "%",
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

/** Makes the row of a task. */
export function taskRow(task: Task): readonly Cell[] {
  return [task.code, task.group, task.text, task.assignees.join("|")];
}

/** Makes the row of a unit; what set-up writes of its form stays blank. */
export function unitRow(unit: RegisteredUnit): readonly Cell[] {
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
    unit.closed ? UNIT_CLOSED : "",
    "",
  ];
}
