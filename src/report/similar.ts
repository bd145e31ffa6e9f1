/** Finding the tag that someone probably meant. */
import { withoutMarks } from "../core/text.ts";

/** Returns the candidate nearest to a misspelt name, or undefined if none is near: one slip in three letters at most. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  const typed = plainName(name);
  let best: { readonly candidate: string; readonly slips: number } | undefined;
  for (const candidate of candidates) {
    const slips = distance(typed, candidate);
    if (slips <= Math.max(1, Math.floor(candidate.length / 3)) && slips < (best?.slips ?? Number.POSITIVE_INFINITY)) {
      best = { candidate, slips };
    }
  }
  return best?.candidate;
}

/** Writes a name as tags are written: `Tên cấp-hoa` → `ten_cap_hoa`. */
export function plainName(name: string): string {
  return withoutMarks(name)
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
}

/** Counts the letters to insert, drop, replace or swap with their neighbour to make one text of the other. */
function distance(one: string, other: string): number {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const ways = [
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
        ...(swapped ? [(before[column - 2] ?? 0) + 1] : []),
      ];
      current.push(Math.min(...ways));
    }
    [before, above] = [above, current];
  }
  return above[other.length] ?? 0;
}
