/**
 * Calls the add-on's functions as promises. Knows the platform's rules, not the functions: these are the contract's,
 * which is types alone.
 */
import type { Call } from "../../addon/rpc.ts";
import { EmptyResult, type RpcFault, readFault } from "./faults.ts";

// The part of `google.script` that the sidebar uses, as the platform gives it to HTML that the add-on shows.

/** What the failure handler gets: an Error in most cases, whatever was thrown in all. */
export type FailureHandler = (thrown: unknown) => void;

/** A call in the making: handlers first, then the server's function by its name. */
export type ScriptRun = {
  /** The result is what the contract says, or null: nothing was returned, or what was returned could not travel. */
  readonly withSuccessHandler: <Result>(handler: (result: Result | null) => void) => ScriptRun;
  readonly withFailureHandler: (handler: FailureHandler) => ScriptRun;
};

export type GoogleScript = {
  readonly run: ScriptRun;
  readonly host: { readonly close: () => void };
};

declare global {
  /** Absent where the sidebar's file is opened by itself. */
  var google: { readonly script: GoogleScript } | undefined;
}

/** The platform turns away the eleventh call at once. */
const MOST_AT_ONCE = 10;

/** The server's functions by name: what each takes and returns. */
type CallContract<Endpoints> = { readonly [Name in keyof Endpoints]: Call<unknown, unknown> };

/** A function that takes nothing is called with its name alone. */
type CallArguments<Argument> = [Argument] extends [undefined]
  ? readonly []
  : undefined extends Argument
    ? readonly [argument?: Argument]
    : readonly [argument: Argument];

export type RpcClient<Endpoints extends CallContract<Endpoints>> = <Name extends keyof Endpoints & string>(
  name: Name,
  ...given: CallArguments<Endpoints[Name]["argument"]>
) => Promise<Endpoints[Name]["result"]>;

function call<Value>(run: ScriptRun, name: string, args: readonly unknown[]): Promise<Value> {
  return new Promise((resolve, reject) => {
    const prepared = run
      .withSuccessHandler<Value>((result) => (result === null ? reject(new EmptyResult(name)) : resolve(result)))
      .withFailureHandler(reject);
    const endpoint: unknown = Reflect.get(prepared, name);
    if (typeof endpoint !== "function") return reject(new Error(`Script function not found: ${name}`));
    Reflect.apply(endpoint, prepared, args);
  });
}

/**
 * Makes the client. Calls beyond the tenth wait their turn; whatever goes wrong comes back as a fault that says what to
 * do, and is told to `onFault` besides.
 */
export function createRpc<Endpoints extends CallContract<Endpoints>>(
  run: () => ScriptRun,
  onFault: (fault: RpcFault) => void = () => undefined,
): RpcClient<Endpoints> {
  let running = 0;
  const waiting: (() => void)[] = [];
  const takeTurn = async (): Promise<void> => {
    if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
  };
  /** The place goes to the next in line, or is free. */
  const endTurn = (): void => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  return async (name, ...given) => {
    await takeTurn();
    try {
      return await call(run(), name, given);
    } catch (thrown) {
      const fault = readFault(thrown);
      onFault(fault);
      throw fault;
    } finally {
      endTurn();
    }
  };
}
