/**
 * Reads one sheet from a file: the file's own cells, completed by the stored part. If the two differ about a cell, the
 * file wins, because another program may have changed it.
 */

import { shifted } from "a1";
import type { Cell, Sheet } from "hucre/xlsx";
import { type CellFormat, ensureCell, newSheet, type ProtectionModel, type SheetModel } from "../model.ts";
import { cellsOf, within } from "./areas.ts";
import { formulaOf, restoreFormulas, sharedFormulas } from "./formula-cells.ts";
import { formatCache } from "./shared-formats.ts";
import { readSizes } from "./sizes.ts";
import {
  areaFromStored,
  type Exact,
  type ExactValues,
  type StoredArea,
  type StoredExact,
  type StoredSheet,
} from "./stored.ts";
import { colorOf, formatThroughFile, hexOf, sameFormat } from "./style.ts";
import { unescapedText } from "./text.ts";
import { displayedValueOf, displayedValuesOf, sameValue } from "./values.ts";

/** What the sheets of a file share. */
export type FileParts = {
  readonly from1904: boolean;
  readonly themeColors: readonly string[];
  readonly formats: readonly CellFormat[];
};

/** Reads a sheet that the stored part knows. */
export function readStoredSheet(sheet: Sheet, name: string, stored: StoredSheet, parts: FileParts): SheetModel {
  const model = newSheet(stored.id, name, stored.rows, stored.columns);
  const values = exactly(stored.values);
  readCells(sheet, model, parts, values, exactly(stored.notes));
  readLook(sheet, model, parts, stored);
  restoreFormulas(model, displayedValuesOf(sheet, parts.from1904), stored, values);
  for (const { format, areas } of stored.formats) {
    const exact = parts.formats[format];
    if (!exact) continue;
    const told = formatThroughFile(exact);
    for (const [row, column] of cellsIn(areas, model)) {
      if (sameFormat(model.cells[row]?.[column]?.format ?? {}, told)) ensureCell(model, row, column).format = exact;
    }
  }
  for (const { areas, validation } of stored.validations) {
    for (const area of areas) {
      for (const [row, column] of cellsIn([area], model)) {
        ensureCell(model, row, column).validation =
          validation.kind === "formula"
            ? { ...validation, formula: shifted(validation.formula, row - area[0], column - area[1]) }
            : validation;
      }
    }
  }
  for (const { areas, rule } of stored.conditionalFormats) {
    model.conditionalFormats.push({ ...rule, areas: areas.map(areaFromStored) });
  }
  for (const { area, editors, unprotected, ...protection } of stored.protections) {
    const restored: ProtectionModel = {
      ...protection,
      ...(area ? { area: areaFromStored(area) } : {}),
      editors: [...editors],
      unprotected: unprotected.map(areaFromStored),
    };
    model.protections.push(restored);
  }
  return model;
}

/** Reads a sheet that was added in another program: what it shows and its formulas. */
export function readForeignSheet(sheet: Sheet, id: number, parts: FileParts): SheetModel {
  const model = newSheet(id, sheet.name);
  readCells(sheet, model, parts, new Map(), new Map());
  readLook(sheet, model, parts, undefined);
  return model;
}

function* cellsIn(areas: readonly StoredArea[], model: SheetModel): Generator<readonly [number, number]> {
  for (const area of areas) {
    const inside = within(areaFromStored(area), model.rows, model.columns);
    if (inside) yield* cellsOf(inside);
  }
}

function exactly<T>(list: readonly StoredExact<T>[]): Exact<T> {
  return new Map(list.map((one) => [`${one.at[0] - 1},${one.at[1] - 1}`, one]));
}

function readCells(sheet: Sheet, model: SheetModel, parts: FileParts, values: ExactValues, notes: Exact<string>): void {
  const formats = formatCache(parts.themeColors);
  const masters = sharedFormulas(sheet);
  const read = (row: number, column: number, raw: Sheet["rows"][number][number] | undefined, cell?: Cell) => {
    const key = values.size > 0 || notes.size > 0 ? `${row},${column}` : "";
    const shown = displayedValueOf(raw, cell, parts.from1904);
    const kept = values.get(key);
    const value = kept && sameValue(kept.seen, shown) ? kept.value : shown;
    const formula = cell && formulaOf(cell, row, column, masters);
    const format = cell?.style && formats(cell.style);
    const keptNote = notes.get(key);
    const comment = cell?.comment ? unescapedText(cell.comment.text) : null;
    const note = keptNote && keptNote.seen === comment ? keptNote.value : comment;
    if (value === null && formula === undefined && !format && note === null) return;
    const inGrid = row < model.rows && column < model.columns;
    if (!inGrid) {
      if (value === null && formula === undefined && note === null) return;
      model.rows = Math.max(model.rows, row + 1);
      model.columns = Math.max(model.columns, column + 1);
    }
    const made = ensureCell(model, row + 1, column + 1);
    if (value !== null) made.value = value;
    if (formula !== undefined) made.formula = formula;
    if (format) made.format = format;
    if (note !== null) made.note = note;
  };

  sheet.rows.forEach((line, row) => {
    line.forEach((raw, column) => {
      const cell = sheet.cells?.get(`${row},${column}`);
      if (cell || raw !== null) read(row, column, raw, cell);
    });
  });
  // A note may stand beyond the last cell that holds anything.
  for (const [key, cell] of sheet.cells ?? []) {
    if (!cell.comment) continue;
    const [row = 0, column = 0] = key.split(",").map(Number);
    if (row >= sheet.rows.length || column >= (sheet.rows[row]?.length ?? 0)) read(row, column, undefined, cell);
  }
  for (const { at, seen, value } of notes.values()) {
    if (seen === null) ensureCell(model, at[0], at[1]).note ??= value;
  }
}

function readLook(sheet: Sheet, model: SheetModel, parts: FileParts, stored: StoredSheet | undefined): void {
  model.hidden = sheet.hidden === true || sheet.veryHidden === true;
  // LibreOffice without a window saves none of these three. Then they keep their stored values.
  model.gridlines = sheet.view?.showGridLines !== false && stored?.gridlines !== false;
  const { rows, columns } = sheet.freezePane ?? { rows: stored?.frozen[0], columns: stored?.frozen[1] };
  model.frozenRows = rows ?? 0;
  model.frozenColumns = columns ?? 0;
  const tabColor = hexOf(sheet.view?.tabColor, parts.themeColors);
  const kept = stored?.tabColor;
  const color = tabColor === undefined || colorOf(kept)?.rgb === colorOf(tabColor)?.rgb ? kept : tabColor;
  if (color !== undefined) model.tabColor = color;
  for (const merge of sheet.merges ?? []) {
    model.merges.push({
      row: merge.startRow + 1,
      column: merge.startCol + 1,
      rows: merge.endRow - merge.startRow + 1,
      columns: merge.endCol - merge.startCol + 1,
    });
  }
  readSizes(sheet, model, stored);
}
