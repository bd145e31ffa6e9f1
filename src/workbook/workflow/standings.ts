/** Where each unit's report stands, from what it reported and the log. Reads no issue and no place: a report needs none. */
import type { Commune } from "../../core/commune.ts";
import { groupBy } from "../../core/group.ts";
import { type Moment, readMoment } from "../../core/workflow/deadline.ts";
import type { Filing } from "../../core/workflow/filing.ts";
import { type Decision, judgeStanding, type Standing } from "../../core/workflow/standing.ts";
import type { Grid } from "../grid.ts";
import { decisionsOf, isDecision, type LogEntry, submissionsOf } from "./log.ts";
import { type Reported, readReported } from "./reported.ts";

/** A unit's standing and what it was judged from. */
export type UnitStanding = {
  readonly reported: Reported;
  readonly standing: Standing;
  /** All decisions of the year about it, in their order. */
  readonly decisions: readonly Decision[];
};

/** Judges every active unit, by code. `grids`: from their header rows on. */
export function judgeUnits(
  { units, year, settings }: Commune,
  grids: { readonly data: Grid; readonly hamlets: Grid },
  log: readonly LogEntry[],
  now: Moment,
): ReadonlyMap<string, UnitStanding> {
  const reported = readReported(grids.data, grids.hamlets);
  const decisions = groupBy(decisionsOf(log, year), ({ unit }) => unit);
  const logged = groupBy(submissionsOf(log), ({ unit }) => unit);
  return new Map(
    units.map(({ code }) => {
      const own = reported.get(code) ?? { rows: [], submission: undefined };
      const decided = decisions.get(code) ?? [];
      const seen = logged.get(code) ?? [];
      const { deadline: before } = settings;
      const standing = judgeStanding({ ...own, decisions: decided, logged: seen, year, before, now });
      return [code, { reported: own, standing, decisions: decided }];
    }),
  );
}

/** Tells of every unit how its report came in. */
export function fileUnits(
  standings: ReadonlyMap<string, Pick<UnitStanding, "standing">>,
  log: readonly LogEntry[],
  year: number,
): ReadonlyMap<string, Filing> {
  const times = new Map<string, string>();
  for (const { unit, action, time, year: of } of log) {
    if (of === year && isDecision(action)) times.set(unit, time);
  }
  return new Map(
    [...standings].map(([unit, { standing }]) => {
      const { state, late, submittedAt, changedCells } = standing;
      return [unit, { state, late, submittedAt, changedCells, decidedAt: readMoment(times.get(unit) ?? "") }];
    }),
  );
}
