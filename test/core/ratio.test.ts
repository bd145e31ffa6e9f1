import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareRatios, isNear, meets, neededAdded, neededFixed, percentOf } from "../../src/core/ratio.ts";

/** A part of a whole, and a threshold in whole percent. */
const rates = fc
  .tuple(fc.nat(1_000_000), fc.nat(1_000_000), fc.integer({ min: 0, max: 100 }))
  .map(([one, other, percent]) => ({ part: Math.min(one, other), whole: Math.max(one, other), percent }))
  .filter(({ whole }) => whole > 0);

describe("meets", () => {
  it.each([
    // part, whole, percent, 100·part against percent·whole
    [2, 5, 40, true], // 200 = 200
    [999, 2500, 40, false], // 99 900 < 100 000, though it prints as 40,0 %
    [1000, 2500, 40, true],
    [7, 10, 70, true], // in floats 7/10·100 is 70.00000000000001
    [29, 100, 29, true], // in floats 0.29·100 is 28.999999999999996
    [14, 25, 56, true],
    [9, 10, 100, false],
    [10, 10, 100, true],
    [0, 10, 0, true],
  ])("decides %i of %i against %i %% without rounding", (part, whole, percent, expected) => {
    expect(meets(part, whole, percent)).toBe(expected);
  });

  it("stays exact where 100·part leaves the safe integers", () => {
    const whole = Number.MAX_SAFE_INTEGER - 1; // even
    expect(meets(whole / 2, whole, 50)).toBe(true);
    expect(meets(whole / 2 - 1, whole, 50)).toBe(false);
  });

  it("is true exactly when 100·W ≥ p·N", () => {
    fc.assert(
      fc.property(rates, ({ part, whole, percent }) => {
        expect(meets(part, whole, percent)).toBe(100 * part >= percent * whole);
      }),
    );
  });

  it("never takes 39,96 % for 40 %, at any size", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (size) => {
        expect(meets(999 * size, 2500 * size, 40)).toBe(false);
      }),
    );
  });
});

describe("isNear", () => {
  it.each([
    [63, 100, 70, true], // 63 000 = 9·70·100
    [62, 100, 70, false],
    [9, 25, 40, true], // 36 %: 9 000 = 9·40·25
    [359, 1000, 40, false], // 35,9 %: 359 000 < 360 000
    [9, 10, 100, true],
    [8, 9, 100, false], // 8 000 < 8 100
  ])("decides %i of %i against nine tenths of %i %%", (part, whole, percent, expected) => {
    expect(isNear(part, whole, percent)).toBe(expected);
  });
});

describe("neededFixed and neededAdded", () => {
  it.each([
    // part, whole, percent, fixed, added
    [999, 2500, 40, 1, 2], // short by 100: 100/100, ⌈100/60⌉
    [4, 6, 70, 1, 1], // short by 20: ⌈20/100⌉, ⌈20/30⌉
    [12, 16, 80, 1, 4], // short by 80: ⌈80/100⌉, 80/20
    [5, 15, 40, 1, 2], // short by 100
    [0, 10, 45, 5, 9], // short by 450: ⌈450/100⌉, ⌈450/55⌉ = ⌈8,18…⌉
    [0, 9, 50, 5, 9], // short by 450: ⌈4,5⌉, 450/50
    [2, 5, 40, 0, 0], // met exactly
    [5, 5, 40, 0, 0], // far beyond
    [8, 9, 100, 1, null], // no number of added seats makes 100 %
    [9, 9, 100, 0, 0],
  ])("for %i of %i against %i %% are %i and %s", (part, whole, percent, fixed, added) => {
    expect(neededFixed(part, whole, percent)).toBe(fixed);
    expect(neededAdded(part, whole, percent)).toBe(added);
  });

  it("in fixed seats are just enough: one woman fewer is not", () => {
    fc.assert(
      fc.property(rates, ({ part, whole, percent }) => {
        const needed = neededFixed(part, whole, percent);
        expect(part + needed).toBeLessThanOrEqual(whole);
        expect(100 * (part + needed)).toBeGreaterThanOrEqual(percent * whole);
        if (needed > 0) expect(100 * (part + needed - 1)).toBeLessThan(percent * whole);
      }),
    );
  });

  it("in added seats are just enough: one woman with her seat fewer is not", () => {
    fc.assert(
      fc.property(rates, ({ part, whole, percent }) => {
        const needed = neededAdded(part, whole, percent);
        if (needed === null) {
          expect(percent).toBe(100);
          expect(part).toBeLessThan(whole);
          return;
        }
        expect(100 * (part + needed)).toBeGreaterThanOrEqual(percent * (whole + needed));
        if (needed > 0) expect(100 * (part + needed - 1)).toBeLessThan(percent * (whole + needed - 1));
      }),
    );
  });

  it("are zero exactly when the target is met", () => {
    fc.assert(
      fc.property(rates, ({ part, whole, percent }) => {
        const met = meets(part, whole, percent);
        expect(neededFixed(part, whole, percent) === 0).toBe(met);
        expect(neededAdded(part, whole, percent) === 0).toBe(met);
      }),
    );
  });
});

describe("compareRatios", () => {
  it.each([
    [5, 12, 4, 12, 1],
    [5, 15, 2, 6, 0], // 30 = 30
    [1, 3, 2, 5, -1], // 5 < 6
    [0, 7, 0, 3, 0],
    [7, 7, 3, 3, 0], // at 100 % staying is staying
  ])("compares %i/%i with %i/%i", (a, b, c, d, expected) => {
    expect(compareRatios(a, b, c, d)).toBe(expected);
  });

  it("tells apart what a division cannot", () => {
    const large = 94_906_267; // its square is beyond 2^53
    expect(compareRatios(large - 1, large, large, large + 1)).toBe(-1); // (n−1)(n+1) = n² − 1 < n²
  });
});

describe("percentOf", () => {
  it("is unrounded, and nothing over nothing", () => {
    expect(percentOf(999, 2500)).toBeCloseTo(39.96, 10);
    expect(percentOf(1, 3)).toBe(100 / 3);
    expect(percentOf(0, 4)).toBe(0);
    expect(percentOf(0, 0)).toBeNull();
  });
});
