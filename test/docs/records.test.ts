/** Pages for developers: decisions are short, the glossary too, and every path that a page names exists. */
import { describe, expect, it } from "vitest";
import { listFiles, repository, sizeOf } from "./repository.ts";

const RECORDS = listFiles("docs/adr", ".md").filter((path) => /\/\d{3}-/.test(path));

const wordsOf = (text: string): number => text.split(/\s+/).filter((word) => word !== "").length;

/** Paths of the repository in code marks, in diagrams, and at the beginning of lines of a list of folders. */
function pathsOf(text: string): readonly string[] {
  const marked = [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);
  const listed = [...text.matchAll(/^([\w./-]+) {2,}\S/gm)].map(([, path = ""]) => path);
  const drawn = [...text.matchAll(/<br>([\w./-]+)"/g)].map(([, path = ""]) => path);
  return [...marked, ...drawn, ...listed].filter((path) =>
    /^(?:src|packages|scripts|test|docs|examples)(?:\/[\w.@/-]*)?$/.test(path),
  );
}

describe("a decision record", () => {
  it.each(RECORDS)("%s has at most 200 words, and says context, decision, consequences", (path) => {
    const text = repository.read(path);
    expect(wordsOf(text)).toBeLessThanOrEqual(200);
    const parts = [...text.matchAll(/^\*\*(\w+)\.\*\*/gm)].map(([, name]) => name);
    expect(parts).toEqual(["Context", "Decision", "Consequences"]);
  });
});

describe("the glossary", () => {
  it("has at most 60 lines, in the order of the alphabet", () => {
    const text = repository.read("docs/glossary.md");
    expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(60);
    const words = [...text.matchAll(/^\| ([^|]+?) \|/gm)].map(([, word = ""]) => word).slice(1);
    expect(words.length).toBeGreaterThan(30);
    expect(words).toEqual([...words].sort((one, other) => one.localeCompare(other, "en")));
  });
});

describe("the paths in", () => {
  const pages = ["README.md", "CONTRIBUTING.md", "docs/glossary.md", ...RECORDS];

  it.each(pages)("%s exist", (path) => {
    expect(pathsOf(repository.read(path)).filter((named) => sizeOf(named) === undefined)).toEqual([]);
  });

  it("are found in tables, in sentences and in lists", () => {
    const text =
      '| a | `src/core/x.ts`, `npm run docs` |\nsee `test/bundle`, a[b<br>src/report"]\nscripts        build\nsrc/core       the domain\n';
    expect(pathsOf(text)).toEqual(["src/core/x.ts", "test/bundle", "src/report", "scripts", "src/core"]);
    expect(pathsOf(repository.read("CONTRIBUTING.md")).length).toBeGreaterThan(40);
  });
});
