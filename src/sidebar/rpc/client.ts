/**
 * Calls the add-on's functions as promises. Knows the platform's rules, not the functions: their types come from the
 * contract that the server side writes.
 */
import { EmptyResult, type RpcFault, readFault } from "./faults.ts";
import type { ScriptRun } from "./google.ts";

/** The platform turns away the eleventh call at once. */
const MOST_AT_ONCE = 10;

/**
 * What JSON carries. A Date or a function anywhere in it is `never`, since the platform would hand over null in place of
 * the whole result.
 */
export type Wire<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends Date | ((...args: never[]) => unknown)
    ? never
    : { readonly [Key in keyof Value]: Wire<Value[Key]> };

/** The server's functions by name. */
type Contract = object;

type Call = (...args: never[]) => unknown;

/** The arguments of a function, when all of them can travel. */
type Arguments<Endpoint> = Endpoint extends (...args: infer Given) => unknown
  ? Given extends Wire<Given>
    ? Given
    : never
  : never;

/** The result of a function, when all of it can travel; `null` is what the platform makes of any other. */
type Result<Endpoint> = Endpoint extends (...args: never[]) => infer Returned
  ? [Returned] extends [Wire<Returned>]
    ? Returned
    : never
  : never;

/** Names of the functions whose arguments and results can travel. */
export type Callable<Endpoints extends Contract> = {
  [Name in keyof Endpoints]: Endpoints[Name] extends Call
    ? [Result<Endpoints[Name]>] extends [never]
      ? never
      : Name
    : never;
}[keyof Endpoints] &
  string;

export type Rpc<Endpoints extends Contract> = <Name extends Callable<Endpoints>>(
  name: Name,
  ...args: Arguments<Endpoints[Name]>
) => Promise<Result<Endpoints[Name]>>;

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
export function createRpc<Endpoints extends Contract>(
  run: () => ScriptRun,
  onFault: (fault: RpcFault) => void = () => undefined,
): Rpc<Endpoints> {
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
  return async (name, ...args) => {
    await takeTurn();
    try {
      return await call(run(), name, args);
    } catch (thrown) {
      const fault = readFault(thrown);
      onFault(fault);
      throw fault;
    } finally {
      endTurn();
    }
  };
}
