/**
 * Where each unit's rows stand in a workbook that has been read: in the rows that the tidy tab tells. In a workbook of an
 * earlier version they are counted off from the keys that it lists, never from settings that may have changed since.
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
  /** How many columns further to the right than in a new form its block stands. */
  readonly shift: number;
  /** Its row in the hamlets' grid; absent: its figures stand in the form. */
  readonly hamletRow?: number;
};

/** A form's sections, in order; each has a header above its rows. */
const FORM_SECTIONS = ["SL", "NV", "HD", "KP", "DG", "XN"] as const;

/** Rows of blocks by key, by unit: those of forms, and those of the tab that the hamlets share. */
type Blocks = { readonly forms: UnitRows; readonly hamlets: UnitRows };

type UnitRows = ReadonlyMap<string, Pick<FoundPlace, "rows" | "shift">>;

/** Finds every unit of the register that has a form, or a row and a block on the hamlets' tabs. */
export function findPlaces(records: WorkbookRecords): ReadonlyMap<string, FoundPlace> {
  const { commune, register, layout } = records;
  const planned = plannedPlaces(records);
  const { forms, hamlets } = tellsPlaces(layout.runs)
    ? placesTold(layout.runs)
    : countOff(layout.runs, commune.plan.elements.size);
  const places = new Map<string, FoundPlace>();
  for (const { code, tab } of register) {
    const form = forms.get(code);
    const block = hamlets.get(code);
    const hamletRow = layout.hamletRows.get(code);
    if (form) places.set(code, { tab: tab || code, ...form });
    else if (block && hamletRow !== undefined) places.set(code, { tab: HAMLET_FORMS_TITLE, ...block, hamletRow });
    else if (tab !== "") {
      const place = asFound(planned.get(code), hamletRow);
      if (place) places.set(code, place);
    }
  }
  return places;
}

/** Tells whether the tidy tab says where rows stand: in a workbook of an earlier version it does not. */
export function tellsPlaces(runs: readonly KeyRun[]): boolean {
  return runs.every(({ places }) => places.size > 0);
}

/** Takes rows from where the tidy tab has them. Of two rows with one key the first is the unit's. */
function placesTold(runs: readonly KeyRun[]): Blocks {
  const formed = new Set(runs.filter(isForm).map(({ unit }) => unit));
  const [forms, hamlets] = [new Map<string, ToldRows>(), new Map<string, ToldRows>()];
  for (const { unit, places } of runs) {
    const told = formed.has(unit) ? forms : hamlets;
    const own = told.get(unit) ?? { rows: new Map<string, number>(), shift: 0 };
    told.set(unit, own);
    for (const [key, { row, column }] of places) {
      if (own.rows.size === 0) own.shift = column - 1;
      if (!own.rows.has(key)) own.rows.set(key, row);
    }
  }
  return { forms, hamlets };
}

type ToldRows = { readonly rows: Map<string, number>; shift: number };

/** Counts rows off, as a new workbook has them. `elements`: how many figures a form has. */
function countOff(runs: readonly KeyRun[], elements: number): Blocks {
  const [forms, hamlets] = [new Map<string, ToldRows>(), new Map<string, ToldRows>()];
  let nextRow = FORM_FIRST_ROW;
  for (const run of runs) {
    if (isForm(run)) {
      if (isWhole(run, elements)) forms.set(run.unit, { rows: countForm(run), shift: 0 });
    } else {
      const rows = new Map(run.keys.map((key, index) => [key, nextRow + 1 + index]));
      if (!hamlets.has(run.unit)) hamlets.set(run.unit, { rows, shift: 0 });
      nextRow += 1 + run.keys.length;
    }
  }
  return { forms, hamlets };
}

/** A form has rows for figures; a hamlet's block has none. */
function isForm({ keys }: KeyRun): boolean {
  return keys.some((key) => splitKey(key)[0] === "SL");
}

/** Only a run that lists every figure's row tells how far down the others stand. */
function isWhole({ keys }: KeyRun, elements: number): boolean {
  return keys.filter((key) => splitKey(key)[0] === "SL").length === elements;
}

function countForm({ keys }: KeyRun): Map<string, number> {
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
  const found = { tab, rows: new Map(keyedRows(rows, firstRow)), shift: 0 };
  if (place.hamletRow === undefined) return tab === HAMLETS_TAB.title ? undefined : found;
  return hamletRow === undefined ? undefined : { ...found, hamletRow };
}

function keyedRows(rows: readonly FormRow[], firstRow: number): readonly (readonly [string, number])[] {
  return rows.flatMap((row, index) => {
    const key = rowKey(row);
    return key === "" ? [] : [[key, firstRow + index] as const];
  });
}
