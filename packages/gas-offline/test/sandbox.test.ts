import { describe, expect, it } from "vitest";
import { newWorkbook, openWorkbook, ScriptFault } from "../src/open.ts";
import { bundleOf, messageOf, openScript } from "./services/scripts.ts";

describe("what a script returns", () => {
  const open = openScript(`
    class Fault extends Error { name = "WorkbookFault"; }
    function plain() { return { a: [1, "hai", true, null], b: { c: -0.5 } }; }
    function withDate() { return { a: 1, deep: [{ at: new Date(0) }] }; }
    function onlyDate() { return new Date(0); }
    function withFunction() { return [1, () => 2]; }
    function withCircle() { const one = { name: "a" }; one.self = [one]; return one; }
    function sharedTwice() { const one = { name: "a" }; return [one, one]; }
    function withUndefined() { return { a: undefined, b: [undefined, NaN] }; }
    function nothing() {}
    function service() { return SpreadsheetApp.getActiveSpreadsheet(); }
    function fault() { throw new Fault("Cần một năm."); }
    function throwText() { throw "chữ"; }
    function echo(given) { return [given, Array.isArray(given), given instanceof Object]; }
    function hidden_() { return 1; }
  `);

  it("crosses as plain JSON", () => {
    expect(open.run("plain")).toEqual({ a: [1, "hai", true, null], b: { c: -0.5 } });
    expect(open.run("sharedTwice")).toEqual([{ name: "a" }, { name: "a" }]);
    expect(open.run("withUndefined")).toEqual({ b: [null, null] });
  });

  it.each(["withDate", "onlyDate", "withFunction", "withCircle", "service", "nothing"])(
    "is null as a whole, without an error, where JSON cannot hold it: %s",
    (name) => {
      expect(open.run(name)).toBeNull();
    },
  );

  it("is an error with the script's own words and kind when it throws", () => {
    const thrown = (name: string): unknown => {
      try {
        return open.run(name);
      } catch (fault) {
        return fault;
      }
    };
    expect(thrown("fault")).toBeInstanceOf(ScriptFault);
    expect(thrown("fault")).toMatchObject({ message: "Cần một năm.", kind: "WorkbookFault" });
    expect(thrown("throwText")).toMatchObject({ message: "chữ", kind: "" });
  });

  it("was given arguments of its own world, and none that cannot cross", () => {
    expect(open.run("echo", [[1, { a: 2 }]])).toEqual([[1, { a: 2 }], true, true]);
    expect(open.run("echo", [undefined])).toEqual([null, false, false]);
    expect(messageOf(() => open.run("echo", [{ at: new Date(0) }]))).toContain("illegal value");
    expect(messageOf(() => open.run("echo", [() => 1]))).toContain("illegal value");
  });

  it("comes from the script's own functions only: not private ones, not JavaScript's", () => {
    for (const name of ["hidden_", "eval", "Function", "parseInt", "Fault", "SpreadsheetApp", "missing", "__proto__"]) {
      expect(messageOf(() => open.run(name, ["1"]))).toBe(`Script function not found: ${name}`);
    }
  });
});

describe("after a run", () => {
  const code = `
    const book = () => SpreadsheetApp.getActiveSpreadsheet();
    const first = () => book().getSheets()[0];
    function lay() { first().getRange("A1:B1").setValues([[2, "=A1*10"]]); first().getRange("A3").setFormula("='Khác'!A1"); }
    function writeAndFail() { first().getRange("A1").setValues([[7]]); throw new Error("giữa chừng"); }
    function addTab() { book().insertSheet("Khác", 1); }
    function dropTab() { book().deleteSheet(book().getSheetByName("Khác")); }
  `;
  const valueAt = (open: ReturnType<typeof openScript>, row: number, column: number): unknown =>
    open.workbook.sheets[0]?.cells[row]?.[column]?.value;

  it("formulas are up to date, though nothing read them", () => {
    const open = openScript(code);
    open.run("lay");
    expect(valueAt(open, 1, 2)).toBe(20);
  });

  it("that failed, what it wrote before stays and is calculated", () => {
    const open = openScript(code);
    open.run("lay");
    expect(messageOf(() => open.run("writeAndFail"))).toBe("giữa chừng");
    expect(valueAt(open, 1, 2)).toBe(70);
  });

  it("formulas know which tabs there are", () => {
    const open = openScript(code);
    open.run("lay");
    expect(valueAt(open, 3, 1)).toMatchObject({ error: "#REF!" });
    open.run("addTab");
    expect(valueAt(open, 3, 1)).not.toMatchObject({ error: "#REF!" });
    open.run("dropTab");
    expect(valueAt(open, 3, 1)).toMatchObject({ error: "#REF!" });
  });
});

describe("the script's clock", () => {
  const code = `
    function moment() { return [Date.now(), new Date().toISOString(), new Date() instanceof Date]; }
    function given() { return [new Date(0).toISOString(), new Date(2026, 0, 2).getFullYear(), Date.UTC(2026, 10, 14)]; }
    function made() { return Object.prototype.toString.call(new Date()); }
  `;
  const noon = Date.UTC(2026, 10, 14, 5);

  it("may be set from outside, and goes on as the caller says", () => {
    let now = noon;
    const open = openWorkbook(newWorkbook("Sổ thử"), bundleOf(code), undefined, () => now);
    expect(open.run("moment")).toEqual([noon, "2026-11-14T05:00:00.000Z", true]);
    now += 60_000;
    expect(open.run("moment")).toEqual([noon + 60_000, "2026-11-14T05:01:00.000Z", true]);
  });

  it("leaves dates that are given as they are", () => {
    const open = openWorkbook(newWorkbook("Sổ thử"), bundleOf(code), undefined, () => noon);
    expect(open.run("given")).toEqual(["1970-01-01T00:00:00.000Z", 2026, Date.UTC(2026, 10, 14)]);
    expect(open.run("made")).toBe("[object Date]");
  });
});
