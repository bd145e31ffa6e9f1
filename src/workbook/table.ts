/** Reads a tab's grid into rows by the headers of its schema, wherever its columns have gone. */
import { isDate } from "../core/period.ts";
import { foldText } from "../core/text.ts";
import { readTyped, type Typed } from "../core/value.ts";
import { address, cellText, type Grid, WorkbookFault } from "./grid.ts";
import { HEADER_ROW, type TableTab } from "./schema.ts";

export type TableRow<Key extends string> = {
  /** 1-based row in the tab. */
  readonly row: number;
  readonly cell: (key: Key) => unknown;
  readonly text: (key: Key) => string;
  /** A number's cell as typed; a day that slipped into it as the text that its user sees. */
  readonly typed: (key: Key) => Typed;
  /** The cell's address. */
  readonly at: (key: Key) => string;
};

/** The 1-based columns in which a tab's fields stand now; an optional one may be missing. */
export type TableColumns<Key extends string> = ReadonlyMap<Key, number>;

/** Finds a tab's columns by their headers. Throws a WorkbookFault that names the first one it cannot find. */
export function findColumns<Key extends string>(tab: TableTab<Key>, grid: Grid): TableColumns<Key> {
  const found = (grid[0] ?? []).map((title) => foldText(cellText(title)));
  return new Map(
    tab.columns.flatMap(({ key, title, optional }): readonly (readonly [Key, number])[] => {
      const index = found.indexOf(foldText(title));
      if (index >= 0) return [[key, index + 1]];
      if (optional) return [];
      throw new WorkbookFault(
        `Tab ${tab.title}, dòng ${HEADER_ROW}: cần cột “${title}”; không thấy. Hãy ghi lại đúng tên cột, hoặc bôi vùng từ dòng tiêu đề cột.`,
      );
    }),
  );
}

/**
 * Reads the rows of a table whose grid begins with the header (row 4 of the tab). Rows without anything in the columns
 * that the schema names are left out. Throws a WorkbookFault that names the first header it cannot find.
 */
export function readTable<Key extends string>(tab: TableTab<Key>, grid: Grid): readonly TableRow<Key>[] {
  const columns = findColumns(tab, grid);
  const indexes = [...columns.values()].map((column) => column - 1);
  const rows: TableRow<Key>[] = [];
  for (let index = 1; index < grid.length; index++) {
    const cells = grid[index] ?? [];
    if (indexes.every((column) => isEmpty(cells[column]))) continue;
    const row = HEADER_ROW + index;
    const column = (key: Key): number => columns.get(key) ?? 0;
    const cell = (key: Key): unknown => cells[column(key) - 1];
    rows.push({
      row,
      cell,
      text: (key) => cellText(cell(key)),
      typed: (key) => readTyped(isDate(cell(key)) ? cellText(cell(key)) : cell(key)),
      at: (key) => address(row, column(key)),
    });
  }
  return rows;
}

/** Spaces of every kind are nothing, nor is the mark of text; looked for without cleaning the text, since every row is asked. */
function isEmpty(cell: unknown): boolean {
  if (typeof cell === "string") return !/[^\s\u200b']/.test(cell);
  return cell === null || cell === undefined;
}

/** Returns the 1-based column at which the schema puts a field when the workbook is set up. */
export function columnOf<Key extends string>(tab: TableTab<Key>, key: Key): number {
  return tab.columns.findIndex((column) => column.key === key) + 1;
}
