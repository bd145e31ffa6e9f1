import { describe, expect, it } from "vitest";
import { sameFormula, shifted, withSheetsRenamed } from "../src/formula-text.ts";

describe("moving a formula", () => {
  it.each([
    ["=A1+$A1+A$1+$A$1", 2, 1, "=B3+$A3+B$1+$A$1"],
    ["=SUM(A:A;1:1;$A:B;$2:3;A5:D)", 1, 1, "=SUM(B:B;2:2;$A:C;$2:4;B6:E)"],
    ['=LOG10(A1)&"A1"&T1_x', 1, 0, '=LOG10(A2)&"A1"&T1_x'],
    ["='A1'!A1+B1!A1", 1, 0, "='A1'!A2+B1!A2"],
    ["=A1", -1, 0, "=#REF!"],
  ])("moves %s by %i rows and %i columns", (formula, down, right, moved) => {
    expect(shifted(formula, down, right)).toBe(moved);
  });
});

describe("sheets in a formula", () => {
  it("follow a new name", () => {
    expect(withSheetsRenamed("=SUM(Cũ!A1:B2;'Cũ'!C1;Khác!A1)", new Map([["cũ", "L'mới"]]))).toBe(
      "=SUM('L''mới'!A1:B2;'L''mới'!C1;Khác!A1)",
    );
  });
});

describe("a formula beside another", () => {
  it("is the same however a program spells it", () => {
    expect(sameFormula("=sum( 'Nhập'!a1 ; TRUE )", "=SUM(Nhập!A1;TRUE())")).toBe(true);
    expect(sameFormula('=IF(A1;"a";1)', '=IF(A1;"A";1)')).toBe(false);
  });
});
