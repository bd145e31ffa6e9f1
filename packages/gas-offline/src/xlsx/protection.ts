/**
 * The one protection that .xlsx knows, a whole sheet with unlocked cells; who may edit what is for the stored part.
 */

import { MOST_COLUMNS } from "a1";
import type { ProtectionModel, SheetModel } from "../model.ts";
import { cellsOf, within } from "./areas.ts";

/** How many rows below the last that is used an input block stays open for typing in a protected sheet. */
const OPEN_ROWS_BELOW = 100;

/** Finds the protection that locks a sheet, if one does. */
export function lockingProtection(sheet: SheetModel): ProtectionModel | undefined {
  return sheet.protections.find(({ kind, warningOnly }) => kind === "sheet" && !warningOnly);
}

/** Cells that are ticked off one by one. */
export type OpenCells = {
  /** Tells whether a cell is among them, and takes it out. */
  readonly take: (row: number, column: number) => boolean;
  readonly left: () => Iterable<readonly [row: number, column: number]>;
};

/** Finds the cells that stay open for typing in a protected sheet. */
export function openCells(sheet: SheetModel): OpenCells {
  const open = new Set<number>();
  const lastRow = Math.min(sheet.rows, Math.max(sheet.cells.length - 1, 0) + OPEN_ROWS_BELOW);
  for (const area of lockingProtection(sheet)?.unprotected ?? []) {
    const hole = within(area, lastRow, sheet.columns);
    if (!hole) continue;
    for (const [row, column] of cellsOf(hole)) open.add(row * MOST_COLUMNS + column - 1);
  }
  return {
    take: (row, column) => open.delete(row * MOST_COLUMNS + column - 1),
    left: () => [...open].map((key) => [Math.floor(key / MOST_COLUMNS), (key % MOST_COLUMNS) + 1] as const),
  };
}
