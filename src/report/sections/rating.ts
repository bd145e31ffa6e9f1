/** One indicator put into words, once for the sentences of section II, its table, Annex I and the outlook. */
import type { Comparison } from "../../core/comparison.ts";
import type { ElementCode, Indicator, Measure, Target } from "../../core/plan/plan.ts";
import { meets } from "../../core/ratio.ts";
import { type IndicatorResult, STATUS_NAMES, type Status } from "../../core/scorecard.ts";
import { countsLeaders, leavesOut, unitsLeftOut } from "../../core/tally.ts";
import type { OrgUnit } from "../../core/unit.ts";
import { type Facts, INVALID, localName, MISSING, NO_DATA, NOTHING } from "../facts.ts";
import { showCount, showPercents, unitInside } from "../vietnamese.ts";
import { judgeYearly, type Review, type YearlyResult } from "./review.ts";

/**
 * How a target stands, as the whole report says it: its status, but `undecided` where a comparison with last year is,
 * and over all its years where a review judges a yearly target. `partial`: met as far as known, some years unknown.
 */
export type Outcome = Status | "undecided" | "partial";

/** An indicator's result, with its target and every figure as text. Empty text: there is no such figure. */
export type Rating = {
  readonly result: IndicatorResult;
  readonly measure: Measure;
  readonly target: Target;
  readonly name: string;
  /** `từ 70% trở lên đến năm 2030`. */
  readonly goal: string;
  /** `từ 70% trở lên`. */
  readonly bareGoal: string;
  /** `≥ 70%`, for tables. */
  readonly shortGoal: string;
  /** `22/30`; without data the reason. */
  readonly figures: string;
  readonly percent: string;
  readonly previous: string;
  readonly low: string;
  readonly high: string;
  readonly national: string;
  readonly outcome: Outcome;
  /** The outcome in words: `Đạt`, `Chưa đạt`, `Đạt 3/5 năm` … */
  readonly verdict: string;
  /** In a review: a yearly target's result in each of the plan's years. */
  readonly yearly: YearlyResult | undefined;
  /** Against last year; undefined where either is unknown. */
  readonly change: Comparison | undefined;
  /** The step set for this year: `từ 35% trở lên`, and whether it is reached. */
  readonly milestone: { readonly goal: string; readonly shortGoal: string; readonly reached: boolean } | undefined;
  /** Units whose figures are still missing or invalid. */
  readonly missing: readonly OrgUnit[];
};

/** Rates every indicator of the scorecard, in its order; yearly targets over the years of the `review`, if it is one. */
export function rateIndicators(facts: Facts, review: Review | undefined): readonly Rating[] {
  return facts.scorecard.indicators.flatMap((result) => {
    const indicator = facts.commune.plan.indicators.find((candidate) => candidate.code === result.code);
    const target = facts.commune.plan.targets.find((candidate) => candidate.code === indicator?.target);
    return indicator && target && isAbout(indicator.measure, facts)
      ? [rate(result, indicator, target, facts, review)]
      : [];
  });
}

/** Leaves out an indicator if no unit holds the role that it counts. */
function isAbout(measure: Measure, { commune }: Facts): boolean {
  if (measure.kind === "units-led" && measure.roles) {
    return commune.units.some((unit) => countsLeaders(measure, unit));
  }
  return !leavesOut(measure) || unitsLeftOut(measure, commune.units).length > 0;
}

function rate(
  result: IndicatorResult,
  indicator: Indicator,
  target: Target,
  facts: Facts,
  review: Review | undefined,
): Rating {
  const { measure } = indicator;
  const events = measure.kind === "events";
  const { percent, comparison, milestone } = result;
  const yearly = judgeYearly(result, target, review);
  const outcome = outcomeOf(result, yearly);
  const shown = showFigures(result);
  return {
    result,
    measure,
    target,
    name: nameOf(indicator, target, facts),
    goal: goalOf(target.threshold, events) + dueOf(target),
    bareGoal: goalOf(target.threshold, events),
    shortGoal:
      indicator.measure.kind === "units-led" && target.threshold === null
        ? NOTHING
        : shortGoalOf(target.threshold, events),
    figures: figuresOf(result, measure, facts),
    ...shown,
    national: result.national === null ? "" : `${result.national}%`,
    outcome,
    verdict: verdictOf(outcome, yearly),
    yearly,
    change: percent === null || comparison === null ? undefined : comparison,
    milestone:
      milestone === null || !Number.isInteger(milestone) || result.status === "no-data"
        ? undefined
        : {
            goal: goalOf(milestone, events),
            shortGoal: shortGoalOf(milestone, events),
            reached: events
              ? result.numerator >= milestone
              : meets(result.numerator, result.denominator ?? 0, milestone),
          },
    missing: missingUnits(measure, facts),
  };
}

function nameOf(indicator: Indicator, target: Target, { commune }: Facts): string {
  if (leavesOut(indicator.measure)) {
    return `Không tính ${unitsLeftOut(indicator.measure, commune.units)
      .map(({ name }) => unitInside(name))
      .join(", ")}`;
  }
  return indicator.measure.kind === "trend" || isPart(indicator.code)
    ? localName(indicator.name, commune.settings.kind)
    : target.name;
}

/** Tells whether an indicator is a sub-rate of a target: `CT2.CUX`. */
export function isPart(code: string): boolean {
  return code.includes(".");
}

function goalOf(threshold: number | null, events: boolean): string {
  if (threshold === null) return "tăng dần";
  if (events) return `từ ${showCount(threshold)} hoạt động trở lên`;
  return threshold === 100 ? "100%" : `từ ${threshold}% trở lên`;
}

function shortGoalOf(threshold: number | null, events: boolean): string {
  if (threshold === null) return "Tăng dần";
  if (events) return `≥ ${showCount(threshold)} hoạt động`;
  return threshold === 100 ? "100%" : `≥ ${threshold}%`;
}

function dueOf(target: Target): string {
  return target.dueYear === null ? " hằng năm" : ` đến năm ${target.dueYear}`;
}

function outcomeOf({ status, target, comparison }: IndicatorResult, yearly: YearlyResult | undefined): Outcome {
  if (yearly) {
    if (yearly.unmet.length > 0) return "unmet";
    if (yearly.met.length === 0) return "no-data";
    return yearly.unknown.length > 0 ? "partial" : "met";
  }
  const isTrend = target === null && status !== "no-data";
  return isTrend && comparison === "undecided" ? "undecided" : status;
}

/** Stands in tables where a comparison is not decided. */
export const UNDECIDED = "Chưa đủ căn cứ";

function verdictOf(outcome: Outcome, yearly: YearlyResult | undefined): string {
  if (yearly && outcome !== "no-data") {
    const { met, unmet, unknown } = yearly;
    const lacking = unknown.length === 0 ? "" : `, ${unknown.length} năm chưa có số liệu`;
    return `Đạt ${met.length}/${met.length + unmet.length + unknown.length} năm${lacking}`;
  }
  return outcome === "undecided" || outcome === "partial" ? UNDECIDED : STATUS_NAMES[outcome];
}

/** Shows all percents of an indicator so that none contradicts a threshold, its near limit, or one of the others. */
function showFigures({ percent, previous, low, high, target, milestone, national }: IndicatorResult) {
  const limits = [target, target === null ? null : (target * 9) / 10, milestone, national].filter(
    (limit) => limit !== null,
  );
  const figures = { percent, previous, low, high };
  const known = Object.values(figures).filter((figure) => figure !== null);
  const texts = new Map(showPercents(known, limits).map((text, index) => [known[index], text]));
  const show = (figure: number | null) => (figure === null ? "" : (texts.get(figure) ?? ""));
  return { percent: show(percent), previous: show(previous), low: show(low), high: show(high) };
}

function elementsOf(measure: Measure): readonly ElementCode[] {
  switch (measure.kind) {
    case "units-led":
      return [measure.element];
    case "share":
    case "trend":
      return measure.elements;
    case "quotient":
      return [...new Set([measure.numerator, measure.denominator])];
    case "events":
      return [];
  }
}

/** Lists the units that an indicator counts. */
function unitsOf(measure: Measure, { commune }: Facts): readonly OrgUnit[] {
  if (measure.kind === "units-led") return commune.units.filter((unit) => countsLeaders(measure, unit));
  const excluded = unitsLeftOut(measure, commune.units);
  return commune.units.filter((unit) => !excluded.includes(unit));
}

function missingUnits(measure: Measure, facts: Facts): readonly OrgUnit[] {
  return unitsOf(measure, facts).filter((unit) =>
    elementsOf(measure).some(
      (element) => unit.elements.includes(element) && facts.standingOf(unit, element) !== "valid",
    ),
  );
}

function figuresOf(result: IndicatorResult, measure: Measure, facts: Facts): string {
  if (result.status === "no-data") return reasonOf(measure, facts);
  const part = showCount(result.numerator);
  return result.denominator === null ? part : `${part}/${showCount(result.denominator)}`;
}

/** Says why an indicator has no data: not reported, reported wrongly, or nothing to count (a denominator of zero). */
function reasonOf(measure: Measure, facts: Facts): string {
  const standings = unitsOf(measure, facts).flatMap((unit) =>
    elementsOf(measure)
      .filter((element) => unit.elements.includes(element))
      .map((element) => facts.standingOf(unit, element)),
  );
  if (standings.includes("invalid")) return INVALID;
  // Some have reported, and that there is nobody to count: “chưa báo cáo” would be untrue of them.
  if (measure.kind !== "quotient" && standings.includes("valid")) return NO_DATA;
  return standings.includes("missing") ? MISSING : NO_DATA;
}

/** Says how many more are needed, for tables: `3 nữ`; nothing needed is `0`. */
export function showNeeded(rating: Rating, needed: number | null): string {
  if (needed === null) return NOTHING;
  if (needed === 0) return "0";
  const unit = { "units-led": "đơn vị", events: "hoạt động", share: "nữ", trend: "nữ", quotient: "nữ" };
  return `${showCount(needed)} ${unit[rating.measure.kind]}`;
}

/** Returns the commune's sum of a women-only element, or undefined if no valid figure is there. */
export function womenOf(facts: Facts, element: string): number | undefined {
  const figures = facts.valid.get(element);
  if (!figures || figures.size === 0) return undefined;
  let sum = 0;
  for (const { women } of figures.values()) sum += women;
  return sum;
}
