/** Brings a table's header back into its row: rows above it are added or taken away. */

import { NARRATIVE_PARTS } from "../../core/narrative.ts";
import { kh131 } from "../../core/plan/kh-131.ts";
import { KIND_NAMES } from "../../core/plan/words.ts";
import { TASK_GROUPS } from "../../core/task.ts";
import { foldText } from "../../core/text.ts";
import { cellText, type Grid } from "../grid.ts";
import { readUnitType } from "../read/register.ts";
import {
  HEADER_ROW,
  HISTORY_TAB,
  NARRATIVE_TAB,
  SETTINGS_TAB,
  TARGETS_TAB,
  TASKS_TAB,
  type TableTab,
  UNITS_TAB,
} from "../schema.ts";
import { SETTING_ENTRIES } from "../settings.ts";
import { add, type TableDraft } from "./table-draft.ts";

/** A header row is looked for in the first rows only. */
const SEARCHED_ROWS = 40;

/** Brings the header into its row: rows above it are added, or blank ones taken away. */
export function placeHeader(tab: TableTab, draft: TableDraft): void {
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
    if (!isBlankRow(draft.grid[index])) continue;
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

function isBlankRow(row: readonly unknown[] | undefined): boolean {
  return (row ?? []).every((cell) => cellText(cell) === "");
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
  return introAt === 1 && isBlankRow(grid[2]) && looksLikeData(tab, grid[3] ?? []);
}

/** Tells whether a row may be a table's, by what its columns of keys and words hold. */
function looksLikeData(tab: TableTab, row: readonly unknown[]): boolean {
  const text = (key: string) => cellText(row[tab.columns.findIndex((column) => column.key === key)]);
  switch (tab.title) {
    case SETTINGS_TAB.title:
      return SETTING_ENTRIES.some(({ key }) => key === text("key"));
    case TARGETS_TAB.title:
      return isDefined(text("code")) || Object.values(KIND_NAMES).includes(text("kind"));
    case NARRATIVE_TAB.title:
      return NARRATIVE_PARTS.some((part) => part === text("part"));
    case TASKS_TAB.title:
      return TASK_GROUPS.some((group) => group === text("group"));
    case UNITS_TAB.title:
      return readUnitType(text("type")) !== undefined || /^\d+\|/.test(text("sheetId"));
    case HISTORY_TAB.title:
      return /^20\d\d$/.test(text("year"));
    default:
      return !isBlankRow(row);
  }
}

function isDefined(code: string): boolean {
  const { targets, indicators } = kh131();
  return [...targets, ...indicators].some((known) => known.code === code);
}

function insertRows(tab: TableTab, draft: TableDraft, before: number, count: number): void {
  add(draft, "rows", "", `dòng tiêu đề cột ở dòng ${HEADER_ROW}`, "thiếu dòng ở trên", "Sẽ thêm lại dòng");
  draft.steps.push({ do: "insertRows", tab: tab.title, before, count });
  draft.rows += count;
  draft.grid.splice(before - 1, 0, ...Array.from({ length: count }, () => (draft.grid[0] ?? []).map(() => "")));
}
