import { readXlsx, type Sheet } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { encodeWorkbook } from "../../src/xlsx/codec.ts";
import { richWorkbook } from "./rich-workbook.ts";

describe("what a person sees in Excel", () => {
  let unit: Sheet;
  let summary: Sheet;
  let sheets: readonly Sheet[];
  beforeAll(async () => {
    sheets = (await readXlsx(await encodeWorkbook(richWorkbook()), { readStyles: true })).sheets;
    const [first, second] = sheets;
    if (!first || !second) throw new Error("no sheets");
    unit = first;
    summary = second;
  });

  it("has the stored part out of sight", () => {
    expect(sheets.map(({ name, hidden, veryHidden }) => [name, hidden ?? false, veryHidden ?? false])).toEqual([
      ["Đơn vị 'A' (xã)", false, false],
      ["Tổng hợp- 2026-2030 – toàn bộ …", false, false],
      ["History (2)", true, false],
      ["_gas_offline", false, true],
    ]);
  });

  it("computes plain formulas, and shows the values of the others", () => {
    expect(summary.cells?.get("9,2")?.formula).toBe('IF(B2>10,"nhiều, lắm; thật","ít")');
    expect(summary.cells?.get("9,2")?.value).toBe("nhiều, lắm; thật");
    const computed = [1, 9, 15, 16, 17, 18].map((row) => summary.cells?.get(`${row},${row === 1 ? 0 : 2}`)?.formula);
    expect(computed.map((formula) => formula !== undefined)).toEqual([false, true, false, false, false, true]);
    expect(summary.rows[1]?.slice(0, 2)).toEqual(["Nữ", 12]);
    expect(summary.cells?.get("3,1")).toMatchObject({ type: "error", value: "#N/A" });
  });

  it("may type into the holes of the protection only", () => {
    expect(unit.protection?.sheet).toBe(true);
    expect(unit.cells?.get("1,1")?.style?.protection?.locked).toBe(false);
    expect(unit.cells?.get("60,2")?.style?.protection?.locked).toBe(false);
    expect(unit.cells?.get("1,0")?.style?.protection).toBeUndefined();
  });

  it("is told what a cell takes", () => {
    expect(unit.dataValidations).toMatchObject([
      {
        type: "list",
        range: "E2:E20",
        values: ["Đạt", "Chưa đạt"],
        errorStyle: "stop",
        inputMessage: "Chọn một trong hai",
      },
      {
        type: "whole",
        range: "F2:F20",
        formula1: "0",
        formula2: "1000",
        errorMessage: "Hãy nhập một số từ 0 đến 1000.",
      },
      { type: "date", range: "G2:G20", errorStyle: "warning" },
      { type: "list", range: "H2:H20", values: ["TRUE", "FALSE"] },
      { type: "custom", range: "I2:I20", formula1: "AND($B2>=0,LEN(I2)<=20,COUNTIF($I$2:$I$20,I2)=1)" },
      { type: "list", range: "E21", formula1: "_gas_offline!$B$1:$B$4" },
    ]);
    expect(sheets[3]?.rows[1]?.[1]).toBe('Cơ quan "A"');
  });

  it("sees cells coloured by rules that are right in each area", () => {
    expect(unit.conditionalRules).toMatchObject([
      { range: "B2:B21", formula: 'AND(B2<>"",B2<0)', priority: 1 },
      { range: "A2:A6", formula: 'COUNTIF($A$2:$A$1048576,A2)>1&"; không đổi"', priority: 2 },
      { range: "C10:C14", formula: 'COUNTIF($A$2:$A$1048576,C10)>1&"; không đổi"', priority: 3 },
    ]);
  });

  it("prints on A4, one page wide, with the frozen rows on each page", () => {
    expect(unit.pageSetup).toMatchObject({
      paperSize: "a4",
      orientation: "landscape",
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: "$1:$1",
    });
    expect(summary.pageSetup?.orientation).toBe("portrait");
  });

  it("sees how much of a long text is missing", () => {
    const text = unit.rows[7]?.[3];
    expect(typeof text === "string" && [text.length, text.at(-1)]).toEqual([32_767, "…"]);
  });

  it("has rows as tall as their wrapped text", () => {
    expect(unit.rowDefs?.get(5)?.height).toBeGreaterThan(35);
  });
});
