/**
 * What the report claims is so: an independent reader takes “đạt”, “tăng”, “giảm” … out of its sentences and holds them
 * against the figures, over communes made at random: units missing, ties, zeros, several years.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Commune } from "../../src/core/commune.ts";
import type { HistoryValue } from "../../src/core/value.ts";
import type { ReportModel } from "../../src/report/model.ts";
import { element } from "../plan.ts";
import { communeOf, type Figure, type Row, reportOf, SETTINGS, VHXH } from "./communes.ts";

const HAMLETS: readonly Row[] = [
  ["AP1", "Ấp 1", "ap"],
  ["AP2", "Ấp 2", "ap"],
  ["AP3", "Ấp 3", "ap"],
];
const TRAINED = "nữ cán bộ, công chức, viên chức trong quy hoạch được đào tạo, bồi dưỡng ít nhất một lớp";
const EVENTS = "hoạt động tuyên truyền, sinh hoạt chuyên đề, hội nghị phổ biến pháp luật về bình đẳng giới";
const TEAMS = "nữ trong tổ hòa giải";

/** Few seats, so that rates are often the same, or nought. */
const seats = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.nat(4))
  .map(([total, women]) => [total, Math.min(total, women)]);
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined, freq: 2 });

/** Each ấp's tổ hòa giải and the training of the commune, year by year from 2025; undefined: not reported. */
const years = fc.array(
  fc.record({
    teams: fc.tuple(maybe(seats), maybe(seats), maybe(seats)),
    trained: maybe(fc.integer({ min: 6, max: 10 })),
  }),
  { minLength: 2, maxLength: 6 },
);

type Year = { readonly teams: readonly (readonly number[] | undefined)[]; readonly trained: number | undefined };

const cases = fc.record({
  years,
  events: fc.nat(3),
  kind: fc.constantFrom<"year" | "midterm" | "final">("year", "midterm", "final"),
});

/** The figures of one year, in the order unit, element, total, women. */
function figuresOf({ teams, trained }: Year): readonly Figure[] {
  const ofTeams = teams.flatMap((pair, index): readonly Figure[] =>
    pair ? [[`AP${index + 1}`, "THG", pair[0], pair[1]]] : [],
  );
  const training: readonly (readonly [string, number])[] =
    trained === undefined
      ? []
      : [
          ["QHC", 10],
          ["DTN", trained],
        ];
  return [...ofTeams, ...training.map(([element, women]): Figure => ["VHXH", element, undefined, women])];
}

function communeFrom(all: readonly Year[], events: number): Commune {
  const now = 2025 + all.length - 1;
  const history = all.slice(0, -1).flatMap((year, index) =>
    figuresOf(year).map(
      ([unit, code, total, women]): HistoryValue => ({
        year: 2025 + index,
        unit,
        element: element(code),
        total,
        women,
      }),
    ),
  );
  const activities = Array.from({ length: events }, (_, slot) => ({
    unit: "VHXH",
    slot,
    day: `${now}-03-0${slot + 1}`,
    dateTyped: "",
    theme: `Chủ đề ${slot + 1}`,
    kind: "",
    coOrganisers: [],
    participants: undefined,
    women: undefined,
    link: "",
  }));
  const rest = { year: now, settings: { ...SETTINGS, year: now }, history, activities };
  return communeOf([VHXH, ...HAMLETS], figuresOf(all[all.length - 1] ?? { teams: [], trained: undefined }), rest);
}

/** All ways in which this year may end against an earlier one: every missing ấp with last year's seats, 0 to all of them women. */
function endings(all: readonly Year[], against: Year): ReadonlySet<string> {
  const [now, last] = [all[all.length - 1], all[all.length - 2]];
  const sum = (pairs: readonly (readonly number[] | undefined)[], at: 0 | 1) =>
    pairs.reduce((total, pair) => total + (pair?.[at] ?? 0), 0);
  const [before, womenBefore] = [sum(against.teams, 0), sum(against.teams, 1)];
  let missing = 0;
  for (const [index, pair] of (now?.teams ?? []).entries()) {
    if (pair) continue;
    const seatsBefore = last?.teams[index]?.[0];
    if (seatsBefore === undefined) return new Set(["tăng", "giữ nguyên", "giảm"]);
    missing += seatsBefore;
  }
  const [total, women] = [sum(now?.teams ?? [], 0) + missing, sum(now?.teams ?? [], 1)];
  return new Set(
    Array.from({ length: missing + 1 }, (_, more) => {
      const difference = (women + more) * before - womenBefore * total;
      return difference > 0 ? "tăng" : difference < 0 ? "giảm" : "giữ nguyên";
    }),
  );
}

const isKnown = (year: Year | undefined) => year?.teams.some((pair) => pair) ?? false;

function sentencesOf(model: ReportModel): string {
  const passages = model.muc_tieu.flatMap(({ doan }) => doan);
  return [...model.tom_tat, ...passages, ...model.phuong_huong].join("\n");
}

/** The names under one verdict of the summary. */
function under(model: ReportModel, verdict: string): string {
  const [first = ""] = model.tom_tat;
  if (first.includes(`tất cả đều ${verdict.toLowerCase()}`)) return `${TRAINED}; ${EVENTS}`;
  return model.tom_tat.find((line) => line.startsWith(`- ${verdict}`)) ?? "";
}

describe("what a report claims", () => {
  it("of a rise or a fall is so whatever the missing units report", () => {
    fc.assert(
      fc.property(cases, ({ years: all, events, kind }) => {
        const model = reportOf(communeFrom(all, events), { kind });
        const [now, last] = [all[all.length - 1], all[all.length - 2]];
        const text = sentencesOf(model);
        const claims = [
          /nữ trong tổ hòa giải (tăng|giữ nguyên|giảm) so với năm trước/.exec(text)?.[1],
          /^- Nữ trong tổ hòa giải: .*?, (tăng|giữ nguyên|giảm) so với năm \d+ \(/m.exec(text)?.[1],
          /^- Nữ trong tổ hòa giải: có giải pháp để tỷ lệ tăng trở lại/m.test(text) ? "giảm" : undefined,
          ...[...model.bang_muc_tieu, ...model.phu_luc_1]
            .filter(({ ten }) => ten.toLowerCase() === TEAMS)
            .flatMap(({ so_sanh, danh_gia }) => [so_sanh, danh_gia])
            .map((word) => /^(?:tăng|giữ nguyên|giảm)$/.exec(word.toLowerCase())?.[0]),
        ].filter((claim) => claim !== undefined);
        if (!isKnown(now) || !isKnown(last) || !last) {
          expect(claims).toEqual([]);
          return;
        }
        const ends = endings(all, last);
        // Decided: said everywhere alike. Undecided: said nowhere, and told so.
        expect(new Set(claims)).toEqual(ends.size === 1 ? ends : new Set());
        expect(/tổ hòa giải chưa đủ căn cứ so sánh/.test(text)).toBe(ends.size > 1);
      }),
      { numRuns: 80 },
    );
  });

  it("of the way through the years is so whatever the missing units report", () => {
    fc.assert(
      fc.property(cases, ({ years: all, events, kind }) => {
        const model = reportOf(communeFrom(all, events), { kind: kind === "year" ? "final" : kind });
        const line = model.muc_tieu.slice(-1)[0]?.doan.find((text) => text.startsWith("- Nữ trong tổ hòa giải:")) ?? "";
        const found = /; (tăng|giảm|bằng)(?: so với)? năm (\d+)[;.]/.exec(line);
        const through = /; (tăng|giảm) qua /.exec(line);
        if (!isKnown(all[all.length - 1])) return;
        const told = [...line.matchAll(/\(năm (\d+)\)/g)].map(([, year]) => Number(year)).slice(0, -1);
        const claims = through ? told.map((year) => ({ word: through[1], year })) : [];
        if (found) claims.push({ word: found[1] === "bằng" ? "giữ nguyên" : found[1], year: Number(found[2]) });
        for (const { word = "", year } of claims) {
          const against = all[year - 2025];
          if (against) expect(endings(all, against)).toEqual(new Set([word]));
        }
      }),
      { numRuns: 80 },
    );
  });

  it("of a yearly target is so in every year of the plan that a review looks at", () => {
    fc.assert(
      fc.property(cases, ({ years: all, events, kind }) => {
        const model = reportOf(communeFrom(all, events), { kind });
        const now = 2025 + all.length - 1;
        const first = kind === "midterm" ? Math.max(2026, now - 3) : 2026;
        const judged = kind === "year" ? [now] : Array.from({ length: now - first + 1 }, (_, index) => first + index);
        const trained = judged.map((year) => all[year - 2025]?.trained);
        const isMet = trained.every((women) => women !== undefined && women >= 8);
        expect(under(model, "Đạt").includes(TRAINED)).toBe(isMet);
        const unmet = trained.some((women) => women !== undefined && women < (kind === "year" ? 7.2 : 8));
        expect(under(model, "Chưa đạt").includes(TRAINED)).toBe(unmet);
        // Of earlier years' events nothing is kept.
        expect(under(model, "Đạt").includes(EVENTS)).toBe(events >= 2 && judged.length === 1);
        const kept = model.phuong_huong.find((line) => line.includes("Tiếp tục duy trì")) ?? "";
        expect(kept.includes(TRAINED)).toBe(isMet);
        if (kind === "year") return;
        const said = model.muc_tieu[4]?.doan.join(" ") ?? "";
        const yearsAfter = (words: string) =>
          new RegExp(`(?:năm: |, )${words} \\d/${judged.length} năm \\(([^)]*)\\)`)
            .exec(said)?.[1]
            ?.match(/\d+/g)
            ?.map(Number) ?? [];
        const having = (fits: (women: number | undefined) => boolean) =>
          judged.filter((_, index) => fits(trained[index]));
        expect(yearsAfter("đạt ở")).toEqual(having((women) => women !== undefined && women >= 8));
        expect(yearsAfter("chưa đạt ở")).toEqual(having((women) => women !== undefined && women < 8));
        expect(yearsAfter("chưa có số liệu của")).toEqual(having((women) => women === undefined));
      }),
      { numRuns: 80 },
    );
  });
});
