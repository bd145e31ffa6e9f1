/**
 * What all emulated services share: the workbook, the user, the mode, the scopes and the count of calls. Every call
 * passes through one proxy, so that what fails at Google fails here.
 */
import type { Calculator, RecalculationReport } from "../formula/calculator.ts";
import type { Area, SheetModel, WorkbookModel } from "../model.ts";
import type { Answers } from "../open-questions.ts";
import type { DailyTrigger, DriveCall, SentMail, StoredFile } from "./script-outputs.ts";

/** Modes of authorisation, as Apps Script has them; `LOAD` is the evaluation of the script's top level. */
export type Mode = "LOAD" | "NONE" | "LIMITED" | "CUSTOM_FUNCTION" | "FULL";

/** Built-ins of the sandbox, for values that cross into it. */
export type Realm = {
  readonly makeDate: (milliseconds: number) => Date;
  readonly makeError: (message: string) => Error;
};

/** The state behind the services of one open workbook, and the answers to what is not known of Google's. */
export type HostContext = Answers & {
  readonly workbook: WorkbookModel;
  readonly calculator: Calculator;
  readonly realm: Realm;
  /** Tells whether a formula may call a function of the script by this name, in letters of either case. */
  readonly isCustomFunction: (name: string) => boolean;
  /** Scopes of the manifest, in full. */
  readonly scopes: ReadonlySet<string>;
  mode: Mode;
  /** Mailbox of the person who runs the script. */
  user: string;
  /** Calls by `Class.method`, since the count was last taken. */
  calls: Map<string, number>;
  /** Calls that the execution has left before it is cut off. */
  callsLeft: number;
  /** Milliseconds that the execution has taken by the virtual clock: each call's, and what the script slept. */
  elapsed: number;
  /** Milliseconds that a call takes by that clock. */
  readonly costOfCall: (call: string) => number;
  /** Called before each call takes effect, and after it. The script sees what it throws as the call's own error. */
  onCall: (call: string, when: "before" | "after") => void;
  /** NumberNotation since formulas were last evaluated. */
  readonly changed: { sheet: SheetModel; area: Area }[];
  /** Whether rows, columns or references have moved since then, so that all formulas must be evaluated. */
  restructured: boolean;
  /** Ids of the sheets whose cells moved since the set was last cleared. */
  readonly shifted: Set<number>;
  /** What the script showed: alerts and toasts. */
  readonly messages: string[];
  /** The person's answers to the next alerts, by the buttons' names. Without one, the person agrees. */
  readonly answers: ("OK" | "CANCEL" | "YES" | "NO" | "CLOSE")[];
  /** True: questions are answered with no, so that a person can be asked before the script is run again. */
  withholdsConsent: boolean;
  /** True once the script has asked a question that can be answered with yes or no. */
  asked: boolean;
  readonly files: StoredFile[];
  /** Says why Drive does not do a call, in Google's words; nothing: it does. */
  driveFault: (call: DriveCall) => string | undefined;
  /** True: files have addresses at Google; offline nothing could be opened there. */
  driveHasLinks: boolean;
  /** Makes a PDF of a .docx, as Drive does of a Google Doc; absent: this machine cannot. */
  toPdf: ((docx: Uint8Array) => Uint8Array) | undefined;
  /** Copies of the workbook that the script made. */
  readonly copies: WorkbookModel[];
  /** The sheet that the script has set as the active one. */
  activeSheet: SheetModel | undefined;
  /** The cells that the script has chosen for the person to see. */
  chosen: { readonly sheet: SheetModel; readonly area: Area } | undefined;
  /** Title of the menu → functions of its entries. */
  readonly menu: Map<string, string>;
  /** Pages that were pushed beside the code, by name without its ending. */
  readonly pages: ReadonlyMap<string, string>;
  /** The page that the script shows in the sidebar. */
  sidebar: { readonly title: string; readonly html: string; readonly width: number } | undefined;
  /** Mails that the script sent, and how many recipients are left for today. */
  readonly mails: SentMail[];
  mailQuota: number;
  readonly triggers: DailyTrigger[];
  /** Why this host sends no mail and keeps no daily trigger, in words for the person. Absent: it records both. */
  noMail: string | undefined;
  /** False: the script runs on a clock that knows no open document. */
  hasActiveDocument: boolean;
  /** False: nobody is there to be shown anything, as on a clock. */
  hasUi: boolean;
  /** True: an add-on that is only tested. It may make no triggers. */
  isTestDeployment: boolean;
  /** The browser's default account, where it is another than the user's. Sidebars call as this one. */
  defaultAccount: string | undefined;
  /** What the script keeps for its user, whatever the document. */
  readonly userProperties: Map<string, string>;
};

/** Evaluates changed cells, and formulas that depend on added, removed or renamed sheets. Reading calls this first. */
export function evaluateChanges(context: HostContext): RecalculationReport {
  const changed = context.changed.splice(0);
  if (!context.restructured) return context.calculator.recalculate(changed);
  context.restructured = false;
  return context.calculator.recalculateAll();
}

/** Throws an Error of the sandbox's own realm. */
export function fail(context: HostContext, message: string): never {
  throw context.realm.makeError(message);
}

const SCOPE_OF_SHEETS = "https://www.googleapis.com/auth/spreadsheets.currentonly";

/** Scopes that calls need, by class or by `Class.method`. */
const SCOPES: ReadonlyMap<string, string> = new Map([
  ["SpreadsheetApp", SCOPE_OF_SHEETS],
  ["Spreadsheet", SCOPE_OF_SHEETS],
  ["Sheet", SCOPE_OF_SHEETS],
  ["Range", SCOPE_OF_SHEETS],
  ["RangeList", SCOPE_OF_SHEETS],
  ["Protection", SCOPE_OF_SHEETS],
  ["Drive.Files", "https://www.googleapis.com/auth/drive.file"],
  ["Session", "https://www.googleapis.com/auth/userinfo.email"],
  ["Ui.alert", "https://www.googleapis.com/auth/script.container.ui"],
  ["Ui.showSidebar", "https://www.googleapis.com/auth/script.container.ui"],
  ["MailApp", "https://www.googleapis.com/auth/script.send_mail"],
  ["ScriptApp.newTrigger", "https://www.googleapis.com/auth/script.scriptapp"],
  ["ScriptApp.getProjectTriggers", "https://www.googleapis.com/auth/script.scriptapp"],
  ["ScriptApp.getUserTriggers", "https://www.googleapis.com/auth/script.scriptapp"],
  ["ScriptApp.deleteTrigger", "https://www.googleapis.com/auth/script.scriptapp"],
]);

/** The add-on's menu needs no authorisation. */
const MENU: ReadonlySet<string> = new Set([
  "SpreadsheetApp.getUi",
  "Ui.createAddonMenu",
  "Ui.createMenu",
  "Menu.addItem",
  "Menu.addSeparator",
  "Menu.addToUi",
]);

/** Classes that touch nothing of the user's. */
const PURE: ReadonlySet<string> = new Set(["Utilities", "Blob"]);

/** Classes that show something, name the user, or reach beyond the document. */
const PERSONAL: ReadonlySet<string> = new Set(["Ui", "Menu", "Session", "Drive.Files", "MailApp"]);

const READING = /^(get|can|is|offset$)/;

function isAllowed(mode: Mode, className: string, method: string): boolean {
  const isMenu = MENU.has(`${className}.${method}`);
  switch (mode) {
    case "LOAD":
      return false;
    case "NONE":
      return isMenu || PURE.has(className);
    case "LIMITED":
      return isMenu || !PERSONAL.has(className);
    case "CUSTOM_FUNCTION":
      if (PURE.has(className) || className === "LockService" || className === "Lock") return true;
      return !isMenu && !PERSONAL.has(className) && READING.test(method);
    case "FULL":
      return true;
  }
}

/** Milliseconds that Google gives an execution. */
const LONGEST_EXECUTION: Readonly<Record<Mode, number>> = {
  LOAD: 360_000,
  NONE: 30_000,
  LIMITED: 30_000,
  CUSTOM_FUNCTION: 30_000,
  FULL: 360_000,
};

/** Lets time pass on the virtual clock. Throws Google's error once the execution has had its time. */
export function spend(context: HostContext, milliseconds: number): void {
  context.elapsed += milliseconds;
  if (context.elapsed > LONGEST_EXECUTION[context.mode]) fail(context, "Exceeded maximum execution time");
}

/** Counts a call and refuses what the mode or the scopes do not allow, with Google's words. */
function admit(context: HostContext, className: string, method: string): void {
  const call = `${className}.${method}`;
  context.calls.set(call, (context.calls.get(call) ?? 0) + 1);
  context.callsLeft -= 1;
  if (context.callsLeft < 0) fail(context, "Exceeded maximum execution time");
  spend(context, context.costOfCall(call));
  if (!isAllowed(context.mode, className, method)) fail(context, `You do not have permission to call ${call}`);
  const scope = MENU.has(call) ? undefined : (SCOPES.get(call) ?? SCOPES.get(className));
  if (scope !== undefined) requireScope(context, call, scope);
}

/** Throws Google's error for a call if the user has not granted a scope. */
export function requireScope(context: HostContext, call: string, scope: string): void {
  if (context.scopes.has(scope)) return;
  fail(context, `Specified permissions are not sufficient to call ${call}. Required permissions: ${scope}`);
}

/**
 * Presents a partial service as the whole one. Each call is counted and checked. A missing member throws “not
 * implemented in the offline host”, so every member of the type exists, if only to refuse.
 */
export function complete<Full extends object>(context: HostContext, className: string, part: Partial<Full>): Full {
  const proxy: object = new Proxy(part, {
    get(target, key) {
      if (key === "toString" && !Object.hasOwn(target, key)) return () => className;
      const member: unknown = Reflect.get(target, key);
      if (typeof key === "symbol" || key === "toJSON" || key === "then") return member;
      if (member === undefined) {
        return fail(context, `not implemented in the offline host: ${className}.${key}`);
      }
      if (typeof member !== "function") return member;
      return (...args: unknown[]): unknown => {
        admit(context, className, key);
        const call = `${className}.${key}`;
        context.onCall(call, "before");
        const result: unknown = Reflect.apply(member, target, args);
        context.onCall(call, "after");
        return result;
      };
    },
  });
  // The proxy answers to every member, which the type system cannot see.
  return proxy as Full;
}

/** Presents an enum by the names of its values. The cast stands for values whose types Google keeps to itself. */
export function presentEnum<Full extends object>(
  context: HostContext,
  className: string,
  ...names: readonly (string & keyof Full)[]
): Full {
  return complete<Full>(context, className, Object.fromEntries(names.map((name) => [name, name])) as Partial<Full>);
}
