import { describe, expect, it } from "vitest";
import type { LineChange } from "../../src/edit/lines.ts";
import { referenceAfter, rewriteReferences } from "../../src/edit/references.ts";

/** Applies a change of a sheet of 100 rows and columns to all references of a formula. */
function changed(formula: string, change: LineChange): string {
  return rewriteReferences(formula, (reference) => referenceAfter(reference, change, 100));
}

describe("references when two rows are inserted before row 4", () => {
  const change: LineChange = { kind: "insert", axis: "rows", at: 4, count: 2 };
  it.each([
    ["=A3+A4", "=A3+A6"],
    ["=$A$4+A$4+$A4", "=$A$6+A$6+$A6"],
    ["=SUM(A1:A4)", "=SUM(A1:A6)"],
    ["=SUM(A4:A1)", "=SUM(A6:A1)"],
    ["=SUM(A1:A3)", "=SUM(A1:A3)"],
    ["=SUM(B5:I)", "=SUM(B7:I)"],
    ["=SUM(A:B)", "=SUM(A:B)"],
    ["=SUM(4:4;$3:5)", "=SUM(6:6;$3:7)"],
    ["=IF(a4>1;\"A4\";'Tờ A4'!$B$9)", "=IF(A6>1;\"A4\";'Tờ A4'!$B$11)"],
    ["=MY_A4(A4;Tờ!A5:I)", "=MY_A4(A6;Tờ!A7:I)"],
  ])("%s becomes %s", (formula, now) => {
    expect(changed(formula, change)).toBe(now);
  });
});

describe("references when rows 4 and 5 are deleted", () => {
  const change: LineChange = { kind: "delete", axis: "rows", at: 4, count: 2 };
  it.each([
    ["=A3+A6", "=A3+A4"],
    ["=A3+A4*2", "=A3+#REF!*2"],
    ["='Tờ 1'!$A$5", "=#REF!"],
    ["=SUM(A4:A5)", "=SUM(#REF!)"],
    ["=SUM(A3:A5)", "=SUM(A3:A3)"],
    ["=SUM(A5:A9)", "=SUM(A4:A7)"],
    ["=SUM(A5:I)", "=SUM(A4:I)"],
    ["=SUM(A6:I)", "=SUM(A4:I)"],
    ["=SUM(4:5;5:6)", "=SUM(#REF!;4:4)"],
  ])("%s becomes %s", (formula, now) => {
    expect(changed(formula, change)).toBe(now);
  });

  it("are lost where an open range had only these", () => {
    expect(changed("=SUM(A99:B)", { kind: "delete", axis: "rows", at: 98, count: 3 })).toBe("=SUM(#REF!)");
  });
});

describe("references when columns change", () => {
  it.each<[string, LineChange, string]>([
    ["=B1+SUM(A:C)+SUM(2:2)", { kind: "insert", axis: "columns", at: 2, count: 1 }, "=C1+SUM(A:D)+SUM(2:2)"],
    ["=SUM($A5:$C;B:B)", { kind: "delete", axis: "columns", at: 2, count: 1 }, "=SUM($A5:$B;#REF!)"],
    ["=Z1", { kind: "insert", axis: "columns", at: 1, count: 1 }, "=AA1"],
    ["=A1+B1+C1+D1", { kind: "move", axis: "columns", at: 2, count: 1, to: 4 }, "=A1+C1+B1+D1"],
    ["=SUM(A1:D1;B2:B9)", { kind: "move", axis: "columns", at: 2, count: 1, to: 4 }, "=SUM(A1:D1;C2:C9)"],
  ])("%s after %j is %s", (formula, change, now) => {
    expect(changed(formula, change)).toBe(now);
  });
});

describe("the sheet of a reference", () => {
  it.each([
    ["=Tổng!A1", "Tổng"],
    [`=${"Tổng".normalize("NFD")}!A1`, "Tổng".normalize("NFD")],
    ["=2026!A1", "2026"],
    ["='Tờ ''A'' (xã)'!A1:B2", "Tờ 'A' (xã)"],
    ["=A1", undefined],
  ])("in %s is %s", (formula, sheet) => {
    const sheets: (string | undefined)[] = [];
    rewriteReferences(formula, (reference) => {
      sheets.push(reference.sheet);
      return reference;
    });
    expect(sheets).toEqual([sheet]);
  });
});
