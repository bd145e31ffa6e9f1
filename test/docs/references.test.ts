/** The pages that are made of the sources: up to date, and saying what the sources say. */
import { describe, expect, it } from "vitest";
import { readCheckKinds } from "../../scripts/docs/references/checks.ts";
import { readFormulas } from "../../scripts/docs/references/formulas.ts";
import { issueSources, makeReferences } from "../../scripts/docs/references/make.ts";
import { repository } from "./repository.ts";

const pages = makeReferences(repository);

describe("the references", () => {
  it.each([...pages.keys()])("%s is what the sources say (else: npm run docs)", (path) => {
    expect(repository.read(path)).toBe(pages.get(path));
  });

  it("say at their top what they are made by", () => {
    for (const text of pages.values()) expect(text.split("\n")[0]).toMatch(/^<!-- npm run docs: .+ -->$/);
  });
});

describe("the reference of checks", () => {
  const kinds = issueSources(repository).flatMap(readCheckKinds);

  it("has every code that a source says", () => {
    const said = issueSources(repository).flatMap((source) => [...source.matchAll(/\bcode: "([a-z0-9-]+)"/g)]);
    expect(said.length).toBeGreaterThan(40);
    const missing = said.map(([, code]) => code).filter((code) => !kinds.some((kind) => kind.code === code));
    expect(missing).toEqual([]);
  });

  it.each([
    ["missing", "error"],
    ["women-over-total", "error"],
    ["dtn-over-qhc", "error"],
    ["no-form", "error"],
    ["unit-code", "error"],
    ["jump", "warning"],
    ["history-invalid", "warning"],
    ["history-duplicate", "warning"],
    ["unknown-co-organiser", "warning"],
    ["closed-form", "warning"],
    ["target-row", "warning"],
  ])("knows how grave %s is: %s", (code, severity) => {
    expect(new Set(kinds.filter((kind) => kind.code === code).map((kind) => kind.severity))).toEqual(
      new Set([severity]),
    );
  });

  it("reads a text that depends on the case, one that is named above, and one that is filled in", () => {
    const source = `
      const expected = isTwice ? "một dòng" : "mã có thật";
      const issue = { code: "row", severity: "warning", expected, action: \`Sửa \${code} lại\` };`;
    expect(readCheckKinds(source)).toEqual([
      { code: "row", severity: "warning", expected: "một dòng / mã có thật", action: "Sửa … lại" },
    ]);
  });
});

describe("the reference of formulas", () => {
  it("has every formula with all its parameters", () => {
    const source = repository.read("src/addon/globals.ts");
    const formulas = readFormulas(source);
    expect(formulas.map(({ name }) => name)).toEqual(
      [...source.matchAll(/^function (BDG_\w+)/gm)].map(([, name]) => name),
    );
    for (const { name, parameters } of formulas) {
      const declared = new RegExp(`function ${name}\\(([^)]*)\\)`).exec(source)?.[1] ?? "";
      expect(parameters.map((parameter) => parameter.name)).toEqual(declared.match(/\w+(?=\??:)/g));
    }
  });
});
