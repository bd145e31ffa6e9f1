/**
 * Roles: who in this commune is Hội LHPN, Phòng VH-XH and so on. What the plan says of them holds for the unit that has
 * the role, whatever its code. The settings name the unit; where they are silent, its code tells, then its name.
 */
import { foldText, withoutMarks } from "./text.ts";

export const ROLES = ["lhpn", "vhxh", "custodian", "hdnd", "ubnd", "vanphong", "congan"] as const;

export type Role = (typeof ROLES)[number];

/** The roles' names as users read them; a task's assignees and CT2's scope name roles by these words. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  lhpn: "Hội LHPN",
  vhxh: "Phòng VH-XH",
  custodian: "Đơn vị nhập số liệu quy hoạch",
  hdnd: "HĐND",
  ubnd: "UBND",
  vanphong: "Văn phòng HĐND và UBND",
  congan: "Công an",
};

/** The unit of each role as the settings name it: a code, `Không`, or blank. */
export type RoleSettings = Readonly<Partial<Record<Role, string>>>;

type RoleCandidate = { readonly code: string; readonly name: string; readonly type: string };

/** Who holds a role, and how that is known. */
export type Holding<Unit extends RoleCandidate = RoleCandidate> =
  | { readonly kind: "held"; readonly unit: Unit; readonly by: "setting" | "code" | "name" }
  /** The settings say that nobody holds it. */
  | { readonly kind: "nobody" }
  /** The settings name no unit of the register. */
  | { readonly kind: "unknown"; readonly typed: string }
  /** Nothing is said, and no unit is recognised, or more than one. */
  | { readonly kind: "open"; readonly candidates: readonly Unit[] };

/** The word of a setting for a role that nobody holds. */
const NOBODY = "không";

type Recognition = {
  /** Codes that are commonly used, in capitals without marks; the first is the plan's own. */
  readonly codes: readonly string[];
  /** The beginning of a name that says the role, in plain letters. */
  readonly name: RegExp;
  /** Words that a name must hold so that the code may be believed. */
  readonly hint: RegExp;
  /** Words that contradict the role, wherever they stand. */
  readonly never: RegExp;
};

const COUNCIL = "(?:hoi dong nhan dan|hdnd)";
const COMMITTEE = "(?:uy ban nhan dan|ubnd)";
const LEADING = "(?:(?:thuong truc|tt|lanh dao|ld|tap the|chu tich(?: va)?(?: cac)?(?: pho chu tich| pct)?) )?";

/** How a role's unit is recognised. The custodian is not: nobody may guess who enters the quy hoạch totals. */
const RECOGNITION: Readonly<Record<Exclude<Role, "custodian">, Recognition>> = {
  lhpn: {
    codes: ["LHPN", "HLHPN", "HPN", "PN"],
    name: /^(?:(?:ban chap hanh|bch|ban thuong vu|btv|thuong truc|tt) )?(?:hoi (?:lien hiep |lh )?(?:phu nu|pn)|lien hiep phu nu|(?:hoi )?h?lhpn|hpn)(?= |$)/,
    hint: /phu nu|lhpn|hpn/,
    never:
      /chi hoi|cau lac bo|clb|(?:phu nu|lhpn|hpn) (?:cong an|quan su|bien phong|truong|benh vien|khoi|doanh nh|tu thien)/,
  },
  vhxh: {
    codes: ["VHXH", "PVHXH"],
    name: /^(?:(?:phong|p) )?(?:(?:van hoa|vh) (?:va )?(?:xa hoi|xh)|vhxh)(?= |$)/,
    hint: /van hoa|vh ?xh/,
    never: /hdnd|hoi dong/,
  },
  hdnd: {
    codes: ["HDND", "TTHDND"],
    name: new RegExp(`^${LEADING}${COUNCIL}(?= |$)`),
    hint: new RegExp(COUNCIL),
    never: new RegExp(`van phong|^vp |^ban |^to |${COMMITTEE}`),
  },
  ubnd: {
    codes: ["UBND", "LDUBND"],
    name: new RegExp(`^${LEADING}${COMMITTEE}(?= |$)`),
    hint: new RegExp(COMMITTEE),
    never: new RegExp(`van phong|^vp |^phong |^ban |${COUNCIL}|mttq|mat tran`),
  },
  vanphong: {
    codes: ["VP", "VPUB", "VPUBND", "VPHDND", "VPHDUB"],
    name: new RegExp(
      `^(?:van phong|vp) (?:${COUNCIL} (?:va )?${COMMITTEE}|${COMMITTEE} (?:va )?${COUNCIL}|${COMMITTEE})(?= |$)`,
    ),
    hint: /van phong|(?:^| )vp/,
    never: /dang|mttq|mat tran|doan dai bieu/,
  },
  congan: {
    codes: ["CAX", "CAP", "CA", "CONGAN"],
    name: /^(?:ban chi huy )?cong an(?= |$)/,
    hint: /cong an|(?:^| )ca[xp]?(?= |$)/,
    never: /phu nu|lhpn|cong an vien/,
  },
};

/** What comes after a role's words: a part of the commune, or somebody else's branch, is not the commune's own unit. */
const BELOW_COMMUNE = /^(?:co so |o )?(?:ap|thon|ban|buon|lang|khom|khu pho|khu|to|to dan pho|cum|chi bo) /;

/** Names the holder of a role among the active units. */
export function findHolder<Unit extends RoleCandidate>(
  role: Role,
  units: readonly Unit[],
  settings: RoleSettings,
): Holding<Unit> {
  const typed = settings[role] ?? "";
  if (foldText(typed) === NOBODY) return { kind: "nobody" };
  if (typed !== "") {
    const unit = units.find(({ code }) => code === typed);
    return unit ? { kind: "held", unit, by: "setting" } : { kind: "unknown", typed };
  }
  if (role === "custodian") return { kind: "open", candidates: [] };
  const { codes } = RECOGNITION[role];
  const others = units.filter(({ type }) => type !== "ap");
  const byCode = others.filter((unit) => codes.includes(plainCode(unit.code)) && allowsCode(role, unit));
  const [only, second] = byCode;
  if (only && !second) return { kind: "held", unit: only, by: "code" };
  const byName = (byCode.length > 0 ? byCode : others).filter(({ name }) => saysRole(role, name));
  const [named, another] = byName;
  if (named && !another) return { kind: "held", unit: named, by: "name" };
  return { kind: "open", candidates: byName.length > 0 ? byName : byCode };
}

/** Lists the roles of each unit, by its code. */
export function rolesOfUnits(
  units: readonly RoleCandidate[],
  settings: RoleSettings,
): ReadonlyMap<string, readonly Role[]> {
  const roles = new Map<string, readonly Role[]>();
  for (const role of ROLES) {
    const holding = findHolder(role, units, settings);
    if (holding.kind === "held") roles.set(holding.unit.code, [...(roles.get(holding.unit.code) ?? []), role]);
  }
  return roles;
}

/** Reads a role out of a word that a task or a scope names: `Hội LHPN`, `lhpn`, `LHPN`, `Hội Liên hiệp Phụ nữ xã`. */
export function readRole(word: string): Role | undefined {
  const plain = plainCode(word).toLowerCase();
  return ROLES.find(
    (role) =>
      role === plain ||
      foldText(ROLE_NAMES[role]) === foldText(word) ||
      (role !== "custodian" && (RECOGNITION[role].codes[0] === plain.toUpperCase() || saysRole(role, word))),
  );
}

/** Tells whether a word names a unit: by its code, or by a role that the unit holds. */
export function meansUnit(word: string, unit: { readonly code: string; readonly roles: readonly Role[] }): boolean {
  if (word === unit.code) return true;
  if (unit.roles.length === 0) return false;
  const role = readRole(word);
  return role !== undefined && unit.roles.includes(role);
}

function saysRole(role: Exclude<Role, "custodian">, typed: string): boolean {
  const { name, never } = RECOGNITION[role];
  const plain = plainName(typed);
  const [said] = name.exec(plain) ?? [];
  return said !== undefined && !never.test(plain) && !BELOW_COMMUNE.test(`${plain.slice(said.length).trim()} `);
}

/** An invented code proves nothing: the name must speak of the same thing, or say no more than the code does. */
function allowsCode(role: Exclude<Role, "custodian">, { code, name }: RoleCandidate): boolean {
  const plain = plainName(name);
  const { hint, never } = RECOGNITION[role];
  if (never.test(plain)) return false;
  return hint.test(plain) || ` ${plain} `.includes(` ${plainName(code)} `);
}

function plainCode(code: string): string {
  return withoutMarks(foldText(code))
    .replace(/[^a-z0-9]/g, "")
    .toUpperCase();
}

/** A name in plain letters: without marks and punctuation, `&` as “và”. */
function plainName(name: string): string {
  return withoutMarks(foldText(name).replace(/&/g, " và "))
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
