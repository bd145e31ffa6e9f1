import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareWithYear } from "../../src/core/comparison.ts";
import { compareRatios } from "../../src/core/ratio.ts";
import { earlier, register, registered, score, value } from "./figures.ts";

const HAMLETS = register([registered("A1", "ap"), registered("A2", "ap")]);

/** A1 has reported 3 women of 5; A2 as given. Last year: A1 2 of 5, and A2 as given. */
function compared(
  a2: readonly [number, number] | undefined,
  a2Before: readonly [number | undefined, number] | undefined,
) {
  const values = [value("A1", "THG", 5, 3), ...(a2 ? [value("A2", "THG", ...a2)] : [])];
  const history = [earlier(2025, "A1", "THG", 5, 2), ...(a2Before ? [earlier(2025, "A2", "THG", ...a2Before)] : [])];
  return score({ units: HAMLETS, values, history }, "CT2B.THG").comparison;
}

describe("this year against last year", () => {
  it.each<readonly [name: string, ...Parameters<typeof compared>, comparison: string]>([
    ["all have reported, more", [5, 3], [5, 2], "up"],
    ["all have reported, the same", [5, 1], [5, 2], "same"],
    ["all have reported, fewer", [5, 0], [5, 2], "down"],
    ["what is missing can still turn it", undefined, [5, 2], "undecided"],
    ["what is missing can only lower it to last year's", undefined, [5, 1], "undecided"],
    ["what is missing cannot turn it", undefined, [1, 0], "up"],
    ["nothing is known of what is missing", undefined, undefined, "undecided"],
  ])("%s", (_, now, before, comparison) => {
    expect(compared(now, before)).toBe(comparison);
  });

  it("is nothing without last year, and undecided without this one", () => {
    expect(score({ units: HAMLETS, values: [value("A1", "THG", 5, 3)] }, "CT2B.THG").comparison).toBeNull();
    const history = [earlier(2025, "A1", "THG", 5, 2)];
    expect(score({ units: HAMLETS, history }, "CT2B.THG").comparison).toBe("undecided");
  });

  it("is undecided while one of those that report a commune total is missing", () => {
    const units = register([registered("A", "co_quan", { listed: ["QH"] }), registered("B", "co_quan")], "B");
    const history = [earlier(2025, "B", "QH", 10, 4)];
    const one = score({ units, values: [value("B", "QH", 10, 5)], history }, "CT3");
    expect([one.comparison, one.low, one.high]).toEqual(["undecided", null, null]);
    const values = [value("B", "QH", 10, 5), value("A", "QH", 10, 5)];
    expect(score({ units, values, history }, "CT3").comparison).toBe("up");
  });

  it("holds whatever is still to come", () => {
    const counts = fc.tuple(fc.nat(12), fc.nat(12), fc.nat(12), fc.nat(12), fc.nat(12), fc.nat(12));
    fc.assert(
      fc.property(counts, ([part, more, missing, before, moreBefore, to]) => {
        const [whole, wholeBefore] = [part + more + 1, before + moreBefore + 1];
        const [low, high] = [part, part + missing].map((women) => ({ part: women, whole: whole + missing }));
        if (!low || !high) throw new Error("two bounds");
        const told = compareWithYear({ part, whole, known: true, low, high }, { part: before, whole: wholeBefore });
        const end = part + Math.min(to, missing);
        const sign = compareRatios(end, whole + missing, before, wholeBefore);
        if (told !== "undecided") expect(told).toBe(sign > 0 ? "up" : sign < 0 ? "down" : "same");
      }),
    );
  });
});
