/** What was typed into a tab and cannot be used: the shape of such an issue. Nothing typed may vanish without one. */
import type { Severity } from "../../core/check.ts";
import { maskPersonalData } from "../../core/privacy.ts";
import { shorten } from "../../core/text.ts";
import type { TableTab } from "../schema.ts";
import type { TableRow } from "../table.ts";

/** An issue of a cell that no record of the core speaks of. */
export type UnparsedIssue = {
  readonly severity: Severity;
  /** Stable word for the kind of issue. */
  readonly code: string;
  readonly unit: string;
  /** Empty: not about a data element. */
  readonly element: string;
  readonly tab: string;
  readonly cell: string;
  /** What in its row tells that row from all others; absent: nothing does. */
  readonly beside?: readonly string[];
  /** What the cell is, in words. */
  readonly subject: string;
  readonly expected: string;
  readonly found: string;
  readonly action: string;
};

/** What a kind of issue says; an error unless it says otherwise. */
export type UnparsedContent = Pick<UnparsedIssue, "code" | "expected" | "action"> &
  Partial<Pick<UnparsedIssue, "severity" | "unit" | "element" | "found">>;

/** Says something of a cell of a table: its column is the subject, its text what was found. */
export function unparsedCell<Key extends string>(
  tab: TableTab<Key>,
  row: TableRow<Key>,
  key: Key,
  finding: UnparsedContent,
): UnparsedIssue {
  return {
    severity: "error",
    unit: "",
    element: "",
    tab: tab.title,
    cell: row.at(key),
    subject: tab.columns.find((column) => column.key === key)?.title ?? key,
    found: showFound(row.text(key)),
    ...finding,
  };
}

/** Shows text as its user knows it, without repeating the personal data that may stand in it. */
export function showFound(text: string): string {
  return text === "" ? "ô trống" : `“${shorten(maskPersonalData(text))}”`;
}
