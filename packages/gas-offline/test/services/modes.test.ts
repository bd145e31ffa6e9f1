import { describe, expect, it } from "vitest";
import type { Mode } from "../../src/services/context.ts";
import { messageOf, OWNER, openScript, SCOPES } from "./scripts.ts";

/** One function a service call. */
const CALLS = `
  const sheet = () => SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
  function addMenu() { SpreadsheetApp.getUi().createAddonMenu().addItem("Mục", "onOpen").addToUi(); }
  function readCells() { return sheet().getDataRange().getValues(); }
  function writeCells() { sheet().getRange("A1").setValues([["đã ghi"]]); }
  function addTab() { SpreadsheetApp.getActiveSpreadsheet().insertSheet("Mới", 1); }
  function showAlert() { SpreadsheetApp.getUi().alert("Chào"); }
  function whoAmI() { return Session.getEffectiveUser().getEmail(); }
  function keepFile() { return Drive.Files.create({ name: "a.txt" }, Utilities.newBlob([65], "text/plain", "a.txt")).name; }
  function makeBlob() { return Utilities.newBlob([65, -1]).getBytes(); }
  function takeLock() { const lock = LockService.getDocumentLock(); lock.tryLock(1); lock.releaseLock(); return true; }
`;

const ALL = ["addMenu", "readCells", "writeCells", "addTab", "showAlert", "whoAmI", "keepFile", "makeBlob", "takeLock"];

/** The functions that a mode lets through. */
function allowedIn(mode: Mode): readonly string[] {
  return ALL.filter((name) => {
    try {
      openScript(CALLS).run(name, [], mode);
      return true;
    } catch {
      return false;
    }
  });
}

describe("a mode of authorisation", () => {
  it("LOAD, the top level of a script, lets nothing through", () => {
    for (const name of ALL) {
      expect(messageOf(() => openScript(`${CALLS} ${name}();`))).toMatch(/^You do not have permission to call \w/);
    }
    expect(messageOf(() => openScript("SpreadsheetApp.getUi()"))).toBe(
      "You do not have permission to call SpreadsheetApp.getUi",
    );
  });

  it("NONE lets the menu through and what touches nothing", () => {
    expect(allowedIn("NONE")).toEqual(["addMenu", "makeBlob"]);
  });

  it("LIMITED has the document, but shows nothing, knows nobody and reaches no Drive", () => {
    expect(allowedIn("LIMITED")).toEqual(["addMenu", "readCells", "writeCells", "addTab", "makeBlob", "takeLock"]);
  });

  it("CUSTOM_FUNCTION reads the document and changes nothing", () => {
    expect(allowedIn("CUSTOM_FUNCTION")).toEqual(["readCells", "makeBlob", "takeLock"]);
  });

  it("FULL lets all through", () => {
    expect(allowedIn("FULL")).toEqual(ALL);
  });

  it("says which call it refused, and leaves no trace of it", () => {
    const open = openScript(CALLS);
    expect(messageOf(() => open.run("writeCells", [], "CUSTOM_FUNCTION"))).toBe(
      "You do not have permission to call Range.setValues",
    );
    expect(messageOf(() => open.run("whoAmI", [], "CUSTOM_FUNCTION"))).toBe(
      "You do not have permission to call Session.getEffectiveUser",
    );
    expect(messageOf(() => open.run("keepFile", [], "LIMITED"))).toBe(
      "You do not have permission to call Drive.Files.create",
    );
    expect(open.run("readCells")).toEqual([[""]]);
    expect(open.takeFiles()).toEqual([]);
  });

  it("holds for a formula's function even while a script of full rights reads its cell", () => {
    const open = openScript(`
      function MY_GHI() { SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange("B1").setValues([[1]]); return 1; }
      function typeAndRead() {
        const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
        sheet.getRange("A1").setFormula("=MY_GHI()");
        const [[value]] = sheet.getRange("A1").getValues();
        sheet.getRange("A2").setValues([["sau đó vẫn đủ quyền"]]);
        return value;
      }
    `);
    expect(open.run("typeAndRead")).toBe("#ERROR!");
    expect(open.workbook.sheets[0]?.cells[1]?.[1]?.value).toEqual({
      error: "#ERROR!",
      message: "You do not have permission to call Range.setValues",
    });
  });
});

describe("a scope that the manifest lacks", () => {
  it.each([
    ["readCells", "SpreadsheetApp.getActiveSpreadsheet", SCOPES[0]],
    ["keepFile", "Drive.Files.create", SCOPES[1]],
    ["showAlert", "Ui.alert", SCOPES[2]],
    ["whoAmI", "Session.getEffectiveUser", SCOPES[3]],
  ])("stops %s at %s", (name, call, scope) => {
    const open = openScript(
      CALLS,
      SCOPES.filter((other) => other !== scope),
    );
    expect(messageOf(() => open.run(name))).toBe(
      `Specified permissions are not sufficient to call ${call}. Required permissions: ${scope}`,
    );
    expect(() => openScript(CALLS, scope === undefined ? [] : [scope]).run("addMenu")).not.toThrow();
  });
});

describe("what the host does not have", () => {
  it("says so by class and member", () => {
    const open = openScript(`
      const book = () => SpreadsheetApp.getActiveSpreadsheet();
      function onRange() { book().getSheets()[0].getRange("A1").setRichTextValues([]); }
      function onBook() { book().getViewers(); }
      function onDrive() { Drive.Files.list(); }
      function onMail() { MailApp.getRemainingDailyQuotas(); }
      function onAnything() { Nothing.of(); }
    `);
    expect(messageOf(() => open.run("onRange"))).toBe("not implemented in the offline host: Range.setRichTextValues");
    expect(messageOf(() => open.run("onBook"))).toBe("not implemented in the offline host: Spreadsheet.getViewers");
    expect(messageOf(() => open.run("onDrive"))).toBe("not implemented in the offline host: Drive.Files.list");
    expect(messageOf(() => open.run("onMail"))).toBe(
      "not implemented in the offline host: MailApp.getRemainingDailyQuotas",
    );
    expect(messageOf(() => open.run("onAnything"))).toBe("Nothing is not defined");
  });

  it("is all of Node and of the browser", () => {
    const names = ["process", "require", "Buffer", "setTimeout", "fetch", "URL", "TextEncoder", "atob", "performance"];
    const open = openScript(
      `function known() { return ${JSON.stringify(names)}.filter((name) => name in globalThis); }`,
    );
    expect(open.run("known")).toEqual([]);
  });
});

describe("calls of services", () => {
  it("are counted one by one, refused ones too, until they are taken", () => {
    const open = openScript(CALLS);
    open.run("writeCells");
    expect(messageOf(() => open.run("showAlert", [], "LIMITED"))).toContain("permission");
    expect(Object.fromEntries(open.takeCalls())).toEqual({
      "SpreadsheetApp.getActiveSpreadsheet": 1,
      "Spreadsheet.getSheets": 1,
      "Sheet.getRange": 1,
      "Range.setValues": 1,
      "SpreadsheetApp.getUi": 1,
      "Ui.alert": 1,
    });
    expect([...open.takeCalls()]).toEqual([]);
  });

  it("tell the script who runs it, and show what it says", () => {
    const open = openScript(CALLS);
    expect(open.run("whoAmI")).toBe(OWNER);
    open.run("showAlert");
    expect(open.context.messages).toEqual(["Chào"]);
    open.run("addMenu", [], "NONE");
    expect([...open.context.menu]).toEqual([["Mục", "onOpen"]]);
  });

  it("show a title and a prompt, but not the buttons", () => {
    const open = openScript(`
      function titled() { const ui = SpreadsheetApp.getUi(); ui.alert("Tiêu đề", "Lời", ui.ButtonSet.OK); }
      function plain() { const ui = SpreadsheetApp.getUi(); ui.alert("OK", ui.ButtonSet.OK); }
    `);
    open.run("titled");
    open.run("plain");
    expect(open.context.messages).toEqual(["Tiêu đề\nLời", "OK"]);
  });

  it("store files as bytes from −128 to 127", () => {
    const open = openScript(`
      ${CALLS}
      function keepBytes(bytes) { Drive.Files.create({ name: "b" }, Utilities.newBlob(bytes)); }
    `);
    open.run("keepBytes", [[-1, 65]]);
    expect(open.takeFiles().map(({ name, bytes }) => [name, [...bytes]])).toEqual([["b", [255, 65]]]);
    expect(messageOf(() => open.run("keepBytes", [[200]]))).toContain("bytes must be from -128 to 127");
  });

  it("let a script that holds the lock take it again", () => {
    const open = openScript(`
      function twice() {
        const lock = LockService.getDocumentLock();
        const before = lock.hasLock();
        const taken = [lock.tryLock(1), LockService.getDocumentLock().tryLock(1), lock.hasLock()];
        lock.releaseLock();
        return [before, ...taken, lock.hasLock()];
      }
    `);
    expect(open.run("twice")).toEqual([false, true, true, true, false]);
  });
});
