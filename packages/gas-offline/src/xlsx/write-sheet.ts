/**
 * Writes one sheet into a file: what .xlsx can show, and beside it what only the stored part can hold. Changes nothing
 * in the workbook.
 */

import { areaName, MOST_COLUMNS, MOST_ROWS, shifted } from "a1";
import type { Cell, ConditionalRule, WriteSheet } from "hucre/xlsx";
import type { CellModel, ProtectionModel, SheetModel } from "../model.ts";
import { areasOf, cellsOf, within } from "./areas.ts";
import { excelFormula } from "./formula.ts";
import { formulaForFile, storedFormula } from "./formula-cells.ts";
import { type Lists, PROGRAM } from "./hidden-sheet.ts";
import { fittedHeights } from "./row-heights.ts";
import { type FormatList, styleCache } from "./shared-formats.ts";
import { columnDefinitions, PIXELS_PER_CHARACTER, rowDefinitions } from "./sizes.ts";
import { type StoredExact, type StoredFormula, type StoredSheet, storedArea } from "./stored.ts";
import { colorOf } from "./style.ts";
import { escapedText, textForFile } from "./text.ts";
import { excelValidation, storedValidations } from "./validation.ts";
import { displayedInFile, formulaCell, identicalValue, valueCell } from "./values.ts";

/** The widest sheet, in pixels, that is printed upright. */
const PORTRAIT_WIDTH = 1000;
/** A heading that freezes more rows than this is not repeated on each printed page. */
const MOST_HEADING_ROWS = 12;

/** What the sheets of a file share: the formats that are stored, the dropdowns' lists, the names that stay. */
export type SharedParts = {
  readonly lists: Lists;
  readonly formats: FormatList;
  /** In small letters, the sheets that the file calls by the workbook's name. */
  readonly sheetNames: ReadonlySet<string>;
};

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
      const seen = displayedInFile(value, cell.format?.numberFormat);
      if (value !== null && !identicalValue(value, seen)) values.push({ at, seen, value });

      let made: Partial<Cell> | undefined;
      if (cell.formula !== undefined) {
        const formula = formulaForFile(cell, shared.sheetNames);
        made = formula === undefined ? valueCell(value) : formulaCell(formula, value);
        formulas.push(storedFormula(sheet, cell, row, column));
      } else {
        made = valueCell(value);
      }
      const style = styles(cell.format, open.take(row, column), typeof value === "boolean");
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
        const text = textForFile(cell.note);
        if (text !== "") made.comment = { author: PROGRAM, text: escapedText(text) };
        if (text !== cell.note || text === "") notes.push({ at, seen: text === "" ? null : text, value: cell.note });
      }
      if (Object.keys(made).length > 0) cells.set(`${row - 1},${column - 1}`, made);
    });
  });
  for (const [row, column] of open.left()) {
    const style = styles(undefined, true, false);
    if (style) cells.set(`${row - 1},${column - 1}`, { style });
  }

  const validations = storedValidations(sheet);
  const columns = columnDefinitions(sheet, lastColumn);
  const width = columns.reduce((sum, column) => sum + (column.hidden ? 0 : (column.width ?? 0)), 0);
  const tabColor = colorOf(sheet.tabColor);
  const fitted = fittedHeights(sheet);
  const rowDefs = rowDefinitions(sheet, fitted);
  // The library writes rows only as far as there are cells, without later rows that have a height or are hidden.
  const lastSized = Math.max(-1, ...rowDefs.keys());
  if (lastSized >= 0 && !cells.has(`${lastSized},0`)) cells.set(`${lastSized},0`, {});
  const written: WriteSheet = {
    name: fileName,
    cells,
    columns,
    rowDefs,
    merges: sheet.merges.map((area) => ({
      startRow: area.row - 1,
      startCol: area.column - 1,
      endRow: area.row + area.rows - 2,
      endCol: area.column + area.columns - 2,
    })),
    dataValidations: validations.flatMap((validation) => excelValidation(validation, sheet, shared) ?? []),
    conditionalRules: excelRules(sheet, shared.sheetNames),
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

/** Names the rows that a printed page repeats, as Excel does. Undefined if no row is frozen. */
export function headingRows(sheet: SheetModel): string | undefined {
  return sheet.frozenRows > 0 && sheet.frozenRows <= MOST_HEADING_ROWS ? `$1:$${sheet.frozenRows}` : undefined;
}

/** Makes the conditional formats of a sheet, without those whose formula Excel cannot compute. */
function excelRules(sheet: SheetModel, sheetNames: ReadonlySet<string>): ConditionalRule[] {
  const rules: ConditionalRule[] = [];
  for (const { areas, formula, background, fontColor, bold } of sheet.conditionalFormats) {
    const written = excelFormula(formula, sheetNames, true);
    const [first] = areas;
    if (written === undefined || !first) continue;
    const fill = colorOf(background);
    const color = colorOf(fontColor);
    const font = { ...(bold ? { bold } : {}), ...(color ? { color } : {}) };
    // Each area has its own rule: programs disagree about the cell that a rule over several areas is relative to.
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

/** So many rows below the last used one stay unlocked in an input block of a protected sheet. */
const OPEN_ROWS_BELOW = 100;

/** Finds the protection that locks a sheet, if one does. */
function lockingProtection(sheet: SheetModel): ProtectionModel | undefined {
  return sheet.protections.find(({ kind, warningOnly }) => kind === "sheet" && !warningOnly);
}

/** Unlocked cells, ticked off one by one. */
type OpenCells = {
  /** Tells whether a cell is among them, and takes it out. */
  readonly take: (row: number, column: number) => boolean;
  readonly left: () => Iterable<readonly [row: number, column: number]>;
};

/** Finds the cells that stay open for typing in a protected sheet. */
function openCells(sheet: SheetModel): OpenCells {
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
