/**
 * Data checks: everything that is missing, contradictory or doubtful in a commune's figures, all at once. What a user
 * typed never throws here. Where a figure stands in the workbook is not known here; the workbook layer adds it.
 */
import { checkActivities } from "./check/activity.ts";
import { checkHistory, checkRoles } from "./check/commune.ts";
import { checkFund, checkTask } from "./check/duty.ts";
import type { CheckedFigures } from "./check/figures.ts";
import { checkGarbled } from "./check/garbled.ts";
import type { Issue } from "./check/issue.ts";
import { checkMailboxes, checkPrivacy } from "./check/privacy.ts";
import { checkValues } from "./check/values.ts";

export type { CheckedFigures } from "./check/figures.ts";
export type { Issue, Severity, Subject } from "./check/issue.ts";

/** Lists every issue, unit by unit in the order of the register, then those of the commune. */
export function checkFigures(figures: CheckedFigures): readonly Issue[] {
  const order = new Map(figures.units.map((unit, index) => [unit.code, index]));
  const rank = (issue: Issue) => order.get(issue.unit) ?? figures.units.length;
  return [
    ...checkValues(figures),
    ...checkActivities(figures),
    ...figures.tasks.flatMap(checkTask),
    ...figures.funds.flatMap(checkFund),
    ...checkPrivacy(figures),
    ...checkGarbled(figures),
    ...checkMailboxes(figures.units),
    ...checkHistory(figures.history, figures.plan),
    ...checkRoles(figures),
  ].sort((one, other) => rank(one) - rank(other));
}
