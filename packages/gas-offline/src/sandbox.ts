/**
 * Runs the pushed bundle in a context of its own. It has ES built-ins and the emulated services, but no timers, fetch
 * or process. Functions are called by name with JSON, as `google.script.run` does.
 */
import { createContext, Script } from "node:vm";
import { isDate } from "./formula/custom-call.ts";
import { canBeCustom } from "./formula/google-functions.ts";
import { newUtilities } from "./services/blobs.ts";
import { complete, type HostContext, type Mode, type Realm } from "./services/context.ts";
import { newDrive } from "./services/drive.ts";
import { newHtmlService } from "./services/html.ts";
import { newLockService, newSession, releaseLocks } from "./services/lock-and-session.ts";
import { newMailApp } from "./services/mail.ts";
import { newPropertiesService } from "./services/properties.ts";
import { newScriptApp } from "./services/script.ts";
import { newSpreadsheetApp } from "./services/spreadsheet.ts";

/** An error that the script threw, with its own words. */
export class ScriptFault extends Error {
  override readonly name = "ScriptFault";
  /** The name of what was thrown: `WorkbookFault` and `TemplateFault` speak to users, others are defects. */
  readonly kind: string;

  constructor(thrown: unknown) {
    super(fieldOf(thrown, "message") ?? String(thrown), { cause: thrown });
    this.kind = fieldOf(thrown, "name") ?? "";
  }
}

function fieldOf(thrown: unknown, name: string): string | undefined {
  const field: unknown = typeof thrown === "object" && thrown !== null ? Reflect.get(thrown, name) : undefined;
  return typeof field === "string" ? field : undefined;
}

export type Sandbox = {
  readonly realm: Realm;
  /** Installs the services and evaluates the bundle. */
  readonly load: (context: HostContext, code: readonly Script[]) => void;
  /** Tells whether a formula may call a function of this name, in letters of either case. */
  readonly isCustomFunction: (name: string) => boolean;
  /** Calls a function as a cell does: plain arguments, in the mode of a custom function. Throws what it throws. */
  readonly callFormula: (context: HostContext, name: string, args: readonly unknown[]) => unknown;
  /**
   * Calls a function as `google.script.run` does, with JSON both ways. A Date or a function anywhere in the result
   * makes it null. Throws a ScriptFault with the script's message.
   */
  readonly run: (context: HostContext, name: string, args: readonly unknown[], mode?: Mode) => unknown;
};

/** Names ending in `_` are private. */
const CALLABLE = /^[A-Za-z](\w*[A-Za-z0-9])?$/;

/** Services that Google has and the host lacks. A call of one says so, unlike a call of an unknown name. */
const MISSING_SERVICES = ["CacheService", "DocumentApp", "DriveApp", "GmailApp", "Logger", "UrlFetchApp"];

/** Tells whether `google.script.run` passes a value: it contains no Date, function or cycle. */
function canCross(value: unknown, around: readonly object[] = []): boolean {
  if (typeof value === "function" || typeof value === "symbol" || typeof value === "bigint" || isDate(value))
    return false;
  if (typeof value !== "object" || value === null) return true;
  if (around.includes(value)) return false;
  return Object.values(value).every((part) => canCross(part, [...around, value]));
}

/** Sets the script's clock. What the script's `Date` makes is still a `Date`. */
const SET_CLOCK = `(now) => {
  const Machine = Date;
  globalThis.Date = class Date extends Machine {
    constructor(...given) {
      given.length > 0 ? super(...given) : super(now());
    }
    static now() {
      return now();
    }
  };
}`;

/**
 * Makes an empty sandbox.
 * @param now the script's clock, in milliseconds since 1970; by default the machine's
 */
export function createSandbox(now?: () => number): Sandbox {
  const globals = createContext(Object.create(null));
  // The casts say what the quoted code returns: types end at the border of its context.
  const inside = (code: string): unknown => new Script(code).runInContext(globals);
  if (now) (inside(SET_CLOCK) as (now: () => number) => void)(now);
  const makeDate = inside("(milliseconds) => new Date(milliseconds)") as Realm["makeDate"];
  const makeError = inside("(message) => new Error(message)") as Realm["makeError"];
  const toJson = inside("(value) => JSON.stringify(value)") as (value: unknown) => string | undefined;
  const fromJson = inside("(text) => JSON.parse(text)") as (text: string) => unknown;
  const builtIns = new Set(inside("Object.getOwnPropertyNames(globalThis)") as string[]);

  const functionNamed = (name: string): ((...args: unknown[]) => unknown) | undefined => {
    const found: unknown = CALLABLE.test(name) && !builtIns.has(name) ? Reflect.get(globals, name) : undefined;
    return typeof found === "function" ? (found as (...args: unknown[]) => unknown) : undefined;
  };

  /** The script's own functions by their names in capitals, as formulas call them. */
  let namesInFormulas: ReadonlyMap<string, string> | undefined;
  const inFormulas = (name: string): string | undefined => {
    namesInFormulas ??= new Map(
      Object.keys(globals)
        .filter((own) => functionNamed(own))
        .map((own) => [own.toUpperCase(), own]),
    );
    return namesInFormulas.get(name.toUpperCase());
  };

  const within = <Result>(context: HostContext, mode: Mode, action: () => Result): Result => {
    const outer = { mode: context.mode, elapsed: context.elapsed };
    Object.assign(context, { mode, elapsed: 0 });
    try {
      return action();
    } finally {
      Object.assign(context, outer);
    }
  };

  const call = (name: string, args: readonly unknown[]): unknown => {
    const found = functionNamed(name);
    if (!found) throw new ScriptFault(new Error(`Script function not found: ${name}`));
    return found(...args);
  };

  const argumentInside = (argument: unknown): unknown => {
    if (argument === undefined) return undefined;
    if (!canCross(argument)) throw new ScriptFault(new TypeError("Failed due to illegal value in an argument."));
    return fromJson(JSON.stringify(argument));
  };

  return {
    realm: { makeDate, makeError },
    load(context, code) {
      for (const name of MISSING_SERVICES) Reflect.set(globals, name, complete<object>(context, name, {}));
      const services = {
        SpreadsheetApp: newSpreadsheetApp(context),
        LockService: newLockService(context),
        Utilities: newUtilities(context),
        Session: newSession(context),
        Drive: newDrive(context),
        HtmlService: newHtmlService(context),
        MailApp: newMailApp(context),
        PropertiesService: newPropertiesService(context),
        ScriptApp: newScriptApp(context),
      };
      for (const [name, service] of Object.entries(services)) Reflect.set(globals, name, service);
      within(context, "LOAD", () => {
        for (const file of code) file.runInContext(globals);
      });
    },
    isCustomFunction: (name) => canBeCustom(name) && inFormulas(name) !== undefined,
    callFormula: (context, name, args) =>
      within(context, "CUSTOM_FUNCTION", () => call(inFormulas(name) ?? name, args)),
    run(context, name, args, mode = "FULL") {
      const given = args.map(argumentInside);
      return within(context, mode, () => {
        try {
          const result = call(name, given);
          const parsed: unknown = JSON.parse((canCross(result) ? toJson(result) : undefined) ?? "null");
          return parsed;
        } catch (thrown) {
          throw thrown instanceof ScriptFault ? thrown : new ScriptFault(thrown);
        } finally {
          releaseLocks(context);
        }
      });
    },
  };
}
