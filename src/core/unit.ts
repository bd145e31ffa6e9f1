/** Org units of the commune: their types, and which data elements each of them reports. */
import { COMMUNE_ELEMENTS, ELEMENT_CODES, type ElementCode } from "./element.ts";
import { type Role, type RoleSettings, rolesOfUnits } from "./role.ts";

export const UNIT_TYPES = ["dang", "co_quan", "su_nghiep", "vu_trang", "ct_xh", "ap"] as const;

export type UnitType = (typeof UNIT_TYPES)[number];

/** The types' names as users read them. */
export const UNIT_TYPE_NAMES: Readonly<Record<UnitType, string>> = {
  dang: "Cơ quan Đảng",
  co_quan: "Cơ quan, phòng ban",
  su_nghiep: "Đơn vị sự nghiệp",
  vu_trang: "Công an, quân sự",
  ct_xh: "MTTQ, tổ chức CT-XH",
  ap: "Ấp",
};

/** A row of the register, as the coordinator wrote it. */
export type RegisteredUnit = {
  readonly code: string;
  readonly name: string;
  readonly type: UnitType;
  /** Role mailboxes; none: the coordinator edits for the unit. */
  readonly mailboxes: readonly string[];
  /** Whether CT1 counts the unit; absent: yes for all but hamlets. */
  readonly inCt1: boolean | undefined;
  /** The data elements that it reports; none: the default of its type. */
  readonly listed: readonly ElementCode[];
  /** True: it reports no more; what it reported in earlier years stands. */
  readonly closed?: boolean;
};

/** A unit with everything that follows from the register. */
export type OrgUnit = {
  readonly code: string;
  readonly name: string;
  readonly type: UnitType;
  readonly mailboxes: readonly string[];
  readonly inCt1: boolean;
  /** In the order of the forms, each once. */
  readonly elements: readonly ElementCode[];
  /** What it is in this commune; most units have none. */
  readonly roles: readonly Role[];
};

const HAMLET_ELEMENTS: readonly ElementCode[] = ["CUA", "BCHA", "THG", "CNS", "MTQ"];

/** Returns what a unit of this type reports where its row of the register says nothing. */
export function defaultElements(type: UnitType): readonly ElementCode[] {
  if (type === "ap") return HAMLET_ELEMENTS;
  return type === "ct_xh" ? ["LD", "BCHX"] : ["LD"];
}

/**
 * Resolves the register: its active units, their roles, CT1's scope, and the data elements of each. A unit that CT1
 * counts reports `LD`; the custodian reports the commune's quy hoạch and training figures, and `CUX` unless another unit lists it.
 */
export function resolveUnits(register: readonly RegisteredUnit[], settings: RoleSettings): readonly OrgUnit[] {
  const active = register.filter((unit) => unit.closed !== true);
  const rolesOf = rolesOfUnits(active, settings);
  const cuxIsListed = active.some((unit) => unit.listed.includes("CUX"));
  return active.map((unit) => {
    const roles = rolesOf.get(unit.code) ?? [];
    const inCt1 = unit.inCt1 ?? unit.type !== "ap";
    const reported = new Set(unit.listed.length > 0 ? unit.listed : defaultElements(unit.type));
    if (inCt1) reported.add("LD");
    if (roles.includes("custodian")) {
      for (const element of COMMUNE_ELEMENTS) reported.add(element);
      if (!cuxIsListed) reported.add("CUX");
    }
    return {
      code: unit.code,
      name: unit.name,
      type: unit.type,
      mailboxes: unit.mailboxes,
      inCt1,
      elements: ELEMENT_CODES.filter((code) => reported.has(code)),
      roles,
    };
  });
}
