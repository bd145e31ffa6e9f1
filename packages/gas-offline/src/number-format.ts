/** What a cell's number format says of its numbers. Knows nothing of how they are shown. */

/** Tells a date's number format by its letters. */
export function isDateFormat(numberFormat: string): boolean {
  return /[dmy]/i.test(symbolsOf(numberFormat));
}

/** Tells a percentage's number format by its sign. */
export function isPercentFormat(numberFormat: string): boolean {
  return symbolsOf(numberFormat).includes("%");
}

/** A number format without quoted text, `\x` and `[colours]`. */
function symbolsOf(numberFormat: string): string {
  return numberFormat.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
}
