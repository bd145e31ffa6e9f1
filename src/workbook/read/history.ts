/** Earlier years: the tab `Lịch sử` → values. */
import type { Plan } from "../../core/plan/plan.ts";
import type { HistoryValue } from "../../core/value.ts";
import type { Grid } from "../grid.ts";
import { HISTORY_TAB } from "../schema.ts";
import { readTable, type TableRow } from "../table.ts";
import { readElement } from "./register.ts";

export type HistoryKey = (typeof HISTORY_TAB.columns)[number]["key"];

/** Tells whether a number can be the year of earlier figures. */
export function isHistoryYear(year: unknown): year is number {
  return typeof year === "number" && Number.isInteger(year) && year >= 2000 && year <= 2100;
}

/** Reads a row of the tab, or undefined if year, unit or data element cannot be read. */
export function readHistoryRow(row: TableRow<HistoryKey>, plan: Plan): HistoryValue | undefined {
  const element = readElement(row.text("element"), plan);
  const year = row.typed("year");
  const unit = row.text("unit");
  if (!element || !isHistoryYear(year) || unit === "") return undefined;
  return { year, unit, element, total: row.typed("total"), women: row.typed("women") };
}

/** Earlier years' values, the tab row of each, and the last row in which anything stands. */
export type ReadHistory = {
  readonly values: readonly HistoryValue[];
  readonly rows: readonly number[];
  readonly lastRow: number | undefined;
};

/** Reads the tab. Rows that cannot be read are left to `unparsed/history.ts`. */
export function readHistory(grid: Grid, plan: Plan): ReadHistory {
  const table = readTable(HISTORY_TAB, grid);
  const read = table.flatMap((row) => {
    const value = readHistoryRow(row, plan);
    return value ? [{ value, row: row.row }] : [];
  });
  return {
    values: read.map(({ value }) => value),
    rows: read.map(({ row }) => row),
    lastRow: table[table.length - 1]?.row,
  };
}
