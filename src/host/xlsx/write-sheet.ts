/**
 * One sheet on its way into a file: what .xlsx can show, and beside it what only the stored part can keep.
 * Changes nothing in the workbook.
 */
import type { Cell, ColumnDef, ConditionalRule, WriteSheet } from "hucre/xlsx";
import type { CellFormat, CellModel, SheetModel } from "../model.ts";
import { areaName, areasOf, cellsOf, MOST_COLUMNS, MOST_ROWS, within } from "./areas.ts";
import { excelFormula, refersToSheet, shifted } from "./formula.ts";
import type { Lists } from "./hidden-sheet.ts";
import { fittedHeights } from "./row-heights.ts";
import { type StoredExact, type StoredFormula, type StoredSheet, type StoredValue, storedArea } from "./stored.ts";
import {
  COLUMN_WIDTH,
  colorOf,
  formatKey,
  formatThroughFile,
  PIXELS_PER_CHARACTER,
  PIXELS_PER_POINT,
  sameFormat,
  styleOf,
} from "./style.ts";
import { fittingText, literal } from "./text.ts";
import { excelValidation, storedValidations } from "./validation.ts";
import { cellComputing, cellShowing, identicalValue, seenInFile } from "./values.ts";

/** The widest sheet, in pixels, that is printed upright. */
const PORTRAIT_WIDTH = 1000;
/** How many rows below the last that is used an input block stays open for typing in a protected sheet. */
const OPEN_ROWS_BELOW = 100;
/** A heading that freezes more rows than this is not repeated on each printed page. */
const MOST_HEADING_ROWS = 12;

/** What the sheets of a file share: the formats that are stored, the dropdowns' lists, the names that changed. */
export type SharedParts = {
  readonly lists: Lists;
  readonly formats: FormatList;
  /** In small letters, names of sheets that the file spells otherwise. */
  readonly respelled: ReadonlySet<string>;
};

/** The formats that a style cannot tell exactly, with the number under which each is stored. */
export type FormatList = {
  /** Gives the number of a format, or nothing where its style says it all. */
  readonly numberOf: (format: CellFormat) => number | undefined;
  readonly all: () => readonly CellFormat[];
};

export function newFormatList(): FormatList {
  const formats: CellFormat[] = [];
  const byKey = new Map<string, number | undefined>();
  const known = new Map<CellFormat, number | undefined>();
  return {
    all: () => formats,
    numberOf(format) {
      if (known.has(format)) return known.get(format);
      const key = formatKey(format);
      if (!byKey.has(key)) {
        const told = key !== formatKey({}) && sameFormat(format, formatThroughFile(format));
        byKey.set(key, told ? undefined : formats.push(format) - 1);
      }
      const number = byKey.get(key);
      known.set(format, number);
      return number;
    },
  };
}

/** Makes a sheet for the file, under the name that the file gives it. */
export function sheetForFile(
  sheet: SheetModel,
  fileName: string,
  shared: SharedParts,
): { readonly written: WriteSheet; readonly stored: StoredSheet } {
  const cells = new Map<string, Partial<Cell>>();
  const formulas: StoredFormula[] = [];
  const values: StoredExact<NonNullable<CellModel["value"]>>[] = [];
  const notes: StoredExact<string>[] = [];
  const formatted = new Map<number, [number, number][]>();
  const styles = styleCache();
  const open = openCells(sheet);
  let lastColumn = 0;

  sheet.cells.forEach((line, row) => {
    line?.forEach((cell, column) => {
      if (!cell || row < 1 || column < 1 || row > MOST_ROWS || column > MOST_COLUMNS) return;
      lastColumn = Math.max(lastColumn, column);
      const at = [row, column] as const;
      const value = cell.value ?? null;
      const seen = seenInFile(value, cell.format?.numberFormat);
      if (value !== null && !identicalValue(value, seen)) values.push({ at, seen, value });

      let made: Partial<Cell> | undefined;
      if (cell.formula !== undefined) {
        const formula = liveFormula(cell, shared.respelled);
        made = formula === undefined ? cellShowing(value) : cellComputing(formula, value);
        formulas.push(storedFormula(sheet, cell, row, column));
      } else {
        made = cellShowing(value);
      }
      const style = styles(cell.format, open.delete(row * MOST_COLUMNS + column), typeof value === "boolean");
      if (style) made.style = style;
      if (cell.format) {
        const number = shared.formats.numberOf(cell.format);
        if (number !== undefined) {
          const sharing = formatted.get(number);
          if (sharing) sharing.push([row, column]);
          else formatted.set(number, [[row, column]]);
        }
      }
      if (cell.note !== undefined) {
        const text = fittingText(cell.note);
        if (text !== "") made.comment = { author: "Sổ 2282", text: literal(text) };
        if (text !== cell.note || text === "") notes.push({ at, seen: text === "" ? null : text, value: cell.note });
      }
      if (Object.keys(made).length > 0) cells.set(`${row - 1},${column - 1}`, made);
    });
  });
  for (const key of open) {
    const style = styles(undefined, true, false);
    if (style) cells.set(`${Math.floor(key / MOST_COLUMNS) - 1},${(key % MOST_COLUMNS) - 1}`, { style });
  }

  const validations = storedValidations(sheet);
  const columns = columnsOf(sheet, lastColumn);
  const width = columns.reduce((sum, column) => sum + (column.hidden ? 0 : (column.width ?? 0)), 0);
  const tabColor = colorOf(sheet.tabColor);
  const fitted = fittedHeights(sheet);
  const written: WriteSheet = {
    name: fileName,
    cells,
    columns,
    rowDefs: rowsOf(sheet, fitted),
    merges: sheet.merges.map((area) => ({
      startRow: area.row - 1,
      startCol: area.column - 1,
      endRow: area.row + area.rows - 2,
      endCol: area.column + area.columns - 2,
    })),
    dataValidations: validations.flatMap((validation) => excelValidation(validation, sheet, shared.lists) ?? []),
    conditionalRules: excelRules(sheet),
    view: { ...(sheet.gridlines ? {} : { showGridLines: false }), ...(tabColor ? { tabColor } : {}) },
    pageSetup: {
      paperSize: "a4",
      orientation: width * PIXELS_PER_CHARACTER > PORTRAIT_WIDTH ? "landscape" : "portrait",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    hidden: sheet.hidden,
  };
  if (sheet.frozenRows > 0 || sheet.frozenColumns > 0) {
    written.freezePane = {
      ...(sheet.frozenRows > 0 ? { rows: sheet.frozenRows } : {}),
      ...(sheet.frozenColumns > 0 ? { columns: sheet.frozenColumns } : {}),
    };
  }
  if (lockingProtection(sheet)) written.protection = { sheet: true, objects: true, scenarios: true };

  const stored: StoredSheet = {
    id: sheet.id,
    name: sheet.name,
    fileName,
    rows: sheet.rows,
    columns: sheet.columns,
    ...(sheet.tabColor === undefined ? {} : { tabColor: sheet.tabColor }),
    gridlines: sheet.gridlines,
    frozen: [sheet.frozenRows, sheet.frozenColumns],
    columnWidths: [...sheet.columnWidths],
    rowHeights: [...sheet.rowHeights],
    fittedHeights: [...fitted],
    sizedColumns: columns.length,
    formulas,
    values,
    notes,
    formats: [...formatted].map(([format, places]) => ({ format, areas: areasOf(places).map(storedArea) })),
    validations,
    conditionalFormats: sheet.conditionalFormats.map(({ areas, ...rule }) => ({ areas: areas.map(storedArea), rule })),
    protections: sheet.protections.map(({ area, unprotected, ...protection }) => ({
      ...protection,
      ...(area ? { area: storedArea(area) } : {}),
      unprotected: unprotected.map(storedArea),
    })),
  };
  return { written, stored };
}

/** Says which rows a printed page repeats, as Excel's name for them; nothing where none is frozen. */
export function headingRows(sheet: SheetModel): string | undefined {
  return sheet.frozenRows > 0 && sheet.frozenRows <= MOST_HEADING_ROWS ? `$1:$${sheet.frozenRows}` : undefined;
}

/** A formula that the file may hold as such: no spill, nothing that Excel or LibreOffice computes otherwise. */
function liveFormula(cell: CellModel, respelled: ReadonlySet<string>): string | undefined {
  if (cell.formula === undefined || (cell.spill && cell.spill.rows * cell.spill.columns > 1)) return undefined;
  const formula = excelFormula(cell.formula);
  return formula === undefined || refersToSheet(formula, respelled) ? undefined : formula;
}

function storedFormula(sheet: SheetModel, cell: CellModel, row: number, column: number): StoredFormula {
  const seen = seenInFile(cell.value ?? null, cell.format?.numberFormat);
  const stored: StoredFormula = { at: [row, column], formula: cell.formula ?? "", seen };
  if (!cell.spill) return stored;
  const { rows, columns } = cell.spill;
  const values = [...cellsOf({ row, column, rows, columns })].map(([spillRow, spillColumn]): StoredValue | [] => {
    const one = sheet.cells[spillRow]?.[spillColumn];
    const own = spillRow === row && spillColumn === column;
    if (!own && (one?.spilledFrom?.[0] !== row || one.spilledFrom[1] !== column)) return [];
    return seenInFile(one?.value ?? null, one?.format?.numberFormat);
  });
  return { ...stored, spill: { rows, columns, values } };
}

/** Makes a style once for all cells that share a format. */
function styleCache() {
  const kinds = Array.from({ length: 4 }, () => new Map<CellFormat | undefined, ReturnType<typeof styleOf>>());
  return (format: CellFormat | undefined, unlocked: boolean, holdsTruth: boolean) => {
    const styles = kinds[(unlocked ? 2 : 0) + (holdsTruth ? 1 : 0)];
    if (!styles) return undefined;
    if (!styles.has(format)) styles.set(format, styleOf(format ?? {}, unlocked, holdsTruth));
    return styles.get(format);
  };
}

function lockingProtection(sheet: SheetModel) {
  return sheet.protections.find(({ kind, warningOnly }) => kind === "sheet" && !warningOnly);
}

/** The cells that stay open for typing in a protected sheet, each as row × 16,384 + column. */
function openCells(sheet: SheetModel): Set<number> {
  const open = new Set<number>();
  const protection = lockingProtection(sheet);
  if (!protection) return open;
  const lastRow = Math.min(sheet.rows, Math.max(sheet.cells.length - 1, 0) + OPEN_ROWS_BELOW);
  for (const area of protection.unprotected) {
    const hole = within(area, lastRow, sheet.columns);
    if (!hole) continue;
    for (const [row, column] of cellsOf(hole)) open.add(row * MOST_COLUMNS + column);
  }
  return open;
}

function columnsOf(sheet: SheetModel, lastColumn: number): ColumnDef[] {
  const used = Math.max(lastColumn, ...sheet.columnWidths.keys(), ...sheet.hiddenColumns);
  return Array.from({ length: Math.min(used, MOST_COLUMNS) }, (_, index) => {
    const pixels = sheet.columnWidths.get(index + 1) ?? COLUMN_WIDTH;
    const hidden = sheet.hiddenColumns.has(index + 1);
    return { width: rounded(pixels / PIXELS_PER_CHARACTER), ...(hidden ? { hidden } : {}) };
  });
}

function rowsOf(sheet: SheetModel, fitted: ReadonlyMap<number, number>): NonNullable<WriteSheet["rowDefs"]> {
  const rows: NonNullable<WriteSheet["rowDefs"]> = new Map();
  for (const [row, pixels] of [...fitted, ...sheet.rowHeights])
    rows.set(row - 1, { height: rounded(pixels / PIXELS_PER_POINT) });
  for (const row of sheet.hiddenRows) rows.set(row - 1, { ...rows.get(row - 1), hidden: true });
  return rows;
}

function excelRules(sheet: SheetModel): ConditionalRule[] {
  const rules: ConditionalRule[] = [];
  for (const { areas, formula, background, fontColor, bold } of sheet.conditionalFormats) {
    const written = excelFormula(formula, true);
    const [first] = areas;
    if (written === undefined || !first) continue;
    const fill = colorOf(background);
    const color = colorOf(fontColor);
    const font = { ...(bold ? { bold } : {}), ...(color ? { color } : {}) };
    // Each area has a rule of its own: programs do not agree which cell a rule over several areas is relative to.
    for (const area of areas) {
      rules.push({
        type: "expression",
        priority: rules.length + 1,
        formula: shifted(written, area.row - first.row, area.column - first.column),
        range: areaName(area),
        stopIfTrue: true,
        style: {
          ...(Object.keys(font).length > 0 ? { font } : {}),
          // Excel takes the fill of a conditional format from its background colour, others from the foreground.
          ...(fill ? { fill: { type: "pattern", pattern: "solid", fgColor: fill, bgColor: fill } } : {}),
        },
      });
    }
  }
  return rules;
}

function rounded(size: number): number {
  return Math.round(size * 10_000) / 10_000;
}
