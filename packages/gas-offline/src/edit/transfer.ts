/** Copies and moves blocks of cells with all that belongs to them. Checks no permission. */

import { shifted } from "a1";
import {
  type Area,
  type CellModel,
  type ConditionalFormat,
  cellAt,
  ensureCell,
  type SheetModel,
  type WorkbookModel,
} from "../model.ts";
import { contains, movedArea } from "./areas.ts";
import { clearSpills, rewriteCellFormulas } from "./formulas.ts";
import { rewriteReferences, type WrittenReference } from "./references.ts";
import { clearRules, putRules, rulesWithin } from "./rules.ts";

/** Cells of a sheet. */
export type Cells = { readonly sheet: SheetModel; readonly area: Area };

/** What a paste brings along: everything, only the looks, only the validations, or only the values. */
export type PasteKind = "all" | "format" | "validation" | "values";

/** Returns the area that a copy fills: the copied block, repeated if the target is a multiple of it. */
export function pasteArea(copied: Area, target: Area, transposed = false): Area {
  const rows = transposed ? copied.columns : copied.rows;
  const columns = transposed ? copied.rows : copied.columns;
  const times = (size: number, room: number): number => size * Math.max(1, Math.floor(room / size));
  return { ...target, rows: times(rows, target.rows), columns: times(columns, target.columns) };
}

/** Copies a block of cells over an area as large as `pasteArea` says. */
export function copyCells(source: Cells, target: Cells, what: PasteKind, transposed = false): void {
  const { area } = source;
  const taken = takeCells(source);
  const rules = rulesWithin(source.sheet, area);
  const merges = source.sheet.merges.filter((merge) => contains(area, merge));
  const [height, width] = transposed ? [area.columns, area.rows] : [area.rows, area.columns];
  if (what === "all" || what === "format") clearRules(target.sheet, target.area);
  if (what === "all") dropMerges(target);
  for (let down = 0; down < target.area.rows; down++) {
    for (let right = 0; right < target.area.columns; right++) {
      const [line, place] = transposed ? [right % width, down % height] : [down % height, right % width];
      const from = { row: area.row + line, column: area.column + place };
      const to = { row: target.area.row + down, column: target.area.column + right };
      putCell(target.sheet, to, taken[line]?.[place], what, to.row - from.row, to.column - from.column);
    }
  }
  // How Google turns rules and merges on their side is unknown; only upright copies carry them.
  if (transposed || what === "values" || what === "validation") return;
  for (let down = 0; down < target.area.rows; down += height) {
    for (let right = 0; right < target.area.columns; right += width) {
      const shift = [target.area.row + down - area.row, target.area.column + right - area.column] as const;
      putRules(target.sheet, rules, ...shift);
      if (what === "all") target.sheet.merges.push(...merges.map((merge) => movedArea(merge, ...shift)));
    }
  }
}

/** Copies cells out of a sheet. Spilled values are left out if their formula is copied too. */
function takeCells({ sheet, area }: Cells): readonly (readonly (CellModel | undefined)[])[] {
  return Array.from({ length: area.rows }, (_, down) =>
    Array.from({ length: area.columns }, (_, right) => {
      const cell = cellAt(sheet, area.row + down, area.column + right);
      if (!cell) return undefined;
      const { spilledFrom, spill, ...kept } = cell;
      if (spilledFrom) {
        const [row, column] = spilledFrom;
        if (contains(area, { row, column, rows: 1, columns: 1 })) delete kept.value;
      }
      return kept;
    }),
  );
}

function putCell(
  sheet: SheetModel,
  { row, column }: { readonly row: number; readonly column: number },
  source: CellModel | undefined,
  what: PasteKind,
  down: number,
  right: number,
): void {
  if (!source && !cellAt(sheet, row, column)) return;
  const cell = ensureCell(sheet, row, column);
  if (what === "all" || what === "values") {
    for (const key of ["value", "formula", "spill", "spilledFrom"] as const) delete cell[key];
    if (source?.value !== undefined) cell.value = source.value;
    if (what === "all" && source?.formula !== undefined) cell.formula = shifted(source.formula, down, right);
  }
  if (what === "all" || what === "format") {
    delete cell.format;
    if (source?.format) cell.format = source.format;
  }
  if (what === "all" || what === "validation") {
    delete cell.validation;
    const validation = source?.validation;
    if (validation?.kind === "formula") {
      cell.validation = { ...validation, formula: shifted(validation.formula, down, right) };
    } else if (validation) cell.validation = validation;
  }
  if (what === "all") {
    delete cell.note;
    if (source?.note !== undefined) cell.note = source.note;
  }
}

function dropMerges({ sheet, area }: Cells): void {
  const kept = sheet.merges.filter((merge) => !contains(area, merge));
  sheet.merges.splice(0, sheet.merges.length, ...kept);
}

/** Moves a block of cells; references to it follow, and its place is left blank. Formulas must be evaluated afterwards. */
export function moveCells(workbook: WorkbookModel, source: Cells, target: Cells): void {
  const down = target.area.row - source.area.row;
  const right = target.area.column - source.area.column;
  clearSpills(source.sheet);
  clearSpills(target.sheet);
  const taken = takeCells(source);
  const rules: readonly ConditionalFormat[] = rulesWithin(source.sheet, source.area);
  const merges = source.sheet.merges.filter((merge) => contains(source.area, merge));
  blank(source);
  clearRules(source.sheet, source.area);
  clearRules(target.sheet, target.area);
  dropMerges(source);
  dropMerges(target);
  const follow = (formula: string, own: SheetModel): string =>
    rewriteReferences(formula, (reference) => followed(reference, own, source, target));
  rewriteCellFormulas(workbook, follow);
  taken.forEach((line, fromTop) => {
    line.forEach((cell, fromLeft) => {
      const to = { row: target.area.row + fromTop, column: target.area.column + fromLeft };
      putCell(target.sheet, to, cell, "all", down, right);
      // A formula that moves goes on to mean the same cells: its references do not shift.
      const formula = cell?.formula;
      if (formula === undefined) return;
      const leaves = source.sheet !== target.sheet;
      ensureCell(target.sheet, to.row, to.column).formula = rewriteReferences(formula, (reference) => {
        const now = followed(reference, source.sheet, source, target);
        if (now !== reference) return leaves && reference.sheet === undefined ? { ...now, sheet: undefined } : now;
        return leaves && reference.sheet === undefined ? { ...reference, sheet: source.sheet.name } : reference;
      });
    });
  });
  putRules(target.sheet, rules, down, right);
  target.sheet.merges.push(...merges.map((merge) => movedArea(merge, down, right)));
}

function blank({ sheet, area }: Cells): void {
  for (let row = area.row; row < area.row + area.rows; row++) {
    const line = sheet.cells[row];
    for (let column = area.column; line && column < area.column + area.columns; column++) line[column] = undefined;
  }
}

/** Returns a reference after cells have moved: it moves too if all its cells did. */
function followed(reference: WrittenReference, own: SheetModel, source: Cells, target: Cells): WrittenReference {
  const isMeant =
    reference.sheet === undefined
      ? own === source.sheet
      : reference.sheet.toLowerCase() === source.sheet.name.toLowerCase();
  const corners = reference.to ? [reference.from, reference.to] : [reference.from];
  const isWithin = corners.every(
    ({ rows, columns }) =>
      rows && columns && contains(source.area, { row: rows.at, column: columns.at, rows: 1, columns: 1 }),
  );
  if (!isMeant || !isWithin) return reference;
  const down = target.area.row - source.area.row;
  const right = target.area.column - source.area.column;
  const move = ({ rows, columns }: WrittenReference["from"]): WrittenReference["from"] => ({
    rows: rows && { ...rows, at: rows.at + down },
    columns: columns && { ...columns, at: columns.at + right },
  });
  return {
    sheet: source.sheet === target.sheet ? reference.sheet : target.sheet.name,
    from: move(reference.from),
    to: reference.to && move(reference.to),
  };
}
