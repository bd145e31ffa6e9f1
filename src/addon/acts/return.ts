/** The coordinator returns a submitted report to its unit, with the reason. */
import type { Clock } from "../clock.ts";
import type { ActionOutcome, ReasonRequest } from "../rpc/desk.ts";
import { findUnit } from "../workflow/checklist.ts";
import { changeOf, decide, handBack, notIn, readReason, refuse } from "../workflow/decision.ts";

/** Gives a submitted report back to its unit. */
export function returnReport({ unit, digest, reason }: ReasonRequest, clock: Clock): ActionOutcome {
  const words = readReason(reason);
  return decide([unit], clock, (desk) => {
    const { reading, guards } = desk;
    const row = findUnit(reading.board, unit);
    const refusal =
      row.standing.state === "submitted" ? changeOf(row, digest) || guards.whyNotFound(row) : notIn(row, "submitted");
    if (refusal !== "") return refuse(unit, refusal);
    // A unit that must correct figures must be able to.
    return handBack(row, "return", words, desk, clock);
  });
}
