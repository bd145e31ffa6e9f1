/**
 * A table whose header row or columns people have moved, deleted or pushed apart: the steps that bring them back, and
 * the grid as it will be then. Works on headers alone, for without them nothing of a table can be read.
 */
import { foldText } from "../../core/text.ts";
import { cellText, columnLetters, type Grid } from "../grid.ts";
import type { PlanStep } from "../plan.ts";
import { FIRST_DATA_ROW, HEADER_ROW, type TableTab } from "../schema.ts";
import type { ActualTab } from "./actual.ts";
import type { Finding } from "./finding.ts";
import { placeHeader } from "./header-row.ts";
import { add, type TableDraft } from "./table-draft.ts";

/** A table: its whole grid from row 1, and how many rows and columns its sheet has, filled or not. */
export type Table = { readonly grid: Grid; readonly rows: number; readonly columns: number };

/** What is wrong with a table's shape, how to repair it, and the table that comes of it. */
export type TableRepair = Table & { readonly findings: readonly Finding[]; readonly steps: readonly PlanStep[] };

/** Plans the repairing of a table's shape. */
export function repairTableShape(tab: TableTab, { name, values, rows, columns }: ActualTab): TableRepair {
  const draft: TableDraft = { name, rows, columns, grid: values.map((row) => [...row]), findings: [], steps: [] };
  placeHeader(tab, draft);
  if (draft.rows <= HEADER_ROW) {
    draft.steps.push({ do: "room", tab: tab.title, rows: HEADER_ROW + 1 });
    draft.rows = HEADER_ROW + 1;
  }
  nameColumns(tab, draft);
  orderColumns(tab, draft);
  return draft;
}

/** Gives each header its name back: a column with a strange header between two neighbours is the one that is missing. */
function nameColumns(tab: TableTab, draft: TableDraft): void {
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

function headerOf({ grid }: TableDraft): string[] {
  return (grid[HEADER_ROW - 1] ?? []).map(cellText);
}

function putHeader({ grid }: TableDraft, at: number, title: string): void {
  while (grid.length < HEADER_ROW) grid.push([]);
  const row = grid[HEADER_ROW - 1];
  if (!row) return;
  while (row.length <= at) row.push("");
  row[at] = title;
}

/** Puts the columns into their order; strangers' columns go behind the last one, blank ones away. */
function orderColumns(tab: TableTab, draft: TableDraft): void {
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

function columnIsBlank({ grid }: TableDraft, at: number): boolean {
  return grid.every((row) => cellText(row[at]) === "");
}

/** Returns the grid of a table from its header on, as reading takes it. */
export function belowHeading(grid: Grid): Grid {
  return grid.slice(HEADER_ROW - 1);
}

/** Where a table's data begin, as an index of its whole grid. */
export const DATA_INDEX = FIRST_DATA_ROW - 1;
