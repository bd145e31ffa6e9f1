/**
 * A plan as one value: which data elements units count, which indicators follow from them, and what each target asks.
 * It is read once (`read-plan.ts`) and handed over; KH 131 is the content that a new workbook begins with.
 */
import type { Role } from "../role.ts";
import type { UnitType } from "../unit-type.ts";

declare const definition: unique symbol;

/** The code of a data element of the plan at hand. Only the plan's reader makes one of text. */
export type ElementCode = string & { readonly [definition]: "element" };

/** The code of a target of the plan at hand. Only the plan's reader makes one of text. */
export type TargetCode = string & { readonly [definition]: "target" };

/** What a unit counts. */
export type DataElement = {
  readonly code: ElementCode;
  /** As it stands in a form and in the report. */
  readonly name: string;
  /** What to count and what not, for the person who fills in the form. */
  readonly help: string;
  /** False: only women are counted, there is no total. */
  readonly hasTotal: boolean;
  /** The types of units that report it by default; of none, the custodian does unless another unit lists it. */
  readonly types: readonly UnitType[];
  /** True: entered once for the commune by the custodian, never unit by unit (Luật 91/2025/QH15). */
  readonly communeOnly: boolean;
  /** True: it seldom changes from year to year, as a body with a fixed term. */
  readonly stable: boolean;
  /** True: a figure of the quy hoạch or of training, never shown per unit. */
  readonly sensitive: boolean;
  /** The element whose women it may not exceed; of the two it is the invalid one then. */
  readonly within: ElementCode | undefined;
};

/** How an indicator is measured. */
export type Measure =
  /** Units with at least one woman counted by `element`: those in CT1's scope, or of these types, or with these roles. */
  | {
      readonly kind: "units-led";
      readonly element: ElementCode;
      readonly types?: readonly UnitType[];
      readonly roles?: readonly Role[];
    }
  /** Σ women over Σ total; `without`: units left out, by code or by a role's name. */
  | { readonly kind: "share"; readonly elements: readonly ElementCode[]; readonly without?: readonly string[] }
  /** A share without threshold, compared with last year's. */
  | { readonly kind: "trend"; readonly elements: readonly ElementCode[] }
  /** One commune total over another, entered once by the custodian. */
  | {
      readonly kind: "quotient";
      readonly numerator: ElementCode;
      readonly denominator: ElementCode;
      readonly of: "total" | "women";
    }
  /** Distinct events of the year that have one of these forms; of none, whatever their form. */
  | { readonly kind: "events"; readonly forms: readonly string[] };

export type MeasureKind = Measure["kind"];

export type Indicator = {
  /** Public (`score --json`). */
  readonly code: string;
  /** Short name, as on the scorecard. */
  readonly name: string;
  /** The target that it is judged by. */
  readonly target: TargetCode;
  readonly measure: Measure;
};

/** What the plan asks. */
export type Target = {
  readonly code: TargetCode;
  readonly name: string;
  /** Whole percent 0–100, or a number of events; null: no threshold, compared with last year. */
  readonly threshold: number | null;
  /** What the threshold counts, in words: `%`, `hoạt động`. */
  readonly unit: string;
  /** Year in which it falls due; null: every year. */
  readonly dueYear: number | null;
  /** Whole percent from which a result is near the threshold; null: nine tenths of it. */
  readonly near: number | null;
  /** Steps on the way, in the target's own unit, by year; not every year needs one. */
  readonly milestones: ReadonlyMap<number, number>;
  /** The national programme's figures (QĐ 2282/QĐ-TTg), percent. */
  readonly national2025: number | null;
  readonly national2030: number | null;
  /** Where the target is laid down. */
  readonly source: string;
};

/** The years that a plan runs, and those of its reviews. */
export type PlanYears = {
  readonly first: number;
  readonly last: number;
  readonly midterm: number;
  readonly final: number;
};

export type Plan = {
  /** In the order of the forms, by code. */
  readonly elements: ReadonlyMap<string, DataElement>;
  readonly targets: readonly Target[];
  /** In the order of the scorecard. */
  readonly indicators: readonly Indicator[];
  readonly years: PlanYears;
};

/** Returns a data element of the plan. */
export function elementOf(plan: Plan, code: ElementCode): DataElement {
  const element = plan.elements.get(code);
  if (!element) throw new Error(`No data element ${code}`);
  return element;
}

/** Names a data element as forms and lists do: `Cấp ủy xã (CUX)`. */
export function elementLabel({ name, code }: Pick<DataElement, "name" | "code">): string {
  return `${name} (${code})`;
}

/** Keeps of words the codes of data elements, in capitals or not, in the order given. */
export function codesOf(plan: Plan, words: readonly string[]): readonly ElementCode[] {
  return words.flatMap((word) => (plan.elements.get(word) ?? plan.elements.get(word.toUpperCase()))?.code ?? []);
}

/** Lists all data elements in the order of the forms. */
export function elementsIn({ elements }: Plan): readonly DataElement[] {
  return [...elements.values()];
}

/** Lists the pairs of which the first's women may not exceed the second's. */
export function partsIn(plan: Plan): readonly { readonly part: ElementCode; readonly whole: ElementCode }[] {
  return elementsIn(plan).flatMap(({ code, within }) => (within === undefined ? [] : [{ part: code, whole: within }]));
}

/** Lists the elements by which indicators tell whether a woman leads a unit. */
export function leaderElements({ indicators }: Plan): readonly ElementCode[] {
  return [...new Set(indicators.flatMap(({ measure }) => (measure.kind === "units-led" ? measure.element : [])))];
}

/** Tells whether a national figure beside a measure would speak of the same thing: none does of all units (QĐ 2282/QĐ-TTg). */
export function hasNational(measure: Measure | undefined): boolean {
  return measure?.kind !== "units-led" || measure.roles !== undefined || measure.types !== undefined;
}
