/** The digest of a commune's report: the same for the same figures, another for any other. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digestCommune } from "../../../src/core/workflow/report-digest.ts";
import { withTargets } from "../../plan.ts";
import { communeOf, type Figure, POLICE, SETTINGS, VHXH } from "../../report/communes.ts";

const FIGURES: readonly Figure[] = [
  ["VHXH", "LD", 3, 1],
  ["CAX", "LD", 4, 0],
];

const digest = (figures: readonly Figure[], rest: Parameters<typeof communeOf>[2] = {}) =>
  digestCommune(communeOf([VHXH, POLICE], figures, rest));

describe("the digest of a report", () => {
  it("is sixteen digits, and heeds no order of rows", () => {
    expect(digest(FIGURES)).toMatch(/^[0-9a-f]{16}$/);
    expect(digest([...FIGURES].reverse())).toBe(digest(FIGURES));
    expect(digestCommune(communeOf([POLICE, VHXH], FIGURES))).toBe(digest(FIGURES));
  });

  it("heeds no one who signs or is addressed: those are no figures", () => {
    const settings = { ...SETTINGS, signer: "Người khác", addressees: ["Sở Nội vụ"] };
    expect(digest(FIGURES, { settings })).toBe(digest(FIGURES));
  });

  it("tells a blank from 0 and a number from its text", () => {
    const of = (women: Figure[3]) => digest([["VHXH", "LD", 3, women]]);
    expect(new Set([of(0), of(undefined), of("0"), of(1)]).size).toBe(4);
  });

  it("changes with a threshold and with the year", () => {
    const plan = withTargets((target) => ({ ...target, threshold: 99 }));
    expect(digest(FIGURES, { plan })).not.toBe(digest(FIGURES));
    expect(digest(FIGURES, { year: 2027 })).not.toBe(digest(FIGURES));
  });

  it("changes with any one figure", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (one, other) => {
        const of = (women: number) => digest([["VHXH", "LD", 1000, women]]);
        expect(of(one) === of(other)).toBe(one === other);
      }),
    );
  });
});
