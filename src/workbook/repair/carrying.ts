/** Everything that units typed into forms and hamlet tabs that will be rebuilt, by unit and key. */
import type { Plan } from "../../core/plan/plan.ts";
import { foldText } from "../../core/text.ts";
import { type FormRow, hamletRows, rowKey } from "../form.ts";
import { type Cell, cellText, type Grid } from "../grid.ts";
import type { UnitPlace } from "../layout.ts";
import { type Carried, type CarriedRow, keyName, type Leftover, takesField } from "../migrated-input.ts";
import { splitKey } from "../read/block.ts";
import { type BlockKey, HAMLET_GRID_ELEMENTS } from "../schema.ts";
import { GRID_FIELDS } from "../setup/hamlets.ts";
import { findShape, isKey, sectionOf } from "./block-shape.ts";
import { formIndexes, salvageBlock } from "./salvage.ts";

/** A tab to gather from. */
export type Source = {
  readonly tab: string;
  readonly values: Grid;
  readonly formulas: Grid;
  /** Texts that the plan writes into the tab, folded. */
  readonly own: ReadonlySet<string>;
};

/** What was gathered. */
export type Gathered = { readonly carried: Carried; readonly leftovers: readonly Leftover[] };

/** What is being gathered. */
export type GatheringDraft = {
  readonly plan: Plan;
  readonly carried: Map<string, Map<string, CarriedRow>>;
  readonly leftovers: Leftover[];
};

/** Begins to gather. */
export function newDraft(plan: Plan): GatheringDraft {
  return { plan, carried: new Map(), leftovers: [] };
}

/** Adds what was typed; where a field was typed twice, the first is kept and the other is a leftover. */
export function addRow(draft: GatheringDraft, unit: string, tab: string, key: string, row: CarriedRow): void {
  const rows = draft.carried.get(unit) ?? new Map<string, CarriedRow>();
  draft.carried.set(unit, rows);
  const before = rows.get(key) ?? new Map<BlockKey, Cell>();
  rows.set(key, new Map([...row, ...before]));
  for (const [field, value] of row) {
    if (!before.has(field) || cellText(before.get(field)) === cellText(value)) continue;
    const reason = "Số liệu này đã có ở một dòng khác";
    draft.leftovers.push({ unit, tab, cell: "", subject: keyName(key, draft.plan), value, reason });
  }
}

/** Gathers a unit's form. */
export function gatherForm(draft: GatheringDraft, unit: string, source: Source, rows: readonly FormRow[]): void {
  const { tab, own, values, formulas } = source;
  const { plan } = draft;
  const block = formIndexes(values);
  const found = salvageBlock(values, formulas, { plan, unit, tab, indexes: block, rows, own });
  const above = Array.from({ length: block[0] ?? 0 }, (_, index) => index);
  draft.leftovers.push(...salvageBlock(values, formulas, { plan, unit, tab, indexes: above, rows: [], own }).leftovers);
  for (const [key, row] of found.rows) addRow(draft, unit, source.tab, key, row);
  draft.leftovers.push(...found.leftovers);
}

/**
 * Gathers the tab on which every hamlet has a block. A row without a unit belongs to the block above it, which its
 * header names. `known`: the names of the register's units by code.
 */
export function gatherHamletForms(
  draft: GatheringDraft,
  source: Source,
  activities: number,
  known: ReadonlyMap<string, string>,
  aliases: ReadonlyMap<string, string>,
): void {
  const rows = hamletRows(activities);
  const { keys } = findShape(source.values);
  const units = findUnitColumn(source.values, known) ?? keys - 1;
  const indexes = new Map<string, number[]>();
  let unit = "";
  for (const index of source.values.keys()) {
    const typed = cellText(source.values[index]?.[units - 1]);
    // A code that was typed over has no key beside it: the row belongs to the block above.
    const isUnit = known.has(typed) || isKey(cellText(source.values[index]?.[keys - 1]));
    if (isUnit && typed !== "") unit = aliases.get(typed) ?? typed;
    else if (sectionOf(source.values[index] ?? []) !== undefined)
      unit = headedBy(source.values[index] ?? [], known) ?? unit;
    indexes.set(unit, [...(indexes.get(unit) ?? []), index]);
  }
  const ownTexts = new Set([...source.own, ...[...known.values(), ...aliases.keys()].map(foldText)]);
  for (const [code, own] of indexes) {
    const block = { plan: draft.plan, unit: code, tab: source.tab, indexes: own, rows, own: ownTexts };
    const found = salvageBlock(source.values, source.formulas, block);
    for (const [key, row] of found.rows) addRow(draft, code, source.tab, key, row);
    draft.leftovers.push(...found.leftovers);
  }
}

/** The hamlet whose name heads a block. */
function headedBy(row: readonly unknown[], known: ReadonlyMap<string, string>): string | undefined {
  const texts = new Set(row.map((cell) => foldText(cellText(cell))));
  return [...known].find(([, name]) => texts.has(foldText(name)))?.[0];
}

/** The 1-based column in which most units' codes stand. */
function findUnitColumn(values: Grid, known: ReadonlyMap<string, string>): number | undefined {
  const counts = new Map<number, number>();
  for (const row of values) {
    row.forEach((cell, at) => {
      if (known.has(cellText(cell))) counts.set(at + 1, (counts.get(at + 1) ?? 0) + 1);
    });
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

/** Splits what was gathered into what the new places take and what they do not. */
export function splitPlaced(
  draft: GatheringDraft,
  places: ReadonlyMap<string, UnitPlace>,
  reasonOf: (unit: string) => string,
  tabOf: (unit: string) => string,
): Gathered {
  const carried = new Map<string, ReadonlyMap<string, CarriedRow>>();
  const leftovers = [...draft.leftovers];
  for (const [unit, rows] of draft.carried) {
    const place = places.get(unit);
    const planned = new Map(place?.block.rows.map((row) => [rowKey(row), row]));
    const kept = new Map<string, CarriedRow>();
    for (const [key, row] of rows) {
      const cells = new Map<BlockKey, Cell>();
      for (const [field, value] of row) {
        if (place && takes(place, planned.get(key), key, field)) cells.set(field, value);
        else
          leftovers.push({
            unit,
            tab: tabOf(unit),
            cell: "",
            subject: keyName(key, draft.plan),
            value,
            reason: reasonOf(unit),
          });
      }
      if (cells.size > 0) kept.set(key, cells);
    }
    if (kept.size > 0) carried.set(unit, kept);
  }
  return { carried, leftovers };
}

function takes(place: UnitPlace, row: FormRow | undefined, key: string, field: BlockKey): boolean {
  if (row) return takesField(row, field);
  const [kind, element] = splitKey(key);
  if (place.hamletRow === undefined || kind !== "SL") return false;
  return (
    HAMLET_GRID_ELEMENTS.some((known) => known === element) &&
    Object.values(GRID_FIELDS).some((known) => known === field)
  );
}
