/**
 * Runs the pushed bundle in a context of its own that has ES built-ins and the emulated services, and nothing of Node:
 * no timers, no fetch, no process. Functions are called by name with JSON, as `google.script.run` does.
 */
import { createContext, Script } from "node:vm";
import type { HostContext, Mode, Realm } from "./services/context.ts";
import { newDrive, newLockService, newSession, newUtilities } from "./services/others.ts";
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
  readonly load: (context: HostContext, code: Script) => void;
  /** Tells whether the bundle has a function of this name that Google could call. */
  readonly has: (name: string) => boolean;
  /** Calls a function as a cell does: plain arguments, in the mode of a custom function. Throws what it throws. */
  readonly callFormula: (context: HostContext, name: string, args: readonly unknown[]) => unknown;
  /** Calls a function with full rights and JSON both ways. Throws a ScriptFault with the script's message. */
  readonly run: (context: HostContext, name: string, args: readonly unknown[], mode?: Mode) => unknown;
};

/** Names ending in `_` are private. */
const CALLABLE = /^[A-Za-z]\w*[A-Za-z0-9]$/;

/** Makes an empty sandbox. */
export function createSandbox(): Sandbox {
  const globals = createContext(Object.create(null));
  const inside = (code: string): unknown => new Script(code).runInContext(globals);
  const makeDate = inside("(milliseconds) => new Date(milliseconds)") as Realm["makeDate"];
  const makeError = inside("(message) => new Error(message)") as Realm["makeError"];
  const toJson = inside("(value) => JSON.stringify(value)") as (value: unknown) => string | undefined;
  const fromJson = inside("(text) => JSON.parse(text)") as (text: string) => unknown;

  const functionNamed = (name: string): ((...args: unknown[]) => unknown) | undefined => {
    const found: unknown = CALLABLE.test(name) ? Reflect.get(globals, name) : undefined;
    return typeof found === "function" ? (found as (...args: unknown[]) => unknown) : undefined;
  };

  const within = <Result>(context: HostContext, mode: Mode, action: () => Result): Result => {
    const outer = context.mode;
    context.mode = mode;
    try {
      return action();
    } finally {
      context.mode = outer;
    }
  };

  const call = (name: string, args: readonly unknown[]): unknown => {
    const found = functionNamed(name);
    if (!found) throw new ScriptFault(new Error(`Script function not found: ${name}`));
    return found(...args);
  };

  return {
    realm: { makeDate, makeError },
    load(context, code) {
      const services = {
        SpreadsheetApp: newSpreadsheetApp(context),
        LockService: newLockService(context),
        Utilities: newUtilities(context),
        Session: newSession(context),
        Drive: newDrive(context),
      };
      for (const [name, service] of Object.entries(services)) Reflect.set(globals, name, service);
      within(context, "LOAD", () => code.runInContext(globals));
    },
    has: (name) => functionNamed(name) !== undefined,
    callFormula: (context, name, args) => within(context, "CUSTOM_FUNCTION", () => call(name, args)),
    run(context, name, args, mode = "FULL") {
      return within(context, mode, () => {
        let json: string | undefined;
        try {
          json = toJson(
            call(
              name,
              args.map((arg) => (arg === undefined ? undefined : fromJson(JSON.stringify(arg)))),
            ),
          );
        } catch (thrown) {
          throw thrown instanceof ScriptFault ? thrown : new ScriptFault(thrown);
        }
        return json === undefined ? undefined : (JSON.parse(json) as unknown);
      });
    },
  };
}
