/** Areas of cells: intersections, differences and moves. */
import type { Area } from "../model.ts";

/** Tells whether an area lies within another. */
export function contains(outer: Area, inner: Area): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

/** Tells whether two areas share a cell. */
export function intersects(one: Area, other: Area): boolean {
  return (
    one.row < other.row + other.rows &&
    other.row < one.row + one.rows &&
    one.column < other.column + other.columns &&
    other.column < one.column + one.columns
  );
}

/** Returns the cells that two areas share, if any. */
export function sharedArea(one: Area, other: Area): Area | undefined {
  if (!intersects(one, other)) return undefined;
  const row = Math.max(one.row, other.row);
  const column = Math.max(one.column, other.column);
  return {
    row,
    column,
    rows: Math.min(one.row + one.rows, other.row + other.rows) - row,
    columns: Math.min(one.column + one.columns, other.column + other.columns) - column,
  };
}

/** Returns what is left of an area without another: at most four areas, from top to bottom. */
export function areaWithout(area: Area, hole: Area): readonly Area[] {
  const shared = sharedArea(area, hole);
  if (!shared) return [area];
  const below = shared.row + shared.rows;
  const behind = shared.column + shared.columns;
  const parts: readonly Area[] = [
    { ...area, rows: shared.row - area.row },
    { row: shared.row, column: area.column, rows: shared.rows, columns: shared.column - area.column },
    { row: shared.row, column: behind, rows: shared.rows, columns: area.column + area.columns - behind },
    { ...area, row: below, rows: area.row + area.rows - below },
  ];
  return parts.filter(({ rows, columns }) => rows > 0 && columns > 0);
}

/** Returns an area so many rows further down and columns further to the right. */
export function movedArea(area: Area, down: number, right: number): Area {
  return { ...area, row: area.row + down, column: area.column + right };
}
