/**
 * Cells with formulas, on their way into a file and out of it.
 * A formula that only Google Sheets computes goes in as its value, and comes back from the stored part.
 */

import { sameFormula, shifted } from "a1";
import type { Cell, Sheet } from "hucre/xlsx";
import { type CellModel, ensureCell, isErrorValue, type SheetModel } from "../model.ts";
import { cellsOf } from "./areas.ts";
import { excelFormula, formulaFromExcel } from "./formula.ts";
import type { ExactValues, StoredArea, StoredFormula, StoredSheet, StoredValue } from "./stored.ts";
import { type DisplayedValues, displayedInFile, isBlank, sameValue } from "./values.ts";

/** Writes a formula that the file may hold: no spill, and nothing that Excel or LibreOffice computes differently. */
export function formulaForFile(cell: CellModel, sheetNames: ReadonlySet<string>): string | undefined {
  if (cell.formula === undefined || (cell.spill && cell.spill.rows * cell.spill.columns > 1)) return undefined;
  // What Google Sheets itself does not understand, Excel would call damage.
  if (isErrorValue(cell.value) && (cell.value.error === "#ERROR!" || cell.value.error === "#NAME?")) return undefined;
  return excelFormula(cell.formula, sheetNames);
}

/** Stores a formula and what it fills. */
export function storedFormula(sheet: SheetModel, cell: CellModel, row: number, column: number): StoredFormula {
  const seen = displayedInFile(cell.value ?? null, cell.format?.numberFormat);
  const stored: StoredFormula = { at: [row, column], formula: cell.formula ?? "", seen };
  if (!cell.spill) return stored;
  const { rows, columns } = cell.spill;
  const values = [...cellsOf({ row, column, rows, columns })].map(([spillRow, spillColumn]): StoredValue | [] => {
    const one = sheet.cells[spillRow]?.[spillColumn];
    const own = spillRow === row && spillColumn === column;
    if (!own && (one?.spilledFrom?.[0] !== row || one.spilledFrom[1] !== column)) return [];
    return displayedInFile(one?.value ?? null, one?.format?.numberFormat);
  });
  return { ...stored, spill: { rows, columns, values } };
}

type Master = { readonly formula: string; readonly row: number; readonly column: number };

export type SharedFormulas = ReadonlyMap<number, Master>;

/** Finds the formulas that others share: Excel writes them once, in the first cell. */
export function sharedFormulas(sheet: Sheet): SharedFormulas {
  const masters = new Map<number, Master>();
  for (const [key, cell] of sheet.cells ?? []) {
    if (cell.formulaType !== "shared" || !cell.formula || cell.formulaSharedIndex === undefined) continue;
    const [row = 0, column = 0] = key.split(",").map(Number);
    masters.set(cell.formulaSharedIndex, { formula: cell.formula, row, column });
  }
  return masters;
}

/** Reads the formula of a file's cell, given by its row and column from 0. */
export function formulaOf(cell: Cell, row: number, column: number, masters: SharedFormulas): string | undefined {
  // LibreOffice writes what is but a value, TRUE or #N/A, as a formula.
  if (cell.formula && /^(?:(?:TRUE|FALSE)(?:\(\))?|#[A-Z0-9/!?]+)$/i.test(cell.formula)) return undefined;
  if (cell.formula) return formulaFromExcel(cell.formula);
  const master = cell.formulaSharedIndex === undefined ? undefined : masters.get(cell.formulaSharedIndex);
  return master && formulaFromExcel(shifted(master.formula, row - master.row, column - master.column));
}

function holds([row, column, rows, columns]: StoredArea, atRow: number, atColumn: number): boolean {
  return atRow >= row && atRow < row + rows && atColumn >= column && atColumn < column + columns;
}

/**
 * Gives formulas back to their cells. A cell that was typed over keeps the new value, as in Google Sheets. A cell that
 * was emptied gets its formula again.
 */
export function restoreFormulas(
  model: SheetModel,
  shown: DisplayedValues,
  stored: StoredSheet,
  values: ExactValues,
): void {
  const restore = (row: number, column: number, seen: StoredValue): CellModel => {
    const cell = ensureCell(model, row, column);
    const value = values.get(`${row - 1},${column - 1}`)?.value ?? seen;
    if (cell.value === undefined && value !== null) cell.value = value;
    return cell;
  };
  const locks = stored.protections.filter(({ kind, warningOnly }) => kind === "sheet" && !warningOnly);
  const isLocked = (row: number, column: number) =>
    locks.some(({ unprotected }) => !unprotected.some((area) => holds(area, row, column)));
  for (const { at, formula, seen, spill } of stored.formulas) {
    const [row, column] = at;
    const value = shown(row, column);
    const found = model.cells[row]?.[column]?.formula;
    if (found === undefined ? !isBlank(value) && !sameValue(value, seen) : !sameFormula(found, formula)) continue;
    const cell = restore(row, column, seen);
    cell.formula = formula;
    if (!spill) continue;
    cell.spill = { rows: spill.rows, columns: spill.columns };
    let index = 0;
    for (const [spillRow, spillColumn] of cellsOf({ row, column, rows: spill.rows, columns: spill.columns })) {
      const given = spill.values[index++];
      if (given === undefined || Array.isArray(given) || (spillRow === row && spillColumn === column)) continue;
      const now = shown(spillRow, spillColumn);
      // In a locked cell nobody types: what is there was only computed or written differently.
      if (isBlank(now) || sameValue(now, given) || isLocked(spillRow, spillColumn)) {
        if (!isBlank(now) && !sameValue(now, given)) delete model.cells[spillRow]?.[spillColumn]?.value;
        restore(spillRow, spillColumn, given).spilledFrom = [row, column];
      }
    }
  }
}
