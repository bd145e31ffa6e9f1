import { describe, expect, it } from "vitest";
import { actionsOf, type Parameters } from "../../src/client/commands-to-actions.ts";
import { WHERE } from "./selection-of-cell.ts";

const actionsFor = (name: string, parameters: Parameters = {}) => actionsOf(`sheet.command.${name}`, parameters, WHERE);
const range = (startRow: number, endRow: number) => ({ startRow, endRow, startColumn: 0, endColumn: 8 });

describe("what a person does in the grid", () => {
  it.each<readonly [string, string, Parameters, unknown]>([
    ["rows inserted", "insert-row", { range: range(4, 5) }, { kind: "insertRows", at: 5, count: 2 }],
    ["rows deleted", "remove-row-by-range", { range: range(0, 0) }, { kind: "deleteRows", at: 1, count: 1 }],
    ["chosen rows hidden", "set-rows-hidden", {}, { kind: "hideRows", at: 5, count: 2 }],
    ["chosen columns hidden", "set-col-hidden", {}, { kind: "hideColumns", at: 2, count: 2 }],
    [
      "rows moved",
      "move-rows",
      { fromRange: range(4, 5), toRange: range(9, 10) },
      { kind: "moveRows", at: 5, count: 2, before: 10 },
    ],
    [
      "a column dragged wider",
      "delta-column-width",
      { anchorCol: 2, deltaX: 30 },
      { kind: "resizeColumns", at: 3, count: 1, pixels: 130 },
    ],
    ["a freeze", "set-frozen", { startRow: 4, startColumn: -1 }, { kind: "freeze", rows: 4, columns: 0 }],
    ["a tab renamed", "set-worksheet-name", { name: "Mới" }, { kind: "renameSheet", name: "Mới" }],
    ["a tab added", "insert-sheet", {}, { kind: "addSheet", name: "Trang tính3" }],
    ["a tab moved", "set-worksheet-order", { order: 0 }, { kind: "moveSheet", position: 1 }],
    ["a tab coloured", "set-tab-color", { value: "rgb(255, 0, 16)" }, { kind: "colourSheet", colour: "#ff0010" }],
    [
      "a number format",
      "numfmt.set.numfmt",
      { values: [4, 5].map((row) => ({ row, col: 1, pattern: "0.00" })) },
      { kind: "setFormat", area: { row: 5, column: 2, rows: 2, columns: 1 }, format: { numberFormat: "0.00" } },
    ],
  ])("%s is an action for the host", (_, name, parameters, action) => {
    expect(actionsFor(name, parameters)).toEqual([{ sheet: 7, ...(action as object) }]);
  });

  it.each<readonly [string, NonNullable<Parameters["style"]>, unknown]>([
    ["bold", { type: "bl", value: 1 }, { bold: true }],
    ["no longer bold", { type: "bl", value: 0 }, { bold: null }],
    ["a colour behind", { type: "bg", value: { rgb: "#FFF" } }, { background: "#FFFFFF" }],
    ["no colour behind", { type: "bg", value: null }, { background: null }],
  ])("%s is a look of the chosen cells", (_, style, format) => {
    const area = { row: 5, column: 2, rows: 2, columns: 2 };
    expect(actionsFor("set-style", { style })).toEqual([{ sheet: 7, kind: "setFormat", area, format }]);
  });

  it("a whole row or column ends where the tab does", () => {
    const whole = { startRow: Number.NaN, endRow: Number.NaN, startColumn: 2, endColumn: 2 };
    expect(actionsFor("clear-selection-content", { ranges: [whole] })).toEqual([
      { sheet: 7, kind: "clearContent", area: { row: 1, column: 3, rows: 50, columns: 1 } },
    ]);
  });

  it("that only leads to another command is let be; what no file can hold is not known", () => {
    expect(actionsFor("insert-row-before")).toBe("pass");
    expect(actionsFor("set-style", { style: { type: "ul", value: { s: 1 } } })).toBeUndefined();
    expect(actionsFor("set-border")).toBeUndefined();
  });
});
