/**
 * Who may type where. A tab's protection is the coordinator's, with holes over the input cells; as holes are open to
 * every editor of the workbook, one more protection over each unit's block lets in that unit and the coordinator alone.
 */
import type { OrgUnit } from "../../core/unit.ts";
import { blockColumn } from "../form.ts";
import type { PlanStep } from "../plan.ts";

/** The columns of a block in which anything is typed: from its text on. */
export const FIRST_INPUT = blockColumn("text");
export const INPUT_COLUMNS = blockColumn("link") - FIRST_INPUT + 1;

/**
 * Guards a unit's cells. Without a mailbox, and once its report is approved, only the coordinator may type there, and the
 * label says why and what to do.
 */
export function guardStep(unit: OrgUnit, tab: string, range: string, isApproved: boolean): Guard {
  if (isApproved) return { do: "guard", tab, label: lockedLabel(unit.name), range, mailboxes: [] };
  const label = unit.mailboxes.length === 0 ? `${unit.name} – chưa có hộp thư, người tổng hợp nhập` : unit.name;
  return { do: "guard", tab, label, range, mailboxes: unit.mailboxes };
}

/** A step that guards cells. */
export type Guard = Extract<PlanStep, { do: "guard" }>;

const LOCKED_ENDING = " – báo cáo đã duyệt nên khóa; người tổng hợp mở lại được";

/** Labels the lock of a unit's cells. */
export function lockedLabel(name: string): string {
  return `${name}${LOCKED_ENDING}`;
}

/** Tells whether a label is that of a lock, whatever its unit was called. */
export function isLockedLabel(label: string): boolean {
  return label.endsWith(LOCKED_ENDING);
}
