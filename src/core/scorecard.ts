/** The scorecard: every indicator of one commune in one year, from valid figures only, decided by integers. */
import type { ElementCode } from "./element.ts";
import { type Activity, gatherEvents } from "./event.ts";
import { INDICATORS, type Indicator, type Measure, type Target } from "./indicator.ts";
import { compareRatios, isNear, meets, neededAdded, neededFixed, percentOf } from "./ratio.ts";
import type { OrgUnit } from "./unit.ts";
import {
  collectValid,
  type DataValue,
  type HistoryValue,
  isCount,
  type ValidFigures,
  type ValidValues,
} from "./value.ts";

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
export type CommuneFigures = {
  readonly year: number;
  readonly units: readonly OrgUnit[];
  readonly values: readonly DataValue[];
  readonly activities: readonly Activity[];
  readonly history: readonly HistoryValue[];
  readonly targets: readonly Target[];
};

/** A numerator over a denominator, and the same at best and at worst while values are missing. */
type Tally = {
  readonly part: number;
  readonly whole: number;
  /** False: there is no data, even where a denominator is known. */
  readonly known: boolean;
  readonly low: number | null;
  readonly high: number | null;
};

/** Last year, as far as it is known: a row may be there, or a total, without the figures being valid. */
type Remembered = {
  readonly valid: ValidValues;
  /** Units with a row for `LD`. */
  readonly ledUnits: ReadonlySet<string>;
  /** Totals by element, then unit. */
  readonly totals: ReadonlyMap<ElementCode, ReadonlyMap<string, number>>;
};

const NO_FIGURES: ReadonlyMap<string, ValidFigures> = new Map();

/** Computes the scorecard of a year. The order of units, values and activities changes nothing. */
export function computeScorecard(figures: CommuneFigures): Scorecard {
  const now = collectValid(reportedValues(figures));
  const before = rememberYear(figures.history.filter((row) => row.year === figures.year - 1));
  const complete = figures.units.filter((unit) => unit.elements.every((element) => now.get(element)?.has(unit.code)));
  return {
    year: figures.year,
    units: { registered: figures.units.length, complete: complete.length },
    indicators: INDICATORS.map((indicator) => computeIndicator(indicator, figures, now, before)),
  };
}

function rememberYear(rows: readonly HistoryValue[]): Remembered {
  const totals = new Map<ElementCode, Map<string, number>>();
  for (const { unit, element, total } of rows) {
    const units = totals.get(element) ?? new Map<string, number>();
    totals.set(element, units);
    if (isCount(total) && !units.has(unit)) units.set(unit, total);
  }
  const ledUnits = new Set(rows.filter((row) => row.element === "LD").map((row) => row.unit));
  return { valid: collectValid(rows), ledUnits, totals };
}

/** Keeps the values that the register asks for: a figure of an element that its unit does not report is no figure. */
function* reportedValues(figures: CommuneFigures): Iterable<DataValue> {
  const reported = new Map(figures.units.map((unit) => [unit.code, new Set(unit.elements)]));
  for (const value of figures.values) if (reported.get(value.unit)?.has(value.element)) yield value;
}

function computeIndicator(
  indicator: Indicator,
  figures: CommuneFigures,
  now: ValidValues,
  before: Remembered,
): IndicatorResult {
  const target = figures.targets.find((candidate) => candidate.code === indicator.target);
  if (!target) throw new Error(`No settings for target ${indicator.target}`);
  const named = { code: indicator.code, name: indicator.name };
  const set = { target: target.threshold, milestone: target.milestones.get(figures.year) ?? null };
  if (indicator.measure.kind === "events") return { ...named, ...set, ...countEvents(figures, target) };

  const tally = tallyNow(indicator.measure, target, figures, now, before);
  const earlier = tallyBefore(indicator.measure, target, figures, before);
  const percent = tally.known ? percentOf(tally.part, tally.whole) : null;
  return {
    ...named,
    ...set,
    numerator: tally.part,
    denominator: tally.whole,
    percent,
    ...judge(tally, percent !== null, target.threshold, earlier),
    low: tally.low,
    high: tally.high,
    previous: earlier.known ? percentOf(earlier.part, earlier.whole) : null,
    national: target.national2030,
  };
}

function countEvents(
  figures: CommuneFigures,
  target: Target,
): Omit<IndicatorResult, "code" | "name" | "target" | "milestone"> {
  const events = gatherEvents(figures.activities, figures.year).length;
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
    national: null,
  };
}

function judge(
  tally: Tally,
  hasData: boolean,
  threshold: number | null,
  earlier: Tally,
): { status: Status; neededFixed: number | null; neededAdded: number | null } {
  const undefinedNeed = { neededFixed: null, neededAdded: null };
  if (!hasData) return { status: "no-data", ...undefinedNeed };
  const { part, whole } = tally;
  if (threshold === null) {
    if (!earlier.known || earlier.whole === 0) return { status: "baseline", ...undefinedNeed };
    const direction = compareRatios(part, whole, earlier.part, earlier.whole);
    return { status: direction > 0 ? "up" : direction < 0 ? "down" : "same", ...undefinedNeed };
  }
  return {
    status: meets(part, whole, threshold) ? "met" : isNear(part, whole, threshold) ? "near" : "unmet",
    neededFixed: neededFixed(part, whole, threshold),
    neededAdded: neededAdded(part, whole, threshold),
  };
}

type RatioMeasure = Exclude<Measure, { kind: "events" }>;

function tallyNow(
  measure: RatioMeasure,
  target: Target,
  figures: CommuneFigures,
  now: ValidValues,
  before: Remembered,
): Tally {
  switch (measure.kind) {
    case "units-led":
      return tallyLedUnits(figures.units, now);
    case "share":
    case "trend":
      return tallyShare(elementsOf(measure, target), excludedBy(measure, target), figures.units, now, before);
    case "quotient":
      return tallyQuotient(measure, now);
  }
}

/** CT1: a unit that has not reported stays in the denominator, and may turn out with or without a woman. */
function tallyLedUnits(units: readonly OrgUnit[], now: ValidValues): Tally {
  const leaders = now.get("LD") ?? NO_FIGURES;
  const inScope = units.filter((unit) => unit.inCt1);
  const reported = inScope.filter((unit) => leaders.has(unit.code));
  const led = reported.filter((unit) => (leaders.get(unit.code)?.women ?? 0) >= 1).length;
  const missing = inScope.length - reported.length;
  const known = reported.length > 0;
  return {
    part: led,
    whole: inScope.length,
    known,
    low: known ? percentOf(led, inScope.length) : 0,
    high: known ? percentOf(led + missing, inScope.length) : 100,
  };
}

function elementsOf(measure: Extract<Measure, { kind: "share" | "trend" }>, target: Target): readonly ElementCode[] {
  return measure.elements ?? target.elements;
}

function excludedBy(measure: RatioMeasure, target: Target): ReadonlySet<string> {
  return new Set(measure.kind === "share" && measure.withoutExcluded ? target.excludedUnits : []);
}

/** CT2, CT2B: Σ women over Σ total; missing seats are bounded by last year's, where it knows every one of them. */
function tallyShare(
  elements: readonly ElementCode[],
  excluded: ReadonlySet<string>,
  units: readonly OrgUnit[],
  now: ValidValues,
  before: Remembered,
): Tally {
  let part = 0;
  let whole = 0;
  let missing = 0;
  let bounded = true;
  for (const element of elements) {
    const figures = now.get(element) ?? NO_FIGURES;
    const earlier = before.totals.get(element);
    for (const unit of units) {
      if (excluded.has(unit.code) || !unit.elements.includes(element)) continue;
      const value = figures.get(unit.code);
      if (value) {
        part += value.women;
        whole += value.total;
        continue;
      }
      const seats = earlier?.get(unit.code);
      if (seats === undefined) bounded = false;
      else missing += seats;
    }
  }
  const known = whole > 0;
  return {
    part,
    whole,
    known,
    low: known && bounded ? percentOf(part, whole + missing) : null,
    high: known && bounded ? percentOf(part + missing, whole + missing) : null,
  };
}

function sumOf(figures: ReadonlyMap<string, ValidFigures>, of: "total" | "women"): number {
  let sum = 0;
  for (const value of figures.values()) sum += value[of];
  return sum;
}

/** CT3–CT5: commune totals; there are no bounds, since nothing is known of a missing one. */
function tallyQuotient(measure: Extract<Measure, { kind: "quotient" }>, values: ValidValues): Tally {
  const numerators = values.get(measure.numerator) ?? NO_FIGURES;
  const denominators = values.get(measure.denominator) ?? NO_FIGURES;
  const part = sumOf(numerators, "women");
  const whole = sumOf(denominators, measure.of);
  const known = numerators.size > 0 && denominators.size > 0 && whole > 0;
  const percent = known ? percentOf(part, whole) : null;
  return { part, whole, known, low: percent, high: percent };
}

/** Last year's figures by the same formula; CT1 over the units that have a row there, all others as far as known. */
function tallyBefore(measure: RatioMeasure, target: Target, figures: CommuneFigures, before: Remembered): Tally {
  switch (measure.kind) {
    case "units-led":
      return tallyLedUnits(
        figures.units.filter((unit) => before.ledUnits.has(unit.code)),
        before.valid,
      );
    case "share":
    case "trend": {
      const excluded = excludedBy(measure, target);
      let part = 0;
      let whole = 0;
      for (const element of elementsOf(measure, target)) {
        for (const [unit, value] of before.valid.get(element) ?? NO_FIGURES) {
          if (excluded.has(unit)) continue;
          part += value.women;
          whole += value.total;
        }
      }
      return { part, whole, known: whole > 0, low: null, high: null };
    }
    case "quotient":
      return tallyQuotient(measure, before.valid);
  }
}
