/** The calls to the server: what compiles, what is awaited, what is said when it goes wrong. */
import { describe, expect, it } from "vitest";
import { createRpc, type Rpc } from "../../src/sidebar/rpc/client.ts";
import type { RpcFault } from "../../src/sidebar/rpc/faults.ts";
import type { ScriptRun } from "../../src/sidebar/rpc/google.ts";

type Endpoints = {
  readonly approve: (units: readonly string[]) => { readonly done: number };
  readonly since: () => { readonly at: Date };
  readonly deep: () => { readonly list: readonly { readonly act: () => void }[] };
  readonly plan: (at: Date) => string;
  readonly greet: (name: string, times?: number) => string;
};

type Handlers = { readonly done: (result: never) => void; readonly failed: (thrown: unknown) => void };

/** A `google.script.run` whose calls end when the test says so. */
function fakeRun() {
  const calls: { readonly name: string; readonly args: readonly unknown[]; readonly handlers: Handlers }[] = [];
  const make = (handlers: Handlers): ScriptRun => {
    const run = {
      withSuccessHandler: (done: Handlers["done"]) => make({ ...handlers, done }),
      withFailureHandler: (failed: Handlers["failed"]) => make({ ...handlers, failed }),
    };
    const record = (name: string) => (...args: readonly unknown[]) => void calls.push({ name, args, handlers });
    return Object.assign(run, { approve: record("approve"), greet: record("greet"), since: record("since") });
  };
  const run = make({ done: () => undefined, failed: () => undefined });
  return {
    calls,
    run: () => run,
    end: (index: number, result: unknown) => Reflect.apply(calls[index]?.handlers.done ?? fail, undefined, [result]),
    fail: (index: number, thrown: unknown) => (calls[index]?.handlers.failed ?? fail)(thrown),
  };
}

function fail(): never {
  throw new Error("There was no such call");
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

/** Never run: each line must compile, and each expected error must be one. */
export function typesHold(rpc: Rpc<Endpoints>): void {
  void rpc("approve", ["VPDU"]).then(({ done }) => done.toFixed());
  void rpc("greet", "Xã");
  void rpc("greet", "Xã", 2);
  // @ts-expect-error a misspelt endpoint
  void rpc("aprove", ["VPDU"]);
  // @ts-expect-error a wrong argument
  void rpc("approve", "VPDU");
  // @ts-expect-error a missing argument
  void rpc("approve");
  // @ts-expect-error one argument too many
  void rpc("greet", "Xã", 2, 3);
  // @ts-expect-error a Date in the result
  void rpc("since");
  // @ts-expect-error a function deep in the result
  void rpc("deep");
  // @ts-expect-error a Date as an argument
  void rpc("plan", new Date());
  // @ts-expect-error a field that the result has not
  void rpc("approve", []).then(({ count }) => count);
}

describe("a call", () => {
  it("hands arguments over and resolves with what comes back", async () => {
    const script = fakeRun();
    const answer = createRpc<Endpoints>(script.run)("approve", ["VPDU", "TYT"]);
    await settled();
    expect(script.calls.map(({ name, args }) => [name, args])).toEqual([["approve", [["VPDU", "TYT"]]]]);
    script.end(0, { done: 2 });
    expect(await answer).toEqual({ done: 2 });
  });

  it("waits its turn when ten are under way, and the next one goes when one ends, well or not", async () => {
    const script = fakeRun();
    const rpc = createRpc<Endpoints>(script.run);
    const answers = Array.from({ length: 13 }, (_, index) => rpc("greet", String(index)).catch(() => "failed"));
    await settled();
    expect(script.calls).toHaveLength(10);
    script.fail(3, new Error("x"));
    script.end(0, "a");
    await settled();
    expect(script.calls.map(({ args }) => args[0])).toEqual(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"]);
    script.end(1, "b");
    await settled();
    expect(script.calls).toHaveLength(13);
    for (const index of [2, 4, 5, 6, 7, 8, 9, 10, 11, 12]) script.end(index, "c");
    expect((await Promise.all(answers)).slice(0, 5)).toEqual(["a", "b", "c", "failed", "c"]);
  });

  it("that comes back as null is a fault, told to the one place as well", async () => {
    const script = fakeRun();
    const heard: RpcFault[] = [];
    const answer = createRpc<Endpoints>(script.run, (fault) => heard.push(fault))("greet", "Xã");
    await settled();
    script.end(0, null);
    await expect(answer).rejects.toMatchObject({ kind: "empty", message: /kết quả rỗng. Hãy bấm Tải lại/ });
    expect(heard.map(({ kind }) => kind)).toEqual(["empty"]);
  });

  it("to a function that the server has not says so", async () => {
    const run: ScriptRun = { withSuccessHandler: () => run, withFailureHandler: () => run };
    await expect(createRpc<Endpoints>(() => run)("greet", "Xã")).rejects.toMatchObject({ kind: "defect" });
  });
});
