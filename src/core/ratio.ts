/**
 * Rates compared as integers. No rate is rounded, divided or turned into a float before it has decided: 39,96 % is not
 * 40 %. All counts are whole and not negative; `percent` thresholds are whole, 0 to 100.
 */

/** A count and what it is counted among. */
export type Ratio = { readonly part: number; readonly whole: number };

/** Compares a/b with c/d exactly: negative, zero or positive. Both denominators are above zero. */
export function compareRatios(a: number, b: number, c: number, d: number): -1 | 0 | 1 {
  const left = BigInt(a) * BigInt(d);
  const right = BigInt(c) * BigInt(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Tells whether `part` of `whole` reaches the threshold: 100·part ≥ percent·whole (KH 131, II.2). */
export function meets(part: number, whole: number, percent: number): boolean {
  return BigInt(part) * 100n >= BigInt(percent) * BigInt(whole);
}

/** Tells whether `part` of `whole` reaches nine tenths of the threshold: 1000·part ≥ 9·percent·whole. */
export function isNear(part: number, whole: number, percent: number): boolean {
  return BigInt(part) * 1000n >= BigInt(percent) * BigInt(whole) * 9n;
}

/** Judges `part` of `whole` against the threshold: met, near (from `near` percent, or nine tenths of it) or unmet. */
export function judgeRatio(
  part: number,
  whole: number,
  percent: number,
  near: number | null = null,
): "met" | "near" | "unmet" {
  if (meets(part, whole, percent)) return "met";
  return (near === null ? isNear(part, whole, percent) : meets(part, whole, near)) ? "near" : "unmet";
}

function ceilingOfQuotient(numerator: bigint, denominator: bigint): number {
  return numerator <= 0n ? 0 : Number((numerator + denominator - 1n) / denominator);
}

function shortfall(part: number, whole: number, percent: number): bigint {
  return BigInt(percent) * BigInt(whole) - BigInt(part) * 100n;
}

/** Returns how many more women are needed while the number of seats stays: max(0, ⌈(p·N − 100·W)/100⌉). */
export function neededFixed(part: number, whole: number, percent: number): number {
  return ceilingOfQuotient(shortfall(part, whole, percent), 100n);
}

/**
 * Returns how many more women are needed when each comes with a seat of her own: max(0, ⌈(p·N − 100·W)/(100 − p)⌉);
 * null where no number is enough (p = 100 and not met).
 */
export function neededAdded(part: number, whole: number, percent: number): number | null {
  if (percent === 100) return meets(part, whole, percent) ? 0 : null;
  return ceilingOfQuotient(shortfall(part, whole, percent), 100n - BigInt(percent));
}

/** Returns the rate in percent, unrounded, for showing only; null where the denominator is zero. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : (100 * part) / whole;
}
