/** Whatever the figures are, the report's sentences are whole: held over many communes made at random. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ElementCode } from "../../src/core/element.ts";
import { DATA_ELEMENTS } from "../../src/core/element.ts";
import { DEFAULT_TASKS } from "../../src/core/task.ts";
import type { ReportModel } from "../../src/report/model.ts";
import { communeOf, type Figure, HAMLET, POLICE, reportOf, SETTINGS, VHXH, WOMENS_UNION } from "./communes.ts";

const UNITS = [VHXH, POLICE, WOMENS_UNION, HAMLET];

/** Zero, one, many, nothing and nonsense: what a cell may hold. */
const cell = fc.oneof(fc.constantFrom(0, 1, 2, undefined, "hai"), fc.integer({ min: 3, max: 12_000 }));

const figures = fc.array(
  fc.tuple(
    fc.constantFrom(...UNITS.map(([code]) => code)),
    fc.constantFrom<ElementCode>(...DATA_ELEMENTS.map(({ code }) => code)),
    cell,
    cell,
  ),
  { maxLength: 40 },
);

const money = fc.oneof(fc.constantFrom(0, undefined, "x"), fc.integer({ min: 1, max: 900_000_000 }));

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
  })
  .map(({ now, before, funds, tasks, events, units, kind }) => {
    const activities = Array.from({ length: events }, (_, slot) => ({
      unit: "VHXH",
      slot,
      day: `2028-0${slot + 1}-05`,
      dateTyped: "",
      theme: `Chủ đề ${slot}`,
      kind: "",
      coOrganisers: [],
      participants: slot === 0 ? undefined : 40,
      women: slot === 2 ? 12 : undefined,
      link: "",
    }));
    const history = before.map(([unit, element, total, women], index) => ({
      year: 2025 + (index % 3),
      unit,
      element,
      total,
      women,
    }));
    const settings = { ...SETTINGS, year: 2028 };
    const rest = { year: 2028, settings, history, funds, tasks, taskList: DEFAULT_TASKS, activities };
    const values: readonly Figure[] = now;
    return reportOf(communeOf(UNITS.slice(0, units), values, rest), { kind });
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
  ];
}

describe("every sentence of every report", () => {
  it("begins with a capital or a bullet, ends with a mark, and has none doubled, misplaced or missing", () => {
    fc.assert(
      fc.property(communes, (model) => {
        for (const sentence of sentencesOf(model)) {
          expect(sentence).toMatch(/^(?:[-+] )?[\p{Lu}\d]/u);
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
