/**
 * The rules of the platform, each broken by a naive call that fails in Google's words. A row is a rule, what the script
 * does, and what it is told. What a rule needs beyond an empty spreadsheet with one editor stands in `given`.
 */
import { describe, expect, it } from "vitest";
import { openWorkbook } from "../../src/open.ts";
import type { HostContext, Mode } from "../../src/services/context.ts";
import { bundleOf, messageOf, OWNER, openScript, SCOPES, UNIT } from "./scripts.ts";

const MAIL = "https://www.googleapis.com/auth/script.send_mail";
const SCRIPT = "https://www.googleapis.com/auth/script.scriptapp";

type Rule = {
  readonly rule: string;
  /** The body of a function; `book` and `sheet` are there where it names them. */
  readonly code: string;
  readonly words: string;
  readonly mode?: Mode;
  readonly user?: string;
  readonly scopes?: readonly string[];
  readonly given?: Partial<HostContext>;
};

const RULES: readonly Rule[] = [
  // Authorisation
  {
    rule: "a custom function writes nothing",
    code: "sheet.getRange('A1').setValue(1);",
    mode: "CUSTOM_FUNCTION",
    words: "You do not have permission to call Range.setValue",
  },
  {
    rule: "a custom function does not learn who asks",
    code: "Session.getActiveUser();",
    mode: "CUSTOM_FUNCTION",
    words: "You do not have permission to call Session.getActiveUser",
  },
  {
    rule: "a custom function shows nothing",
    code: "SpreadsheetApp.getUi();",
    mode: "CUSTOM_FUNCTION",
    words: "You do not have permission to call SpreadsheetApp.getUi",
  },
  {
    rule: "a simple trigger shows nothing",
    code: "SpreadsheetApp.getUi().alert('x');",
    mode: "LIMITED",
    words: "You do not have permission to call Ui.alert",
  },
  {
    rule: "without a grant in this file there is no document",
    code: "SpreadsheetApp.getActiveSpreadsheet();",
    mode: "NONE",
    words: "You do not have permission to call SpreadsheetApp.getActiveSpreadsheet",
  },
  {
    rule: "without a grant in this file there are no properties",
    code: "PropertiesService.getDocumentProperties();",
    mode: "NONE",
    words: "You do not have permission to call PropertiesService.getDocumentProperties",
  },
  {
    rule: "a scope that was not granted is asked for",
    code: "MailApp.getRemainingDailyQuota();",
    words: `Specified permissions are not sufficient to call MailApp.getRemainingDailyQuota. Required permissions: ${MAIL}`,
  },
  {
    rule: "listing triggers needs its scope",
    code: "ScriptApp.getUserTriggers(book);",
    words: `Specified permissions are not sufficient to call ScriptApp.getUserTriggers. Required permissions: ${SCRIPT}`,
  },
  {
    rule: "a copied spreadsheet is not the open one: its tabs need another scope",
    code: "book.copy('x').getSheets();",
    words:
      "Specified permissions are not sufficient to call Spreadsheet.getSheets. Required permissions: https://www.googleapis.com/auth/spreadsheets",
  },
  {
    rule: "nor may a copied spreadsheet be shared",
    code: "book.copy('x').addEditor('a@xa.example');",
    words:
      "Specified permissions are not sufficient to call Spreadsheet.addEditor. Required permissions: https://www.googleapis.com/auth/spreadsheets",
  },
  // Time
  {
    rule: "a custom function has 30 seconds",
    code: "Utilities.sleep(30001);",
    mode: "CUSTOM_FUNCTION",
    words: "Exceeded maximum execution time",
  },
  {
    rule: "calls take time too: 43 tabs read one by one are too many for a custom function",
    code: "for (let tab = 0; tab < 43; tab++) sheet.getRange('A1').getValues();",
    mode: "CUSTOM_FUNCTION",
    given: { costOfCall: () => 400 },
    words: "Exceeded maximum execution time",
  },
  {
    rule: "a simple trigger has 30 seconds",
    code: "Utilities.sleep(30001);",
    mode: "LIMITED",
    words: "Exceeded maximum execution time",
  },
  {
    rule: "any other execution has six minutes",
    code: "Utilities.sleep(300000); Utilities.sleep(60001);",
    words: "Exceeded maximum execution time",
  },
  {
    rule: "a script sleeps five minutes at once at most",
    code: "Utilities.sleep(300001);",
    words: "Invalid argument: milliseconds",
  },
  // Who is there
  {
    rule: "a clock trigger has nobody to show a thing to",
    code: "SpreadsheetApp.getUi();",
    given: { hasUi: false },
    words: "Cannot call SpreadsheetApp.getUi() from this context.",
  },
  {
    rule: "outside a document there is no spreadsheet",
    code: "SpreadsheetApp.getActiveSpreadsheet().getName();",
    given: { hasActiveDocument: false },
    words: "Cannot read properties of null (reading 'getName')",
  },
  {
    rule: "outside a document there is no lock",
    code: "LockService.getDocumentLock().tryLock(1);",
    given: { hasActiveDocument: false },
    words: "Cannot read properties of null (reading 'tryLock')",
  },
  {
    rule: "outside a document there are no properties of it",
    code: "PropertiesService.getDocumentProperties().getProperty('a');",
    given: { hasActiveDocument: false },
    words: "Cannot read properties of null (reading 'getProperty')",
  },
  // Protection
  {
    rule: "a script does not bypass protection",
    code: "sheet.getRange('A1').setValue(1);",
    user: UNIT,
    words: "You are trying to edit a protected cell or object",
  },
  {
    rule: "who may not edit a protection does not learn who may",
    code: "sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0].getEditors();",
    user: UNIT,
    words: "You do not have permission to edit this protection.",
  },
  {
    rule: "nor whether the domain may",
    code: "sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0].canDomainEdit();",
    user: UNIT,
    words: "You do not have permission to edit this protection.",
  },
  {
    rule: "nor takes it off",
    code: "sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0].remove();",
    user: UNIT,
    words: "You do not have permission to edit this protection.",
  },
  {
    rule: "rows of a protected sheet stay where they are",
    code: "sheet.insertRowBefore(1);",
    user: UNIT,
    words: "You are trying to edit a protected cell or object",
  },
  // Cells
  {
    rule: "rows are counted from 1",
    code: "sheet.getRange(0, 1);",
    words: "The starting row of the range is too small.",
  },
  {
    rule: "columns are counted from 1",
    code: "sheet.getRange(1, 0);",
    words: "The starting column of the range is too small.",
  },
  {
    rule: "a range has a row",
    code: "sheet.getRange(1, 1, 0, 1);",
    words: "The number of rows in the range must be at least 1.",
  },
  {
    rule: "a range has a column",
    code: "sheet.getRange(1, 1, 1, 0);",
    words: "The number of columns in the range must be at least 1.",
  },
  {
    rule: "a range lies on its sheet",
    code: "sheet.getRange(1000, 26, 2, 1);",
    words: "The coordinates of the range are outside the dimensions of the sheet.",
  },
  { rule: "an address is one", code: "sheet.getRange('A1:');", words: "Range not found" },
  { rule: "an address names a tab that is there", code: "book.getRange('Khác!A1');", words: "Range not found" },
  {
    rule: "values have the range's rows",
    code: "sheet.getRange('A1:A2').setValues([[1]]);",
    words:
      "The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.",
  },
  {
    rule: "values have the range's columns",
    code: "sheet.getRange('A1:B1').setValues([[1]]);",
    words:
      "The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.",
  },
  {
    rule: "a cell holds 50,000 characters",
    code: "sheet.getRange('A1').setValue('x'.repeat(50001));",
    words: "Your input contains more than the maximum of 50000 characters in a single cell.",
  },
  {
    rule: "a list of choices has 500",
    code: "SpreadsheetApp.newDataValidation().requireValueInList(Array.from({ length: 501 }, String));",
    words: "A list of more than 500 items is not allowed in data validation.",
  },
  {
    rule: "a conditional format looks at its own sheet",
    code: "SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=Khác!A1>1');",
    words: "Conditional format rule cannot reference a different sheet.",
  },
  {
    rule: "a validation calls no custom function",
    code: "SpreadsheetApp.newDataValidation().requireFormulaSatisfied('=go()>1');",
    words: "Custom functions are not allowed in data validation.",
  },
  // Merged and frozen
  {
    rule: "freezing cuts through no merged cells",
    code: "sheet.getRange('A1:D1').merge(); sheet.setFrozenColumns(2);",
    words: "you can't freeze columns which contain only part of a merged cell",
  },
  {
    rule: "nor does freezing rows",
    code: "sheet.getRange('A1:A4').merge(); sheet.setFrozenRows(2);",
    words: "you can't freeze rows which contain only part of a merged cell",
  },
  {
    rule: "what is frozen is not merged with what is not",
    code: "sheet.setFrozenRows(1); sheet.getRange('A1:A2').merge();",
    words: "You can't merge frozen and non-frozen rows.",
  },
  {
    rule: "a row is left that is not frozen",
    code: "sheet.setFrozenRows(1000);",
    words: "You can't freeze all visible rows on the sheet.",
  },
  {
    rule: "a sheet is left to be seen",
    code: "book.deleteSheet(sheet);",
    words: "You can't remove all the visible sheets in a document.",
  },
  {
    rule: "a locale is one",
    code: "book.setSpreadsheetLocale('Vietnam');",
    words: "Invalid argument: Vietnam",
  },
  {
    rule: "a workbook holds ten million cells",
    code: "sheet.insertColumnsAfter(26, 10000);",
    words: "above the limit of 10000000 cells",
  },
  // Mail
  {
    rule: "a mail's text has 200 KB",
    code: "MailApp.sendEmail({ to: 'a@xa.example', subject: 's', body: 'x'.repeat(204801) });",
    scopes: [...SCOPES, MAIL],
    words: "Limit Exceeded: Email Body Size.",
  },
  {
    rule: "counted in bytes, in HTML too",
    code: "MailApp.sendEmail({ to: 'a@xa.example', subject: 's', body: '', htmlBody: 'ế'.repeat(70000) });",
    scopes: [...SCOPES, MAIL],
    words: "Limit Exceeded: Email Body Size.",
  },
  {
    rule: "a mail has 250 files",
    code: "MailApp.sendEmail({ to: 'a@xa.example', subject: 's', body: 'b', attachments: Array.from({ length: 251 }, () => Utilities.newBlob('x')) });",
    scopes: [...SCOPES, MAIL],
    words: "Limit Exceeded: Email Attachments Per Message.",
  },
  {
    rule: "a mail has 50 recipients",
    code: "MailApp.sendEmail({ to: Array.from({ length: 51 }, (_, at) => at + '@xa.example').join(), subject: 's', body: 'b' });",
    scopes: [...SCOPES, MAIL],
    words: "Limit Exceeded: Email Recipients Per Message.",
  },
  {
    rule: "a day has its quota of recipients",
    code: "MailApp.sendEmail({ to: 'a@xa.example', subject: 's', body: 'b' });",
    scopes: [...SCOPES, MAIL],
    given: { mailQuota: 0 },
    words: "Service invoked too many times for one day: email.",
  },
  // Triggers
  {
    rule: "a document has one clock trigger for each user",
    code: "const make = () => ScriptApp.newTrigger('go').timeBased().everyDays(1).create(); make(); make();",
    scopes: [...SCOPES, SCRIPT],
    words: "The Add-on has created too many time-based triggers in this document for this Google user account.",
  },
  {
    rule: "an add-on that is only tested makes no trigger",
    code: "ScriptApp.newTrigger('go').timeBased().everyDays(1).create();",
    scopes: [...SCOPES, SCRIPT],
    given: { isTestDeployment: true },
    words: "The Add-on attempted an action that is not permitted in Test as Add-on mode.",
  },
  // Properties, files, pages
  {
    rule: "a property has nine kilobytes",
    code: "PropertiesService.getDocumentProperties().setProperty('a', 'x'.repeat(9217));",
    words: "Argument too large: value",
  },
  {
    rule: "an advanced export asks for the content",
    code: "const made = Drive.Files.create({ name: 'a', mimeType: 'application/vnd.google-apps.document' }, Utilities.newBlob([80, 75, 3, 4])); Drive.Files.export(made.id, 'application/pdf');",
    words: "Response Code: 200.",
  },
  {
    rule: "drive.file reaches only what the script made",
    code: "Drive.Files.get('somebody-elses');",
    words: "API call to drive.files.get failed with error: File not found: somebody-elses.",
  },
  {
    rule: "a page is one that was pushed",
    code: "HtmlService.createHtmlOutputFromFile('không có');",
    words: "No HTML file named không có was found.",
  },
  {
    rule: "google.script.run takes no Date",
    code: "throw new Error(typeof given);",
    words: "Failed due to illegal value in an argument.",
  },
];

function attempt({ code, mode, user, scopes, given }: Rule, rule: string): string {
  const open = openScript(
    `function go(given) {
      ${/\bbook\b|\bsheet\b/.test(code) ? "const book = SpreadsheetApp.getActiveSpreadsheet(); const [sheet] = book.getSheets();" : ""}
      ${code}
    }
    function close() { SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].protect().removeEditors(["${UNIT}"]); }`,
    scopes,
  );
  open.run("close");
  Object.assign(open.context, { user: user ?? OWNER, ...given });
  return messageOf(() => open.run("go", rule === "google.script.run takes no Date" ? [new Date(0)] : [], mode));
}

describe("Google refuses, in these words, where", () => {
  it.each(RULES.map((one) => [one.rule, one] as const))("%s", (rule, one) => {
    expect(attempt(one, rule)).toContain(one.words);
  });
});

describe("a custom function's arguments", () => {
  const WORDS = "This function is not allowed to reference a cell with NOW()";

  function resultOf(formulas: Readonly<Record<string, string>>, todayIsVolatile = true): string {
    const open = openScript(`
      function MY_HAI(x) { return x * 2; }
      function put(formulas) {
        const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
        for (const [cell, formula] of Object.entries(formulas)) sheet.getRange(cell).setFormula(formula);
      }
    `);
    open.context.todayIsVolatile = todayIsVolatile;
    open.run("put", [formulas]);
    const value = open.workbook.sheets[0]?.cells[1]?.[1]?.value;
    return typeof value === "object" ? String(value.message) : typeof value;
  }

  it.each([
    ["NOW()", { A1: "=MY_HAI(NOW())" }],
    ["RAND() deep within", { A1: "=1+MY_HAI(IF(TRUE;ROUND(RAND();2)))" }],
    ["RANDBETWEEN()", { A1: "=MY_HAI(RANDBETWEEN(1;2))" }],
    ["TODAY()", { A1: "=MY_HAI(TODAY())" }],
    ["a cell with NOW()", { A1: "=MY_HAI(B1)", B1: "=NOW()" }],
    ["a range in which a cell depends on NOW() through others", { A1: "=MY_HAI(B1:B9)", B5: "=C1+1", C1: "=NOW()" }],
  ])("are not %s", (_, formulas) => {
    expect(resultOf(formulas)).toContain(WORDS);
  });

  it("may stand beside what changes by itself", () => {
    expect(resultOf({ A1: "=IF(NOW()>0;MY_HAI(1);0)", B1: "=NOW()" })).toBe("number");
    expect(resultOf({ A1: "=MY_HAI(C1)", B1: "=NOW()" })).toBe("number");
    expect(resultOf({ A1: "=MY_HAI(TODAY())" }, false)).toBe("number");
  });
});

describe("a custom function's name", () => {
  it.each([
    ["QUERY", "of one of Google's own", "=QUERY(1)"],
    ["SUM", "of one that is computed here", "=SUM(1)"],
    ["THUE10", "that is private", "=MY_THUE_(1)"],
    ["KPI26", "shaped like a cell", "=KPI26(1)"],
  ])("%s, %s, is never called", (name, _, formula) => {
    const open = openScript(`
      function ${name}() { return "của tôi"; }
      function MY_THUE_() { return "của tôi"; }
      function put(formula) { SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange("A1").setFormula(formula); }
    `);
    open.run("put", [formula]);
    expect(open.workbook.sheets[0]?.cells[1]?.[1]?.value).not.toBe("của tôi");
  });
});

describe("several documents, several accounts", () => {
  const code = `
    function make() { ScriptApp.newTrigger("tick").timeBased().everyDays(1).create(); }
    function all() { return ScriptApp.getProjectTriggers().length; }
    function here() { return ScriptApp.getUserTriggers(SpreadsheetApp.getActiveSpreadsheet()).length; }
    function tick() {
      const book = SpreadsheetApp.getActiveSpreadsheet();
      return [Session.getEffectiveUser().getEmail(), book === null ? "none" : book.getName()];
    }
    function who() { return Session.getEffectiveUser().getEmail(); }
    function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem("Ai", "who").addToUi(); }
  `;
  const open = () => openScript(code, [...SCOPES, SCRIPT]);

  it("a project's triggers are those of all the user's documents; a document's are its own", () => {
    const { context, run } = open();
    run("make");
    context.triggers.push({ id: "9", document: "khác", handler: "tick", user: OWNER, hour: 7, zone: "" });
    expect([run("all"), run("here")]).toEqual([2, 1]);
    context.userTriggersListClock = false;
    expect([run("all"), run("here")]).toEqual([2, 0]);
    context.user = UNIT;
    expect([run("all"), run("here")]).toEqual([0, 0]);
  });

  it("a trigger of another document does not stand in the way", () => {
    const { context, run } = open();
    context.triggers.push({ id: "9", document: "khác", handler: "tick", user: OWNER, hour: 7, zone: "" });
    expect(() => run("make")).not.toThrow();
  });

  it("a trigger runs as its maker, with the document or without", () => {
    const opened = open();
    opened.run("make");
    const [trigger] = opened.context.triggers;
    if (!trigger) throw new Error("a trigger was made");
    opened.context.user = UNIT;
    expect(opened.fire(trigger)).toEqual([OWNER, "Sổ thử"]);
    opened.context.clockKnowsDocument = false;
    expect(opened.fire(trigger)).toEqual([OWNER, "none"]);
    expect([opened.context.user, opened.context.hasUi, opened.context.hasActiveDocument]).toEqual([UNIT, true, true]);
  });

  it("a sidebar calls as the browser's default account, and says so only where that one has no right", () => {
    const { context, run } = open();
    context.defaultAccount = UNIT;
    expect(run("who")).toBe(UNIT);
    context.defaultAccount = "la@khac.example";
    expect(messageOf(() => run("who"))).toContain("Error code PERMISSION_DENIED");
    expect(context.user).toBe(OWNER);
  });

  it("a menu calls as the open account, or as the default one: nobody knows", () => {
    const { context, run, choose } = open();
    run("onOpen", [], "NONE");
    context.defaultAccount = UNIT;
    expect(choose("Ai")).toBe(OWNER);
    context.menuRunsAsDefaultAccount = true;
    expect(choose("Ai")).toBe(UNIT);
  });
});

describe("answers that nobody knows", () => {
  it("a result past the last row adds rows, or is not shown", () => {
    for (const spillAddsRows of [true, false]) {
      const open = openScript(
        "function put() { SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange('A999').setFormula('=SEQUENCE(5)'); }",
      );
      open.context.spillAddsRows = spillAddsRows;
      open.run("put");
      const [sheet] = open.workbook.sheets;
      expect([sheet?.rows, sheet?.cells[999]?.[1]?.value]).toEqual(
        spillAddsRows
          ? [1003, 1]
          : [1000, { error: "#REF!", message: "Result was not automatically expanded, please insert more rows (3)." }],
      );
    }
  });

  it("a copy tells its name and address, or needs another scope for them", () => {
    const open = openScript(
      "function name() { return SpreadsheetApp.getActiveSpreadsheet().copy('Bản sao').getName(); }",
    );
    expect(open.run("name")).toBe("Bản sao");
    open.context.copyTellsItsAddress = false;
    expect(messageOf(() => open.run("name"))).toContain("not sufficient to call Spreadsheet.getName");
  });

  it("a copy drops range protections, or keeps them for the copier", () => {
    const open = openScript(`
      function close() { SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange("A1").protect(); }
      function copy() { SpreadsheetApp.getActiveSpreadsheet().copy("Bản sao"); }
    `);
    open.run("close");
    const editors = () => open.takeCopies()[0]?.sheets[0]?.protections.map((protection) => protection.editors);
    open.run("copy");
    expect(editors()).toEqual([]);
    open.context.copyKeepsRangeProtections = true;
    open.run("copy");
    expect(editors()).toEqual([[OWNER]]);
  });

  it("a protection's editors include the owner, or not", () => {
    const open = openScript(
      "function editors() { return SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].protect().getEditors().map((user) => user.getEmail()); }",
    );
    expect(open.run("editors")).toEqual([OWNER, UNIT]);
    open.context.editorsIncludeOwner = false;
    expect(open.run("editors")).toEqual([UNIT]);
  });
});

describe("Google allows", () => {
  const run = (code: string, locale = "vi_VN") => {
    const open = openScript(`function go() {
      const book = SpreadsheetApp.getActiveSpreadsheet(); const [sheet] = book.getSheets(); ${code}
    }`);
    open.workbook.locale = locale;
    return open.run("go");
  };

  it.each([
    ["5:7", "A5:Z7"],
    ["D:F", "D1:F1000"],
    ["F:D", "D1:F1000"],
    ["B9:A7", "A7:B9"],
    ["$B$2:C", "B2:C1000"],
    ["7:5", "A5:Z7"],
    ["'Trang tính1'!A1", "A1"],
    ["b2", "B2"],
  ])("the address %s", (address, found) => {
    expect(run(`return sheet.getRange("${address}").getA1Notation();`)).toBe(found);
  });

  it("an address without a tab's title, on the first tab", () => {
    expect(run("sheet.getRange('B2').setValue(7); return book.getRange('B2').getValue();")).toBe(7);
  });

  it("a blob of text", () => {
    expect(run("const b = Utilities.newBlob('số'); return [b.getDataAsString(), b.getContentType()];")).toEqual([
      "số",
      "text/plain",
    ]);
    expect(run("return Utilities.newBlob('ế').getBytes();")).toEqual([-31, -70, -65]);
  });

  it("a row after the last one that is filled, on a full sheet too", () => {
    expect(
      run(
        "sheet.getRange('B2').setValue(1); sheet.appendRow([1, '', '=A3+1']); return sheet.getRange('A3:C3').getValues();",
      ),
    ).toEqual([[1, "", 2]]);
    expect(run("sheet.getRange('A1000').setValue(1); sheet.appendRow([2]); return sheet.getMaxRows();")).toBe(1001);
  });

  it.each([
    ["en_US", "=SUM(1,2)", 3],
    ["en_US", "=1.5*2", 3],
    ["en_US", "=SUM({1,2;3,4})", 10],
    ["vi_VN", "=1,5*2", 3],
    ["vi_VN", "=SUM({1\\\\2;3\\\\4})", 10],
    ["vi_VN", "=SUM(1;2)", 3],
    ["de_DE", "=1,5*2", 3],
    ["vi_VN", "=1.5*2", "#ERROR!"],
    ["ja_JP", "=1,5*2", "#ERROR!"],
  ])("in %s the formula %s: %s", (locale, formula, result) => {
    expect(run(`return sheet.getRange("A1").setFormula("${formula}").getValue();`, locale)).toBe(result);
  });

  it("a wait for a lock that is free, or one's own", () => {
    expect(
      run("const lock = LockService.getDocumentLock(); lock.waitLock(1); lock.waitLock(1); return lock.hasLock();"),
    ).toBe(true);
  });

  it("and refuses a wait for another's", () => {
    const code = "function go() { const lock = LockService.getDocumentLock(); lock.waitLock(1); }";
    const first = openScript(code);
    const second = openWorkbook(first.workbook, bundleOf(code));
    let words = "";
    first.context.onCall = (call, when) => {
      if (call === "Lock.waitLock" && when === "after") words = messageOf(() => second.run("go"));
    };
    first.run("go");
    expect(words).toBe("Lock timeout: another process was holding the lock for too long.");
  });
});
