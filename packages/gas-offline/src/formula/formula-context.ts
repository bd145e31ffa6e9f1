/** What a formula finds around its cell: the cells that its references name, the locale, custom functions. */

import { blockOf, boundBlock, readQualifiedReference } from "a1";
import { customsOf } from "../locale.ts";
import type { SheetModel, WorkbookModel } from "../model.ts";
import type { CompiledFormula, Slot } from "./compile.ts";
import { type CellsReference, type FormulaContext, type Operand, valueOperand } from "./operands.ts";
import type { Reader } from "./reader.ts";
import { errorValue } from "./values.ts";

export type Position = { readonly row: number; readonly column: number };

export type FormulaContexts = {
  /** Reads the sheets' names again. Tells whether a sheet was added, removed or renamed since. */
  readonly takeSheets: () => boolean;
  /** Lists the blocks that a formula names. Open ends stay open. */
  readonly readsOf: (compiled: CompiledFormula | undefined, own: SheetModel) => CellsReference[];
  /** Fills a slot of a formula that was moved by so many rows and columns. Cuts a reference to its sheet. */
  readonly slotOperand: (slot: Slot, own: SheetModel, rowShift: number, columnShift: number) => Operand;
  /** Returns the number format of a day in the workbook's locale. */
  readonly dayFormat: () => string;
  /** Makes the context of a formula in a cell. */
  readonly contextAt: (sheet: SheetModel, position: Position, demand: FormulaContext["demand"]) => FormulaContext;
};

const LOST = errorValue("#REF!", "Reference does not exist.");

/** Finds contexts in a workbook, whose cells are read by `reader`. */
export function createFormulaContexts(
  workbook: WorkbookModel,
  reader: Reader,
  callCustom: FormulaContext["callCustom"],
): FormulaContexts {
  let sheetsByName = new Map<string, SheetModel>();

  function takeSheets(): boolean {
    const isSame =
      sheetsByName.size === workbook.sheets.length &&
      workbook.sheets.every((sheet) => sheetsByName.get(sheet.name.toLowerCase()) === sheet);
    if (!isSame) sheetsByName = new Map(workbook.sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
    return !isSame;
  }

  function sheetNamed(name: string | undefined, own: SheetModel): SheetModel | undefined {
    return name === undefined ? own : sheetsByName.get(name.toLowerCase());
  }

  function slotOperand(slot: Slot, own: SheetModel, rowShift: number, columnShift: number): Operand {
    if (slot.kind !== "reference") return slot;
    const sheet = sheetNamed(slot.reference.sheet, own);
    const block = blockOf(slot.reference, rowShift, columnShift);
    const bounded = sheet && block && boundBlock(block, sheet.rows, sheet.columns);
    return bounded ? { kind: "reference", reference: { sheet, block: bounded } } : valueOperand(LOST);
  }

  function readsOf(compiled: CompiledFormula | undefined, own: SheetModel): CellsReference[] {
    const reads: CellsReference[] = [];
    for (const slot of compiled?.slots ?? []) {
      if (slot.kind !== "reference") continue;
      const sheet = sheetNamed(slot.reference.sheet, own);
      const block = blockOf(slot.reference);
      if (sheet && block) reads.push({ sheet, block });
    }
    return reads;
  }

  function contextAt(sheet: SheetModel, { row, column }: Position, demand: FormulaContext["demand"]): FormulaContext {
    return {
      sheet,
      row,
      column,
      customs: customsOf(workbook.locale),
      read: (reference) => reader.read(reference.sheet, reference.block),
      find: (text) => {
        const reference = readQualifiedReference(text);
        return reference ? slotOperand({ kind: "reference", reference }, sheet, 0, 0) : valueOperand(LOST);
      },
      demand,
      callCustom,
    };
  }

  const dayFormat = () => customsOf(workbook.locale).dayFormat;
  return { takeSheets, readsOf, slotOperand, dayFormat, contextAt };
}
