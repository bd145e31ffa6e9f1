import { describe, expect, it } from "vitest";
import type { LineChange } from "../../src/edit/lines.ts";
import { duplicateSheet, moveSheet, removeSheet, renameSheet } from "../../src/edit/sheets.ts";
import { changeLines } from "../../src/edit/structure.ts";
import { ensureCell } from "../../src/model.ts";
import { area, type Book, book } from "../formula/sheets.ts";

function apply(opened: Book, name: string, change: LineChange): Book {
  changeLines(opened.workbook, opened.sheet(name), change);
  opened.calculator.recalculateAll();
  return opened;
}

const rows = (kind: "insert" | "delete", at: number, count = 1): LineChange => ({ kind, axis: "rows", at, count });
const columns = (kind: "insert" | "delete", at: number, count = 1): LineChange => ({
  kind,
  axis: "columns",
  at,
  count,
});

describe("rows and columns with values", () => {
  const opened = () =>
    book({
      Số: [
        ["tên", "nữ"],
        ["A", 1],
        ["B", 2],
        ["C", 4],
        ["cộng", "=SUM(B2:B4)"],
      ],
      Tổng: [["=Số!B5", "=Số!B3", "=SUM(Số!B2:B)"]],
    });

  it("are inserted, and formulas of all sheets go on to mean the same cells", () => {
    const after = apply(opened(), "Số", rows("insert", 3, 2));
    expect(after.values("Số", "A2:B7")).toEqual([
      ["A", 1],
      [null, null],
      [null, null],
      ["B", 2],
      ["C", 4],
      ["cộng", 7],
    ]);
    expect(after.sheet("Số").rows).toBe(32);
    expect(after.cell("Số", "B7")?.formula).toBe("=SUM(B2:B6)");
    expect(after.values("Tổng", "A1:C1")).toEqual([[7, 2, 14]]);
    after.type("Số", "B3", 8);
    expect(after.value("Số", "B7")).toBe(15);
  });

  it("are deleted, and what meant them is lost", () => {
    const after = apply(opened(), "Số", rows("delete", 3));
    expect(after.values("Số", "A1:B4")).toEqual([
      ["tên", "nữ"],
      ["A", 1],
      ["C", 4],
      ["cộng", 5],
    ]);
    expect(after.cell("Tổng", "B1")).toMatchObject({ formula: "=#REF!", value: { error: "#REF!" } });
    expect(after.value("Tổng", "A1")).toBe(5);
  });

  it("are moved, and references follow", () => {
    const after = apply(opened(), "Số", { kind: "move", axis: "columns", at: 2, count: 1, to: 1 });
    expect(after.values("Số", "A1:B2")).toEqual([
      ["nữ", "tên"],
      [1, "A"],
    ]);
    expect(after.cell("Số", "A5")?.formula).toBe("=SUM(A2:A4)");
    expect(after.values("Tổng", "A1:C1")).toEqual([[7, 2, 14]]);
  });
});

describe("what belongs to rows and columns", () => {
  function dressed() {
    const opened = book({ Tờ: [] }, { rows: 20, columns: 8 });
    const sheet = opened.sheet("Tờ");
    const cell = ensureCell(sheet, 5, 2);
    cell.format = { background: "#fff2cc" };
    cell.note = "ghi chú";
    cell.validation = { kind: "formula", strict: true, formula: "=B5>$A5" };
    sheet.conditionalFormats.push({ areas: [area("A5:B6")], formula: "=A5>$A$1", bold: true });
    sheet.protections.push({
      id: 5,
      kind: "sheet",
      description: "",
      editors: [],
      domainEdit: false,
      warningOnly: false,
      unprotected: [area("B5:B6")],
    });
    sheet.merges.push(area("A1:C1"));
    sheet.hiddenRows.add(6);
    sheet.rowHeights.set(5, 40);
    sheet.columnWidths.set(2, 90);
    sheet.frozenRows = 2;
    sheet.frozenColumns = 1;
    return { opened, sheet };
  }

  it("goes down with inserted rows, which look like the row above them", () => {
    const { opened, sheet } = dressed();
    apply(opened, "Tờ", rows("insert", 6));
    expect(opened.cell("Tờ", "B5")?.note).toBe("ghi chú");
    expect(opened.cell("Tờ", "B6")).toEqual({
      format: { background: "#fff2cc" },
      validation: { kind: "formula", strict: true, formula: "=B6>$A6" },
    });
    expect(sheet.conditionalFormats[0]).toMatchObject({ areas: [area("A5:B7")], formula: "=A5>$A$1" });
    expect(sheet.protections[0]?.unprotected).toEqual([area("B5:B7")]);
    expect([...sheet.hiddenRows]).toEqual([7]);
  });

  it("looks like the first row where rows are inserted before that", () => {
    const { opened, sheet } = dressed();
    ensureCell(sheet, 1, 1).format = { bold: true };
    apply(opened, "Tờ", rows("insert", 1, 2));
    expect(opened.cell("Tờ", "A1")?.format).toEqual({ bold: true });
    expect([sheet.frozenRows, sheet.rowHeights.get(7), sheet.merges]).toEqual([4, 40, [area("A3:C3")]]);
    expect(opened.cell("Tờ", "B7")?.validation).toMatchObject({ formula: "=B7>$A7" });
  });

  it("keeps a conditional format relative to the first cell that is left", () => {
    const { opened, sheet } = dressed();
    apply(opened, "Tờ", rows("delete", 5));
    expect(sheet.conditionalFormats[0]).toMatchObject({ areas: [area("A5:B5")], formula: "=A5>$A$1" });
    expect(sheet.protections[0]?.unprotected).toEqual([area("B5:B5")]);
    apply(opened, "Tờ", rows("delete", 5));
    expect([sheet.conditionalFormats, sheet.protections[0]?.unprotected, [...sheet.hiddenRows]]).toEqual([[], [], []]);
  });

  it("goes with columns: widths, merges, frozen ones", () => {
    const { opened, sheet } = dressed();
    apply(opened, "Tờ", columns("insert", 2));
    expect([sheet.merges, [...sheet.columnWidths], sheet.frozenColumns]).toEqual([[area("A1:D1")], [[3, 90]], 1]);
    apply(opened, "Tờ", columns("delete", 1, 2));
    expect([sheet.merges, [...sheet.columnWidths], sheet.frozenColumns]).toEqual([[area("A1:B1")], [[1, 90]], 0]);
    apply(opened, "Tờ", columns("delete", 2));
    expect(sheet.merges).toEqual([]);
    expect(sheet.columns).toBe(6);
  });

  it("moves with its cells: a conditional format goes along in two parts", () => {
    const { opened, sheet } = dressed();
    apply(opened, "Tờ", { kind: "move", axis: "columns", at: 2, count: 1, to: 5 });
    expect(sheet.conditionalFormats[0]).toMatchObject({ areas: [area("A5:A6"), area("D5:D6")], formula: "=A5>$A$1" });
    expect(sheet.protections[0]?.unprotected).toEqual([area("D5:D6")]);
    expect(opened.cell("Tờ", "D5")?.validation).toMatchObject({ formula: "=D5>$A5" });
  });

  it("fills arrays again where their formula comes to stand", () => {
    const opened = book({ Tờ: [[1, 2], [], ["=A1:B1"]] });
    apply(opened, "Tờ", rows("insert", 2));
    expect(opened.values("Tờ", "A3:B4")).toEqual([
      [null, null],
      [1, 2],
    ]);
    expect(opened.cell("Tờ", "B4")?.spilledFrom).toEqual([4, 1]);
  });
});

describe("sheets", () => {
  const opened = () => book({ Một: [[1, "=A1+Hai!A1"]], Hai: [[10]], Ba: [["=SUM(Một!A1:B1)"]] });

  it("are followed under another name by cells, validations and conditional formats", () => {
    const { workbook, calculator, sheet, cell, value } = opened();
    ensureCell(sheet("Ba"), 2, 1).validation = { kind: "formula", strict: true, formula: "=A2>Một!A1" };
    sheet("Ba").conditionalFormats.push({ areas: [area("A1")], formula: '=A1>INDIRECT("Một!A1")' });
    renameSheet(workbook, sheet("Một"), "Tờ 'một'");
    calculator.recalculate([]);
    expect(cell("Ba", "A1")).toMatchObject({ formula: "=SUM('Tờ ''một'''!A1:B1)", value: 12 });
    expect(cell("Ba", "A2")?.validation).toMatchObject({ formula: "=A2>'Tờ ''một'''!A1" });
    expect(sheet("Ba").conditionalFormats[0]?.formula).toBe('=A1>INDIRECT("Một!A1")');
    expect(value("Tờ 'một'", "B1")).toBe(11);
  });

  it("leave #REF! behind", () => {
    const { workbook, calculator, sheet, cell, value } = opened();
    removeSheet(workbook, sheet("Hai"));
    calculator.recalculate([]);
    expect(cell("Một", "B1")).toMatchObject({ formula: "=A1+#REF!", value: { error: "#REF!" } });
    expect(value("Ba", "A1")).toMatchObject({ error: "#REF!" });
  });

  it("are copied and put in another order", () => {
    const { workbook, sheet } = opened();
    duplicateSheet(workbook, sheet("Một"), 1);
    moveSheet(workbook, sheet("Ba"), 1);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Ba", "Một", "Bản sao của Một", "Hai"]);
    expect(sheet("Bản sao của Một").cells[1]?.[2]?.formula).toBe("=A1+Hai!A1");
  });
});
