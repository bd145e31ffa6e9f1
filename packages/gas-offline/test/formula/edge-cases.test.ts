/**
 * Edges of the functions that the workbook uses and that people type: a blank, a number that is text, an error, a day, a
 * boolean, a decimal, a text, an empty text that a formula gave; whole columns; arrays that find no room. What Google
 * Sheets gives for each, by its documentation of the functions and by results captured from it.
 */
import { describe, expect, it } from "vitest";
import { book, type Typed } from "./sheets.ts";

/** A blank · the text 12 · an error · a day · TRUE · 2,5 · abc · an empty text of a formula. */
const KINDS: readonly (readonly Typed[])[] = [[null, "12", "=1/0", 46000, true, 2.5, "abc", '=""']];

function result(formula: string): unknown {
  const opened = book(
    { K: KINDS, R: [[formula.replace(/\b([A-H]1)\b/g, "K!$1").replace(/:K!/g, ":")]] },
    { locale: "vi_VN" },
  );
  const day = opened.cell("K", "D1");
  if (day) day.format = { numberFormat: "dd/mm/yyyy" };
  opened.calculator.recalculateAll();
  const cell = opened.cell("R", "A1");
  if (cell?.spill) return opened.values("R", `A1:${String.fromCharCode(64 + cell.spill.columns)}${cell.spill.rows}`);
  return typeof cell?.value === "object" ? cell.value.error : cell?.value;
}

const CASES: Readonly<Record<string, readonly (readonly [string, unknown])[]>> = {
  "SUM and its kin": [
    ["=SUM(A1)", 0],
    ["=SUM(B1)", 0],
    ['=SUM("12")', 12],
    ['=SUM("abc")', "#VALUE!"],
    ["=SUM(C1)", "#DIV/0!"],
    ["=SUM(D1)", 46000],
    ["=SUM(E1)", 0],
    ["=SUM(TRUE)", 1],
    ["=SUM(A1:H1)", "#DIV/0!"],
    ["=SUM(F1:G1)", 2.5],
    ["=SUM(K!F:F)", 2.5],
    ["=SUM(K!1:1)", "#DIV/0!"],
    ["=AVERAGE(A1:B1)", "#DIV/0!"],
    ["=AVERAGE(D1:F1)", 23001.25],
    ["=MAX(A1:B1)", 0],
    ["=MAX(C1:D1)", "#DIV/0!"],
    ["=MIN(E1:F1)", 2.5],
    ["=MEDIAN(F1:G1)", 2.5],
  ],
  "COUNT and its kin": [
    ["=COUNT(A1)", 0],
    ["=COUNT(B1)", 0],
    ["=COUNT(C1)", 0],
    ["=COUNT(D1)", 1],
    ["=COUNT(E1)", 0],
    ["=COUNT(A1:H1)", 2],
    ["=COUNT(K!A:H)", 2],
    ["=COUNTA(A1)", 0],
    ["=COUNTA(B1)", 1],
    ["=COUNTA(C1)", 1],
    ["=COUNTA(H1)", 1],
    ['=COUNTA("")', 1],
    ["=COUNTA(A1:H1)", 7],
    ["=COUNTA(K!A:H)", 7],
    ["=COUNTBLANK(A1)", 1],
    ["=COUNTBLANK(H1)", 1],
    ["=COUNTBLANK(C1)", 0],
    ["=COUNTBLANK(A1:H1)", 2],
  ],
  COUNTIF: [
    ["=COUNTIF(A1:H1;12)", 1],
    ['=COUNTIF(A1:H1;"12")', 1],
    ['=COUNTIF(A1:H1;"")', 2],
    ['=COUNTIF(A1:G1;"<>")', 6],
    ["=COUNTIF(A1:H1;TRUE)", 1],
    ["=COUNTIF(A1:H1;D1)", 1],
    ['=COUNTIF(A1:H1;">0")', 2],
    ['=COUNTIF(A1:H1;">=2,5")', 2],
    ['=COUNTIF(A1:H1;"ABC")', 1],
    ['=COUNTIF(A1:H1;"*b*")', 1],
    ['=COUNTIF(A1:H1;"#DIV/0!")', 1],
    ["=COUNTIF(A1:H1;C1)", 1],
    ["=COUNTIF(K!F:F;2,5)", 1],
    ["=COUNTIF(A1:H1;0)", 0],
  ],
  "SUMIF and SUMIFS": [
    ['=SUMIF(A1:G1;">0")', 46002.5],
    ["=SUMIF(F1;2,5;C1)", "#DIV/0!"],
    ["=SUMIF(F1;9;C1)", 0],
    ['=SUMIFS(F1;G1;"abc")', 2.5],
    ["=SUMIFS(F1;E1;TRUE)", 2.5],
    ['=SUMIFS(K!F:F;K!G:G;"abc")', 2.5],
    ['=SUMIFS(F1;A1:B1;"x")', "#VALUE!"],
    ['=SUMIFS(F1;A1;"")', 2.5],
    ['=COUNTIFS(A1;"";F1;">2")', 1],
    ["=COUNTIFS(E1;TRUE;D1;46000)", 1],
  ],
  "IF and IFERROR": [
    ["=IF(A1;1;2)", 2],
    ["=IF(B1;1;2)", "#VALUE!"],
    ["=IF(C1;1;2)", "#DIV/0!"],
    ["=IF(D1;1;2)", 1],
    ["=IF(E1;1;2)", 1],
    ["=IF(F1;1;2)", 1],
    ["=IF(G1;1;2)", "#VALUE!"],
    ["=IF(FALSE;C1;2)", 2],
    ["=IF(F1=2,5;1;2)", 1],
    ["=IFERROR(A1;1)", undefined],
    ['=IFERROR(C1;"x")', "x"],
    ["=IFERROR(C1)", undefined],
    ["=IFERROR(D1;0)", 46000],
    ["=IFERROR(C1+1;E1)", true],
    ["=IFNA(C1;1)", "#DIV/0!"],
  ],
  "AND, OR, NOT": [
    ["=AND(E1;F1)", true],
    ["=AND(B1;TRUE)", true],
    ["=AND(C1;FALSE)", "#DIV/0!"],
    ["=AND(A1:A1)", "#VALUE!"],
    ["=OR(E1;C1)", "#DIV/0!"],
    ["=OR(G1:G1)", "#VALUE!"],
    ["=OR(D1;FALSE)", true],
    ["=NOT(A1)", true],
    ["=NOT(C1)", "#DIV/0!"],
    ["=NOT(F1)", false],
  ],
  comparisons: [
    ['=A1=""', true],
    ["=A1=0", true],
    ["=A1=FALSE", true],
    ["=A1=H1", true],
    ["=B1=12", false],
    ['=B1="12"', true],
    ['=G1="ABC"', true],
    ["=E1=1", false],
    ["=D1>F1", true],
    ["=G1>F1", true],
    ["=E1>G1", true],
    ["=C1=C1", "#DIV/0!"],
    ['=H1=""', true],
    ["=H1=0", false],
    ["=F1=2,5", true],
    ["=D1=DATE(2025;12;9)", true],
  ],
  arithmetic: [
    ["=A1+1", 1],
    ["=B1+1", 13],
    ["=G1+1", "#VALUE!"],
    ["=C1+1", "#DIV/0!"],
    ["=D1+1", 46001],
    ["=E1+1", 2],
    ["=-E1", -1],
    ["=F1*2", 5],
    ["=F1%", 0.025],
    ["=A1/A1", "#DIV/0!"],
    ["=B1*B1", 144],
    ["=2^A1", 1],
    ["=ROUND(B1;0)", 12],
    ["=ROUND(A1;1)", 0],
    ["=ROUND(G1;0)", "#VALUE!"],
    ["=INT(F1)", 2],
    ["=MOD(F1;1)", 0.5],
    ["=ABS(C1)", "#DIV/0!"],
  ],
  texts: [
    ['=A1&"x"', "x"],
    ["=B1&1", "121"],
    ['=C1&"x"', "#DIV/0!"],
    ['=D1&""', "09/12/2025"],
    ['=E1&""', "TRUE"],
    ['=F1&""', "2,5"],
    ['=1/3&""', "0,333333333333333"],
    ["=G1&A1", "abc"],
    ["=LEN(A1)", 0],
    ["=LEN(B1)", 2],
    ["=LEN(C1)", "#DIV/0!"],
    ["=LEN(E1)", 4],
    ["=LEN(F1)", 3],
    ["=LEN(H1)", 0],
    ["=LEFT(F1;2)", "2,"],
    ["=MID(F1;2;1)", ","],
    ['=FIND(",";F1)', 2],
    ['=SUBSTITUTE(F1;",";".")', "2.5"],
    ['=TEXTJOIN("-";TRUE;F1;G1;A1)', "2,5-abc"],
    ["=UPPER(G1)", "ABC"],
    ["=TRIM(A1)", ""],
    ["=VALUE(B1)", 12],
    ["=VALUE(G1)", "#VALUE!"],
    ['=TEXT(F1;"0,00")', "2,50"],
    ['=TEXT(D1;"yyyy-mm-dd")', "2025-12-09"],
  ],
  kinds: [
    ["=ISNUMBER(A1)", false],
    ["=ISNUMBER(B1)", false],
    ["=ISNUMBER(C1)", false],
    ["=ISNUMBER(D1)", true],
    ["=ISNUMBER(E1)", false],
    ["=ISTEXT(B1)", true],
    ["=ISTEXT(H1)", true],
    ["=ISTEXT(A1)", false],
    ["=ISBLANK(A1)", true],
    ["=ISBLANK(H1)", false],
    ["=ISERROR(C1)", true],
    ["=ISNA(C1)", false],
    ["=ISLOGICAL(E1)", true],
    ["=ISDATE(D1)", true],
    ["=ISDATE(F1)", false],
  ],
  "looking up": [
    ['=VLOOKUP("12";B1:C1;1;FALSE)', "12"],
    ["=VLOOKUP(12;B1:C1;1;FALSE)", "#N/A"],
    ['=VLOOKUP("ABC";G1:H1;1;FALSE)', "abc"],
    ["=MATCH(TRUE;A1:H1;0)", 5],
    ["=MATCH(2,5;A1:H1;0)", 6],
    ['=MATCH("zzz";A1:H1;0)', "#N/A"],
    ["=INDEX(A1:H1;1;6)", 2.5],
    ["=INDEX(A1:H1;1;1)", undefined],
    ["=INDEX(A1:H1;1;3)", "#DIV/0!"],
    ["=INDEX(A1:H1;1;9)", "#NUM!"],
    ["=INDEX(K!F:F;1)", 2.5],
    ["=CHOOSECOLS(A1:H1;6)", 2.5],
    ["=CHOOSECOLS(A1:H1;-2)", "abc"],
    ["=CHOOSECOLS(A1:H1;9)", "#VALUE!"],
    ["=FILTER(A1:H1;ISNUMBER(A1:H1))", [[46000, 2.5]]],
    ["=FILTER(F1:G1;F1:G1>9000)", "abc"],
    ["=FILTER(F1;F1>9)", "#N/A"],
    ['=HYPERLINK("#x";F1)', 2.5],
    ['=LET(x;A1;x="")', true],
    ["=LET(x;C1;IFERROR(x;1))", 1],
    ["=LET(d;D1;d+1,5)", 46001.5],
  ],
  days: [
    ["=YEAR(D1)", 2025],
    ["=YEAR(A1)", 1899],
    ["=MONTH(E1)", 12],
    ["=DAY(F1)", 1],
    ["=YEAR(C1)", "#DIV/0!"],
    ["=YEAR(G1)", "#VALUE!"],
    ['=DATEVALUE("31/02/2026")', "#VALUE!"],
    ["=EDATE(D1;-12)", 45635],
    ["=DATE(2026;14;1)", 46419],
    ["=DATE(2026;3;0)", 46081],
  ],
  order: [
    ['=SORT({2;"b";1;"a";TRUE})', [[1], [2], ["a"], ["b"], [true]]],
    ['=SORT({2;"b";1;"a";TRUE};1;FALSE)', [[true], ["b"], ["a"], [2], [1]]],
    ["=SORT(TRANSPOSE(A1:B1))", [["12"], [null]]],
    ['=UNIQUE({1;"1";1})', [[1], ["1"]]],
    ["=VSTACK(A1;F1)", [[null], [2.5]]],
    [
      "=VSTACK(F1:G1;F1)",
      [
        [2.5, "abc"],
        [2.5, "#N/A"],
      ],
    ],
    ["=TRANSPOSE(F1:G1)", [[2.5], ["abc"]]],
  ],
};

for (const [group, cases] of Object.entries(CASES)) {
  describe(`edges of ${group}`, () => {
    it.each(cases)("%s", (formula, expected) => {
      const found = result(formula);
      const plain = Array.isArray(found)
        ? found.map((row: readonly unknown[]) => row.map((value) => (isError(value) ? value.error : value)))
        : found;
      expect(plain).toEqual(expected);
    });
  });
}

function isError(value: unknown): value is { readonly error: string } {
  return typeof value === "object" && value !== null && "error" in value;
}

describe("an array that finds no room", () => {
  it.each([
    ["={1;2}", [["#REF!"], ["đã có"]]],
    ["=SORT(K!F1:G1)", [["#REF!"], ["đã có"]]],
  ])("is an error in its own cell, and leaves what stands there: %s", (formula) => {
    const opened = book({ K: KINDS, R: [[formula, "đã có"], ["đã có"]] }, { locale: "vi_VN" });
    expect(opened.value("R", "A1")).toMatchObject({ error: "#REF!" });
    expect([opened.value("R", "B1"), opened.value("R", "A2")]).toEqual(["đã có", "đã có"]);
  });

  it("is shown once there is room", () => {
    const opened = book({ R: [["={1;2}"], ["đã có"]] });
    opened.type("R", "A2", null);
    expect(opened.values("R", "A1:A2")).toEqual([[1], [2]]);
  });
});
