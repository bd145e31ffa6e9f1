/** One object of each class that the host presents, to list their members by. */
import { newUtilities } from "../../src/services/blobs.ts";
import { newDrive } from "../../src/services/drive.ts";
import { newHtmlService } from "../../src/services/html.ts";
import { newLockService, newSession } from "../../src/services/lock-and-session.ts";
import { newMailApp } from "../../src/services/mail.ts";
import { newPropertiesService } from "../../src/services/properties.ts";
import { newScriptApp } from "../../src/services/script.ts";
import { openSheet } from "../services/scripts.ts";

/** Lists what the host implements, as `Class.member`. */
export function implementedMembers(): readonly string[] {
  const { open, app, book, sheet } = openSheet();
  const { context } = open;
  Object.assign(context, { scopes: new Set([...context.scopes, MAIL, SCRIPT]) });
  const range = sheet.getRange("A1");
  const ui = app.getUi();
  const script = newScriptApp(context);
  const utilities = newUtilities(context);
  const html = newHtmlService(context);
  const properties = newPropertiesService(context);
  const locks = newLockService(context);
  const builder = script.newTrigger("go");
  const rules = app.newConditionalFormatRule();
  const rule = rules.whenFormulaSatisfied("=TRUE").setRanges([range]).build();
  const validations = app.newDataValidation();
  const drive = newDrive(context);
  const clock = builder.timeBased().everyDays(1);
  const objects: Readonly<Record<string, object | null | undefined>> = {
    SpreadsheetApp: app,
    Spreadsheet: book,
    Sheet: sheet,
    Range: range,
    RangeList: sheet.getRangeList(["A1"]),
    Protection: range.protect(),
    User: book.getOwner(),
    DataValidationBuilder: validations,
    DataValidation: validations.requireValueInList(["x"]).build(),
    ConditionalFormatRuleBuilder: rules,
    ConditionalFormatRule: rule,
    BooleanCondition: rule.getBooleanCondition(),
    Ui: ui,
    Menu: ui.createAddonMenu(),
    LockService: locks,
    Lock: locks.getDocumentLock(),
    Session: newSession(context),
    Utilities: utilities,
    Blob: utilities.newBlob("x"),
    "Drive.Files": drive.Files,
    HtmlService: html,
    HtmlOutput: html.createHtmlOutput("x"),
    MailApp: newMailApp(context),
    PropertiesService: properties,
    Properties: properties.getDocumentProperties(),
    ScriptApp: script,
    TriggerBuilder: builder,
    ClockTriggerBuilder: clock,
    Trigger: clock.create(),
    AuthorizationInfo: script.getAuthorizationInfo(script.AuthMode.FULL),
  };
  return Object.entries(objects).flatMap(([name, presented]) =>
    Object.keys(presented ?? {})
      .filter((key) => /^[a-z]/.test(key))
      .map((key) => `${name}.${key}`),
  );
}

const MAIL = "https://www.googleapis.com/auth/script.send_mail";
const SCRIPT = "https://www.googleapis.com/auth/script.scriptapp";
