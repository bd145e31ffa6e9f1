/**
 * The range that is the whole workbook → the grid of every tab that is read. Whatever leaves a doubt gives nothing: the
 * tabs are then read one by one.
 */
import { isDate } from "../../core/period.ts";
import { foldText } from "../../core/text.ts";
import { cellText, type Grid } from "../grid.ts";
import { MIRROR_END, MIRRORED_TABS, type MirrorPart, readPart } from "../mirror.ts";
import { DATA_TAB, FIRST_DATA_ROW, HEADER_ROW, type TableTab } from "../schema.ts";

/** All tabs that are read, the mirrored ones and the tidy tab itself, each from its header row on. */
export type AllGrids = Readonly<Record<"data" | keyof typeof MIRRORED_TABS, Grid>>;

/** Reads the range. `whole`: from the tidy tab's header row on. Gives undefined if a tab cannot be told for certain. */
export function readMirror(whole: Grid): AllGrids | undefined {
  const first = whole[FIRST_DATA_ROW - HEADER_ROW]?.findIndex((cell) => readPart(cell) !== undefined) ?? -1;
  if (first < 0 || !hasHeader(DATA_TAB, whole)) return undefined;
  const parts = cutParts(whole, first) ?? [];
  const grids = new Map<string, Grid>();
  for (const [key, tab] of Object.entries<TableTab>(MIRRORED_TABS)) {
    const ofTab = parts.filter(({ part }) => part.title === tab.title);
    if (ofTab.length === 0 && LATER_TABS.includes(tab)) continue;
    const grid = joinParts(ofTab);
    if (!grid || !hasHeader(tab, grid)) return undefined;
    grids.set(key, grid);
  }
  const of = (key: keyof typeof MIRRORED_TABS): Grid => grids.get(key) ?? [];
  return {
    data: whole,
    settings: of("settings"),
    targets: of("targets"),
    elements: of("elements"),
    milestones: of("milestones"),
    tasks: of("tasks"),
    units: of("units"),
    hamlets: of("hamlets"),
    history: of("history"),
    narrative: of("narrative"),
    log: of("log"),
  };
}

/** Tabs that the mirror of an older workbook does not have. */
const LATER_TABS: readonly TableTab[] = [MIRRORED_TABS.elements, MIRRORED_TABS.milestones];

type Cut = { readonly part: MirrorPart; readonly cells: Grid };

/** Goes from line to line to the one that ends them, or returns undefined if it does not come to it. */
function cutParts(whole: Grid, first: number): readonly Cut[] | undefined {
  const cuts: Cut[] = [];
  const width = (whole[0]?.length ?? 0) - first;
  for (let index = FIRST_DATA_ROW - HEADER_ROW; ; ) {
    const line = whole[index]?.[first];
    if (line === MIRROR_END) return cuts;
    const part = readPart(line);
    if (!part || part.columns > width) return undefined;
    const cells = whole.slice(index + 1, index + 1 + part.rows).map((row) => row.slice(first, first + part.columns));
    cuts.push({ part, cells });
    index += 1 + part.rows;
  }
}

/** Puts a tab's parts side by side, from its header row on: as its own grid would be, without the rows below its last. */
function joinParts(cuts: readonly Cut[]): Grid | undefined {
  const [one] = cuts;
  if (!one || one.part.row > HEADER_ROW) return undefined;
  let next = 1;
  for (const { part, cells } of cuts) {
    // A column between two parts, or before them, may be another one's with the same header.
    if (part.column !== next || part.row !== one.part.row || part.rows !== one.part.rows) return undefined;
    if (!cells.every((row) => row.every(isCertain))) return undefined;
    next += part.columns;
  }
  const rows = one.cells.map((_, index) => cuts.flatMap(({ cells }) => cells[index] ?? []));
  let end = rows.length;
  while (end > 0 && rows[end - 1]?.every((cell) => cell === "")) end--;
  return rows.slice(HEADER_ROW - one.part.row, end);
}

/** Numbers of this size a tab of counts, years and percentages has; a day is a greater one, a time a fraction. */
const LEAST_DAY = 10_000;

/**
 * Tells whether a cell is to its mirror what it is to its own tab. A day that somebody typed is a Date there and may be
 * its serial number here.
 */
function isCertain(cell: unknown): boolean {
  if (typeof cell === "number") return Number.isInteger(cell) && Math.abs(cell) < LEAST_DAY;
  return !isDate(cell);
}

function hasHeader({ columns }: TableTab, grid: Grid): boolean {
  const found = new Set((grid[0] ?? []).map((title) => foldText(cellText(title))));
  return columns.every(({ title, optional }) => optional || found.has(foldText(title)));
}
