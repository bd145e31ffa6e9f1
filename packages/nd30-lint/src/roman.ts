const DIGITS: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** Reads a Roman or Arabic number: `XIV` → 14, `14` → 14; 0 for anything else. */
export function numberOfRoman(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const digits = [...text.toUpperCase()].map((letter) => DIGITS[letter] ?? 0);
  return digits.reduce((sum, digit, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit), 0);
}
