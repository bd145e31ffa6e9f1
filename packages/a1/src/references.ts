/**
 * References in A1 notation: reading, shifting, and bounding them to a sheet's size.
 * Knows nothing of what stands in the cells.
 */

import { type Area, columnNumber } from "./a1.ts";

/** Rows and columns from the first to the last, 1-based, both included. */
export type Block = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

/** One edge of a reference; `fixed` has a `$` and does not move. */
type Edge = { readonly at: number; readonly fixed: boolean };

/** A reference as written. A missing edge is open: the sheet's first or last line. */
export type Reference = {
  readonly sheet?: string;
  readonly top: Edge | undefined;
  readonly left: Edge | undefined;
  readonly bottom: Edge | undefined;
  readonly right: Edge | undefined;
};

const CORNER = String.raw`(\$?)([A-Za-z]{1,3})?(\$?)(\d{1,7})?`;
const REFERENCE = new RegExp(`^${CORNER}(?::${CORNER})?$`);
const SHEET = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/su;

/** Reads a reference such as `B2`, `$B$2:C`, `B:B`, `5:7`. Undefined if it is not one. */
export function readReference(text: string, sheet?: string): Reference | undefined {
  const found = REFERENCE.exec(text);
  if (!found) return undefined;
  const isRange = text.includes(":");
  const [left, top] = readCorner(found, 1);
  const [right, bottom] = isRange ? readCorner(found, 5) : [left, top];
  const named = sheet === undefined ? {} : { sheet };
  if (!isRange) return left && top && { ...named, top, left, bottom, right };
  // `A:D`, `5:7`, `A5:D` (open below) and `A5:7` (open to the right), but not `:D` or `A:`.
  if (!(left || top) || !(right || bottom)) return undefined;
  if ((!left && right) || (!top && bottom && left)) return undefined;
  const [first, last] = ordered(top, bottom);
  const [leftmost, rightmost] = ordered(left, right);
  return { ...named, top: first, left: leftmost, bottom: last, right: rightmost };
}

/** Reads a reference that may name a sheet, as INDIRECT's text does: `'Dữ liệu'!A3:I`. */
export function readQualifiedReference(text: string): Reference | undefined {
  const found = SHEET.exec(text.trim());
  if (!found) return readReference(text.trim());
  const [, quoted, plain, cells] = found;
  return readReference(cells ?? "", quoted?.replace(/''/g, "'") ?? plain);
}

function readCorner(found: RegExpExecArray, from: number): [Edge | undefined, Edge | undefined] {
  const [columnMark, letters, rowMark, digits] = found.slice(from, from + 4);
  // `$5`: the mark before the missing letters belongs to the row.
  const rowFixed = rowMark === "$" || (!letters && columnMark === "$");
  return [
    letters ? { at: columnNumber(letters), fixed: columnMark === "$" } : undefined,
    digits ? { at: Number(digits), fixed: rowFixed } : undefined,
  ];
}

function ordered(one: Edge | undefined, other: Edge | undefined): [Edge | undefined, Edge | undefined] {
  return one && other && one.at > other.at ? [other, one] : [one, other];
}

/** Moves a reference's edges that are not fixed; an open edge comes out as 1 or Infinity. Undefined if it leaves the sheet. */
export function blockOf(reference: Reference, rowShift = 0, columnShift = 0): Block | undefined {
  const top = moved(reference.top, rowShift, 1);
  const left = moved(reference.left, columnShift, 1);
  const bottom = moved(reference.bottom, rowShift, Number.POSITIVE_INFINITY);
  const right = moved(reference.right, columnShift, Number.POSITIVE_INFINITY);
  if (Math.min(top, left, bottom, right) < 1) return undefined;
  // A relative edge may pass a fixed one on its way.
  return {
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  };
}

function moved(edge: Edge | undefined, shift: number, open: number): number {
  return edge === undefined ? open : edge.fixed ? edge.at : edge.at + shift;
}

/** Cuts a block to the size of a sheet; undefined if nothing of it is left. */
export function boundBlock(block: Block, rows: number, columns: number): Block | undefined {
  if (block.top > rows || block.left > columns) return undefined;
  return {
    top: block.top,
    left: block.left,
    bottom: Math.min(block.bottom, rows),
    right: Math.min(block.right, columns),
  };
}

/** Returns an area as the block between its corners. */
export function blockOfArea(area: Area): Block {
  return {
    top: area.row,
    left: area.column,
    bottom: area.row + area.rows - 1,
    right: area.column + area.columns - 1,
  };
}

/** Tells whether two blocks of one sheet share a cell. */
export function intersects(one: Block, other: Block): boolean {
  return one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;
}

/** Tells whether a cell lies in a block. */
export function contains(block: Block, row: number, column: number): boolean {
  return row >= block.top && row <= block.bottom && column >= block.left && column <= block.right;
}

/** Tells whether a block is one cell. */
export function isSingle(block: Block): boolean {
  return block.top === block.bottom && block.left === block.right;
}
