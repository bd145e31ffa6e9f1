/** Checks of this year's values, each by itself and against each other and last year's. */
import { type ElementCode, elementOf, type Plan, partsIn } from "../plan/plan.ts";
import type { CommuneFigures } from "../scorecard.ts";
import type { OrgUnit } from "../unit.ts";
import { type DataValue, type HistoryValue, isCount, validFigures } from "../value.ts";
import type { Issue } from "./issue.ts";
import { checkValue, valueIssue } from "./value.ts";

/** Lists what is missing, contradictory or doubtful in this year's values, unit by unit. */
export function checkValues(figures: CommuneFigures): readonly Issue[] {
  const typed = firstOfEach(figures.values);
  const lastYear = firstOfEach(figures.history.filter((row) => row.year === figures.year - 1));
  return figures.units.flatMap((unit) => {
    const valueFor = (element: ElementCode): DataValue => typed.get(keyOf(unit.code, element)) ?? blank(unit, element);
    const before = (element: ElementCode) => lastYear.get(keyOf(unit.code, element));
    return [
      ...unit.elements.flatMap((element) => checkValue(valueFor(element), figures.plan)),
      ...unit.elements.flatMap((element) => checkJump(valueFor(element), before(element), figures.plan)),
      ...checkParts(unit, valueFor, figures.plan),
      ...checkPlanned(unit, valueFor, figures.plan),
    ];
  });
}

function keyOf(unit: string, element: ElementCode): string {
  return `${unit}\n${element}`;
}

/** Of two values for the same unit and element the first counts, as in the scorecard. */
function firstOfEach<V extends { unit: string; element: ElementCode }>(values: readonly V[]): ReadonlyMap<string, V> {
  const first = new Map<string, V>();
  for (const value of values) {
    const key = keyOf(value.unit, value.element);
    if (!first.has(key)) first.set(key, value);
  }
  return first;
}

function blank(unit: OrgUnit, element: ElementCode): DataValue {
  return { unit: unit.code, element, total: undefined, women: undefined, note: "" };
}

/** A figure that moved by more than half against last year asks for a note. */
function checkJump(value: DataValue, lastYear: HistoryValue | undefined, plan: Plan): Issue[] {
  const element = elementOf(plan, value.element);
  const now = validFigures(element, value.total, value.women);
  const earlier = lastYear && validFigures(element, lastYear.total, lastYear.women);
  if (!now || !earlier || value.note !== "") return [];
  const field = element.hasTotal ? "total" : "women";
  const before = earlier[field];
  if (before === 0 || 2 * Math.abs(now[field] - before) <= before) return [];
  return [
    valueIssue(value, field, {
      severity: "warning",
      code: "jump",
      expected: `gần với số năm trước (${before})`,
      found: String(now[field]),
      action: "Kiểm tra lại; nếu đúng thì ghi lý do ở ô ghi chú",
    }),
  ];
}

function checkParts(unit: OrgUnit, valueFor: (element: ElementCode) => DataValue, plan: Plan): Issue[] {
  return partsIn(plan)
    .filter(({ part, whole }) => unit.elements.includes(part) && unit.elements.includes(whole))
    .flatMap(({ part, whole }) => {
      const value = valueFor(part);
      const limit = valueFor(whole).women;
      if (!isCount(value.women) || !isCount(limit) || value.women <= limit) return [];
      return [
        valueIssue(value, "women", {
          code: `${part.toLowerCase()}-over-${whole.toLowerCase()}`,
          expected: `không quá ${limit} (“${elementOf(plan, whole).name}”)`,
          found: String(value.women),
          action: "Sửa một trong hai số",
        }),
      ];
    });
}

/** CT4's denominator may differ from CT3's women: worth a second look, no more. */
function checkPlanned(unit: OrgUnit, valueFor: (element: ElementCode) => DataValue, plan: Plan): Issue[] {
  const [all, officials] = [plan.elements.get("QH")?.code, plan.elements.get("QHC")?.code];
  if (!all || !officials || !unit.elements.includes(all) || !unit.elements.includes(officials)) return [];
  const planned = valueFor(all).women;
  const value = valueFor(officials);
  if (!isCount(planned) || !isCount(value.women) || planned === value.women) return [];
  return [
    valueIssue(value, "women", {
      severity: "warning",
      code: "qhc-differs",
      expected: `bằng số nữ trong quy hoạch (${planned}), trừ khi có lý do`,
      found: String(value.women),
      action: "Kiểm tra lại; nếu đúng thì ghi lý do ở ô ghi chú",
    }),
  ];
}
