/** Blocks of cells. Knows nothing of what the cells hold. */
import type { Area } from "../model.ts";

/** Cuts an area to the part that lies in a grid of so many rows and columns. */
export function within(area: Area, rows: number, columns: number): Area | undefined {
  const cut = {
    row: area.row,
    column: area.column,
    rows: Math.min(area.rows, rows - area.row + 1),
    columns: Math.min(area.columns, columns - area.column + 1),
  };
  return cut.row >= 1 && cut.column >= 1 && cut.rows >= 1 && cut.columns >= 1 ? cut : undefined;
}

/** Lists the cells of an area row by row. */
export function* cellsOf(area: Area): Generator<readonly [row: number, column: number]> {
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) yield [row, column];
  }
}

/** Joins cells to as few blocks as runs of equal width allow. The cells come row by row, from left to right. */
export function areasOf(cells: Iterable<readonly [row: number, column: number]>): Area[] {
  type Block = { row: number; column: number; rows: number; columns: number };
  const blocks: Block[] = [];
  let above = new Map<string, Block>();
  let line = new Map<string, Block>();
  let run: Block | undefined;

  const endRun = () => {
    if (!run) return;
    const key = `${run.column} ${run.columns}`;
    const block = above.get(key);
    if (block && block.row + block.rows === run.row) {
      block.rows += 1;
      line.set(key, block);
    } else {
      blocks.push(run);
      line.set(key, run);
    }
    run = undefined;
  };

  let current = 0;
  for (const [row, column] of cells) {
    if (run && row === run.row && column === run.column + run.columns) {
      run.columns += 1;
      continue;
    }
    endRun();
    if (row !== current) {
      above = line;
      line = new Map();
      current = row;
    }
    run = { row, column, rows: 1, columns: 1 };
  }
  endRun();
  return blocks;
}
