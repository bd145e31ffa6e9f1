/**
 * `google.script` for the add-on's page in the frame, by the platform's rules. JSON only, ten calls at once, names that
 * end in `_` are private, errors go to the failure handler. The page around the frame makes the calls.
 */
import type { FromFrame, ToFrame } from "../bridged.ts";

const MOST_AT_ONCE = 10;

type Handlers = {
  readonly done: (result: unknown, userObject?: unknown) => void;
  readonly failed: (error: Error, userObject?: unknown) => void;
  readonly userObject?: unknown;
};

const waiting = new Map<number, Handlers>();
let lastId = 0;

function send(message: FromFrame): void {
  window.parent.postMessage(message, "*");
}

/** Throws for values that the platform does not pass: dates, functions, cycles. */
function requirePlain(value: unknown, key: string, around: readonly object[] = []): void {
  const isIllegal = ["function", "symbol", "bigint"].includes(typeof value) || value instanceof Date;
  if (isIllegal || (typeof value === "object" && value !== null && around.includes(value))) {
    throw new TypeError(`Failed due to illegal value in property: ${key}`);
  }
  if (typeof value !== "object" || value === null) return;
  for (const [name, part] of Object.entries(value)) requirePlain(part, name, [...around, value]);
}

function call(handlers: Handlers, name: string, args: readonly unknown[]): void {
  for (const [index, argument] of args.entries()) requirePlain(argument, String(index));
  if (waiting.size >= MOST_AT_ONCE) {
    setTimeout(() => handlers.failed(scriptError("Too many simultaneous invocations"), handlers.userObject));
    return;
  }
  lastId += 1;
  waiting.set(lastId, handlers);
  send({ kind: "call", id: lastId, name, args: JSON.stringify(args) });
}

function scriptError(message: string): Error {
  const error = new Error(message);
  error.name = "ScriptError";
  return error;
}

/** Makes a runner: a handler's name makes another runner, any other name calls the server. */
function makeRunner(handlers: Handlers): object {
  const steps = {
    withSuccessHandler: (done: Handlers["done"]) => makeRunner({ ...handlers, done }),
    withFailureHandler: (failed: Handlers["failed"]) => makeRunner({ ...handlers, failed }),
    withUserObject: (userObject: unknown) => makeRunner({ ...handlers, userObject }),
  };
  return new Proxy(steps, {
    get(known, name) {
      if (typeof name === "symbol" || name in known) return Reflect.get(known, name);
      if (name.endsWith("_")) return undefined;
      return (...args: readonly unknown[]) => call(handlers, name, args);
    },
  });
}

window.addEventListener("message", ({ source, data }: MessageEvent<ToFrame>) => {
  if (source !== window.parent) return;
  const handlers = waiting.get(data.id);
  if (!handlers) return;
  waiting.delete(data.id);
  if (data.error === undefined) handlers.done(JSON.parse(data.result), handlers.userObject);
  else handlers.failed(scriptError(data.error), handlers.userObject);
});

const run = makeRunner({ done: () => undefined, failed: (error) => console.error(error.message) });
Reflect.set(window, "google", { script: { run, host: { close: () => send({ kind: "close" }) } } });
