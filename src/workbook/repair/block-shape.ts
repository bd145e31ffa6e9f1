/**
 * Finds the parts of a form in a grid that people have changed: in which column its keys stand, in which each field, and
 * which row each grid row is. Keys and headers tell, wherever rows and columns were inserted, deleted or moved.
 */
import { cleanText, foldText } from "../../core/text.ts";
import { blockColumn, type FormRow, ROW_FIELDS, rowKey, rowLabel, SECTION_LABELS, type SectionName } from "../form.ts";
import { cellText, type Grid } from "../grid.ts";
import { splitKey } from "../read/block.ts";
import type { BlockKey } from "../schema.ts";

/** The 1-based columns of a block as they are now; a field whose column is gone has none. */
export type BlockShape = { readonly keys: number; readonly fields: ReadonlyMap<BlockKey, number> };

const KEY = /^(SL|NV|HD|KP|DG|XN)\.\S+$/;

/** Tells whether text is the key of a row of some form. */
export function isKey(text: string): boolean {
  return KEY.test(text);
}

const SECTIONS: readonly SectionName[] = ["elements", "tasks", "activities", "funds", "assessment", "confirmation"];

/** Finds the columns of a block; where nothing tells, they are as the plan makes them. */
export function findShape(grid: Grid): BlockShape {
  const found = findKeyColumn(grid);
  const votes = headerVotes(grid);
  const fields = new Map<BlockKey, number>();
  const claimed = new Set(votes.values());
  const keys = found ?? guessKeyColumn(votes);
  let previous = keys;
  for (const field of ROW_FIELDS) {
    const column = votes.get(field) ?? (field === "text" ? findTextColumn(grid, keys, votes) : previous + 1);
    const isFree = votes.has(field) || !claimed.has(column);
    if (!isFree || column < 1 || column <= keys) continue;
    fields.set(field, column);
    previous = column;
  }
  return { keys, fields };
}

/** The texts of a block without titles: of the columns between its keys and its first figures the fullest. */
function findTextColumn(grid: Grid, keys: number, votes: ReadonlyMap<BlockKey, number>): number {
  let best = { column: keys + 1, count: -1 };
  for (let column = keys + 1; column < (votes.get("first") ?? keys + 2); column++) {
    const count = grid.filter((row) => cellText(row[column - 1]) !== "").length;
    if (count > best.count) best = { column, count };
  }
  return best.column;
}

/** Without a single key: where the first field that a header names would have it, which may be off the sheet. */
function guessKeyColumn(votes: ReadonlyMap<BlockKey, number>): number {
  const named = ROW_FIELDS.findIndex((field) => votes.has(field));
  const field = ROW_FIELDS[named];
  const column = field === undefined ? undefined : votes.get(field);
  return column === undefined ? blockColumn("key") : column - named - 1;
}

/** The column in which most keys stand. */
function findKeyColumn(grid: Grid): number | undefined {
  const counts = new Map<number, number>();
  for (const row of grid) {
    for (const [index, cell] of row.entries()) {
      if (typeof cell === "string" && KEY.test(cleanText(cell)))
        counts.set(index + 1, (counts.get(index + 1) ?? 0) + 1);
    }
  }
  let best: number | undefined;
  for (const [column, count] of counts) if (count > (counts.get(best ?? 0) ?? 0)) best = column;
  return best;
}

/** For each field the column in which most headers of sections name it. */
function headerVotes(grid: Grid): ReadonlyMap<BlockKey, number> {
  const counts = new Map<BlockKey, Map<number, number>>();
  for (const row of grid) {
    const section = sectionOf(row);
    if (!section) continue;
    const texts = foldRow(row);
    for (const field of ROW_FIELDS) {
      const label = SECTION_LABELS[section][field];
      const at = label === undefined ? -1 : texts.indexOf(foldText(label));
      if (at < 0) continue;
      const columns = counts.get(field) ?? new Map<number, number>();
      counts.set(field, columns);
      columns.set(at + 1, (columns.get(at + 1) ?? 0) + 1);
    }
  }
  return new Map(
    [...counts].map(([field, columns]): [BlockKey, number] => {
      const [column] = [...columns].sort(([, one], [, other]) => other - one)[0] ?? [0];
      return [field, column];
    }),
  );
}

function foldRow(row: readonly unknown[]): readonly string[] {
  return row.map((cell) => (typeof cell === "string" ? foldText(cell) : ""));
}

/** Finds the section whose header a row is: by its title, or else by the two or more fields that it names. */
export function sectionOf(row: readonly unknown[]): SectionName | undefined {
  if (row.every((cell) => typeof cell !== "string" || cell === "")) return undefined;
  const texts = new Set(foldRow(row));
  const titled = SECTIONS.find((name) => texts.has(foldText(SECTION_LABELS[name].text ?? "")));
  if (titled) return titled;
  let best: { name: SectionName; count: number } | undefined;
  for (const name of SECTIONS) {
    const labels = ROW_FIELDS.flatMap((field) => SECTION_LABELS[name][field] ?? []).map(foldText);
    const count = labels.filter((label) => texts.has(label)).length;
    if (count >= 2 && count > (best?.count ?? 0)) best = { name, count };
  }
  return best?.name;
}

/** A row of a grid that is a row of a form. */
export type NamedRow = { readonly index: number; readonly key: string };

/**
 * Names the rows of one unit's block, `indexes` of the grid in order. A row whose key and label agree is that row; of
 * the others the label decides, since keys are hidden and stay where a moved row leaves them; a row without either
 * stands between two that have one. Each key is given once.
 */
export function nameRows(
  grid: Grid,
  indexes: readonly number[],
  shape: BlockShape,
  rows: readonly FormRow[],
): readonly NamedRow[] {
  const planned = rows.map(rowKey);
  const byLabel = new Map(
    rows.flatMap((row): (readonly [string, string])[] =>
      row.kind === "section" || row.kind === "activity" ? [] : [[foldText(rowLabel(row)), rowKey(row)]],
    ),
  );
  const textColumn = shape.fields.get("text") ?? shape.keys + 1;
  const seen = indexes.map((index) => ({
    index,
    key: cellText(grid[index]?.[shape.keys - 1]),
    label: byLabel.get(foldText(cellText(grid[index]?.[textColumn - 1]))),
  }));
  const named = new Map<number, string>();
  const given = new Set<string>();
  const give = (index: number, key: string | undefined): void => {
    if (key === undefined || !isKey(key) || given.has(key) || named.has(index)) return;
    named.set(index, key);
    given.add(key);
  };
  for (const { index, key, label } of seen) {
    const agrees = label === undefined ? !hasLabel(key, planned, rows) : label === key;
    if (agrees) give(index, key);
  }
  for (const { index, label } of seen) give(index, label);
  for (const { index, key } of seen) give(index, key);
  // A key that was erased: as many rows from the key or the header above as the plan has between them.
  let above: { index: number; at: number } | undefined;
  for (const { index } of seen) {
    const key = named.get(index);
    const section = key === undefined ? sectionOf(grid[index] ?? []) : undefined;
    if (key !== undefined) above = { index, at: planned.indexOf(key) };
    else if (section) above = { index, at: rows.findIndex((row) => row.kind === "section" && row.section === section) };
    else if (above && above.at >= 0) give(index, planned[above.at + index - above.index]);
  }
  return seen.flatMap(({ index }) => {
    const key = named.get(index);
    return key === undefined ? [] : [{ index, key }];
  });
}

/** Activities have no label of their own: their key alone says what they are. */
function hasLabel(key: string, planned: readonly string[], rows: readonly FormRow[]): boolean {
  const row = rows[planned.indexOf(key)];
  return row !== undefined && row.kind !== "activity" && splitKey(key)[0] !== "HD";
}
