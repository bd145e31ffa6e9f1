/** This year against an earlier one, as far as it can be told while units are still missing. */
import { compareRatios, type Ratio } from "./ratio.ts";
import type { Tally } from "./tally.ts";

/** `undecided`: what is still missing can turn the answer, or nothing is known of it. */
export type Comparison = "up" | "same" | "down" | "undecided";

/**
 * Compares this year's rate with an earlier one, exactly. Decided only where both bounds of this year's rate lie on the
 * same side of the earlier rate.
 */
export function compareWithYear(now: Tally, earlier: Ratio): Comparison {
  const { known, low, high } = now;
  if (!known || low === null || high === null) return "undecided";
  const [lowest, highest] = [low, high].map(({ part, whole }) =>
    compareRatios(part, whole, earlier.part, earlier.whole),
  );
  if (lowest !== highest) return "undecided";
  return lowest === 0 ? "same" : lowest === 1 ? "up" : "down";
}
