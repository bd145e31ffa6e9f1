/** Text as people type it in Vietnam, made comparable. Keeps what was typed for showing; changes only what is compared. */

/** Text of ASCII without a space at either end, nor an apostrophe in front. */
const PLAIN = /^(?:[!-&(-~](?:[ -~]*[!-~])?)?$/;

/**
 * Normalises typed text: Unicode NFC, no-break and other odd spaces as plain ones, no space at either end, no apostrophe
 * that only marks text as text.
 */
export function cleanText(typed: string): string {
  // Most cells hold codes and plain words, which are asked about often: those are clean as they are.
  if (PLAIN.test(typed)) return typed;
  const text = typed
    .normalize("NFC")
    .replace(/[\u00a0\u2000-\u200b\u202f\u3000\ufeff]/g, " ")
    .trim();
  return text.startsWith("'") ? withoutTextMark(text) : text;
}

const OPENING = /(?<![\p{L}\p{N}])'(?=[\p{L}\p{N}“"(])/gu;
const CLOSING = /(?<=\S)'(?![\p{L}\p{N}])/gu;

/** Tells whether a spreadsheet would take text for something else: a formula, a number, a date, a boolean. */
export function wouldBeParsed(text: string): boolean {
  return /^\s*['=+\-@\d.,$€₫%(]/.test(text) || /^\s*(true|false)\s*$/i.test(text);
}

/**
 * Drops the apostrophe in front that marks text: sources differ on whether a plain-text cell keeps the one that a script
 * writes. One before a word, or that begins a quotation, is the writer's: `'5 không, 3 sạch' được giữ vững`. Text reads
 * the same whether its cell keeps the mark or not.
 */
function withoutTextMark(text: string): string {
  const bare = text.replace(/^'+\s*/, "");
  const count = (sign: RegExp) => bare.match(sign)?.length ?? 0;
  const isMark = bare === "" || (wouldBeParsed(bare) && count(CLOSING) <= count(OPENING));
  return isMark ? bare : `'${bare}`;
}

/**
 * Folds text for comparison: cleaned, spaces collapsed, case dropped, letters that only look like đ taken for it.
 * `"Hội  nghị\u00a0A"` equals `"hội nghị a"`.
 */
export function foldText(typed: string): string {
  return cleanText(typed).replace(/\s+/g, " ").toLowerCase().replace(/[ðɖ]/g, "đ");
}

/** Makes full-width digits and signs, as an East Asian keyboard writes them, plain ones. */
export function toPlainDigits(text: string): string {
  return text.replace(/[\uff0b-\uff0f\uff10-\uff1a]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** Makes one line of a text for a mail's subject or a file's name: line breaks and signs that nobody sees are spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu, " ").trim();
}

/** Drops diacritics: `Vĩnh Phước` → `Vinh Phuoc`, `Đoàn` → `Doan`. */
export function withoutMarks(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D");
}

/** Splits a `|`-separated list into its cleaned, non-empty members, each once. */
export function splitList(typed: string): readonly string[] {
  return [
    ...new Set(
      typed
        .split("|")
        .map(cleanText)
        .filter((member) => member !== ""),
    ),
  ];
}

/** Shortens text for a message: at most `most` characters, the rest as `…`. */
export function shorten(text: string, most = 40): string {
  const characters = [...text.replace(/\s+/g, " ")];
  return characters.length <= most ? characters.join("") : `${characters.slice(0, most - 1).join("")}…`;
}
