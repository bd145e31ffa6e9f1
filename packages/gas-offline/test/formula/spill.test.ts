import { describe, expect, it } from "vitest";
import { book } from "./sheets.ts";

const UNITS = {
  One: [
    ["Lan", 1, null],
    [null, null, null],
    ["Hoa", "2", true],
  ],
  "Đơn vị 2": [
    [null, null, null],
    ["Minh", null, "x"],
    [null, null, null],
  ],
};

describe("a result of several cells", () => {
  it("stacks sheets and leaves out the blank rows; blanks inside stay blank, kinds stay kinds", () => {
    const it = book({
      ...UNITS,
      All: [[`=LET(d;VSTACK('One'!A1:C3;'Đơn vị 2'!A1:C3);FILTER(d;CHOOSECOLS(d;1)<>""))`]],
    });
    expect(it.values("All", "A1:C4")).toEqual([
      ["Lan", 1, null],
      ["Hoa", "2", true],
      ["Minh", null, "x"],
      [null, null, null],
    ]);
    expect(it.cell("All", "C1")?.value).toBeUndefined();
    expect(it.cell("All", "A1")?.spill).toEqual({ rows: 3, columns: 3 });
    expect(it.cell("All", "B3")?.spilledFrom).toEqual([1, 1]);
  });

  it("puts a sequence beside a range, and fills up what is shorter", () => {
    const it = book({ ...UNITS, All: [["=HSTACK(One!A1:B3;SEQUENCE(ROWS(One!A1:B3);1;1000*ROW(One!A1)+1;1000))"]] });
    expect(it.values("All", "A1:C3")).toEqual([
      ["Lan", 1, 1001],
      [null, null, 2001],
      ["Hoa", "2", 3001],
    ]);
    const uneven = book({ ...UNITS, All: [["=HSTACK(One!A1:A2;SEQUENCE(3;2))"]] });
    expect(uneven.values("All", "A1:C3")).toEqual([
      ["Lan", 1, 2],
      [null, 3, 4],
      [{ error: "#N/A" }, 5, 6],
    ]);
    expect(book({ All: [["=SEQUENCE(0)"]] }).values("All", "A1:A1")).toMatchObject([[{ error: "#VALUE!" }]]);
  });

  it.each([
    [
      "=One!A1:B2",
      [
        ["Lan", 1],
        [null, null],
      ],
    ],
    [
      "=VSTACK(One!A1;One!A3:B3)",
      [
        ["Lan", { error: "#N/A" }],
        ["Hoa", "2"],
      ],
    ],
    [
      "=CHOOSECOLS(One!A1:C3;3;-3)",
      [
        [null, "Lan"],
        [null, null],
        [true, "Hoa"],
      ],
    ],
    ["=INDEX(One!A1:C3;3;0)", [["Hoa", "2", true]]],
    ["=INDEX(One!A1:C3;;1)", [["Lan"], [null], ["Hoa"]]],
    [
      '=FILTER(One!A1:B3;One!A1:A3<>"")',
      [
        ["Lan", 1],
        ["Hoa", "2"],
      ],
    ],
    ['=FILTER(One!A1:A3;One!A1:A3<>"";One!B1:B3=1)', [["Lan"]]],
    [
      '=FILTER(One!A1:C3;One!A1:C1<>"")',
      [
        ["Lan", 1],
        [null, null],
        ["Hoa", "2"],
      ],
    ],
    [
      '=FILTER(One!A1:A3;One!A1:A3="nobody")',
      [[{ error: "#N/A", message: "No matches are found in FILTER evaluation." }]],
    ],
    ["=IFERROR(VSTACK(One!A1;1/0);0)", [["Lan"], [0]]],
    ['=IF(One!A1="Lan";One!A1:B1;"")', [["Lan", 1]]],
  ])("%s fills %j", (formula, expected) => {
    const it = book({ ...UNITS, All: [[formula]] });
    expect(it.values("All", `A1:${"ABC"[(expected[0]?.length ?? 1) - 1]}${expected.length}`)).toEqual(expected);
  });

  it("says which column is not there", () => {
    expect(book({ ...UNITS, All: [["=CHOOSECOLS(One!A1:C3;4)"]] }).value("All", "A1")).toMatchObject({
      error: "#VALUE!",
    });
  });

  it("stacks 250 ranges", () => {
    const ranges = Array.from({ length: 250 }, (_, index) => `One!A${(index % 3) + 1}:C${(index % 3) + 1}`).join(";");
    const it = book({ ...UNITS, All: [[`=ROWS(VSTACK(${ranges}))`, `=SUM(VSTACK(${ranges}))`]] });
    expect(it.values("All", "A1:B1")).toEqual([[250, 84]]);
  });

  it("fills what it could not once that is cleared, even where single cells make the array", () => {
    const it = book({
      A: [
        [1, "=VSTACK(A1;A2)"],
        [2, "chắn"],
      ],
    });
    expect(it.value("A", "B1")).toMatchObject({ error: "#REF!" });
    it.type("A", "B2", null);
    expect(it.values("A", "B1:B2")).toEqual([[1], [2]]);
  });

  it("does not overwrite what stands there: an error, and nothing filled", () => {
    const it = book({ ...UNITS, All: [["=One!A1:B3"], [null, "mine"]] });
    expect(it.value("All", "A1")).toEqual({
      error: "#REF!",
      message: "Array result was not expanded because it would overwrite data in B2.",
    });
    expect(it.values("All", "A1:B3").slice(1)).toEqual([
      [null, "mine"],
      [null, null],
    ]);
    expect(it.cell("All", "A1")?.spill).toBeUndefined();
  });

  it("fills once the obstacle is gone", () => {
    const it = book({ ...UNITS, All: [["=One!A1:B3"], [null, "mine"]] });
    it.type("All", "B2", null);
    expect(it.values("All", "A1:B3")).toEqual([
      ["Lan", 1],
      [null, null],
      ["Hoa", "2"],
    ]);
  });

  it("gives way when someone types into it, and comes back", () => {
    const it = book({ ...UNITS, All: [["=One!A1:B3"]] });
    it.type("All", "B3", "typed");
    expect(it.value("All", "A1")).toMatchObject({ error: "#REF!" });
    expect(it.values("All", "A2:B3")).toEqual([
      [null, null],
      [null, "typed"],
    ]);
    it.type("All", "B3", null);
    expect(it.value("All", "B3")).toBe("2");
  });

  it("notices a typed value even if the cell still says that it is filled", () => {
    const it = book({ ...UNITS, All: [["=One!A1:B3"]] });
    const cell = it.cell("All", "B3");
    if (cell) cell.value = "typed";
    it.calculator.recalculate([{ sheet: it.sheet("All"), area: { row: 3, column: 2, rows: 1, columns: 1 } }]);
    expect(it.value("All", "A1")).toMatchObject({ error: "#REF!" });
    expect(it.value("All", "B3")).toBe("typed");
  });

  it("shrinks and grows with its source", () => {
    const it = book({ ...UNITS, All: [['=FILTER(One!A1:A3;One!A1:A3<>"")', "=COUNTA(A1:A9)"]] });
    expect(it.value("All", "B1")).toBe(2);
    it.type("One", "A2", "Mai");
    expect(it.values("All", "A1:A4")).toEqual([["Lan"], ["Mai"], ["Hoa"], [null]]);
    expect(it.value("All", "B1")).toBe(3);
    it.type("One", "A3", null);
    it.type("One", "A2", null);
    expect(it.values("All", "A1:A4")).toEqual([["Lan"], [null], [null], [null]]);
    expect(it.cell("All", "A3")?.spilledFrom).toBeUndefined();
    expect(it.cell("All", "A1")?.spill).toBeUndefined();
    expect(it.value("All", "B1")).toBe(1);
  });

  it("leaves nothing behind when its formula is deleted or replaced", () => {
    const it = book({ ...UNITS, All: [["=One!A1:B3", null, "=COUNTA(A1:B3)"]] });
    it.type("All", "A1", null);
    expect(it.values("All", "A1:B3").flat()).toEqual([null, null, null, null, null, null]);
    expect(it.value("All", "C1")).toBe(0);
    it.type("All", "A1", "=One!A1:B3");
    it.type("All", "A1", "=One!A1:A2");
    expect(it.values("All", "A1:B3").flat()).toEqual(["Lan", null, null, null, null, null]);
  });

  it("adds rows to a sheet that is too short", () => {
    const it = book({ A: [["=VSTACK(B!A1:A20;B!A1:A20)"]], B: [["x"]] });
    expect(it.sheet("A").rows).toBe(40);
    expect(it.value("A", "A21")).toBe("x");
  });

  it("asks for columns where they do not suffice", () => {
    expect(book({ A: [[...Array(11).fill(null), "=B!A1:C1"]], B: [["x"]] }).value("A", "L1")).toMatchObject({
      error: "#REF!",
    });
  });

  it("two results in each other's way: the later one yields", () => {
    const it = book({ ...UNITS, All: [[null, "=One!A1:A3"], ["=One!A3:C3"]] });
    const errors = [it.value("All", "B1"), it.value("All", "A2")].filter((value) => typeof value === "object");
    expect(errors).toHaveLength(1);
  });

  it("cleans up what a workbook claims to be filled but is not", () => {
    const it = book({ A: [["x", "y"]] });
    const cell = it.cell("A", "B1");
    if (cell) cell.spilledFrom = [1, 1];
    it.calculator.recalculateAll();
    expect(it.value("A", "B1")).toBeUndefined();
  });
});
