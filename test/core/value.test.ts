import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  collectValid,
  isBlank,
  isCount,
  readingsOf,
  readMoney,
  readNumber,
  readTyped,
  validFigures,
} from "../../src/core/value.ts";
import { ELEMENT_CODES, PLAN } from "../plan.ts";
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
    // A decimal zero leaves no doubt; a fraction is read as one, for `check` to refuse.
    ["12,0", 12],
    ["12.0", 12],
    ["12.00", 12],
    ["1,5", 1.5],
    // Full-width digits, as an East Asian keyboard writes them.
    ["１２", 12],
    ["１２，５", 12.5],
    ["　１２　", 12],
    // A number before a word for those who are counted.
    ["12 người", 12],
    ["12\u00a0người", 12],
    ["12người", 12],
    ["12 Người.", 12],
    ["12 nguoi", 12],
    ["12 đồng chí", 12],
    ["12 đ/c", 12],
    ["12 nữ", 12],
    ["12 uỷ viên", 12],
    ["12 ủy viên nữ", 12],
    ["12 cán bộ nữ", 12],
    ["12 hòa giải viên", 12],
    ["12 hộ", 12],
    ["12 lượt người", 12],
    ["12 ngu\u031bo\u031b\u0300i", 12], // decomposed
    ["1２ người", 12],
    ["2,5 người", 2.5],
    ["-3 người", -3],
    // Text that a reader would have to guess about stays text.
    ["1.234", "1.234"],
    ["1.234 người", "1.234 người"],
    ["12 tổ", "12 tổ"],
    ["12 năm", "12 năm"],
    ["12 %", "12 %"],
    ["12/15 người", "12/15 người"],
    ["12 người, 5 nữ", "12 người, 5 nữ"],
    ["khoảng 12 người", "khoảng 12 người"],
    ["12 - 15 người", "12 - 15 người"],
    ["1 234", "1 234"],
    ["mười hai", "mười hai"],
    ["XII", "XII"],
    ["12 đồng", "12 đồng"],
    ["1.000", "1.000"],
    ["12,500", "12,500"],
    ["1.000.000", "1.000.000"],
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

describe("readTyped, in general", () => {
  it("takes a whole number out of any way of writing it without doubt", () => {
    const dress = fc.constantFrom(
      (digits: string) => digits,
      (digits: string) => ` ${digits}\u00a0`,
      (digits: string) => `${digits},0`,
      (digits: string) => `${digits} người`,
      (digits: string) => `${digits} ĐỒNG CHÍ NỮ`.normalize("NFD"),
      (digits: string) => digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    );
    fc.assert(
      fc.property(fc.nat(), dress, (number, wear) => {
        expect(readTyped(wear(String(number)))).toBe(number);
      }),
    );
  });

  it("never throws, and gives a finite number, cleaned text or nothing", () => {
    fc.assert(
      fc.property(fc.anything(), (cell) => {
        const typed = readTyped(cell);
        expect(typed === undefined || typeof typed === "string" || Number.isFinite(typed)).toBe(true);
      }),
      { examples: [[{ toString: undefined }], [Object.create(null)]] },
    );
  });
});

describe("readNumber", () => {
  it.each(["12 người", "１２", " 12", "1.234", "1.234.567", "12,0,0", "", "mười", "15.000 đồng"])(
    "refuses %j, as the data folder's files have to",
    (text) => {
      expect(readNumber(text)).toBeUndefined();
    },
  );
});

describe("readMoney", () => {
  it.each([
    [15000000, 15000000],
    ["15000000", 15000000],
    ["15.000.000", 15000000],
    ["15,000,000", 15000000],
    ["15 000 000", 15000000],
    ["15.000.000 đồng", 15000000],
    ["15.000.000đ", 15000000],
    ["15.000.000 VNĐ", 15000000],
    ["15,000,000 vnd", 15000000],
    ["15.000.000 \u20ab", 15000000],
    ["15000000 đồng", 15000000],
    ["15.000.000,00", 15000000],
    ["15,000,000.00", 15000000],
    ["１５．０００．０００", 15000000],
    // Đồng have no decimals, so one group is thousands too.
    ["15.000", 15000],
    ["1,500", 1500],
    ["1.500 đồng", 1500],
    ["-15.000", -15000],
    ["0", 0],
    ["15,5", 15.5],
    ["15.000.00", "15.000.00"],
    ["15.000,000", "15.000,000"],
    ["1.5000.000", "1.5000.000"],
    ["15 triệu", "15 triệu"],
    ["15.000.000 và 5.000.000", "15.000.000 và 5.000.000"],
    ["đồng", "đồng"],
    ["", undefined],
    [undefined, undefined],
  ])("reads %j as %j", (cell, expected) => {
    expect(readMoney(cell)).toBe(expected);
  });

  it("reads what readTyped has read, and any amount in groups", () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(".", ",", " "), fc.constantFrom("", " đồng", "đ"), (amount, sign, unit) => {
        const typed = `${String(amount).replace(/\B(?=(\d{3})+$)/g, sign)}${unit}`;
        expect(readMoney(typed)).toBe(amount);
        expect(readMoney(readTyped(typed))).toBe(amount);
      }),
    );
  });
});

describe("readingsOf", () => {
  it.each([
    ["1.234", ["1234", "1,234"]],
    ["1,234 người", ["1234", "1,234"]],
    ["-12.500", ["-12500", "-12,500"]],
    ["mười hai", undefined],
    ["1.234.567", undefined],
  ])("of %j are %j", (text, readings) => {
    expect(readingsOf(text)).toEqual(readings);
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
    expect(isBlank(value("A", "LD", undefined, undefined), PLAN)).toBe(true);
    expect(isBlank(value("A", "LD", 0, undefined), PLAN)).toBe(false);
    expect(isBlank(value("A", "LD", undefined, 0), PLAN)).toBe(false);
    expect(isBlank(value("A", "QHC", 4, undefined), PLAN)).toBe(true); // QHC has no total
    expect(isBlank(value("A", "QHC", undefined, "x"), PLAN)).toBe(false);
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
    expect(validFigures({ hasTotal: PLAN.elements.get(element)?.hasTotal === true }, total, women)).toEqual(expected);
  });
});

describe("collectValid", () => {
  it("leaves out what is invalid, and never clips it", () => {
    const valid = collectValid([value("A", "LD", 3, 4), value("B", "LD", 3, 2)], PLAN);
    expect([...(valid.get("LD") ?? [])]).toEqual([["B", { total: 3, women: 2 }]]);
  });

  it("keeps the first of two, even where only the second is valid", () => {
    const valid = collectValid(
      [value("A", "LD", 3, 1), value("A", "LD", 9, 9), value("B", "LD", 3, 4), value("B", "LD", 9, 9)],
      PLAN,
    );
    expect([...(valid.get("LD") ?? [])]).toEqual([["A", { total: 3, women: 1 }]]);
  });

  it.each([
    ["DTN", "QHC"],
    ["THS", "LDX"],
  ] as const)("drops %s above %s, and keeps the whole", (part, whole) => {
    const valid = collectValid([value("A", part, undefined, 6), value("A", whole, undefined, 5)], PLAN);
    expect(valid.get(part)?.has("A")).toBe(false);
    expect(valid.get(whole)?.get("A")?.women).toBe(5);
  });

  it.each([5, undefined, "x"])("keeps a part of 5 beside a whole of %j", (whole) => {
    const valid = collectValid([value("A", "QHC", undefined, whole), value("A", "DTN", undefined, 5)], PLAN);
    expect(valid.get("DTN")?.get("A")?.women).toBe(5);
  });

  it("compares part and whole within one unit only", () => {
    const valid = collectValid([value("A", "DTN", undefined, 6), value("B", "QHC", undefined, 5)], PLAN);
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
          for (const [element, units] of collectValid(values, PLAN)) {
            for (const { total, women } of units.values()) {
              expect(Number.isSafeInteger(total) && total >= 0).toBe(true);
              expect(Number.isSafeInteger(women) && women >= 0).toBe(true);
              if (PLAN.elements.get(element)?.hasTotal) expect(women).toBeLessThanOrEqual(total);
            }
          }
        },
      ),
    );
  });
});
