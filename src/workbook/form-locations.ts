/**
 * Where each unit's rows stand in a workbook that has been read. A form keeps the shape that it was made with, so its
 * rows are counted off from the keys that the tidy tab lists, never from settings that may have changed since.
 */
import { FORM_FIRST_ROW, type FormRow, rowKey } from "./form.ts";
import { placeUnits, type UnitPlace } from "./layout.ts";
import { type KeyRun, splitKey } from "./read/block.ts";
import type { WorkbookRecords } from "./read/workbook.ts";
import { HAMLET_FORMS_TITLE, HAMLETS_TAB } from "./schema.ts";

/** Where one unit's rows stand now. */
export type FoundPlace = {
  readonly tab: string;
  /** The 1-based row of each key: `SL.LD`, `HD.1` … */
  readonly rows: ReadonlyMap<string, number>;
  /** Its row in the hamlets' grid; absent: its figures stand in the form. */
  readonly hamletRow?: number;
};

/** A form's sections, in order; each has a header above its rows. */
const FORM_SECTIONS = ["SL", "NV", "HD", "KP", "DG", "XN"] as const;

/** Finds every unit of the register that has a form, or a row and a block on the hamlets' tabs. */
export function findPlaces(records: WorkbookRecords): ReadonlyMap<string, FoundPlace> {
  const { register, layout } = records;
  const planned = plannedPlaces(records);
  const forms = new Map<string, ReadonlyMap<string, number>>();
  const blocks = new Map<string, ReadonlyMap<string, number>>();
  let nextRow = FORM_FIRST_ROW;
  for (const run of layout.runs) {
    if (isForm(run)) {
      if (isWhole(run, records)) forms.set(run.unit, countOff(run));
    } else {
      if (!blocks.has(run.unit))
        blocks.set(run.unit, new Map(run.keys.map((key, index) => [key, nextRow + 1 + index])));
      nextRow += 1 + run.keys.length;
    }
  }
  const places = new Map<string, FoundPlace>();
  for (const { code, tab } of register) {
    const form = forms.get(code);
    const block = blocks.get(code);
    const hamletRow = layout.hamletRows.get(code);
    if (form) places.set(code, { tab: tab || code, rows: form });
    else if (block && hamletRow !== undefined) places.set(code, { tab: HAMLET_FORMS_TITLE, rows: block, hamletRow });
    else if (tab !== "") {
      const place = asFound(planned.get(code), hamletRow);
      if (place) places.set(code, place);
    }
  }
  return places;
}

/** A form has rows for figures; a hamlet's block has none. */
function isForm({ keys }: KeyRun): boolean {
  return keys.some((key) => splitKey(key)[0] === "SL");
}

/** Only a run that lists every figure's row tells how far down the others stand. */
function isWhole({ keys }: KeyRun, { commune }: WorkbookRecords): boolean {
  return keys.filter((key) => splitKey(key)[0] === "SL").length === commune.plan.elements.size;
}

function countOff({ keys }: KeyRun): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  let row = FORM_FIRST_ROW;
  for (const section of FORM_SECTIONS) {
    row++;
    for (const key of keys) if (splitKey(key)[0] === section) rows.set(key, row++);
  }
  return rows;
}

/** Where set-up puts units by today's settings: for a form that the tidy tab does not list. */
function plannedPlaces({ commune, register, layout }: WorkbookRecords): ReadonlyMap<string, UnitPlace> {
  const titles = new Map(register.map((unit) => [unit.code, unit.tab]));
  return placeUnits(commune.plan, commune.units, commune.taskList, layout.activityRows, titles);
}

function asFound(place: UnitPlace | undefined, hamletRow: number | undefined): FoundPlace | undefined {
  if (!place) return undefined;
  const { tab, firstRow, rows } = place.block;
  const found = { tab, rows: new Map(keyedRows(rows, firstRow)) };
  if (place.hamletRow === undefined) return tab === HAMLETS_TAB.title ? undefined : found;
  return hamletRow === undefined ? undefined : { ...found, hamletRow };
}

function keyedRows(rows: readonly FormRow[], firstRow: number): readonly (readonly [string, number])[] {
  return rows.flatMap((row, index) => {
    const key = rowKey(row);
    return key === "" ? [] : [[key, firstRow + index] as const];
  });
}
