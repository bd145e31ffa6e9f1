/** What all sections need to know of a commune beside its scorecard: who reported what, and the words of its kind. */
import type { Commune, CommuneKind } from "../core/commune.ts";
import type { ElementCode } from "../core/plan/plan.ts";
import type { Scorecard } from "../core/scorecard.ts";
import type { OrgUnit } from "../core/unit.ts";
import { collectValid, type DataValue, isBlank, type ValidValues } from "../core/value.ts";
import { type Filing, isApproved } from "../core/workflow/filing.ts";

/** How it stands with one figure of one unit. */
export type FigureState = "valid" | "missing" | "invalid";

/** How it stands with all figures of one unit; `silent`: it typed nothing. */
export type Completeness = "complete" | "partial" | "silent";

export const COMPLETENESS_WORDS: Readonly<Record<Completeness, string>> = {
  complete: "Đủ",
  partial: "Chưa đủ",
  silent: "Chưa báo cáo",
};

export const MISSING = "chưa báo cáo";
export const INVALID = "chưa hợp lệ";
export const NO_DATA = "chưa có số liệu";
/** Stands where a column does not apply. */
export const NOTHING = "–";
/** Stands where the commune's name is to be written. */
export const BLANK_NAME = "……";

export type Facts = {
  readonly commune: Commune;
  readonly scorecard: Scorecard;
  readonly valid: ValidValues;
  readonly standingOf: (unit: OrgUnit, element: ElementCode) => FigureState;
  readonly completeness: ReadonlyMap<string, Completeness>;
  /** Units without all their figures, in the order of the register. */
  readonly incomplete: readonly OrgUnit[];
  /** How a unit's report came in; nothing: it was not submitted. */
  readonly filingOf: (unit: OrgUnit) => Filing | undefined;
  /** Units whose figures, as they stand, nobody has approved; in the order of the register. */
  readonly unapproved: readonly OrgUnit[];
  readonly nameOf: (unitCode: string) => string;
  /** `xã Vĩnh Phong`; dots stand for a name that is not given. */
  readonly place: string;
  /** `Ủy ban nhân dân xã Vĩnh Phong`. */
  readonly committee: string;
};

/** Gathers the facts. Figures that the register does not ask for are no figures, as in the scorecard. */
export function gatherFacts(commune: Commune, scorecard: Scorecard, filings: ReadonlyMap<string, Filing>): Facts {
  const { settings, units } = commune;
  const typed = new Map<string, DataValue>();
  const asked = new Set(units.flatMap((unit) => unit.elements.map((element) => keyOf(unit.code, element))));
  for (const value of commune.values) {
    const key = keyOf(value.unit, value.element);
    if (asked.has(key) && !typed.has(key)) typed.set(key, value);
  }
  const valid = collectValid(typed.values(), commune.plan);
  const names = new Map(units.map((unit) => [unit.code, unit.name]));

  function standingOf(unit: OrgUnit, element: ElementCode): FigureState {
    if (valid.get(element)?.has(unit.code)) return "valid";
    const value = typed.get(keyOf(unit.code, element));
    return value === undefined || isBlank(value, commune.plan) ? "missing" : "invalid";
  }

  function completenessOf(unit: OrgUnit): Completeness {
    const standings = unit.elements.map((element) => standingOf(unit, element));
    if (standings.every((standing) => standing === "valid")) return "complete";
    return standings.every((standing) => standing === "missing") ? "silent" : "partial";
  }

  const place = `${settings.kind} ${settings.name || BLANK_NAME}`;
  const completeness = new Map(units.map((unit) => [unit.code, completenessOf(unit)]));
  return {
    commune,
    scorecard,
    valid,
    standingOf,
    completeness,
    incomplete: units.filter((unit) => completeness.get(unit.code) !== "complete"),
    filingOf: ({ code }) => filings.get(code),
    unapproved: units.filter(({ code }) => !isApproved(filings.get(code))),
    nameOf: (unitCode) => names.get(unitCode) ?? unitCode,
    place,
    committee: `Ủy ban nhân dân ${place}`,
  };
}

function keyOf(unit: string, element: ElementCode): string {
  return `${unit}\n${element}`;
}

/**
 * Puts a built-in name into the words of a commune's kind: `Cấp ủy xã` is `Cấp ủy phường` there, and a phường or đặc khu
 * has no ấp but “khu dân cư”. Leaves “cấp xã” (the level, in law) and “xã hội” alone.
 */
export function localName(name: string, kind: CommuneKind): string {
  const bare = name.replace(/^– /, "");
  if (kind === "xã") return bare;
  return bare.replace(/(?<!cấp )xã(?! hội)/g, kind).replace(/(?<= )ấp(?=$|[ ,])/g, "khu dân cư");
}
