import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaWithout, contains, intersects, sharedArea } from "../../src/edit/areas.ts";
import type { Area } from "../../src/model.ts";
import { cellsOf } from "../../src/xlsx/areas.ts";
import { area } from "../formula/sheets.ts";

const small = fc.integer({ min: 1, max: 5 });
const anyArea: fc.Arbitrary<Area> = fc.record({ row: small, column: small, rows: small, columns: small });
const keysOf = (areas: readonly Area[]): string[] => areas.flatMap((one) => [...cellsOf(one)].map(String)).sort();

describe("an area without another", () => {
  it.each([
    ["a hole in the middle", "A1:C3", "B2", ["A1:C1", "A2", "C2", "A3:C3"]],
    ["the upper rows", "A1:C3", "A1:D2", ["A3:C3"]],
    ["all of it", "B2:C3", "A1:D4", []],
    ["nothing of it", "A1:B2", "C1", ["A1:B2"]],
  ])("loses %s", (_, from, hole, left) => {
    expect(areaWithout(area(from), area(hole))).toEqual(left.map(area));
  });

  it("keeps each cell that the other lacks, once", () => {
    fc.assert(
      fc.property(anyArea, anyArea, (from, hole) => {
        const lost = new Set(keysOf([hole]));
        expect(keysOf(areaWithout(from, hole))).toEqual(keysOf([from]).filter((key) => !lost.has(key)));
      }),
    );
  });
});

describe("two areas", () => {
  it("share the cells that lie in both", () => {
    fc.assert(
      fc.property(anyArea, anyArea, (one, other) => {
        const others = new Set(keysOf([other]));
        const common = keysOf([one]).filter((key) => others.has(key));
        const shared = sharedArea(one, other);
        expect(shared ? keysOf([shared]) : []).toEqual(common);
        expect(intersects(one, other)).toBe(common.length > 0);
        expect(contains(one, other)).toBe(common.length === others.size);
      }),
    );
  });
});
