/** A cell as one number, for maps that hold thousands of them. */
import type { Block } from "a1";

/** Google Sheets has 18,278 columns at most. */
const COLUMNS = 20_000;

/** Returns the number of a cell. */
export function cellKey(row: number, column: number): number {
  return row * COLUMNS + column;
}

/** Returns the row of a cell. */
export function rowOf(cell: number): number {
  return Math.floor(cell / COLUMNS);
}

/** Returns the column of a cell. */
export function columnOf(cell: number): number {
  return cell % COLUMNS;
}

/** Counts the cells of a block. */
export function sizeOf({ top, left, bottom, right }: Block): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** Lists the cells of a block, row by row. */
export function keysOf({ top, left, bottom, right }: Block): number[] {
  const keys: number[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) keys.push(cellKey(row, column));
  }
  return keys;
}
