/** The three kinds of report, each from its example's folder to a .docx through the shipped bundle. */
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { GOLDEN, goldenFile, makeExample, wordsOf } from "../../scripts/golden.mjs";

describe("an example's report", () => {
  it.each(GOLDEN)(
    "in $folder reads as it was last read, and has the form of NĐ 30/2020",
    async (example) => {
      const { docx, lint } = await makeExample(example);
      expect(wordsOf(docx)).toBe(await readFile(goldenFile(example.folder), "utf8"));
      expect(JSON.parse(lint)).toEqual([]);
    },
    180_000,
  );
});
