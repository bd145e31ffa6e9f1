/** Tallies: from valid figures to numerators, denominators and their bounds. Judges nothing and knows no threshold. */
import type { ElementCode, Measure } from "./plan/plan.ts";
import type { Ratio } from "./ratio.ts";
import { meansUnit, readRole } from "./role.ts";
import type { OrgUnit } from "./unit.ts";
import type { ValidFigures, ValidValues } from "./value.ts";
import { countSeats, type LastYear, type Seats, type ThisYear } from "./year.ts";

/** A numerator over a denominator, and the same at worst and at best while values are missing. */
export type Tally = Ratio & {
  /** False: there is no data, even where a denominator is known. */
  readonly known: boolean;
  /** null: unknown. */
  readonly low: Ratio | null;
  readonly high: Ratio | null;
};

export type RatioMeasure = Exclude<Measure, { kind: "events" }>;

const NO_FIGURES: ReadonlyMap<string, ValidFigures> = new Map();
/** The units that a measure is about are not known. */
const UNKNOWN: Tally = { part: 0, whole: 0, known: false, low: null, high: null };
const NO_SEATS: Seats = { women: 0, total: 0, missing: 0, unknown: 0 };

/** Tallies an indicator of this year. */
export function tallyNow(measure: RatioMeasure, now: ThisYear, before: LastYear): Tally {
  switch (measure.kind) {
    case "units-led": {
      const inScope = ledUnits(measure, now.units);
      return measure.roles && inScope.length === 0 ? UNKNOWN : tallyLedUnits(measure.element, inScope, now.valid);
    }
    case "share":
    case "trend": {
      const { elements } = measure;
      const excluded = excludedBy(measure, now.units);
      if (excluded === undefined) return tallySeats(elements.map((element) => now.seats.get(element) ?? NO_SEATS));
      if (excluded.size === 0) return UNKNOWN;
      const others = now.units.filter((unit) => !excluded.has(unit.code));
      return tallySeats(elements.map((element) => countSeats(element, others, now.valid, before)));
    }
    case "quotient":
      return tallyQuotient(measure, now.valid, now.units);
  }
}

/**
 * Tallies last year by the same formula: QG1 over today's holders of its roles (or units of its types) that have a row
 * there; CT1 over the units that have a row there, unless the register keeps them out of CT1's scope; all others as far
 * as they are known.
 */
export function tallyBefore(measure: RatioMeasure, units: readonly OrgUnit[], before: LastYear): Tally {
  switch (measure.kind) {
    case "units-led": {
      if (measure.roles || measure.types) {
        const inScope = ledUnits(measure, units).filter((unit) => before.ledUnits.has(unit));
        return tallyLedUnits(measure.element, inScope, before.valid);
      }
      const outside = new Set(units.filter((unit) => !unit.inCt1).map((unit) => unit.code));
      const inScope = [...before.ledUnits].filter((unit) => !outside.has(unit));
      return tallyLedUnits(measure.element, inScope, before.valid);
    }
    case "share":
    case "trend": {
      const excluded = excludedBy(measure, units);
      if (excluded?.size === 0) return UNKNOWN;
      const isExcluded = excluded && excludedThen(excluded, wordsLeftOut(measure), units);
      let part = 0;
      let whole = 0;
      for (const element of measure.elements) {
        for (const [unit, figures] of before.valid.get(element) ?? NO_FIGURES) {
          if (isExcluded?.(unit)) continue;
          part += figures.women;
          whole += figures.total;
        }
      }
      return { part, whole, known: whole > 0, low: null, high: null };
    }
    case "quotient":
      return tallyQuotient(measure, before.valid);
  }
}

/**
 * Returns the units that a measure leaves out; absent: it leaves out none by its nature. None of the scope's words may
 * mean a unit of the register: then nothing is known, for the indicator would be another one under its name.
 */
function excludedBy(measure: Measure, units: readonly OrgUnit[]): ReadonlySet<string> | undefined {
  return leavesOut(measure) ? new Set(unitsLeftOut(measure, units).map(({ code }) => code)) : undefined;
}

function wordsLeftOut(measure: Measure): readonly string[] {
  return measure.kind === "share" ? (measure.without ?? []) : [];
}

/** Tells whether a measure leaves units out by its nature. */
export function leavesOut(measure: Measure): boolean {
  return measure.kind === "share" && measure.without !== undefined;
}

/** Of a unit that the register has no more only the code is left: it may still say a role. */
function excludedThen(
  excluded: ReadonlySet<string>,
  words: readonly string[],
  units: readonly OrgUnit[],
): (code: string) => boolean {
  const known = new Set(units.map(({ code }) => code));
  const roles = new Set(words.flatMap((word) => readRole(word) ?? []));
  const saysRole = (code: string) => {
    const role = readRole(code);
    return role !== undefined && roles.has(role);
  };
  return (code) => excluded.has(code) || (!known.has(code) && (words.includes(code) || saysRole(code)));
}

/** Lists the units that a measure leaves out. */
export function unitsLeftOut(measure: Measure, units: readonly OrgUnit[]): readonly OrgUnit[] {
  const words = wordsLeftOut(measure);
  return units.filter((unit) => words.some((word) => meansUnit(word, unit)));
}

/** Lists the codes of the units among whose leaders a woman is looked for. */
function ledUnits(measure: Extract<Measure, { kind: "units-led" }>, units: readonly OrgUnit[]): readonly string[] {
  return units.filter((unit) => countsLeaders(measure, unit)).map(({ code }) => code);
}

/** Tells whether a unit is one of those among whose leaders a woman is looked for. */
export function countsLeaders({ roles, types }: Extract<Measure, { kind: "units-led" }>, unit: OrgUnit): boolean {
  if (!roles && !types) return unit.inCt1;
  return types?.includes(unit.type) === true || unit.roles.some((role) => roles?.includes(role));
}

/** CT1, QG1: a unit that has not reported stays in the denominator, and may turn out with or without a woman. */
function tallyLedUnits(element: ElementCode, inScope: readonly string[], valid: ValidValues): Tally {
  const leaders = valid.get(element) ?? NO_FIGURES;
  let led = 0;
  let missing = 0;
  for (const unit of inScope) {
    const figures = leaders.get(unit);
    if (!figures) missing += 1;
    else if (figures.women >= 1) led += 1;
  }
  const whole = inScope.length;
  const known = missing < whole;
  return {
    part: led,
    whole,
    known,
    low: whole === 0 ? { part: 0, whole: 1 } : { part: led, whole },
    high: whole === 0 ? { part: 1, whole: 1 } : { part: led + missing, whole },
  };
}

/** CT2, CT2B: Σ women over Σ total; missing seats are bounded by last year's, where it knows every one of them. */
function tallySeats(seats: readonly Seats[]): Tally {
  let [part, whole, missing, unknown] = [0, 0, 0, 0];
  for (const sum of seats) {
    part += sum.women;
    whole += sum.total;
    missing += sum.missing;
    unknown += sum.unknown;
  }
  const known = whole > 0;
  const bounded = known && unknown === 0;
  return {
    part,
    whole,
    known,
    low: bounded ? { part, whole: whole + missing } : null,
    high: bounded ? { part: part + missing, whole: whole + missing } : null,
  };
}

function sumOf(figures: ReadonlyMap<string, ValidFigures>, of: "total" | "women"): number {
  let sum = 0;
  for (const value of figures.values()) sum += value[of];
  return sum;
}

/** CT3–CT5: commune totals. While one of the `units` that report them is missing, nothing is known of its bounds. */
function tallyQuotient(
  measure: Extract<Measure, { kind: "quotient" }>,
  values: ValidValues,
  units: readonly OrgUnit[] = [],
): Tally {
  const numerators = values.get(measure.numerator) ?? NO_FIGURES;
  const part = sumOf(numerators, "women");
  const whole = sumOf(values.get(measure.denominator) ?? NO_FIGURES, measure.of);
  const known = numerators.size > 0 && whole > 0;
  const isMissing = [measure.numerator, measure.denominator].some((element) =>
    units.some(({ code, elements }) => elements.includes(element) && !values.get(element)?.has(code)),
  );
  const only = known && !isMissing ? { part, whole } : null;
  return { part, whole, known, low: only, high: only };
}
