/**
 * Writes a formula's result into the cells: its own, and those that an array fills.
 * Says which cells changed; knows nothing of what depends on them.
 */

import { type Block, cellName } from "a1";
import { type CellModel, cellAt, ensureCell, isErrorValue, type SheetModel } from "../model.ts";
import type { Formula } from "./graph.ts";
import { noteUnsupported } from "./unsupported.ts";
import { errorValue, type Grid, type Value } from "./values.ts";

export type WriteOutcome = {
  readonly fills: Block;
  readonly blocked: Block | undefined;
  /** A block around all cells whose value changed. Undefined if no value changed. */
  readonly changed: Block | undefined;
  readonly result: Grid | undefined;
};

/**
 * Writes a result. An array that would overwrite something becomes an error in its own cell, and so does one that reaches
 * past the last row unless `addsRows`.
 */
export function writeResult(formula: Formula, rows: Grid, addsRows: boolean): WriteOutcome {
  const { sheet, row, column } = formula;
  const height = rows.length;
  const width = rows[0]?.length ?? 1;
  const wanted: Block = { top: row, left: column, bottom: row + height - 1, right: column + width - 1 };
  const isArray = height > 1 || width > 1;
  const obstacle = isArray ? obstacleTo(formula, wanted, addsRows) : undefined;
  if (obstacle) {
    const own = write(formula, [[errorValue("#REF!", obstacle)]], { ...wanted, bottom: row, right: column });
    return { ...own, blocked: wanted };
  }
  let grown: Block | undefined;
  if (wanted.bottom > sheet.rows) {
    grown = { top: sheet.rows + 1, left: 1, bottom: wanted.bottom, right: sheet.columns };
    sheet.rows = wanted.bottom;
  }
  const written = write(formula, rows, wanted);
  return { ...written, changed: grown ? around(written.changed, grown) : written.changed };
}

/** Clears what a formula filled besides its own cell, when it is gone; gives the cells that it filled. */
export function clearFilled(formula: Formula): Block {
  const cell = cellAt(formula.sheet, formula.row, formula.column);
  if (cell) delete cell.spill;
  if (cell) noteUnsupported(cell, []);
  forEachFilled(formula, (filled) => {
    delete filled.value;
    delete filled.spilledFrom;
  });
  return formula.fills;
}

/** Releases filled cells that somebody has changed since: they no longer hold the filled value. */
export function releaseOverwritten(formula: Formula): void {
  forEachFilled(formula, (filled, row, column) => {
    const given = formula.result?.[row - formula.row]?.[column - formula.column];
    const isTyped = filled.formula !== undefined || (filled.value !== undefined && filled.value !== given);
    if (formula.result && isTyped) delete filled.spilledFrom;
  });
}

function forEachFilled(formula: Formula, visit: (cell: CellModel, row: number, column: number) => void): void {
  const { top, left, bottom, right } = formula.fills;
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      const cell = cellAt(formula.sheet, row, column);
      if (cell && isFilledBy(formula, cell)) visit(cell, row, column);
    }
  }
}

function isFilledBy(formula: Formula, { spilledFrom }: CellModel): boolean {
  return spilledFrom?.[0] === formula.row && spilledFrom[1] === formula.column;
}

function obstacleTo(formula: Formula, wanted: Block, addsRows: boolean): string | undefined {
  const { sheet } = formula;
  if (wanted.bottom > sheet.rows && !addsRows) {
    return `Result was not automatically expanded, please insert more rows (${wanted.bottom - sheet.rows}).`;
  }
  if (wanted.right > sheet.columns) {
    return `Result was not automatically expanded, please insert more columns (${wanted.right - sheet.columns}).`;
  }
  for (let row = wanted.top; row <= wanted.bottom; row += 1) {
    const line = sheet.cells[row];
    if (!line) continue;
    for (let column = wanted.left; column <= wanted.right; column += 1) {
      const cell = line[column];
      if (!cell || (row === formula.row && column === formula.column) || isFilledBy(formula, cell)) continue;
      const isEmpty = cell.formula === undefined && (cell.value === undefined || cell.value === "");
      if (!isEmpty || cell.spilledFrom) {
        return `Array result was not expanded because it would overwrite data in ${cellName(row, column)}.`;
      }
    }
  }
  return undefined;
}

function write(formula: Formula, rows: Grid, fills: Block): WriteOutcome {
  const { sheet, row, column } = formula;
  const isArray = fills.top !== fills.bottom || fills.left !== fills.right;
  const changed = createBounds();
  clearOutside(formula, fills, changed.add);

  const spilledFrom: readonly [number, number] = [row, column];
  for (let down = 0; down < rows.length; down += 1) {
    const line = rows[down] ?? [];
    for (let across = 0; across < line.length; across += 1) {
      const given = line[across];
      // In an array, an empty text is a blank.
      const value = isArray && given === "" ? undefined : given;
      const isAnchor = down === 0 && across === 0;
      const cell = ensureCell(sheet, row + down, column + across);
      if (!isSame(cell.value, value)) changed.add(row + down, column + across);
      if (value === undefined) delete cell.value;
      else cell.value = value;
      if (!isAnchor) cell.spilledFrom = spilledFrom;
    }
  }
  const anchor = ensureCell(sheet, row, column);
  delete anchor.spilledFrom;
  if (isArray) anchor.spill = { rows: rows.length, columns: rows[0]?.length ?? 1 };
  else delete anchor.spill;
  return { fills, blocked: undefined, changed: changed.block(), result: isArray ? rows : undefined };
}

/** Clears the cells that the formula filled before and no longer does. */
function clearOutside(formula: Formula, fills: Block, onChange: (row: number, column: number) => void): void {
  const { top, left, bottom, right } = formula.fills;
  if (bottom <= fills.bottom && right <= fills.right && top === fills.top && left === fills.left) return;
  forEachFilled(formula, (cell, row, column) => {
    if (row <= fills.bottom && column <= fills.right) return;
    if (cell.value !== undefined) onChange(row, column);
    delete cell.value;
    delete cell.spilledFrom;
  });
}

function isSame(one: Value, other: Value): boolean {
  if (isErrorValue(one) && isErrorValue(other)) return one.error === other.error && one.message === other.message;
  return one === other;
}

function createBounds() {
  let block: { top: number; left: number; bottom: number; right: number } | undefined;
  return {
    add: (row: number, column: number): void => {
      if (!block) block = { top: row, left: column, bottom: row, right: column };
      else {
        if (row < block.top) block.top = row;
        if (row > block.bottom) block.bottom = row;
        if (column < block.left) block.left = column;
        if (column > block.right) block.right = column;
      }
    },
    block: (): Block | undefined => block,
  };
}

function around(one: Block | undefined, other: Block): Block {
  if (!one) return other;
  return {
    top: Math.min(one.top, other.top),
    left: Math.min(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
  };
}

/** Clears filled cells whose formula is missing or does not fill them, in a workbook just opened. */
export function clearOrphans(sheet: SheetModel): void {
  sheet.cells.forEach((line, row) => {
    line?.forEach((cell, column) => {
      if (!cell?.spilledFrom) return;
      const [fromRow, fromColumn] = cell.spilledFrom;
      const anchor = cellAt(sheet, fromRow, fromColumn);
      const isFilled =
        anchor?.formula !== undefined &&
        anchor.spill !== undefined &&
        row < fromRow + anchor.spill.rows &&
        column < fromColumn + anchor.spill.columns;
      if (isFilled && cell.formula === undefined) return;
      delete cell.spilledFrom;
      if (cell.formula === undefined) delete cell.value;
    });
  });
}
