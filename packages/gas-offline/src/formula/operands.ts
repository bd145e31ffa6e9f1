/**
 * What functions are given and what they give back, in terms of the workbook instead of the engine's objects.
 */

import type { Block } from "a1";
import type { Customs } from "../locale.ts";
import type { SheetModel } from "../model.ts";
import type { Grid, Value } from "./values.ts";

/** Cells of a sheet, cut to its size. */
export type CellsReference = { readonly sheet: SheetModel; readonly block: Block };

export type Operand =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "grid"; readonly rows: Grid }
  | { readonly kind: "reference"; readonly reference: CellsReference }
  /** An argument left out between two `;`. */
  | { readonly kind: "omitted" };

/** What a formula that is being evaluated stands on: its own cell, and the workbook around it. */
export type FormulaContext = {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
  /** How the workbook's locale writes numbers and days. */
  readonly customs: Customs;
  /** Reads cells. The rows are shared: they are never to be changed. */
  read(reference: CellsReference): Grid;
  /** Finds the cells that INDIRECT's text names. An error if it names no cells. */
  find(text: string): Operand;
  /** Makes sure that cells found only now, while calculating, are up to date and known as a precedent. */
  demand(reference: CellsReference): void;
  callCustom(name: string, operands: readonly Operand[]): Operand;
};

/** A function over operands. */
export type NativeFunction = (operands: readonly Operand[], context: FormulaContext) => Operand;

/** Wraps a value. */
export function valueOperand(value: Value): Operand {
  return { kind: "value", value };
}

/** Wraps rows. A single cell is a value. */
export function gridOperand(rows: Grid): Operand {
  const [first] = rows;
  return rows.length === 1 && first?.length === 1 ? valueOperand(first[0]) : { kind: "grid", rows };
}

/** Reads the rows of an operand, whatever it is. */
export function gridOf(operand: Operand | undefined, context: FormulaContext): Grid {
  if (!operand || operand.kind === "omitted") return [[undefined]];
  if (operand.kind === "grid") return operand.rows;
  return operand.kind === "value" ? [[operand.value]] : context.read(operand.reference);
}

/** Reads the first value of an operand: what a function takes that wants one value only. */
export function firstValue(operand: Operand | undefined, context: FormulaContext): Value {
  if (operand?.kind === "value") return operand.value;
  return gridOf(operand, context)[0]?.[0];
}
