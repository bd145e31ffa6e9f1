/** The open spreadsheet and SpreadsheetApp, as far as the bundle uses them. */
import { removeSheet } from "../edit/sheets.ts";
import { newSheet } from "../model.ts";
import { requireEditor, requireStructure } from "./access.ts";
import { newConditionalFormatRule, newDataValidation } from "./builders.ts";
import { complete, fail, type HostContext, presentEnum, settle } from "./context.ts";
import { requireRoom } from "./lines.ts";
import { newUser } from "./protection.ts";
import { presentSheet, requireTitle, sheetOf } from "./sheet.ts";
import { newUi } from "./ui.ts";

type GoogleSpreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type GoogleApp = GoogleAppsScript.Spreadsheet.SpreadsheetApp;

function presentSpreadsheet(context: HostContext): GoogleSpreadsheet {
  const { workbook } = context;
  return complete<GoogleSpreadsheet>(context, "Spreadsheet", {
    getSheetByName(name) {
      const sheet = workbook.sheets.find((candidate) => candidate.name === name);
      return sheet ? presentSheet(context, sheet) : null;
    },
    getSheets: () => workbook.sheets.map((sheet) => presentSheet(context, sheet)),
    getEditors: () => [workbook.owner, ...workbook.editors].map((mailbox) => newUser(context, mailbox)),
    getOwner: () => newUser(context, workbook.owner),
    getNumSheets: () => workbook.sheets.length,
    insertSheet(name?: unknown, index?: unknown) {
      if (typeof name !== "string")
        return fail(context, "not implemented in the offline host: Spreadsheet.insertSheet without a name");
      requireTitle(context, name);
      requireEditor(context);
      const sheet = newSheet(workbook.lastId + 1, name);
      requireRoom(context, sheet.rows * sheet.columns);
      workbook.lastId++;
      workbook.sheets.splice(typeof index === "number" ? index : workbook.sheets.length, 0, sheet);
      return presentSheet(context, sheet);
    },
    deleteSheet(presented) {
      const sheet = sheetOf(context, presented);
      requireStructure(context, sheet);
      if (workbook.sheets.every((other) => other === sheet || other.hidden)) {
        fail(context, "You can't remove all the visible sheets in a document.");
      }
      removeSheet(workbook, sheet);
    },
    setSpreadsheetTimeZone(zone) {
      requireEditor(context);
      workbook.timeZone = zone;
    },
  });
}

/** Makes SpreadsheetApp for an open workbook. */
export function newSpreadsheetApp(context: HostContext): GoogleApp {
  return complete<GoogleApp>(context, "SpreadsheetApp", {
    getActiveSpreadsheet: () => presentSpreadsheet(context),
    flush: () => settle(context),
    getUi: () => newUi(context),
    newDataValidation: () => newDataValidation(context),
    newConditionalFormatRule: () => newConditionalFormatRule(context),
    BorderStyle: presentEnum<GoogleApp["BorderStyle"]>(context, "BorderStyle", "SOLID"),
    ProtectionType: presentEnum<GoogleApp["ProtectionType"]>(context, "ProtectionType", "SHEET", "RANGE"),
  });
}
