/** What a user does to a whole sheet: add, rename, copy, move, colour, hide and delete it. */
import { duplicateSheet, moveSheet, removeSheet, renameSheet } from "../edit/sheets.ts";
import { newSheet, type SheetModel } from "../model.ts";
import { requireEdit, requireEditor, requireStructure, wholeSheet } from "./access.ts";
import { fail, type HostContext } from "./context.ts";
import { requireRoom } from "./lines.ts";

/** Throws Google's error for a title that a sheet cannot have. */
function requireTitle(context: HostContext, title: string, own?: SheetModel): void {
  const taken = context.workbook.sheets.some(
    (sheet) => sheet !== own && sheet.name.toLowerCase() === title.toLowerCase(),
  );
  if (taken) fail(context, `A sheet with the name "${title}" already exists. Please enter another name.`);
  if (title === "" || title.length > 100) fail(context, "Invalid sheet name.");
}

/** Gives a sheet another title, which formulas follow. */
export function renameTab(context: HostContext, sheet: SheetModel, title: string): void {
  requireTitle(context, title, sheet);
  requireStructure(context, sheet);
  renameSheet(context.workbook, sheet, title);
}

/** Adds an empty sheet of this title at an index counted from 0. */
export function addTab(context: HostContext, title: string, index: number): SheetModel {
  requireTitle(context, title);
  requireEditor(context);
  const { workbook } = context;
  const sheet = newSheet(workbook.lastId + 1, title);
  requireRoom(context, sheet.rows * sheet.columns);
  workbook.lastId++;
  workbook.sheets.splice(index, 0, sheet);
  return sheet;
}

/** Adds a copy of a sheet at an index counted from 0. */
export function duplicateTab(context: HostContext, sheet: SheetModel, index: number): SheetModel {
  requireEditor(context);
  requireRoom(context, sheet.rows * sheet.columns);
  const copy = duplicateSheet(context.workbook, sheet, index);
  context.changed.push({ sheet: copy, area: wholeSheet(copy) });
  return copy;
}

/** Deletes a sheet; formulas that refer to it lose it. Protected cells of it must be open to the user. */
export function deleteTab(context: HostContext, sheet: SheetModel): void {
  requireEdit(context, sheet, wholeSheet(sheet));
  requireStructure(context, sheet);
  if (isLastShown(context, sheet)) fail(context, "You can't remove all the visible sheets in a document.");
  removeSheet(context.workbook, sheet);
}

/** Moves a sheet to a place among the others, counted from 1. */
export function moveTab(context: HostContext, sheet: SheetModel, position: number): void {
  requireStructure(context, sheet);
  const { sheets } = context.workbook;
  if (position < 1 || position > sheets.length) fail(context, "The sheet's position is out of bounds.");
  moveSheet(context.workbook, sheet, position);
}

/** Hides or shows a sheet; one must be left to be seen. */
export function setTabHidden(context: HostContext, sheet: SheetModel, hidden: boolean): void {
  requireStructure(context, sheet);
  if (hidden && isLastShown(context, sheet)) fail(context, "You can't hide all the sheets in a document.");
  sheet.hidden = hidden;
}

/** Colours a sheet's tab; null takes the colour off. */
export function colourTab(context: HostContext, sheet: SheetModel, colour: string | null): void {
  requireStructure(context, sheet);
  if (colour === null) delete sheet.tabColor;
  else sheet.tabColor = colour;
}

function isLastShown({ workbook }: HostContext, sheet: SheetModel): boolean {
  return workbook.sheets.every((other) => other === sheet || other.hidden);
}
