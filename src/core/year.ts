/** A year's valid figures, gathered once for all tallies: this year's seats, reported and missing, and last year's. */
import { type ElementCode, elementOf, elementsIn, leaderElements, type Plan } from "./plan/plan.ts";
import type { OrgUnit } from "./unit.ts";
import { collectValid, type HistoryValue, isCount, type ValidValues, validFigures } from "./value.ts";

/** Last year, as far as it is known: a row may be there, or its total, without the figures being valid. */
export type LastYear = {
  readonly valid: ValidValues;
  /** Units with a row for their leaders. */
  readonly ledUnits: ReadonlySet<string>;
  /** Totals of the rows that are not valid, by element, then unit; undefined: not even the total is known. */
  readonly otherTotals: ReadonlyMap<string, ReadonlyMap<string, number | undefined>>;
};

/** Seats of one data element: those reported, and those of units that are missing. */
export type Seats = {
  readonly women: number;
  readonly total: number;
  /** Last year's seats of the units that are missing. */
  readonly missing: number;
  /** Units that are missing, and whose seats nobody knows. */
  readonly unknown: number;
};

/** This year, as the tallies need it. */
export type ThisYear = {
  readonly units: readonly OrgUnit[];
  readonly valid: ValidValues;
  /** Seats by element, over all units that report it. */
  readonly seats: ReadonlyMap<string, Seats>;
  /** Codes of the units that are missing for an element at least. */
  readonly incomplete: ReadonlySet<string>;
};

/** Keeps what this year's tallies ask of last year; `rows` are last year's only. */
export function rememberYear(rows: readonly HistoryValue[], plan: Plan): LastYear {
  const valid = collectValid(rows, plan);
  const leaders = leaderElements(plan);
  const ledUnits = new Set<string>();
  const otherTotals = new Map<string, Map<string, number | undefined>>();
  for (const { unit, element, total, women } of rows) {
    if (leaders.includes(element)) ledUnits.add(unit);
    if (validFigures(elementOf(plan, element), total, women)) continue;
    const units = otherTotals.get(element) ?? new Map<string, number | undefined>();
    otherTotals.set(element, units);
    if (!units.has(unit)) units.set(unit, isCount(total) ? total : undefined);
  }
  return { valid, ledUnits, otherTotals };
}

/** Gathers this year's valid figures into seats, so that the tallies read each unit once. */
export function gatherYear(units: readonly OrgUnit[], valid: ValidValues, before: LastYear, plan: Plan): ThisYear {
  const incomplete = new Set<string>();
  const seats = new Map(
    elementsIn(plan).map(({ code }) => [code, countSeats(code, units, valid, before, (unit) => incomplete.add(unit))]),
  );
  return { units, valid, seats, incomplete };
}

/** Counts the seats of one element over these units; tells of every unit that is missing for it. */
export function countSeats(
  element: ElementCode,
  units: readonly OrgUnit[],
  valid: ValidValues,
  before: LastYear,
  onMissing: (unit: string) => void = () => {},
): Seats {
  const figures = valid.get(element);
  let [women, total, missing, unknown] = [0, 0, 0, 0];
  for (const unit of units) {
    if (!unit.elements.includes(element)) continue;
    const reported = figures?.get(unit.code);
    if (reported) {
      women += reported.women;
      total += reported.total;
      continue;
    }
    onMissing(unit.code);
    const earlier = totalBefore(before, element, unit.code);
    if (earlier === undefined) unknown += 1;
    else missing += earlier;
  }
  return { women, total, missing, unknown };
}

function totalBefore(before: LastYear, element: ElementCode, unit: string): number | undefined {
  return before.valid.get(element)?.get(unit)?.total ?? before.otherTotals.get(element)?.get(unit);
}
