/** Reviews only (sơ kết, tổng kết): the years that they look at, and targets that hold in every one of the plan's years. */
import type { Commune } from "../../core/commune.ts";
import { computePast, type PastRate } from "../../core/past.ts";
import type { Target } from "../../core/plan/plan.ts";
import { meets } from "../../core/ratio.ts";
import { type IndicatorResult, tallyYear } from "../../core/scorecard.ts";
import type { Tally } from "../../core/tally.ts";
import { joinList } from "../vietnamese.ts";
import type { ReportKind } from "./heading.ts";

/** How many years a review looks at: a mid-term one at this and three before it, a final one at the whole period. */
const YEARS = { midterm: 4, final: 6 } as const;

/** The plan's period; the year before it is what all years are measured against. */
export const PERIOD = { first: 2026, last: 2030 } as const;

export type Review = {
  readonly kind: "midterm" | "final";
  /** The years that it looks at, the earliest first; the last is the year of the report. */
  readonly years: readonly number[];
  /** Rates of the earlier years by indicator code. */
  readonly past: ReadonlyMap<number, ReadonlyMap<string, PastRate>>;
  /** This year's tallies by indicator code, with their bounds. */
  readonly now: ReadonlyMap<string, Tally>;
};

/** Gathers the years of a review; undefined for a yearly report. */
export function gatherReview(commune: Commune, kind: ReportKind): Review | undefined {
  if (kind === "year") return undefined;
  const years = Array.from({ length: YEARS[kind] }, (_, index) => commune.year - YEARS[kind] + 1 + index);
  const past = new Map(years.slice(0, -1).map((year) => [year, computePast(commune, year)]));
  return { kind, years, past, now: tallyYear(commune) };
}

/** The plan's years in which a yearly target was met, was not met, or has no data. */
export type YearlyResult = Readonly<Record<"met" | "unmet" | "unknown", readonly number[]>>;

/** Judges a yearly target in each of the plan's years of a review; undefined for other targets. */
export function judgeYearly(result: IndicatorResult, target: Target, review: Review | undefined) {
  const { threshold, dueYear } = target;
  const years = review?.years.filter((year) => year >= PERIOD.first && year <= PERIOD.last) ?? [];
  if (!review || years.length === 0 || dueYear !== null || threshold === null || result.target === null)
    return undefined;
  const thisYear = review.years[review.years.length - 1];
  const isMet = (year: number): boolean | undefined => {
    if (year === thisYear) return result.status === "no-data" ? undefined : result.status === "met";
    const rate = review.past.get(year)?.get(result.code);
    return rate && meets(rate.part, rate.whole, threshold);
  };
  const judged: YearlyResult = {
    met: years.filter((year) => isMet(year) === true),
    unmet: years.filter((year) => isMet(year) === false),
    unknown: years.filter((year) => isMet(year) === undefined),
  };
  return judged;
}

/** `đạt ở 1/3 năm (2028), chưa đạt ở 1/3 năm (2027), chưa có số liệu của 1/3 năm (2026)`. */
export function sayYearly({ met, unmet, unknown }: YearlyResult): string {
  const all = met.length + unmet.length + unknown.length;
  const parts = [
    { words: "đạt ở", years: met },
    { words: "chưa đạt ở", years: unmet },
    { words: "chưa có số liệu của", years: unknown },
  ].filter(({ years }) => years.length > 0);
  return parts
    .map(({ words, years }) => `${words} ${years.length}/${all} năm (${joinList(years.map(String))})`)
    .join(", ");
}
