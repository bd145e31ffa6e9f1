/** What a workbook is made of as the rows of its tabs: settings, targets, tasks, the register. */
import type { Task } from "../../core/task.ts";
import type { RegisteredUnit } from "../../core/unit.ts";
import { UNIT_TYPE_NAMES } from "../../core/unit-type.ts";
import { type Cell, cellText } from "../grid.ts";
import { NO, UNIT_CLOSED, YES } from "../schema.ts";
import { DEFINITIONS_ENTRY, isKh131, SETTING_ENTRIES, settingCell, type TypedSettings } from "../settings.ts";
import { TAB_IDS_ENTRY } from "../tab-ids.ts";

/** Fills in what a new workbook begins with. */
export function withInitial(typed: TypedSettings): TypedSettings {
  const settings = new Map<string, unknown>(
    SETTING_ENTRIES.map((entry) => [entry.key, settingCell(entry, typed.get(entry.key))]),
  );
  return isKh131(typed) ? settings : settings.set(DEFINITIONS_ENTRY.key, DEFINITIONS_ENTRY.own);
}

/** Makes the rows of the settings, as typed or as a new workbook begins. */
export function settingRows(typed: TypedSettings): readonly (readonly Cell[])[] {
  return [
    ...SETTING_ENTRIES.map((entry) => [entry.key, entry.name, settingCell(entry, typed.get(entry.key)), entry.help]),
    [TAB_IDS_ENTRY.key, TAB_IDS_ENTRY.name, cellText(typed.get(TAB_IDS_ENTRY.key)), TAB_IDS_ENTRY.help],
    ...(isKh131(typed)
      ? []
      : [[DEFINITIONS_ENTRY.key, DEFINITIONS_ENTRY.name, DEFINITIONS_ENTRY.own, DEFINITIONS_ENTRY.help]]),
  ];
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
