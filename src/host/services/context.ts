/**
 * What all emulated services share: the workbook, who runs, in which mode, with which scopes; the count of calls; and
 * the proxy through which every call passes, so that what would fail at Google fails here.
 */
import type { Calculator } from "../formula/calculator.ts";
import type { Area, SheetModel, WorkbookModel } from "../model.ts";

/** Modes of authorisation, as Apps Script has them; `LOAD` is the evaluation of the script's top level. */
export type Mode = "LOAD" | "NONE" | "LIMITED" | "CUSTOM_FUNCTION" | "FULL";

/** Built-ins of the sandbox, for values that cross into it. */
export type Realm = {
  readonly makeDate: (milliseconds: number) => Date;
  readonly makeError: (message: string) => Error;
};

/** A file that the advanced Drive service was given. */
export type StoredFile = {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
};

/** The state behind the services of one open workbook. */
export type HostContext = {
  readonly workbook: WorkbookModel;
  readonly calculator: Calculator;
  readonly realm: Realm;
  /** Scopes of the manifest, in full. */
  readonly scopes: ReadonlySet<string>;
  mode: Mode;
  /** Mailbox of the person who runs the script. */
  user: string;
  /** Calls by `Class.method`, since the count was last taken. */
  calls: Map<string, number>;
  /** Written since formulas were last evaluated. */
  changed: { sheet: SheetModel; area: Area }[];
  /** What the script showed: alerts and toasts. */
  readonly messages: string[];
  readonly files: StoredFile[];
  /** Title of the menu → functions of its entries. */
  readonly menu: Map<string, string>;
};

/** Evaluates what was written. Reading a value does this first, as at Google. */
export function settle(context: HostContext): void {
  if (context.changed.length === 0) return;
  const changed = context.changed;
  context.changed = [];
  context.calculator.recalculate(changed);
}

/** Throws in the sandbox: the script sees an Error of its own. */
export function fail(context: HostContext, message: string): never {
  throw context.realm.makeError(message);
}

const SPREADSHEET_SCOPE = "https://www.googleapis.com/auth/spreadsheets.currentonly";
const SCOPES: Readonly<Record<string, string>> = {
  SpreadsheetApp: SPREADSHEET_SCOPE,
  Spreadsheet: SPREADSHEET_SCOPE,
  Sheet: SPREADSHEET_SCOPE,
  Range: SPREADSHEET_SCOPE,
  RangeList: SPREADSHEET_SCOPE,
  Protection: SPREADSHEET_SCOPE,
  "Drive.Files": "https://www.googleapis.com/auth/drive.file",
  Session: "https://www.googleapis.com/auth/userinfo.email",
};

/** Needs no authorisation: allowed in every mode but while the script is loaded. */
const FREE: ReadonlySet<string> = new Set([
  "SpreadsheetApp.getUi",
  "Ui.createAddonMenu",
  "Menu.addItem",
  "Menu.addSeparator",
  "Menu.addToUi",
  "Utilities.newBlob",
  "Blob.getBytes",
]);

/** Methods that change the spreadsheet or show something: not for custom functions. */
const WRITES = /\.(set|insert|delete|copy|clear|merge|hide|show|protect|remove|add|alert|create|activate|toast)/;

/** Counts a call and refuses what the mode or the scopes do not allow, with Google's words. */
function admit(context: HostContext, className: string, method: string): void {
  const call = `${className}.${method}`;
  context.calls.set(call, (context.calls.get(call) ?? 0) + 1);
  if (context.mode === "LOAD") fail(context, `You do not have permission to call ${call}`);
  if (FREE.has(call)) return;
  const scope = SCOPES[className];
  if (scope && !context.scopes.has(scope)) {
    fail(context, `Specified permissions are not sufficient to call ${call}. Required permissions: ${scope}`);
  }
  const forbidden =
    context.mode === "NONE" ||
    (context.mode === "CUSTOM_FUNCTION" &&
      (WRITES.test(call) || className === "Session" || className === "Drive.Files")) ||
    (context.mode === "LIMITED" && (className === "Drive.Files" || call === "Ui.alert"));
  if (forbidden) fail(context, `You do not have permission to call ${call}`);
}

/**
 * Presents a partial service as the whole one: each call is counted and admitted, and a member that is not there throws
 * “not implemented in the offline host”. So the type is kept: every member exists, if only to refuse.
 */
export function complete<Full extends object>(context: HostContext, className: string, part: Partial<Full>): Full {
  const proxy: object = new Proxy(part, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key);
      if (typeof key === "symbol" || key === "toJSON" || key === "then") return member;
      if (member === undefined) {
        return fail(context, `not implemented in the offline host: ${className}.${key}`);
      }
      if (typeof member !== "function") return member;
      return (...args: unknown[]): unknown => {
        admit(context, className, key);
        return Reflect.apply(member, target, args);
      };
    },
  });
  return proxy as Full;
}
