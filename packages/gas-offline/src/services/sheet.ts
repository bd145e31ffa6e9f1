/** Sheets, limited to what the bundle uses. */
import type { Area, SheetModel } from "../model.ts";
import { requireStructure, wholeSheet } from "./access.ts";
import { readAddress, requireInside } from "./address.ts";
import { conditionalFormatOf, presentFormat } from "./builders.ts";
import { clearLooks } from "./cell-looks.ts";
import { clearCells, readValues, writeValues } from "./cells.ts";
import { complete, evaluateChanges, fail, type HostContext } from "./context.ts";
import { lastFilledColumn, lastFilledRow, lineMethods } from "./lines.ts";
import { growTo } from "./paste.ts";
import { protectionsOf, protectSheet } from "./protection.ts";
import { newRange, newRangeList } from "./range.ts";
import { colourTab, duplicateTab, renameTab, setTabHidden } from "./tabs.ts";

type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet;

const sheets = new WeakMap<object, SheetModel>();

/** Returns the sheet behind what a script holds. */
export function sheetOf(context: HostContext, presented: object): SheetModel {
  return (
    sheets.get(presented) ?? fail(context, "The parameters don't match the method signature: a Sheet was expected.")
  );
}

/** Presents a sheet to the script. */
export function presentSheet(context: HostContext, sheet: SheetModel): GoogleSheet {
  const { workbook } = context;
  const presentRange = (area: Area, name?: string) => newRange(context, sheet, area, undefined, name);
  const presented: GoogleSheet = complete<GoogleSheet>(context, "Sheet", {
    ...lineMethods(context, sheet, () => presented),
    getName: () => sheet.name,
    setName(name) {
      renameTab(context, sheet, name);
      return presented;
    },
    getSheetId: () => sheet.id,
    getRange(first: string | number, column: number = 1, rows: number = 1, columns: number = 1) {
      const area: Area =
        typeof first === "string" ? readAddress(context, sheet, first) : { row: first, column, rows, columns };
      return newRange(context, sheet, area);
    },
    /** A count of -1 goes to the last row or column that holds anything. */
    getSheetValues(row, column, rows, columns) {
      evaluateChanges(context);
      const to = (count: number, last: number, from: number) => (count === -1 ? Math.max(1, last - from + 1) : count);
      const area = {
        row,
        column,
        rows: to(rows, lastFilledRow(sheet), row),
        columns: to(columns, lastFilledColumn(sheet), column),
      };
      requireInside(context, sheet, area);
      return readValues(context, sheet, area);
    },
    getRangeList: (addresses) => newRangeList(context, sheet, addresses),
    getDataRange() {
      evaluateChanges(context);
      const rows = Math.max(1, lastFilledRow(sheet));
      return newRange(context, sheet, { row: 1, column: 1, rows, columns: Math.max(1, lastFilledColumn(sheet)) });
    },
    /** Below the last row that holds anything; a sheet that is full grows. */
    appendRow(contents) {
      evaluateChanges(context);
      const area = { row: lastFilledRow(sheet) + 1, column: 1, rows: 1, columns: contents.length };
      if (contents.length === 0) return presented;
      growTo(context, sheet, area);
      writeValues(context, sheet, area, [contents]);
      return presented;
    },
    clearContents() {
      clearCells(context, sheet, wholeSheet(sheet));
      return presented;
    },
    clear() {
      clearCells(context, sheet, wholeSheet(sheet));
      clearLooks(context, sheet, wholeSheet(sheet));
      return presented;
    },
    activate() {
      context.activeSheet = sheet;
      return presented;
    },
    copyTo: () => presentSheet(context, duplicateTab(context, sheet, workbook.sheets.length)),
    getIndex: () => workbook.sheets.indexOf(sheet) + 1,
    isSheetHidden: () => sheet.hidden,
    getTabColor: () => sheet.tabColor ?? null,
    setTabColor(color) {
      colourTab(context, sheet, color);
      return presented;
    },
    hideSheet() {
      setTabHidden(context, sheet, true);
      return presented;
    },
    showSheet() {
      setTabHidden(context, sheet, false);
      return presented;
    },
    getConditionalFormatRules: () =>
      sheet.conditionalFormats.map((rule) =>
        presentFormat(
          context,
          [sheet],
          rule,
          rule.areas.map((area) => presentRange(area)),
        ),
      ),
    setConditionalFormatRules(rules) {
      requireStructure(context, sheet);
      sheet.conditionalFormats.splice(
        0,
        sheet.conditionalFormats.length,
        ...rules.map((rule) => conditionalFormatOf(context, sheet, rule)),
      );
    },
    protect: () => protectSheet(context, sheet, presentRange),
    getProtections: (type) => protectionsOf(context, sheet, String(type), presentRange),
  });
  sheets.set(presented, sheet);
  return presented;
}
