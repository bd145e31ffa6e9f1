/** Finds the formulas that read cells of one sheet: by single cells if they read few, else by their blocks. */

import { type Block, contains, intersects } from "a1";
import { columnOf, keysOf, rowOf, sizeOf } from "./cell-keys.ts";

/** Up to so many cells, looking each of them up is quicker than comparing blocks. */
const FEW_CELLS = 16;

/** The readers of a sheet's cells, wherever they stand. */
export type Dependents<Reader> = {
  readonly add: (reader: Reader, block: Block) => void;
  /** Takes a reader off a block that was added; a large block takes all its large ones with it. */
  readonly remove: (reader: Reader, block: Block) => void;
  /** Finds who reads any cell of a block. */
  readonly of: (block: Block) => Iterable<Reader>;
};

/** Makes an empty index. */
export function createDependents<Reader>(): Dependents<Reader> {
  const cellReaders = new Map<number, Set<Reader>>();
  const blockReaders = new Map<Reader, Block[]>();
  return {
    add: (reader, block) => {
      if (sizeOf(block) > FEW_CELLS) {
        const blocks = blockReaders.get(reader);
        if (blocks) blocks.push(block);
        else blockReaders.set(reader, [block]);
        return;
      }
      for (const cell of keysOf(block)) {
        const readers = cellReaders.get(cell);
        if (readers) readers.add(reader);
        else cellReaders.set(cell, new Set([reader]));
      }
    },
    remove: (reader, block) => {
      if (sizeOf(block) > FEW_CELLS) blockReaders.delete(reader);
      else for (const cell of keysOf(block)) cellReaders.get(cell)?.delete(reader);
    },
    of: (block) => {
      const found = new Set<Reader>();
      const add = (readers: Iterable<Reader> | undefined): void => {
        for (const reader of readers ?? []) found.add(reader);
      };
      if (sizeOf(block) <= cellReaders.size) for (const cell of keysOf(block)) add(cellReaders.get(cell));
      else for (const [cell, readers] of cellReaders) if (contains(block, rowOf(cell), columnOf(cell))) add(readers);
      for (const [reader, blocks] of blockReaders) {
        if (blocks.some((read) => intersects(read, block))) found.add(reader);
      }
      return found;
    },
  };
}
