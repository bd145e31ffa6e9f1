import { readFileSync } from "node:fs";
import PizZip from "pizzip";
import { describe, expect, it } from "vitest";
import { buildDefaultTemplate } from "../../scripts/template/default-template.ts";
import { describeTags } from "../../scripts/template/tag-guide.ts";
import { checkTemplate } from "../../src/report/fill.ts";
import { type TagEntry, type TagGuide, TEMPLATE_TAGS } from "../../src/report/tags.ts";
import { partOf } from "./documents.ts";

function flatten(guide: TagGuide): readonly (readonly [string, TagEntry])[] {
  return Object.entries(guide).flatMap(([tag, entry]) => [[tag, entry], ...flatten(entry.within ?? {})]);
}

describe("the guide to the template's tags", () => {
  it("is what docs/mau-bao-cao.md says (else: npm run tags)", () => {
    expect(readFileSync(new URL("../../docs/mau-bao-cao.md", import.meta.url), "utf8")).toBe(describeTags());
  });

  it("comes with the default template as it is built (else: npm run tags)", async () => {
    const kept = new Uint8Array(readFileSync(new URL("../../docs/mau-bao-cao.docx", import.meta.url)));
    const built = new Uint8Array(await buildDefaultTemplate());
    const partsOf = (file: Uint8Array) => Object.keys(new PizZip(file).files).map((path) => [path, partOf(file, path)]);
    expect(partsOf(kept)).toEqual(partsOf(built));
    expect(checkTemplate(kept)).toEqual([]);
  });

  it("explains every tag, under a name that can be typed without diacritics", () => {
    const guide = describeTags();
    for (const [tag, { meaning }] of flatten(TEMPLATE_TAGS)) {
      expect(tag).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(guide).toContain(`| \`${tag}\` |`);
      expect(meaning).toMatch(/^\p{Lu}.*[^.]$/u);
    }
  });
});
