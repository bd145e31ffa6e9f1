/** The contract's types: what `google.script.run` would turn into null must not compile. */
import { describe, expectTypeOf, it } from "vitest";
import type { EndpointName, Plain, Rpc } from "../../src/addon/rpc.ts";

describe("the contract of the sidebar", () => {
  it("has no place for a Date, a function or nothing at all", () => {
    expectTypeOf<Plain<Date>>().toBeNever();
    expectTypeOf<Plain<{ at: { when: Date }[] }>["at"][number]["when"]>().toBeNever();
    expectTypeOf<Plain<() => void>>().toBeNever();
    expectTypeOf<Plain<{ a: string; b: number | null; c: readonly boolean[] }>>().toEqualTypeOf<{
      readonly a: string;
      readonly b: number | null;
      readonly c: readonly boolean[];
    }>();
  });

  it("keeps the words of a union, and refuses a name that no endpoint has", () => {
    expectTypeOf<Rpc["getDesk"]["result"]["kind"]>().toEqualTypeOf<"coordinator" | "unit" | "visitor" | "new">();
    expectTypeOf<"getDesks">().not.toMatchTypeOf<EndpointName>();
    expectTypeOf<Rpc["getDesk"]["argument"]>().toEqualTypeOf<undefined>();
  });
});
