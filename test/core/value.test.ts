import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ELEMENT_CODES, elementOf } from "../../src/core/element.ts";
import { collectValid, isBlank, isCount, readTyped, validFigures } from "../../src/core/value.ts";
import { value } from "./figures.ts";

describe("readTyped", () => {
  it.each([
    [12, 12],
    [2.5, 2.5],
    [-3, -3],
    ["12", 12],
    [" 12\u00a0", 12],
    ["2,5", 2.5],
    ["2.5", 2.5],
    ["-1", -1],
    ["+4", 4],
    ["0", 0],
    ["007", 7],
    ["0,125", 0.125],
    // Text that a reader would have to guess about stays text.
    ["1.000", "1.000"],
    ["12,500", "12,500"],
    ["1.000.000", "1.000.000"],
    ["12 người", "12 người"],
    ["1e3", "1e3"],
    ["0x10", "0x10"],
    ["NaN", "NaN"],
    ["Infinity", "Infinity"],
    [".5", ".5"],
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    [true, "true"],
    // A blank is no number, and not 0.
    ["", undefined],
    ["  \u00a0", undefined],
    [null, undefined],
    [undefined, undefined],
  ])("reads %j as %j", (cell, expected) => {
    expect(readTyped(cell)).toBe(expected);
  });
});

describe("isCount", () => {
  it.each([
    [0, true],
    [1, true],
    [Number.MAX_SAFE_INTEGER, true],
    [Number.MAX_SAFE_INTEGER + 1, false],
    [-1, false],
    [0.5, false],
    [Number.NaN, false],
    [Number.POSITIVE_INFINITY, false],
    ["1", false],
    [undefined, false],
  ])("of %j is %s", (typed, expected) => {
    expect(isCount(typed)).toBe(expected);
  });
});

describe("isBlank", () => {
  it("holds when nothing stands in any cell that the element has", () => {
    expect(isBlank(value("A", "LD", undefined, undefined))).toBe(true);
    expect(isBlank(value("A", "LD", 0, undefined))).toBe(false);
    expect(isBlank(value("A", "LD", undefined, 0))).toBe(false);
    expect(isBlank(value("A", "QHC", 4, undefined))).toBe(true); // QHC has no total
    expect(isBlank(value("A", "QHC", undefined, "x"))).toBe(false);
  });
});

describe("validFigures", () => {
  it.each([
    ["LD", 3, 1, { total: 3, women: 1 }],
    ["LD", 3, 3, { total: 3, women: 3 }],
    ["LD", 0, 0, { total: 0, women: 0 }],
    ["LD", 3, 4, undefined],
    ["LD", undefined, 1, undefined],
    ["LD", 3, undefined, undefined],
    ["LD", 3.5, 1, undefined],
    ["LD", 3, 0.5, undefined],
    ["LD", 3, -1, undefined],
    ["LD", -3, -4, undefined],
    ["LD", "ba", 1, undefined],
    ["QHC", undefined, 5, { total: 0, women: 5 }],
    ["QHC", "x", 5, { total: 0, women: 5 }],
    ["QHC", undefined, undefined, undefined],
  ] as const)("of %s %j/%j are %j", (element, total, women, expected) => {
    expect(validFigures(element, total, women)).toEqual(expected);
  });
});

describe("collectValid", () => {
  it("leaves out what is invalid, and never clips it", () => {
    const valid = collectValid([value("A", "LD", 3, 4), value("B", "LD", 3, 2)]);
    expect([...(valid.get("LD") ?? [])]).toEqual([["B", { total: 3, women: 2 }]]);
  });

  it("keeps the first of two, even where only the second is valid", () => {
    const valid = collectValid([
      value("A", "LD", 3, 1),
      value("A", "LD", 9, 9),
      value("B", "LD", 3, 4),
      value("B", "LD", 9, 9),
    ]);
    expect([...(valid.get("LD") ?? [])]).toEqual([["A", { total: 3, women: 1 }]]);
  });

  it.each([
    ["DTN", "QHC"],
    ["THS", "LDX"],
  ] as const)("drops %s above %s, and keeps the whole", (part, whole) => {
    const valid = collectValid([value("A", part, undefined, 6), value("A", whole, undefined, 5)]);
    expect(valid.get(part)?.has("A")).toBe(false);
    expect(valid.get(whole)?.get("A")?.women).toBe(5);
  });

  it.each([5, undefined, "x"])("keeps a part of 5 beside a whole of %j", (whole) => {
    const valid = collectValid([value("A", "QHC", undefined, whole), value("A", "DTN", undefined, 5)]);
    expect(valid.get("DTN")?.get("A")?.women).toBe(5);
  });

  it("compares part and whole within one unit only", () => {
    const valid = collectValid([value("A", "DTN", undefined, 6), value("B", "QHC", undefined, 5)]);
    expect(valid.get("DTN")?.get("A")?.women).toBe(6);
  });

  it("lets nothing through but whole numbers from 0, women within the total", () => {
    const typed = fc.oneof(fc.integer({ min: -1, max: 9 }), fc.double(), fc.string(), fc.constant(undefined));
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            unit: fc.constantFrom("A", "B"),
            element: fc.constantFrom(...ELEMENT_CODES),
            total: typed,
            women: typed,
          }),
        ),
        (values) => {
          for (const [element, units] of collectValid(values)) {
            for (const { total, women } of units.values()) {
              expect(Number.isSafeInteger(total) && total >= 0).toBe(true);
              expect(Number.isSafeInteger(women) && women >= 0).toBe(true);
              if (elementOf(element).hasTotal) expect(women).toBeLessThanOrEqual(total);
            }
          }
        },
      ),
    );
  });
});
