import { ensureCell, newSheet, newWorkbook, type SheetModel } from "gas-offline";
import { createCalculator } from "gas-offline/internals";
import { describe, expect, it } from "vitest";
import { createViewTracker } from "../../src/server/view-tracker.ts";

const cell = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });

/** A sheet whose column B is red where it exceeds column A, and whose C1 adds up A1:A3. */
function sheetOfTwo() {
  const sheet = newSheet(1, "Biểu", 10, 5);
  for (let row = 1; row <= 3; row++) {
    ensureCell(sheet, row, 1).value = 5;
    ensureCell(sheet, row, 2).value = 4;
  }
  ensureCell(sheet, 1, 3).formula = "=SUM(A1:A3)";
  const red = { areas: [{ row: 1, column: 2, rows: 3, columns: 1 }], formula: "=$B1>$A1", background: "#ff0000" };
  const bold = { ...red, formula: "=B1>8", background: "#00ff00", bold: true };
  sheet.conditionalFormats.push(red, bold);
  const workbook = { ...newWorkbook("so"), sheets: [sheet] };
  const calculator = createCalculator(workbook, {
    isCustomFunction: () => false,
    callCustomFunction: () => "",
    makeDate: (serial) => serial,
  });
  calculator.recalculateAll();
  const tracker = createViewTracker(workbook, calculator);
  const type = (row: number, column: number, value: number) => {
    ensureCell(sheet, row, column).value = value;
    calculator.recalculate([{ sheet, area: cell(row, column) }]);
    return tracker.update(new Set([1]));
  };
  return { sheet, tracker, type };
}

const placesOf = (changes: ReturnType<ReturnType<typeof sheetOfTwo>["type"]>): readonly string[] =>
  changes.flatMap(({ cells }) => cells.map(({ row, column }) => `${row},${column}`)).sort();

describe("what changes in a window", () => {
  it("is nothing where nothing changed", () => {
    expect(sheetOfTwo().tracker.update(new Set([1]))).toEqual([]);
  });

  it("is the cell typed into, what is computed from it, and what it colours", () => {
    const { type } = sheetOfTwo();
    expect(placesOf(type(2, 1, 3))).toEqual(["1,3", "2,1", "2,2"]);
  });

  it("carries the colours of the conditional formats, the earlier one before the later", () => {
    const { type } = sheetOfTwo();
    const [change] = type(1, 2, 9);
    expect(change?.cells).toEqual([{ row: 1, column: 2, value: 9, format: { background: "#ff0000", bold: true } }]);
  });

  it("takes a colour away again", () => {
    const { type } = sheetOfTwo();
    type(1, 2, 6);
    expect(type(1, 2, 5)[0]?.cells).toEqual([{ row: 1, column: 2, value: 5 }]);
  });

  it("is the height of a row whose text takes more lines than before", () => {
    const { sheet, tracker, type } = sheetOfTwo();
    Object.assign(ensureCell(sheet, 5, 1), { value: "một dòng dài hơn ô ".repeat(4), format: { wrap: true } });
    const [change] = tracker.update(new Set([1]));
    expect(change?.rowHeights?.map(([row, height]) => [row, (height ?? 0) > 60])).toEqual([[5, true]]);
    expect(type(5, 1, 1)[0]?.rowHeights).toEqual([[5, null]]);
  });

  it("tells when what fills a sheet made it grow", () => {
    const { sheet, tracker } = sheetOfTwo();
    grow(sheet);
    expect(tracker.update(new Set([1]))).toEqual([{ id: 1, rows: 12, cells: [] }]);
  });
});

function grow(sheet: SheetModel): void {
  sheet.rows = 12;
}
