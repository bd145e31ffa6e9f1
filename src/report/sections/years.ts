/** Reviews only: every target's rate in this year and the years before it, side by side (sơ kết, tổng kết). */
import { compareWithYear } from "../../core/comparison.ts";
import type { PastRate } from "../../core/past.ts";
import type { Tally } from "../../core/tally.ts";
import type { Facts } from "../facts.ts";
import { NOTHING } from "../facts.ts";
import { joinList, showCount, showPercents } from "../vietnamese.ts";
import { isPart, type Rating } from "./rating.ts";
import { PERIOD, type Review, sayYearly } from "./review.ts";
import type { Passage } from "./targets.ts";

/** The year against which all years are measured. */
const BASELINE = PERIOD.first - 1;

/** The year in which a review is due (KH 131, VI). */
const DUE = { midterm: 2028, final: PERIOD.last } as const;

const COLUMNS = ["nam_1", "nam_2", "nam_3", "nam_4", "nam_5", "nam_6"] as const;

/** A value for each column of years, the earliest first; columns beyond the years that are told are empty. */
export type YearColumns = Readonly<Record<(typeof COLUMNS)[number], string>>;

export type YearRow = YearColumns & { readonly stt: string; readonly ten: string; readonly muc_tieu: string };

export type YearsReview = {
  readonly passages: readonly Omit<Passage, "so">[];
  /** The years that head the columns: one row, or none. */
  readonly head: readonly YearColumns[];
  /** How many columns hold a year; 0: there is nothing to compare. */
  readonly count: number;
  readonly rows: readonly YearRow[];
};

type YearRate = { readonly year: number; readonly rate: PastRate | undefined };

/** Sets the years side by side, in words and in a table; nothing for a yearly report. */
export function reviewYears(facts: Facts, ratings: readonly Rating[], review: Review | undefined): YearsReview {
  if (!review) return { passages: [], head: [], count: 0, rows: [] };
  const { commune } = facts;
  const { kind, years: all, past } = review;
  const isKnown = (year: number) => year === commune.year || (past.get(year)?.size ?? 0) > 0;
  const years = all.filter(isKnown);
  const missing = all.filter((year) => !isKnown(year) && year >= BASELINE);
  const limits = [...sayEarly(kind, commune.year), ...sayMissing(missing)];
  if (years.length === 1) {
    const alone = `Chưa có số liệu của năm nào trước năm ${commune.year} nên chưa so sánh được kết quả giữa các năm.`;
    return {
      passages: [{ ten: "So sánh kết quả qua các năm", doan: [...sayEarly(kind, commune.year), alone] }],
      head: [],
      count: 0,
      rows: [],
    };
  }
  const ratesOf = ({ result }: Rating): readonly YearRate[] =>
    years.map((year) => ({
      year,
      rate: year === commune.year ? rateNow(result) : past.get(year)?.get(result.code),
    }));
  const main = ratings.filter(({ result, measure }) => !isPart(result.code) || measure.kind === "trend");
  const lines = main.map((rating) => `${rating.name}: ${describe(rating, ratesOf(rating), review)}`);
  return {
    passages: [
      {
        ten: `So sánh kết quả qua các năm ${years[0]}–${commune.year}`,
        doan: [...limits, ...lines.map((line, index) => `- ${line}${index === lines.length - 1 ? "." : ";"}`)],
      },
    ],
    head: [columnsOf(years.map(String))],
    count: years.length,
    rows: tabulate(ratings, ratesOf),
  };
}

/** A review that is made before its time says so: the years to come have no figures. */
function sayEarly(kind: "midterm" | "final", year: number): readonly string[] {
  if (year < PERIOD.first || year >= DUE[kind]) return [];
  const passed = showCount(year - PERIOD.first + 1);
  const what = kind === "midterm" ? "sơ kết" : "tổng kết";
  return [
    `Báo cáo ${what} này lập khi giai đoạn ${PERIOD.first}–${PERIOD.last} mới thực hiện được ${passed} năm; số liệu các năm sau năm ${year} chưa có.`,
  ];
}

function sayMissing(years: readonly number[]): readonly string[] {
  if (years.length === 0) return [];
  return [`Không có số liệu đã lưu của năm ${joinList(years.map(String))} nên không nêu trong phần so sánh.`];
}

function rateNow({ numerator, denominator, percent }: Rating["result"]): PastRate | undefined {
  return percent === null || denominator === null ? undefined : { part: numerator, whole: denominator, percent };
}

function columnsOf(texts: readonly string[]): YearColumns {
  const [nam_1 = "", nam_2 = "", nam_3 = "", nam_4 = "", nam_5 = "", nam_6 = ""] = texts;
  return { nam_1, nam_2, nam_3, nam_4, nam_5, nam_6 };
}

function tabulate(ratings: readonly Rating[], ratesOf: (rating: Rating) => readonly YearRate[]): readonly YearRow[] {
  let number = 0;
  return ratings.map((rating) => {
    const { measure, result, name, shortGoal } = rating;
    const part = isPart(result.code) && measure.kind !== "trend";
    if (!part) number += 1;
    const cells = measure.kind === "events" ? eventsOf(rating, ratesOf(rating)) : showRates(rating, ratesOf(rating));
    return {
      stt: part ? "" : String(number),
      ten: part ? `– ${name}` : name,
      muc_tieu: shortGoal,
      ...columnsOf(cells.map((text) => text || NOTHING)),
    };
  });
}

function eventsOf({ result }: Rating, rates: readonly YearRate[]): readonly string[] {
  return rates.map((_, index) => (index === rates.length - 1 ? showCount(result.numerator) : ""));
}

/** Shows an indicator's rates so that none contradicts its target or another year; unknown ones are empty. */
function showRates({ result }: Rating, rates: readonly YearRate[]): readonly string[] {
  const limits = [result.target, result.milestone, result.national].filter((limit) => limit !== null);
  const known = rates.flatMap(({ rate }) => (rate ? [rate.percent] : []));
  const shown = showPercents(known, limits);
  let next = 0;
  return rates.map(({ rate }) => (rate ? (shown[next++] ?? "") : ""));
}

function describe(rating: Rating, rates: readonly YearRate[], { years, now: tallies }: Review): string {
  const { measure, result, yearly } = rating;
  const now = years[years.length - 1];
  const judged = yearly ? [`mục tiêu hằng năm ${sayYearly(yearly)}`] : [];
  if (measure.kind === "events") {
    const count =
      result.numerator === 0 ? "chưa có hoạt động nào được báo cáo" : `có ${showCount(result.numerator)} hoạt động`;
    const unknown = "số hoạt động của các năm trước không có trong số liệu đã lưu";
    return [`năm ${now} ${count}`, unknown, ...judged].join("; ");
  }
  const shown = showRates(rating, rates);
  const told = rates.flatMap(({ year, rate }, index) => (rate ? [{ year, rate, text: shown[index] ?? "" }] : []));
  const [first, ...later] = told;
  if (!first) return "chưa có số liệu của năm nào";
  const alone = `mới có số liệu năm ${first.year} (${first.text}), chưa so sánh được`;
  if (later.length === 0) return [alone, ...judged].join("; ");
  const list = told.map(({ year, text }) => `${text} (năm ${year})`).join(", ");
  const known = told.map(({ year, rate }) => ({
    year,
    tally: (year === now && tallies.get(result.code)) || whole(rate),
  }));
  return [list, compare(known), ...judged].join("; ");
}

type YearTally = { readonly year: number; readonly tally: Tally };

/** An earlier year: nothing of it is still to come. */
function whole({ part, whole }: PastRate): Tally {
  const rate = { part, whole };
  return { ...rate, known: true, low: rate, high: rate };
}

const WAYS = { up: "tăng so với", same: "bằng", down: "giảm so với", undecided: "chưa đủ căn cứ so sánh với" } as const;

/** Tells the way of a rate: step by step where it never turns, else from the first year to the last. */
function compare(told: readonly YearTally[]): string {
  const [first, last] = [told[0], told[told.length - 1]];
  if (!first || !last) return "";
  const steps = told.slice(1).map(({ tally }, index) => compareWithYear(tally, told[index]?.tally ?? tally));
  const each = last.year - first.year === steps.length ? "từng năm" : "các năm có số liệu";
  if (steps.length > 1 && steps.every((step) => step === "up")) return `tăng qua ${each}`;
  if (steps.length > 1 && steps.every((step) => step === "down")) return `giảm qua ${each}`;
  return `${WAYS[compareWithYear(last.tally, first.tally)]} năm ${first.year}`;
}
