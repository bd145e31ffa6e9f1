/** What a tab and a column are, and where a table begins in every tab. */

/** What a column holds, which decides its number format, its alignment and its validation. */
export type ColumnKind = "text" | "count" | "number" | "year" | "day" | "percent" | "link";

export type Column<Key extends string = string> = {
  readonly key: Key;
  /** The header; unique within its tab, and what a column is found by. */
  readonly title: string;
  /** Pixels. */
  readonly width: number;
  readonly kind: ColumnKind;
  /** True: users type here. */
  readonly input?: boolean;
  /** Shown as a note on the header. */
  readonly help?: string;
  readonly choices?: readonly string[];
  readonly hidden?: boolean;
  /** True: workbooks of an earlier version are read without it. */
  readonly optional?: boolean;
};

/** A tab that is one table: title, introduction, group headers (where there are any), header, data. */
export type TableTab<Key extends string = string> = {
  readonly title: string;
  readonly intro: string;
  readonly columns: readonly Column<Key>[];
  readonly colour: string;
  /** Columns that stay in sight when scrolling. */
  readonly frozenColumns?: number;
  /** Empty rows kept below the data for new entries. */
  readonly spareRows: number;
};

/** In every table tab: 1 title, 2 introduction, 3 group headers, 4 header; data from row 5. */
export const HEADER_ROW = 4;
export const FIRST_DATA_ROW = HEADER_ROW + 1;
