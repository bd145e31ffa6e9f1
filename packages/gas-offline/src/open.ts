/** A workbook opened in the offline host: model, formulas and the pushed bundle, wired together. */
import type { Action } from "./edit/action.ts";
import { createCalculator, type RecalculationReport } from "./formula/calculator.ts";
import { newSheet, type SheetModel, type WorkbookModel } from "./model.ts";
import { perform } from "./perform.ts";
import type { Bundle } from "./project.ts";
import { createSandbox, ScriptFault } from "./sandbox.ts";
import { dateOfSerial } from "./services/cell-values.ts";
import { writeValues } from "./services/cells.ts";
import { evaluateChanges, type HostContext, type Mode } from "./services/context.ts";
import { DAILY_QUOTA } from "./services/mail.ts";
import type { StoredFile } from "./services/script-outputs.ts";

/** The default owner's mailbox. */
export const LOCAL_OWNER = "owner@offline.example";

export type OpenWorkbook = {
  readonly workbook: WorkbookModel;
  readonly context: HostContext;
  /** Calls a function of the bundle, with JSON both ways; formulas are up to date afterwards. */
  readonly run: (name: string, args?: readonly unknown[], mode?: Mode) => unknown;
  /** Calls a formula's function as a cell does. */
  readonly callFormula: (name: string, args: readonly unknown[]) => unknown;
  /** Types a value into a cell as the user does: protections and strict validations hold; says what was evaluated. */
  readonly typeInto: (sheet: SheetModel, row: number, column: number, value: unknown) => RecalculationReport;
  /** Does what a person does in the grid, as the user; throws Google's error, and then nothing has changed. */
  readonly act: (action: Action) => RecalculationReport;
  /** Takes the files that the script stored since the last time. */
  readonly takeFiles: () => readonly StoredFile[];
  /** Takes the copies of the workbook that the script made since the last time. */
  readonly takeCopies: () => readonly WorkbookModel[];
  /** Takes the count of service calls since the last time. */
  readonly takeCalls: () => ReadonlyMap<string, number>;
};

/** Makes an empty spreadsheet, as Google Sheets does for a new file. */
export function newWorkbook(name: string, owner = LOCAL_OWNER): WorkbookModel {
  return {
    id: `offline-${Date.now().toString(36)}`,
    name,
    locale: "vi_VN",
    timeZone: "Asia/Ho_Chi_Minh",
    owner,
    editors: [],
    sheets: [newSheet(1, "Trang tính1")],
    documentProperties: new Map(),
    lastId: 1,
  };
}

/**
 * Opens a workbook with the bundle as a user, by default the owner, and evaluates its formulas.
 * @param now the script's clock, in milliseconds since 1970; by default the machine's
 */
export function openWorkbook(
  workbook: WorkbookModel,
  bundle: Bundle,
  user = workbook.owner,
  now?: () => number,
): OpenWorkbook {
  const sandbox = createSandbox(now);
  const calculator = createCalculator(workbook, {
    isCustomFunction: sandbox.isCustomFunction,
    callCustomFunction: (name, args) => sandbox.callFormula(context, name, args),
    makeDate: (serial) => dateOfSerial(serial, sandbox.realm),
  });
  const context: HostContext = {
    workbook,
    calculator,
    realm: sandbox.realm,
    isCustomFunction: sandbox.isCustomFunction,
    scopes: bundle.scopes,
    mode: "FULL",
    user,
    calls: new Map(),
    callsLeft: Number.POSITIVE_INFINITY,
    onCall: () => undefined,
    changed: [],
    restructured: false,
    shifted: new Set(),
    messages: [],
    answers: [],
    withholdsConsent: false,
    asked: false,
    files: [],
    driveFault: () => undefined,
    driveHasLinks: false,
    driveGivesText: false,
    keepsTextMark: false,
    toPdf: undefined,
    copies: [],
    activeSheet: undefined,
    chosen: undefined,
    menu: new Map(),
    pages: bundle.pages,
    sidebar: undefined,
    mails: [],
    mailQuota: DAILY_QUOTA,
    triggers: [],
    hasActiveDocument: true,
    noMail: undefined,
    userProperties: new Map(),
  };
  sandbox.load(context, bundle.code);
  calculator.recalculateAll();
  return {
    workbook,
    context,
    run(name, args = [], mode = "FULL") {
      try {
        return sandbox.run(context, name, args, mode);
      } finally {
        evaluateChanges(context);
      }
    },
    callFormula: (name, args) => sandbox.callFormula(context, name, args),
    typeInto(sheet, row, column, value) {
      writeValues(context, sheet, { row, column, rows: 1, columns: 1 }, [[value]]);
      return evaluateChanges(context);
    },
    act(action) {
      perform(context, action);
      return evaluateChanges(context);
    },
    takeFiles: () => context.files.splice(0),
    takeCopies: () => context.copies.splice(0),
    takeCalls() {
      const calls = context.calls;
      context.calls = new Map();
      return calls;
    },
  };
}

export { ScriptFault };
