/** What cells look like, what is noted beside them and which validations they have: read, set and cleared. */

import { shifted } from "a1";
import { clearRules } from "../edit/rules.ts";
import {
  type Area,
  type CellFormat,
  type CellModel,
  cellAt,
  ensureCell,
  type FormatChange,
  type SheetModel,
  type Validation,
} from "../model.ts";
import { requireEdit } from "./access.ts";
import { clearCells, eachCell, requireSize } from "./cells.ts";
import type { HostContext } from "./context.ts";

type GoogleRange = GoogleAppsScript.Spreadsheet.Range;

/** How Google spells a number format that nobody has set; setting it makes the format automatic again. */
const AUTOMATIC = "General";

/** Makes the methods of a range that have to do with looks and notes. */
export function lookMethods(
  context: HostContext,
  sheet: SheetModel,
  area: Area,
  self: () => GoogleRange,
): Partial<GoogleRange> {
  const read = <Item>(find: (cell: CellModel | undefined) => Item): Item[][] =>
    Array.from({ length: area.rows }, (_, down) =>
      Array.from({ length: area.columns }, (_, right) => find(cellAt(sheet, area.row + down, area.column + right))),
    );
  const setFormats = (
    key: "numberFormat" | "background",
    grid: readonly (readonly (string | null)[])[],
    none?: string,
  ) => {
    requireSize(context, area, grid);
    requireEdit(context, sheet, area);
    for (const { row, column, down, right } of eachCell(area)) {
      const given = grid[down]?.[right] ?? none;
      const { [key]: _, ...others } = cellAt(sheet, row, column)?.format ?? {};
      ensureCell(sheet, row, column).format =
        given === none || given === undefined ? others : { ...others, [key]: given };
    }
    context.changed.push({ sheet, area });
    return self();
  };
  const setNotes = (notes: readonly (readonly (string | null)[])[]) => {
    requireSize(context, area, notes);
    requireEdit(context, sheet, area);
    for (const { row, column, down, right } of eachCell(area)) {
      const note = notes[down]?.[right];
      if (note) ensureCell(sheet, row, column).note = String(note);
      else delete cellAt(sheet, row, column)?.note;
    }
    return self();
  };
  const look = (change: FormatChange) => {
    requireEdit(context, sheet, area);
    changeFormat(sheet, area, change);
    return self();
  };
  return {
    getNote: () => cellAt(sheet, area.row, area.column)?.note ?? "",
    setNote: (note) => setNotes(filledGrid(area, note)),
    getNumberFormat: () => cellAt(sheet, area.row, area.column)?.format?.numberFormat ?? AUTOMATIC,
    setNumberFormat: (pattern) => setFormats("numberFormat", filledGrid(area, pattern), AUTOMATIC),
    getBackground: () => cellAt(sheet, area.row, area.column)?.format?.background ?? "#ffffff",
    setBackground: (colour) => setFormats("background", filledGrid(area, colour)),
    setFontWeight: (weight) => look({ bold: weight === "bold" ? true : null }),
    setFontColor: (colour) => look({ fontColor: colour }),
    setWrap: (wrap) => look({ wrap }),
    getNotes: () => read((cell) => cell?.note ?? ""),
    setNotes,
    clearNote() {
      requireEdit(context, sheet, area);
      for (const { row, column } of eachCell(area)) delete cellAt(sheet, row, column)?.note;
      return self();
    },
    getNumberFormats: () => read((cell) => cell?.format?.numberFormat ?? AUTOMATIC),
    setNumberFormats: (patterns) => setFormats("numberFormat", patterns, AUTOMATIC),
    getBackgrounds: () => read((cell) => cell?.format?.background ?? "#ffffff"),
    setBackgrounds: (colours) => setFormats("background", colours),
    /** Conditional formats go too, as at Google. */
    clearFormat() {
      clearLooks(context, sheet, area);
      return self();
    },
    clearContent() {
      clearCells(context, sheet, area);
      return self();
    },
  };
}

/** Clears the looks of cells, conditional formats too. */
export function clearLooks(context: HostContext, sheet: SheetModel, area: Area): void {
  requireEdit(context, sheet, area);
  for (const { row, column } of eachCell(area)) delete cellAt(sheet, row, column)?.format;
  clearRules(sheet, area);
  context.changed.push({ sheet, area });
}

/** Sets one validation on all cells, or on none. A formula is relative to the first cell. */
export function setValidation(
  context: HostContext,
  sheet: SheetModel,
  area: Area,
  validation: Validation | undefined,
): void {
  requireEdit(context, sheet, area);
  for (const { row, column, down, right } of eachCell(area)) {
    const own =
      validation?.kind === "formula"
        ? { ...validation, formula: shifted(validation.formula, down, right) }
        : validation;
    placeValidation(sheet, row, column, own);
  }
}

/** Puts a validation on a cell, or takes it off. */
export function placeValidation(
  sheet: SheetModel,
  row: number,
  column: number,
  validation: Validation | undefined,
): void {
  if (validation) ensureCell(sheet, row, column).validation = validation;
  else delete cellAt(sheet, row, column)?.validation;
}

/** Changes the format of an area's cells. Cells with the same format before share one object afterwards. */
export function changeFormat(sheet: SheetModel, area: Area, change: FormatChange): void {
  const gone = Object.entries(change).flatMap(([key, value]) => (value === null ? [key] : []));
  const changeOf = (was: CellFormat | undefined): CellFormat =>
    Object.fromEntries(Object.entries({ ...was, ...change }).filter(([key]) => !gone.includes(key)));
  const shared = new Map<CellFormat | undefined, CellFormat>();
  for (const { row, column } of eachCell(area)) {
    const cell = ensureCell(sheet, row, column);
    const was = cell.format;
    const now = shared.get(was) ?? changeOf(was);
    shared.set(was, now);
    cell.format = now;
  }
}

/** A grid of an area's size with the same in each cell. */
function filledGrid<Item>({ rows, columns }: Area, item: Item): Item[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => item));
}
