/**
 * Reads blocks of cells as grids and as arguments of custom functions, and caches the larger ones. If cells of a cached
 * block change, only their rows are read again. Evaluates nothing.
 */

import { type Block, intersects } from "a1";
import { cellAt, type SheetModel } from "../model.ts";
import type { Grid, Value } from "./values.ts";

export type Reader = {
  /** Reads a block that lies within the sheet. The rows are shared: never to be changed. */
  read(sheet: SheetModel, block: Block): Grid;
  /** Reads a block as a custom function is handed it; several functions are handed the same, which is frozen. */
  readArgument(sheet: SheetModel, block: Block): readonly (readonly unknown[])[];
  /** Forgets what was read of the cells of a block. */
  forget(sheet: SheetModel, block: Block): void;
  forgetAll(): void;
};

/** Smaller blocks are not cached: reading them is as quick as finding them. */
const WORTH_REMEMBERING = 16;

/** Reads the row of a sheet from one column to another. */
type ReadRow<Item> = (sheet: SheetModel, row: number, left: number, right: number) => readonly Item[];

/** A block's rows as they were last read, and from which to which row cells have changed since. */
type Remembered<Item> = {
  readonly block: Block;
  rows: readonly (readonly Item[])[];
  stale: { readonly from: number; readonly to: number } | undefined;
  /** How often cells have changed since it was last asked for. */
  changes: number;
};

/** After so many changes without a read, a block is dropped: a growing sheet leaves such blocks behind. */
const MOST_CHANGES = 50;

/** Makes a reader; `argumentAt` tells what of a cell a custom function is handed. */
export function createReader(argumentAt: (sheet: SheetModel, row: number, column: number) => unknown): Reader {
  const grids = createMemory<Value>((sheet, row, left, right) => {
    const line: Value[] = [];
    const cells = sheet.cells[row];
    for (let column = left; column <= right; column += 1) line.push(cells && contentOf(sheet, row, column));
    return line;
  });
  const argumentGrids = createMemory<unknown>((sheet, row, left, right) => {
    const line: unknown[] = [];
    for (let column = left; column <= right; column += 1) line.push(argumentAt(sheet, row, column));
    // A function that wrote into what it is handed would write into another's.
    return Object.freeze(line);
  });
  return {
    read: grids.read,
    readArgument: argumentGrids.read,
    forget(sheet, block) {
      grids.forget(sheet, block);
      argumentGrids.forget(sheet, block);
    },
    forgetAll() {
      grids.forgetAll();
      argumentGrids.forgetAll();
    },
  };
}

function createMemory<Item>(readRow: ReadRow<Item>) {
  const remembered = new Map<SheetModel, Map<string, Remembered<Item>>>();

  const readRows = (sheet: SheetModel, { top, left, bottom, right }: Block): (readonly Item[])[] => {
    const rows: (readonly Item[])[] = [];
    for (let row = top; row <= bottom; row += 1) rows.push(readRow(sheet, row, left, right));
    return rows;
  };

  return {
    read(sheet: SheetModel, block: Block): readonly (readonly Item[])[] {
      const { top, left, bottom, right } = block;
      if ((bottom - top + 1) * (right - left + 1) < WORTH_REMEMBERING) return readRows(sheet, block);
      let ofSheet = remembered.get(sheet);
      if (!ofSheet) {
        ofSheet = new Map();
        remembered.set(sheet, ofSheet);
      }
      const key = `${top}:${left}:${bottom}:${right}`;
      let known = ofSheet.get(key);
      if (!known) {
        known = { block, rows: Object.freeze(readRows(sheet, block)), stale: undefined, changes: 0 };
        ofSheet.set(key, known);
      } else if (known.stale) {
        const rows = [...known.rows];
        for (let row = known.stale.from; row <= known.stale.to; row += 1) {
          rows[row - top] = readRow(sheet, row, left, right);
        }
        known.rows = Object.freeze(rows);
        known.stale = undefined;
      }
      known.changes = 0;
      return known.rows;
    },
    forget(sheet: SheetModel, block: Block): void {
      const ofSheet = remembered.get(sheet);
      for (const [key, known] of ofSheet ?? []) {
        if (!intersects(known.block, block)) continue;
        known.changes += 1;
        if (known.changes > MOST_CHANGES) ofSheet?.delete(key);
        const [from, to] = [Math.max(known.block.top, block.top), Math.min(known.block.bottom, block.bottom)];
        const { stale } = known;
        known.stale = stale ? { from: Math.min(stale.from, from), to: Math.max(stale.to, to) } : { from, to };
      }
    },
    forgetAll: (): void => remembered.clear(),
  };
}

/** Reads what a formula sees of a cell. An empty text is one only as a formula's result: typed, it is a blank. */
export function contentOf(sheet: SheetModel, row: number, column: number): Value {
  const cell = cellAt(sheet, row, column);
  if (!cell) return undefined;
  return cell.value === "" && cell.formula === undefined ? undefined : cell.value;
}
