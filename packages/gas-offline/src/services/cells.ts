/** Reading and writing cells of the model, with the rules that Sheets applies to what a script sets. */

import { cellName } from "a1";
import { type Customs, customsOf } from "../locale.ts";
import {
  type Area,
  type CellModel,
  cellAt,
  ensureCell,
  isErrorValue,
  type SheetModel,
  type Validation,
} from "../model.ts";
import { isDateFormat } from "../number-format.ts";
import type { NumberNotation } from "../typed-text.ts";
import { requireEdit } from "./access.ts";
import { type ParsedInput, parseInput, valueForScript } from "./cell-values.ts";
import { evaluateChanges, fail, type HostContext } from "./context.ts";

const MOST_CHARACTERS = 50_000;

/** Goes through the cells of an area: row and column in the sheet, and from 0 within the area. */
export function* eachCell(area: Area): Iterable<{ row: number; column: number; down: number; right: number }> {
  for (let down = 0; down < area.rows; down++) {
    for (let right = 0; right < area.columns; right++) {
      yield { row: area.row + down, column: area.column + right, down, right };
    }
  }
}

/** Returns the values of an area, row by row. */
export function readValues(context: HostContext, sheet: SheetModel, area: Area): unknown[][] {
  evaluateChanges(context);
  const rows: unknown[][] = [];
  for (let down = 0; down < area.rows; down++) {
    const line = sheet.cells[area.row + down];
    const row: unknown[] = [];
    for (let right = 0; right < area.columns; right++)
      row.push(valueForScript(line?.[area.column + right], context.realm));
    rows.push(row);
  }
  return rows;
}

/** Throws Google's error if a grid is not of the area's size. */
export function requireSize(context: HostContext, area: Area, grid: readonly (readonly unknown[])[]): void {
  if (grid.length !== area.rows) {
    fail(
      context,
      `The number of rows in the data does not match the number of rows in the range. The data has ${grid.length} but the range has ${area.rows}.`,
    );
  }
  const odd = grid.find((row) => row.length !== area.columns);
  if (odd) {
    fail(
      context,
      `The number of columns in the data does not match the number of columns in the range. The data has ${odd.length} but the range has ${area.columns}.`,
    );
  }
}

/**
 * Sets values as a script does, all or none. A value that a strict validation refuses stops the whole write, unless the
 * write bypasses validations.
 */
export function writeValues(
  context: HostContext,
  sheet: SheetModel,
  area: Area,
  grid: readonly (readonly unknown[])[],
  isHeldAgainstRules = true,
): void {
  requireSize(context, area, grid);
  requireEdit(context, sheet, area);
  const incoming = grid.map((line, down) =>
    line.map((value, right) => {
      const format = cellAt(sheet, area.row + down, area.column + right)?.format;
      return readIncoming(context, value, format?.numberFormat);
    }),
  );
  const before = new Map<CellModel, CellModel>();
  for (const { row, column, down, right } of eachCell(area)) {
    const content = incoming[down]?.[right] ?? { kind: "blank" };
    const present = cellAt(sheet, row, column);
    if (!present && content.kind === "blank") continue;
    const cell = present ?? ensureCell(sheet, row, column);
    before.set(cell, { ...cell });
    writeCell(cell, content, context.workbook.locale);
  }
  const refused = isHeldAgainstRules ? refusedBy(context, sheet, area) : undefined;
  if (refused !== undefined) {
    for (const [cell, was] of before) restore(cell, was);
    fail(context, refused);
  }
  context.changed.push({ sheet, area });
}

function readIncoming(context: HostContext, value: unknown, numberFormat: string | undefined): ParsedInput {
  const incoming = parseInput(value, numberFormat, {
    locale: context.workbook.locale,
    keepsTextMark: context.keepsTextMark,
  });
  if (incoming.kind === "value" && typeof incoming.value === "string" && incoming.value.length > MOST_CHARACTERS) {
    fail(context, `Your input contains more than the maximum of ${MOST_CHARACTERS} characters in a single cell.`);
  }
  return incoming;
}

function restore(cell: CellModel, was: CellModel): void {
  for (const key of ["value", "formula", "spill", "spilledFrom", "format"] as const) delete cell[key];
  Object.assign(cell, was);
}

function writeCell(cell: CellModel, incoming: ParsedInput, locale = ""): void {
  delete cell.formula;
  delete cell.spilledFrom;
  delete cell.spill;
  delete cell.value;
  if (incoming.kind === "formula") cell.formula = incoming.formula;
  if (incoming.kind !== "value") return;
  cell.value = incoming.value;
  const numberFormat = incoming.written && formatFor(incoming.written, cell.format?.numberFormat, customsOf(locale));
  if (numberFormat !== undefined) cell.format = { ...cell.format, numberFormat };
}

/** The number format that a cell gets by what is written into it; a percentage leaves one that it has. */
function formatFor(written: NumberNotation, own: string | undefined, { dayFormat }: Customs): string | undefined {
  if (written === "day") return isDateFormat(own ?? "") ? undefined : dayFormat;
  if (own !== undefined) return undefined;
  return written === "percent" ? "0%" : "0.00%";
}

/** Returns Google's message for the first cell that a strict validation refuses, or nothing. */
function refusedBy(context: HostContext, sheet: SheetModel, area: Area): string | undefined {
  for (const { row, column } of eachCell(area)) {
    const cell = cellAt(sheet, row, column);
    const validation = cell?.validation;
    if (!cell || !validation?.strict || cell.value === undefined || cell.formula !== undefined) continue;
    if (accepts(context, sheet, { row, column }, cell.value, validation)) continue;
    return `The data you entered in cell ${cellName(row, column)} violates the data validation rules set on this cell. ${validation.help ?? ""}`.trim();
  }
  return undefined;
}

/** Tells whether a cell's value satisfies its validation. */
function accepts(
  context: HostContext,
  sheet: SheetModel,
  at: { readonly row: number; readonly column: number },
  value: CellModel["value"],
  validation: Validation,
): boolean {
  switch (validation.kind) {
    case "list":
      return validation.values.includes(String(value));
    case "checkbox":
      return typeof value === "boolean";
    case "number":
      return (
        typeof value === "number" && value >= (validation.least ?? -Infinity) && value <= (validation.most ?? Infinity)
      );
    case "date":
      return typeof value === "number" && value >= validation.from && value <= validation.to;
    case "formula": {
      const result = context.calculator.evaluateAt(sheet, validation.formula, at, at);
      return result !== undefined && !isErrorValue(result) && result !== false && result !== 0;
    }
  }
}

/** Sets formulas; `""` leaves a cell blank. */
export function writeFormulas(
  context: HostContext,
  sheet: SheetModel,
  area: Area,
  grid: readonly (readonly string[])[],
): void {
  requireSize(context, area, grid);
  requireEdit(context, sheet, area);
  for (const { row, column, down, right } of eachCell(area)) {
    const cell = ensureCell(sheet, row, column);
    const formula = grid[down]?.[right] ?? "";
    const written = formula.startsWith("=") ? formula : `=${formula}`;
    writeCell(cell, formula === "" ? { kind: "blank" } : { kind: "formula", formula: written });
  }
  context.changed.push({ sheet, area });
}

/** Clears what cells hold; their looks, notes and validations stay. */
export function clearCells(context: HostContext, sheet: SheetModel, area: Area): void {
  requireEdit(context, sheet, area);
  for (const { row, column } of eachCell(area)) {
    const cell = cellAt(sheet, row, column);
    if (cell) writeCell(cell, { kind: "blank" });
  }
  context.changed.push({ sheet, area });
}
