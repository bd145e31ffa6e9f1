/** A workbook opened in the offline host: model, formulas and the pushed bundle, wired together. */
import type { Action } from "./edit/action.ts";
import { createCalculator, type RecalculationReport } from "./formula/calculator.ts";
import { newSheet, type SheetModel, type WorkbookModel } from "./model.ts";
import { ANSWERS } from "./open-questions.ts";
import { perform } from "./perform.ts";
import type { Bundle } from "./project.ts";
import { createSandbox, ScriptFault } from "./sandbox.ts";
import { dateOfSerial } from "./services/cell-values.ts";
import { writeValues } from "./services/cells.ts";
import { evaluateChanges, type HostContext, type Mode } from "./services/context.ts";
import { DAILY_QUOTA } from "./services/mail.ts";
import type { DailyTrigger, StoredFile } from "./services/script-outputs.ts";

/** The default owner's mailbox. */
export const LOCAL_OWNER = "owner@offline.example";

/** What Google says if the browser's default account may not open the document. */
const NO_READING = "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.";

export type OpenWorkbook = {
  readonly workbook: WorkbookModel;
  readonly context: HostContext;
  /** Calls a function of the bundle, with JSON both ways; formulas are up to date afterwards. */
  readonly run: (name: string, args?: readonly unknown[], mode?: Mode) => unknown;
  /**
   * Clicks the menu's entry of this caption: runs its function as the user, or as the browser's default account if menus
   * run so. Throws if the menu has no such entry.
   */
  readonly choose: (caption: string) => unknown;
  /** Runs a trigger's function as Google's clock does: as its maker, without anybody to be shown anything. */
  readonly fire: (trigger: DailyTrigger) => unknown;
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
    answers: () => context,
  });
  const context: HostContext = {
    ...ANSWERS,
    workbook,
    calculator,
    realm: sandbox.realm,
    isCustomFunction: sandbox.isCustomFunction,
    scopes: bundle.scopes,
    mode: "FULL",
    user,
    calls: new Map(),
    callsLeft: Number.POSITIVE_INFINITY,
    elapsed: 0,
    costOfCall: () => 0,
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
    hasUi: true,
    isTestDeployment: false,
    defaultAccount: undefined,
    noMail: undefined,
    userProperties: new Map(),
  };
  sandbox.load(context, bundle.code);
  calculator.recalculateAll();
  const run: OpenWorkbook["run"] = (name, args = [], mode = "FULL") => {
    try {
      return sandbox.run(context, name, args, mode);
    } finally {
      evaluateChanges(context);
    }
  };
  type Circumstances = Pick<HostContext, "user" | "hasUi" | "hasActiveDocument">;
  const runAs = <Result>(changes: Partial<Circumstances>, action: () => Result): Result => {
    const { user, hasUi, hasActiveDocument } = context;
    Object.assign(context, changes);
    try {
      return action();
    } finally {
      Object.assign(context, { user, hasUi, hasActiveDocument });
    }
  };
  const asDefaultAccount = <Result>(action: () => Result): Result => {
    const { defaultAccount } = context;
    if (defaultAccount === undefined || defaultAccount === context.user) return action();
    if (defaultAccount !== workbook.owner && !workbook.editors.includes(defaultAccount)) {
      throw new ScriptFault(new Error(NO_READING));
    }
    return runAs({ user: defaultAccount }, action);
  };
  return {
    workbook,
    context,
    run: (name, args, mode = "FULL") =>
      mode === "FULL" ? asDefaultAccount(() => run(name, args, mode)) : run(name, args, mode),
    choose(caption) {
      const name = context.menu.get(caption);
      if (name === undefined) throw new Error(`The menu has no entry ${caption}`);
      return context.menuRunsAsDefaultAccount ? asDefaultAccount(() => run(name)) : run(name);
    },
    fire: ({ handler, user: maker }) =>
      runAs({ user: maker, hasUi: false, hasActiveDocument: context.clockKnowsDocument }, () => run(handler)),
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
