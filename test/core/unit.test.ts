import { describe, expect, it } from "vitest";
import type { OrgUnit, RegisteredUnit } from "../../src/core/unit.ts";
import { PLAN } from "../plan.ts";
import { register, registered } from "./figures.ts";

const COMMUNE = ["QH", "QHT", "QHCM", "QHS", "QHC", "DTN", "LDX", "THS"];

function resolveOne(unit: RegisteredUnit): OrgUnit {
  const [resolved] = register([unit]);
  if (!resolved) throw new Error("The unit is gone");
  return resolved;
}

function elementsOf(units: readonly OrgUnit[], code: string): readonly string[] {
  return units.find((unit) => unit.code === code)?.elements ?? [];
}

describe("resolveUnits", () => {
  it.each([
    ["dang", true, ["LD"]],
    ["co_quan", true, ["LD"]],
    ["su_nghiep", true, ["LD"]],
    ["vu_trang", true, ["LD"]],
    ["ct_xh", true, ["LD", "BCHX"]],
    ["ap", false, ["CUA", "BCHA", "THG", "CNS", "MTQ"]],
  ] as const)("gives a unit of type %s its scope (CT1: %s) and elements", (type, inCt1, elements) => {
    const unit = resolveOne(registered("A", type));
    expect(unit.inCt1).toBe(inCt1);
    expect(unit.elements).toEqual(elements);
  });

  it("follows the register where it says otherwise, in the order of the forms", () => {
    const unit = resolveOne(registered("A", "co_quan", { listed: ["THG", "LD", "BCHX"] }));
    expect(unit.elements).toEqual(["LD", "BCHX", "THG"]);
  });

  it("asks every unit in CT1's scope for its leaders, even if its list leaves them out", () => {
    expect(resolveOne(registered("A", "co_quan", { listed: ["CNS"] })).elements).toEqual(["LD", "CNS"]);
    expect(resolveOne(registered("A", "ap", { inCt1: true })).elements).toContain("LD");
    expect(resolveOne(registered("A", "co_quan", { inCt1: false, listed: ["CNS"] })).elements).toEqual(["CNS"]);
  });

  it("keeps the leaders of a unit outside CT1's scope where its type reports them", () => {
    const unit = resolveOne(registered("A", "su_nghiep", { inCt1: false }));
    expect(unit.inCt1).toBe(false);
    expect(unit.elements).toEqual(["LD"]);
  });

  it("gives the custodian the commune's totals and the cấp ủy", () => {
    const units = register([registered("VHXH", "co_quan"), registered("VP", "co_quan")], "VHXH");
    expect(elementsOf(units, "VHXH")).toEqual(["LD", "CUX", ...COMMUNE]);
    expect(elementsOf(units, "VP")).toEqual(["LD"]);
  });

  it("leaves the cấp ủy to another unit that lists it", () => {
    const units = register([registered("VHXH", "co_quan"), registered("VPDU", "dang", { listed: ["CUX"] })], "VHXH");
    expect(elementsOf(units, "VHXH")).toEqual(["LD", ...COMMUNE]);
    expect(elementsOf(units, "VPDU")).toEqual(["LD", "CUX"]);
  });

  it("lets the custodian list the cấp ủy itself", () => {
    const units = register([registered("VHXH", "co_quan", { listed: ["CUX"] })], "VHXH");
    expect(elementsOf(units, "VHXH")).toEqual(["LD", "CUX", ...COMMUNE]);
  });

  it("gives nobody the commune's totals without a custodian", () => {
    const units = register([registered("VHXH", "co_quan")], "KHAC");
    expect(elementsOf(units, "VHXH")).toEqual(["LD"]);
  });
});

describe("what is entered once for the commune", () => {
  it("are QH to THS", () => {
    expect([...PLAN.elements.values()].filter(({ communeOnly }) => communeOnly).map(({ code }) => code)).toEqual(
      COMMUNE,
    );
  });
});
