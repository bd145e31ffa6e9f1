/** Where a unit's figures stand: its tab and the cell of each field. */
import type { Subject } from "../core/check.ts";
import type { Task } from "../core/task.ts";
import type { OrgUnit } from "../core/unit.ts";
import { blockColumn, FORM_FIRST_ROW, type FormRow, formRows, hamletRows, isAsked, rowKey } from "./form.ts";
import { address } from "./grid.ts";
import type { WorkbookRecords } from "./read.ts";
import {
  type BlockKey,
  FIRST_DATA_ROW,
  HAMLET_FORMS_TITLE,
  HAMLET_GRID_ELEMENTS,
  HAMLETS_TAB,
  HISTORY_TAB,
  SETTINGS_TAB,
} from "./schema.ts";
import { SETTING_ENTRIES } from "./settings.ts";
import { columnOf } from "./table.ts";

/** Tells whether a hamlet fits into a row of the hamlets' grid: it reports nothing else and answers for no task. */
export function fitsHamletGrid(unit: OrgUnit, tasks: readonly Task[]): boolean {
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
  units: readonly OrgUnit[],
  tasks: readonly Task[],
  activityRows: { readonly unit: number; readonly hamlet: number },
  titles: ReadonlyMap<string, string>,
): ReadonlyMap<string, UnitPlace> {
  const form = formRows(tasks, activityRows.unit);
  const hamletForm = hamletRows(activityRows.hamlet);
  const places = new Map<string, UnitPlace>();
  let hamlets = 0;
  for (const unit of units) {
    if (fitsHamletGrid(unit, tasks)) {
      const firstRow = FIRST_DATA_ROW + hamlets * hamletForm.length;
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

/** Lays out the units of a workbook that has been read. */
export function placesOf(records: WorkbookRecords): ReadonlyMap<string, UnitPlace> {
  const { commune, register, activityRows } = records;
  const titles = new Map(register.map((unit) => [unit.code, unit.tab]));
  return placeUnits(commune.units, commune.taskList, activityRows, titles);
}

/** A cell: its tab's title and its address. */
export type CellPlace = { readonly tab: string; readonly cell: string };

/** Returns the row of a block that has this key, as a 1-based row of its tab; nothing where the block has none. */
export function rowOf(block: BlockPlace, key: string): number | undefined {
  const index = block.rows.findIndex((row) => rowKey(row) === key);
  return index < 0 ? undefined : block.firstRow + index;
}

const ACTIVITY_FIELDS = {
  day: "when",
  theme: "text",
  participants: "first",
  women: "second",
  coOrganisers: "more",
} as const satisfies Record<Extract<Subject, { kind: "activity" }>["field"], BlockKey>;

/** Finds the cell that an issue speaks of. */
export function locate(
  unit: string,
  subject: Subject,
  places: ReadonlyMap<string, UnitPlace>,
  records: WorkbookRecords,
): CellPlace {
  if (subject.kind === "custodian") {
    const row = FIRST_DATA_ROW + SETTING_ENTRIES.findIndex((entry) => entry.key === "custodian");
    return { tab: SETTINGS_TAB.title, cell: address(row, columnOf(SETTINGS_TAB, "value")) };
  }
  if (subject.kind === "history") {
    const row = records.historyRows[subject.row] ?? FIRST_DATA_ROW;
    return { tab: HISTORY_TAB.title, cell: address(row, columnOf(HISTORY_TAB, "total")) };
  }
  const place = places.get(unit);
  if (!place) return { tab: "", cell: "" };
  const { block, hamletRow } = place;
  const inBlock = (key: string, field: BlockKey): CellPlace => {
    const row = rowOf(block, key);
    return { tab: block.tab, cell: row === undefined ? "" : address(row, blockColumn(field)) };
  };
  switch (subject.kind) {
    case "value": {
      const element = HAMLET_GRID_ELEMENTS.find((candidate) => candidate === subject.element);
      if (hamletRow !== undefined && element) {
        const column = columnOf(HAMLETS_TAB, `${element}.${subject.field}`);
        return { tab: HAMLETS_TAB.title, cell: address(hamletRow, column) };
      }
      return inBlock(`SL.${subject.element}`, subject.field === "total" ? "first" : "second");
    }
    case "activity":
      return inBlock(`HD.${subject.slot + 1}`, ACTIVITY_FIELDS[subject.field]);
    case "fund":
      return inBlock(`KP.${subject.source}`, subject.field === "planned" ? "first" : "second");
    case "task":
      return inBlock(`NV.${subject.task}`, subject.field === "status" ? "word" : "when");
  }
}
