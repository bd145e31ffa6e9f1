/** Imported figures → cells to write. A figure overwrites; an empty field leaves what is there; nothing else is touched. */
import type { FolderFigures } from "../folder/figures.ts";
import type { Refusal } from "../folder/refusal.ts";
import type { FolderFile } from "../folder/table.ts";
import { type FoundPlace, findPlaces } from "../form-locations.ts";
import type { WorkbookRecords } from "../read/workbook.ts";
import { asListed, type SettledPlace } from "../settle.ts";
import { activityPlacer } from "./activities.ts";
import { assessmentPlacer, fundPlacer, taskPlacer } from "./duties.ts";
import { type CellWrite, joinLines, type LineWrite, type Placing } from "./lines.ts";
import { narrativePlacer } from "./narrative.ts";
import { rolePlacer } from "./roles.ts";
import { historyPlacer, valuePlacer } from "./values.ts";

/** The cells to write, how many rows of the files they hold, and what found no place. */
export type ImportPlan = {
  readonly writes: readonly CellWrite[];
  readonly placed: number;
  readonly refusals: readonly Refusal[];
};

/**
 * Plans the writing of a folder's figures into a workbook that has been read. `settle`: finds a unit's rows in its sheet
 * as it is now; asked once for each unit that the folder names.
 */
export function planImport(
  figures: FolderFigures,
  records: WorkbookRecords,
  settle: (place: FoundPlace, unit: string) => SettledPlace = asListed,
): ImportPlan {
  const places = findPlaces(records);
  const settled = new Map<string, SettledPlace>();
  const placeOf = (unit: string): SettledPlace | undefined => {
    const place = places.get(unit);
    if (!place) return undefined;
    const found = settled.get(unit) ?? settle(place, unit);
    settled.set(unit, found);
    return found;
  };
  const refusals: Refusal[] = [];
  const lines: LineWrite[] = [];
  let placed = 0;
  const placeAll = <Row extends { readonly line: number }>(
    file: FolderFile,
    rows: readonly Row[],
    place: (row: Row) => Placing,
  ): void => {
    for (const row of rows) {
      const placing = place(row);
      if ("refusal" in placing) refusals.push({ file, line: row.line, message: placing.refusal });
      else {
        lines.push(...placing.lines);
        placed++;
      }
    }
  };
  placeAll("values.csv", figures.values, valuePlacer(placeOf, records));
  placeAll("activities.csv", figures.activities, activityPlacer(placeOf, records));
  placeAll("tasks.csv", figures.tasks, taskPlacer(placeOf, records));
  placeAll("funds.csv", figures.funds, fundPlacer(placeOf, records));
  placeAll("assessments.csv", figures.assessments, assessmentPlacer(placeOf));
  placeAll("narrative.csv", figures.narrative, narrativePlacer(figures.narrative, records));
  placeAll("history.csv", figures.history, historyPlacer(records));
  placeAll("roles.csv", figures.roles, rolePlacer(records));
  return { writes: joinLines(lines), placed, refusals };
}
