/** Where a new workbook puts each unit: a form in a tab of its own, or a row and a block on the hamlets' tabs. */
import type { Plan } from "../core/plan/plan.ts";
import type { Task } from "../core/task.ts";
import type { OrgUnit } from "../core/unit.ts";
import { FORM_FIRST_ROW, type FormRow, formRows, hamletRows, isAsked } from "./form.ts";
import { FIRST_DATA_ROW, HAMLET_FORMS_TITLE, HAMLET_GRID_ELEMENTS } from "./schema.ts";

/** Tells whether a hamlet fits into a row of the hamlets' grid: it reports nothing else and answers for no task. */
function fitsHamletGrid(unit: OrgUnit, tasks: readonly Task[]): boolean {
  const gridElements: readonly string[] = HAMLET_GRID_ELEMENTS;
  return (
    unit.type === "ap" &&
    unit.elements.every((element) => gridElements.includes(element)) &&
    tasks.every((task) => !isAsked({ kind: "task", task }, unit))
  );
}

/** A unit's block of rows in a tab: its first row there, and what each row is. */
export type BlockPlace = {
  readonly tab: string;
  readonly firstRow: number;
  readonly rows: readonly FormRow[];
};

/** Where everything of one unit stands. */
export type UnitPlace = {
  readonly block: BlockPlace;
  /** Its row in the hamlets' grid; absent: its figures stand in the block. */
  readonly hamletRow?: number;
};

/** Lays out all units: forms in tabs of their own, hamlets in their grid and their shared tab, in register order. */
export function placeUnits(
  plan: Plan,
  units: readonly OrgUnit[],
  tasks: readonly Task[],
  activityRows: { readonly unit: number; readonly hamlet: number },
  titles: ReadonlyMap<string, string>,
): ReadonlyMap<string, UnitPlace> {
  const form = formRows(plan, tasks, activityRows.unit);
  const hamletForm = hamletRows(activityRows.hamlet);
  const places = new Map<string, UnitPlace>();
  let hamlets = 0;
  for (const unit of units) {
    if (fitsHamletGrid(unit, tasks)) {
      const firstRow = FORM_FIRST_ROW + hamlets * hamletForm.length;
      const block = { tab: HAMLET_FORMS_TITLE, firstRow, rows: hamletForm };
      places.set(unit.code, { block, hamletRow: FIRST_DATA_ROW + hamlets });
      hamlets++;
    } else {
      places.set(unit.code, {
        block: { tab: titles.get(unit.code) ?? unit.code, firstRow: FORM_FIRST_ROW, rows: form },
      });
    }
  }
  return places;
}
