/** Rows that a table must have, found by key or by name, and brought back where they are gone. */
import { foldText } from "../../core/text.ts";
import { asLiteralCell, type Cell, cellText, type Grid } from "../grid.ts";
import type { PlanStep } from "../plan.ts";
import { FIRST_DATA_ROW, type TableTab } from "../schema.ts";
import { TAB_IDS_ENTRY } from "../tab-ids.ts";
import { type Finding, finding } from "./finding.ts";
import { DATA_INDEX } from "./table-shape.ts";

/** `grid`: the tab as it is once the steps are done. */
export type Restored = {
  readonly findings: readonly Finding[];
  readonly steps: readonly PlanStep[];
  readonly grid: Grid;
};

/**
 * Brings back rows that a table must have, known by key in the first column and by name in the second: a key that was
 * overwritten beside its name, a row that was deleted (without what was typed into it). `grid` is the tab from row 1 on;
 * `name`, what the tab is called now.
 */
export function restoreRows(tab: TableTab, grid: Grid, wanted: readonly (readonly Cell[])[], name: string): Restored {
  const rows = grid.map((row) => [...row]);
  const findings: Finding[] = [];
  const steps: PlanStep[] = [];
  const keyAt = (index: number) => cellText(rows[index]?.[0]);
  const keys = new Set(wanted.map(([key = ""]) => cellText(key)));
  for (const cells of wanted) {
    const [key = "", label = ""] = cells.map(cellText);
    if (rows.some((_, index) => index >= DATA_INDEX && keyAt(index) === key)) continue;
    const named = rows.findIndex(
      (row, index) => index >= DATA_INDEX && foldText(cellText(row[1])) === foldText(label) && !keys.has(keyAt(index)),
    );
    if (named >= 0) {
      const cell = `A${named + 1}`;
      findings.push(
        finding({ tab: name, cell }, "key", "patch", {
          expected: `mã ${key} của mục “${label}”`,
          found: keyAt(named) === "" ? "ô trống" : "mã khác",
          action: "Sẽ ghi lại mã",
        }),
      );
      steps.push({ do: "enter", tab: tab.title, at: cell, cells: [[key]] });
      const row = rows[named];
      if (row) row[0] = key;
      continue;
    }
    if (key !== TAB_IDS_ENTRY.key) {
      findings.push(
        finding({ tab: name, cell: "" }, "row", "patch", {
          expected: `dòng ${key} (${label})`,
          found: "dòng đã bị xóa",
          action: "Sẽ thêm lại dòng với giá trị ban đầu; hãy xem lại giá trị",
        }),
      );
    }
    const row = Math.max(rows.length, FIRST_DATA_ROW - 1) + 1;
    steps.push({ do: "room", tab: tab.title, rows: row });
    steps.push({ do: "enter", tab: tab.title, at: `A${row}`, cells: [cells.map(asLiteralCell)] });
    while (rows.length < row - 1) rows.push([]);
    rows.push([...cells]);
  }
  return { findings, steps, grid: rows };
}
