/**
 * Formulas that people type into their own tabs every day, in a Vietnamese workbook: with a decimal comma, `\` between
 * the columns of an array, and days first. Each with what Google Sheets shows; a day is its serial number.
 */
import { describe, expect, it } from "vitest";
import { book, type Typed } from "./sheets.ts";

const DATES = { numberFormat: "dd/mm/yyyy" };

/** Name, mark, day, hamlet, blank; an error at the end. */
const CLASS: readonly (readonly Typed[])[] = [
  ["Tên", "Điểm", "Ngày", "Ấp", null],
  ["Lan", 8.5, 46000, "A", null],
  ["Minh", 7, 46010, "B", null],
  ["Hoa", 9, null, "A", null],
  ["Lan", 6, 46100, "C", "=1/0"],
];

/** Computes a formula beside the class; an array comes out as rows. */
function shown(formula: string) {
  const opened = book({ L: CLASS, R: [[formula]] }, { locale: "vi_VN" });
  for (const row of [2, 3, 5]) {
    const cell = opened.cell("L", `C${row}`);
    if (cell) cell.format = DATES;
  }
  opened.calculator.recalculateAll();
  const cell = opened.cell("R", "A1");
  const { spill } = cell ?? {};
  const value = spill
    ? opened.values("R", `A1:${String.fromCharCode(64 + spill.columns)}${spill.rows}`)
    : typeof cell?.value === "object"
      ? cell.value.error
      : cell?.value;
  return { value, format: cell?.format?.numberFormat, note: cell?.note };
}

const EVERYDAY: readonly (readonly [string, unknown])[] = [
  // Arrays, decimals, order
  [
    String.raw`={1\2;3\4}`,
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ["={1;2;3}", [[1], [2], [3]]],
  [String.raw`=SUM({1\2;3\4})`, 10],
  [String.raw`={L!A2\"x"}`, [["Lan", "x"]]],
  ["={L!A2:A3;L!A5}", [["Lan"], ["Minh"], ["Lan"]]],
  [String.raw`={1\2;3}`, "#REF!"],
  ["=1,5+1", 2.5],
  ["=0,1+0,2=0,3", true],
  [
    "=SORT(L!A2:B5;2;FALSE)",
    [
      ["Hoa", 9],
      ["Lan", 8.5],
      ["Minh", 7],
      ["Lan", 6],
    ],
  ],
  ["=SORT(L!A2:A5)", [["Hoa"], ["Lan"], ["Lan"], ["Minh"]]],
  ["=SORT(L!A2:A5;L!B2:B5;TRUE)", [["Lan"], ["Minh"], ["Lan"], ["Hoa"]]],
  [
    "=SORT(L!A2:B5;1;TRUE;2;TRUE)",
    [
      ["Hoa", 9],
      ["Lan", 6],
      ["Lan", 8.5],
      ["Minh", 7],
    ],
  ],
  ["=UNIQUE(L!A2:A5)", [["Lan"], ["Minh"], ["Hoa"]]],
  ["=UNIQUE(L!A2:A5;FALSE;TRUE)", [["Minh"], ["Hoa"]]],
  ["=SORT(UNIQUE(L!D2:D5))", [["A"], ["B"], ["C"]]],
  ["=ARRAYFORMULA(L!B2:B5*2)", [[17], [14], [18], [12]]],
  ['=ARRAYFORMULA(IF(L!B2:B5>7;"Đạt";"Chưa"))', [["Đạt"], ["Chưa"], ["Đạt"], ["Chưa"]]],
  ['=ARRAYFORMULA(L!A2:A3&"-"&L!B2:B3)', [["Lan-8,5"], ["Minh-7"]]],
  ["=SEQUENCE(3)", [[1], [2], [3]]],
  ["=SEQUENCE(1;3;10;5)", [[10, 15, 20]]],
  ["=TRANSPOSE(L!A2:A4)", [["Lan", "Minh", "Hoa"]]],
  // Days
  ['="x"&L!C2', "x09/12/2025"],
  ['="Ngày "&DATE(2026;3;8)', "Ngày 08/03/2026"],
  ['="Hạn "&L!C2+1', "Hạn 10/12/2025"],
  ['="Còn "&(L!C3-L!C2)&" ngày"', "Còn 10 ngày"],
  ['=CONCATENATE("x";L!C2)', "x09/12/2025"],
  ["=YEAR(L!E2)", 1899],
  ["=MONTH(L!E2)", 12],
  ["=DAY(L!E2)", 30],
  ["=YEAR(L!C2)", 2025],
  ['=TEXT(L!C2;"dd/mm/yyyy")', "09/12/2025"],
  ['=DATEVALUE("08/03/2026")', 46089],
  ['=DATEDIF(L!C2;L!C3;"D")', 10],
  ["=EDATE(L!C2;1)", 46031],
  ["=EOMONTH(L!C2;0)", 46022],
  ["=WEEKDAY(L!C2)", 3],
  ["=NETWORKDAYS(L!C2;L!C3)", 9],
  ["=L!C3-L!C2", 10],
  ["=ISDATE(L!C2)", true],
  // Numbers
  ["=INT(-2,5)", -3],
  ["=ROUND(2,345;2)", 2.35],
  ["=ROUND(-2,5;0)", -3],
  ["=ROUNDUP(2,1;0)", 3],
  ["=ROUNDDOWN(-2,9;0)", -2],
  ["=CEILING(2,1)", 3],
  ["=FLOOR(2,9)", 2],
  ["=CEILING(23;5)", 25],
  ["=MOD(-7;3)", 2],
  ["=ABS(-1,5)", 1.5],
  ['=VALUE("1,5")', 1.5],
  ['=VALUE("1.234")', 1234],
  ['=VALUE("12%")', 0.12],
  ['=TEXT(1234,5;"#.##0,00")', "1.234,50"],
  ['=TEXT(0,256;"0,0%")', "25,6%"],
  ['=TEXT(7;"000")', "007"],
  ["=FIXED(1234,567;1)", "1.234,6"],
  // Counting and adding
  ['=COUNTIF(L!A1:E5;"#DIV/0!")', 1],
  ['=COUNTIF(L!B2:B5;">7,5")', 2],
  ['=COUNTIF(L!A2:A5;"L*")', 2],
  ['=COUNTIF(L!A2:A5;"<>Lan")', 2],
  ['=COUNTIFS(L!A2:A5;"Lan";L!B2:B5;">7")', 1],
  ['=SUMIF(L!A2:A5;"Lan";L!B2:B5)', 14.5],
  ['=SUMIF(L!B2:B5;">7")', 17.5],
  ['=SUMIFS(L!B2:B5;L!A2:A5;"Lan";L!D2:D5;"A")', 8.5],
  ['=SUMPRODUCT((L!A2:A5="Lan")*L!B2:B5)', 14.5],
  ["=AVERAGE(L!B2:B5)", 7.625],
  ['=AVERAGEIF(L!A2:A5;"Lan";L!B2:B5)', 7.25],
  ['=MAXIFS(L!B2:B5;L!A2:A5;"Lan")', 8.5],
  ["=MEDIAN(L!B2:B5)", 7.75],
  ["=LARGE(L!B2:B5;2)", 8.5],
  ["=RANK(7;L!B2:B5)", 3],
  ["=COUNTUNIQUE(L!A2:A5)", 3],
  ["=SUM(L!B:B)", 30.5],
  ["=COUNTA(L!A2:A)", 4],
  ["=COUNTBLANK(L!C2:C5)", 1],
  // Looking up
  ['=VLOOKUP("Minh";L!A2:D5;2;FALSE)', 7],
  ['=VLOOKUP("Minh";L!A2:D5;3;FALSE)', 46010],
  ['=VLOOKUP("không";L!A2:D5;2;FALSE)', "#N/A"],
  ['=IFERROR(VLOOKUP("không";L!A2:D5;2;FALSE);"thiếu")', "thiếu"],
  ['=IFNA(VLOOKUP("không";L!A2:D5;2;FALSE);0)', 0],
  ['=HLOOKUP("Điểm";L!A1:D5;2;FALSE)', 8.5],
  ['=XLOOKUP("Hoa";L!A2:A5;L!B2:B5)', 9],
  ['=INDEX(L!B2:B5;MATCH("Hoa";L!A2:A5;0))', 9],
  ["=FILTER(L!A2:A5;L!B2:B5>7)", [["Lan"], ["Hoa"]]],
  ['=FILTER(L!A2:A5;L!B2:B5>7;L!D2:D5="A")', [["Lan"], ["Hoa"]]],
  ['=CHOOSE(2;"a";"b")', "b"],
  // Conditions
  ['=IF(L!E2="";"trống";"có")', "trống"],
  ['=IFS(L!B2>8;"Giỏi";L!B2>5;"Khá")', "Giỏi"],
  ['=IFS(L!B2>10;"Giỏi")', "#N/A"],
  ['=SWITCH(L!D2;"A";1;"B";2;0)', 1],
  ["=L!B2/L!E2", "#DIV/0!"],
  // Texts
  ['=TEXTJOIN(", ";TRUE;L!A2:A5)', "Lan, Minh, Hoa, Lan"],
  ['=JOIN("-";L!A2:A5)', "Lan-Minh-Hoa-Lan"],
  ['=SPLIT("a,b;c";",;")', [["a", "b", "c"]]],
  ['=SPLIT("1 - 2";" - ";FALSE)', [[1, 2]]],
  ['=L!A2&" "&L!B2', "Lan 8,5"],
  ['=UPPER("đắk lắk")', "ĐẮK LẮK"],
  ['=PROPER("nguyễn văn đỗ")', "Nguyễn Văn Đỗ"],
  ['=LEFT("Đắk Lắk";3)', "Đắk"],
  ['=SUBSTITUTE("a-b-c";"-";"")', "abc"],
  ['=REGEXEXTRACT("abc123";"[0-9]+")', "123"],
  ['=TRIM("  a   b ")', "a b"],
];

describe("an everyday formula", () => {
  it.each(EVERYDAY)("%s", (formula, expected) => {
    expect(shown(formula).value).toEqual(expected);
  });
});

describe("a day that a formula gives", () => {
  it.each([
    "=L!C2+30",
    "=TODAY()",
    "=DATE(2026;3;8)",
    "=MAX(L!C2:C5)",
    "=EDATE(L!C2;1)",
    "=IF(TRUE;L!C2;0)",
    '=VLOOKUP("Minh";L!A2:D5;3;FALSE)',
    "=L!C2",
  ])("is shown as one: %s", (formula) => {
    expect(shown(formula).format).toBe("dd/mm/yyyy");
  });

  it.each(["=L!C3-L!C2", "=YEAR(L!C2)", "=MAX(L!B2:B5)", "=L!B2", "=COUNT(L!C2:C5)"])(
    "is none, and a number stays one: %s",
    (formula) => {
      expect(shown(formula).format).toBeUndefined();
    },
  );
});

describe("a formula that this host cannot compute", () => {
  const QUERY = '=QUERY(L!A1:D5;"select A")';

  it.each([
    [QUERY, "QUERY"],
    ['=IFERROR(QUERY(L!A1:D5;"select A");0)', "QUERY"],
    ["=LAMBDA(x;x+1)(2)", "LAMBDA"],
    ["=MAP(L!B2:B5;LAMBDA(x;x*2))", "MAP, LAMBDA"],
    ['=IMPORTRANGE("https://x";"A!B1")', "IMPORTRANGE"],
    ['=GOOGLEFINANCE("VND")', "GOOGLEFINANCE"],
    ["=SUBTOTAL(9;L!B2:B5)", "SUBTOTAL"],
  ])("is an error with the function's name, never another value: %s", (formula, names) => {
    const { value, note } = shown(formula);
    expect(value).toBe("#NAME?");
    expect(note).toContain(`Máy này không tính được hàm ${names} nên giữ giá trị lần trước; công thức còn nguyên.`);
  });

  it("keeps the value that a file brought, whatever it reads changes", () => {
    const opened = book({ L: CLASS, R: [[QUERY, '=A1&"!"']] }, { locale: "vi_VN" });
    const cell = opened.cell("R", "A1");
    if (cell) cell.value = "Lan";
    opened.calculator.recalculateAll();
    opened.type("L", "A2", "Khác");
    expect(opened.values("R", "A1:B1")).toEqual([["Lan", "Lan!"]]);
    expect(opened.cell("R", "A1")?.formula).toBe(QUERY);
  });

  it("keeps all that it filled", () => {
    const opened = book({ L: CLASS, R: [[QUERY], ["Minh"]] }, { locale: "vi_VN" });
    const [first, second] = [opened.cell("R", "A1"), opened.cell("R", "A2")];
    Object.assign(first ?? {}, { value: "Lan", spill: { rows: 2, columns: 1 } });
    Object.assign(second ?? {}, { spilledFrom: [1, 1] });
    opened.calculator.recalculateAll();
    expect(opened.values("R", "A1:A2")).toEqual([["Lan"], ["Minh"]]);
  });

  it("leaves another's note alone, and takes its own along when it goes", () => {
    const opened = book({ L: CLASS, R: [[null]] }, { locale: "vi_VN" });
    opened.type("R", "A1", QUERY);
    const cell = opened.cell("R", "A1");
    if (cell) cell.note = `Lời người dùng\n${cell.note}`;
    opened.type("R", "A1", "=1");
    expect(opened.cell("R", "A1")?.note).toBe("Lời người dùng");
    opened.type("R", "A2", QUERY);
    opened.type("R", "A2", 5);
    expect(opened.cell("R", "A2")?.note).toBeUndefined();
  });
});
