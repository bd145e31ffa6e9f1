/** Rows of earlier years that reading passes over. */
import type { Plan } from "../../core/plan/plan.ts";
import type { Grid } from "../grid.ts";
import { isHistoryYear, readHistoryRow } from "../read/history.ts";
import { readElement } from "../read/register.ts";
import { HISTORY_TAB } from "../schema.ts";
import { readTable } from "../table.ts";
import { type UnparsedIssue, unparsedCell } from "./unparsed.ts";

/** Lists the rows whose year, unit or data element cannot be read, at the first cell that is to blame. */
export function findUnparsedHistory(grid: Grid, plan: Plan): readonly UnparsedIssue[] {
  return readTable(HISTORY_TAB, grid).flatMap((row) => {
    if (readHistoryRow(row, plan)) return [];
    const action = "Sửa ô này; dòng này không được dùng để so sánh";
    const finding = { code: "history-unreadable", unit: row.text("unit"), action };
    if (!isHistoryYear(row.typed("year"))) {
      return [unparsedCell(HISTORY_TAB, row, "year", { ...finding, expected: "năm có bốn chữ số, ví dụ 2025" })];
    }
    if (!readElement(row.text("element"), plan)) {
      return [unparsedCell(HISTORY_TAB, row, "element", { ...finding, expected: "mã một số liệu, ví dụ LD" })];
    }
    return [unparsedCell(HISTORY_TAB, row, "unit", { ...finding, expected: "mã đơn vị" })];
  });
}
