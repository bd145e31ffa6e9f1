/**
 * One sheet on its way out of a file: what the file shows, completed by what the stored part keeps of it.
 * Where both speak of a cell, what a person may have typed in another program counts.
 */
import type { Cell, CellStyle, Sheet } from "hucre/xlsx";
import {
  type CellFormat,
  type CellModel,
  ensureCell,
  newSheet,
  type ProtectionModel,
  type SheetModel,
} from "../model.ts";
import { cellsOf, within } from "./areas.ts";
import { formulaFromExcel, sameFormula, shifted } from "./formula.ts";
import { areaFromStored, type StoredArea, type StoredExact, type StoredSheet, type StoredValue } from "./stored.ts";
import {
  COLUMN_WIDTH,
  colorOf,
  formatOf,
  formatThroughFile,
  hexOf,
  PIXELS_PER_CHARACTER,
  PIXELS_PER_POINT,
  sameFormat,
} from "./style.ts";
import { unescaped } from "./text.ts";
import { isBlank, sameValue, valueShown } from "./values.ts";

/** How far a width or height may be off, in pixels, after another program measured it. */
const TOLERANCE = 2;

/** What the sheets of a file share. */
export type FileParts = {
  readonly from1904: boolean;
  readonly themeColors: readonly string[];
  readonly formats: readonly CellFormat[];
};

/** Reads a sheet that the stored part knows. */
export function knownSheet(sheet: Sheet, name: string, stored: StoredSheet, parts: FileParts): SheetModel {
  const model = newSheet(stored.id, name, stored.rows, stored.columns);
  const values = exactly(stored.values);
  readCells(sheet, model, parts, values, exactly(stored.notes));
  readLook(sheet, model, parts, stored);
  restoreFormulas(model, shownIn(sheet, parts.from1904), stored, values);
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
export function plainSheet(sheet: Sheet, id: number, parts: FileParts): SheetModel {
  const model = newSheet(id, sheet.name);
  readCells(sheet, model, parts, new Map(), new Map());
  readLook(sheet, model, parts, undefined);
  return model;
}

/** What the file shows in each cell, and how it formats it, by `row,column` from 1. */
export type Shown = (row: number, column: number) => StoredValue;

/** Finds what a file's cell shows. */
export function shownIn(sheet: Sheet, from1904: boolean): Shown {
  return (row, column) =>
    valueShown(sheet.rows[row - 1]?.[column - 1], sheet.cells?.get(`${row - 1},${column - 1}`), from1904);
}

function* cellsIn(areas: readonly StoredArea[], model: SheetModel): Generator<readonly [number, number]> {
  for (const area of areas) {
    const inside = within(areaFromStored(area), model.rows, model.columns);
    if (inside) yield* cellsOf(inside);
  }
}

type Exact<T> = ReadonlyMap<string, StoredExact<T>>;
type ExactValues = Exact<NonNullable<CellModel["value"]>>;

function exactly<T>(list: readonly StoredExact<T>[]): Exact<T> {
  return new Map(list.map((one) => [`${one.at[0] - 1},${one.at[1] - 1}`, one]));
}

function readCells(sheet: Sheet, model: SheetModel, parts: FileParts, values: ExactValues, notes: Exact<string>): void {
  const formats = formatCache(parts.themeColors);
  const masters = sharedFormulas(sheet);
  const read = (row: number, column: number, raw: Sheet["rows"][number][number] | undefined, cell?: Cell) => {
    const key = values.size > 0 || notes.size > 0 ? `${row},${column}` : "";
    const shown = valueShown(raw, cell, parts.from1904);
    const kept = values.get(key);
    const value = kept && sameValue(kept.seen, shown) ? kept.value : shown;
    const formula = cell && formulaOf(cell, row, column, masters);
    const format = cell?.style && formats(cell.style);
    const keptNote = notes.get(key);
    const comment = cell?.comment ? unescaped(cell.comment.text) : null;
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

/** Reads each style once for all cells that share it; nothing where it says nothing. */
function formatCache(themeColors: readonly string[]): (style: CellStyle) => CellFormat | undefined {
  const numbers = new Map<object, number>();
  const formats = new Map<string, CellFormat | undefined>();
  const numberOf = (part: object | undefined) => {
    if (!part) return 0;
    const number = numbers.get(part) ?? numbers.size + 1;
    numbers.set(part, number);
    return number;
  };
  return (style) => {
    const { font, fill, border, alignment, numFmt } = style;
    const key = `${numberOf(font)} ${numberOf(fill)} ${numberOf(border)} ${numberOf(alignment)} ${numFmt ?? ""}`;
    if (!formats.has(key)) {
      const format = formatOf(style, themeColors);
      formats.set(key, Object.keys(format).length > 0 ? format : undefined);
    }
    return formats.get(key);
  };
}

type Master = { readonly formula: string; readonly row: number; readonly column: number };

/** Finds the formulas that others share: Excel writes them once, in the first cell. */
function sharedFormulas(sheet: Sheet): ReadonlyMap<number, Master> {
  const masters = new Map<number, Master>();
  for (const [key, cell] of sheet.cells ?? []) {
    if (cell.formulaType !== "shared" || !cell.formula || cell.formulaSharedIndex === undefined) continue;
    const [row = 0, column = 0] = key.split(",").map(Number);
    masters.set(cell.formulaSharedIndex, { formula: cell.formula, row, column });
  }
  return masters;
}

function formulaOf(cell: Cell, row: number, column: number, masters: ReadonlyMap<number, Master>): string | undefined {
  // LibreOffice writes what is but a value, TRUE or #N/A, as a formula.
  if (cell.formula && /^(?:(?:TRUE|FALSE)(?:\(\))?|#[A-Z0-9/!?]+)$/i.test(cell.formula)) return undefined;
  if (cell.formula) return formulaFromExcel(cell.formula);
  const master = cell.formulaSharedIndex === undefined ? undefined : masters.get(cell.formulaSharedIndex);
  return master && formulaFromExcel(shifted(master.formula, row - master.row, column - master.column));
}

/**
 * Gives formulas back to their cells. A cell in which something else was typed keeps what was typed, as in Google
 * Sheets; one that was emptied gets its formula again.
 */
function restoreFormulas(model: SheetModel, shown: Shown, stored: StoredSheet, values: ExactValues): void {
  const restore = (row: number, column: number, seen: StoredValue): CellModel => {
    const cell = ensureCell(model, row, column);
    const value = values.get(`${row - 1},${column - 1}`)?.value ?? seen;
    if (cell.value === undefined && value !== null) cell.value = value;
    return cell;
  };
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
      if (isBlank(now) || sameValue(now, given)) {
        restore(spillRow, spillColumn, given).spilledFrom = [row, column];
      }
    }
  }
}

function readLook(sheet: Sheet, model: SheetModel, parts: FileParts, stored: StoredSheet | undefined): void {
  model.hidden = sheet.hidden === true || sheet.veryHidden === true;
  // LibreOffice without a window saves none of these three: then they stay as they were.
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

  const widths = new Map(stored?.columnWidths ?? []);
  const heights = new Map(stored?.rowHeights ?? []);
  const fitted = new Map(stored?.fittedHeights ?? []);
  for (const [column, width] of widths) model.columnWidths.set(column, width);
  for (const [row, height] of heights) model.rowHeights.set(row, height);
  const sized = stored?.sizedColumns ?? model.columns;
  (sheet.columns ?? []).slice(0, model.columns).forEach(({ width, hidden }, index) => {
    const column = index + 1;
    if (hidden) model.hiddenColumns.add(column);
    if (width === undefined || column > sized) return;
    const pixels = Math.round(width * PIXELS_PER_CHARACTER);
    if (Math.abs(pixels - (widths.get(column) ?? COLUMN_WIDTH)) > TOLERANCE) model.columnWidths.set(column, pixels);
  });
  for (const [index, { height, hidden }] of sheet.rowDefs ?? []) {
    const row = index + 1;
    if (row > model.rows) continue;
    if (hidden) model.hiddenRows.add(row);
    if (height === undefined) continue;
    const pixels = Math.round(height * PIXELS_PER_POINT);
    const known = heights.get(row) ?? fitted.get(row);
    if (known === undefined || Math.abs(pixels - known) > TOLERANCE) model.rowHeights.set(row, pixels);
  }
}
