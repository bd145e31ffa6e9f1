/** The scorecard: every indicator of one commune in one year, from valid figures only, decided by integers. */
import { type Comparison, compareWithYear } from "./comparison.ts";
import { type Activity, type Dates, eventsOfForms, gatherEvents } from "./event.ts";
import type { Indicator, Measure, Plan, Target } from "./plan/plan.ts";
import { compareRatios, judgeRatio, neededAdded, neededFixed, percentOf, type Ratio } from "./ratio.ts";
import { type Tally, tallyBefore, tallyNow } from "./tally.ts";
import type { OrgUnit } from "./unit.ts";
import { collectValid, type DataValue, type HistoryValue } from "./value.ts";
import { gatherYear, type LastYear, rememberYear, type ThisYear } from "./year.ts";

export const STATUSES = ["met", "near", "unmet", "no-data", "baseline", "up", "same", "down"] as const;

export type Status = (typeof STATUSES)[number];

/** The legend: statuses in the words that users read, always beside the colour. */
export const STATUS_NAMES: Readonly<Record<Status, string>> = {
  met: "Đạt",
  near: "Gần đạt",
  unmet: "Chưa đạt",
  "no-data": "Chưa có số liệu",
  baseline: "Năm gốc",
  up: "Tăng",
  same: "Giữ nguyên",
  down: "Giảm",
};

/** What an indicator came to. Field names are public (`score --json`). */
export type IndicatorResult = {
  readonly code: string;
  readonly name: string;
  readonly numerator: number;
  /** null: there is none (CT6). */
  readonly denominator: number | null;
  /** Unrounded; null without data, and for CT6. */
  readonly percent: number | null;
  /** Percent; CT6: events; null: no threshold. */
  readonly target: number | null;
  /** The step set for this year, in the unit of `target`; null where none is. */
  readonly milestone: number | null;
  readonly status: Status;
  /** Women (CT1: units, CT6: events) still needed while the seats stay; null: undefined. */
  readonly neededFixed: number | null;
  /** Women still needed when each comes with a seat of her own; null: undefined or not enough at any number. */
  readonly neededAdded: number | null;
  /** Bounds of `percent` while values are missing; null: unknown. */
  readonly low: number | null;
  readonly high: number | null;
  /** Last year's percent by the same formula, or null. */
  readonly previous: number | null;
  /** Against last year, as far as that is decided; null without last year. */
  readonly comparison: Comparison | null;
  /** The national programme's percent for 2030, or null. */
  readonly national: number | null;
};

export type Scorecard = {
  readonly year: number;
  /** `complete`: units with a valid value for every element that they report. */
  readonly units: { readonly registered: number; readonly complete: number };
  readonly indicators: readonly IndicatorResult[];
};

/** All that the scorecard is computed from. */
export type CommuneFigures = Dates & {
  readonly units: readonly OrgUnit[];
  readonly values: readonly DataValue[];
  readonly activities: readonly Activity[];
  readonly history: readonly HistoryValue[];
  readonly plan: Plan;
};

/** Tallies this year's rates by indicator code; events (CT6) have none. */
export function tallyYear(figures: CommuneFigures): ReadonlyMap<string, Tally> {
  const { now, before } = gatherYears(figures);
  return new Map(
    figures.plan.indicators.flatMap(({ code, measure }) =>
      measure.kind === "events" ? [] : [[code, tallyNow(measure, now, before)]],
    ),
  );
}

/** Computes the scorecard of a year. The order of units, values and activities changes nothing. */
export function computeScorecard(figures: CommuneFigures): Scorecard {
  const { now, before } = gatherYears(figures);
  const complete = figures.units.filter((unit) => !now.incomplete.has(unit.code));
  return {
    year: figures.year,
    units: { registered: figures.units.length, complete: complete.length },
    indicators: figures.plan.indicators.map((indicator) => computeIndicator(indicator, figures, now, before)),
  };
}

function gatherYears(figures: CommuneFigures): { readonly now: ThisYear; readonly before: LastYear } {
  const valid = collectValid(reportedValues(figures), figures.plan);
  const before = rememberYear(
    figures.history.filter((row) => row.year === figures.year - 1),
    figures.plan,
  );
  return { now: gatherYear(figures.units, valid, before, figures.plan), before };
}

function percentOrNull(ratio: Ratio | null): number | null {
  return ratio && percentOf(ratio.part, ratio.whole);
}

/** Keeps the values that the register asks for: a figure of an element that its unit does not report is no figure. */
function reportedValues(figures: CommuneFigures): readonly DataValue[] {
  const reported = new Map(figures.units.map((unit) => [unit.code, unit.elements]));
  return figures.values.filter((value) => reported.get(value.unit)?.includes(value.element));
}

function computeIndicator(
  indicator: Indicator,
  figures: CommuneFigures,
  now: ThisYear,
  before: LastYear,
): IndicatorResult {
  const { measure } = indicator;
  const target = figures.plan.targets.find((candidate) => candidate.code === indicator.target);
  if (!target) throw new Error(`No target ${indicator.target}`);
  const named = { code: indicator.code, name: indicator.name };
  const set = { target: target.threshold, milestone: target.milestones.get(figures.year) ?? null };
  if (measure.kind === "events") return { ...named, ...set, ...countEvents(figures, measure, target) };

  const tally = tallyNow(measure, now, before);
  const earlier = tallyBefore(measure, figures.units, before);
  return {
    ...named,
    ...set,
    numerator: tally.part,
    denominator: tally.whole,
    percent: tally.known ? percentOf(tally.part, tally.whole) : null,
    ...judge(tally, target, earlier),
    low: percentOrNull(tally.low),
    high: percentOrNull(tally.high),
    previous: earlier.known ? percentOf(earlier.part, earlier.whole) : null,
    comparison: earlier.known ? compareWithYear(tally, earlier) : null,
    national: target.national2030,
  };
}

/** CT6: distinct events; there is no rate, so nothing is near. */
function countEvents(
  figures: CommuneFigures,
  measure: Extract<Measure, { kind: "events" }>,
  target: Target,
): Omit<IndicatorResult, "code" | "name" | "target" | "milestone"> {
  const events = eventsOfForms(gatherEvents(figures.activities, figures), measure.forms).length;
  const missing = Math.max(0, (target.threshold ?? 0) - events);
  return {
    numerator: events,
    denominator: null,
    percent: null,
    status: missing === 0 ? "met" : "unmet",
    neededFixed: missing,
    neededAdded: null,
    low: null,
    high: null,
    previous: null,
    comparison: null,
    national: null,
  };
}

/** Decides the status by integers, and says how many women are still needed. */
function judge(
  tally: Tally,
  { threshold, near }: Target,
  earlier: Tally,
): { status: Status; neededFixed: number | null; neededAdded: number | null } {
  const undefinedNeed = { neededFixed: null, neededAdded: null };
  if (!tally.known) return { status: "no-data", ...undefinedNeed };
  const { part, whole } = tally;
  if (threshold === null) {
    if (!earlier.known) return { status: "baseline", ...undefinedNeed };
    const direction = compareRatios(part, whole, earlier.part, earlier.whole);
    return { status: direction > 0 ? "up" : direction < 0 ? "down" : "same", ...undefinedNeed };
  }
  return {
    status: judgeRatio(part, whole, threshold, near),
    neededFixed: neededFixed(part, whole, threshold),
    neededAdded: neededAdded(part, whole, threshold),
  };
}
