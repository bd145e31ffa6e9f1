/** How wide a line of bold Times New Roman is, so that the lines under it can be measured against it. */

/** Widths of bold letters in thousandths of the size; all fonts of this design share them. */
const WIDTHS: readonly (readonly [width: number, letters: string])[] = [
  [250, " .,"],
  [278, "'il/\\|"],
  [333, "!()-:;[]tjf"],
  [389, "Is"],
  [444, "cerz"],
  [500, "0123456789agovxy$_?J*–"],
  [556, "bdhknpquS"],
  [611, "FP"],
  [667, "BELTZ"],
  [722, "ACDNRUVXYw"],
  [778, "GHKOQ"],
  [833, "m&"],
  [944, "M"],
  [1000, "W%"],
];

const USUAL = 500;

const BY_LETTER = new Map(
  WIDTHS.flatMap(([width, letters]) => [...letters].map((letter): [string, number] => [letter, width])),
);

/** Returns the width of a text in bold Times New Roman, in millimetres. Marks above and below letters have no width. */
export function boldWidth(text: string, points: number): number {
  const letters = [...withoutMarks(text)];
  const thousandths = letters.reduce((sum, letter) => sum + (BY_LETTER.get(letter) ?? USUAL), 0);
  return ((thousandths * points) / 1000) * (25.4 / 72);
}

/** Drops diacritics: `Độc lập` → `Doc lap`. */
export function withoutMarks(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D");
}
