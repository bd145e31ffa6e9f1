/**
 * Where a unit's rows stand in its sheet at this moment. Whatever writes into a form, locks it or shows a cell of it goes
 * by the keys beside the cells: a form is protected from its unit, but the coordinator may insert, move and sort there.
 */
import { foldText } from "../core/text.ts";
import { blockColumn, CONSTANT_LABELS, ROW_FIELDS } from "./form.ts";
import type { FoundPlace } from "./form-locations.ts";
import { cellText, type Grid } from "./grid.ts";
import { splitKey } from "./read/block.ts";
import { findShape } from "./repair/block-shape.ts";
import type { BlockKey } from "./schema.ts";

/** A unit's place by the keys in its sheet as it was just read. */
export type SettledPlace = FoundPlace & {
  /** Why a key has no row to rely on, in words for “thấy …”. */
  readonly faults: ReadonlyMap<string, string>;
};

/** Rows of a block, the header above the first included. */
export type RowSpan = { readonly first: number; readonly last: number };

/** Takes a place as the tidy tab's keys tell it, where no sheet is at hand. */
export function asListed(place: FoundPlace): SettledPlace {
  return { ...place, faults: new Map() };
}

/** A sheet with blocks as it was just read: where each unit's keys stand, and how far its columns have gone. */
export type KeyedSheet = {
  readonly grid: Grid;
  readonly shift: number;
  /** True: the fields of its blocks do not stand side by side as the tidy tab takes them. */
  readonly isDisordered: boolean;
  /** The 1-based rows of each key, by unit. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;
};

/** Reads where keys stand. `grid`: the sheet from its first row and column on. */
export function readKeyed(grid: Grid): KeyedSheet {
  const { keys, fields } = findShape(grid);
  const shift = keys - blockColumn("key");
  const rows = new Map<string, Map<string, number[]>>();
  for (const [index, row] of grid.entries()) {
    const [unit, key] = [cellText(row[keys - 2]), cellText(row[keys - 1])];
    if (unit === "" || key === "") continue;
    const own = rows.get(unit) ?? new Map<string, number[]>();
    rows.set(unit, own);
    own.set(key, [...(own.get(key) ?? []), index + 1]);
  }
  const isDisordered = ROW_FIELDS.some((field) => fields.get(field) !== blockColumn(field) + shift);
  return { grid, shift, isDisordered, rows };
}

/** Finds a unit's rows by the keys in its sheet. */
export function settlePlace(place: FoundPlace, unit: string, sheet: KeyedSheet): SettledPlace {
  const { grid, shift, isDisordered } = sheet;
  const rows = new Map<string, number>();
  const faults = new Map<string, string>();
  for (const key of place.rows.keys()) {
    const [row, another] = sheet.rows.get(unit)?.get(key) ?? [];
    if (isDisordered) faults.set(key, "cột của biểu bị chuyển hoặc xóa");
    else if (row === undefined) faults.set(key, "biểu không còn dòng này");
    else if (another !== undefined) faults.set(key, `dòng ${row} và dòng ${another} cùng mã`);
    else if (!hasOwnLabel(key, cellText(grid[row - 1]?.[indexOf("text", shift)])))
      faults.set(key, `chữ ở dòng ${row} là của dòng khác`);
    else rows.set(key, row);
  }
  return { ...place, rows, shift, faults };
}

/** Returns the 0-based index of a field's cell in a row of a block that stands so many columns further to the right. */
function indexOf(field: BlockKey, shift: number): number {
  return blockColumn(field) - 1 + shift;
}

/** Rows that were sorted or moved without their hidden keys bear the words of another row. */
function hasOwnLabel(key: string, label: string): boolean {
  const [kind, code] = splitKey(key);
  if (kind === "SL") return label.endsWith(`(${code})`);
  if (kind === "NV") return label.startsWith(`${code}. `) || !/^[A-Z]+\d[\d.]*\. /.test(label);
  return foldText(label).startsWith(foldText(CONSTANT_LABELS.get(key) ?? ""));
}

/**
 * Finds the rows from a unit's first to its last; null where they do not stand together, so that other units' rows are
 * between them.
 */
export function unitSpan({ rows, shift }: SettledPlace, unit: string, { grid }: KeyedSheet): RowSpan | null {
  const found = [...rows.values()];
  if (found.length === 0) return null;
  const [first, last] = [Math.min(...found), Math.max(...found)];
  const isOther = (row: Grid[number]) => !["", unit].includes(cellText(row[indexOf("unit", shift)]));
  return grid.slice(first - 1, last).some(isOther) ? null : { first: first - 1, last };
}
