/**
 * What members of Google's services give, as data: facts from public sources, written by us. `live`: the source says that
 * it was proved on the live platform. `documented`: Google's own reference says so. In the code `app`, `book` and `sheet`
 * are the spreadsheet's, empty and of Google's first size; `refusal` gives the words of what a call throws.
 */

export type Expectation = {
  /** The members that the code calls and the result speaks for, parted by blanks. */
  readonly members: string;
  readonly does: string;
  readonly gives: unknown;
  readonly proof: "live" | "documented";
  readonly source: string;
};

const FAKES = "github.com/brucemcpherson/gas-fakes, test/";
const REFERENCE = "developers.google.com/apps-script/reference/";

const live =
  (file: string) =>
  (members: string, does: string, gives: unknown): Expectation => ({
    members,
    does,
    gives,
    proof: "live",
    source: `${FAKES}${file}`,
  });
const documented =
  (page: string) =>
  (members: string, does: string, gives: unknown): Expectation => ({
    members,
    does,
    gives,
    proof: "documented",
    source: `${REFERENCE}${page}`,
  });

const values = live("testsheetsvalues.js");
const basic = live("testsheetsbasic.js");
const rules = live("testsheetsdatavalidations.js");
const rights = live("testsheetspermissions.js");
const stores = live("teststores.js");
const onRange = documented("spreadsheet/range");
const onSheet = documented("spreadsheet/sheet");
const onBook = documented("spreadsheet/spreadsheet");
const onApp = documented("spreadsheet/spreadsheet-app");
const onList = documented("spreadsheet/range-list");
const onProtection = documented("spreadsheet/protection");
const onFormat = documented("spreadsheet/conditional-format-rule-builder");
const onUi = documented("base/ui");
const onBlob = documented("base/blob");
const onUtilities = documented("utilities/utilities");
const onScript = documented("script/script-app");
const onMail = documented("mail/mail-app");
const onLock = documented("lock/lock");
const onHtml = documented("html/html-service");
const onDrive = documented("advanced-services/drive");
const onProperties = documented("properties/properties");

const NAMES = "book.getSheets().map((one) => one.getName())";
const RULE =
  "app.newConditionalFormatRule().whenFormulaSatisfied('=A1>1').setBackground('#ff0000').setFontColor('#0000ff').setBold(true).setRanges([sheet.getRange('A1:B2')]).build()";
const TRIGGER = "ScriptApp.newTrigger('go').timeBased().everyDays(1).atHour(7).inTimezone('Asia/Ho_Chi_Minh').create()";
const FILE =
  "Drive.Files.create({ name: 'a.txt', mimeType: 'text/plain' }, Utilities.newBlob('x', 'text/plain', 'a.txt'))";

export const EXPECTATIONS: readonly Expectation[] = [
  // Sheets of a spreadsheet
  values(
    "Spreadsheet.insertSheet Spreadsheet.getSheets Sheet.getName",
    `book.insertSheet('s1'); book.insertSheet('s2'); book.insertSheet('s3', 1); book.insertSheet('s4', 0); return ${NAMES}.map((name) => name.replace(/Trang.*/, 'Sheet1'));`,
    ["s4", "Sheet1", "s3", "s1", "s2"],
  ),
  values("Sheet.getIndex", "book.insertSheet('s1', 0); return book.getSheets().map((one) => one.getIndex());", [1, 2]),
  values(
    "Spreadsheet.getSheetByName Spreadsheet.getSheetById Sheet.getSheetId",
    "const made = book.insertSheet('s1'); return book.getSheetByName('s1').getIndex() === book.getSheetById(made.getSheetId()).getIndex();",
    true,
  ),
  values("Spreadsheet.getNumSheets", "return book.getNumSheets();", 1),
  onBook("Spreadsheet.getSheetByName", "return book.getSheetByName('none');", null),
  onBook("Spreadsheet.getSheetById", "return book.getSheetById(987);", null),
  onBook("Spreadsheet.getName", "return book.getName();", "Sổ thử"),
  onBook("Spreadsheet.getUrl Spreadsheet.getId", "return book.getUrl().includes(book.getId());", true),
  onBook("Spreadsheet.copy", "return book.copy('Bản sao').getName();", "Bản sao"),
  onBook(
    "Spreadsheet.getActiveSheet Spreadsheet.setActiveSheet",
    "const made = book.insertSheet('s1'); book.setActiveSheet(made); return book.getActiveSheet().getName();",
    "s1",
  ),
  onBook(
    "Spreadsheet.moveActiveSheet",
    `book.setActiveSheet(book.insertSheet('s1')); book.moveActiveSheet(1); return ${NAMES}[0];`,
    "s1",
  ),
  onBook("Spreadsheet.deleteSheet", `book.deleteSheet(book.insertSheet('s1')); return book.getNumSheets();`, 1),
  onBook(
    "Spreadsheet.getEditors User.getEmail",
    "return book.getEditors().map((user) => user.getEmail()).includes('unit@xa.example');",
    true,
  ),
  onBook("Spreadsheet.getOwner User.getEmail", "return book.getOwner().getEmail();", "owner@xa.example"),
  onBook(
    "Spreadsheet.setSpreadsheetLocale Spreadsheet.getSpreadsheetLocale",
    "book.setSpreadsheetLocale('fr_FR'); return book.getSpreadsheetLocale();",
    "fr_FR",
  ),
  onBook(
    "Spreadsheet.setSpreadsheetTimeZone Spreadsheet.getSpreadsheetTimeZone",
    "book.setSpreadsheetTimeZone('America/New_York'); return book.getSpreadsheetTimeZone();",
    "America/New_York",
  ),
  onBook("Spreadsheet.getRange Range.getA1Notation", "return book.getRange('A1:D4').getA1Notation();", "A1:D4"),
  onApp(
    "SpreadsheetApp.getActiveSpreadsheet SpreadsheetApp.getActive",
    "return app.getActiveSpreadsheet().getId() === app.getActive().getId();",
    true,
  ),
  onApp("SpreadsheetApp.getActiveSheet", "return app.getActiveSheet().getName() === sheet.getName();", true),
  onApp(
    "SpreadsheetApp.flush",
    "sheet.getRange('A1').setFormula('=1+1'); app.flush(); return sheet.getRange('A1').getValue();",
    2,
  ),
  // A sheet
  basic("Sheet.setName Sheet.getName", "sheet.setName('sample'); return sheet.getName();", "sample"),
  values("Sheet.getMaxRows Sheet.getMaxColumns", "return [sheet.getMaxRows(), sheet.getMaxColumns()];", [1000, 26]),
  values(
    "Sheet.setColumnWidths Sheet.getColumnWidth",
    "sheet.setColumnWidths(2, 3, 200); return [1, 2, 4, 5].map((column) => sheet.getColumnWidth(column));",
    [100, 200, 200, 100],
  ),
  values("Sheet.setColumnWidth Sheet.getColumnWidth", "return sheet.setColumnWidth(2, 200).getColumnWidth(2);", 200),
  values(
    "Range.setValues Sheet.getDataRange Range.getValues",
    "sheet.getRange(1, 1, 2, 2).setValues([[0, 1], [1, 2]]); return sheet.getDataRange().getValues();",
    [
      [0, 1],
      [1, 2],
    ],
  ),
  values(
    "Range.isBlank Range.offset",
    "const range = sheet.getRange('A1:B2'); const before = range.offset(1, 1, 1, 1).isBlank(); range.setValues([[0, 1], [1, 2]]); return [before, range.isBlank(), range.offset(1, 0).isBlank()];",
    [true, false, false],
  ),
  values(
    "Range.clearContent",
    "const range = sheet.getRange('A1:B1').setValues([[1, 'x']]); range.clearContent(); return range.getValues();",
    [["", ""]],
  ),
  values(
    "Range.getRow Range.getColumn Range.getNumRows Range.getNumColumns",
    "const range = sheet.getRange('A1:B4').offset(20, 1, 3, 5); return [range.getRow(), range.getColumn(), range.getNumRows(), range.getNumColumns()];",
    [21, 2, 3, 5],
  ),
  basic(
    "Sheet.clear Range.getNotes Range.getBackgrounds",
    "const range = sheet.getRange('A1').setValue(1).setBackgrounds([['#ff0000']]).setNotes([['Note A1']]); sheet.clear(); return [range.getValues(), range.getBackgrounds(), range.getNotes()];",
    [[[""]], [["#ffffff"]], [["Note A1"]]],
  ),
  basic(
    "Sheet.clear Range.getDataValidations",
    "const range = sheet.getRange('A1').setDataValidation(app.newDataValidation().requireValueInList(['x']).build()); sheet.clear(); return range.getDataValidations()[0][0] !== null;",
    true,
  ),
  basic(
    "Sheet.clearContents Range.setBackgrounds Range.setNotes",
    "const range = sheet.getRange('A1').setValue(1).setBackgrounds([['#ff0000']]).setNotes([['Note A1']]); sheet.clearContents(); return [range.getValue(), range.getBackgrounds(), range.getNotes()];",
    ["", [["#ff0000"]], [["Note A1"]]],
  ),
  basic(
    "Range.setNote Range.getNote Range.getNotes",
    "const range = sheet.getRange('A1:B1').setNote('foo'); return [range.getNote(), range.getNotes()];",
    ["foo", [["foo", "foo"]]],
  ),
  basic("Range.setNotes", "return sheet.getRange('A1:B1').setNotes([['foo', '']]).getNotes();", [["foo", ""]]),
  basic(
    "Sheet.appendRow Sheet.getLastRow Range.getValue",
    "sheet.appendRow(['A', 'B', 'C']); return [sheet.getLastRow(), sheet.getRange(1, 1).getValue()];",
    [1, "A"],
  ),
  basic("Sheet.hideRows Sheet.isRowHiddenByUser", "sheet.hideRows(1); return sheet.isRowHiddenByUser(1);", true),
  basic("Sheet.getDataRange", "return sheet.getDataRange().getValues();", [[""]]),
  onSheet(
    "Sheet.getLastRow Sheet.getLastColumn",
    "sheet.getRange('C5').setValue(1); return [sheet.getLastRow(), sheet.getLastColumn()];",
    [5, 3],
  ),
  onSheet("Sheet.getLastRow", "return sheet.getLastRow();", 0),
  onSheet(
    "Sheet.getSheetValues",
    "sheet.getRange('A1:B1').setValues([[1, 2]]); return sheet.getSheetValues(1, 1, 1, 2);",
    [[1, 2]],
  ),
  onSheet(
    "Sheet.insertRowsBefore",
    "sheet.getRange('A1').setValue(1); sheet.insertRowsBefore(1, 2); return [sheet.getMaxRows(), sheet.getRange('A3').getValue()];",
    [1002, 1],
  ),
  onSheet(
    "Sheet.insertRowsAfter",
    "sheet.getRange('A1:A2').setValues([[1], [2]]); sheet.insertRowsAfter(1, 1); return sheet.getRange('A1:A3').getValues();",
    [[1], [""], [2]],
  ),
  onSheet(
    "Sheet.insertColumnsBefore",
    "sheet.getRange('A1').setValue(1); sheet.insertColumnsBefore(1, 1); return [sheet.getMaxColumns(), sheet.getRange('B1').getValue()];",
    [27, 1],
  ),
  onSheet("Sheet.insertColumnsAfter", "sheet.insertColumnsAfter(26, 4); return sheet.getMaxColumns();", 30),
  onSheet(
    "Sheet.insertRowBefore Sheet.insertRowAfter Sheet.deleteRow",
    "sheet.insertRowBefore(1); sheet.insertRowAfter(1); sheet.deleteRow(1); return sheet.getMaxRows();",
    1001,
  ),
  onSheet(
    "Sheet.insertColumnBefore Sheet.insertColumnAfter Sheet.deleteColumn",
    "sheet.insertColumnBefore(1); sheet.insertColumnAfter(1); sheet.deleteColumn(1); return sheet.getMaxColumns();",
    27,
  ),
  onSheet(
    "Sheet.deleteRows",
    "sheet.getRange('A3').setValue(1); sheet.deleteRows(1, 2); return [sheet.getRange('A1').getValue(), sheet.getMaxRows()];",
    [1, 998],
  ),
  onSheet("Sheet.deleteColumns", "sheet.deleteColumns(2, 3); return sheet.getMaxColumns();", 23),
  onSheet(
    "Sheet.moveColumns",
    "sheet.getRange('A1:C1').setValues([[1, 2, 3]]); sheet.moveColumns(sheet.getRange('A1'), 4); return sheet.getRange('A1:C1').getValues();",
    [[2, 3, 1]],
  ),
  onSheet(
    "Sheet.moveRows",
    "sheet.getRange('A1:A3').setValues([[1], [2], [3]]); sheet.moveRows(sheet.getRange('A1'), 4); return sheet.getRange('A1:A3').getValues();",
    [[2], [3], [1]],
  ),
  onSheet(
    "Sheet.showRows",
    "sheet.hideRows(1, 2); sheet.showRows(1); return [sheet.isRowHiddenByUser(1), sheet.isRowHiddenByUser(2)];",
    [false, true],
  ),
  onSheet(
    "Sheet.hideColumns Sheet.showColumns Sheet.isColumnHiddenByUser",
    "sheet.hideColumns(1, 2); sheet.showColumns(1); return [sheet.isColumnHiddenByUser(1), sheet.isColumnHiddenByUser(2)];",
    [false, true],
  ),
  onSheet("Sheet.setFrozenRows Sheet.getFrozenRows", "sheet.setFrozenRows(2); return sheet.getFrozenRows();", 2),
  onSheet(
    "Sheet.setFrozenColumns Sheet.getFrozenColumns",
    "sheet.setFrozenColumns(1); return sheet.getFrozenColumns();",
    1,
  ),
  onSheet(
    "Sheet.setTabColor Sheet.getTabColor",
    "const before = sheet.getTabColor(); return [before, sheet.setTabColor('#ff0000').getTabColor()];",
    [null, "#ff0000"],
  ),
  onSheet(
    "Sheet.hideSheet Sheet.isSheetHidden Sheet.showSheet",
    "book.insertSheet('s1'); const hidden = sheet.hideSheet().isSheetHidden(); return [hidden, sheet.showSheet().isSheetHidden()];",
    [true, false],
  ),
  onSheet("Sheet.copyTo", "sheet.getRange('A1').setValue(1); return sheet.copyTo(book).getRange('A1').getValue();", 1),
  onSheet("Sheet.activate", "book.insertSheet('s1').activate(); return book.getActiveSheet().getName();", "s1"),
  onSheet("Sheet.getRange", "return sheet.getRange(2, 3, 4, 5).getA1Notation();", "C2:G5"),
  onSheet(
    "Sheet.getRange",
    "return refusal(() => sheet.getRange(0, 1));",
    "The starting row of the range is too small.",
  ),
  onSheet(
    "Sheet.getRange",
    "return refusal(() => sheet.getRange(1, 1, 0, 1));",
    "The number of rows in the range must be at least 1.",
  ),
  onSheet(
    "Sheet.getRangeList RangeList.getRanges",
    "return sheet.getRangeList(['A:A', 'C2']).getRanges().map((range) => range.getA1Notation());",
    ["A1:A1000", "C2"],
  ),
  onSheet(
    "Sheet.getConditionalFormatRules Sheet.setConditionalFormatRules",
    `sheet.setConditionalFormatRules([${RULE}]); return sheet.getConditionalFormatRules().length;`,
    1,
  ),
  onSheet(
    "Sheet.protect Sheet.getProtections",
    "sheet.protect(); sheet.protect(); return sheet.getProtections(app.ProtectionType.SHEET).length;",
    1,
  ),
  // A range
  onRange("Range.setValue Range.getValues", "return sheet.getRange('A1:B1').setValue(7).getValues();", [[7, 7]]),
  onRange(
    "Range.setValue Range.getValue",
    "return typeof sheet.getRange('A1').setValue('08/03/2026').getValue();",
    "object",
  ),
  onRange("Range.setValue", "return sheet.getRange('A1').setValue('=1+1').getValue();", 2),
  onRange("Range.getValue", "return sheet.getRange('A1').getValue();", ""),
  onRange(
    "Range.setValues",
    "return refusal(() => sheet.getRange('A1:A2').setValues([[1]])).slice(0, 34);",
    "The number of rows in the data doe",
  ),
  onRange(
    "Range.setFormula Range.getFormula",
    "return sheet.getRange('A1').setFormula('=SUM(B1;2)').getFormula();",
    "=SUM(B1;2)",
  ),
  onRange(
    "Range.setFormulas Range.getFormulas",
    "return sheet.getRange('A1:B1').setFormulas([['=1', '']]).getFormulas();",
    [["=1", ""]],
  ),
  onRange("Range.getFormulas", "return sheet.getRange('A1').setValue(5).getFormulas();", [[""]]),
  onRange(
    "Range.setNumberFormat Range.getNumberFormat",
    "return sheet.getRange('A1').setNumberFormat('@').getNumberFormat();",
    "@",
  ),
  onRange(
    "Range.setNumberFormats Range.getNumberFormats",
    "return sheet.getRange('A1:B1').setNumberFormats([['@', '0.00']]).getNumberFormats();",
    [["@", "0.00"]],
  ),
  onRange(
    "Range.setNumberFormat",
    "return sheet.getRange('A1').setNumberFormat('@').setValue('007').getValue();",
    "007",
  ),
  onRange(
    "Range.setBackground Range.getBackground",
    "return [sheet.getRange('A1').getBackground(), sheet.getRange('A1').setBackground('#ff0000').getBackground()];",
    ["#ffffff", "#ff0000"],
  ),
  onRange(
    "Range.setFontWeight Range.setFontColor Range.setWrap",
    "return sheet.getRange('A1').setFontWeight('bold').setFontColor('#ff0000').setWrap(true).getA1Notation();",
    "A1",
  ),
  onRange(
    "Range.mergeAcross Range.getMergedRanges",
    "sheet.getRange('A1:B2').mergeAcross(); return sheet.getRange('A1:B2').getMergedRanges().map((range) => range.getA1Notation());",
    ["A1:B1", "A2:B2"],
  ),
  onRange(
    "Range.merge Range.breakApart",
    "const range = sheet.getRange('A1:B2').merge(); const merged = range.getMergedRanges().length; return [merged, range.breakApart().getMergedRanges().length];",
    [1, 0],
  ),
  onRange(
    "Range.copyTo",
    "sheet.getRange('A1:B1').setValues([[1, '=A1*2']]); sheet.getRange('A1:B1').copyTo(sheet.getRange('A2')); return sheet.getRange('A2:B2').getFormulas();",
    [["", "=A2*2"]],
  ),
  onRange(
    "Range.activate",
    "sheet.getRange('A1').activate(); return book.getActiveSheet().getName() === sheet.getName();",
    true,
  ),
  onRange(
    "Range.getLastRow Range.getLastColumn Range.getHeight Range.getWidth",
    "const range = sheet.getRange('B2:D5'); return [range.getLastRow(), range.getLastColumn(), range.getHeight(), range.getWidth()];",
    [5, 4, 4, 3],
  ),
  onRange("Range.getCell", "return sheet.getRange('B2:D4').getCell(1, 1).getA1Notation();", "B2"),
  onRange("Range.clearNote", "return sheet.getRange('A1').setNote('x').clearNote().getNote();", ""),
  onRange(
    "Range.clearFormat",
    "return sheet.getRange('A1').setBackground('#000000').clearFormat().getBackground();",
    "#ffffff",
  ),
  onRange(
    "Range.setDataValidations Range.clearDataValidations",
    "const rule = app.newDataValidation().requireValueInList(['x']).build(); const range = sheet.getRange('A1:B1').setDataValidations([[rule, null]]); const before = range.getDataValidations()[0].map((one) => one === null); return [before, range.clearDataValidations().getDataValidations()];",
    [[false, true], [[null, null]]],
  ),
  onRange(
    "Range.protect Protection.getRange",
    "return sheet.getRange('A1:B2').protect().getRange().getA1Notation();",
    "A1:B2",
  ),
  // A list of ranges
  onList(
    "RangeList.setNumberFormat RangeList.setFontWeight RangeList.setFontStyle RangeList.setFontSize RangeList.setFontColor RangeList.setBackground RangeList.setWrap RangeList.setHorizontalAlignment RangeList.setVerticalAlignment RangeList.setBorder",
    "const list = sheet.getRangeList(['A1', 'C1']); list.setNumberFormat('0').setFontWeight('bold').setFontStyle('italic').setFontSize(12).setFontColor('#ff0000').setBackground('#00ff00').setWrap(true).setHorizontalAlignment('center').setVerticalAlignment('top').setBorder(true, true, true, true, true, true); return sheet.getRange('A1:C1').getBackgrounds();",
    [["#00ff00", "#ffffff", "#00ff00"]],
  ),
  // Rules
  rules(
    "DataValidationBuilder.build DataValidation.getAllowInvalid",
    "return app.newDataValidation().requireValueInList(['x']).build().getAllowInvalid();",
    true,
  ),
  rules(
    "DataValidationBuilder.setAllowInvalid",
    "return app.newDataValidation().requireValueInList(['x']).setAllowInvalid(false).build().getAllowInvalid();",
    false,
  ),
  rules(
    "DataValidation.getHelpText",
    "return app.newDataValidation().requireValueInList(['x']).build().getHelpText();",
    null,
  ),
  rules(
    "DataValidationBuilder.setHelpText DataValidation.getHelpText",
    "return app.newDataValidation().requireValueInList(['x']).setHelpText('foo').build().getHelpText();",
    "foo",
  ),
  rules(
    "DataValidationBuilder.requireValueInList DataValidation.getCriteriaType DataValidation.getCriteriaValues",
    "const rule = app.newDataValidation().requireValueInList(['foo', 'bar']).build(); return [rule.getCriteriaType().toString(), rule.getCriteriaValues()];",
    ["VALUE_IN_LIST", [["foo", "bar"], true]],
  ),
  rules(
    "DataValidationBuilder.requireFormulaSatisfied Range.setDataValidation Range.getDataValidations",
    "const range = sheet.getRange('A3').setDataValidation(app.newDataValidation().requireFormulaSatisfied('=F7').build()); const rule = range.getDataValidations()[0][0]; return [rule.getCriteriaType().toString(), rule.getCriteriaValues()];",
    ["CUSTOM_FORMULA", ["=F7"]],
  ),
  rules("SpreadsheetApp.newDataValidation", "return app.newDataValidation().toString();", "DataValidationBuilder"),
  rules(
    "DataValidationBuilder.build",
    "return app.newDataValidation().requireValueInList(['x']).build().toString();",
    "DataValidation",
  ),
  onFormat(
    "SpreadsheetApp.newConditionalFormatRule ConditionalFormatRuleBuilder.whenFormulaSatisfied ConditionalFormatRuleBuilder.setBackground ConditionalFormatRuleBuilder.setFontColor ConditionalFormatRuleBuilder.setBold ConditionalFormatRuleBuilder.setRanges ConditionalFormatRuleBuilder.build ConditionalFormatRule.getRanges",
    `return ${RULE}.getRanges().map((range) => range.getA1Notation());`,
    ["A1:B2"],
  ),
  onFormat(
    "ConditionalFormatRule.getBooleanCondition BooleanCondition.getCriteriaType BooleanCondition.getCriteriaValues BooleanCondition.getBackground BooleanCondition.getFontColor BooleanCondition.getBold",
    `const condition = ${RULE}.getBooleanCondition(); return [condition.getCriteriaType().toString(), condition.getCriteriaValues(), condition.getBackground(), condition.getFontColor(), condition.getBold()];`,
    ["CUSTOM_FORMULA", ["=A1>1"], "#ff0000", "#0000ff", true],
  ),
  // Protection
  basic(
    "Protection.setDescription Protection.getDescription",
    "return sheet.protect().setDescription('sample1').getDescription();",
    "sample1",
  ),
  basic(
    "Protection.setUnprotectedRanges Protection.getUnprotectedRanges",
    "return sheet.protect().setUnprotectedRanges([sheet.getRange('A1:B1')]).getUnprotectedRanges()[0].getA1Notation();",
    "A1:B1",
  ),
  basic("Protection.canEdit", "return sheet.protect().canEdit();", true),
  basic(
    "Protection.setWarningOnly Protection.isWarningOnly Protection.getEditors",
    "const protection = sheet.protect().setWarningOnly(true); return [protection.isWarningOnly(), protection.getEditors().length];",
    [true, 0],
  ),
  basic(
    "Protection.getProtectionType",
    "return [sheet.protect().getProtectionType().toString(), sheet.getRange('A1').protect().getProtectionType().toString()];",
    ["SHEET", "RANGE"],
  ),
  basic(
    "Protection.remove Sheet.getProtections",
    "sheet.protect().remove(); return sheet.getProtections(app.ProtectionType.SHEET).length;",
    0,
  ),
  rights("Protection.getRange", "return sheet.protect().getRange().getA1Notation();", ""),
  rights(
    "Protection.getRange",
    "const range = sheet.protect().getRange(); return [range.getNumRows(), range.getNumColumns()];",
    [1000, 26],
  ),
  rights("Protection.getUnprotectedRanges", "return sheet.protect().getUnprotectedRanges();", []),
  rights("Protection.canDomainEdit", "return sheet.protect().canDomainEdit();", false),
  rights("Sheet.protect", "return sheet.protect().toString();", "Protection"),
  onProtection(
    "Protection.removeEditors Protection.getEditors User.getEmail",
    "return sheet.protect().removeEditors(['unit@xa.example']).getEditors().map((user) => user.getEmail());",
    ["owner@xa.example"],
  ),
  onProtection(
    "Protection.addEditor Protection.addEditors",
    "return sheet.protect().addEditor('a@xa.example').addEditors(['b@xa.example']).getEditors().length;",
    4,
  ),
  onProtection("Protection.setDomainEdit", "return sheet.protect().setDomainEdit(false).canDomainEdit();", false),
  // Stores
  stores(
    "PropertiesService.getDocumentProperties Properties.setProperty Properties.getProperty Properties.deleteProperty",
    "const kept = PropertiesService.getDocumentProperties(); const before = kept.setProperty('t', 'dp').getProperty('t'); return [before, kept.deleteProperty('t').getProperty('t')];",
    ["dp", null],
  ),
  stores(
    "PropertiesService.getUserProperties",
    "const kept = PropertiesService.getUserProperties(); return kept.setProperty('t', 'up').getProperty('t');",
    "up",
  ),
  onProperties(
    "Properties.getKeys Properties.getProperties Properties.deleteAllProperties",
    "const kept = PropertiesService.getDocumentProperties().setProperty('a', '1'); const before = [kept.getKeys(), kept.getProperties()]; return [...before, kept.deleteAllProperties().getKeys()];",
    [["a"], { a: "1" }, []],
  ),
  // Locks, accounts
  onLock(
    "LockService.getDocumentLock Lock.tryLock Lock.hasLock Lock.releaseLock",
    "const lock = LockService.getDocumentLock(); const taken = [lock.hasLock(), lock.tryLock(1), lock.hasLock()]; lock.releaseLock(); return [...taken, lock.hasLock()];",
    [false, true, true, false],
  ),
  onLock("Lock.waitLock", "const lock = LockService.getDocumentLock(); lock.waitLock(1); return lock.hasLock();", true),
  documented("base/session")(
    "Session.getEffectiveUser Session.getActiveUser Session.getScriptTimeZone",
    "return [Session.getEffectiveUser().getEmail() === Session.getActiveUser().getEmail(), Session.getScriptTimeZone()];",
    [true, "Asia/Ho_Chi_Minh"],
  ),
  // Bytes
  onUtilities("Utilities.base64Encode", "return Utilities.base64Encode('A string here');", "QSBzdHJpbmcgaGVyZQ=="),
  onUtilities(
    "Utilities.base64Decode Utilities.newBlob Blob.getDataAsString",
    "return Utilities.newBlob(Utilities.base64Decode('QSBzdHJpbmcgaGVyZQ==')).getDataAsString();",
    "A string here",
  ),
  onUtilities("Utilities.getUuid", "return Utilities.getUuid().length;", 36),
  onUtilities("Utilities.sleep", "Utilities.sleep(1); return refusal(() => Utilities.sleep(300001)) !== '';", true),
  onBlob("Blob.getBytes", "return Utilities.newBlob([65, -1]).getBytes();", [65, -1]),
  onBlob(
    "Blob.getName Blob.setName",
    "const blob = Utilities.newBlob('x'); return [blob.getName(), blob.setName('a').getName()];",
    [null, "a"],
  ),
  onBlob(
    "Blob.getContentType Blob.setContentType",
    "return Utilities.newBlob('x').setContentType('text/html').getContentType();",
    "text/html",
  ),
  onBlob(
    "Blob.setDataFromString Blob.setBytes Blob.copyBlob Blob.isGoogleType",
    "const blob = Utilities.newBlob('x').setDataFromString('y'); const copy = blob.copyBlob(); blob.setBytes([65]); return [copy.getDataAsString(), blob.getDataAsString(), blob.isGoogleType()];",
    ["y", "A", false],
  ),
  // Screen
  onUi("SpreadsheetApp.getUi Ui.alert", "return app.getUi().alert('x') === app.getUi().Button.OK;", true),
  onUi(
    "Ui.createAddonMenu Menu.addItem Menu.addToUi",
    "app.getUi().createAddonMenu().addItem('a', 'go').addToUi(); return true;",
    true,
  ),
  onUi(
    "Ui.createMenu Menu.addSeparator",
    "app.getUi().createMenu('m').addItem('a', 'go').addSeparator().addToUi(); return true;",
    true,
  ),
  onUi(
    "Ui.showSidebar HtmlService.createHtmlOutputFromFile HtmlOutput.setTitle HtmlOutput.getTitle",
    "const page = HtmlService.createHtmlOutputFromFile('bang').setTitle('t'); app.getUi().showSidebar(page); return page.getTitle();",
    "t",
  ),
  onHtml(
    "HtmlService.createHtmlOutput HtmlOutput.getContent HtmlOutput.setWidth HtmlOutput.getWidth HtmlOutput.setHeight HtmlOutput.getHeight",
    "const page = HtmlService.createHtmlOutput('<b>x</b>'); return [page.getContent(), page.setWidth(200).getWidth(), page.setHeight(90).getHeight()];",
    ["<b>x</b>", 200, 90],
  ),
  // Mail and triggers
  onMail(
    "MailApp.sendEmail MailApp.getRemainingDailyQuota",
    "const before = MailApp.getRemainingDailyQuota(); MailApp.sendEmail({ to: 'a@xa.example,b@xa.example', subject: 's', body: 'b' }); return before - MailApp.getRemainingDailyQuota();",
    2,
  ),
  onScript(
    "ScriptApp.newTrigger TriggerBuilder.timeBased ClockTriggerBuilder.everyDays ClockTriggerBuilder.atHour ClockTriggerBuilder.inTimezone ClockTriggerBuilder.create Trigger.getHandlerFunction",
    `return ${TRIGGER}.getHandlerFunction();`,
    "go",
  ),
  onScript(
    "ScriptApp.getProjectTriggers Trigger.getUniqueId ScriptApp.getUserTriggers",
    `const made = ${TRIGGER}; return [ScriptApp.getProjectTriggers(), ScriptApp.getUserTriggers(book)].map(([one]) => one.getUniqueId() === made.getUniqueId());`,
    [true, true],
  ),
  onScript(
    "ScriptApp.deleteTrigger",
    `ScriptApp.deleteTrigger(${TRIGGER}); return ScriptApp.getProjectTriggers().length;`,
    0,
  ),
  onScript(
    "ScriptApp.getAuthorizationInfo AuthorizationInfo.getAuthorizedScopes AuthorizationInfo.getAuthorizationUrl",
    "const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL); return [info.getAuthorizedScopes().length, typeof info.getAuthorizationUrl()];",
    [6, "string"],
  ),
  // Drive
  onDrive("Drive.Files.create", `return Object.keys(${FILE}).sort();`, ["id", "kind", "mimeType", "name"]),
  onDrive("Drive.Files.get", `return Drive.Files.get(${FILE}.id, { fields: 'id,name' }).name;`, "a.txt"),
  onDrive("Drive.Files.copy", `return Drive.Files.copy({ name: 'b.txt' }, ${FILE}.id).name;`, "b.txt"),
  onDrive(
    "Drive.Files.update",
    `const { id } = ${FILE}; Drive.Files.update({ trashed: true }, id); return Drive.Files.get(id, { fields: 'trashed' }).trashed;`,
    true,
  ),
  onDrive(
    "Drive.Files.export",
    `return refusal(() => Drive.Files.export(${FILE}.id, 'application/pdf')) !== '';`,
    true,
  ),
];
