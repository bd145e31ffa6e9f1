import { describe, expect, it } from "vitest";
import { excelFormula, formulaFromExcel } from "../../src/xlsx/formula.ts";

const SHEETS = new Set(["x;y", "nhập"]);

describe("a formula for Excel", () => {
  it.each([
    ['=IF(A1>=10;"a;b, ""c""";\'X;Y\'!B2)', 'IF(A1>=10,"a;b, ""c""",\'X;Y\'!B2)'],
    ["=SUM(A1:B2;$C$3)", "SUM(A1:B2,$C$3)"],
    ["=YEAR(TODAY())", "YEAR(TODAY())"],
    ["=COUNTIF(A:A;TRUE)", "COUNTIF(A:A,TRUE)"],
    ["=countifs(Nhập!$A$2:$A$9;a1)", "countifs(Nhập!$A$2:$A$9,a1)"],
  ])("has commas between arguments: %s", (formula, written) => {
    expect(excelFormula(formula, SHEETS)).toBe(written);
  });

  it.each([
    "=MY_TONG(A1)",
    "=VSTACK(A1;A2)",
    "=LET(x;1;x)",
    "=SUM({1;2})",
    "=SUM(A5:D)",
    "=SUM(A1,5)",
    "=tên_vùng+1",
    "=A1#",
    "=Khác!A1",
    "=SUM(A1",
    "=A1)+(1",
    "=IF()",
    "=ZZZ1+A9999999",
    '="không đóng',
    `="${"x".repeat(300)}"`,
    `=SUM(${"A1;".repeat(3000)}A1)`,
    "chữ",
  ])("is none where Excel could not compute it: %s", (formula) => {
    expect(excelFormula(formula, SHEETS)).toBeUndefined();
  });

  it("ends open ranges where the sheet ends, if asked to", () => {
    expect(excelFormula("=COUNTIF($A$5:$A;A5)", SHEETS, true)).toBe("COUNTIF($A$5:$A$1048576,A5)");
  });

  it("comes back in the workbook's dialect", () => {
    expect(formulaFromExcel('IF(A1,"x,y",{1,2;3,4})')).toBe('=IF(A1;"x,y";{1\\2;3\\4})');
    expect(formulaFromExcel("_xlfn._xlws.FILTER('a,b'!A1:A9,B1)")).toBe("=FILTER('a,b'!A1:A9;B1)");
  });
});
