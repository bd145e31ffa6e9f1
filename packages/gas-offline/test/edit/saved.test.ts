import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Action } from "../../src/edit/action.ts";
import type { Area, CellModel, WorkbookModel } from "../../src/model.ts";
import { openWorkbook } from "../../src/open.ts";
import { decodeWorkbook, encodeWorkbook } from "../../src/xlsx/codec.ts";
import { bundleOf } from "../services/scripts.ts";
import { richWorkbook } from "../xlsx/rich-workbook.ts";

const sheet = fc.constantFrom(3, 7, 8);
const row = fc.integer({ min: 1, max: 24 });
const column = fc.integer({ min: 1, max: 8 });
const count = fc.integer({ min: 1, max: 4 });
const area: fc.Arbitrary<Area> = fc.record({ row, column, rows: count, columns: count });
const to = fc.record({ sheet, row, column });
const lines = { sheet, at: row, count };

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    kind: fc.constant("type" as const),
    sheet,
    row,
    column,
    value: fc.constantFrom("7", "chữ", "=A1+B2", "=SUM('Đơn vị ''A'' (xã)'!B2:B)", "=A2:B3", "", true),
  }),
  fc.record({
    kind: fc.constant("pasteText" as const),
    sheet,
    row,
    column,
    texts: fc.constantFrom([["1", "2"], ["x"]], [["'007"], ["1/2"]]),
  }),
  fc.record({
    kind: fc.constant("copyPaste" as const),
    sheet,
    area,
    to,
    what: fc.constantFrom("all", "format", "validation", "values"),
  }),
  fc.record({ kind: fc.constant("cutPaste" as const), sheet, area, to }),
  fc.record({
    kind: fc.constantFrom("clearContent", "clearAll", "clearValidation", "merge", "unmerge"),
    sheet,
    area,
  }),
  fc.record({ kind: fc.constantFrom("insertRows", "insertColumns", "deleteRows", "deleteColumns"), ...lines }),
  fc.record({ kind: fc.constantFrom("moveRows", "moveColumns"), ...lines, before: row }),
  fc.record({ kind: fc.constantFrom("hideRows", "showRows", "hideColumns", "showColumns"), ...lines }),
  fc.record({ kind: fc.constant("sortRange" as const), sheet, area, column, ascending: fc.boolean() }),
  fc.record({
    kind: fc.constant("setFormat" as const),
    sheet,
    area,
    format: fc.constantFrom({ background: "#fff2cc" }, { numberFormat: "0.0" }, { numberFormat: "@" }),
  }),
  fc.record({ kind: fc.constant("renameSheet" as const), sheet, name: fc.constantFrom("Tờ 1", "a/b", "L'Anh") }),
  fc.record({ kind: fc.constantFrom("duplicateSheet", "deleteSheet", "hideSheet", "showSheet"), sheet }),
  fc.record({ kind: fc.constant("moveSheet" as const), sheet, position: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant("colourSheet" as const), sheet, colour: fc.constantFrom("#ff0000", null) }),
);

/** A workbook without cells that hold nothing: a file does not keep those. */
function tidied(workbook: WorkbookModel): WorkbookModel {
  const sheets = workbook.sheets.map((one) => {
    const cells: (CellModel | undefined)[][] = [];
    one.cells.forEach((line, at) => {
      line?.forEach((cell, place) => {
        if (!cell || Object.keys(cell).length === 0) return;
        const kept = cells[at] ?? [];
        kept[place] = cell;
        cells[at] = kept;
      });
    });
    return { ...one, cells };
  });
  return { ...workbook, sheets };
}

function tried(doing: () => unknown): boolean {
  try {
    doing();
    return true;
  } catch {
    return false;
  }
}

describe("whatever is done in the grid", () => {
  it("is the same workbook when saved and opened again", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 6 }), async (actions) => {
        const open = openWorkbook(richWorkbook(), bundleOf(""));
        for (const one of actions) tried(() => open.act(one));
        const back = await decodeWorkbook(await encodeWorkbook(open.workbook), "sổ.xlsx");
        expect(tidied(back)).toEqual(tidied(open.workbook));
      }),
      { numRuns: 40 },
    );
  });

  it("is done or changes nothing", { timeout: 120_000 }, () => {
    const refused = new Set<string>();
    fc.assert(
      fc.property(fc.array(action, { minLength: 1, maxLength: 4 }), fc.boolean(), (actions, asUnit) => {
        const open = openWorkbook(richWorkbook(), bundleOf(""));
        if (asUnit) open.context.user = "donvi-b@xa.gov.vn";
        for (const one of actions) {
          const before = structuredClone(open.workbook);
          if (tried(() => open.act(one))) continue;
          refused.add(one.kind);
          expect(tidied(open.workbook)).toEqual(tidied(before));
        }
      }),
      { numRuns: 150 },
    );
    expect(refused.size).toBeGreaterThan(5);
  });

  it("is undone where rows or columns are inserted and deleted again", { timeout: 120_000 }, () => {
    const inserted = fc.record({ kind: fc.constantFrom("insertRows", "insertColumns"), ...lines });
    fc.assert(
      fc.property(fc.array(action, { maxLength: 2 }), inserted, (actions, insertion) => {
        const open = openWorkbook(richWorkbook(), bundleOf(""));
        for (const one of actions) tried(() => open.act(one));
        const before = structuredClone(open.workbook);
        const { rows, columns } = before.sheets.find(({ id }) => id === insertion.sheet) ?? { rows: 0, columns: 0 };
        // What is added behind all others may be what a reference beyond the sheet was waiting for.
        if (insertion.at > (insertion.kind === "insertRows" ? rows : columns)) return;
        if (!tried(() => open.act(insertion))) return;
        const kind = insertion.kind === "insertRows" ? "deleteRows" : "deleteColumns";
        open.act({ ...insertion, kind });
        expect(tidied(open.workbook)).toEqual(tidied(before));
      }),
      { numRuns: 150 },
    );
  });

  it("says the same whether formulas are followed step by step or all evaluated again", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.array(action, { minLength: 1, maxLength: 6 }), (actions) => {
        const open = openWorkbook(richWorkbook(), bundleOf(""));
        for (const one of actions) tried(() => open.act(one));
        const stepwise = structuredClone(open.workbook);
        open.context.calculator.recalculateAll();
        expect(tidied(open.workbook)).toEqual(tidied(stepwise));
      }),
      { numRuns: 150 },
    );
  });
});
