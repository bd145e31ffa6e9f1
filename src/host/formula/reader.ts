/**
 * Reads blocks of cells as grids and remembers the larger ones until their cells change.
 * Reads what cells hold; evaluates nothing.
 */

import { cellAt, type SheetModel } from "../model.ts";
import { type Block, intersects } from "./references.ts";
import type { Grid, Value } from "./values.ts";

export type Reader = {
  /** Reads a block that lies within the sheet. The rows are shared: never to be changed. */
  read(sheet: SheetModel, block: Block): Grid;
  /** Forgets what was read of the cells of a block. */
  forget(sheet: SheetModel, block: Block): void;
  forgetAll(): void;
};

/** Smaller blocks are read anew each time: that is as quick as finding them. */
const WORTH_REMEMBERING = 16;

export function createReader(): Reader {
  const remembered = new Map<SheetModel, Map<string, { readonly block: Block; readonly rows: Grid }>>();
  return {
    read: (sheet, block) => {
      const size = (block.bottom - block.top + 1) * (block.right - block.left + 1);
      if (size < WORTH_REMEMBERING) return readBlock(sheet, block);
      let ofSheet = remembered.get(sheet);
      if (!ofSheet) {
        ofSheet = new Map();
        remembered.set(sheet, ofSheet);
      }
      const key = `${block.top}:${block.left}:${block.bottom}:${block.right}`;
      let known = ofSheet.get(key);
      if (!known) {
        known = { block, rows: readBlock(sheet, block) };
        ofSheet.set(key, known);
      }
      return known.rows;
    },
    forget: (sheet, block) => {
      const ofSheet = remembered.get(sheet);
      if (!ofSheet) return;
      for (const [key, known] of ofSheet) if (intersects(known.block, block)) ofSheet.delete(key);
    },
    forgetAll: () => remembered.clear(),
  };
}

function readBlock(sheet: SheetModel, { top, left, bottom, right }: Block): Grid {
  const rows: Value[][] = [];
  for (let row = top; row <= bottom; row += 1) {
    const line: Value[] = [];
    const cells = sheet.cells[row];
    for (let column = left; column <= right; column += 1) line.push(cells && contentOf(sheet, row, column));
    rows.push(line);
  }
  return rows;
}

/** What a formula sees of a cell. An empty text is one only as a formula's result: typed, it is a blank. */
export function contentOf(sheet: SheetModel, row: number, column: number): Value {
  const cell = cellAt(sheet, row, column);
  if (!cell) return undefined;
  return cell.value === "" && cell.formula === undefined ? undefined : cell.value;
}
