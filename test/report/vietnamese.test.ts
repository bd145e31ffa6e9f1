import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meets, percentOf } from "../../src/core/ratio.ts";
import {
  capitalise,
  endSentence,
  joinList,
  joinUnits,
  showBlankDate,
  showCount,
  showDate,
  showMoney,
  showPercent,
  showPercents,
  targetInside,
  unitInside,
} from "../../src/report/vietnamese.ts";

describe("counts and money", () => {
  it.each([
    [0, "0"],
    [999, "999"],
    [1000, "1.000"],
    [12500000, "12.500.000"],
  ])("shows %d as %s", (count, text) => {
    expect(showCount(count)).toBe(text);
    expect(showMoney(count)).toBe(`${text} đồng`);
  });
});

describe("percents", () => {
  it.each([
    [40, [], "40%"],
    [0, [], "0%"],
    [100, [], "100%"],
    [36.666666, [], "36,7%"],
    [39.96, [40], "39,96%"],
    [39.96, [], "40,0%"],
    [40.04, [40], "40,04%"],
    [39.996, [40], "39,996%"],
    [99.99, [100], "99,99%"],
    [35.96, [36, 40], "35,96%"],
  ])("shows %d against %j as %s", (percent, limits, text) => {
    expect(showPercent(percent, limits)).toBe(text);
  });

  it("keeps two rates apart that differ, and lets equal ones look equal", () => {
    expect(showPercents([33.34, 33.26])).toEqual(["33,34%", "33,26%"]);
    expect(showPercents([33.3333, 33.3333])).toEqual(["33,3%", "33,3%"]);
  });

  it("never contradicts the decision at a threshold", () => {
    const counts = fc
      .tuple(fc.integer({ min: 1, max: 1_000_000_000 }), fc.integer({ min: 0, max: 1_000_000_000 }))
      .map(([whole, part]) => ({ whole, part: Math.min(part, whole) }));
    const nearThreshold = fc
      .tuple(
        fc.integer({ min: 1, max: 1_000_000_000 }),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: -2, max: 2 }),
      )
      .map(([whole, percent, off]) => ({
        whole,
        part: Math.min(whole, Math.max(0, Math.round((percent * whole) / 100) + off)),
      }));
    fc.assert(
      fc.property(fc.oneof(counts, nearThreshold), fc.integer({ min: 0, max: 100 }), ({ whole, part }, threshold) => {
        const shown = showPercent(percentOf(part, whole) ?? 0, [threshold]);
        const read = Number(shown.replace("%", "").replace(",", "."));
        expect(read >= threshold).toBe(meets(part, whole, threshold));
        expect(shown).toMatch(/^\d+(,\d+)?%$/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("days", () => {
  it.each([
    ["2026-11-05", "ngày 05 tháng 11 năm 2026"],
    ["2026-02-28", "ngày 28 tháng 02 năm 2026"],
    ["2026-01-01", "ngày 01 tháng 01 năm 2026"],
    ["2026-03-09", "ngày 09 tháng 3 năm 2026"],
    ["2026-09-10", "ngày 10 tháng 9 năm 2026"],
  ])("writes %s as %s", (day, text) => {
    expect(showDate(day)).toBe(text);
  });

  it("leaves day and month blank for the signing", () => {
    expect(showBlankDate(2026).replace(/\s+/g, " ")).toBe("ngày tháng năm 2026");
  });
});

describe("lists and sentences", () => {
  it.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a và b"],
    [["a", "b", "c"], "a, b và c"],
  ])("joins %j", (items, text) => {
    expect(joinList(items)).toBe(text);
  });

  it("writes a kind of place small inside a sentence, and names of bodies as they are", () => {
    expect(unitInside("Ấp Bình Hòa")).toBe("ấp Bình Hòa");
    expect(unitInside("Khu phố 3")).toBe("khu phố 3");
    expect(unitInside("Hội Nông dân xã")).toBe("Hội Nông dân xã");
    expect(unitInside("Ấp")).toBe("Ấp");
    expect(joinUnits(["Ấp 1", "Trạm Y tế xã", "Ấp 2"])).toBe("Ấp 1, Trạm Y tế xã và ấp 2");
    expect(targetInside("Nữ trong tổ hòa giải")).toBe("nữ trong tổ hòa giải");
    expect(targetInside("Hội viên nữ")).toBe("Hội viên nữ");
  });

  it("begins with a capital and ends with one mark", () => {
    expect(capitalise("ấp")).toBe("Ấp");
    expect(capitalise("")).toBe("");
    expect(endSentence("Còn ít")).toBe("Còn ít.");
    expect(endSentence("Còn ít!")).toBe("Còn ít!");
  });
});
