import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { bundleOf, openWorkbook, readBundle, tableOf, workbookOf } from "../src/index.ts";
import { messageOf } from "./thrown.ts";

const EMPTY = { Sheet: [[null]] };

describe("a project of several files", () => {
  it("runs them in one scope, in the order of their names", () => {
    const project = bundleOf({
      "b.js": "const TWICE = ONCE * 2; function twice() { return TWICE + helper(); }",
      "a.gs": "const ONCE = 1;",
      "lib/c.gs": "function helper() { return 40; }",
    });
    expect(openWorkbook(workbookOf(EMPTY), project).run("twice")).toBe(42);
  });

  it("is read from a folder with its pages and its scopes; other files are passed over", async () => {
    const folder = await mkdtemp(join(tmpdir(), "gas-offline-"));
    const scope = "https://www.googleapis.com/auth/drive.file";
    const files = {
      "Code.gs": "function one() { return 1; }",
      "p.html": "<p>",
      "notes.txt": "(",
      "appsscript.json": "",
    };
    files["appsscript.json"] = JSON.stringify({ oauthScopes: [scope] });
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    const project = await readBundle(pathToFileURL(`${folder}/`));
    await rm(folder, { recursive: true });
    expect(openWorkbook(workbookOf(EMPTY), project).run("one")).toBe(1);
    expect([...project.scopes]).toEqual([scope]);
    expect([...project.pages]).toEqual([["p", "<p>"]]);
  });

  it("may do everything where its manifest names no scopes, and only what they allow where it does", () => {
    const code = "function who() { return Session.getEffectiveUser().getEmail(); }";
    const who = (files: Record<string, string>) => openWorkbook(workbookOf(EMPTY, "a@b.c"), bundleOf(files)).run("who");
    expect(who({ "Code.gs": code })).toBe("a@b.c");
    const manifest = JSON.stringify({ oauthScopes: [] });
    expect(messageOf(() => who({ "Code.gs": code, "appsscript.json": manifest }))).toContain("Required permissions");
  });
});

describe("a formula that calls the script", () => {
  const shown = (formula: string, code: string) => {
    const workbook = workbookOf({ Sheet: [[7, formula]] });
    openWorkbook(workbook, bundleOf({ "Code.gs": code }));
    return tableOf(workbook, "Sheet")[0]?.[1];
  };

  it("finds any function of it, in letters of either case", () => {
    expect(shown("=twoTimes(A1)", "function TwoTimes(n) { return 2 * n; }")).toBe(14);
    expect(shown("=TWOTIMES(A1)", "function TwoTimes(n) { return 2 * n; }")).toBe(14);
  });

  it("finds neither private functions nor those that take a name of Sheets' own", () => {
    expect(shown("=HIDDEN_(A1)", "function hidden_(n) { return n; }")).toBe("#NAME?");
    expect(shown("=SUM(A1)", "function SUM() { return 0; }")).toBe(7);
  });
});

describe("a table", () => {
  it("is a workbook's sheet and comes back from it, without blank rows and columns at its end", () => {
    const workbook = workbookOf({ A: [["x", null, 2], [null], [true, "=1/0", null]], B: [[null]] });
    openWorkbook(workbook, bundleOf({}));
    expect(tableOf(workbook, "A")).toEqual([
      ["x", null, 2],
      [null, null, null],
      [true, "#DIV/0!", null],
    ]);
    expect(tableOf(workbook, "B")).toEqual([]);
    expect(messageOf(() => tableOf(workbook, "C"))).toBe("No sheet is called C");
  });
});
