/** Sheets, as far as the bundle uses them. */
import { duplicateSheet, renameSheet } from "../edit/sheets.ts";
import type { Area, SheetModel } from "../model.ts";
import { requireEditor, requireStructure, wholeSheet } from "./access.ts";
import { formatOf, presentFormat } from "./builders.ts";
import { complete, fail, type HostContext, settle } from "./context.ts";
import { lastFilledColumn, lastFilledRow, lineMethods, requireRoom } from "./lines.ts";
import { protectionsOf, protectSheet } from "./protection.ts";
import { newRange, newRangeList, readAddress } from "./range.ts";

type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet;

const sheets = new WeakMap<object, SheetModel>();

/** Returns the sheet behind what a script holds. */
export function sheetOf(context: HostContext, presented: object): SheetModel {
  return (
    sheets.get(presented) ?? fail(context, "The parameters don't match the method signature: a Sheet was expected.")
  );
}

/** Throws Google's error for a title that a sheet cannot have. */
export function requireTitle(context: HostContext, title: string, own?: SheetModel): void {
  const taken = context.workbook.sheets.some(
    (sheet) => sheet !== own && sheet.name.toLowerCase() === title.toLowerCase(),
  );
  if (taken) fail(context, `A sheet with the name "${title}" already exists. Please enter another name.`);
  if (title === "" || title.length > 100) fail(context, "Invalid sheet name.");
}

/** Presents a sheet to the script. */
export function presentSheet(context: HostContext, sheet: SheetModel): GoogleSheet {
  const { workbook } = context;
  const presentRange = (area: Area) => newRange(context, sheet, area);
  const presented: GoogleSheet = complete<GoogleSheet>(context, "Sheet", {
    ...lineMethods(context, sheet, () => presented),
    getName: () => sheet.name,
    setName(name) {
      requireTitle(context, name, sheet);
      requireStructure(context, sheet);
      renameSheet(workbook, sheet, name);
      return presented;
    },
    getSheetId: () => sheet.id,
    getRange(first: string | number, column: number = 1, rows: number = 1, columns: number = 1) {
      const area: Area =
        typeof first === "string" ? readAddress(context, sheet, first) : { row: first, column, rows, columns };
      return newRange(context, sheet, area);
    },
    getRangeList: (addresses) => newRangeList(context, sheet, addresses),
    getDataRange() {
      settle(context);
      const rows = Math.max(1, lastFilledRow(sheet));
      return newRange(context, sheet, { row: 1, column: 1, rows, columns: Math.max(1, lastFilledColumn(sheet)) });
    },
    getLastRow() {
      settle(context);
      return lastFilledRow(sheet);
    },
    copyTo() {
      requireEditor(context);
      requireRoom(context, sheet.rows * sheet.columns);
      const copy = duplicateSheet(workbook, sheet, workbook.sheets.length);
      context.changed.push({ sheet: copy, area: wholeSheet(copy) });
      return presentSheet(context, copy);
    },
    getIndex: () => workbook.sheets.indexOf(sheet) + 1,
    isSheetHidden: () => sheet.hidden,
    getTabColor: () => sheet.tabColor ?? null,
    setTabColor(color) {
      requireStructure(context, sheet);
      if (color === null) delete sheet.tabColor;
      else sheet.tabColor = color;
      return presented;
    },
    hideSheet() {
      requireStructure(context, sheet);
      if (workbook.sheets.every((other) => other === sheet || other.hidden))
        fail(context, "You can't hide all the sheets in a document.");
      sheet.hidden = true;
      return presented;
    },
    showSheet() {
      requireStructure(context, sheet);
      sheet.hidden = false;
      return presented;
    },
    getConditionalFormatRules: () =>
      sheet.conditionalFormats.map((rule) => presentFormat(context, [sheet], rule, rule.areas.map(presentRange))),
    setConditionalFormatRules(rules) {
      requireStructure(context, sheet);
      sheet.conditionalFormats.splice(
        0,
        sheet.conditionalFormats.length,
        ...rules.map((rule) => formatOf(context, sheet, rule)),
      );
    },
    protect: () => protectSheet(context, sheet, presentRange),
    getProtections: (type) => protectionsOf(context, sheet, String(type), presentRange),
  });
  sheets.set(presented, sheet);
  return presented;
}
