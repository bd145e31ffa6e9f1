/** Lines of cells to write, and the blocks that they join into, so that a block costs one call. */
import type { Typed } from "../../core/value.ts";
import { blockColumn } from "../form.ts";
import { asLiteral, type Cell, consecutive } from "../grid.ts";
import type { BlockKey } from "../schema.ts";
import type { SettledPlace } from "../settle.ts";

/** A block of cells to write. `unruly`: some of it is what the cells' validation would refuse. */
export type CellWrite = {
  readonly tab: string;
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly Cell[])[];
  readonly unruly: boolean;
};

/** One row of cells to write. */
export type LineWrite = Omit<CellWrite, "cells"> & { readonly cells: readonly Cell[] };

/** Where an imported row goes, or why it cannot. */
export type Placing = { readonly lines: readonly LineWrite[] } | { readonly refusal: string };

/** Finds where a unit's cells stand; undefined: it has no form. */
export type PlaceOf = (unit: string) => SettledPlace | undefined;

/** Joins lines that stand under one another. Of two lines for the same cells the last is written. */
export function joinLines(lines: readonly LineWrite[]): readonly CellWrite[] {
  const groups = new Map<string, Map<number, LineWrite>>();
  for (const line of lines) {
    const key = [line.tab, line.column, line.cells.length, line.unruly].join("\n");
    const group = groups.get(key) ?? new Map<number, LineWrite>();
    groups.set(key, group);
    group.set(line.row, line);
  }
  return [...groups.values()].flatMap((group) =>
    consecutive([...group.keys()].sort((one, other) => one - other)).flatMap(({ from, count }) => {
      const first = group.get(from);
      if (!first) return [];
      const cells = Array.from({ length: count }, (_, index) => group.get(from + index)?.cells ?? []);
      return [{ tab: first.tab, row: from, column: first.column, cells, unruly: first.unruly }];
    }),
  );
}

/** Splits a row's cells into lines of columns that follow one another, wherever the tab's columns have gone. */
export function splitColumns(
  place: Pick<LineWrite, "tab" | "row" | "unruly">,
  cells: ReadonlyMap<number, Cell>,
): readonly LineWrite[] {
  const columns = [...cells.keys()].sort((one, other) => one - other);
  return consecutive(columns).map(({ from, count }) => ({
    ...place,
    column: from,
    cells: Array.from({ length: count }, (_, index) => cells.get(from + index) ?? ""),
  }));
}

/** Returns the cell for a number: what was imported, else what is there. */
export function numberCell(imported: number | undefined, current: Typed): Cell {
  const typed = imported ?? current;
  return typeof typed === "string" ? asLiteral(typed) : (typed ?? "");
}

/** Returns the cell for text: what was imported, else what is there. */
export function textCell(imported: string, current: string | undefined): Cell {
  return asLiteral(imported !== "" ? imported : (current ?? ""));
}

/** Places cells in a unit's form, in the row of a key, from one field on. */
export function placeInForm(
  place: SettledPlace | undefined,
  key: string,
  first: BlockKey,
  cells: readonly Cell[],
  unruly = false,
): Placing {
  if (!place)
    return {
      refusal:
        "cột unit: cần đơn vị có biểu trong sổ; thấy đơn vị chưa có biểu. Hãy chọn Lập sổ, lập biểu rồi nhập lại.",
    };
  const row = place.rows.get(key);
  if (row !== undefined)
    return { lines: [{ tab: place.tab, row, column: blockColumn(first) + place.shift, cells, unruly }] };
  const fault = place.faults.get(key) ?? "biểu không còn dòng này";
  return {
    refusal: `cần dòng ${key} ở tab ${place.tab}; thấy ${fault}. Hãy chọn trình đơn Sổ 2282 → Kiểm tra và sửa sổ rồi nhập lại.`,
  };
}
