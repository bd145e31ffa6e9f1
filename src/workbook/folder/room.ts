/** How many rows of activities the forms need, so that a folder from which a workbook is made finds room for all of its. */
import type { RegisteredUnit } from "../../core/unit.ts";
import { cellText } from "../grid.ts";
import { SETTING_ENTRIES, type SettingKey, type TypedSettings } from "../settings.ts";
import { columnNames, type FolderTable } from "./table.ts";

/** More rows than this make a form that nobody scrolls through; activities beyond are refused with their line. */
const MOST_ROWS = 200;

/** Sets the rows of activities of units and of hamlets to what the folder needs, where the folder does not set them. */
export function withRoomFor(
  tables: readonly FolderTable[],
  settings: TypedSettings,
  register: readonly RegisteredUnit[],
): TypedSettings {
  const counts = countActivities(tables);
  const isHamlet = (unit: RegisteredUnit) => unit.type === "ap";
  const most = (units: readonly RegisteredUnit[]) => Math.max(0, ...units.map(({ code }) => counts.get(code) ?? 0));
  const widened = new Map(settings);
  const widen = (key: SettingKey, need: number): void => {
    if (cellText(settings.get(key)) !== "") return;
    const initial = SETTING_ENTRIES.find((entry) => entry.key === key)?.initial;
    widened.set(key, String(Math.min(Math.max(Number(initial), need), MOST_ROWS)));
  };
  widen("activity_rows", most(register.filter((unit) => !isHamlet(unit))));
  widen("hamlet_activity_rows", most(register.filter(isHamlet)));
  return widened;
}

function countActivities(tables: readonly FolderTable[]): ReadonlyMap<string, number> {
  const table = tables.find(({ file }) => file === "activities.csv");
  const column = table ? columnNames(table).indexOf("unit") : -1;
  const counts = new Map<string, number>();
  for (const { cells } of table?.rows ?? []) {
    const unit = cellText(cells[column]);
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return counts;
}
