/** Titles for the units' tabs: short, valid in Google Sheets and in .xlsx, unique after folding case. */
import { cleanText, foldText } from "../core/text.ts";
import { OWN_TITLES } from "./schema.ts";

/** Excel's limit; Google's is higher. */
const MOST_CHARACTERS = 31;

/** What the title of a form ends with that was put away. */
export const ARCHIVED_SUFFIX = " (lưu)";

/** Excel keeps this title for itself. */
const EXCEL_TITLES: readonly string[] = ["History"];

/** Returns a title for each unit, in the order given: its code where that can be one. */
export function tabTitles(codes: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set([...OWN_TITLES, ...EXCEL_TITLES].map(foldText));
  const titles = new Map<string, string>();
  for (const code of codes) {
    const wanted = validTitle(code);
    let title = wanted;
    for (let count = 2; taken.has(foldText(title)); count++) {
      const suffix = ` (${count})`;
      title = `${cut(wanted, MOST_CHARACTERS - suffix.length)}${suffix}`;
    }
    taken.add(foldText(title));
    titles.set(code, title);
  }
  return titles;
}

/**
 * Drops what no tab's title may have: `[ ] * ? / \ :`, control and unpaired characters, an apostrophe or a space at
 * either end, a sign in front that would make a formula of it, more than 31 characters.
 */
export function validTitle(text: string): string {
  const plain = cleanText(text)
    .replace(/[[\]*?/\\:]/g, "-")
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, "")
    .replace(/^[\s'=+\-@]+/, "");
  const kept = cut(plain, MOST_CHARACTERS).replace(/['\s]+$/, "");
  return kept === "" ? "Đơn vị" : kept;
}

/** Cuts text to so many UTF-16 units at most, and no character in two. */
function cut(text: string, most: number): string {
  return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "");
}
