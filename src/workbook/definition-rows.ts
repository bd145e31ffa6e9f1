/** The plan's definitions as the rows of their tabs: what set-up writes, and what KH 131 says where a tab says nothing. */
import type { DataElement, Indicator, Measure, Plan, Target } from "../core/plan/plan.ts";
import { KIND_NAMES, SIDE_NAMES, YES_NO_NAMES } from "../core/plan/words.ts";
import { ROLE_NAMES } from "../core/role.ts";
import { UNIT_TYPE_NAMES } from "../core/unit-type.ts";
import type { Cell } from "./grid.ts";
import { ELEMENTS_TAB, MILESTONES_TAB, TARGETS_TAB, type TableTab } from "./schema.ts";

type TargetKey = (typeof TARGETS_TAB.columns)[number]["key"];

/** The cells of a row by its columns' keys; what is not named is blank. */
type Cells<Key extends string> = Readonly<Partial<Record<Key, Cell | null>>>;

function rowOf<Key extends string>(tab: TableTab<Key>, cells: Cells<Key>): readonly Cell[] {
  return tab.columns.map(({ key }) => cells[key] ?? "");
}

/** Makes the rows of `Chỉ tiêu`: the targets, and below them their parts that are indicators of their own. */
export function targetRows(plan: Plan): readonly (readonly Cell[])[] {
  const rows = plan.targets.map((target) => {
    const indicators = plan.indicators.filter((indicator) => indicator.target === target.code);
    const own = indicators.find(({ code }) => code === target.code);
    const parts = indicators.filter((indicator) => indicator !== own);
    const scope = own ? sumOf(own.measure) : "";
    const inherits = parts.find(({ measure }) => leavesOut(measure) && sumOf(measure) === scope);
    return {
      target: rowOf(TARGETS_TAB, {
        ...targetCells(target),
        ...(own ? measureCells(own.measure) : {}),
        scope: inherits ? `${scope}${exceptOf(inherits.measure)}` : scope,
        short: own && own.name !== target.name ? own.name : "",
      }),
      parts: parts.map(({ code, name, measure }) =>
        rowOf(TARGETS_TAB, {
          code,
          name,
          target: target.code,
          ...measureCells(measure),
          scope: inherits?.code === code ? "" : `${sumOf(measure)}${exceptOf(measure)}`,
        }),
      ),
    };
  });
  return [...rows.map(({ target }) => target), ...rows.flatMap(({ parts }) => parts)];
}

function targetCells(target: Target): Cells<TargetKey> {
  return {
    code: target.code,
    name: target.name,
    threshold: target.threshold,
    measure: target.unit,
    dueYear: target.dueYear,
    m2026: target.milestones.get(2026) ?? null,
    m2027: target.milestones.get(2027) ?? null,
    m2028: target.milestones.get(2028) ?? null,
    m2029: target.milestones.get(2029) ?? null,
    m2030: target.milestones.get(2030) ?? null,
    national2025: target.national2025,
    national2030: target.national2030,
    source: target.source,
    near: target.near,
  };
}

function leavesOut(measure: Measure): boolean {
  return measure.kind === "share" && measure.without !== undefined;
}

function exceptOf(measure: Measure): string {
  const without = measure.kind === "share" ? (measure.without ?? []) : [];
  return without.length === 0 ? "" : ` trừ ${without.join("|")}`;
}

/** What a measure counts above the line. */
function sumOf(measure: Measure): string {
  switch (measure.kind) {
    case "units-led":
      return measure.element;
    case "share":
    case "trend":
      return measure.elements.join("|");
    case "quotient":
      return measure.numerator;
    case "events":
      return "";
  }
}

function measureCells(measure: Indicator["measure"]): Cells<TargetKey> {
  switch (measure.kind) {
    case "units-led": {
      const types = (measure.types ?? []).map((type) => UNIT_TYPE_NAMES[type]);
      const roles = (measure.roles ?? []).map((role) => ROLE_NAMES[role]);
      return { kind: KIND_NAMES["units-led"], units: [...types, ...roles].join("|") };
    }
    case "share":
      return { kind: KIND_NAMES[measure.without ? "share-without" : "share"] };
    case "trend":
      return { kind: KIND_NAMES.trend };
    case "quotient":
      return { kind: KIND_NAMES.quotient, denominator: measure.denominator, side: SIDE_NAMES[measure.of] };
    case "events":
      return { kind: KIND_NAMES.events, forms: measure.forms.join("|") };
  }
}

function yesNo(answer: boolean): string {
  return answer ? YES_NO_NAMES.yes : YES_NO_NAMES.no;
}

/** Makes the row of a data element in `Danh mục số liệu`. */
export function elementRow(element: DataElement): readonly Cell[] {
  return rowOf(ELEMENTS_TAB, {
    code: element.code,
    name: element.name,
    help: element.help,
    hasTotal: yesNo(element.hasTotal),
    types: element.types.map((type) => UNIT_TYPE_NAMES[type]).join("|"),
    communeOnly: yesNo(element.communeOnly),
    stable: yesNo(element.stable),
    sensitive: yesNo(element.sensitive),
    within: element.within ?? "",
  });
}

/** The years that `Chỉ tiêu` has a milestone's column for. */
const COLUMN_YEARS: readonly number[] = [2026, 2027, 2028, 2029, 2030];

/** Makes the rows of `Mốc`: the milestones of years that `Chỉ tiêu` has no column for. */
export function milestoneRows({ targets }: Plan): readonly (readonly Cell[])[] {
  return targets.flatMap(({ code, milestones }) =>
    [...milestones]
      .filter(([year]) => !COLUMN_YEARS.includes(year))
      .map(([year, value]) => rowOf(MILESTONES_TAB, { code, year, value })),
  );
}
