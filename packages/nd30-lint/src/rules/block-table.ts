/** The table in which the head of a text stands, and its end: two columns without borders. */
import type { TableShape } from "../document.ts";
import { type Finding, find, type Subject, unless } from "../finding.ts";

/** Checks the table that holds a block; `undefined`: the block stands in none. */
export function checkBlockTable(subject: Subject, table: TableShape | undefined): readonly Finding[] {
  if (!table) return [find(subject, "table", "bảng hai cột không kẻ khung", "không đặt trong bảng")];
  return [
    ...unless(table.columns === 2, subject, "columns", "bảng hai cột", `bảng ${table.columns} cột`),
    ...unless(!table.bordered, subject, "borders", "bảng không kẻ khung", "bảng có khung"),
  ];
}
