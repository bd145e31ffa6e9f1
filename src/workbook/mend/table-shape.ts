/**
 * A table whose header row or columns people have moved, deleted or pushed apart: the steps that bring them back, and
 * the grid as it will be then. Works on headers alone, for without them nothing of a table can be read.
 */
import { TARGET_CODES } from "../../core/indicator.ts";
import { TASK_GROUPS } from "../../core/task.ts";
import { foldText } from "../../core/text.ts";
import { cellText, columnLetters, type Grid } from "../grid.ts";
import type { Step } from "../plan.ts";
import { readUnitType } from "../read/register.ts";
import {
  FIRST_DATA_ROW,
  HEADER_ROW,
  HISTORY_TAB,
  SETTINGS_TAB,
  TARGETS_TAB,
  TASKS_TAB,
  type TableTab,
  UNITS_TAB,
} from "../schema.ts";
import { SETTING_ENTRIES } from "../settings.ts";
import type { ActualTab } from "./actual.ts";
import { type Finding, finding } from "./finding.ts";

/** A table: its whole grid from row 1, and how many rows and columns its sheet has, filled or not. */
export type Table = { readonly grid: Grid; readonly rows: number; readonly columns: number };

/** What is wrong with a table's shape, how to mend it, and the table that comes of it. */
export type TableMending = Table & { readonly findings: readonly Finding[]; readonly steps: readonly Step[] };

type Draft = {
  rows: number;
  columns: number;
  readonly grid: unknown[][];
  readonly findings: Finding[];
  readonly steps: Step[];
  readonly name: string;
};

/** A header row is looked for in the first rows only. */
const SEARCHED_ROWS = 40;

/** Plans the mending of a table's shape. */
export function mendTableShape(tab: TableTab, { name, values, rows, columns }: ActualTab): TableMending {
  const draft: Draft = { name, rows, columns, grid: values.map((row) => [...row]), findings: [], steps: [] };
  placeHeader(tab, draft);
  if (draft.rows <= HEADER_ROW) {
    draft.steps.push({ do: "room", tab: tab.title, rows: HEADER_ROW + 1 });
    draft.rows = HEADER_ROW + 1;
  }
  nameColumns(tab, draft);
  orderColumns(tab, draft);
  return draft;
}

function add(
  { findings, name }: Draft,
  code: string,
  cell: string,
  expected: string,
  found: string,
  action: string,
): void {
  findings.push(finding({ tab: name, cell }, code, "patch", { expected, found, action }));
}

function matches(tab: TableTab, row: readonly unknown[]): number {
  const found = new Set(row.map((cell) => foldText(cellText(cell))));
  return tab.columns.filter(({ title }) => found.has(foldText(title))).length;
}

/** The row (from 0) with most headers, where it has at least half of them. */
function findHeader(tab: TableTab, grid: Grid): number | undefined {
  let best: { index: number; count: number } | undefined;
  for (const [index, row] of grid.slice(0, SEARCHED_ROWS).entries()) {
    const count = matches(tab, row);
    if (count * 2 >= tab.columns.length && count > (best?.count ?? 0)) best = { index, count };
  }
  return best?.index;
}

function isBlank(row: readonly unknown[] | undefined): boolean {
  return (row ?? []).every((cell) => cellText(cell) === "");
}

/** Brings the header into its row: rows above it are added, or blank ones taken away. */
function placeHeader(tab: TableTab, draft: Draft): void {
  const found = findHeader(tab, draft.grid);
  if (found === undefined) {
    if (headerIsGone(tab, draft.grid)) insertRows(tab, draft, HEADER_ROW, 1);
    return;
  }
  const offset = found + 1 - HEADER_ROW;
  if (offset === 0) return;
  if (offset < 0) {
    insertRows(tab, draft, found + 1, -offset);
    return;
  }
  add(draft, "rows", "", `dòng tiêu đề cột ở dòng ${HEADER_ROW}`, `ở dòng ${found + 1}`, "Sẽ bỏ các dòng trống ở trên");
  // Title, introduction and one more row belong above; blank rows nearest to the header go first, what has text stays.
  let left = offset;
  for (let index = found - 1; index >= 0 && left > 0; index--) {
    if (!isBlank(draft.grid[index])) continue;
    draft.steps.push({ do: "deleteRows", tab: tab.title, from: index + 1, count: 1 });
    draft.grid.splice(index, 1);
    draft.rows--;
    left--;
  }
  if (left === 0) return;
  // Rows with strangers' text: they move below the table, whole.
  for (; left > 0; left--) {
    const index = draft.grid.findIndex((row, at) => at < SEARCHED_ROWS && !isHeading(tab, row, at));
    const [row = []] = draft.grid.splice(index, 1);
    draft.steps.push({ do: "append", tab: tab.title, cells: [row.map((cell) => asCell(cell))] });
    draft.steps.push({ do: "deleteRows", tab: tab.title, from: index + 1, count: 1 });
    draft.grid.push(row);
  }
}

function asCell(cell: unknown): string {
  const text = cellText(cell);
  return text === "" ? "" : `'${text}`;
}

function isHeading(tab: TableTab, row: readonly unknown[], index: number): boolean {
  const texts = row.map(cellText);
  return (
    matches(tab, row) * 2 >= tab.columns.length ||
    texts.includes(tab.title.toUpperCase()) ||
    texts.includes(tab.intro) ||
    index >= HEADER_ROW + SEARCHED_ROWS
  );
}

/** A header row that was deleted leaves its data one row too high; one that was overwritten leaves something else there. */
function headerIsGone(tab: TableTab, grid: Grid): boolean {
  const introAt = grid.findIndex((row) => row.some((cell) => cellText(cell) === tab.intro));
  return introAt === 1 && isBlank(grid[2]) && looksLikeData(tab, grid[3] ?? []);
}

/** Tells whether a row may be a table's, by what its columns of keys and words hold. */
function looksLikeData(tab: TableTab, row: readonly unknown[]): boolean {
  const text = (key: string) => cellText(row[tab.columns.findIndex((column) => column.key === key)]);
  switch (tab.title) {
    case SETTINGS_TAB.title:
      return SETTING_ENTRIES.some(({ key }) => key === text("key"));
    case TARGETS_TAB.title:
      return TARGET_CODES.some((code) => code === text("code"));
    case TASKS_TAB.title:
      return TASK_GROUPS.some((group) => group === text("group"));
    case UNITS_TAB.title:
      return readUnitType(text("type")) !== undefined || /^\d+\|/.test(text("sheetId"));
    case HISTORY_TAB.title:
      return /^20\d\d$/.test(text("year"));
    default:
      return !isBlank(row);
  }
}

function insertRows(tab: TableTab, draft: Draft, before: number, count: number): void {
  add(draft, "rows", "", `dòng tiêu đề cột ở dòng ${HEADER_ROW}`, "thiếu dòng ở trên", "Sẽ thêm lại dòng");
  draft.steps.push({ do: "insertRows", tab: tab.title, before, count });
  draft.rows += count;
  draft.grid.splice(before - 1, 0, ...Array.from({ length: count }, () => (draft.grid[0] ?? []).map(() => "")));
}

/** Gives each header its name back: a column with a strange header between two neighbours is the one that is missing. */
function nameColumns(tab: TableTab, draft: Draft): void {
  const header = headerOf(draft);
  const known = (title: string) => header.findIndex((text) => foldText(text) === foldText(title));
  for (const [index, column] of tab.columns.entries()) {
    if (known(column.title) >= 0) continue;
    const before = index === 0 ? -1 : known(tab.columns[index - 1]?.title ?? "");
    const at = before + 1;
    const after = tab.columns.slice(index + 1).find(({ title }) => known(title) >= 0);
    const isStrange = !tab.columns.some(({ title }) => foldText(title) === foldText(header[at] ?? ""));
    const hasGap = after === undefined ? at < draft.columns : known(after.title) > at;
    if (!(isStrange && hasGap)) {
      add(draft, "column", "", `cột “${column.title}”`, "cột đã bị xóa", "Sẽ thêm lại cột, trống");
      draft.steps.push({ do: "insertColumns", tab: tab.title, before: at + 1, count: 1 });
      draft.columns++;
      for (const row of draft.grid) row.splice(at, 0, "");
      header.splice(at, 0, "");
    }
    const cell = `${columnLetters(at + 1)}${HEADER_ROW}`;
    if (isStrange && hasGap) {
      const found = header[at] ? `“${header[at]}”` : "ô trống";
      add(draft, "label", cell, `tên cột “${column.title}”`, found, "Sẽ ghi lại");
    }
    draft.steps.push({ do: "enter", tab: tab.title, at: cell, cells: [[column.title]] });
    header[at] = column.title;
    putHeader(draft, at, column.title);
  }
}

function headerOf({ grid }: Draft): string[] {
  return (grid[HEADER_ROW - 1] ?? []).map(cellText);
}

function putHeader({ grid }: Draft, at: number, title: string): void {
  while (grid.length < HEADER_ROW) grid.push([]);
  const row = grid[HEADER_ROW - 1];
  if (!row) return;
  while (row.length <= at) row.push("");
  row[at] = title;
}

/** Puts the columns into their order; strangers' columns go behind the last one, blank ones away. */
function orderColumns(tab: TableTab, draft: Draft): void {
  for (const [index, { title }] of tab.columns.entries()) {
    for (let guard = 0; guard < 200; guard++) {
      const header = headerOf(draft);
      const at = header.findIndex((text) => foldText(text) === foldText(title));
      if (at === index || at < 0) break;
      const stranger = header[index] ?? "";
      const isOwn = tab.columns.some((column) => foldText(column.title) === foldText(stranger));
      if (isOwn || !columnIsBlank(draft, index)) {
        add(
          draft,
          "column",
          "",
          `cột “${title}” là cột ${columnLetters(index + 1)}`,
          `ở cột ${columnLetters(at + 1)}`,
          "Sẽ chuyển về",
        );
        draft.steps.push({ do: "moveColumn", tab: tab.title, from: at + 1, before: index + 1 });
        for (const row of draft.grid) row.splice(index, 0, ...row.splice(at, 1));
        break;
      }
      add(draft, "column", columnLetters(index + 1), "các cột liền nhau", "một cột trống chen vào", "Sẽ bỏ cột trống");
      draft.steps.push({ do: "deleteColumns", tab: tab.title, from: index + 1, count: 1 });
      draft.columns--;
      for (const row of draft.grid) row.splice(index, 1);
    }
  }
}

function columnIsBlank({ grid }: Draft, at: number): boolean {
  return grid.every((row) => cellText(row[at]) === "");
}

/** The grid of a table from its header on, as reading takes it. */
export function belowHeading(grid: Grid): Grid {
  return grid.slice(HEADER_ROW - 1);
}

/** Where a table's data begin, as an index of its whole grid. */
export const DATA_INDEX = FIRST_DATA_ROW - 1;
