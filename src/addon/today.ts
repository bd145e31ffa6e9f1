/** The day to which formulas reckon: they have no clock, so the coordinator's openings and acts note it for them. */
import { readDay, showDay } from "../core/period.ts";
import { asLiteral, type Grid } from "../workbook/grid.ts";
import { SETTINGS_TAB } from "../workbook/schema.ts";
import { readTable } from "../workbook/table.ts";
import { findSettingCell } from "./cells.ts";
import type { Clock } from "./clock.ts";
import type { Tabs } from "./tabs.ts";

/** Notes today's day in the settings, where another one or none stands: one write a day. `settings`: read in this act. */
export function noteToday(tabs: Tabs, settings: Grid, clock: Clock): void {
  const { day } = clock.moment();
  const row = readTable(SETTINGS_TAB, settings).find((entry) => entry.text("key") === "today");
  if (!row || readDay(row.cell("value")) === day) return;
  findSettingCell(tabs.need(SETTINGS_TAB.title), "today")?.setValue(asLiteral(showDay(day)));
}
