/** Whatever the figures are, the report's sentences are whole: held over many communes made at random. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NARRATIVE_PARTS } from "../../src/core/narrative.ts";
import { DEFAULT_TASKS } from "../../src/core/task.ts";
import type { Filing } from "../../src/core/workflow/filing.ts";
import { UNIT_STATES } from "../../src/core/workflow/words.ts";
import type { ReportModel } from "../../src/report/model.ts";
import { ELEMENT_CODES } from "../plan.ts";
import { communeOf, type Figure, HAMLET, POLICE, reportOf, SETTINGS, VHXH, WOMENS_UNION } from "./communes.ts";

const UNITS = [VHXH, POLICE, WOMENS_UNION, HAMLET];

/** Zero, one, many, nothing and nonsense: what a cell may hold. */
const cell = fc.oneof(fc.constantFrom(0, 1, 2, undefined, "hai"), fc.integer({ min: 3, max: 12_000 }));

const figures = fc.array(
  fc.tuple(fc.constantFrom(...UNITS.map(([code]) => code)), fc.constantFrom(...ELEMENT_CODES), cell, cell),
  { maxLength: 40 },
);

const money = fc.oneof(fc.constantFrom(0, undefined, "x"), fc.integer({ min: 1, max: 900_000_000 }));

/** Every way in which a unit's report may have come in. */
const filing: fc.Arbitrary<Filing> = fc
  .record({ state: fc.constantFrom(...UNIT_STATES), late: fc.boolean(), changedCells: fc.constantFrom(0, 1, 12) })
  .map(({ state, late, changedCells }) => {
    const moment = { day: "2026-11-10", time: "08:05:30" };
    const came = state !== "empty";
    return { state, late: came && late, changedCells, submittedAt: came ? moment : undefined, decidedAt: moment };
  });

const communes = fc
  .record({
    now: figures,
    before: figures,
    funds: fc.array(
      fc.record({
        unit: fc.constantFrom(...UNITS.map(([code]) => code)),
        source: fc.constantFrom("ns", "xhh", "khac"),
        planned: money,
        spent: money,
      }),
      { maxLength: 4 },
    ),
    tasks: fc.array(
      fc.record({
        unit: fc.constantFrom(...UNITS.map(([code]) => code)),
        task: fc.constantFrom(...DEFAULT_TASKS.map(({ code }) => code)),
        status: fc.constantFrom("chua", "dang", "xong", undefined),
        statusTyped: fc.constantFrom("", "x"),
        result: fc.constantFrom("", "Đã làm", "Một\nHai."),
        link: fc.constant(""),
      }),
      { maxLength: 12 },
    ),
    events: fc.integer({ min: 0, max: 3 }),
    units: fc.integer({ min: 0, max: 4 }),
    kind: fc.constantFrom("year", "midterm", "final"),
    year: fc.integer({ min: 2026, max: 2031 }),
    narrative: fc.array(
      fc.record({
        part: fc.constantFrom(...NARRATIVE_PARTS),
        text: fc.constantFrom("", "Một ý.", "- Hai ý.\n\nBa ý;", "Hội LHPN xã."),
      }),
      { maxLength: 6 },
    ),
    filings: fc.array(filing, { maxLength: 4 }),
    individuals: fc.array(fc.constantFrom("", "Bà A", "Ông B;\nBà C"), { maxLength: 3 }),
  })
  .map(({ now, before, funds, tasks, events, units, kind, year, narrative, filings, individuals }) => {
    const activities = Array.from({ length: events }, (_, slot) => ({
      unit: "VHXH",
      slot,
      day: `${year}-0${slot + 1}-05`,
      dateTyped: "",
      theme: `Chủ đề ${slot}`,
      kind: "",
      coOrganisers: [],
      participants: slot === 0 ? undefined : 40,
      women: slot === 2 ? 12 : undefined,
      link: "",
    }));
    const history = before.map(([unit, element, total, women], index) => ({
      year: year - 3 + (index % 3),
      unit,
      element,
      total,
      women,
    }));
    const settings = { ...SETTINGS, year };
    const rest = { year, settings, history, funds, tasks, taskList: DEFAULT_TASKS, activities, narrative };
    const values: readonly Figure[] = now;
    const came = new Map(filings.flatMap((one, index) => (UNITS[index] ? [[UNITS[index][0], one]] : [])));
    return reportOf(communeOf(UNITS.slice(0, units), values, rest), { kind, filings: came, individuals });
  });

function sentencesOf(model: ReportModel): readonly string[] {
  const passages = [...model.muc_tieu, ...model.nhiem_vu].flatMap(({ doan }) => doan);
  return [
    ...model.chi_dao,
    ...model.tom_tat,
    ...passages,
    ...model.kinh_phi,
    ...model.phuong_huong,
    ...model.phu_luc_3_ghi_chu,
    ...[...model.ket_qua, ...model.kho_khan, ...model.nguyen_nhan, ...model.de_xuat, ...model.khen_thuong],
  ];
}

describe("every sentence of every report", () => {
  it("begins with a capital or a bullet, ends with a mark, and has none doubled, misplaced or missing", () => {
    fc.assert(
      fc.property(communes, (model) => {
        for (const sentence of sentencesOf(model)) {
          expect(sentence).toMatch(/^(?:[-+] |[ab]\) )?[\p{Lu}\d]/u);
          expect(sentence).toMatch(/[.;:]$/);
          expect(sentence).not.toMatch(
            /undefined|null|NaN|Infinity| {2}| [,.;:)]|\( |[,;]{2}|\.\.|,\.|;\.|: ?[.;]|\(\)/,
          );
        }
      }),
      { numRuns: 400 },
    );
  });

  it("never has a bare zero before a noun where Vietnamese says “chưa”", () => {
    fc.assert(
      fc.property(communes, (model) => {
        for (const sentence of sentencesOf(model))
          expect(sentence).not.toMatch(/(?:^|[;:.] )(?:- )?(?:Có |có )?0 (?:đơn vị|chỉ tiêu|nhiệm vụ|hoạt động)/);
      }),
      { numRuns: 400 },
    );
  });
});
