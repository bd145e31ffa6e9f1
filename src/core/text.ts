/** Text as people type it in Vietnam, made comparable. Keeps what was typed for showing; changes only what is compared. */

/** Text of ASCII without a space at either end. */
const PLAIN = /^(?:[!-~](?:[ -~]*[!-~])?)?$/;

/** Normalises typed text: Unicode NFC, no-break and other odd spaces as plain ones, no space at either end. */
export function cleanText(typed: string): string {
  // Most cells hold codes and plain words, which are asked about often: those are clean as they are.
  if (PLAIN.test(typed)) return typed;
  return typed
    .normalize("NFC")
    .replace(/[\u00a0\u2000-\u200b\u202f\u3000\ufeff]/g, " ")
    .trim();
}

/** Folds text for comparison: cleaned, spaces collapsed, case dropped. `"Hội  nghị\u00a0A"` equals `"hội nghị a"`. */
export function foldText(typed: string): string {
  return cleanText(typed).replace(/\s+/g, " ").toLowerCase();
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
