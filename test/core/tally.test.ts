/** Tallies by themselves: what is counted, what is unknown, and what may still come. */
import { describe, expect, it } from "vitest";
import { type RatioMeasure, tallyBefore, tallyNow, unitsLeftOut } from "../../src/core/tally.ts";
import type { ValidFigures } from "../../src/core/value.ts";
import type { LastYear, Seats, ThisYear } from "../../src/core/year.ts";
import { element } from "../plan.ts";
import { register, registered } from "./figures.ts";

const UNITS = register([registered("A", "co_quan"), registered("B", "co_quan"), registered("AP1", "ap")]);

type Rows = Partial<Readonly<Record<string, Readonly<Record<string, readonly [total: number, women: number]>>>>>;

function validOf(rows: Rows): ReadonlyMap<string, ReadonlyMap<string, ValidFigures>> {
  const valid = new Map<string, ReadonlyMap<string, ValidFigures>>();
  for (const element of ["LD", "CUX", "QH", "QHC", "DTN"] as const) {
    const figures = Object.entries(rows[element] ?? {}).map(
      ([unit, [total, women]]): readonly [string, ValidFigures] => [unit, { total, women }],
    );
    if (figures.length > 0) valid.set(element, new Map(figures));
  }
  return valid;
}

const BEFORE: LastYear = { valid: new Map(), ledUnits: new Set(), otherTotals: new Map() };

function now(rows: Rows, units = UNITS, seats: ThisYear["seats"] = new Map()): ThisYear {
  return { units, valid: validOf(rows), seats, incomplete: new Set() };
}

const LED: RatioMeasure = { kind: "units-led", element: element("LD") };
const QUOTIENT: RatioMeasure = {
  kind: "quotient",
  numerator: element("DTN"),
  denominator: element("QHC"),
  of: "women",
};
const UNKNOWN = { part: 0, whole: 0, known: false, low: null, high: null };

describe("units with a woman among their leaders", () => {
  const led = (rows: Rows, units = UNITS) => tallyNow(LED, now(rows, units), BEFORE);

  it("are counted over the units of the scope; who has not reported may have one or not", () => {
    expect(led({ LD: { A: [3, 1], B: [3, 0], AP1: [3, 3] } })).toEqual({
      part: 1,
      whole: 2,
      known: true,
      low: { part: 1, whole: 2 },
      high: { part: 1, whole: 2 },
    });
    expect(led({ LD: { A: [3, 1] } })).toMatchObject({ low: { part: 1, whole: 2 }, high: { part: 2, whole: 2 } });
  });

  it("are not known while nobody has reported", () => {
    expect(led({})).toMatchObject({ part: 0, whole: 2, known: false, high: { part: 2, whole: 2 } });
  });

  it("may be all or none where no unit is in the scope yet", () => {
    expect(led({}, [])).toEqual({
      part: 0,
      whole: 0,
      known: false,
      low: { part: 0, whole: 1 },
      high: { part: 1, whole: 1 },
    });
  });

  it("of roles that nobody holds are not known at all", () => {
    expect(tallyNow({ kind: "units-led", element: element("LD"), roles: ["hdnd"] }, now({}), BEFORE)).toEqual(UNKNOWN);
  });

  it("of last year are those that have a row there, but for units out of the scope", () => {
    const valid = validOf({ LD: { A: [3, 1], AP1: [3, 1], OLD: [3, 0] } });
    const before = { ...BEFORE, valid, ledUnits: new Set(["A", "AP1", "OLD"]) };
    expect(tallyBefore(LED, UNITS, before)).toMatchObject({ part: 1, whole: 2, known: true });
  });
});

describe("shares of seats", () => {
  const share: RatioMeasure = { kind: "share", elements: [element("CUX"), element("CUA")] };
  /** Sums of the committees of commune and hamlets: women, seats, missing ones, units that nobody knows. */
  const tally = (...sums: readonly (readonly [number, number, number, number])[]) => {
    const seats = new Map<string, Seats>();
    for (const [index, [women, total, missing, unknown]] of sums.entries()) {
      seats.set(index === 0 ? "CUX" : "CUA", { women, total, missing, unknown });
    }
    return tallyNow(share, now({}, UNITS, seats), BEFORE);
  };

  it("add up elements; missing seats may all go to women or to none", () => {
    expect(tally([4, 10, 2, 0], [3, 5, 1, 0])).toEqual({
      part: 7,
      whole: 15,
      known: true,
      low: { part: 7, whole: 18 },
      high: { part: 10, whole: 18 },
    });
  });

  it("have no bounds while seats are missing that nobody knows, and none without any seat", () => {
    expect(tally([4, 10, 2, 1])).toMatchObject({ known: true, low: null, high: null });
    expect(tally([0, 0, 2, 0])).toMatchObject({ known: false, low: null, high: null });
    expect(tally()).toEqual(UNKNOWN);
  });

  it("without the left-out units are not known where no word names a unit", () => {
    const without = (word: string): RatioMeasure => ({ kind: "share", elements: [element("CUX")], without: [word] });
    const figures = now({ CUX: { A: [10, 4], B: [10, 9] } });
    expect(unitsLeftOut(without("Hội LHPN"), UNITS)).toEqual([]);
    expect(tallyNow(without("Hội LHPN"), figures, BEFORE)).toEqual(UNKNOWN);
    const last = { ...BEFORE, valid: figures.valid };
    expect(tallyBefore(without("Hội LHPN"), UNITS, last)).toEqual(UNKNOWN);
    expect(unitsLeftOut(without("B"), UNITS).map(({ code }) => code)).toEqual(["B"]);
    expect(tallyBefore(without("B"), UNITS, last)).toMatchObject({ part: 4, whole: 10, known: true });
  });

  it("of last year are as far as they are known", () => {
    const before = { ...BEFORE, valid: validOf({ CUX: { A: [10, 4], GONE: [5, 5] } }) };
    expect(tallyBefore({ kind: "share", elements: [element("CUX")] }, UNITS, before)).toEqual({
      part: 9,
      whole: 15,
      known: true,
      low: null,
      high: null,
    });
    expect(tallyBefore({ kind: "share", elements: [element("CUA")] }, UNITS, before)).toEqual(UNKNOWN);
  });
});

describe("one total over another", () => {
  const [first] = UNITS;
  const units = first ? [{ ...first, elements: [element("QHC"), element("DTN")] }] : [];

  it("is known once both are there, and bounded by itself", () => {
    const figures = now({ QHC: { A: [0, 10] }, DTN: { A: [0, 4] } }, units);
    const both = { part: 4, whole: 10 };
    expect(tallyNow(QUOTIENT, figures, BEFORE)).toEqual({
      ...both,
      known: true,
      low: both,
      high: both,
    });
  });

  it.each<readonly [string, Rows]>([
    ["the numerator is missing", { QHC: { A: [0, 10] } }],
    ["the denominator is missing", { DTN: { A: [0, 4] } }],
    ["the denominator is 0", { QHC: { A: [0, 0] }, DTN: { A: [0, 0] } }],
  ])("is not known where %s", (_, rows) => {
    expect(tallyNow(QUOTIENT, now(rows, units), BEFORE)).toMatchObject({ known: false, low: null });
  });

  it("has no bounds while a unit that reports it is missing", () => {
    const two = units.flatMap((unit) => [unit, { ...unit, code: "B" }]);
    const figures = now({ QHC: { A: [0, 10] }, DTN: { A: [0, 4] } }, two);
    expect(tallyNow(QUOTIENT, figures, BEFORE)).toMatchObject({ known: true, low: null, high: null });
  });
});
