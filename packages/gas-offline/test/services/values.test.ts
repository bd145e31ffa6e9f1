import { describe, expect, it } from "vitest";
import { messageOf, openSheet } from "./scripts.ts";

/** Sets one value in a cell of this format and reads it back. */
function roundTrip(value: unknown, format?: string): unknown {
  const { sheet } = openSheet();
  if (format !== undefined) sheet.getRangeList(["A1"]).setNumberFormat(format);
  const range = sheet.getRange("A1");
  range.setValues([[value]]);
  return range.getValues()[0]?.[0];
}

/** The Vietnamese day of a Date of any realm. */
function dayOf(value: unknown): string {
  expect(Object.prototype.toString.call(value)).toBe("[object Date]");
  return new Date(Number(value) + 7 * 3_600_000).toISOString().slice(0, 10);
}

describe("a spreadsheet in English", () => {
  function englishTrip(value: string) {
    const { open, sheet, model } = openSheet();
    open.workbook.locale = "en_US";
    sheet.getRange("A1").setValues([[value]]);
    return { read: sheet.getRange("A1").getValues()[0]?.[0], format: model.cells[1]?.[1]?.format?.numberFormat };
  }

  it.each([
    ["1.500", 1.5],
    ["1,500", 1500],
    ["1,234.5%", 12.345],
    ["3,5", "3,5"],
    ["25/11/2026", "25/11/2026"],
  ])("reads %j as %j", (typed, value) => {
    expect(englishTrip(typed).read).toBe(value);
  });

  it("reads 08/03/2026 as 3 August, and shows the month first where the cell has no format of its own", () => {
    const { read, format } = englishTrip("08/03/2026");
    expect([dayOf(read), format]).toEqual(["2026-08-03", "M/d/yyyy"]);
    expect(dayOf(englishTrip("2026-03-08").read)).toBe("2026-03-08");
  });

  it("is turned into a Vietnamese one by its script, formulas and all; what was typed stays", () => {
    const { open, book, sheet } = openSheet();
    open.workbook.locale = "en_US";
    sheet.getRange("A1").setValue("2.5");
    sheet.getRange("B1").setFormula('=A1&" điểm"');
    expect(sheet.getRange("B1").getValue()).toBe("2.5 điểm");
    book.setSpreadsheetLocale("vi_VN");
    expect([book.getSpreadsheetLocale(), ...(sheet.getRange("A1:B1").getValues()[0] ?? [])]).toEqual([
      "vi_VN",
      2.5,
      "2,5 điểm",
    ]);
    sheet.getRange("A1").setValue("2,5");
    expect(sheet.getRange("A1").getValue()).toBe(2.5);
  });
});

describe("setValues parses text as if it were typed", () => {
  it.each([
    ["007", 7],
    ["-12", -12],
    ["+5", 5],
    ["3,5", 3.5],
    ["1.234.567", 1_234_567],
    ["1.234,5", 1234.5],
    ["12.34", "12.34"],
    ["1E5", 100_000],
    ["40%", 0.4],
    ["+40%", 0.4],
    ["1.234,5%", 12.345],
    [" 8 ", 8],
    ["TRUE", true],
    ["false", false],
    ["Vĩnh Phong", "Vĩnh Phong"],
    ["5 người", "5 người"],
  ])("%j becomes %j", (typed, value) => {
    expect(roundTrip(typed)).toBe(value);
  });

  it.each([
    ["1/2/2026", "2026-02-01"],
    ["31-12-2026", "2026-12-31"],
    ["5/6/26", "2026-06-05"],
    ["2026-11-05", "2026-11-05"],
    ["1/2", `${new Date().getFullYear()}-02-01`],
  ])("%j becomes the day %s", (typed, day) => {
    expect(dayOf(roundTrip(typed))).toBe(day);
  });

  it.each(["31/2/2026", "45/13", "0/1/2026"])("%j is no day and stays text", (typed) => {
    expect(roundTrip(typed)).toBe(typed);
  });

  it.each([
    ["45%", undefined, "0%"],
    ["45,5%", undefined, "0.00%"],
    ["45%", "0.0", "0.0"],
    ["45%", "0.000%", "0.000%"],
    ["45", undefined, undefined],
  ])("%j in a cell of the number format %s leaves it %s", (typed, before, after) => {
    const { sheet, model } = openSheet();
    if (before !== undefined) sheet.getRangeList(["A1"]).setNumberFormat(before);
    sheet.getRange("A1").setValues([[typed]]);
    expect(model.cells[1]?.[1]?.format?.numberFormat).toBe(after);
  });

  it("takes a number typed into a cell of percentages for so many percent, a script's number as it is", () => {
    expect(roundTrip("5", "0%")).toBe(0.05);
    expect(roundTrip("5%", "0%")).toBe(0.05);
    expect(roundTrip("12,5", "0.00%")).toBe(0.125);
    expect(roundTrip(5, "0%")).toBe(5);
    expect(roundTrip("5", '0"%"')).toBe(5);
  });

  it("keeps what follows an apostrophe, without the apostrophe", () => {
    expect(roundTrip("'007")).toBe("007");
    expect(roundTrip("'=1+1")).toBe("=1+1");
    expect(roundTrip("'")).toBe("");
  });

  it("keeps the apostrophe in a plain-text cell, and there alone, under the other answer of public reports", () => {
    const { sheet, open } = openSheet();
    open.context.keepsTextMark = true;
    sheet.getRangeList(["A1"]).setNumberFormat("@");
    sheet.getRange("A1:B1").setValues([["'007", "'007"]]);
    expect(sheet.getRange("A1:B1").getValues()).toEqual([["'007", "007"]]);
  });

  it("keeps all text but formulas in a plain-text cell", () => {
    expect(roundTrip("007", "@")).toBe("007");
    expect(roundTrip("1/2", "@")).toBe("1/2");
    expect(roundTrip("TRUE", "@")).toBe("TRUE");
    expect(roundTrip("+84 912", "@")).toBe("+84 912");
    expect(roundTrip("=1+1", "@")).toBe(2);
  });

  it("takes = and + for formulas", () => {
    expect(roundTrip("=1+1")).toBe(2);
    expect(roundTrip("+2*3")).toBe(6);
    expect(roundTrip("+84 912 345")).toBe("#ERROR!");
    expect(roundTrip("=")).toBe("=");
  });

  it("keeps numbers, booleans and dates, and blanks what is empty", () => {
    const { sheet } = openSheet();
    const day = new Date("2026-11-05T00:00:00+07:00");
    const range = sheet.getRange("A1:E1");
    range.setValues([[1.5, false, day, "", null]]);
    const [row = []] = range.getValues();
    expect([row[0], row[1], row[3], row[4]]).toEqual([1.5, false, "", ""]);
    expect(dayOf(row[2])).toBe("2026-11-05");
  });
});

describe("a write", () => {
  it("must have the range's size", () => {
    const { sheet } = openSheet();
    const range = sheet.getRange("A1:B2");
    expect(messageOf(() => range.setValues([[1, 2]]))).toBe(
      "The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.",
    );
    expect(messageOf(() => range.setValues([[1, 2], [3]]))).toBe(
      "The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.",
    );
    expect(messageOf(() => range.setFormulas([["=1"]]))).toContain("The data has 1 but the range has 2.");
    expect(messageOf(() => range.setNotes([["a"]]))).toContain("The data has 1 but the range has 2.");
    expect(messageOf(() => range.setDataValidations([[null]]))).toContain("The data has 1 but the range has 2.");
    expect(range.getValues()).toEqual([
      ["", ""],
      ["", ""],
    ]);
  });

  it("stays within the sheet", () => {
    const { sheet } = openSheet();
    const outside = "The coordinates of the range are outside the dimensions of the sheet.";
    expect(messageOf(() => sheet.getRange(1000, 1, 2, 1))).toBe(outside);
    expect(messageOf(() => sheet.getRange("AA1"))).toBe(outside);
    expect(messageOf(() => sheet.getRange(0, 1))).toBe("The starting row of the range is too small.");
    expect(messageOf(() => sheet.getRangeList(["A1", "A2000"]))).toBe(outside);
    expect(messageOf(() => sheet.getRange("Trang!A1"))).toBe("Range not found");
  });

  it("leaves nothing half-written where one text is too long", () => {
    const { sheet } = openSheet();
    const range = sheet.getRange("A1:A2");
    range.setValues([["cũ"], ["cũ"]]);
    const long = [["mới"], ["x".repeat(50_001)]];
    expect(messageOf(() => range.setValues(long))).toContain("maximum of 50000 characters");
    expect(range.getValues()).toEqual([["cũ"], ["cũ"]]);
    range.setValues([["mới"], ["x".repeat(50_000)]]);
    expect(range.getValues()[0]).toEqual(["mới"]);
  });

  it("is seen by formulas at the next reading", () => {
    const { sheet } = openSheet();
    sheet.getRange("B1").setFormula("=A1*2");
    sheet.getRange("A1").setValues([[21]]);
    expect(sheet.getRange("B1").getValues()).toEqual([[42]]);
  });

  it("reaches formulas over ranges that are open at the bottom when rows are added", () => {
    const { book, sheet } = openSheet();
    const other = book.insertSheet("Khác", 1);
    other.getRange("A1").setFormula("=SUM('Trang tính1'!A2:A)");
    sheet.insertRowsAfter(1000, 1);
    sheet.getRange("A1001").setValues([[5]]);
    expect(other.getRange("A1").getValues()).toEqual([[5]]);
  });
});

describe("a strict validation", () => {
  function validated() {
    const opened = openSheet();
    const { app, sheet } = opened;
    const whole = app.newDataValidation().setAllowInvalid(false).setHelpText("Nhập số nguyên.");
    sheet.getRange("B1:B2").setDataValidation(whole.requireFormulaSatisfied("=AND(ISNUMBER(B1);B1<=A1)").build());
    sheet.getRange("A1:B2").setValues([
      [5, 3],
      [7, 4],
    ]);
    return opened;
  }

  it("refuses the whole write and puts back what was there", () => {
    const { sheet } = validated();
    const range = sheet.getRange("A1:B2");
    const wrong = [
      [9, 9],
      [1, 2],
    ];
    expect(messageOf(() => range.setValues(wrong))).toBe(
      "The data you entered in cell B2 violates the data validation rules set on this cell. Nhập số nguyên.",
    );
    expect(range.getValues()).toEqual([
      [5, 3],
      [7, 4],
    ]);
  });

  it("puts formulas and formats back too", () => {
    const { sheet, model } = validated();
    expect(sheet.getRange("A1").setFormula("=2+3").getValues()).toEqual([[5]]);
    expect(messageOf(() => sheet.getRange("A1:B1").setValues([["1/2/2026", "nhiều"]]))).toContain("cell B1");
    expect(model.cells[1]?.[1]).toEqual({ formula: "=2+3", value: 5 });
  });

  it("judges by what is written with it, relative to its own cell", () => {
    const { sheet } = validated();
    sheet.getRange("A2:B2").setValues([[10, 10]]);
    expect(sheet.getRange("A2:B2").getValues()).toEqual([[10, 10]]);
  });

  it("lets blanks through, and everything once it is taken off; put back, it refuses again", () => {
    const { sheet } = validated();
    const range = sheet.getRange("B1:B2");
    range.setValues([[""], [""]]);
    const rules = range.getDataValidations();
    range.clearDataValidations();
    range.setValues([["nhiều"], [99]]);
    range.setDataValidations(rules);
    expect(range.getValues()).toEqual([["nhiều"], [99]]);
    expect(messageOf(() => range.setValues([["nhiều"], [99]]))).toContain("cell B1");
  });

  it("of a list takes its items only; a lenient one takes all", () => {
    const { app, sheet } = openSheet();
    const list = app.newDataValidation().requireValueInList(["Có", "Không"], true);
    sheet.getRange("A1").setDataValidation(list.setAllowInvalid(false).build());
    sheet.getRange("A2").setDataValidation(list.setAllowInvalid(true).build());
    sheet.getRange("A1:A2").setValues([["Có"], ["Chưa rõ"]]);
    expect(messageOf(() => sheet.getRange("A1").setValues([["Chưa rõ"]]))).toContain("cell A1");
  });

  it("is refused with more than 500 items, or with a custom function", () => {
    const { app } = openSheet();
    const items = Array.from({ length: 501 }, (_, index) => String(index));
    expect(messageOf(() => app.newDataValidation().requireValueInList(items))).toContain("500");
    expect(messageOf(() => app.newDataValidation().requireFormulaSatisfied("=MY_TYLE(A1;B1)>1"))).toContain(
      "Custom functions are not allowed",
    );
  });
});

describe("a conditional format", () => {
  it("takes no custom function and no other sheet, but for INDIRECT", () => {
    const { app } = openSheet();
    const rule = app.newConditionalFormatRule();
    expect(messageOf(() => rule.whenFormulaSatisfied("=MY_TYLE(A1;B1)>1"))).toContain("custom function");
    expect(messageOf(() => rule.whenFormulaSatisfied("='Chỉ tiêu'!A1>1"))).toContain("different sheet");
    expect(() => rule.whenFormulaSatisfied(`=INDIRECT("'Chỉ tiêu'!A1")>1`)).not.toThrow();
  });

  it("replaces all rules of its sheet, and is refused on another", () => {
    const { app, book, sheet, model } = openSheet();
    const other = book.insertSheet("Khác", 1);
    const ruleOn = (formula: string) =>
      app
        .newConditionalFormatRule()
        .whenFormulaSatisfied(formula)
        .setBold(true)
        .setRanges([sheet.getRange("A1:A3")]);
    sheet.setConditionalFormatRules([ruleOn("=A1>1").build(), ruleOn("=A1>2").build()]);
    sheet.setConditionalFormatRules([ruleOn("=A1>3").build()]);
    expect(model.conditionalFormats.map(({ formula }) => formula)).toEqual(["=A1>3"]);
    expect(messageOf(() => other.setConditionalFormatRules([ruleOn("=A1>1").build()]))).toContain("different sheet");
  });
});

describe("merging", () => {
  it("keeps the first cell's content only", () => {
    const { sheet } = openSheet();
    sheet.getRange("A1:B2").setValues([
      [1, 2],
      [3, 4],
    ]);
    sheet.getRange("A1:B2").merge();
    expect(sheet.getRange("A1:B2").getValues()).toEqual([
      [1, ""],
      ["", ""],
    ]);
  });

  it("merges each row of a range by itself", () => {
    const { sheet, model } = openSheet();
    sheet.getRange("A1:C2").mergeAcross();
    expect(model.merges).toEqual([
      { row: 1, column: 1, rows: 1, columns: 3 },
      { row: 2, column: 1, rows: 1, columns: 3 },
    ]);
  });

  it("takes earlier merges in whole or not at all", () => {
    const { sheet, model } = openSheet();
    sheet.getRange("A1:B1").merge();
    expect(messageOf(() => sheet.getRange("B1:C1").merge())).toContain("all cells in a merged range");
    sheet.getRange("A1:C1").merge();
    expect(model.merges).toEqual([{ row: 1, column: 1, rows: 1, columns: 3 }]);
  });
});
