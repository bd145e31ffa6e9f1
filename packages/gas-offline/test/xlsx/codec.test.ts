import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CellContent,
  type CellFormat,
  cellAt,
  ensureCell,
  newSheet,
  type SheetModel,
  type Validation,
  type WorkbookModel,
} from "../../src/model.ts";
import { decodeWorkbook, encodeWorkbook } from "../../src/xlsx/codec.ts";
import { richWorkbook, TRICKY_TEXTS } from "./rich-workbook.ts";

async function reopened(workbook: WorkbookModel): Promise<WorkbookModel> {
  return await decodeWorkbook(await encodeWorkbook(workbook), "sổ.xlsx");
}

function workbookOf(...sheets: SheetModel[]): WorkbookModel {
  return { ...richWorkbook(), sheets };
}

describe("a workbook saved and opened again", () => {
  it("is the same workbook", async () => {
    expect(await reopened(richWorkbook())).toEqual(richWorkbook());
  });

  it("is the same after a second time", async () => {
    expect(await reopened(await reopened(richWorkbook()))).toEqual(richWorkbook());
  });

  it("keeps every text as text", async () => {
    const [unit] = (await reopened(richWorkbook())).sheets;
    expect(unit && TRICKY_TEXTS.map((_, index) => cellAt(unit, index + 2, 1)?.value)).toEqual(TRICKY_TEXTS);
  });

  it("keeps rows hidden and sized below the last cell", async () => {
    const sheet = newSheet(1, "Trang");
    ensureCell(sheet, 2, 2).value = 1;
    sheet.hiddenRows.add(9).add(12);
    sheet.rowHeights.set(15, 40);
    const [back] = (await reopened(workbookOf(sheet))).sheets;
    expect(back).toEqual(sheet);
  });

  it("leaves out cells that hold nothing at all", async () => {
    const sheet = newSheet(1, "Trang");
    ensureCell(sheet, 2, 2);
    expect((await reopened(workbookOf(sheet))).sheets[0]?.cells).toEqual([]);
  });

  it("shares one format and one validation between cells that have the same", async () => {
    const sheet = newSheet(1, "Trang");
    for (const row of [1, 2]) {
      ensureCell(sheet, row, 1).format = { bold: true, background: "#eeeeee" };
      ensureCell(sheet, row, 1).validation = { kind: "checkbox", strict: true };
    }
    const [back] = (await reopened(workbookOf(sheet))).sheets;
    expect(back && cellAt(back, 1, 1)?.format).toBe(back && cellAt(back, 2, 1)?.format);
    expect(back && cellAt(back, 1, 1)?.validation).toBe(back && cellAt(back, 2, 1)?.validation);
  });

  it("gives sheets that Excel would not tell apart names of their own", async () => {
    const names = ["a/b", "a:b", "A-B", "_gas_offline", "x".repeat(40), `${"x".repeat(40)}y`, "''", " đầu"];
    const workbook = workbookOf(...names.map((name, index) => newSheet(index + 1, name)));
    expect((await reopened(workbook)).sheets.map((sheet) => sheet.name)).toEqual(names);
  });

  it("has a visible sheet in Excel even when all are hidden here", async () => {
    const sheet = newSheet(1, "Ẩn");
    sheet.hidden = true;
    expect((await reopened(workbookOf(sheet))).sheets.map(({ name }) => name)).toEqual(["Ẩn"]);
  });
});

describe("any cells and formats", () => {
  const color = fc.constantFrom("#000000", "#ffffff", "#FF0000", "#12ab9f");
  const format: fc.Arbitrary<CellFormat> = fc.record(
    {
      numberFormat: fc.constantFrom("@", "0", "0.00", "#,##0", "dd/mm/yyyy", "hh:mm", '0 "phụ nữ"', "0.0%"),
      fontFamily: fc.constantFrom("Arial", "Times New Roman"),
      fontSize: fc.constantFrom(8, 10, 11, 13),
      bold: fc.boolean(),
      italic: fc.boolean(),
      fontColor: color,
      background: color,
      wrap: fc.boolean(),
      horizontal: fc.constantFrom("left", "center", "right"),
      vertical: fc.constantFrom("top", "middle", "bottom"),
      border: color,
    },
    { requiredKeys: [] },
  );
  const value: fc.Arbitrary<CellContent | { error: string }> = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(...TRICKY_TEXTS, "", "#VALUE!"),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.integer({ min: -10, max: 60_000 }),
    fc.boolean(),
    fc.constantFrom("#N/A", "#DIV/0!", "#ERROR!", "#SPILL!").map((error) => ({ error })),
  );
  const validation: fc.Arbitrary<Validation> = fc.oneof(
    fc.record({
      kind: fc.constant("list" as const),
      strict: fc.boolean(),
      values: fc.array(fc.string(), { maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant("checkbox" as const), strict: fc.boolean(), help: fc.string() }),
    fc.record({
      kind: fc.constant("formula" as const),
      strict: fc.boolean(),
      formula: fc.constantFrom("=A1>0", "=$A1>B$2", "=SUM(A1:C3)<10", "=a1>0", "=sai("),
    }),
  );
  const cell = fc.record(
    {
      value,
      format,
      note: fc.string({ unit: "binary" }),
      validation,
      formula: fc.constantFrom("=A1+1", "=MY_X(A1;B2)", "=IF(A1;1;2)", "=SUM(A:A)", "=#REF!"),
    },
    { requiredKeys: [] },
  );
  const place = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 10 }));

  it("come back as they were", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(place, cell), { maxLength: 30 }), async (cells) => {
        const sheet = newSheet(1, "Trang", 30, 12);
        for (const [[row, column], content] of cells) {
          if (Object.keys(content).length > 0) Object.assign(ensureCell(sheet, row, column), content);
        }
        const workbook = workbookOf(sheet);
        expect((await reopened(workbook)).sheets).toEqual(workbook.sheets);
      }),
      { numRuns: 150 },
    );
  });
});
