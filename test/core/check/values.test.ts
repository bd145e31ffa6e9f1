import { describe, expect, it } from "vitest";
import type { DataValue, HistoryValue, Typed } from "../../../src/core/value.ts";
import { checkWithoutRoles, earlier, register, registered, value } from "../figures.ts";

/** Checks one unit that reports just these elements, and says what was found in short. */
function check(elements: readonly string[], values: readonly DataValue[], history: readonly HistoryValue[] = []) {
  const units = register([registered("A", "co_quan", { inCt1: false, listed: elements })]);
  return checkWithoutRoles({ units, values, history }).map(
    ({ severity, code, subject }) => `${severity} ${code} ${subject.kind === "value" ? subject.field : ""}`,
  );
}

function checkOne(element: string, total: Typed, women: Typed) {
  return check([element], [value("A", element, total, women)]);
}

describe("a value", () => {
  it.each([
    ["LD", 3, 1, []],
    ["LD", 3, 3, []],
    ["BCHX", 0, 0, []],
    ["LD", undefined, undefined, ["error missing total"]],
    ["LD", 3, undefined, ["error half-missing women"]],
    ["LD", undefined, 1, ["error half-missing total"]],
    ["LD", 3, 4, ["error women-over-total women"]],
    ["LD", 3, "một", ["error not-a-number women"]],
    ["LD", "1.000", 4, ["error not-a-number total"]],
    ["LD", 3, -1, ["error negative women"]],
    ["LD", 3, 1.5, ["error not-whole women"]],
    ["LD", 1e16, 1, ["error too-large total"]],
    ["LD", Number.NaN, 1, ["error not-whole total"]],
    ["LD", -3, 1.5, ["error negative total", "error not-whole women"]],
    ["LD", undefined, -1, ["error half-missing total", "error negative women"]],
    ["LD", 0, 0, ["warning no-leaders total"]],
    // Elements that have no total.
    ["QHT", undefined, 3, []],
    ["QHT", "x", 3, []],
    ["QHT", 3, undefined, ["error missing women"]],
    ["QHT", undefined, 0.5, ["error not-whole women"]],
    // Luật Hòa giải ở cơ sở 2013, Điều 12.
    ["THG", 3, 1, []],
    ["THG", 3, 0, ["warning no-woman-mediator women"]],
    ["THG", 2, 1, ["warning few-mediators total"]],
    ["THG", 2, 0, ["warning few-mediators total", "warning no-woman-mediator women"]],
    ["THG", 0, 0, []],
    ["CNS", 2, 0, []],
  ] as const)("%s of %j, women %j: %j", (element, total, women, expected) => {
    expect(checkOne(element, total, women)).toEqual(expected);
  });

  it("that is half missing asks for the other half", () => {
    const units = register([registered("A", "co_quan", { inCt1: false, listed: ["LD"] })]);
    const expected = (total: Typed, women: Typed) =>
      checkWithoutRoles({ units, values: [value("A", "LD", total, women)] }).map((issue) => issue.expected);
    expect(expected(undefined, 1)).toEqual(["tổng số đi cùng số nữ"]);
    expect(expected(3, undefined)).toEqual(["số nữ đi cùng tổng số"]);
  });

  it("that is not there at all is missing", () => {
    expect(check(["LD", "CNS"], [value("A", "CNS", 3, 1)])).toEqual(["error missing total"]);
  });

  it("that its unit is not asked for is not looked at", () => {
    expect(check(["LD"], [value("A", "LD", 3, 1), value("A", "CNS", 3, 9)])).toEqual([]);
  });

  it("typed twice is judged by the first, as in the scorecard", () => {
    expect(check(["LD"], [value("A", "LD", 3, 1), value("A", "LD", 3, 9)])).toEqual([]);
    expect(check(["LD"], [value("A", "LD", 3, 9), value("A", "LD", 3, 1)])).toEqual(["error women-over-total women"]);
  });
});

describe("a part and its whole", () => {
  it.each([
    ["DTN", "QHC", 5, 5, []],
    ["DTN", "QHC", 6, 5, ["error dtn-over-qhc women"]],
    ["THS", "LDX", 5, 5, []],
    ["THS", "LDX", 6, 5, ["error ths-over-ldx women"]],
    ["THS", "LDX", 6, "x", ["error not-a-number women"]],
  ] as const)("%s and %s: %j of %j: %j", (part, whole, some, all, expected) => {
    const values = [value("A", part, undefined, some), value("A", whole, undefined, all)];
    expect(check([part, whole], values)).toEqual(expected);
  });

  it.each(["DTN", "QHC"] as const)("are not compared where a unit is asked for %s alone", (element) => {
    expect(check([element], [value("A", "DTN", undefined, 6), value("A", "QHC", undefined, 5)])).toEqual([]);
  });

  it("are the part's fault: that is the cell to look at", () => {
    const units = register([registered("A", "co_quan", { inCt1: false, listed: ["DTN", "QHC"] })]);
    const values = [value("A", "DTN", undefined, 6), value("A", "QHC", undefined, 5)];
    const [issue] = checkWithoutRoles({ units, values });
    expect(issue?.subject).toEqual({ kind: "value", element: "DTN", field: "women" });
    expect(issue?.expected).toContain("không quá 5");
    expect(issue?.found).toBe("6");
  });
});

describe("the women in quy hoạch", () => {
  it.each(["QHT", "QHCM", "QHS"] as const)("are not fewer than those of them who are %s", (part) => {
    const values = (women: number) => [value("A", "QH", 20, 9), value("A", part, undefined, women)];
    expect(check(["QH", part], values(9))).toEqual([]);
    expect(check(["QH", part], values(10))).toEqual([`error ${part.toLowerCase()}-over-qh women`]);
  });

  it.each(["QH", "QHC"] as const)("are not compared where a unit is asked for %s alone", (element) => {
    const values = [value("A", "QH", 20, 9), value("A", "QHC", undefined, 8)];
    expect(check([element], values)).toEqual([]);
  });

  it("may differ from the CBCCVC among them: a warning, no error", () => {
    const values = (women: number) => [value("A", "QH", 20, 9), value("A", "QHC", undefined, women)];
    expect(check(["QH", "QHC"], values(9))).toEqual([]);
    expect(check(["QH", "QHC"], values(8))).toEqual(["warning qhc-differs women"]);
    expect(check(["QH", "QHC"], values(10))).toEqual(["warning qhc-differs women"]);
  });
});

describe("a jump against last year", () => {
  const before = [earlier(2025, "A", "CNS", 10, 2)];

  it.each([
    [5, []], // half of it gone: not more than half
    [15, []],
    [4, ["warning jump total"]],
    [16, ["warning jump total"]],
  ])("from 10 to %i: %j", (total, expected) => {
    expect(check(["CNS"], [value("A", "CNS", total, 2)], before)).toEqual(expected);
  });

  it("is not asked about where a note explains it", () => {
    expect(check(["CNS"], [value("A", "CNS", 40, 2, "sáp nhập ấp")], before)).toEqual([]);
  });

  it("looks at the women where there is no total", () => {
    const history = [earlier(2025, "A", "QHT", undefined, 4)];
    expect(check(["QHT"], [value("A", "QHT", undefined, 7)], history)).toEqual(["warning jump women"]);
    expect(check(["QHT"], [value("A", "QHT", undefined, 6)], history)).toEqual([]);
  });

  it.each([
    ["another year's figures", [earlier(2024, "A", "CNS", 10, 2)]],
    ["another unit's figures", [earlier(2025, "B", "CNS", 10, 2)]],
    ["nobody", [earlier(2025, "A", "CNS", 0, 0)]],
  ])("is not seen against %s", (_what, history) => {
    expect(check(["CNS"], [value("A", "CNS", 40, 2)], history)).toEqual([]);
  });
});
