/**
 * Does what a person does in the grid, as the context's user. Checks protections, validations and merged cells, and
 * refuses in Google's words. An action is done completely or not at all.
 */

import type { Action, Place } from "./edit/action.ts";
import { contains, intersects } from "./edit/areas.ts";
import { sortRows } from "./edit/sort.ts";
import type { Area, SheetModel } from "./model.ts";
import { requireEdit, wholeSheet } from "./services/access.ts";
import { changeFormat, clearLooks, setValidation } from "./services/cell-looks.ts";
import { clearCells, writeValues } from "./services/cells.ts";
import { fail, type HostContext } from "./services/context.ts";
import { freezeLines, resizeLines, restructure, setLinesHidden } from "./services/lines.ts";
import { breakCells, mergeCells } from "./services/merges.ts";
import { cutCells, growTo, pasteCells } from "./services/paste.ts";
import { addTab, colourTab, deleteTab, duplicateTab, moveTab, renameTab, setTabHidden } from "./services/tabs.ts";

/** Does what a person does in the grid, or throws Google's error. Formulas must be evaluated afterwards. */
export function perform(context: HostContext, action: Action): void {
  const sheet = sheetWithId(context, action.sheet);
  if ("area" in action) requireInSheet(context, sheet, action.area);
  switch (action.kind) {
    case "type":
      writeTyped(context, sheet, action, [[action.value]], true);
      break;
    case "pasteText":
      writeTyped(context, sheet, action, action.texts, false);
      break;
    case "copyPaste": {
      const target = targetOf(context, action.area, action.to);
      pasteCells(context, { sheet, area: action.area }, target, action.what ?? "all");
      break;
    }
    case "cutPaste":
      cutCells(context, { sheet, area: action.area }, targetOf(context, action.area, action.to));
      break;
    case "clearContent":
      clearCells(context, sheet, action.area);
      break;
    case "clearAll":
      clearCells(context, sheet, action.area);
      clearLooks(context, sheet, action.area);
      setValidation(context, sheet, action.area, undefined);
      break;
    case "clearValidation":
      setValidation(context, sheet, action.area, undefined);
      break;
    case "merge":
      mergeCells(context, sheet, action.area);
      break;
    case "unmerge":
      breakCells(context, sheet, action.area);
      break;
    case "insertRows":
      restructure(context, sheet, { kind: "insert", axis: "rows", at: action.at, count: action.count });
      break;
    case "insertColumns":
      restructure(context, sheet, { kind: "insert", axis: "columns", at: action.at, count: action.count });
      break;
    case "deleteRows":
      restructure(context, sheet, { kind: "delete", axis: "rows", at: action.at, count: action.count });
      break;
    case "deleteColumns":
      restructure(context, sheet, { kind: "delete", axis: "columns", at: action.at, count: action.count });
      break;
    case "moveRows":
    case "moveColumns": {
      const { at, count, before } = action;
      const axis = action.kind === "moveRows" ? "rows" : "columns";
      restructure(context, sheet, { kind: "move", axis, at, count, to: before });
      break;
    }
    case "hideRows":
    case "showRows":
      setLinesHidden(context, sheet, "rows", action, action.kind === "hideRows");
      break;
    case "hideColumns":
    case "showColumns":
      setLinesHidden(context, sheet, "columns", action, action.kind === "hideColumns");
      break;
    case "resizeRows":
    case "resizeColumns":
      resizeLines(context, sheet, action.kind === "resizeRows" ? "rows" : "columns", action, action.pixels);
      break;
    case "freeze":
      freezeLines(context, sheet, action);
      break;
    case "sortRange":
      sortCells(context, sheet, action);
      break;
    case "setFormat":
      requireEdit(context, sheet, action.area);
      changeFormat(sheet, action.area, action.format);
      context.changed.push({ sheet, area: action.area });
      break;
    case "renameSheet":
      renameTab(context, sheet, action.name);
      break;
    case "addSheet":
      addTab(context, action.name, context.workbook.sheets.indexOf(sheet) + 1);
      break;
    case "duplicateSheet":
      duplicateTab(context, sheet, context.workbook.sheets.indexOf(sheet) + 1);
      break;
    case "deleteSheet":
      deleteTab(context, sheet);
      break;
    case "hideSheet":
    case "showSheet":
      setTabHidden(context, sheet, action.kind === "hideSheet");
      break;
    case "moveSheet":
      moveTab(context, sheet, action.position);
      break;
    case "colourSheet":
      colourTab(context, sheet, action.colour);
      break;
  }
}

function requireInSheet(context: HostContext, sheet: SheetModel, area: Area): void {
  if (area.rows >= 1 && area.columns >= 1 && contains(wholeSheet(sheet), area)) return;
  fail(context, "The coordinates of the range are outside the dimensions of the sheet.");
}

function sheetWithId(context: HostContext, id: number): SheetModel {
  return context.workbook.sheets.find((sheet) => sheet.id === id) ?? fail(context, "The sheet does not exist.");
}

/** Returns the cells into which an area is pasted. As at Google, the sheet grows if they reach beyond it. */
function targetOf(context: HostContext, { rows, columns }: Area, to: Place & { readonly sheet: number }) {
  const sheet = sheetWithId(context, to.sheet);
  return { sheet, area: { row: to.row, column: to.column, rows, columns } };
}

function writeTyped(
  context: HostContext,
  sheet: SheetModel,
  { row, column }: Place,
  given: readonly (readonly (string | number | boolean | null)[])[],
  isHeldAgainstRules: boolean,
): void {
  const columns = Math.max(0, ...given.map((line) => line.length));
  if (columns === 0) return;
  const area = { row, column, rows: given.length, columns };
  if (!isHeldAgainstRules) growTo(context, sheet, area);
  requireInSheet(context, sheet, area);
  const values = given.map((line, down) =>
    Array.from({ length: columns }, (_, right) => {
      const value = line[right] ?? null;
      const format = sheet.cells[row + down]?.[column + right]?.format?.numberFormat;
      // What a person types into a plain-text cell stays text, a formula too; a script's does not.
      return format === "@" && typeof value === "string" && value.startsWith("=") ? `'${value}` : value;
    }),
  );
  writeValues(context, sheet, area, values, isHeldAgainstRules);
}

function sortCells(
  context: HostContext,
  sheet: SheetModel,
  { area, column, ascending }: { readonly area: Area; readonly column: number; readonly ascending: boolean },
): void {
  requireEdit(context, sheet, area);
  if (column < area.column || column >= area.column + area.columns) {
    fail(context, "The column to sort by must be in the range.");
  }
  // Google refuses so; the sentence is remembered from its dialogue, not documented.
  if (sheet.merges.some((merge) => intersects(merge, area))) {
    fail(context, "You can't sort a range containing merged cells.");
  }
  sortRows(sheet, area, column, ascending);
  context.restructured = true;
  context.shifted.add(sheet.id);
}
