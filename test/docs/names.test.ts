/** The guide names what stands on the screen: in bold a button, a field, a menu entry, a tab; in its tables of messages “…”. */
import { describe, expect, it } from "vitest";
import { listFiles, repository } from "./repository.ts";

const GUIDE = repository.read("docs/huong-dan.md");

const SCREEN = ["src/sidebar", "src/addon", "src/core", "src/workbook", "packages/sheet-page/src"];

/** What is filled in at run time: `${row.length}` in a text, `{row.length}` between tags. */
function open(text: string): string {
  let before = "";
  let after = text;
  while (after !== before) {
    before = after;
    after = before.replace(/\$?\{[^{}]*\}/g, "…");
  }
  return tidy(after);
}

function tidy(text: string): string {
  return text.replace(/\s+/g, " ").replace(/…+/g, "…").trim();
}

/** The texts of a source: its string literals, and what stands between tags. */
function textsOf(source: string): readonly string[] {
  const code = source.replace(/^\s*(\/\*\*[\s\S]*?\*\/|\/\/.*$)/gm, "");
  const literals = [...code.matchAll(/"([^"\n]*)"|`((?:[^`\\]|\\.)*)`/g)].map(
    ([, plain, template]) => plain ?? template ?? "",
  );
  const between = [...code.matchAll(/>((?:[^<>{}]|\{[^{}]*\})+)</g)].map(([, text = ""]) => text);
  return [...literals, ...between].map(open).filter((text) => text !== "");
}

const SOURCES = SCREEN.flatMap((folder) => [...listFiles(folder, ".ts"), ...listFiles(folder, ".tsx")]);
const TEXTS = SOURCES.flatMap((path) => textsOf(repository.read(path)));
const NAMES = new Set(TEXTS.map((text) => text.replace(/ ?…$/, "")));

/** Bold words of the guide, without a step's own end mark. */
const BOLD = [...new Set([...GUIDE.matchAll(/\*\*([^*\n]+)\*\*/g)].map(([, name = ""]) => tidy(name)))];

/** The messages of the tables whose first column is a message. */
const MESSAGES = [...GUIDE.matchAll(/^\| “(.+?)” \|/gm)].map(([, message = ""]) => tidy(message));

describe("docs/huong-dan.md", () => {
  it("speaks of what is on the screen", () => {
    expect(BOLD.length).toBeGreaterThan(50);
    expect(MESSAGES.length).toBeGreaterThan(10);
  });

  it.each(BOLD)("names “%s” as the screen does", (name) => {
    expect(NAMES.has(name.replace(/ ?…$/, ""))).toBe(true);
  });

  it.each(MESSAGES)("quotes a message that is there: %s", (message) => {
    const wanted = message.replace(/^…|…$/g, "").trim();
    expect(TEXTS.some((text) => text.includes(wanted))).toBe(true);
  });
});
