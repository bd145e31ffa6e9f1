/** KH 131 for tests, and plans that differ from it in one thing. */
import { kh131 } from "../src/core/plan/kh-131.ts";
import type { ElementCode, Indicator, Measure, Plan, Target } from "../src/core/plan/plan.ts";

export const PLAN = kh131();

/** The codes of all data elements, in the order of the forms. */
export const ELEMENT_CODES: readonly ElementCode[] = [...PLAN.elements.values()].map(({ code }) => code);

/** Returns the code of one of KH 131's data elements. */
export function element(text: string): ElementCode {
  const found = PLAN.elements.get(text);
  if (!found) throw new Error(`No data element ${text}`);
  return found.code;
}

/** Changes the targets of KH 131. */
export function withTargets(change: (target: Target) => Target): Plan {
  return { ...PLAN, targets: PLAN.targets.map(change) };
}

/** Changes the measures of KH 131's indicators. */
export function withMeasures(change: (indicator: Indicator) => Measure): Plan {
  return { ...PLAN, indicators: PLAN.indicators.map((indicator) => ({ ...indicator, measure: change(indicator) })) };
}
