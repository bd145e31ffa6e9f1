/** Sorts the rows of a block of cells. Checks no permission. */

import { shifted } from "a1";
import { type Area, type CellModel, cellAt, ensureCell, isErrorValue, type SheetModel } from "../model.ts";
import { clearSpills } from "./formulas.ts";

/** Vietnamese order, capitals beside small letters, as Google sorts. */
const ORDER = new Intl.Collator("vi", { sensitivity: "accent" });

/**
 * Sorts the rows of an area by one of its sheet's columns: numbers, texts, booleans, errors. Blanks are always last.
 * Contents, formats and notes move; validations stay. A formula's relative references move with its row. Evaluate all
 * formulas afterwards.
 */
export function sortRows(sheet: SheetModel, area: Area, column: number, ascending: boolean): void {
  const order = Array.from({ length: area.rows }, (_, down) => area.row + down)
    .map((row) => ({ row, value: cellAt(sheet, row, column)?.value }))
    .sort((one, other) => {
      const blanks = Number(isBlankCell(one.value)) - Number(isBlankCell(other.value));
      if (blanks !== 0 || isBlankCell(one.value)) return blanks;
      return compare(one.value, other.value) * (ascending ? 1 : -1);
    });
  clearSpills(sheet);
  const taken = order.map(({ row }) =>
    Array.from({ length: area.columns }, (_, right) => ({ ...cellAt(sheet, row, area.column + right) })),
  );
  taken.forEach((cells, down) => {
    const row = area.row + down;
    const shift = row - (order[down]?.row ?? row);
    cells.forEach((cell, right) => {
      put(sheet, row, area.column + right, cell, shift);
    });
  });
}

function put(sheet: SheetModel, row: number, column: number, source: CellModel, shift: number): void {
  const { value, formula, format, note } = source;
  const isEmpty = value === undefined && formula === undefined && !format && note === undefined;
  if (isEmpty && !cellAt(sheet, row, column)) return;
  const cell = ensureCell(sheet, row, column);
  for (const key of ["value", "formula", "format", "note"] as const) delete cell[key];
  if (value !== undefined) cell.value = value;
  if (formula !== undefined) cell.formula = shifted(formula, shift, 0);
  if (format) cell.format = format;
  if (note !== undefined) cell.note = note;
}

function isBlankCell(value: CellModel["value"]): boolean {
  return value === undefined || value === "";
}

function compare(one: CellModel["value"], other: CellModel["value"]): number {
  const ranks = rankOf(one) - rankOf(other);
  if (ranks !== 0) return ranks;
  if (typeof one === "string" && typeof other === "string") return ORDER.compare(one, other);
  return Number(one) - Number(other) || 0;
}

function rankOf(value: CellModel["value"]): number {
  if (isErrorValue(value)) return 3;
  return typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2;
}
