import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describeTags } from "../../scripts/template/tag-guide.ts";
import { type TagEntry, type TagGuide, TEMPLATE_TAGS } from "../../src/report/tags.ts";

function flatten(guide: TagGuide): readonly (readonly [string, TagEntry])[] {
  return Object.entries(guide).flatMap(([tag, entry]) => [[tag, entry], ...flatten(entry.within ?? {})]);
}

describe("the guide to the template's tags", () => {
  it("is what docs/mau-bao-cao.md says (else: npm run tags)", () => {
    expect(readFileSync(new URL("../../docs/mau-bao-cao.md", import.meta.url), "utf8")).toBe(describeTags());
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
