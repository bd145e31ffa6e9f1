/** The indicators of KH 131, II.2: what is counted over what. Thresholds are settings and come from the workbook. */
import type { ElementCode } from "./element.ts";
import { ROLE_NAMES, type Role } from "./role.ts";

export const TARGET_CODES = ["CT1", "CT2", "CT2B", "CT3", "CT4", "CT5", "CT6", "QG1"] as const;

export type TargetCode = (typeof TARGET_CODES)[number];

/** How an indicator is measured. */
export type Measure =
  /** Units with at least one woman among their leaders, over the units that CT1 counts, or that hold these roles. */
  | { readonly kind: "units-led"; readonly roles?: readonly Role[] }
  /** Σ women over Σ total of the target's elements, or of those named here. */
  | { readonly kind: "share"; readonly elements?: readonly ElementCode[]; readonly withoutExcluded?: true }
  /** A share without threshold, compared with last year's. */
  | { readonly kind: "trend"; readonly elements: readonly ElementCode[] }
  /** One commune total over another, entered once by the custodian. */
  | {
      readonly kind: "quotient";
      readonly numerator: ElementCode;
      readonly denominator: ElementCode;
      readonly of: "total" | "women";
    }
  /** Distinct events of the year. */
  | { readonly kind: "events" };

export type Indicator = {
  readonly code: string;
  /** Short name, as on the scorecard. */
  readonly name: string;
  /** The target whose settings hold for it. */
  readonly target: TargetCode;
  readonly measure: Measure;
};

/** What the national programme calls state management bodies and local governments, in a commune (QĐ 2282/QĐ-TTg). */
const STATE_BODIES: readonly Role[] = ["hdnd", "ubnd"];

/** Every indicator, in the order of the scorecard. Codes are public (`score --json`). */
export const INDICATORS: readonly Indicator[] = [
  { code: "CT1", name: "Cơ quan, đơn vị, tổ chức có nữ lãnh đạo", target: "CT1", measure: { kind: "units-led" } },
  { code: "CT2", name: "Nữ trong cấp ủy và Ban Chấp hành", target: "CT2", measure: { kind: "share" } },
  { code: "CT2.CUX", name: "– Cấp ủy xã", target: "CT2", measure: { kind: "share", elements: ["CUX"] } },
  { code: "CT2.CUA", name: "– Chi ủy ấp", target: "CT2", measure: { kind: "share", elements: ["CUA"] } },
  { code: "CT2.BCHX", name: "– BCH tổ chức cấp xã", target: "CT2", measure: { kind: "share", elements: ["BCHX"] } },
  {
    code: "CT2.BCHA",
    name: "– BCH chi hội, chi đoàn ấp",
    target: "CT2",
    measure: { kind: "share", elements: ["BCHA"] },
  },
  {
    code: "CT2.NOLHPN",
    name: "– Không tính Hội LHPN xã",
    target: "CT2",
    measure: { kind: "share", withoutExcluded: true },
  },
  { code: "CT2B.THG", name: "Nữ trong tổ hòa giải", target: "CT2B", measure: { kind: "trend", elements: ["THG"] } },
  {
    code: "CT2B.CNS",
    name: "Nữ trong tổ công nghệ số cộng đồng",
    target: "CT2B",
    measure: { kind: "trend", elements: ["CNS"] },
  },
  { code: "CT2B.MTQ", name: "Nữ trong mô hình tự quản", target: "CT2B", measure: { kind: "trend", elements: ["MTQ"] } },
  {
    code: "CT3",
    name: "Nữ trong quy hoạch lãnh đạo, quản lý",
    target: "CT3",
    measure: { kind: "quotient", numerator: "QH", denominator: "QH", of: "total" },
  },
  {
    code: "CT4",
    name: "Nữ CBCCVC quy hoạch được đào tạo trong năm",
    target: "CT4",
    measure: { kind: "quotient", numerator: "DTN", denominator: "QHC", of: "women" },
  },
  {
    code: "CT5",
    name: "Nữ lãnh đạo cấp xã được tập huấn CNTT, số",
    target: "CT5",
    measure: { kind: "quotient", numerator: "THS", denominator: "LDX", of: "women" },
  },
  { code: "CT6", name: "Hoạt động tuyên truyền trong năm", target: "CT6", measure: { kind: "events" } },
  {
    code: "QG1",
    name: "HĐND, UBND có nữ lãnh đạo chủ chốt (quốc gia)",
    target: "QG1",
    measure: { kind: "units-led", roles: STATE_BODIES },
  },
];

/** A target's settings, as they stand in the workbook. */
export type Target = {
  readonly code: TargetCode;
  readonly name: string;
  /** Whole percent 0–100; CT6: number of events; null: no threshold (CT2B, QG1). */
  readonly threshold: number | null;
  /** Year in which it falls due; null: every year. */
  readonly dueYear: number | null;
  /** Steps on the way, in the target's own unit, by year; not every year needs one. */
  readonly milestones: ReadonlyMap<number, number>;
  /** The national programme's figures (QĐ 2282/QĐ-TTg), percent. */
  readonly national2025: number | null;
  readonly national2030: number | null;
  /** Data elements that CT2 sums. */
  readonly elements: readonly ElementCode[];
  /** Units left out of `CT2.NOLHPN`: codes, or roles by their names. */
  readonly excludedUnits: readonly string[];
  /** Where the target is laid down. */
  readonly source: string;
};

function target(code: TargetCode, name: string, threshold: number | null, rest: Partial<Target>): Target {
  return {
    code,
    name,
    threshold,
    dueYear: null,
    milestones: new Map(),
    national2025: null,
    national2030: null,
    elements: [],
    excludedUnits: [],
    source: "KH 131, II.2",
    ...rest,
  };
}

/** The plan's own targets (KH 131, II.2), and the national programme's QG1, with which a new workbook begins. */
export const DEFAULT_TARGETS: readonly Target[] = [
  target("CT1", "Cơ quan, đơn vị, tổ chức chính trị - xã hội có nữ tham gia lãnh đạo, quản lý", 70, {
    dueYear: 2030,
  }),
  target("CT2", "Nữ tham gia cấp ủy, Ban Chấp hành các tổ chức chính trị - xã hội cấp xã và các ấp", 40, {
    dueYear: 2030,
    elements: ["CUX", "CUA", "BCHX", "BCHA"],
    excludedUnits: [ROLE_NAMES.lhpn],
  }),
  target("CT2B", "Nữ tham gia tổ hòa giải, tổ công nghệ số cộng đồng, mô hình tự quản (tăng dần)", null, {}),
  target("CT3", "Nữ trong diện quy hoạch các chức danh lãnh đạo, quản lý cấp xã và đơn vị trực thuộc", 45, {
    dueYear: 2030,
    national2025: 40,
    national2030: 50,
  }),
  target("CT4", "Nữ cán bộ, công chức, viên chức trong quy hoạch được đào tạo, bồi dưỡng ít nhất một lớp", 80, {
    national2025: 75,
    national2030: 90,
  }),
  target("CT5", "Nữ lãnh đạo, quản lý cấp xã được tập huấn công nghệ thông tin, chuyển đổi số", 100, { dueYear: 2030 }),
  target("CT6", "Hoạt động tuyên truyền, sinh hoạt chuyên đề, hội nghị phổ biến pháp luật về bình đẳng giới", 2, {}),
  target("QG1", "Cơ quan quản lý nhà nước, chính quyền địa phương có nữ lãnh đạo chủ chốt (HĐND, UBND)", null, {
    national2025: 60,
    national2030: 75,
    source: "QĐ 2282/QĐ-TTg",
  }),
];

/** Tells whether a target has a threshold; the others are compared with last year. */
export function hasThreshold(code: TargetCode): boolean {
  return code !== "CT2B" && code !== "QG1";
}

/** Tells whether the national programme's figure speaks of what a target counts. CT1's does not: QG1 has it. */
export function hasNational(code: TargetCode): boolean {
  return code !== "CT1";
}
