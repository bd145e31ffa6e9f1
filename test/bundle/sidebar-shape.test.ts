/** The sidebar's file as HtmlService reads it: one static page with nothing to fetch and nothing to mistake. */
import { readdirSync, readFileSync } from "node:fs";
import { type Node, parse, tokenizer } from "acorn";
import { describe, expect, it } from "vitest";
import { DIST } from "./opened.ts";

const HTML = readFileSync(new URL("sidebar.html", DIST), "utf8");
const SCRIPT = /<script>([\s\S]*)<\/script>/.exec(HTML)?.[1] ?? "";
const STYLE = /<style>([\s\S]*)<\/style>/.exec(HTML)?.[1] ?? "";

/** Names of languages, which no browser fetches. */
const NAMESPACES = ["http://www.w3.org/2000/svg", "http://www.w3.org/1998/Math/MathML", "http://www.w3.org/1999/xhtml"];

describe("the sidebar's file", () => {
  it("is the only page that is pushed, with all of it inside", () => {
    expect(readdirSync(DIST).sort()).toEqual(["Code.js", "appsscript.json", "sidebar.html"]);
    expect(HTML).toMatch(/^<!doctype html>/);
    expect(HTML).not.toMatch(/<link|<script [^>]|<script\s+src|@import|<base/i);
    expect(SCRIPT.length).toBeGreaterThan(10_000);
    expect(STYLE.length).toBeGreaterThan(1_000);
  });

  it("names no address outside but those that are names", () => {
    const addresses = HTML.match(/(?:https?:)?\/\/[\w.-]+\.\w+[\w./-]*/g) ?? [];
    expect(addresses.filter((address) => !NAMESPACES.includes(address))).toEqual([]);
    expect(STYLE).not.toMatch(/url\(/);
  });

  it("holds no scriptlet, and no `//` that HtmlService could take for a comment: no template literal", () => {
    expect(HTML).not.toContain("<?");
    const tokens = [...tokenizer(SCRIPT, { ecmaVersion: 2020 })].map(({ type }) => type.label);
    expect(tokens).toContain("string");
    expect(tokens.filter((label) => label === "`" || label === "template")).toEqual([]);
  });

  it("is ES2020, and ends neither its script nor its style early", () => {
    const program: Node = parse(SCRIPT, { ecmaVersion: 2020, sourceType: "script" });
    expect(program.type).toBe("Program");
    expect(SCRIPT).not.toMatch(/<\/script/i);
    expect(STYLE).not.toMatch(/<\/style/i);
  });

  it("is small", () => {
    expect(Buffer.byteLength(HTML)).toBeLessThan(110_000);
  });

  it("takes the workbook's own status colours", () => {
    for (const colour of ["#d5f0dd", "#0b5a25", "#fff0c2", "#fbd9d7"]) expect(SCRIPT).toContain(colour);
  });
});
