/** The coordinator opens an approved report again, with the reason. */
import type { Clock } from "../clock.ts";
import type { ActionOutcome, ReasonRequest } from "../rpc/desk.ts";
import { findUnit } from "../workflow/checklist.ts";
import { decide, handBack, notIn, readReason, refuse } from "../workflow/decision.ts";

/** Opens an approved report again, and unlocks its cells. */
export function reopenReport({ unit, reason }: ReasonRequest, clock: Clock): ActionOutcome {
  const words = readReason(reason);
  return decide([unit], clock, (desk) => {
    const { reading, guards } = desk;
    const row = findUnit(reading.board, unit);
    const refusal = row.isLocked ? guards.whyNotFound(row) : notIn(row, "approved");
    if (refusal !== "") return refuse(unit, refusal);
    return handBack(row, "reopen", words, desk, clock);
  });
}
