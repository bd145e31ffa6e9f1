/** The open spreadsheet and SpreadsheetApp, limited to what the bundle uses. */
import { randomUUID } from "node:crypto";
import { readQualifiedReference } from "a1";
import { copyWorkbook } from "../edit/sheets.ts";
import { isLocale } from "../locale.ts";
import type { SheetModel, WorkbookModel } from "../model.ts";
import { requireEditor } from "./access.ts";
import { readAddress } from "./address.ts";
import { newConditionalFormatRule, newDataValidation } from "./builders.ts";
import { complete, evaluateChanges, fail, type HostContext, presentEnum, requireScope } from "./context.ts";
import { formatCriteria, validationCriteria } from "./criteria.ts";
import { newUser, protectionTypes } from "./protection.ts";
import { newRange } from "./range.ts";
import { presentSheet, sheetOf } from "./sheet.ts";
import { addTab, deleteTab, moveTab } from "./tabs.ts";
import { newUi } from "./ui.ts";

type GoogleSpreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type GoogleApp = GoogleAppsScript.Spreadsheet.SpreadsheetApp;

function urlOf({ id }: WorkbookModel): string {
  return `https://docs.google.com/spreadsheets/d/${id}/edit`;
}

/** The sheet that the script has set, or the first that is shown. */
function activeSheet(context: HostContext): SheetModel {
  const { sheets } = context.workbook;
  const set = sheets.find((sheet) => sheet === context.activeSheet);
  return set ?? sheets.find(({ hidden }) => !hidden) ?? fail(context, "The spreadsheet has no sheet that is shown.");
}

/** The sheet that an address names, or the first one. */
function sheetNamedIn(context: HostContext, address: string): SheetModel {
  const { sheets } = context.workbook;
  const name = readQualifiedReference(address)?.sheet;
  const sheet = name === undefined ? sheets[0] : sheets.find((candidate) => candidate.name === name);
  return sheet ?? fail(context, "Range not found");
}

function presentSpreadsheet(context: HostContext): GoogleSpreadsheet {
  const { workbook } = context;
  return complete<GoogleSpreadsheet>(context, "Spreadsheet", {
    getSheetByName(name) {
      const sheet = workbook.sheets.find((candidate) => candidate.name === name);
      return sheet ? presentSheet(context, sheet) : null;
    },
    getSheetById(id) {
      const sheet = workbook.sheets.find((candidate) => candidate.id === id);
      return sheet ? presentSheet(context, sheet) : null;
    },
    getRange(address) {
      const sheet = sheetNamedIn(context, address);
      return newRange(context, sheet, readAddress(context, sheet, address), () => presentSheet(context, sheet));
    },
    getName: () => workbook.name,
    getId: () => workbook.id,
    getUrl: () => urlOf(workbook),
    copy(name) {
      evaluateChanges(context);
      const copy = copyWorkbook(
        workbook,
        `offline-${randomUUID()}`,
        name,
        context.user,
        context.copyKeepsRangeProtections,
      );
      context.copies.push(copy);
      return presentCopy(context, copy);
    },
    getActiveSheet: () => presentSheet(context, activeSheet(context)),
    setActiveSheet(presented: GoogleAppsScript.Spreadsheet.Sheet) {
      context.activeSheet = sheetOf(context, presented);
      return presented;
    },
    moveActiveSheet(position) {
      moveTab(context, activeSheet(context), position);
    },
    getSheets: () => workbook.sheets.map((sheet) => presentSheet(context, sheet)),
    getEditors: () => [workbook.owner, ...workbook.editors].map((mailbox) => newUser(context, mailbox)),
    getOwner: () => newUser(context, workbook.owner),
    getNumSheets: () => workbook.sheets.length,
    insertSheet(name?: unknown, index?: unknown) {
      if (typeof name !== "string")
        return fail(context, "not implemented in the offline host: Spreadsheet.insertSheet without a name");
      const sheet = addTab(context, name, typeof index === "number" ? index : workbook.sheets.length);
      return presentSheet(context, sheet);
    },
    deleteSheet(presented) {
      deleteTab(context, sheetOf(context, presented));
    },
    setSpreadsheetTimeZone(zone) {
      requireEditor(context);
      workbook.timeZone = zone;
    },
    getSpreadsheetLocale: () => workbook.locale,
    getSpreadsheetTimeZone: () => workbook.timeZone,
    setSpreadsheetLocale(locale) {
      requireEditor(context);
      if (!isLocale(locale)) fail(context, `Invalid argument: ${locale}`);
      workbook.locale = locale;
      // Formulas may now read numbers differently.
      context.restructured = true;
    },
  });
}

const ALL_SPREADSHEETS = "https://www.googleapis.com/auth/spreadsheets";

/**
 * Presents a copy to the script that made it. `spreadsheets.currentonly` is for the open spreadsheet: all but the copy's
 * id asks for more.
 */
function presentCopy(context: HostContext, copy: WorkbookModel): GoogleSpreadsheet {
  const free = new Set(context.copyTellsItsAddress ? ["getId", "getName", "getUrl"] : ["getId"]);
  const presented = complete<GoogleSpreadsheet>(context, "Spreadsheet", {
    getName: () => copy.name,
    getId: () => copy.id,
    getUrl: () => urlOf(copy),
  });
  return new Proxy(presented, {
    get(target, key) {
      if (typeof key === "string" && !free.has(key)) requireScope(context, `Spreadsheet.${key}`, ALL_SPREADSHEETS);
      const member: unknown = Reflect.get(target, key);
      return member;
    },
  });
}

/** Makes SpreadsheetApp for an open workbook. */
export function newSpreadsheetApp(context: HostContext): GoogleApp {
  // The types promise a spreadsheet. A clock trigger may get null from Google.
  const getActiveSpreadsheet = () =>
    context.hasActiveDocument ? presentSpreadsheet(context) : (null as unknown as GoogleSpreadsheet);
  return complete<GoogleApp>(context, "SpreadsheetApp", {
    getActiveSpreadsheet,
    getActive: getActiveSpreadsheet,
    getActiveSheet: () => presentSheet(context, activeSheet(context)),
    flush: () => evaluateChanges(context),
    getUi: () =>
      context.hasUi ? newUi(context) : fail(context, "Cannot call SpreadsheetApp.getUi() from this context."),
    newDataValidation: () => newDataValidation(context),
    newConditionalFormatRule: () => newConditionalFormatRule(context),
    CopyPasteType: presentEnum<GoogleApp["CopyPasteType"]>(
      context,
      "CopyPasteType",
      "PASTE_NORMAL",
      "PASTE_FORMAT",
      "PASTE_DATA_VALIDATION",
      "PASTE_VALUES",
    ),
    DataValidationCriteria: validationCriteria(context),
    BooleanCriteria: formatCriteria(context),
    BorderStyle: presentEnum<GoogleApp["BorderStyle"]>(context, "BorderStyle", "SOLID"),
    ProtectionType: protectionTypes(context),
  });
}
