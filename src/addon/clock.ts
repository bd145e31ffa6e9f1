/** The time of one execution: what moment it is, and whether there is time left before Google cuts it off. */
import type { Moment } from "../core/workflow/deadline.ts";

/** Google ends an execution after six minutes; a tab must be completed before. */
const BUDGET = 4.5 * 60_000;

export type Clock = {
  readonly hasTime: () => boolean;
  readonly year: () => number;
  /** The moment as users read it: `25/11/2026 13:05`, in Vietnam. */
  readonly text: () => string;
  /** The moment in Vietnam. */
  readonly moment: () => Moment;
};

/** Starts a clock. */
export function startClock(now: () => number = Date.now, budget = BUDGET): Clock {
  const start = now();
  const local = () => new Date(now() + 7 * 3_600_000);
  const two = (number: number) => String(number).padStart(2, "0");
  return {
    hasTime: () => now() - start < budget,
    year: () => local().getUTCFullYear(),
    moment: () => {
      const [day = "", rest = ""] = local().toISOString().split("T");
      return { day, time: rest.slice(0, 8) };
    },
    text: () => {
      const at = local();
      const day = `${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()}`;
      return `${day} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
    },
  };
}
