/** Text made ready for the privacy guard: one Unicode form, plain spaces and digits. Later steps never change its length. */
import { withoutMarks } from "../text.ts";

/** A place in a text, from `start` to before `end`, counted in the prepared text. */
export type TextSpan = { readonly start: number; readonly end: number };

/**
 * Prepares typed text: NFC, odd spaces as plain ones, full-width digits and signs as plain ones. Positions of the guard
 * are those of the NFC text, since nothing after it changes a length.
 */
export function prepareText(typed: string): string {
  return typed
    .normalize("NFC")
    .replace(/[\u00a0\u2000-\u200b\u202f\u2060\u3000\ufeff]/g, " ")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** Hides spans behind a sign that is no letter, no digit and no space. */
export function hideSpans(text: string, spans: readonly TextSpan[]): string {
  let hidden = "";
  let from = 0;
  for (const { start, end } of spans) {
    hidden += text.slice(from, start) + "_".repeat(end - start);
    from = end;
  }
  return hidden + text.slice(from);
}

/** Finds web links, which may hold any digits and names; nothing in them is looked at but mailboxes and Zalo numbers. */
export function findLinks(text: string): readonly TextSpan[] {
  const link =
    /(?<![\p{L}\d@._-])(?:https?:\/\/|www\.)[^\s<>"“”;]+|(?<![\p{L}\d@._-])(?:[\w-]{1,63}\.){1,6}[a-z]{2,12}\/[^\s<>"“”;]*/giu;
  return [...text.matchAll(link)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Folds a syllable for look-up: lower case, its tone at the end, so that “Hoà” and “Hòa” are one. */
export function syllableKey(syllable: string): string {
  const parts = syllable.toLowerCase().normalize("NFD");
  return parts.replace(TONE, "") + (parts.match(TONE)?.join("") ?? "");
}

/** Folds a syllable without any diacritics: `Nguyễn` → `nguyen`. */
export function bareKey(syllable: string): string {
  return withoutMarks(syllable.toLowerCase());
}
