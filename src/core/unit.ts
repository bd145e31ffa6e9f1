/** Org units of the commune: their types, and which data elements each of them reports. */
import { codesOf, type ElementCode, elementsIn, leaderElements, type Plan } from "./plan/plan.ts";
import { type Role, type RoleSettings, rolesOfUnits } from "./role.ts";
import { foldText, splitList } from "./text.ts";
import type { UnitType } from "./unit-type.ts";

/** A row of the register, as the coordinator wrote it. */
export type RegisteredUnit = {
  readonly code: string;
  readonly name: string;
  readonly type: UnitType;
  /** Role mailboxes; none: the coordinator edits for the unit. */
  readonly mailboxes: readonly string[];
  /** Whether CT1 counts the unit; absent: yes for all but hamlets. */
  readonly inCt1: boolean | undefined;
  /** Codes of the data elements that it reports, as typed; none that is known: the default of its type. */
  readonly listed: readonly string[];
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

/** Returns what a unit of this type reports where its row of the register says nothing. */
export function defaultElements(type: UnitType, plan: Plan): readonly ElementCode[] {
  return elementsIn(plan).flatMap(({ code, types }) => (types.includes(type) ? [code] : []));
}

/**
 * Resolves the register: its active units, their roles, CT1's scope, and the data elements of each. A unit that CT1
 * counts reports its leaders. The custodian reports what is entered once for the commune, and what units of no type
 * report (`CUX`) unless another unit lists it.
 */
export function resolveUnits(
  register: readonly RegisteredUnit[],
  settings: RoleSettings,
  plan: Plan,
): readonly OrgUnit[] {
  const active = register.filter((unit) => unit.closed !== true);
  const rolesOf = rolesOfUnits(active, settings);
  const leaders = leaderElements(plan);
  const listedBy = new Map(active.map(({ code, listed }) => [code, codesOf(plan, listed)]));
  const listed = new Set([...listedBy.values()].flat());
  const ofCustodian = elementsIn(plan).filter(
    ({ code, communeOnly, types }) => communeOnly || (types.length === 0 && !listed.has(code)),
  );
  return active.map((unit) => {
    const roles = rolesOf.get(unit.code) ?? [];
    const inCt1 = unit.inCt1 ?? unit.type !== "ap";
    const own = listedBy.get(unit.code) ?? [];
    const reported = new Set(own.length > 0 ? own : defaultElements(unit.type, plan));
    if (inCt1) for (const element of leaders) reported.add(element);
    if (roles.includes("custodian")) for (const { code } of ofCustodian) reported.add(code);
    return {
      code: unit.code,
      name: unit.name,
      type: unit.type,
      mailboxes: unit.mailboxes,
      inCt1,
      elements: elementsIn(plan).flatMap(({ code }) => (reported.has(code) ? [code] : [])),
      roles,
    };
  });
}

/**
 * Reads lists of units: codes or names, separated by `|`, `;`, `,` or a line break; by spaces too where every word is a
 * code. Returns codes as the register writes them, each once; what is no unit stays as typed.
 */
export function unitListReader(units: readonly Pick<OrgUnit, "code" | "name">[]): (typed: string) => readonly string[] {
  let known: ReadonlyMap<string, string> | undefined;
  return (typed) => {
    known ??= indexUnits(units);
    return [...new Set(resolveList(typed, known, LIST_SEPARATORS))];
  };
}

/** From the surest to the least sure: a unit's name may hold a comma. */
const LIST_SEPARATORS = ["|", "\n", ";", ","] as const;

/** Codes by folded code, and by folded name where only one unit has it. */
function indexUnits(units: readonly Pick<OrgUnit, "code" | "name">[]): ReadonlyMap<string, string> {
  const byName = new Map<string, string | undefined>();
  for (const { code, name } of units) byName.set(foldText(name), byName.has(foldText(name)) ? undefined : code);
  const named = [...byName].flatMap(([name, code]) => (code === undefined ? [] : [[name, code] as const]));
  return new Map([...named, ...units.map(({ code }) => [foldText(code), code] as const)]);
}

function resolveList(
  typed: string,
  known: ReadonlyMap<string, string>,
  separators: readonly string[],
): readonly string[] {
  const whole = known.get(foldText(typed));
  if (whole !== undefined) return [whole];
  const [separator, ...others] = separators;
  if (separator === undefined) {
    const words = foldText(typed)
      .split(" ")
      .map((word) => known.get(word));
    const codes = words.filter((code) => code !== undefined);
    return codes.length === words.length ? codes : splitList(typed);
  }
  const parts = typed.split(separator);
  const found: string[] = [];
  for (let from = 0; from < parts.length; ) {
    // The longest run that is one unit: “Phòng Văn hóa, Xã hội”.
    let to = Math.min(parts.length, from + MOST_COMMAS);
    while (to > from + 1 && !known.has(foldText(parts.slice(from, to).join(separator)))) to--;
    found.push(...resolveList(parts.slice(from, to).join(separator), known, others));
    from = to;
  }
  return found;
}

/** A unit's name has so many parts at most. */
const MOST_COMMAS = 6;
