/** What an act has just written, put into the grids that it read before: the board then needs no second reading. */
import { CONFIRMATION_KEY } from "../form.ts";
import type { Cell, Grid } from "../grid.ts";
import { type BlockKey, DATA_TAB, HEADER_ROW, LOG_TAB } from "../schema.ts";
import { findColumns, readTable } from "../table.ts";

/** Cells that stand side by side from a column on. */
export type PlacedLines = { readonly column: number; readonly cells: readonly (readonly Cell[])[] };

/**
 * Puts lines of the log under its headers, wherever those have gone. `lines`: in the order of the tab's columns; `grid`: the
 * log from its header row on. Throws a WorkbookFault where a header is missing.
 */
export function placeLines(grid: Grid, lines: readonly (readonly Cell[])[]): PlacedLines {
  const columns = findColumns(LOG_TAB, grid);
  const [first, last] = [Math.min(...columns.values()), Math.max(...columns.values())];
  const cells = lines.map((line) => {
    const placed: Cell[] = Array.from({ length: last - first + 1 }, () => "");
    LOG_TAB.columns.forEach(({ key }, index) => {
      placed[(columns.get(key) ?? first) - first] = line[index] ?? "";
    });
    return placed;
  });
  return { column: first, cells };
}

/** Adds lines to the log, below its last. */
export function withLines(log: Grid, lines: readonly (readonly Cell[])[]): Grid {
  if (lines.length === 0) return log;
  const { column, cells } = placeLines(log, lines);
  const before = Array.from({ length: column - 1 }, () => "");
  return [...log, ...cells.map((line) => [...before, ...line])];
}

/** What a unit's submission leaves in its confirmation row. */
export type Confirmation = { readonly role: string; readonly time: string; readonly stamp: string };

/** Fills a unit's confirmation row in the tidy tab. `data`: from its header row on. */
export function withConfirmation(data: Grid, unit: string, { role, time, stamp }: Confirmation): Grid {
  const found = readTable(DATA_TAB, data).find(
    (row) => row.text("unit") === unit && row.text("key") === CONFIRMATION_KEY,
  );
  if (!found) return data;
  const columns = findColumns(DATA_TAB, data);
  const written = new Map<BlockKey, string>([
    ["first", role],
    ["second", ""],
    ["word", ""],
    ["when", time],
    ["more", ""],
    ["link", stamp],
  ]);
  const line = [...(data[found.row - HEADER_ROW] ?? [])];
  for (const [key, cell] of written) line[(columns.get(key) ?? 0) - 1] = cell;
  return data.map((row, index) => (index === found.row - HEADER_ROW ? line : row));
}
