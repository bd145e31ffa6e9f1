import { describe, expect, it } from "vitest";
import { messageOf, openScript, openSheet, UNIT } from "./scripts.ts";

describe("a range", () => {
  it("says where it is, and reads and sets one value", () => {
    const { sheet } = openSheet();
    const range = sheet.getRange("B3:C5").setValue("=1+1");
    expect([range.getRow(), range.getColumn(), range.getNumRows(), range.getNumColumns()]).toEqual([3, 2, 3, 2]);
    expect(sheet.getRange("C5").getValue()).toBe(2);
    expect(sheet.getRange("A1").getValue()).toBe("");
  });

  it("has formulas where they were written, not where they spill", () => {
    const { sheet } = openSheet();
    sheet.getRange("A1:B1").setValues([[1, 2]]);
    sheet.getRange("A3").setFormula("=A1:B1");
    expect(sheet.getRange("A3:B3").getValues()).toEqual([[1, 2]]);
    expect(sheet.getRange("A1:B3").getFormulas()).toEqual([
      ["", ""],
      ["", ""],
      ["=A1:B1", ""],
    ]);
  });

  it("reads looks and notes, and their defaults", () => {
    const { sheet } = openSheet();
    const range = sheet.getRange("A1:B1");
    range
      .setNumberFormats([["@", "General"]])
      .setBackgrounds([["#fff2cc", null]])
      .setNotes([["lời", ""]]);
    expect(range.getNumberFormats()).toEqual([["@", "General"]]);
    expect(range.getBackgrounds()).toEqual([["#fff2cc", "#ffffff"]]);
    expect(range.getNotes()).toEqual([["lời", ""]]);
    range.setNumberFormats([["General", "0"]]).setBackgrounds([[null, "#000000"]]);
    expect([range.getNumberFormats(), range.getBackgrounds()]).toEqual([[["General", "0"]], [["#ffffff", "#000000"]]]);
  });

  it("is cleared of content, looks or notes alone; looks take conditional formats with them", () => {
    const { sheet, app } = openSheet();
    const range = sheet
      .getRange("A2")
      .setValue(5)
      .setNotes([["lời"]])
      .setBackgrounds([["#000000"]]);
    const rule = app
      .newConditionalFormatRule()
      .whenFormulaSatisfied("=A1>1")
      .setBackground("#ff0000")
      .setRanges([sheet.getRange("A1:A3")])
      .build();
    sheet.setConditionalFormatRules([rule]);
    range.clearContent();
    expect([range.getValue(), range.getNotes(), range.getBackgrounds()]).toEqual(["", [["lời"]], [["#000000"]]]);
    range.clearNote().clearFormat();
    expect([range.getNotes(), range.getBackgrounds()]).toEqual([[[""]], [["#ffffff"]]]);
    const [left] = sheet.getConditionalFormatRules();
    expect(left?.getRanges().map((each) => each.getA1Notation())).toEqual(["A1", "A3"]);
  });

  it("changes nothing where it is protected", () => {
    const { sheet, app, as } = openSheet();
    const range = sheet.getRange("A1").setValue(1);
    sheet.getRange("A1:B1").merge();
    sheet.protect().removeEditors([UNIT]);
    as(UNIT);
    const attempts = [
      () => range.setValue(2),
      () => range.clearContent(),
      () => range.clearFormat(),
      () => range.clearNote(),
      () => range.setBackgrounds([["#000000"]]),
      () => range.setNumberFormats([["@"]]),
      () => sheet.getRange("A1:B1").breakApart(),
      () => sheet.getRange("C1").copyTo(range, app.CopyPasteType.PASTE_FORMAT, false),
    ];
    for (const attempt of attempts) expect(messageOf(attempt)).toContain("protected cell or object");
    expect(range.getValue()).toBe(1);
  });
});

describe("copyTo", () => {
  function source() {
    const opened = openSheet();
    const { sheet, app } = opened;
    sheet.getRange("A1:B2").setValues([
      [1, "=A1*2"],
      [3, "=A2*2"],
    ]);
    sheet
      .getRange("A1")
      .setBackgrounds([["#fff2cc"]])
      .setNotes([["lời"]]);
    sheet.getRange("B1").setDataValidation(app.newDataValidation().requireFormulaSatisfied("=B1>A1").build());
    return opened;
  }

  it("brings all: formulas shifted, looks, validations, notes", () => {
    const { sheet } = source();
    sheet.getRange("A1:B2").copyTo(sheet.getRange("D5"));
    expect(sheet.getRange("D5:E6").getFormulas()).toEqual([
      ["", "=D5*2"],
      ["", "=D6*2"],
    ]);
    expect(sheet.getRange("D5:E6").getValues()).toEqual([
      [1, 2],
      [3, 6],
    ]);
    expect([sheet.getRange("D5").getBackgrounds(), sheet.getRange("D5").getNotes()]).toEqual([
      [["#fff2cc"]],
      [["lời"]],
    ]);
    expect(sheet.getRange("E5").getDataValidations()[0]?.[0]?.getCriteriaValues()).toEqual(["=E5>D5"]);
  });

  it("repeats the source where it fits several times, and may lay it on its side", () => {
    const { sheet, app } = source();
    sheet.getRange("B1").copyTo(sheet.getRange("B3:B5"));
    expect(sheet.getRange("B3:B5").getFormulas()).toEqual([["=A3*2"], ["=A4*2"], ["=A5*2"]]);
    sheet.getRange("A1:A2").copyTo(sheet.getRange("D9"), app.CopyPasteType.PASTE_VALUES, true);
    expect(sheet.getRange("D9:E9").getValues()).toEqual([[1, 3]]);
  });

  it("brings looks, validations or values alone", () => {
    const { sheet, app } = source();
    const { PASTE_FORMAT, PASTE_DATA_VALIDATION, PASTE_VALUES } = app.CopyPasteType;
    sheet.getRange("A1").copyTo(sheet.getRange("D1"), PASTE_FORMAT, false);
    sheet.getRange("B1").copyTo(sheet.getRange("E1"), PASTE_DATA_VALIDATION, false);
    sheet.getRange("B1").copyTo(sheet.getRange("F1"), PASTE_VALUES, false);
    expect(sheet.getRange("D1:F1").getValues()).toEqual([["", "", 2]]);
    expect(sheet.getRange("F1").getFormulas()).toEqual([[""]]);
    expect(sheet.getRange("D1:F1").getBackgrounds()).toEqual([["#fff2cc", "#ffffff", "#ffffff"]]);
    expect(
      sheet
        .getRange("D1:F1")
        .getDataValidations()[0]
        ?.map((rule) => rule?.getCriteriaValues() ?? null),
    ).toEqual([null, ["=E1>D1"], null]);
  });

  it("brings merged cells, and does not cut through others", () => {
    const { sheet } = openSheet();
    sheet.getRange("A1:B1").merge();
    sheet.getRange("A1:B1").copyTo(sheet.getRange("D4"));
    expect(
      sheet
        .getRange("A1:Z9")
        .getMergedRanges()
        .map((range) => range.getA1Notation()),
    ).toEqual(["A1:B1", "D4:E4"]);
    expect(messageOf(() => sheet.getRange("A1:B1").copyTo(sheet.getRange("E4")))).toContain(
      "all cells in a merged range",
    );
    sheet.getRange("D4:E4").breakApart();
    expect(sheet.getRange("D4:E4").getMergedRanges()).toEqual([]);
    expect(messageOf(() => sheet.getRange("A1:B1").copyTo(sheet.getRange("Z4")))).toContain("outside the dimensions");
  });
});

describe("rules are read as they were built", () => {
  it("validations by kind, values, help and strictness", () => {
    const { sheet, app, model } = openSheet();
    const list = app.newDataValidation().requireValueInList(["xong", "chưa"]).setHelpText("Chọn").setAllowInvalid(true);
    sheet.getRange("A1").setDataValidation(list.build());
    model.cells[1] = [undefined, model.cells[1]?.[1], { validation: { kind: "checkbox", strict: true } }];
    model.cells[1][3] = { validation: { kind: "number", strict: true, least: 0, most: 9 } };
    model.cells[1][4] = { validation: { kind: "number", strict: true, least: 0 } };
    model.cells[1][5] = { validation: { kind: "date", strict: true, from: 46023, to: 46387 } };
    const rules = sheet.getRange("A1:E1").getDataValidations()[0] ?? [];
    expect(rules.map((rule) => String(rule?.getCriteriaType()))).toEqual([
      "VALUE_IN_LIST",
      "CHECKBOX",
      "NUMBER_BETWEEN",
      "NUMBER_GREATER_THAN_OR_EQUAL_TO",
      "DATE_BETWEEN",
    ]);
    expect(rules[0]?.getCriteriaType()).toBe(app.DataValidationCriteria.VALUE_IN_LIST);
    expect(rules.slice(0, 4).map((rule) => rule?.getCriteriaValues())).toEqual([
      [["xong", "chưa"], true],
      [],
      [0, 9],
      [0],
    ]);
    expect([rules[0]?.getHelpText(), rules[0]?.getAllowInvalid()]).toEqual(["Chọn", true]);
    expect(rules[1]?.getHelpText()).toBeNull();
  });

  it("conditional formats by condition and ranges, and can be set again", () => {
    const { sheet, app } = openSheet();
    const rule = app
      .newConditionalFormatRule()
      .whenFormulaSatisfied("=A2<0")
      .setBackground("#f4cccc")
      .setRanges([sheet.getRange("A2:A9"), sheet.getRange("C2:C9")])
      .build();
    sheet.setConditionalFormatRules([rule]);
    const rules = sheet.getConditionalFormatRules();
    const condition = rules[0]?.getBooleanCondition();
    expect([condition?.getCriteriaType(), condition?.getCriteriaValues(), condition?.getBackground()]).toEqual([
      app.BooleanCriteria.CUSTOM_FORMULA,
      ["=A2<0"],
      "#f4cccc",
    ]);
    expect(rules[0]?.getRanges().map((range) => range.getA1Notation())).toEqual(["A2:A9", "C2:C9"]);
    sheet.setConditionalFormatRules([...rules, rule]);
    expect(sheet.getConditionalFormatRules()).toHaveLength(2);
  });
});

describe("the person at the sheet", () => {
  it("answers as told, and else agrees", () => {
    const open = openScript(`
      function ask() { const ui = SpreadsheetApp.getUi(); return String(ui.alert("Được không?", ui.ButtonSet.YES_NO)); }
    `);
    open.context.answers.push("NO", "CLOSE");
    expect([open.run("ask"), open.run("ask"), open.run("ask")]).toEqual(["NO", "CLOSE", "YES"]);
  });
});

describe("a formula's function", () => {
  it("reads by all that only reads, and copies, moves and clears nothing", () => {
    const open = openScript(`
      const book = () => SpreadsheetApp.getActiveSpreadsheet();
      const sheet = () => book().getActiveSheet();
      const reads = [
        () => book().getName(), () => book().getId(), () => book().getUrl(), () => book().getSheetById(1),
        () => sheet().getIndex(), () => sheet().isSheetHidden(), () => sheet().getLastColumn(),
        () => sheet().isRowHiddenByUser(1), () => sheet().getColumnWidth(1), () => sheet().getTabColor(),
        () => sheet().getConditionalFormatRules(), () => sheet().getRange("A1").getValue(),
        () => sheet().getRange("A1").getFormulas(), () => sheet().getRange("A1").getMergedRanges(),
      ];
      const writes = [
        () => book().copy("x"), () => book().setActiveSheet(sheet()), () => book().moveActiveSheet(1),
        () => sheet().insertRowsBefore(1, 1), () => sheet().moveRows(sheet().getRange("A1"), 3),
        () => sheet().getRange("A1").setValue(1), () => sheet().getRange("A1").copyTo(sheet().getRange("B1")),
        () => sheet().getRange("A1").breakApart(), () => sheet().getRange("A1").clearContent(),
      ];
      const passes = (call) => { try { call(); return true; } catch (refused) { return false; } };
      function passing() { return [reads.filter(passes).length - reads.length, writes.filter(passes).length]; }
    `);
    expect(open.run("passing", [], "CUSTOM_FUNCTION")).toEqual([0, 0]);
    expect(open.run("passing")).toEqual([0, 9]);
  });
});
