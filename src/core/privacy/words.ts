/** Words of a text with what the privacy guard asks of them: keys for look-up and how they are written. */
import { bareKey, syllableKey } from "./plain.ts";

export type Word = {
  readonly start: number;
  readonly end: number;
  readonly key: string;
  /** The key without diacritics. */
  readonly bare: string;
  readonly shape: "title" | "caps" | "lower" | "mixed";
};

/** Splits a text into its words: runs of letters. */
export function readWords(text: string): readonly Word[] {
  return [...text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    // No syllable is so long; what is, need not be folded.
    key: match[0].length > 12 ? "" : syllableKey(match[0]),
    bare: match[0].length > 12 ? "" : bareKey(match[0]),
    shape: shapeOf(match[0]),
  }));
}

function shapeOf(word: string): Word["shape"] {
  if (word.toLowerCase() === word) return "lower";
  if (word.length > 1 && word.toUpperCase() === word) return "caps";
  return word.slice(1).toLowerCase() === word.slice(1) ? "title" : "mixed";
}

/** Tells whether nothing but spaces, quotes, brackets, colons or a stroke (“đ/c”) stands between two words. */
export function isNextTo(text: string, word: Word, next: Word): boolean {
  const gap = next.start - word.end;
  return gap <= 6 && /^(?:[ "“”'‘’(:\d]{1,6}|[/.] ?|\. )$/u.test(text.slice(word.end, next.start));
}

/** Tells whether spaces alone stand between two words. */
export function isJoined(text: string, word: Word, next: Word): boolean {
  const gap = next.start - word.end;
  return gap <= 4 && /^ +$/.test(text.slice(word.end, next.start));
}
