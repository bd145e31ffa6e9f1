/** Small literal figures for the core's tests: what a test does not name is blank. */
import { type CheckedFigures, checkFigures, type Issue } from "../../src/core/check.ts";
import type { Activity } from "../../src/core/event.ts";
import { computeScorecard, type IndicatorResult } from "../../src/core/scorecard.ts";
import { type OrgUnit, type RegisteredUnit, resolveUnits } from "../../src/core/unit.ts";
import type { UnitType } from "../../src/core/unit-type.ts";
import type { DataValue, HistoryValue, Typed } from "../../src/core/value.ts";
import { element as elementCode, PLAN } from "../plan.ts";

export function registered(code: string, type: UnitType, more: Partial<RegisteredUnit> = {}): RegisteredUnit {
  return { code, name: code, type, mailboxes: [], inCt1: undefined, listed: [], ...more };
}

/** Resolves a register without custodian, unless one is named. */
export function register(units: readonly RegisteredUnit[], custodian = ""): readonly OrgUnit[] {
  return resolveUnits(units, { custodian }, PLAN);
}

export function value(unit: string, element: string, total: Typed, women: Typed, note = ""): DataValue {
  return { unit, element: elementCode(element), total, women, note };
}

export function earlier(year: number, unit: string, element: string, total: Typed, women: Typed): HistoryValue {
  return { year, unit, element: elementCode(element), total, women };
}

export function activity(unit: string, day: string | undefined, theme: string, more: Partial<Activity> = {}): Activity {
  return {
    unit,
    slot: 0,
    day,
    dateTyped: day ?? "",
    theme,
    kind: "",
    coOrganisers: [],
    participants: undefined,
    women: undefined,
    link: "",
    ...more,
  };
}

/** Figures of 2026 under the plan's own targets. */
export function figures(more: Partial<CheckedFigures>): CheckedFigures {
  return {
    year: 2026,
    units: [],
    values: [],
    activities: [],
    history: [],
    plan: PLAN,
    tasks: [],
    funds: [],
    assessments: [],
    narrative: [],
    taskList: [],
    roles: {},
    ...more,
  };
}

/** Checks figures but for the roles, which few of these small communes have. */
export function checkWithoutRoles(given: Partial<CheckedFigures>): readonly Issue[] {
  return checkFigures(figures(given)).filter(({ subject }) => subject.kind !== "role");
}

/** Computes one indicator of 2026. */
export function score(given: Partial<CheckedFigures>, code: string): IndicatorResult {
  const result = computeScorecard(figures(given)).indicators.find((indicator) => indicator.code === code);
  if (!result) throw new Error(`No indicator ${code}`);
  return result;
}
