/** Titles for the units' tabs: short, valid in Google Sheets and in .xlsx, unique after folding case. */
import { foldText } from "../core/text.ts";
import { RESERVED_TITLES } from "./schema.ts";

/** Excel's limit; Google's is higher. */
const MOST_CHARACTERS = 31;

/** Returns a title for each unit, in the order given: its code where that can be one. */
export function tabTitles(codes: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set(RESERVED_TITLES.map(foldText));
  const titles = new Map<string, string>();
  for (const code of codes) {
    const wanted = validTitle(code);
    let title = wanted;
    for (let count = 2; taken.has(foldText(title)); count++) {
      const suffix = ` (${count})`;
      title = `${wanted.slice(0, MOST_CHARACTERS - suffix.length)}${suffix}`;
    }
    taken.add(foldText(title));
    titles.set(code, title);
  }
  return titles;
}

/** Drops what no tab's title may have: `[ ] * ? / \ :`, control characters, an apostrophe at either end, more than 31. */
export function validTitle(text: string): string {
  const kept = text
    .normalize("NFC")
    .replace(/[[\]*?/\\:]/g, "-")
    .replace(/\p{Cc}/gu, "")
    .slice(0, MOST_CHARACTERS)
    .replace(/^['\s]+|['\s]+$/g, "");
  return kept === "" ? "Đơn vị" : kept;
}
