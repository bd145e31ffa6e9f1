/** Renames, removes, copies and reorders the sheets of a workbook; formulas follow. Checks no permission. */

import { withSheetsRenamed } from "a1";
import { type CellModel, newSheet, type ProtectionModel, type SheetModel, type WorkbookModel } from "../model.ts";
import { withSheetsOfChartsRenamed } from "./drawings.ts";
import { rewriteFormulas } from "./formulas.ts";
import { rewriteReferences } from "./references.ts";

/** Gives a sheet another name, in every formula too; texts such as INDIRECT's stay, as at Google. */
export function renameSheet(workbook: WorkbookModel, sheet: SheetModel, name: string): void {
  const names = new Map([[sheet.name.toLowerCase(), name]]);
  sheet.name = name;
  rewriteFormulas(workbook, (formula) => withSheetsRenamed(formula, names));
}

/** Removes a sheet; what referred to it becomes `#REF!`. */
export function removeSheet(workbook: WorkbookModel, sheet: SheetModel): void {
  workbook.sheets.splice(workbook.sheets.indexOf(sheet), 1);
  const name = sheet.name.toLowerCase();
  const spelled = name.replaceAll("'", "''");
  rewriteFormulas(workbook, (formula) => {
    if (!formula.toLowerCase().includes(spelled)) return formula;
    return rewriteReferences(formula, (reference) => (reference.sheet?.toLowerCase() === name ? undefined : reference));
  });
}

/** Moves a sheet to a place among the others, counted from 1. */
export function moveSheet(workbook: WorkbookModel, sheet: SheetModel, position: number): void {
  workbook.sheets.splice(workbook.sheets.indexOf(sheet), 1);
  workbook.sheets.splice(position - 1, 0, sheet);
}

/** Adds a copy of a sheet at an index counted from 0. As at Google, protections stay behind. */
export function duplicateSheet(workbook: WorkbookModel, sheet: SheetModel, index: number): SheetModel {
  workbook.lastId++;
  const copy = copySheet(sheet, workbook.lastId, freeTitle(workbook, `Bản sao của ${sheet.name}`));
  workbook.sheets.splice(index, 0, copy);
  return copy;
}

/** Makes a copy's title one that no other sheet has. */
function freeTitle(workbook: WorkbookModel, wanted: string): string {
  const taken = workbook.sheets.map(({ name }) => name.toLowerCase());
  let title = wanted;
  for (let count = 1; taken.includes(title.toLowerCase()); count++) title = `${wanted} ${count}`;
  return title;
}

/**
 * Copies a workbook as Google does: editors and what an add-on keeps for the document stay behind, and so do range
 * protections unless `keepsRangeProtections`.
 */
export function copyWorkbook(
  workbook: WorkbookModel,
  id: string,
  name: string,
  owner: string,
  keepsRangeProtections: boolean,
): WorkbookModel {
  const sheets = workbook.sheets.map((sheet) => {
    const copy = copySheet(sheet, sheet.id, sheet.name);
    const kept = sheet.protections.filter(({ kind }) => kind === "sheet" || keepsRangeProtections);
    copy.protections.push(
      ...kept.map((each): ProtectionModel => ({ ...each, editors: [owner], unprotected: [...each.unprotected] })),
    );
    return copy;
  });
  return { ...workbook, id, name, owner, editors: [], sheets, documentProperties: new Map() };
}

function copySheet(sheet: SheetModel, id: number, name: string): SheetModel {
  const copy = newSheet(id, name, sheet.rows, sheet.columns);
  sheet.cells.forEach((line, row) => {
    copy.cells[row] = line?.map((cell) => cell && copyCell(cell));
  });
  copy.conditionalFormats.push(...sheet.conditionalFormats);
  copy.merges.push(...sheet.merges);
  for (const [index, width] of sheet.columnWidths) copy.columnWidths.set(index, width);
  for (const [index, height] of sheet.rowHeights) copy.rowHeights.set(index, height);
  for (const index of sheet.hiddenRows) copy.hiddenRows.add(index);
  for (const index of sheet.hiddenColumns) copy.hiddenColumns.add(index);
  copy.frozenRows = sheet.frozenRows;
  copy.frozenColumns = sheet.frozenColumns;
  copy.hidden = sheet.hidden;
  copy.gridlines = sheet.gridlines;
  copy.drawings = withSheetsOfChartsRenamed(sheet.drawings, new Map([[sheet.name.toLowerCase(), name]]));
  if (sheet.tabColor !== undefined) copy.tabColor = sheet.tabColor;
  return copy;
}

/** Copies a cell's content and looks; what another cell's formula fills stays behind. */
function copyCell(cell: CellModel): CellModel {
  const { spilledFrom, spill, ...kept } = cell;
  if (spilledFrom || spill) delete kept.value;
  return kept;
}
