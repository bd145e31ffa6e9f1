/** Rewrites all formulas of a workbook: in cells, validations, conditional formats and charts. */
import type { SheetModel, Validation, WorkbookModel } from "../model.ts";
import { rewriteCharts } from "./drawings.ts";

/** Rewrites every formula of a workbook. `rewrite` gets the formula and its sheet. */
export function rewriteFormulas(
  workbook: WorkbookModel,
  rewrite: (formula: string, sheet: SheetModel) => string,
): void {
  rewriteCellFormulas(workbook, rewrite);
  for (const sheet of workbook.sheets) {
    // Cells share their validations; they should go on to.
    const validations = new Map<Validation, Validation>();
    for (const line of sheet.cells) {
      for (const cell of line ?? []) {
        const validation = cell?.validation;
        if (!cell || validation?.kind !== "formula") continue;
        const formula = rewrite(validation.formula, sheet);
        if (formula === validation.formula) continue;
        const now = validations.get(validation) ?? { ...validation, formula };
        validations.set(validation, now);
        cell.validation = now;
      }
    }
    sheet.conditionalFormats.forEach((rule, index) => {
      sheet.conditionalFormats[index] = { ...rule, formula: rewrite(rule.formula, sheet) };
    });
    sheet.drawings = rewriteCharts(sheet.drawings, (formula) => rewrite(formula, sheet));
  }
}

/** Rewrites the formulas of cells only. `rewrite` gets the formula and its sheet. */
export function rewriteCellFormulas(
  workbook: WorkbookModel,
  rewrite: (formula: string, sheet: SheetModel) => string,
): void {
  for (const sheet of workbook.sheets) {
    for (const line of sheet.cells) {
      for (const cell of line ?? []) {
        if (cell?.formula !== undefined) cell.formula = rewrite(cell.formula, sheet);
      }
    }
  }
}

/** Removes spilled values from a sheet, so that cells can be moved. The next evaluation fills them again. */
export function clearSpills(sheet: SheetModel): void {
  for (const line of sheet.cells) {
    for (const cell of line ?? []) {
      if (!cell) continue;
      if (cell.spilledFrom) delete cell.value;
      delete cell.spilledFrom;
      delete cell.spill;
    }
  }
}
