/** The whole workbook for a user's new window. Reads the model; changes nothing. */
import type { Area, CellFormat, SheetModel, Validation, WorkbookModel } from "gas-offline";
import { fittedHeights } from "gas-offline/internals";
import type { RuleView, SheetView } from "../protocol.ts";
import { rightsOf } from "./rights.ts";
import { shownFormat, shownValue, type ViewTracker } from "./view-tracker.ts";

/** Numbers formats in the order of their first use; equal formats get one number. */
export type FormatNumbers = {
  readonly numberOf: (format: CellFormat | undefined) => number;
  readonly list: readonly CellFormat[];
};

/** Makes an empty list of formats. */
export function createFormatNumbers(): FormatNumbers {
  const list: CellFormat[] = [];
  const byObject = new Map<CellFormat, number>();
  const byLook = new Map<string, number>();
  return {
    list,
    numberOf(format) {
      if (!format) return -1;
      const known = byObject.get(format);
      if (known !== undefined) return known;
      const look = JSON.stringify(format);
      const number = byLook.get(look) ?? list.push(format) - 1;
      byLook.set(look, number);
      byObject.set(format, number);
      return number;
    },
  };
}

/** Shows a sheet to a user. */
export function viewSheet(
  workbook: WorkbookModel,
  sheet: SheetModel,
  tracker: ViewTracker,
  user: string,
  formats: FormatNumbers,
  shape: number,
): SheetView {
  const cells: SheetView["cells"][number][] = [];
  const notes: SheetView["notes"][number][] = [];
  const looks = tracker.looksOf(sheet);
  sheet.cells.forEach((line, row) => {
    line?.forEach((cell, column) => {
      if (!cell) return;
      const format = formats.numberOf(shownFormat(cell, looks, row, column));
      const value = shownValue(cell.value);
      if (value !== null || format >= 0) cells.push([row, column, value, format]);
      if (cell.note) notes.push({ row, column, text: cell.note });
    });
  });
  return {
    id: sheet.id,
    shape,
    name: sheet.name,
    hidden: sheet.hidden,
    rows: sheet.rows,
    columns: sheet.columns,
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    gridlines: sheet.gridlines,
    ...(sheet.tabColor === undefined ? {} : { tabColor: sheet.tabColor }),
    merges: sheet.merges,
    columnWidths: [...sheet.columnWidths],
    rowHeights: [...fittedHeights(sheet), ...sheet.rowHeights],
    hiddenRows: [...sheet.hiddenRows],
    hiddenColumns: [...sheet.hiddenColumns],
    cells,
    notes,
    rules: rulesOf(sheet),
    rights: rightsOf(workbook, sheet, user),
  };
}

/** Collects the validations of a sheet. Cells with the same visible validation share a rule. */
function rulesOf(sheet: SheetModel): readonly RuleView[] {
  const rules = new Map<string, { readonly rule: Omit<RuleView, "areas">; readonly areas: Area[] }>();
  sheet.cells.forEach((line, row) => {
    line?.forEach((cell, column) => {
      if (!cell?.validation) return;
      const rule = ruleOf(cell.validation);
      const key = JSON.stringify(rule);
      const known = rules.get(key) ?? { rule, areas: [] };
      rules.set(key, known);
      addCell(known.areas, row, column);
    });
  });
  return [...rules.values()].map(({ rule, areas }) => ({ ...rule, areas }));
}

function ruleOf(validation: Validation): Omit<RuleView, "areas"> {
  const help = validation.help ?? "";
  if (validation.kind === "list") return { kind: "list", values: validation.values, help };
  return { kind: validation.kind === "checkbox" ? "checkbox" : "other", values: [], help };
}

/** Adds a cell to areas of one column each; cells come row by row. */
function addCell(areas: Area[], row: number, column: number): void {
  const index = areas.findLastIndex((area) => area.column === column);
  const above = areas[index];
  if (above && above.row + above.rows === row) areas[index] = { ...above, rows: above.rows + 1 };
  else areas.push({ row, column, rows: 1, columns: 1 });
}
