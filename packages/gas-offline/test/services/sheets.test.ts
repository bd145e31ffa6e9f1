import { describe, expect, it } from "vitest";
import { messageOf, OWNER, openSheet, UNIT } from "./scripts.ts";

describe("tabs", () => {
  it("are inserted at a place, of Google's first size, and found by their exact title", () => {
    const { book } = openSheet();
    book.insertSheet("Đầu", 0);
    const last = book.insertSheet("Cuối", 2);
    expect(book.getSheets().map((sheet) => sheet.getName())).toEqual(["Đầu", "Trang tính1", "Cuối"]);
    expect([last.getMaxRows(), last.getMaxColumns()]).toEqual([1000, 26]);
    expect(book.getSheetByName("Cuối")?.getSheetId()).toBe(last.getSheetId());
    expect(book.getSheetByName("cuối")).toBeNull();
  });

  it("have titles of their own, of 1 to 100 characters", () => {
    const { book, sheet } = openSheet();
    book.insertSheet("Đơn vị", 1);
    expect(messageOf(() => book.insertSheet("ĐƠN VỊ", 1))).toBe(
      'A sheet with the name "ĐƠN VỊ" already exists. Please enter another name.',
    );
    expect(messageOf(() => sheet.setName("Đơn vị"))).toContain("already exists");
    expect(messageOf(() => sheet.setName(""))).toBe("Invalid sheet name.");
    expect(messageOf(() => book.insertSheet("x".repeat(101), 1))).toBe("Invalid sheet name.");
    expect(sheet.setName("Trang tính1").getName()).toBe("Trang tính1");
    expect(book.getNumSheets()).toBe(2);
  });

  it("keep their id under a new title", () => {
    const { book, sheet } = openSheet();
    const id = sheet.getSheetId();
    sheet.setName("Tên mới");
    expect(book.getSheetByName("Tên mới")?.getSheetId()).toBe(id);
  });

  it("cannot all be deleted or hidden", () => {
    const { book, sheet } = openSheet();
    expect(messageOf(() => book.deleteSheet(sheet))).toContain("can't remove all the visible sheets");
    expect(messageOf(() => sheet.hideSheet())).toContain("can't hide all the sheets");
    const other = book.insertSheet("Khác", 1);
    sheet.hideSheet();
    expect(messageOf(() => book.deleteSheet(other))).toContain("can't remove all the visible sheets");
    book.deleteSheet(sheet);
    expect(book.getSheets().map((each) => each.getName())).toEqual(["Khác"]);
  });

  it("hold ten million cells together; what would be more is not begun", () => {
    const { book, sheet } = openSheet();
    sheet.insertColumnsAfter(26, 74);
    sheet.insertRowsAfter(1000, 98_000);
    const tooMany = "above the limit of 10000000 cells";
    expect(messageOf(() => sheet.insertRowsAfter(99_000, 1_001))).toContain(tooMany);
    expect(sheet.getMaxRows()).toBe(99_000);
    expect(messageOf(() => sheet.copyTo(book))).toContain(tooMany);
    book.insertSheet("Vừa", 1);
    book.insertSheet("Vừa nữa", 1);
    book.insertSheet("Vừa hết", 1);
    expect(messageOf(() => book.insertSheet("Không vừa", 1))).toContain(tooMany);
    expect(book.getNumSheets()).toBe(4);
  });

  it("freeze all but one row and column, and lose only rows that they have", () => {
    const { sheet } = openSheet();
    sheet.deleteRows(6, 995);
    expect(messageOf(() => sheet.setFrozenRows(5))).toContain("can't freeze all visible rows");
    sheet.setFrozenRows(4);
    expect(messageOf(() => sheet.setFrozenColumns(26))).toContain("can't freeze all visible columns");
    expect(messageOf(() => sheet.deleteRows(5, 1))).toContain("can't delete all the rows");
    expect(messageOf(() => sheet.deleteRows(5, 2))).toBe("Those rows are out of bounds.");
    expect(messageOf(() => sheet.deleteColumns(26, 2))).toBe("Those columns are out of bounds.");
  });
});

describe("the order of tabs", () => {
  it("is told by their index and changed for the active one", () => {
    const { book, sheet } = openSheet();
    const second = book.insertSheet("Hai", 1).setTabColor("#ff0000");
    book.insertSheet("Ba", 2).hideSheet();
    expect(book.getActiveSheet().getSheetId()).toBe(sheet.getSheetId());
    book.setActiveSheet(second);
    book.moveActiveSheet(1);
    expect(book.getSheets().map((each) => [each.getName(), each.getIndex(), each.isSheetHidden()])).toEqual([
      ["Hai", 1, false],
      ["Trang tính1", 2, false],
      ["Ba", 3, true],
    ]);
    expect([second.getTabColor(), sheet.getTabColor()]).toEqual(["#ff0000", null]);
    expect(book.getSheetById(second.getSheetId())?.getName()).toBe("Hai");
    expect(book.getSheetById(99)).toBeNull();
    expect(messageOf(() => book.moveActiveSheet(4))).toContain("out of bounds");
  });

  it("is no concern of formulas; names and deletions are", () => {
    const { book, sheet } = openSheet();
    const other = book.insertSheet("Số liệu", 1);
    other.getRange("A1").setValues([[7]]);
    sheet.getRange("A1:B1").setFormulas([["='Số liệu'!A1", "=SUM('Số liệu'!A1:B2)"]]);
    other.setName("Số mới");
    expect(sheet.getRange("A1:B1").getFormulas()).toEqual([["='Số mới'!A1", "=SUM('Số mới'!A1:B2)"]]);
    expect(sheet.getRange("A1:B1").getValues()).toEqual([[7, 7]]);
    book.deleteSheet(other);
    expect(sheet.getRange("A1:B1").getFormulas()).toEqual([["=#REF!", "=SUM(#REF!)"]]);
    expect(sheet.getRange("A1").getValue()).toBe("#REF!");
  });
});

describe("a copy of the workbook", () => {
  it("has everything but range protections, editors and the add-on's properties, and is handed to the host", () => {
    const { book, sheet, open } = openSheet();
    open.workbook.documentProperties.set("khóa", "1");
    sheet.getRange("A1:B1").setValues([[2, "=A1*2"]]);
    sheet.protect().setUnprotectedRanges([sheet.getRange("A1:A5")]);
    sheet.getRange("A1:A5").protect();
    const copy = book.copy("Bản lưu");
    expect([copy.getName(), copy.getId() === book.getId()]).toEqual(["Bản lưu", false]);
    expect(copy.getUrl()).toContain(copy.getId());
    const [model] = open.takeCopies();
    expect(model).toMatchObject({ name: "Bản lưu", id: copy.getId(), owner: OWNER, editors: [] });
    expect(model?.documentProperties.size).toBe(0);
    expect(model?.sheets[0]?.protections).toMatchObject([
      { kind: "sheet", editors: [OWNER], unprotected: [{ row: 1, column: 1, rows: 5, columns: 1 }] },
    ]);
    sheet.getRange("A1").setValue(50);
    expect(model?.sheets[0]?.cells[1]?.[1]?.value).toBe(2);
    expect(open.takeCopies()).toEqual([]);
  });
});

describe("a copy of a tab", () => {
  it("has cells, formats, rules and sizes, and no protection", () => {
    const { book, sheet, open } = openSheet();
    sheet.getRange("A1:B1").setValues([[2, "=A1*2"]]);
    sheet.getRangeList(["A1"]).setNumberFormat("0.00").setBackground("#ffffff");
    sheet.setColumnWidths(1, 2, 80);
    sheet.protect().setDescription("Biểu mẫu");
    const copy = sheet.copyTo(book).setName("Bản sao");
    const [original, copied] = open.workbook.sheets;
    expect(original?.protections).toHaveLength(1);
    expect(copied?.protections).toEqual([]);
    expect(copied?.cells[1]?.[1]?.format).toEqual({ numberFormat: "0.00", background: "#ffffff" });
    expect(copied?.columnWidths.get(2)).toBe(80);
    copy.getRange("A1").setValues([[5]]);
    expect(copy.getRange("B1").getValues()).toEqual([[10]]);
    expect(sheet.getRange("B1").getValues()).toEqual([[4]]);
  });

  it("has a title that no other tab has", () => {
    const { book, sheet } = openSheet();
    const titles = [sheet.copyTo(book), sheet.copyTo(book), sheet.copyTo(book)].map((copy) => copy.getName());
    expect(new Set(titles).size).toBe(3);
    expect(titles[0]).toBe("Bản sao của Trang tính1");
  });

  it("does not inherit what another cell's formula fills", () => {
    const { book, sheet, open } = openSheet();
    sheet.getRange("A1:B1").setValues([[1, 2]]);
    sheet.getRange("A3").setFormula("=A1:B1");
    sheet.getRange("A3:B3").getValues();
    const copy = sheet.copyTo(book);
    copy.getRange("A1:B1").setValues([[7, 8]]);
    expect(copy.getRange("A3:B3").getValues()).toEqual([[7, 8]]);
    expect(open.workbook.sheets[1]?.cells[3]?.[2]?.spilledFrom).toEqual([3, 1]);
  });
});

const REFUSAL =
  "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.";

describe("a protected tab", () => {
  function protectedSheet() {
    const opened = openSheet();
    const { sheet } = opened;
    const protection = sheet.protect().setUnprotectedRanges([sheet.getRange("B2:C3")]);
    protection.removeEditors(protection.getEditors());
    return { ...opened, protection };
  }

  it("keeps all editors until they are removed", () => {
    const { sheet, as } = openSheet();
    const protection = sheet.protect();
    expect(protection.getEditors().map((user) => user.getEmail())).toEqual([OWNER, UNIT]);
    as(UNIT);
    sheet.getRange("A1").setValues([[1]]);
    as(OWNER);
    protection.removeEditors([UNIT]);
    expect(protection.getEditors().map((user) => user.getEmail())).toEqual([OWNER]);
    as(UNIT);
    expect(messageOf(() => sheet.getRange("A1").setValues([[2]]))).toBe(REFUSAL);
  });

  it("is written everywhere by its owner, and by others in its holes only", () => {
    const { sheet, as } = protectedSheet();
    sheet.getRange("A1").setValues([["Của người tổng hợp"]]);
    as(UNIT);
    sheet.getRange("B2:C3").setValues([
      [1, 2],
      [3, 4],
    ]);
    expect(messageOf(() => sheet.getRange("A1").setValues([["khác"]]))).toBe(REFUSAL);
    expect(messageOf(() => sheet.getRange("B2:D2").setValues([[9, 9, 9]]))).toBe(REFUSAL);
    expect(sheet.getRange("A1:D3").getValues()).toEqual([
      ["Của người tổng hợp", "", "", ""],
      ["", 1, 2, ""],
      ["", 3, 4, ""],
    ]);
  });

  it("keeps its looks, rules, notes and structure from others", () => {
    const { book, sheet, app, as } = protectedSheet();
    book.insertSheet("Khác", 1);
    as(UNIT);
    const rule = app.newDataValidation().requireValueInList(["a"]).build();
    const attempts = [
      () => sheet.getRangeList(["B2", "A1"]).setBackground("#000000"),
      () => sheet.getRange("A1").setDataValidation(rule),
      () => sheet.getRange("A1").setFormula("=1"),
      () => sheet.getRange("A1").setNotes([["x"]]),
      () => sheet.getRange("A1:B1").merge(),
      () => sheet.setName("Tên khác"),
      () => sheet.insertRowsAfter(1000, 1),
      () => sheet.deleteRows(900, 1),
      () => sheet.hideRows(1, 1),
      () => sheet.hideSheet(),
      () => sheet.setConditionalFormatRules([]),
      () => book.deleteSheet(sheet),
    ];
    expect(attempts.map(messageOf)).toEqual(attempts.map(() => REFUSAL));
    expect(sheet.getName()).toBe("Trang tính1");
  });

  it("leaves nothing half done where one of several ranges is protected", () => {
    const { sheet, model, as } = protectedSheet();
    as(UNIT);
    expect(messageOf(() => sheet.getRangeList(["B2", "A1"]).setBackground("#000000"))).toBe(REFUSAL);
    expect(model.cells[2]?.[2]?.format?.background).toBeUndefined();
  });

  it("is protected once: asking again gives the same protection", () => {
    const { sheet, model, protection } = protectedSheet();
    protection.setDescription("Biểu");
    sheet.protect().addEditor(UNIT);
    expect(model.protections).toHaveLength(1);
    expect(model.protections[0]).toMatchObject({ description: "Biểu", editors: [OWNER, UNIT] });
  });

  it("cannot be opened by those whom it keeps out", () => {
    const { sheet, as } = protectedSheet();
    as(UNIT);
    expect(messageOf(() => sheet.protect().addEditor(UNIT))).toContain("do not have permission");
    expect(messageOf(() => sheet.protect().setUnprotectedRanges([sheet.getRange("A1:Z9")]))).toContain("permission");
    expect(messageOf(() => sheet.getRange("A1").setValues([[1]]))).toBe(REFUSAL);
  });

  it("keeps its owner and the user who removes, whoever is named", () => {
    const { sheet, as } = openSheet();
    as(UNIT);
    const protection = sheet.protect();
    protection.removeEditors([OWNER, UNIT]);
    expect(protection.getEditors().map((user) => user.getEmail())).toEqual([OWNER, UNIT]);
    expect(protection.canDomainEdit()).toBe(false);
  });

  it("tells who may edit it", () => {
    const { app, sheet, as } = protectedSheet();
    const asked = () => sheet.getProtections(app.ProtectionType.SHEET).map((protection) => protection.canEdit());
    expect(asked()).toEqual([true]);
    as(UNIT);
    expect(asked()).toEqual([false]);
    expect(sheet.getProtections(app.ProtectionType.RANGE)).toEqual([]);
  });

  it("has holes of its own only", () => {
    const { book, protection } = protectedSheet();
    const other = book.insertSheet("Khác", 1);
    expect(messageOf(() => protection.setUnprotectedRanges([other.getRange("A1")]))).toContain("must be on the sheet");
  });
});

describe("someone who may only look", () => {
  it("changes nothing, and reads everything", () => {
    const { book, sheet, as } = openSheet();
    sheet.getRange("A1").setValues([["chữ"]]);
    as("stranger@khac.example");
    expect(messageOf(() => sheet.getRange("A1").setValues([[1]]))).toBe(REFUSAL);
    expect(messageOf(() => book.insertSheet("Mới", 1))).toBe("You do not have permission to perform that action.");
    expect(messageOf(() => sheet.copyTo(book))).toBe("You do not have permission to perform that action.");
    expect(messageOf(() => sheet.protect())).toBe("You do not have permission to perform that action.");
    expect(messageOf(() => book.setSpreadsheetTimeZone("Asia/Tokyo"))).toContain("permission");
    expect(sheet.getRange("A1").getValues()).toEqual([["chữ"]]);
  });
});
