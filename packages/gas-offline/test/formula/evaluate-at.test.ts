import { describe, expect, it } from "vitest";
import { type BookOptions, book, type Typed } from "./sheets.ts";

const GRID: readonly (readonly Typed[])[] = [
  ["Mã", "Tên", "Số"],
  ["a", "Lan", 1],
  ["b", null, 2],
  ["a", "Hoa", null],
];

function at(formula: string, origin: [number, number], cell: [number, number], options: BookOptions = {}): unknown {
  const it = book({ A: GRID, "Kế hoạch": [["x"], ["y"], ["z"]] }, options);
  return it.calculator.evaluateAt(
    it.sheet("A"),
    formula,
    { row: origin[0], column: origin[1] },
    { row: cell[0], column: cell[1] },
  );
}

describe("a formula evaluated for another cell than it was written for", () => {
  it.each([
    ["=A2", [2, 1], [3, 1], "b"],
    ["=A2", [2, 1], [2, 2], "Lan"],
    ["=$A2", [2, 1], [3, 3], "b"],
    ["=A$2", [2, 1], [4, 2], "Lan"],
    ["=$A$2", [2, 1], [4, 3], "a"],
    ["=A1", [2, 1], [1, 1], { error: "#REF!", message: "Reference does not exist." }],
    ['=$B2=""', [2, 1], [3, 1], true],
    ['=$B2<>""', [2, 1], [3, 3], false],
    ["=COUNTIF($A$2:$A$4;$A2)>1", [2, 1], [4, 2], true],
    ["=COUNTIF($A$2:$A$4;$A2)>1", [2, 1], [3, 2], false],
    ["=COUNTIF(A$2:A2;A2)", [2, 1], [4, 1], 2],
    ["=SUM(C2:C)", [2, 3], [3, 3], 2],
    ['=AND($A2<>"";ISBLANK($B2))', [2, 1], [3, 1], true],
    ["='Kế hoạch'!A1", [2, 1], [3, 1], "y"],
    ["='Kế hoạch'!$A$1", [2, 1], [4, 2], "x"],
    ["=INDIRECT(\"'Kế hoạch'!A\"&2)", [2, 1], [4, 2], "y"],
    ["=ROW()", [2, 1], [4, 2], 4],
    ["=A2:B3", [2, 1], [3, 1], "b"],
    ["=C2", [2, 3], [4, 3], undefined],
    ["=1+", [1, 1], [1, 1], { error: "#ERROR!", message: "Formula parse error." }],
  ] as const)("%s from %j at %j is %j", (formula, origin, cell, expected) => {
    expect(at(formula, [...origin], [...cell])).toEqual(expected);
  });

  it("refuses custom functions, as Google Sheets does", () => {
    const called: string[] = [];
    const custom = (name: string) => called.push(name);
    expect(at("=MY_A(A2)", [2, 1], [2, 1], { custom })).toMatchObject({ error: "#NAME?" });
    expect(called).toEqual([]);
  });

  it("leaves the workbook as it is", () => {
    const it = book({ A: GRID });
    const before = JSON.stringify(it.workbook.sheets[0]?.cells);
    it.calculator.evaluateAt(it.sheet("A"), "=A1:C4", { row: 1, column: 1 }, { row: 1, column: 1 });
    expect(JSON.stringify(it.workbook.sheets[0]?.cells)).toBe(before);
  });

  it("sees what was last calculated", () => {
    const it = book({ A: [[1, "=A1*2"]] });
    const origin = { row: 1, column: 1 };
    expect(it.calculator.evaluateAt(it.sheet("A"), "=SUM(A1:B20)", origin, origin)).toBe(3);
    it.type("A", "A1", 2);
    expect(it.calculator.evaluateAt(it.sheet("A"), "=SUM(A1:B20)", origin, origin)).toBe(6);
  });
});
