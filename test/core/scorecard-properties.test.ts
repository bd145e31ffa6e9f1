import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computeScorecard } from "../../src/core/scorecard.ts";
import { ELEMENT_CODES } from "../plan.ts";
import { activity, earlier, figures, register, registered, score, value } from "./figures.ts";

const TWO_HAMLETS = register([registered("A1", "ap"), registered("A2", "ap")]);
const CUSTODIAN = register([registered("VHXH", "co_quan")], "VHXH");

const UNITS = register(
  [
    registered("VHXH", "co_quan"),
    registered("CAX", "vu_trang"),
    registered("LHPN", "ct_xh"),
    registered("MTTQ", "ct_xh"),
    registered("A1", "ap"),
    registered("A2", "ap", { inCt1: true }),
  ],
  "VHXH",
);

/** Whose women are among whose. */
const WHOLES = new Map<string, string>([
  ["QHT", "QH"],
  ["QHCM", "QH"],
  ["QHS", "QH"],
  ["DTN", "QHC"],
  ["THS", "LDX"],
]);

/** What people type into a number's cell. */
const typed = fc.oneof(
  { weight: 6, arbitrary: fc.nat(30) },
  { weight: 1, arbitrary: fc.constantFrom(undefined, -1, 2.5, "ba", 1e300, Number.NaN) },
);

const pairs = UNITS.flatMap((unit) => unit.elements.map((element) => ({ unit: unit.code, element })));

/** Some of the values asked for, each at most once, valid or not. */
const someValues = fc
  .tuple(fc.subarray(pairs), fc.array(fc.tuple(typed, typed), { minLength: pairs.length, maxLength: pairs.length }))
  .map(([chosen, numbers]) =>
    chosen.map(({ unit, element }, index) => value(unit, element, numbers[index]?.[0], numbers[index]?.[1])),
  );

const someActivities = fc.array(
  fc
    .tuple(
      fc.constantFrom("VHXH", "LHPN", "A1"),
      fc.constantFrom("2026-03-08", "2026-10-20"),
      fc.constantFrom("x", "y"),
    )
    .map(([unit, day, theme]) => activity(unit, day, theme)),
  { maxLength: 6 },
);

const someFigures = fc.tuple(someValues, someValues, someActivities).map(([values, before, activities]) =>
  figures({
    units: UNITS,
    values,
    activities,
    history: before.map((row) => earlier(2025, row.unit, row.element, row.total, row.women)),
    roles: { custodian: "VHXH" },
  }),
);

function shuffled<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
}

describe("the scorecard of any commune", () => {
  it("does not depend on the order of units, values, activities and history", () => {
    const reordered = someFigures.chain((some) =>
      fc
        .tuple(shuffled(some.units), shuffled(some.values), shuffled(some.activities), shuffled(some.history))
        .map(([units, values, activities, history]) => ({
          some,
          other: { ...some, units, values, activities, history },
        })),
    );
    fc.assert(
      fc.property(reordered, ({ some, other }) => {
        expect(computeScorecard(other)).toEqual(computeScorecard(some));
      }),
    );
  });

  it("keeps every rate within its bounds", () => {
    fc.assert(
      fc.property(someFigures, (some) => {
        for (const { percent, low, high } of computeScorecard(some).indicators) {
          if (low === null || high === null) {
            expect(low).toBe(high);
            continue;
          }
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(100);
          expect(low).toBeLessThanOrEqual(percent ?? low);
          expect(high).toBeGreaterThanOrEqual(percent ?? high);
        }
      }),
    );
  });

  it("has bounds equal to the rate when nothing is missing", () => {
    const whole = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { minLength: pairs.length, maxLength: pairs.length });
    fc.assert(
      fc.property(whole, (numbers) => {
        const values = pairs.map(({ unit, element }, index) => {
          const [one, other] = numbers[index] ?? [0, 0];
          // A part of its whole may be 0 at most here, so that it is never more.
          const women = WHOLES.has(element) ? 0 : Math.min(one, other);
          return value(unit, element, Math.max(one, other), women);
        });
        const card = computeScorecard(figures({ units: UNITS, values }));
        expect(card.units.complete).toBe(UNITS.length);
        for (const { percent, low, high } of card.indicators) {
          expect(low).toBe(percent);
          expect(high).toBe(percent);
        }
      }),
    );
  });

  it("covers every outcome of what is still missing", () => {
    // A1 reports later, with as many seats as last year and any number of women.
    const units = TWO_HAMLETS;
    const counts = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat(30), fc.integer({ min: 0, max: 30 }), fc.nat(30));
    fc.assert(
      fc.property(counts, ([total, women, seats, later]) => {
        const reported = value("A2", "CUA", total, Math.min(women, total));
        const history = [earlier(2025, "A1", "CUA", seats, 0)];
        const before = score({ units, values: [reported], history }, "CT2.CUA");
        const after = score(
          { units, values: [reported, value("A1", "CUA", seats, Math.min(later, seats))] },
          "CT2.CUA",
        );
        expect(after.percent).toBeGreaterThanOrEqual(before.low ?? Number.NaN);
        expect(after.percent).toBeLessThanOrEqual(before.high ?? Number.NaN);
      }),
    );
  });

  it("lets no invalid value enter a sum: it may as well not be there", () => {
    const isWhole = (cell: unknown) => typeof cell === "number" && cell >= 0 && cell <= 1e15 && cell % 1 === 0;
    const codes: readonly string[] = ELEMENT_CODES;
    const womenOnly = new Set(codes.slice(codes.indexOf("QHT")));
    fc.assert(
      fc.property(someFigures, (some) => {
        const rows = new Map(some.values.map((one): [string, typeof one] => [one.element, one]));
        const validWhole = (whole: string) => {
          const { total, women } = rows.get(whole) ?? {};
          return womenOnly.has(whole) || (isWhole(total) && Number(women) <= Number(total)) ? women : undefined;
        };
        const above = (part: unknown, whole: unknown) => isWhole(whole) && Number(part) > Number(whole);
        const valid = some.values.filter((one) => {
          if (!isWhole(one.women)) return false;
          const whole = WHOLES.get(one.element);
          if (whole) return !above(one.women, validWhole(whole));
          return womenOnly.has(one.element) || (isWhole(one.total) && Number(one.women) <= Number(one.total));
        });
        expect(computeScorecard({ ...some, values: valid })).toEqual(computeScorecard(some));
      }),
    );
  });

  it("tells a blank from 0", () => {
    fc.assert(
      fc.property(someValues, (values) => {
        const others = values.filter((one) => one.unit !== "A1");
        const without = computeScorecard(figures({ units: UNITS, values: others }));
        const blank = computeScorecard(
          figures({ units: UNITS, values: [...others, value("A1", "CUA", undefined, undefined)] }),
        );
        const zero = score(
          { units: UNITS, values: [...others, value("A1", "CUA", 0, 0), value("A2", "CUA", 3, 1)] },
          "CT2.CUA",
        );
        expect(blank).toEqual(without);
        if (others.some((one) => one.unit === "A2" && one.element === "CUA")) return;
        expect(zero.low).toBe(zero.percent);
        expect(score({ units: UNITS, values: [...others, value("A2", "CUA", 3, 1)] }, "CT2.CUA").low).toBeNull();
      }),
    );
  });

  it("says how many women are just enough: typed into CT3, they meet it, and one fewer does not", () => {
    const counts = fc.tuple(fc.integer({ min: 1, max: 500 }), fc.nat(500));
    fc.assert(
      fc.property(counts, ([total, some]) => {
        const women = Math.min(some, total);
        const of = (seats: number, filled: number) =>
          score({ units: CUSTODIAN, values: [value("VHXH", "QH", seats, filled)] }, "CT3");
        const { status, neededFixed, neededAdded } = of(total, women);
        if (status === "met") {
          expect([neededFixed, neededAdded]).toEqual([0, 0]);
          return;
        }
        if (neededFixed === null || neededAdded === null) throw new Error("A need is undefined");
        expect(of(total, women + neededFixed).status).toBe("met");
        expect(of(total, women + neededFixed - 1).status).not.toBe("met");
        expect(of(total + neededAdded, women + neededAdded).status).toBe("met");
        expect(of(total + neededAdded - 1, women + neededAdded - 1).status).not.toBe("met");
      }),
    );
  });
});
