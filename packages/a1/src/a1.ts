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
