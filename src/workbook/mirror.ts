/**
 * The mirror: beside the tidy tab's rows, in hidden columns, one native formula stacks every other tab that is read, so
 * that one range holds the whole workbook. Says which tabs, where, and how each part announces itself. Reads nothing.
 */
import { columnLetters, quoteTab } from "./grid.ts";
import {
  BLOCK_COLUMNS,
  DATA_TAB,
  ELEMENTS_TAB,
  FIRST_DATA_ROW,
  HAMLETS_TAB,
  HEADER_ROW,
  HISTORY_TAB,
  LOG_TAB,
  MILESTONES_TAB,
  NARRATIVE_TAB,
  SETTINGS_TAB,
  TARGETS_TAB,
  TASKS_TAB,
  type TableTab,
  UNITS_TAB,
} from "./schema.ts";

/** The tabs that are mirrored. One more is one more line here; the compiler then says where its grid is passed on. */
export const MIRRORED_TABS = {
  settings: SETTINGS_TAB,
  targets: TARGETS_TAB,
  elements: ELEMENTS_TAB,
  milestones: MILESTONES_TAB,
  tasks: TASKS_TAB,
  units: UNITS_TAB,
  hamlets: HAMLETS_TAB,
  history: HISTORY_TAB,
  narrative: NARRATIVE_TAB,
  log: LOG_TAB,
} as const satisfies Readonly<Record<string, TableTab>>;

/** How wide one part may be: wide tabs are cut, so that the range is not mostly blank. */
const PART_COLUMNS = BLOCK_COLUMNS.length;

/** Columns that people insert into a source widen its part: these leave room for them. */
const SPARE_COLUMNS = 2;

/** Rows that the sources may gain before the mirror needs a set-up: the log grows with every act. */
const SPARE_ROWS = 500;

/** The mirror's first column: right beside the rows, which so cannot spread, as before, when a form's columns move. */
export const MIRROR_COLUMN = DATA_TAB.columns.length + 1;

/** The last column that belongs to it. */
export const MIRROR_LAST_COLUMN = MIRROR_COLUMN + PART_COLUMNS + SPARE_COLUMNS - 1;

/** The cell of its formula. */
export const MIRROR_CELL = `${columnLetters(MIRROR_COLUMN)}${FIRST_DATA_ROW}`;

/** The line below the last part: all of them are there. */
export const MIRROR_END = "hết";

/** A part as its line announces it: columns and rows of a tab, where they begin there, and how many they are. */
export type MirrorPart = {
  readonly title: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
};

/** Reads the line above a part, or undefined if a cell is not as it should be. */
export function readPart(cell: unknown): MirrorPart | undefined {
  const match = typeof cell === "string" ? /^(.+)\|(\d+)\|(\d+)\|(\d+)\|(\d+)$/.exec(cell) : null;
  if (!match) return undefined;
  const [, title = "", ...numbers] = match;
  const [row = 0, column = 0, rows = 0, columns = 0] = numbers.map(Number);
  return { title, row, column, rows, columns };
}

/** The first and the last column of each part of a tab. */
function partsOf({ columns }: TableTab): readonly (readonly [first: number, last: number])[] {
  const parts: (readonly [number, number])[] = [];
  for (let first = 1; first <= columns.length; first += PART_COLUMNS) {
    parts.push([first, Math.min(first + PART_COLUMNS - 1, columns.length)]);
  }
  return parts;
}

/**
 * Writes the formula. Each part comes from its tab's first row on, so that rows keep their numbers, below a line that
 * says what it is by references to the same cells: rows and columns that people insert or delete move both alike.
 */
export function mirrorFormula(nameOf: (title: string) => string): string {
  const tabs: readonly TableTab[] = Object.values(MIRRORED_TABS);
  const stacked = tabs.flatMap((tab) =>
    partsOf(tab).flatMap(([first, last]) => {
      const cells = `${quoteTab(nameOf(tab.title))}!${columnLetters(first)}1:${columnLetters(last)}`;
      const corner = `INDEX(${cells};1;1)`;
      const numbers = [`ROW(${corner})`, `COLUMN(${corner})`, `ROWS(${cells})`, `COLUMNS(${cells})`];
      return [`"${tab.title}|"&${numbers.join('&"|"&')}`, cells];
    }),
  );
  return `=VSTACK(${stacked.join(";")};"${MIRROR_END}")`;
}

/** Counts the rows that the tidy tab needs for it. `rowsOf`: how many a tab has. */
export function mirrorRows(rowsOf: (title: string) => number): number {
  const tabs: readonly TableTab[] = Object.values(MIRRORED_TABS);
  const rows = tabs.map((tab) => partsOf(tab).length * (1 + rowsOf(tab.title)));
  return rows.reduce((sum, count) => sum + count, HEADER_ROW + SPARE_ROWS);
}
