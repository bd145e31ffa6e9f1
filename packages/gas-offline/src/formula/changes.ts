/** Updates the graph of formulas from the cells of the workbook: from all of them, or from changed ones. */

import { type Block, blockOfArea } from "a1";
import type { SheetModel, WorkbookModel } from "../model.ts";
import type { FormulaContexts } from "./formula-context.ts";
import type { Graph } from "./graph.ts";
import type { ParseFormula } from "./parsed-formulas.ts";
import type { Reader } from "./reader.ts";
import { clearFilled, clearOrphans, releaseOverwritten } from "./results.ts";

/** What the graph is made of. */
export type CalculatorParts = {
  readonly graph: Graph;
  readonly reader: Reader;
  readonly contexts: FormulaContexts;
  readonly parseFormula: ParseFormula;
  /** The functions that count as changing by themselves. */
  readonly volatileFunctions: () => ReadonlySet<string>;
  /** Whether a result that reaches past the last row adds rows. */
  readonly spillAddsRows: () => boolean;
};

/** Replaces all formulas by those of the workbook. All are stale. */
export function rebuildGraph({ sheets }: WorkbookModel, parts: CalculatorParts): void {
  parts.graph.clear();
  parts.reader.forgetAll();
  for (const sheet of sheets) {
    clearOrphans(sheet);
    addFormulas(sheet, blockOfArea({ row: 1, column: 1, rows: sheet.cells.length, columns: sheet.columns }), parts);
  }
}

/** Takes note of the cells of a block that someone has changed: what depends on them is stale. */
export function updateGraph(sheet: SheetModel, block: Block, parts: CalculatorParts): void {
  const { graph } = parts;
  for (const formula of graph.inBlock(sheet, block)) {
    if (sheet.cells[formula.row]?.[formula.column]?.formula === formula.text) {
      graph.mark(formula, "stale");
    } else {
      graph.remove(formula);
      releaseOverwritten(formula);
      noteChanged(sheet, clearFilled(formula), parts);
      graph.markFilling(sheet, formula.fills);
    }
  }
  for (const formula of graph.filling(sheet, block)) releaseOverwritten(formula);
  graph.markFilling(sheet, block);
  addFormulas(sheet, block, parts);
  noteChanged(sheet, block, parts);
}

function noteChanged(sheet: SheetModel, block: Block, { graph, reader }: CalculatorParts): void {
  reader.forget(sheet, block);
  graph.markReaders(sheet, block);
}

function addFormulas(sheet: SheetModel, block: Block, { graph, contexts, parseFormula }: CalculatorParts): void {
  const lastRow = Math.min(block.bottom, sheet.cells.length - 1);
  for (let row = block.top; row <= lastRow; row += 1) {
    const line = sheet.cells[row];
    if (!line) continue;
    const lastColumn = Math.min(block.right, line.length - 1);
    for (let column = block.left; column <= lastColumn; column += 1) {
      const cell = line[column];
      if (cell?.formula === undefined || graph.at(sheet, row, column)) continue;
      const compiled = parseFormula(cell.formula)?.compiled;
      graph.mark(graph.add(sheet, row, column, cell, compiled, contexts.readsOf(compiled, sheet)), "stale");
    }
  }
}
