/** Everything that units typed into forms and hamlet tabs that will be made anew, by unit and key. */
import { foldText } from "../../core/text.ts";
import type { OrgUnit } from "../../core/unit.ts";
import { type Carried, type CarriedRow, keyName, type Leftover, takesField } from "../carry.ts";
import { type FormRow, hamletRows, rowKey } from "../form.ts";
import { address, type Cell, cellText, type Grid } from "../grid.ts";
import type { UnitPlace } from "../layout.ts";
import { splitKey } from "../read/block.ts";
import { type BlockKey, HAMLET_GRID_ELEMENTS, HAMLETS_TAB, type HamletField } from "../schema.ts";
import { GRID_FIELDS } from "../setup/hamlets.ts";
import { findShape, isKey, sectionOf } from "./block-shape.ts";
import { formIndexes, salvageBlock, typedCell } from "./salvage.ts";

/** A tab to gather from. */
export type Source = { readonly tab: string; readonly values: Grid; readonly formulas: Grid };

/** What was gathered. */
export type Gathered = { readonly carried: Carried; readonly leftovers: readonly Leftover[] };

/** What is being gathered. */
export type Draft = { readonly carried: Map<string, Map<string, CarriedRow>>; readonly leftovers: Leftover[] };

/** Begins to gather. */
export function newDraft(): Draft {
  return { carried: new Map(), leftovers: [] };
}

/** Adds what was typed; where a field was typed twice, the first is kept and the other is a leftover. */
function addRow(draft: Draft, unit: string, tab: string, key: string, row: CarriedRow): void {
  const rows = draft.carried.get(unit) ?? new Map<string, CarriedRow>();
  draft.carried.set(unit, rows);
  const before = rows.get(key) ?? new Map<BlockKey, Cell>();
  rows.set(key, new Map([...row, ...before]));
  for (const [field, value] of row) {
    if (!before.has(field) || cellText(before.get(field)) === cellText(value)) continue;
    const reason = "Số liệu này đã có ở một dòng khác";
    draft.leftovers.push({ unit, tab, cell: "", subject: keyName(key), value, reason });
  }
}

/** Gathers a unit's form. */
export function gatherForm(draft: Draft, unit: string, source: Source, rows: readonly FormRow[]): void {
  const indexes = formIndexes(source.values);
  const found = salvageBlock(source.values, source.formulas, { unit, tab: source.tab, indexes, rows });
  for (const [key, row] of found.rows) addRow(draft, unit, source.tab, key, row);
  draft.leftovers.push(...found.leftovers);
}

/**
 * Gathers the tab on which every hamlet has a block. A row without a unit belongs to the block above it, which its
 * header names. `known`: the names of the register's units by code.
 */
export function gatherHamletForms(
  draft: Draft,
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
  for (const index of formIndexes(source.values)) {
    const typed = cellText(source.values[index]?.[units - 1]);
    // A code that was typed over has no key beside it: the row belongs to the block above.
    const isUnit = known.has(typed) || isKey(cellText(source.values[index]?.[keys - 1]));
    if (isUnit && typed !== "") unit = aliases.get(typed) ?? typed;
    else if (sectionOf(source.values[index] ?? []) !== undefined)
      unit = headedBy(source.values[index] ?? [], known) ?? unit;
    indexes.set(unit, [...(indexes.get(unit) ?? []), index]);
  }
  for (const [code, own] of indexes) {
    const found = salvageBlock(source.values, source.formulas, { unit: code, tab: source.tab, indexes: own, rows });
    for (const [key, row] of found.rows) addRow(draft, code, source.tab, key, row);
    draft.leftovers.push(...found.leftovers.filter(({ value }) => !isHeading(value)));
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

/** A block's header is its hamlet's name in capitals. */
function isHeading(value: Cell): boolean {
  return typeof value === "string" && value === value.toUpperCase() && /\p{L}/u.test(value);
}

/**
 * Gathers the hamlets' grid, its columns by their headers, its rows by their codes or else their names. Returns the new
 * codes of rows whose code the register does not have, by the old one.
 */
export function gatherHamletGrid(
  draft: Draft,
  source: Source,
  hamlets: readonly OrgUnit[],
): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>();
  const codes = new Set(hamlets.map(({ code }) => code));
  const header = findGridHeader(source.values, codes);
  if (header === undefined) return aliases;
  const titles = (source.values[header] ?? []).map((cell) => foldText(cellText(cell)));
  const columnOfTitle = (title: string, planned: number): number => {
    const at = titles.indexOf(foldText(title));
    return at >= 0 ? at : isGridTitle(titles[planned] ?? "") ? -1 : planned;
  };
  const columns = HAMLETS_TAB.columns.map(({ title }, index) => columnOfTitle(title, index));
  const byName = new Map(hamlets.map(({ name, code }) => [foldText(name), code]));
  source.values.slice(header + 1).forEach((row, below) => {
    const typedCode = cellText(row[columns[0] ?? 0]);
    const unit = codes.has(typedCode) ? typedCode : (byName.get(foldText(cellText(row[columns[1] ?? 1]))) ?? typedCode);
    if (typedCode !== "" && typedCode !== unit) aliases.set(typedCode, unit);
    const used = new Set([columns[0], columns[1]]);
    for (const element of HAMLET_GRID_ELEMENTS) {
      const cells = new Map<BlockKey, Cell>();
      for (const field of ["total", "women", "note"] as const satisfies readonly HamletField[]) {
        const at = columns[HAMLETS_TAB.columns.findIndex(({ key }) => key === `${element}.${field}`)] ?? -1;
        const typed = typedCell(row[at]);
        if (typed === undefined) continue;
        used.add(at);
        cells.set(GRID_FIELDS[field], typed);
      }
      if (cells.size > 0) addRow(draft, unit, source.tab, `SL.${element}`, cells);
    }
    row.forEach((cell, at) => {
      const value = typedCell(cell);
      if (value === undefined || used.has(at)) return;
      const place = address(header + below + 2, at + 1);
      const reason = "Ô không thuộc cột nào của bảng";
      draft.leftovers.push({ unit, tab: source.tab, cell: place, subject: "Ô ngoài bảng", value, reason });
    });
  });
  return aliases;
}

function isGridTitle(folded: string): boolean {
  return HAMLETS_TAB.columns.some(({ title }) => foldText(title) === folded);
}

/** The row (from 0) with most of the grid's headers; where none has any, the row above the first hamlet's. */
function findGridHeader(values: Grid, known: ReadonlySet<string>): number | undefined {
  let best = { index: -1, count: 0 };
  for (const [index, row] of values.slice(0, 20).entries()) {
    const count = row.filter((cell) => isGridTitle(foldText(cellText(cell)))).length;
    if (count > best.count) best = { index, count };
  }
  if (best.count > 0) return best.index;
  const first = values.findIndex((row) => row.some((cell) => known.has(cellText(cell))));
  return first < 0 ? undefined : first - 1;
}

/** Splits what was gathered into what the new places take and what they do not. */
export function settle(
  draft: Draft,
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
        else leftovers.push({ unit, tab: tabOf(unit), cell: "", subject: keyName(key), value, reason: reasonOf(unit) });
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
