/**
 * Tracks what the windows show of an open workbook. After each change it returns the cells that look different, so that
 * a window repaints only those. Knows neither files nor users.
 */

import {
  type CellContent,
  type CellFormat,
  type CellModel,
  cellAt,
  type ErrorValue,
  isErrorValue,
  type SheetModel,
  type WorkbookModel,
} from "gas-offline";
import { type Calculator, fittedHeights } from "gas-offline/internals";
import type { CellView, SheetChange } from "../protocol.ts";
import { createLooks, type Looks } from "./looks.ts";

/** Returns a value in the grid's form. */
export function shownValue(value: CellContent | ErrorValue | undefined): CellContent | null {
  if (value === undefined) return null;
  return isErrorValue(value) ? value.error : value;
}

/** Returns a cell's format together with its conditional formats. */
export function shownFormat(
  cell: CellModel | undefined,
  looks: Looks,
  row: number,
  column: number,
): CellFormat | undefined {
  const look = looks.at(row, column);
  return look ? { ...cell?.format, ...look } : cell?.format;
}

type Shown = { readonly value: CellContent | null; readonly format: CellFormat | undefined };

type ShownSheet = {
  readonly model: SheetModel;
  readonly looks: Looks;
  readonly cells: (Shown | undefined)[][];
  rows: number;
  readonly heights: Map<number, number>;
};

/** A cell by the id of its sheet. */
export type CellPlace = { readonly sheet: number; readonly row: number; readonly column: number };

export type ViewTracker = {
  /** The conditional formats of a sheet. */
  readonly looksOf: (sheet: SheetModel) => Looks;
  /** Compares sheets with what is shown, and from then on treats the present state as shown. */
  readonly update: (sheetIds: ReadonlySet<number>) => readonly SheetChange[];
  /** Adds cells to changes, changed or not: those that somebody typed into. */
  readonly include: (changes: readonly SheetChange[], cells: readonly CellPlace[]) => readonly SheetChange[];
};

/** Makes the tracker of a workbook. Make another one when more than values and formats of cells changed. */
export function createViewTracker(workbook: WorkbookModel, calculator: Calculator): ViewTracker {
  const sheets = new Map(
    workbook.sheets.map((model): [number, ShownSheet] => {
      const looks = createLooks(model, calculator);
      looks.refresh("all");
      return [
        model.id,
        {
          model,
          looks,
          cells: model.cells.map((line) => line?.map(asShown) ?? []),
          rows: model.rows,
          heights: fittedHeights(model),
        },
      ];
    }),
  );

  const cellOf = ({ model, looks }: ShownSheet, row: number, column: number): CellView => {
    const cell = cellAt(model, row, column);
    const format = shownFormat(cell, looks, row, column);
    return { row, column, value: shownValue(cell?.value), ...(format ? { format } : {}) };
  };

  return {
    looksOf(sheet) {
      const shown = sheets.get(sheet.id);
      if (!shown) throw new Error(`Sheet ${sheet.name} is not shown`);
      return shown.looks;
    },
    include(changes, places) {
      type Growing = { readonly change: Omit<SheetChange, "cells">; readonly cells: CellView[] };
      const byId = new Map(
        changes.map((change): [number, Growing] => [change.id, { change, cells: [...change.cells] }]),
      );
      const told = new Set(
        changes.flatMap(({ id, cells }) => cells.map(({ row, column }) => `${id},${row},${column}`)),
      );
      for (const { sheet, row, column } of places) {
        const shown = sheets.get(sheet);
        const key = `${sheet},${row},${column}`;
        if (!shown || told.has(key) || row > shown.model.rows || column > shown.model.columns) continue;
        told.add(key);
        const known: Growing = byId.get(sheet) ?? { change: { id: sheet, rows: shown.model.rows }, cells: [] };
        known.cells.push(cellOf(shown, row, column));
        byId.set(sheet, known);
      }
      return [...byId.values()].map(({ change, cells }) => ({ ...change, cells }));
    },
    update(sheetIds) {
      return [...sheets.values()].flatMap((shown) => {
        if (!sheetIds.has(shown.model.id)) return [];
        const changed = takeChanges(shown);
        const rows = new Set(changed.map(([row]) => row));
        const places = new Map<string, readonly [number, number]>();
        for (const place of [...changed, ...shown.looks.refresh(rows)]) places.set(place.join(), place);
        const grew = shown.rows !== shown.model.rows;
        shown.rows = shown.model.rows;
        if (places.size === 0 && !grew) return [];
        const cells = [...places.values()].map(([row, column]) => cellOf(shown, row, column));
        const rowHeights = takeHeights(shown, rows);
        return [{ id: shown.model.id, rows: shown.rows, cells, ...(rowHeights.length > 0 ? { rowHeights } : {}) }];
      });
    },
  };
}

function asShown(cell: CellModel | undefined): Shown | undefined {
  return cell && { value: shownValue(cell.value), format: cell.format };
}

/** Finds the changed rows whose text needs another height, and treats the new heights as shown. */
function takeHeights(
  { model, heights }: ShownSheet,
  changed: ReadonlySet<number>,
): readonly (readonly [number, number | null])[] {
  const now = fittedHeights(model, changed);
  return [...changed].flatMap((row): readonly (readonly [number, number | null])[] => {
    const height = now.get(row);
    if (height === heights.get(row) || model.rowHeights.has(row)) return [];
    if (height === undefined) heights.delete(row);
    else heights.set(row, height);
    return [[row, height ?? null]];
  });
}

/** Finds the cells with another value or format, and treats them as shown. */
function takeChanges({ model, cells }: ShownSheet): readonly (readonly [number, number])[] {
  const changed: [number, number][] = [];
  for (let row = 1; row < Math.max(cells.length, model.cells.length); row++) {
    const line = model.cells[row];
    let shownLine = cells[row];
    for (let column = 1; column < Math.max(line?.length ?? 0, shownLine?.length ?? 0); column++) {
      const cell = line?.[column];
      const was = shownLine?.[column];
      if (shownValue(cell?.value) === (was?.value ?? null) && cell?.format === was?.format) continue;
      if (!shownLine) {
        shownLine = [];
        cells[row] = shownLine;
      }
      shownLine[column] = asShown(cell);
      changed.push([row, column]);
    }
  }
  return changed;
}
