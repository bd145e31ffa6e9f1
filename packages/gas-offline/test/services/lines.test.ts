import { describe, expect, it } from "vitest";
import { messageOf, openSheet, UNIT } from "./scripts.ts";

function filled() {
  const opened = openSheet();
  opened.sheet.deleteRows(10, 991);
  opened.sheet.deleteColumns(5, 22);
  opened.sheet.getRange("A1:C3").setValues([
    ["tên", "tổng", "nữ"],
    ["A", 5, 2],
    ["B", 7, "=C2+1"],
  ]);
  return opened;
}

describe("rows and columns with values", () => {
  it("are inserted before and after", () => {
    const { sheet } = filled();
    sheet.insertRowsBefore(2, 1);
    sheet.insertColumnsAfter(1, 2);
    expect(sheet.getRange("A4:E4").getValues()).toEqual([["B", "", "", 7, 3]]);
    expect(sheet.getRange("E4").getFormulas()).toEqual([["=E3+1"]]);
    sheet.insertRowsAfter(2, 1);
    sheet.insertColumnsBefore(1, 1);
    expect([sheet.getMaxRows(), sheet.getMaxColumns(), sheet.getLastRow(), sheet.getLastColumn()]).toEqual([
      11, 7, 5, 6,
    ]);
    expect(sheet.getRange("F5").getValues()).toEqual([[3]]);
  });

  it("are deleted; what meant them is #REF!", () => {
    const { sheet } = filled();
    sheet.deleteRows(2, 1);
    expect(sheet.getRange("A2:C2").getValues()).toEqual([["B", 7, "#REF!"]]);
    sheet.deleteColumns(1, 2);
    expect(sheet.getRange("A2").getFormulas()).toEqual([["=#REF!+1"]]);
    expect([sheet.getMaxRows(), sheet.getMaxColumns()]).toEqual([8, 2]);
  });

  it("are moved to a place counted before the move", () => {
    const { sheet } = filled();
    sheet.moveColumns(sheet.getRange("A1:B1"), 4);
    expect(sheet.getRange("A1:C3").getValues()).toEqual([
      ["nữ", "tên", "tổng"],
      [2, "A", 5],
      [3, "B", 7],
    ]);
    sheet.moveRows(sheet.getRange("A3"), 2);
    expect(sheet.getRange("A1:A3").getValues()).toEqual([["nữ"], [3], [2]]);
    expect(sheet.getRange("A2").getFormulas()).toEqual([["=A3+1"]]);
  });

  it("are moved whole: no place within themselves, no part of merged cells", () => {
    const { sheet } = filled();
    sheet.getRange("A5:B5").merge();
    expect(messageOf(() => sheet.moveColumns(sheet.getRange("B1"), 4))).toContain("only part of a merged cell");
    expect(messageOf(() => sheet.moveColumns(sheet.getRange("C1"), 2))).toContain("only part of a merged cell");
    expect(messageOf(() => sheet.moveColumns(sheet.getRange("A1:B1"), 2))).toContain("within the columns");
    expect(messageOf(() => sheet.moveRows(sheet.getRange("A1"), 12))).toBe("Those rows are out of bounds.");
    sheet.moveColumns(sheet.getRange("A1:B1"), 4);
    expect(
      sheet
        .getRange("A5:D5")
        .getMergedRanges()
        .map((range) => range.getA1Notation()),
    ).toEqual(["B5:C5"]);
  });

  it("stay where the sheet is protected from the user", () => {
    const { sheet, as } = filled();
    const protection = sheet.protect();
    protection.removeEditors([UNIT]);
    as(UNIT);
    const attempts = [
      () => sheet.insertRowsBefore(1, 1),
      () => sheet.insertColumnsBefore(1, 1),
      () => sheet.deleteRows(1, 1),
      () => sheet.moveRows(sheet.getRange("A1"), 3),
      () => sheet.showRows(1, 1),
    ];
    for (const attempt of attempts) expect(messageOf(attempt)).toContain("protected cell or object");
    expect(sheet.getRange("A1:A3").getValues()).toEqual([["tên"], ["A"], ["B"]]);
  });

  it("are hidden and shown, frozen and measured", () => {
    const { sheet } = filled();
    sheet.hideRows(2, 2);
    sheet.showRows(3, 1);
    sheet.hideColumns(1);
    sheet.showColumns(1);
    expect([sheet.isRowHiddenByUser(2), sheet.isRowHiddenByUser(3), sheet.isColumnHiddenByUser(1)]).toEqual([
      true,
      false,
      false,
    ]);
    sheet.setFrozenRows(1);
    sheet.setFrozenColumns(2);
    sheet.setColumnWidths(2, 1, 64);
    expect([sheet.getFrozenRows(), sheet.getFrozenColumns()]).toEqual([1, 2]);
    expect([sheet.getColumnWidth(1), sheet.getColumnWidth(2)]).toEqual([100, 64]);
  });
});
