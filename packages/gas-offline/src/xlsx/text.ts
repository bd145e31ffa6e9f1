/** Text as XML and Excel can hold it. No character is lost unnoticed: callers compare the result with the original. */

/** The longest text that Excel keeps in a cell. */
const LONGEST_TEXT = 32_767;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Removes what XML cannot hold, shortens text that is too long for Excel (with “…”), and ends lines as Excel does. */
export function textForFile(text: string, longest = LONGEST_TEXT): string {
  const clean = text.replace(/\r\n?/g, "\n").replace(FORBIDDEN, "").replace(LONE_SURROGATE, "");
  return clean.length > longest ? `${clean.slice(0, lastCutIndex(clean, longest - 1))}…` : clean;
}

/** Finds the last index up to `end` at which a text may be cut without splitting a character. */
export function lastCutIndex(text: string, end: number): number {
  const last = text.charCodeAt(end - 1);
  return last >= 0xd800 && last <= 0xdbff ? end - 1 : end;
}

/** Marks each `_x0041_` as literal text; .xlsx would read it as a character. */
export function escapedText(text: string): string {
  return text.includes("_x") ? text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, "_x005F_x") : text;
}

/** Reads `_x0041_` as the character that it stands for. */
export function unescapedText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
