/** Imported activities → rows of their unit's list: the row of the same activity where there is one, else a free one. */

import type { Activity } from "../../core/event.ts";
import { toDate, yearOf } from "../../core/period.ts";
import { foldText } from "../../core/text.ts";
import { isCount, type Typed } from "../../core/value.ts";
import type { ImportedActivity } from "../folder/activities.ts";
import type { Cell } from "../grid.ts";
import type { WorkbookRecords } from "../read/workbook.ts";
import { numberCell, type PlaceOf, type Placing, placeInForm, textCell } from "./lines.ts";
import { isUnrulyCount } from "./values.ts";

type ActivityNames = Pick<Activity, "unit" | "day" | "theme" | "coOrganisers">;

/** Two rows with the same key are the same activity, so that importing twice adds nothing. */
function keyOf({ unit, day, theme, coOrganisers }: ActivityNames): string {
  return [unit, day ?? "", foldText(theme), ...coOrganisers.map(foldText)].join("\n");
}

/** Returns a function that places one activity, in the order of the file. */
export function activityPlacer(
  placeOf: PlaceOf,
  { commune }: WorkbookRecords,
): (activity: ImportedActivity) => Placing {
  const waiting = new Map<string, Activity[]>();
  const taken = new Map<string, Set<number>>();
  for (const activity of commune.activities) {
    const same = waiting.get(keyOf(activity)) ?? [];
    waiting.set(keyOf(activity), same);
    same.push(activity);
    taken.set(activity.unit, (taken.get(activity.unit) ?? new Set()).add(activity.slot));
  }
  return (imported) => {
    const place = placeOf(imported.unit);
    const existing = waiting.get(keyOf(imported))?.shift();
    const used = taken.get(imported.unit) ?? new Set();
    taken.set(imported.unit, used);
    const slot = existing?.slot ?? firstFree(used);
    if (place && !existing && !place.rows.has(`HD.${slot + 1}`)) {
      return {
        refusal: `cột unit: cần một dòng hoạt động còn trống; thấy biểu của ${imported.unit} đã hết chỗ. Hãy gộp các hoạt động nhỏ, hoặc tăng số dòng hoạt động ở tab Cấu hình, chọn Lập sổ, lập biểu rồi nhập lại.`,
      };
    }
    used.add(slot);
    const participants = imported.participants ?? existing?.participants;
    const women = imported.women ?? existing?.women;
    const cells: Cell[] = [
      textCell(imported.theme, existing?.theme),
      numberCell(imported.participants, existing?.participants),
      numberCell(imported.women, existing?.women),
      textCell(imported.kind, existing?.kind),
      imported.day ? toDate(imported.day) : textCell("", existing?.dateTyped),
      textCell(imported.coOrganisers.join("|"), undefined),
      textCell(imported.link, existing?.link),
    ];
    const oddDay = imported.day
      ? Math.abs(yearOf(imported.day) - commune.year) > 1
      : (existing?.dateTyped ?? "") !== "";
    return placeInForm(place, `HD.${slot + 1}`, "text", cells, oddDay || isUnruly(participants, women));
  };
}

function firstFree(used: ReadonlySet<number>): number {
  let slot = 0;
  while (used.has(slot)) slot++;
  return slot;
}

function isUnruly(participants: Typed, women: Typed): boolean {
  if (isUnrulyCount(participants) || isUnrulyCount(women)) return true;
  return isCount(participants) && isCount(women) && women > participants;
}
