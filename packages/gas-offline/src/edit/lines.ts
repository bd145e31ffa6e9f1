/** Where rows and columns move when some are inserted, deleted or moved. Knows nothing of what cells hold. */
import type { Area } from "../model.ts";

export type Axis = "rows" | "columns";

/**
 * A change of a sheet's rows or columns (“lines”), 1-based. `insert`: new lines from `at` on. `delete`: the lines from
 * `at` on. `move`: the lines from `at` on go before the line `to`, counted before the move.
 */
export type LineChange = { readonly axis: Axis; readonly at: number; readonly count: number } & (
  | { readonly kind: "insert" }
  | { readonly kind: "delete" }
  | { readonly kind: "move"; readonly to: number }
);

/** The first and the last of neighbouring lines. */
export type Span = readonly [first: number, last: number];

/** Returns where moved lines begin after the move. */
function landing({ at, count, to }: { readonly at: number; readonly count: number; readonly to: number }): number {
  return to > at ? to - count : to;
}

function isWithin({ at, count }: LineChange, line: number): boolean {
  return line >= at && line < at + count;
}

/** Returns the number of a line after a change; undefined if it is deleted. */
export function lineAfter(change: LineChange, line: number): number | undefined {
  const { at, count } = change;
  switch (change.kind) {
    case "insert":
      return line >= at ? line + count : line;
    case "delete":
      return isWithin(change, line) ? undefined : line >= at ? line - count : line;
    case "move": {
      const start = landing(change);
      if (isWithin(change, line)) return start + line - at;
      const closed = line >= at ? line - count : line;
      return closed >= start ? closed + count : closed;
    }
  }
}

/** Returns the number that a line had before a change; undefined if it was inserted. */
export function lineBefore(change: LineChange, line: number): number | undefined {
  const { axis, at, count } = change;
  switch (change.kind) {
    case "insert":
      return lineAfter({ kind: "delete", axis, at, count }, line);
    case "delete":
      return lineAfter({ kind: "insert", axis, at, count }, line);
    case "move": {
      const start = landing(change);
      return lineAfter({ kind: "move", axis, at: start, count, to: start < at ? at + count : at }, line);
    }
  }
}

/**
 * Returns a span after a change. It grows by lines inserted within it and shrinks by deleted ones; undefined if none is
 * left. Moved lines take a span along only if they contain all of it. Otherwise they count as deleted from it, and
 * lines that land within it as inserted.
 */
export function spanAfter(change: LineChange, [first, last]: Span): Span | undefined {
  const { axis, at, count } = change;
  switch (change.kind) {
    case "insert":
      return [first >= at ? first + count : first, last >= at ? last + count : last];
    case "delete": {
      const from = lineAfter(change, first) ?? at;
      const to = lineAfter(change, last) ?? at - 1;
      return from > to ? undefined : [from, to];
    }
    case "move": {
      const start = landing(change);
      if (isWithin(change, first) && isWithin(change, last)) return [start + first - at, start + last - at];
      const left = spanAfter({ kind: "delete", axis, at, count }, [first, last]);
      return left && spanAfter({ kind: "insert", axis, at: start, count }, left);
    }
  }
}

/** Returns the first and last row or column of an area. */
export function spanOf(area: Area, axis: Axis): Span {
  return axis === "rows" ? [area.row, area.row + area.rows - 1] : [area.column, area.column + area.columns - 1];
}

function withSpan(area: Area, axis: Axis, [first, last]: Span): Area {
  const size = last - first + 1;
  return axis === "rows" ? { ...area, row: first, rows: size } : { ...area, column: first, columns: size };
}

/** Returns an area after a change, as one area; undefined if nothing is left. */
export function areaAfter(change: LineChange, area: Area): Area | undefined {
  const span = spanAfter(change, spanOf(area, change.axis));
  return span && withSpan(area, change.axis, span);
}

/** Returns the areas that an area's cells form after a change. Moved lines take their cells along. */
export function areasAfter(change: LineChange, area: Area): readonly Area[] {
  if (change.kind !== "move") {
    const after = areaAfter(change, area);
    return after ? [after] : [];
  }
  const [first, last] = spanOf(area, change.axis);
  const lines = Array.from({ length: last - first + 1 }, (_, index) => lineAfter(change, first + index) ?? first).sort(
    (one, other) => one - other,
  );
  const spans: [number, number][] = [];
  for (const line of lines) {
    const run = spans.at(-1);
    if (run && run[1] + 1 === line) run[1] = line;
    else spans.push([line, line]);
  }
  return spans.map((span) => withSpan(area, change.axis, span));
}

/** Returns items kept by line as they stand after a change. */
export function rearranged<Item>(items: readonly (Item | undefined)[], change: LineChange): (Item | undefined)[] {
  const after: (Item | undefined)[] = [];
  items.forEach((item, line) => {
    const now = lineAfter(change, line);
    if (now !== undefined && item !== undefined) after[now] = item;
  });
  return after;
}
