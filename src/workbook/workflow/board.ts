/** Everything that desk and checklist are made of: each unit's standing, progress, issues and place. */
import { groupBy } from "../../core/group.ts";
import type { ElementCode } from "../../core/plan/plan.ts";
import type { OrgUnit } from "../../core/unit.ts";
import { collectValid } from "../../core/value.ts";
import type { Moment } from "../../core/workflow/deadline.ts";
import type { Standing } from "../../core/workflow/standing.ts";
import { CONFIRMATION_KEY } from "../form.ts";
import { type FoundPlace, findPlaces } from "../form-locations.ts";
import { address, type Grid } from "../grid.ts";
import { type LinkedIssue, linkIssues, sheetIds } from "../issues.ts";
import type { CellPlace } from "../locate.ts";
import type { WorkbookRecords } from "../read/workbook.ts";
import { HAMLETS_TAB, UNITS_TAB } from "../schema.ts";
import { type LogEntry, readLog } from "./log.ts";
import type { Reported } from "./reported.ts";
import { judgeUnits } from "./standings.ts";

/** One unit as the workflow sees it. */
export type BoardUnit = {
  readonly unit: OrgUnit;
  readonly standing: Standing;
  readonly reported: Reported;
  /** True: the last decision is its approval. */
  readonly isLocked: boolean;
  readonly issues: readonly LinkedIssue[];
  /** Elements with a valid value. */
  readonly filled: readonly ElementCode[];
  /** Absent: it has no form yet. */
  readonly place: FoundPlace | undefined;
  /** Where one who opens it begins. */
  readonly start: CellPlace;
};

export type Board = {
  readonly records: WorkbookRecords;
  /** Active units in the order of the register. */
  readonly units: readonly BoardUnit[];
  readonly issues: readonly LinkedIssue[];
  readonly log: readonly LogEntry[];
  /** Sheet ids by the titles that places name. */
  readonly sheetIds: ReadonlyMap<string, number>;
};

/** Puts the board together from a workbook that was read. `grids`: from their header rows on; `now`: what moment it is. */
export function makeBoard(
  records: WorkbookRecords,
  grids: { readonly data: Grid; readonly hamlets: Grid; readonly log: Grid },
  now: Moment,
): Board {
  const { commune, register } = records;
  const log = readLog(grids.log);
  const standings = judgeUnits(commune, grids, log, now);
  const issues = linkIssues(records);
  const issuesOf = groupBy(issues, ({ unit }) => unit);
  const valid = collectValid(commune.values, commune.plan);
  const places = findPlaces(records);
  const rows = new Map(register.map(({ code, cell }) => [code, cell]));
  const units = commune.units.flatMap((unit): readonly BoardUnit[] => {
    const judged = standings.get(unit.code);
    if (!judged) return [];
    const { reported, standing, decisions } = judged;
    const place = places.get(unit.code);
    return [
      {
        unit,
        reported,
        standing,
        isLocked: decisions[decisions.length - 1]?.action === "approve",
        issues: issuesOf.get(unit.code) ?? [],
        filled: unit.elements.filter((element) => valid.get(element)?.has(unit.code)),
        place,
        start: startOf(unit.code, place) ?? {
          tab: UNITS_TAB.title,
          cell: rows.get(unit.code) ?? "",
          beside: [unit.code],
        },
      },
    ];
  });
  const ids = [...sheetIds(records)].flatMap(([title, id]): readonly [string, number][] =>
    /^\d+$/.test(id) ? [[title, Number(id)]] : [],
  );
  return { records, units, issues, log, sheetIds: new Map(ids) };
}

function startOf(unit: string, place: FoundPlace | undefined): CellPlace | undefined {
  if (!place) return undefined;
  if (place.hamletRow !== undefined)
    return { tab: HAMLETS_TAB.title, cell: address(place.hamletRow, 3), beside: [unit] };
  return { tab: place.tab, cell: "A1" };
}

/** Counts a unit's issues of a severity. */
export function countIssues({ issues }: BoardUnit, severity: LinkedIssue["severity"]): number {
  return issues.filter((issue) => issue.severity === severity).length;
}

/** Finds the row of a unit's block that its submission is written into. */
export function confirmationRow({ place }: BoardUnit): number | undefined {
  return place?.rows.get(CONFIRMATION_KEY);
}

/** A figure that its unit reports as 0. */
export type Zero = { readonly element: ElementCode; readonly field: "total" | "women" };

/** Finds the unit's figures that are 0: nobody at all, or no woman. */
export function findZeros({ unit, filled }: BoardUnit, { commune }: WorkbookRecords): readonly Zero[] {
  return filled.flatMap((element): readonly Zero[] => {
    const value = commune.values.find((candidate) => candidate.unit === unit.code && candidate.element === element);
    if (value?.total === 0) return [{ element, field: "total" }];
    return value?.women === 0 ? [{ element, field: "women" }] : [];
  });
}
