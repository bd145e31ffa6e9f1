/** What a range's cells look like and what is noted beside them: read, set and cleared. */
import { clearRules } from "../edit/rules.ts";
import { type Area, type CellModel, cellAt, ensureCell, type SheetModel } from "../model.ts";
import { requireEdit } from "./access.ts";
import { clearCells, eachCell, requireSize } from "./cells.ts";
import type { HostContext } from "./context.ts";

type GoogleRange = GoogleAppsScript.Spreadsheet.Range;

/** How Google spells a number format that nobody has set; setting it makes the format automatic again. */
const AUTOMATIC = "General";

/** The methods of a range that have to do with looks and notes. */
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
  return {
    getNotes: () => read((cell) => cell?.note ?? ""),
    setNotes(notes) {
      requireSize(context, area, notes);
      requireEdit(context, sheet, area);
      for (const { row, column, down, right } of eachCell(area)) {
        const note = notes[down]?.[right];
        if (note) ensureCell(sheet, row, column).note = String(note);
        else delete cellAt(sheet, row, column)?.note;
      }
      return self();
    },
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
      requireEdit(context, sheet, area);
      for (const { row, column } of eachCell(area)) delete cellAt(sheet, row, column)?.format;
      clearRules(sheet, area);
      context.changed.push({ sheet, area });
      return self();
    },
    clearContent() {
      clearCells(context, sheet, area);
      return self();
    },
  };
}
