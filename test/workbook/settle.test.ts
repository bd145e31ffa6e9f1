import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPlaces } from "../../src/workbook/form-locations.ts";
import { readKeyed, settlePlace, unitSpan } from "../../src/workbook/settle.ts";
import { newWorkbook } from "./workbook.ts";

const BOOK = newWorkbook();
const PLACE = findPlaces(BOOK.records()).get("CAX") ?? { tab: "CAX", rows: new Map<string, number>(), shift: 0 };

type Cells = readonly (readonly unknown[])[];

function settle(grid: Cells) {
  return settlePlace(PLACE, "CAX", readKeyed(grid));
}

const blank = (count: number): readonly unknown[] => Array.from({ length: count }, () => "");

describe("a place in a sheet that people have changed", () => {
  it("is the listed one in a form as it was made", () => {
    expect(settle(BOOK.sheet("CAX"))).toEqual({ ...PLACE, shift: 0, faults: new Map() });
  });

  it("follows rows that were put in and columns on the left", () => {
    const sheet = BOOK.sheet("CAX");
    const moved = [blank(1), ...sheet.slice(0, 10), blank(1), ...sheet.slice(10)].map((row) => ["", ...row]);
    const { rows, shift, faults } = settle(moved);
    expect([rows.get("SL.LD"), rows.get("XN.nop"), shift, faults.size]).toEqual([
      (PLACE.rows.get("SL.LD") ?? 0) + 1,
      (PLACE.rows.get("XN.nop") ?? 0) + 2,
      1,
      0,
    ]);
  });

  it("has no row for a key that is gone, or there twice, or beside another row's words", () => {
    const sheet = BOOK.sheet("CAX").map((row) => [...row]);
    const at = (key: string) => (PLACE.rows.get(key) ?? 0) - 1;
    const [cux, ld, fund] = [sheet[at("SL.CUX")], sheet[at("SL.LD")], sheet[at("KP.ns")]];
    if (cux) cux[1] = "SL.BCHX";
    if (ld) ld[2] = cux?.[2] ?? "";
    if (fund) fund[1] = "";
    const { faults } = settle(sheet);
    expect(Object.fromEntries(faults)).toMatchObject({
      "SL.CUX": "biểu không còn dòng này",
      "SL.BCHX": expect.stringContaining("cùng mã"),
      "SL.LD": expect.stringContaining("của dòng khác"),
      "KP.ns": "biểu không còn dòng này",
    });
  });

  it("has no rows at all where the fields have changed places", () => {
    const swapped = BOOK.sheet("CAX").map(([unit, key, text, first, second, ...rest]) => [
      unit,
      key,
      text,
      second,
      first,
      ...rest,
    ]);
    expect(settle(swapped).rows.size).toBe(0);
  });

  it("never names a row beside which another key stands", () => {
    const change = fc.record({
      row: fc.nat(60),
      column: fc.nat(9),
      kind: fc.constantFrom("row", "column", "cut", "swap"),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 5 }), (changes) => {
        let grid: Cells = BOOK.sheet("CAX");
        for (const { row, column, kind } of changes) {
          if (kind === "row") grid = [...grid.slice(0, row), blank(9), ...grid.slice(row)];
          if (kind === "column") grid = grid.map((line) => [...line.slice(0, column), "", ...line.slice(column)]);
          if (kind === "cut") grid = grid.filter((_, index) => index !== row);
          if (kind === "swap")
            grid = grid.map((line, index) =>
              index === row ? (grid[row + 1] ?? line) : index === row + 1 ? (grid[row] ?? line) : line,
            );
        }
        const { rows, shift, faults } = settle(grid);
        for (const [key, row] of rows) expect(grid[row - 1]?.slice(shift, shift + 2)).toEqual(["CAX", key]);
        expect(rows.size + faults.size).toBe(PLACE.rows.size);
      }),
      { seed: 2282, numRuns: 60 },
    );
  });

  it("has no span where another unit's row stands in between", () => {
    const sheet = BOOK.sheet("CAX");
    const mixed = [...sheet.slice(0, 20), ["VHXH", "SL.LD"], ...sheet.slice(20)];
    expect(unitSpan(settle(sheet), "CAX", readKeyed(sheet))).toEqual({ first: 5, last: PLACE.rows.get("XN.nop") });
    expect(unitSpan(settle(mixed), "CAX", readKeyed(mixed))).toBeNull();
  });
});

describe("a sheet's keys", () => {
  it("count only beside a unit", () => {
    const sheet = BOOK.sheet("CAX").map((row) => [...row]);
    const at = (PLACE.rows.get("SL.LD") ?? 0) - 1;
    sheet[at]?.splice(0, 1, "");
    expect(settle(sheet).faults.get("SL.LD")).toBe("biểu không còn dòng này");
    const keyless = BOOK.sheet("CAX").map((row) => [...row]);
    keyless[at]?.splice(1, 1, "");
    expect(settle(keyless).faults.get("SL.LD")).toBe("biểu không còn dòng này");
    expect(readKeyed(keyless).rows.get("CAX")?.has("")).toBe(false);
  });

  it("of a task stand beside its own words, or words that are no other task's", () => {
    const at = (PLACE.rows.get("NV.V4.1") ?? 0) - 1;
    const labelled = (label: string) => {
      const sheet = BOOK.sheet("CAX").map((row) => [...row]);
      sheet[at]?.splice(2, 1, label);
      return settle(sheet).faults.get("NV.V4.1");
    };
    expect(labelled("V4.1. Viết lại")).toBeUndefined();
    expect(labelled("Lời của đơn vị")).toBeUndefined();
    expect(labelled("V4.2. Của việc khác")).toBe(`chữ ở dòng ${at + 1} là của dòng khác`);
  });
});
