/** Earlier years by the same formulas, from the history alone: what mid-term and final reviews set side by side. */
import { percentOf } from "./ratio.ts";
import type { CommuneFigures } from "./scorecard.ts";
import { tallyBefore } from "./tally.ts";
import { rememberYear } from "./year.ts";

/** An indicator's rate in an earlier year. `percent` is unrounded. */
export type PastRate = { readonly part: number; readonly whole: number; readonly percent: number };

/**
 * Computes an earlier year's rates by indicator code; an indicator without data is not there. Events (CT6) never are:
 * the history holds values, no activities.
 */
export function computePast(figures: CommuneFigures, year: number): ReadonlyMap<string, PastRate> {
  const before = rememberYear(
    figures.history.filter((row) => row.year === year),
    figures.plan,
  );
  const rates = new Map<string, PastRate>();
  for (const { code, measure } of figures.plan.indicators) {
    if (measure.kind === "events") continue;
    const { part, whole, known } = tallyBefore(measure, figures.units, before);
    const percent = percentOf(part, whole);
    if (known && percent !== null) rates.set(code, { part, whole, percent });
  }
  return rates;
}
