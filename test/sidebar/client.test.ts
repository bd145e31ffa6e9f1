/** The calls to the server: what compiles, what is awaited, what is said when it goes wrong. */
import { describe, expect, it } from "vitest";
import type { Call, Plain, Rpc } from "../../src/addon/rpc.ts";
import { createRpc, type RpcClient, type ScriptRun } from "../../src/sidebar/rpc/client.ts";
import type { RpcFault } from "../../src/sidebar/rpc/faults.ts";

type Endpoints = {
  readonly approve: Call<readonly string[], { readonly done: number }>;
  readonly greet: Call<string, string>;
  readonly count: Call<undefined, number>;
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
    const record =
      (name: string) =>
      (...args: readonly unknown[]) =>
        void calls.push({ name, args, handlers });
    return Object.assign(run, { approve: record("approve"), greet: record("greet") });
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
function typesHold(rpc: RpcClient<Rpc>): void {
  void rpc("getDesk").then((desk) => desk.kind === "coordinator" && desk.units.length.toFixed());
  void rpc("approve", { units: [{ unit: "VPDU", digest: "a" }] }).then(({ refused }) => refused[0]?.reason.length);
  // @ts-expect-error a misspelt endpoint
  void rpc("getDesks");
  // @ts-expect-error a wrong argument
  void rpc("approve", { units: ["VPDU"] });
  // @ts-expect-error a missing argument
  void rpc("approve");
  // @ts-expect-error an argument where there is none
  void rpc("getDesk", "VPDU");
  // @ts-expect-error a Date in an argument
  void rpc("returnUnit", { unit: "VPDU", digest: "a", reason: new Date() });
  // @ts-expect-error a field that the result has not
  void rpc("approve", { units: [] }).then(({ count }) => count);
  // @ts-expect-error a Date in a result: nothing fits there
  const dated: Plain<{ readonly at: Date }> = { at: new Date() };
  // @ts-expect-error a function deep in a result
  const acting: Plain<readonly { readonly act: () => void }[]> = [{ act: () => undefined }];
  void [dated, acting];
}
void typesHold;

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
    expect(script.calls.map(({ args }) => args[0])).toEqual([
      "0",
      "1",
      "2",
      "3",
      "4",
      "5",
      "6",
      "7",
      "8",
      "9",
      "10",
      "11",
    ]);
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
