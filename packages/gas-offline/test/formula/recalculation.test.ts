import { describe, expect, it } from "vitest";
import { newSheet } from "../../src/model.ts";
import { book } from "./sheets.ts";

describe("an edit", () => {
  it("evaluates what depends on the cell, in order, and nothing else", () => {
    const it = book({ A: [[1, "=C1+1", "=A1*2", "=A2", "=B1+C1"]], B: [["=A!E1", "=A!D1"]] });
    expect(it.type("A", "A1", 5)).toEqual(["A!C1", "A!B1", "A!E1", "B!A1"]);
    expect(it.values("A", "A1:E1")).toEqual([[5, 11, 10, null, 21]]);
    expect(it.value("B", "A1")).toBe(21);
  });

  it("counts the evaluations in its report", () => {
    const it = book({ A: [[1, "=A1", "=B1", "=A2"]] });
    const [sheet] = it.workbook.sheets;
    if (!sheet) throw new Error("no sheet");
    sheet.cells[1] = [undefined, { value: 2 }, ...(sheet.cells[1]?.slice(2) ?? [])];
    const report = it.calculator.recalculate([{ sheet, area: { row: 1, column: 1, rows: 1, columns: 1 } }]);
    expect(report).toEqual({
      evaluated: 2,
      cells: [
        { sheetId: 1, row: 1, column: 2 },
        { sheetId: 1, row: 1, column: 3 },
      ],
    });
  });

  it("evaluates a formula inside the area, and a new one", () => {
    const it = book({ A: [[1, 2]] });
    expect(it.type("A", "C1", "=A1+B1")).toEqual(["A!C1"]);
    expect(it.type("A", "C1", "=A1-B1")).toEqual(["A!C1"]);
    expect(it.value("A", "C1")).toBe(-1);
    expect(it.type("A", "C1", 9)).toEqual([]);
    expect(it.type("A", "A1", 3)).toEqual([]);
  });

  it("stops where a result comes out as it was", () => {
    const it = book({ A: [[1, "=A1>0", '=IF(B1;"có";"không")']] });
    expect(it.type("A", "A1", 2)).toEqual(["A!B1"]);
    expect(it.type("A", "A1", -2)).toEqual(["A!B1", "A!C1"]);
  });

  it("passes through filled cells to what reads them", () => {
    const it = book({ A: [["a"], ["b"]], B: [["=A!A1:A2", "=A2&A1"]], C: [["=B!B1"]] });
    expect(it.type("A", "A2", "c")).toEqual(["B!A1", "B!B1", "C!A1"]);
    expect(it.value("C", "A1")).toBe("ca");
  });

  it("reaches a formula that reads a block before its filler grows into it", () => {
    const it = book({ A: [["a"], [null]], B: [["=COUNTA(B2:B9)", '=FILTER(A!A1:A2;A!A1:A2<>"")']] });
    expect(it.value("B", "A1")).toBe(0);
    it.type("A", "A2", "b");
    expect(it.value("B", "A1")).toBe(1);
  });

  it("follows INDIRECT to where it leads", () => {
    const it = book({ A: [["A2", "=INDIRECT(A1)"], ["=C1"], ["other"]] });
    expect(it.value("A", "B1")).toBeUndefined();
    expect(it.type("A", "C1", "through")).toEqual(["A!A2", "A!B1"]);
    expect(it.value("A", "B1")).toBe("through");
    it.type("A", "A1", "A3");
    expect(it.value("A", "B1")).toBe("other");
    expect(it.type("A", "A2", "now unread")).toEqual([]);
  });

  it("evaluates a long chain once each, however it is written down", () => {
    const chain = Array.from({ length: 3000 }, (_, index) => [index === 2999 ? 1 : `=A${index + 2}+1`]);
    const it = book({ A: chain }, { rows: 3000 });
    expect(it.value("A", "A1")).toBe(3000);
    expect(it.type("A", "A3000", 2)).toHaveLength(2999);
    expect(it.value("A", "A1")).toBe(3001);
  });

  it("finds open ranges in rows that were added", () => {
    const it = book({ A: [["=SUM(B2:B)", null]] });
    it.sheet("A").rows = 50;
    it.type("A", "B45", 4);
    expect(it.value("A", "A1")).toBe(4);
  });
});

describe("a circle", () => {
  it.each([
    ["of one", [["=A1+1"]]],
    ["through a range", [["=SUM(A:A)"]]],
    ["of two", [["=B1", "=A1"]]],
    ["of what an array fills", [["=B1", "=VSTACK(C1;A1)"]]],
    ["of an array that fills what it reads", [["=VSTACK(B1;A2)"]]],
    ["through INDIRECT", [['=INDIRECT("B1")', "=A1"]]],
  ])("%s ends in #REF!", (_, grid) => {
    expect(book({ A: grid }).value("A", "A1")).toEqual({ error: "#REF!", message: "Circular dependency detected." });
  });

  it("is passed on to what depends on it, and gone when it is broken", () => {
    const it = book({ A: [["=B1+1", "=A1", "=A1"]] });
    expect(it.value("A", "C1")).toMatchObject({ error: "#REF!" });
    it.type("A", "B1", 1);
    expect(it.values("A", "A1:C1")).toEqual([[2, 1, 2]]);
  });

  it("is none where an array above and to the left reads a formula that reads beside it", () => {
    const it = book({ A: [["=VSTACK(D5;1)", null, null], [], [], [], [null, null, null, "=SUM(B1:C9)"]] });
    expect(it.values("A", "A1:A2")).toEqual([[0], [1]]);
  });
});

describe("sheets", () => {
  it("that are renamed, added or removed have everything evaluated", () => {
    const it = book({ A: [["=B!A1", "=New!A1"]], B: [["b"]] });
    expect(it.value("A", "B1")).toMatchObject({ error: "#REF!" });
    it.workbook.sheets.push(newSheet(9, "New"));
    expect(it.calculator.recalculate([]).evaluated).toBe(2);
    expect(it.value("A", "B1")).toBeUndefined();
    it.sheet("B").name = "C";
    it.calculator.recalculate([]);
    expect(it.value("A", "A1")).toMatchObject({ error: "#REF!" });
  });
});
