import { describe, expect, it } from "vitest";
import { book, calculated } from "./sheets.ts";

/** A text, a number, a boolean, a blank row, digits as text, an error. */
const GRID = [
  ["Lan", 1, true],
  ["minh", 2.5, null],
  [null, null, null],
  ["Hoa", "3", 4],
  ["lan", 7, "=1/0"],
];

describe("a formula of one value", () => {
  it.each([
    // Operators
    ["=1+2*3", 7],
    ["=(1+2)*3", 9],
    ["=-A!B1+2", 1],
    ["=2^3", 8],
    ["=50%", 0.5],
    ["=--A!B1", 1],
    ["=1/10+2/10=3/10", true],
    ["=1/0", "#DIV/0!"],
    ['="a"&A!B2&TRUE', "a2.5TRUE"],
    ['=A!A3&"x"', "x"],
    ['="a;b""c" & ";"', 'a;b"c;'],
    // A blank is whatever nothing the other side has
    ['=A!A3=""', true],
    ['=A!A3<>""', false],
    ["=A!A3=0", true],
    ["=A!A3=FALSE", true],
    ["=A!A3", undefined],
    ["=A!A3+1", 1],
    // Comparisons: kinds in order, texts regardless of case, no wildcards
    ['=A!A1="LAN"', true],
    ['="a*"="abc"', false],
    ['=1<"a"', true],
    ['="z"<TRUE', true],
    ['="3"=3', false],
    ["=A!C5=1", "#DIV/0!"],
    // Where a cell stands, also one that is found within a range
    ["=ROW(A!B3)", 3],
    ["=COLUMN(A!B3)", 2],
    ["=ROW(INDEX(A!B2:C;1;1))", 2],
    ["=COLUMN(INDEX(A!B2:C;1;1))", 2],
    ["=COLUMNS(A!B2:C)", 2],
    // Conditions
    ['=IF(A!B1=1;"một";"khác")', "một"],
    ["=IF(A!A3;1;2)", 2],
    ["=IF(FALSE;1)", false],
    ["=IF(TRUE;;1)", undefined],
    ['=IF("abc";1;2)', "#VALUE!"],
    ["=IF(A!C5>1;1;2)", "#DIV/0!"],
    ["=IFERROR(1/0;A!A1)", "Lan"],
    ["=IFERROR(A!A1;1/0)", "Lan"],
    ['=IFERROR(NO_SUCH(1);"none")', "none"],
    ["=AND(A!B1=1;A!C1)", true],
    ["=AND(TRUE;FALSE)", false],
    ["=AND(A!A1:C1)", true],
    ["=AND(A!A3;TRUE)", true],
    ['=AND("x";TRUE)', "#VALUE!"],
    ["=OR(A!C5:C5)", "#DIV/0!"],
    ["=OR(A!A1:A5)", "#VALUE!"],
    ["=OR(A!A3;FALSE)", false],
    ["=OR(A!B1=2;A!B2>2)", true],
    ["=NOT(A!A3)", true],
    // LET, its names in any case and language
    ["=LET(x;2;y;x*3;X+y)", 8],
    ["=LET(x;A!B2;-x+1)", -1.5],
    ['=LET(đơn_vị;A!A1;đơn_vị&"!")', "Lan!"],
    ["=LET(a;1;LET(b;a+1;a+b))", 3],
    ["=IF(TRUE;LET(x;1;x);LET(x;2;x))", 1],
    ["=x+1", "#NAME?"],
    // Texts
    ["=LEN(A!A3)", 0],
    ['=LEN("Đắk Lắk")', 7],
    [`=SUBSTITUTE("'01/11/2026";"'";"")`, "01/11/2026"],
    ["=LEN(A!B2)", 3],
    ['=TRIM("  a   b ")', "a b"],
    ['=HYPERLINK("#gid=1";"Mở")', "Mở"],
    ['=HYPERLINK("#gid=1")', "#gid=1"],
    // Numbers and dates
    ["=INT(A!B2)", 2],
    ["=INT(-A!B2)", -3],
    ["=MOD(7;3)", 1],
    ["=MOD(-7;3)", 2],
    ["=DATE(2025;12;31)", 46022],
    ["=YEAR(DATE(2025;12;31))", 2025],
    ["=MONTH(DATE(2026;1;31))", 1],
    ["=SUM(A!A1:B5)", 10.5],
    ["=SUM(A!B:B;1;TRUE)", 12.5],
    ["=SUM(A!A1:C5)", "#DIV/0!"],
    // Counting
    ["=COUNTA(A!A1:C5)", 11],
    ["=COUNTA(A!A:A)", 4],
    ["=COUNTBLANK(A!A1:C4)", 4],
    ["=COUNT(A!A1:B5)", 3],
    ["=ROWS(A!A2:B5)", 4],
    ["=ROWS(A!A:A)", 30],
    ["=COLUMNS(A!A2:B5)", 2],
    // Kinds
    ["=ISNUMBER(A!B1)", true],
    ["=ISNUMBER(A!B4)", false],
    ["=ISTEXT(A!A1)", true],
    ["=ISTEXT(A!A3)", false],
    ["=ISBLANK(A!A3)", true],
    ["=ISBLANK(A!A1)", false],
    ['=ISBLANK("")', false],
    // INDEX
    ["=INDEX(A!A1:C5;2;2)", 2.5],
    ["=INDEX(A!A1:A5;4)", "Hoa"],
    ["=INDEX(A!A1:C1;2)", 1],
    ["=INDEX(A!A1:C5;3;1)", undefined],
    ["=INDEX(A!A1:C5;6;1)", "#NUM!"],
    ["=SUM(INDEX(A!A1:C5;0;2))", 10.5],
    // References found by their text
    ['=INDIRECT("A!B"&2)', 2.5],
    ["=INDIRECT(\"'A'!$A$1\")", "Lan"],
    ['=SUM(INDIRECT("A!B1:B"))', 10.5],
    ['=INDIRECT("nowhere")', "#REF!"],
    ["=OFFSET(A!A1;1;1)", 2.5],
    ["=ROW(A!B7)", 7],
    ["=ROW()", 1],
    // What cannot be
    ["=NO_SUCH(1)", "#NAME?"],
    ["=No_Other:B2", "#ERROR!"],
    ["=1+", "#ERROR!"],
    ["=SUM(1", "#ERROR!"],
    ["=1 2", "#ERROR!"],
    ["=SUM(1,2)", 3],
    ["=1.5+1", 2.5],
    ["=SUM({1\\2})", "#ERROR!"],
    ["=Missing!A1", "#REF!"],
    ["=A!Z99", "#REF!"],
    ["=A!#REF!", "#REF!"],
    ["=MAP(A!B1:B2;LAMBDA(x;x*2))", "#NAME?"],
  ])("%s is %s", (formula, expected) => {
    expect(calculated(formula, GRID)).toBe(expected);
  });

  it.each([
    ["=SUM(1,2)", 1.2],
    ["=1,5+1", 2.5],
    ["=1.5+1", "#ERROR!"],
    ["=SUM({1\\2;3\\4})", 10],
    ["=SUM({1,2})", 1.2],
  ])("%s is %s where the comma is the decimal mark", (formula, expected) => {
    expect(calculated(formula, GRID, { locale: "vi_VN" })).toBe(expected);
  });

  it("writes a decimal comma in a Vietnamese workbook", () => {
    expect(calculated('=A!B2&" điểm"', GRID, { locale: "vi_VN" })).toBe("2,5 điểm");
  });

  it("says what is wrong with an unknown function", () => {
    expect(book({ A: [["=NO_SUCH(1)"]] }).value("A", "A1")).toEqual({
      error: "#NAME?",
      message: "Unknown function: 'NO_SUCH'.",
    });
  });

  it("keeps the message of an error that it refers to", () => {
    expect(book({ A: [["=NO_SUCH(1)", "=A1+1"]] }).value("A", "B1")).toEqual({
      error: "#NAME?",
      message: "Unknown function: 'NO_SUCH'.",
    });
  });
});

describe("COUNTIF, COUNTIFS and SUMIFS", () => {
  it.each([
    ['=COUNTIF(A!A1:A5;"lan")', 2],
    ["=COUNTIF(A!A1:A5;A!A1)", 2],
    ['=COUNTIF(A!A1:A5;"<>")', 4],
    ['=COUNTIF(A!A1:A5;"")', 1],
    ['=COUNTIF(A!A1:A5;"=")', 1],
    ['=COUNTIF(A!A1:A5;"<>lan")', 3],
    ['=COUNTIF(A!A1:A5;"*n")', 2],
    ['=COUNTIF(A!A1:A5;"l?n")', 2],
    ['=COUNTIF(A!A1:A5;"l~?n")', 0],
    ['=COUNTIF(A!A1:A5;"a~b (c)*")', 0],
    ['=COUNTIF(A!B1:B5;">1")', 2],
    ['=COUNTIF(A!B1:B5;">="&2)', 2],
    ["=COUNTIF(A!B1:B5;3)", 1],
    ["=COUNTIF(A!C1:C5;TRUE)", 1],
    ["=COUNTIF(A!A1:A5;A!A3)", 0],
    ['=COUNTIFS(A!A1:A5;"lan";A!B1:B5;">1")', 1],
    ['=COUNTIFS(A!A1:A5;"<>";A!B1:B5;"<>")', 4],
    ['=COUNTIFS(A!A1:A5;"lan";A!B1:B4;1)', "#VALUE!"],
    ['=SUMIFS(A!B1:B5;A!A1:A5;"lan")', 8],
    ['=SUMIFS(A!B1:B5;A!A1:A5;"<>";A!B1:B5;"<7")', 3.5],
    ['=SUMIFS(A!B1:B5;A!A1:A5;"nobody")', 0],
    ['=SUMIF(A!A1:A5;"lan";A!B1:B5)', 8],
    ['=COUNTIF(A!A:A;"lan")', 2],
  ])("%s is %s", (formula, expected) => {
    expect(calculated(formula, GRID)).toBe(expected);
  });
});

describe("sheet names", () => {
  it.each([
    ["Dữ liệu", "='Dữ liệu'!A1"],
    ["Dữ_liệu", "=Dữ_liệu!A1"],
    ["a'b", "='a''b'!A1"],
    ["a'b", "=INDIRECT(\"'a''b'!A1\")"],
    ["Xã (A) – 2;3", "='Xã (A) – 2;3'!A1"],
    ["2025", "='2025'!A1"],
    ["Dữ liệu", "='dữ liệu'!A1"],
    ["A!B", "='A!B'!A1"],
  ])("%s in %s is found", (name, formula) => {
    expect(book({ [name]: [["here"]], Result: [[formula]] }).value("Result", "A1")).toBe("here");
  });
});

describe("open ranges", () => {
  it.each([
    ["=SUM(A!B2:B)", 9.5],
    ["=COUNTA(A!A4:C)", 6],
    ["=SUM(A!$B$1:$B)", 10.5],
    ["=COUNTA(A!1:2)", 5],
    ["=SUM(B1:B)", 0],
  ])("%s is %s", (formula, expected) => {
    expect(calculated(formula, GRID)).toBe(expected);
  });
});
