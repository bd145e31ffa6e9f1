import { describe, expect, it } from "vitest";
import { computePast } from "../../src/core/past.ts";
import { resolveUnits } from "../../src/core/unit.ts";
import { element as elementCode, PLAN } from "../plan.ts";

type Row = readonly [year: number, unit: string, element: string, total: number | undefined, women: number];

function past(rows: readonly Row[], year: number) {
  const history = rows.map(([at, unit, element, total, women]) => ({
    year: at,
    unit,
    element: elementCode(element),
    total,
    women,
  }));
  const register = [
    { code: "VP", name: "VP", type: "co_quan", mailboxes: [], inCt1: undefined, listed: [] },
    { code: "LHPN", name: "LHPN", type: "ct_xh", mailboxes: [], inCt1: undefined, listed: [] },
  ] as const;
  const figures = {
    year: 2028,
    units: resolveUnits(register, { custodian: "VP" }, PLAN),
    values: [],
    activities: [],
    plan: PLAN,
  };
  return computePast({ ...figures, history }, year);
}

describe("an earlier year", () => {
  const rows: readonly Row[] = [
    [2026, "VP", "LD", 3, 1],
    [2026, "CU", "LD", 2, 0],
    [2026, "VP", "CUX", 20, 8],
    [2026, "LHPN", "BCHX", 10, 10],
    [2026, "VP", "QH", 40, 18],
    [2026, "VP", "DTN", undefined, 8],
    [2026, "VP", "QHC", undefined, 10],
    [2027, "VP", "CUX", 20, 9],
  ];

  it("has its own rates by the same formulas, units that are gone included", () => {
    const rates = past(rows, 2026);
    expect(Object.fromEntries([...rates].map(([code, { part, whole }]) => [code, `${part}/${whole}`]))).toEqual({
      CT1: "1/2",
      CT2: "18/30",
      "CT2.CUX": "8/20",
      "CT2.BCHX": "10/10",
      "CT2.NOLHPN": "8/20",
      CT3: "18/40",
      CT4: "8/10",
    });
    expect(rates.get("CT3")?.percent).toBe(45);
  });

  it("knows nothing of other years, and nothing of a year without rows", () => {
    expect(past(rows, 2027).get("CT2")).toEqual({ part: 9, whole: 20, percent: 45 });
    expect(past(rows, 2025).size).toBe(0);
  });

  it("leaves out invalid figures and denominators of zero", () => {
    expect(past([[2026, "VP", "CUX", 5, 6]], 2026).has("CT2")).toBe(false);
    expect(past([[2026, "VP", "QH", 0, 0]], 2026).has("CT3")).toBe(false);
  });
});
