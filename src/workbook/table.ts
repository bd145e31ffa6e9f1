/** Reads a tab's grid into rows by the headers of its schema, wherever its columns have gone. */
import { foldText } from "../core/text.ts";
import { cellText, type Grid, WorkbookFault } from "./grid.ts";
import { HEADER_ROW, type TableTab } from "./schema.ts";

export type TableRow<Key extends string> = {
  /** 1-based row in the tab. */
  readonly row: number;
  readonly cell: (key: Key) => unknown;
  readonly text: (key: Key) => string;
};

/**
 * Reads the rows of a table whose grid begins with the header (row 4 of the tab). Rows without anything in the columns
 * that the schema names are left out. Throws a WorkbookFault that names the first header it cannot find.
 */
export function readTable<Key extends string>(tab: TableTab<Key>, grid: Grid): readonly TableRow<Key>[] {
  const found = (grid[0] ?? []).map((title) => foldText(cellText(title)));
  const indexes = new Map<Key, number>();
  for (const column of tab.columns) {
    const index = found.indexOf(foldText(column.title));
    if (index < 0) {
      throw new WorkbookFault(
        `Tab ${tab.title}, dòng ${HEADER_ROW}: cần cột “${column.title}”; không thấy. Hãy ghi lại đúng tên cột, hoặc bôi vùng từ dòng tiêu đề cột.`,
      );
    }
    indexes.set(column.key, index);
  }
  const rows: TableRow<Key>[] = [];
  for (let index = 1; index < grid.length; index++) {
    const cells = grid[index] ?? [];
    if (cells.every((cell) => cell === "" || cell === null || cell === undefined)) continue;
    const cell = (key: Key): unknown => cells[indexes.get(key) ?? -1];
    rows.push({ row: HEADER_ROW + index, cell, text: (key) => cellText(cell(key)) });
  }
  return rows;
}

/** Returns the 1-based column at which the schema puts a field when the workbook is set up. */
export function columnOf<Key extends string>(tab: TableTab<Key>, key: Key): number {
  return tab.columns.findIndex((column) => column.key === key) + 1;
}
