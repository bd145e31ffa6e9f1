/**
 * The one description of the workbook's tabs: titles, columns, what may be typed, help. Set-up, reading, checks and the
 * documentation derive from it. The units' forms have a layout of their own in `form.ts`. Everything is imported from
 * here; only the parts in `schema/` import one another.
 */
import { DATA_TAB } from "./schema/block.ts";
import { ISSUES_TAB, SCORECARD_TAB } from "./schema/computed.ts";
import { HAMLETS_TAB } from "./schema/hamlets.ts";
import { ELEMENTS_TAB, MILESTONES_TAB, NARRATIVE_TAB, SETTINGS_TAB, TARGETS_TAB, TASKS_TAB } from "./schema/plan.ts";
import { ARCHIVE_TAB, HISTORY_TAB, LOG_TAB, RIGHTS_TAB } from "./schema/records.ts";
import { UNITS_TAB } from "./schema/register.ts";

export * from "./schema/block.ts";
export { UNIT_COLOUR } from "./schema/colours.ts";
export * from "./schema/computed.ts";
export * from "./schema/hamlets.ts";
export * from "./schema/plan.ts";
export * from "./schema/records.ts";
export * from "./schema/register.ts";
export * from "./schema/tab.ts";

/** Titles of the tabs that are not one table. */
export const GUIDE_TITLE = "Hướng dẫn";
export const HAMLET_FORMS_TITLE = "Hoạt động ấp";
export const TEMPLATE_TITLE = "Mẫu biểu";

/** The titles of all tabs but the units' forms, in the order of the tabs. */
export const OWN_TITLES: readonly string[] = [
  GUIDE_TITLE,
  SCORECARD_TAB.title,
  ISSUES_TAB.title,
  SETTINGS_TAB.title,
  TARGETS_TAB.title,
  ELEMENTS_TAB.title,
  MILESTONES_TAB.title,
  TASKS_TAB.title,
  UNITS_TAB.title,
  HAMLETS_TAB.title,
  HAMLET_FORMS_TITLE,
  HISTORY_TAB.title,
  NARRATIVE_TAB.title,
  DATA_TAB.title,
  LOG_TAB.title,
  RIGHTS_TAB.title,
  ARCHIVE_TAB.title,
  TEMPLATE_TITLE,
];
