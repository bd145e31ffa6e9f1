/** Small communes, written out, for the report's tests. */
import type { Commune, Settings } from "../../src/core/commune.ts";
import { computeScorecard } from "../../src/core/scorecard.ts";
import { resolveUnits } from "../../src/core/unit.ts";
import type { UnitType } from "../../src/core/unit-type.ts";
import type { DataValue, HistoryValue, Typed } from "../../src/core/value.ts";
import type { Filing } from "../../src/core/workflow/filing.ts";
import { buildReportModel, type ReportModel, type ReportOptions } from "../../src/report/model.ts";
import { element as elementCode, PLAN } from "../plan.ts";

export const SETTINGS: Settings = {
  name: "Vĩnh Phong",
  isNamedInFull: false,
  kind: "xã",
  province: "An Giang",
  planNo: "131/KH-UBND",
  planDate: "2026-05-22",
  year: 2026,
  deadline: "2026-11-15",
  signer: "Huỳnh Quốc Huy",
  signerTitle: "CHỦ TỊCH",
  roles: { custodian: "VHXH" },
  addressees: ["Ủy ban nhân dân tỉnh An Giang"],
  recipients: ["TT. Đảng ủy xã"],
  note: "",
};

/** `[code, name, type]`. The custodian is VHXH. */
export type Row = readonly [string, string, UnitType];

export const VHXH: Row = ["VHXH", "Phòng Văn hóa – Xã hội", "co_quan"];
export const POLICE: Row = ["CAX", "Công an xã", "vu_trang"];
export const WOMENS_UNION: Row = ["LHPN", "Hội LHPN xã", "ct_xh"];
export const HAMLET: Row = ["AP1", "Ấp 1", "ap"];

/** `[unit, element, total, women]`. */
export type Figure = readonly [string, string, Typed, Typed];

/** Makes a commune of 2026 from its units and figures; the rest is empty unless given. */
export function communeOf(units: readonly Row[], figures: readonly Figure[], rest: Partial<Commune> = {}): Commune {
  return {
    year: 2026,
    settings: SETTINGS,
    units: resolveUnits(
      units.map(([code, name, type]) => ({ code, name, type, mailboxes: [], inCt1: undefined, listed: [] })),
      { custodian: "VHXH" },
      PLAN,
    ),
    values: figures.map(
      ([unit, element, total, women]): DataValue => ({ unit, element: elementCode(element), total, women, note: "" }),
    ),
    activities: [],
    history: [],
    plan: PLAN,
    tasks: [],
    funds: [],
    assessments: [],
    narrative: [],
    taskList: [],
    roles: { custodian: "VHXH" },
    ...rest,
  };
}

/** Rows of the year before. */
export function historyOf(figures: readonly Figure[]): readonly HistoryValue[] {
  return figures.map(([unit, element, total, women]) => ({
    year: 2025,
    unit,
    element: elementCode(element),
    total,
    women,
  }));
}

/** A report that was submitted in time and approved. */
export const APPROVED: Filing = {
  state: "approved",
  late: false,
  submittedAt: { day: "2026-11-10", time: "08:05:30" },
  changedCells: 0,
  decidedAt: { day: "2026-11-12", time: "14:30:00" },
};

/** How units' reports came in: each approved, but for those that are given. */
export function filingsOf(
  { units }: Commune,
  given: Readonly<Record<string, Partial<Filing>>> = {},
): ReadonlyMap<string, Filing> {
  return new Map(units.map(({ code }) => [code, { ...APPROVED, ...given[code] }]));
}

/** Builds a commune's report, the yearly one unless told otherwise; all units' reports are approved. */
export function reportOf(commune: Commune, options: Partial<ReportOptions> = {}): ReportModel {
  return buildReportModel(commune, computeScorecard(commune), {
    kind: "year",
    filings: filingsOf(commune),
    ...options,
  });
}

/** Every figure that VHXH reports for the whole commune, and its own leaders. */
export const VHXH_FIGURES: readonly Figure[] = [
  ["VHXH", "LD", 3, 1],
  ["VHXH", "CUX", 20, 8],
  ["VHXH", "QH", 40, 17],
  ["VHXH", "QHT", undefined, 5],
  ["VHXH", "QHCM", undefined, 12],
  ["VHXH", "QHS", undefined, 0],
  ["VHXH", "QHC", undefined, 10],
  ["VHXH", "DTN", undefined, 8],
  ["VHXH", "LDX", undefined, 12],
  ["VHXH", "THS", undefined, 0],
];
