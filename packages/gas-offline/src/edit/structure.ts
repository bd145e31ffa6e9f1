/**
 * Inserts, deletes and moves rows and columns of a sheet. Everything that belongs to their cells moves along, and all
 * references of the workbook follow. Checks no permission and evaluates nothing.
 */

import { shifted } from "a1";
import { type CellModel, type ConditionalFormat, ensureCell, type SheetModel, type WorkbookModel } from "../model.ts";
import { moveDrawings } from "./drawings.ts";
import { clearSpills, rewriteFormulas } from "./formulas.ts";
import { areaAfter, areasAfter, type LineChange, lineAfter, lineBefore, rearranged } from "./lines.ts";
import { referenceAfter, rewriteReferences } from "./references.ts";

/** Tells whether lines are added behind all others: then nothing moves. */
export function isAppending(sheet: SheetModel, { kind, axis, at }: LineChange): boolean {
  return kind === "insert" && at === sheet[axis] + 1;
}

/**
 * Applies a change of rows or columns to a sheet and to every formula that refers to it. It removes spilled values, so
 * all formulas must be evaluated afterwards, unless the change only appends.
 */
export function changeLines(workbook: WorkbookModel, sheet: SheetModel, change: LineChange): void {
  if (!isAppending(sheet, change)) {
    clearSpills(sheet);
    replace(
      sheet.conditionalFormats,
      sheet.conditionalFormats.flatMap((rule) => carriedRule(rule, change)),
    );
    followLines(workbook, sheet, change);
    shiftCells(sheet, change);
    moveAreas(sheet, change);
    sheet.drawings = moveDrawings(sheet.drawings, change);
  }
  moveSizes(sheet, change);
  if (change.kind === "insert") inherit(sheet, change);
}

function followLines(workbook: WorkbookModel, sheet: SheetModel, change: LineChange): void {
  const name = sheet.name.toLowerCase();
  const spelled = name.replaceAll("'", "''");
  rewriteFormulas(workbook, (formula, own) => {
    // Most formulas of other sheets do not refer to this one: a workbook may have hundreds of sheets.
    if (own !== sheet && !formula.toLowerCase().includes(spelled)) return formula;
    return rewriteReferences(formula, (reference) => {
      const isMeant = reference.sheet === undefined ? own === sheet : reference.sheet.toLowerCase() === name;
      return isMeant ? referenceAfter(reference, change, sheet[change.axis]) : reference;
    });
  });
}

/**
 * Returns a conditional format over the cells that are left. Its formula, still in old references, is made relative to
 * the cell that is now the first.
 */
function carriedRule(rule: ConditionalFormat, change: LineChange): readonly ConditionalFormat[] {
  const areas = rule.areas.flatMap((area) => areasAfter(change, area));
  const [was] = rule.areas;
  const [now] = areas;
  if (!was || !now) return [];
  const before = (line: number) => lineBefore(change, line) ?? line;
  const down = (change.axis === "rows" ? before(now.row) : now.row) - was.row;
  const right = (change.axis === "columns" ? before(now.column) : now.column) - was.column;
  return [{ ...rule, areas, formula: shifted(rule.formula, down, right) }];
}

function shiftCells(sheet: SheetModel, change: LineChange): void {
  if (change.axis === "rows") {
    replace(sheet.cells, rearranged(sheet.cells, change));
    return;
  }
  sheet.cells.forEach((line, row) => {
    sheet.cells[row] = line && rearranged(line, change);
  });
}

function moveAreas(sheet: SheetModel, change: LineChange): void {
  const merges = sheet.merges.flatMap((merge) => areaAfter(change, merge) ?? []);
  replace(
    sheet.merges,
    merges.filter(({ rows, columns }) => rows * columns > 1),
  );
  const kept = sheet.protections.filter((protection) => {
    protection.unprotected = protection.unprotected.flatMap((hole) => areasAfter(change, hole));
    if (!protection.area) return true;
    const area = areaAfter(change, protection.area);
    if (area) protection.area = area;
    return area !== undefined;
  });
  replace(sheet.protections, kept);
}

function moveSizes(sheet: SheetModel, change: LineChange): void {
  const [sizes, hidden, frozen] =
    change.axis === "rows"
      ? ([sheet.rowHeights, sheet.hiddenRows, sheet.frozenRows] as const)
      : ([sheet.columnWidths, sheet.hiddenColumns, sheet.frozenColumns] as const);
  const sizesBefore = [...sizes];
  const hiddenBefore = [...hidden];
  sizes.clear();
  hidden.clear();
  for (const [line, size] of sizesBefore) {
    const now = lineAfter(change, line);
    if (now !== undefined) sizes.set(now, size);
  }
  for (const line of hiddenBefore) {
    const now = lineAfter(change, line);
    if (now !== undefined) hidden.add(now);
  }
  if (change.kind === "move") return;
  // Lines that come among the frozen ones, or go from among them, change how many are frozen.
  const shift = change.kind === "insert" ? change.count : -Math.min(change.count, frozen - change.at + 1);
  const isAmongFrozen = change.at <= frozen;
  if (change.axis === "rows") {
    sheet.rows += change.kind === "insert" ? change.count : -change.count;
    if (isAmongFrozen) sheet.frozenRows += shift;
  } else {
    sheet.columns += change.kind === "insert" ? change.count : -change.count;
    if (isAmongFrozen) sheet.frozenColumns += shift;
  }
}

/**
 * Gives inserted lines the formats and rules of the line before them. At the sheet's beginning the line behind gives
 * them.
 */
function inherit(sheet: SheetModel, { axis, at, count }: LineChange): void {
  const model = at > 1 ? at - 1 : at + count;
  const give = (cell: CellModel | undefined, row: number, column: number, down: number, right: number): void => {
    if (!cell?.format && !cell?.validation) return;
    const added = ensureCell(sheet, row, column);
    if (cell.format) added.format = cell.format;
    const { validation } = cell;
    if (validation?.kind === "formula") {
      added.validation = { ...validation, formula: shifted(validation.formula, down, right) };
    } else if (validation) added.validation = validation;
  };
  for (let line = at; line < at + count; line++) {
    if (axis === "rows") {
      sheet.cells[model]?.forEach((cell, column) => {
        give(cell, line, column, line - model, 0);
      });
    } else {
      sheet.cells.forEach((cells, row) => {
        give(cells?.[model], row, line, 0, line - model);
      });
    }
  }
}

function replace<Item>(items: Item[], now: readonly Item[]): void {
  items.length = 0;
  now.forEach((item, index) => {
    items[index] = item;
  });
}
