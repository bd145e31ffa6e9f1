/** The index of the decision records, made of their titles. */
import { page } from "./markdown.ts";

/** Writes the index. `records`: file names with their texts. */
export function describeDecisions(records: ReadonlyMap<string, string>): string {
  const lines = [...records]
    .sort(([one], [other]) => one.localeCompare(other, "en"))
    .map(([name, text]) => `- [${/^# (.+)$/m.exec(text)?.[1] ?? name}](${name})`);
  return page(
    "<!-- npm run docs: made of the titles of the files beside it; do not edit. -->",
    "# Decisions",
    "Why things are as they are, at most 200 words each: context, decision, consequences. A number is never given twice. Our own words are in the [glossary](../glossary.md).",
    lines.join("\n"),
  );
}
