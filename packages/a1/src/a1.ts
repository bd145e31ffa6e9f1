/** A1 names of columns, cells and areas: one spelling for formulas, services and files. Knows nothing of what cells hold. */

/** A block of cells: 1-based row and column of its first cell, and its size. */
export type Area = {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
};

/** The largest grid that a sheet of an .xlsx file has. */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

/** Names a column: 1 is `A`, 27 is `AA`. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** Finds the number of a column from its name in either case. */
export function columnNumber(name: string): number {
  let number = 0;
  for (const letter of name.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** Names a cell: row 5, column 3 is `C5`. */
export function cellName(row: number, column: number): string {
  return columnName(column) + row;
}

/** Names an area as `A1` or `A1:B2`. */
export function areaName(area: Area): string {
  const first = cellName(area.row, area.column);
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${cellName(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

/** Quotes a sheet's name as a reference needs it. */
export function quotedSheet(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

/** Returns the name of the sheet that a reference begins with, as `Tờ!` or `'Tờ một'!`. */
export function sheetOfPrefix(prefix: string): string {
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name;
}

/** Reads the address of a cell or a block in capitals: `C5:F6` → (5, 3, 2, 4). Undefined if it is neither. */
export function readArea(name: string): Area | undefined {
  const match = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(name);
  if (!match) return undefined;
  const [, left = "", top = "", right = left, bottom = top] = match;
  const [row, column] = [Number(top), columnNumber(left)];
  return { row, column, rows: Number(bottom) - row + 1, columns: columnNumber(right) - column + 1 };
}
