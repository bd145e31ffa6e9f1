/** The rows of blocks as set-up addresses them: their sheet rows, the ranges that they make, rules over them. */
import { blockColumn, type FormRow } from "../form.ts";
import { address, blockAddress, consecutive } from "../grid.ts";
import type { BlockPlace } from "../layout.ts";
import type { PlanStep, Rule } from "../plan.ts";
import type { BlockKey } from "../schema.ts";

/** A row of a block and the sheet's row in which it stands. */
export type PlacedRow = { readonly row: number; readonly form: FormRow };

/** Numbers a block's rows as its sheet does. */
export function placeRows({ firstRow, rows }: BlockPlace): readonly PlacedRow[] {
  return rows.map((form, index) => ({ row: firstRow + index, form }));
}

/** Returns the address of a field in a row. */
export function cellOf(row: number, field: BlockKey): string {
  return address(row, blockColumn(field));
}

/** Returns the range of a row from one field to another. */
export function rowRange(row: number, first: BlockKey, last: BlockKey): string {
  return blockAddress(row, blockColumn(first), 1, blockColumn(last) - blockColumn(first) + 1);
}

/** Joins rows that follow one another into ranges of the same columns. */
export function runs(rows: readonly number[], first: BlockKey, last: BlockKey): readonly string[] {
  const columns = blockColumn(last) - blockColumn(first) + 1;
  const sorted = [...rows].sort((one, other) => one - other);
  return consecutive(sorted).map(({ from, count }) => blockAddress(from, blockColumn(first), count, columns));
}

/** Returns the sheet's rows of one kind. */
export function rowsOfKind(placed: readonly PlacedRow[], kind: FormRow["kind"]): readonly number[] {
  return placed.flatMap(({ row, form }) => (form.kind === kind ? [row] : []));
}

/** Returns the sheet's rows of the figures that have a total beside the women, or of those that have none. */
export function elementRows(placed: readonly PlacedRow[], withTotal: boolean): readonly number[] {
  return placed.flatMap(({ row, form }) =>
    form.kind === "element" && form.element.hasTotal === withTotal ? [row] : [],
  );
}

/** Returns the sheet's row of one figure. */
export function elementRow(placed: readonly PlacedRow[], code: string): number {
  return placed.find(({ form }) => form.kind === "element" && form.element.code === code)?.row ?? 0;
}

/** Makes one rule over each run of rows, relative to the run's first cell. */
export function ruleSteps(
  tab: string,
  rows: readonly number[],
  field: BlockKey,
  rule: (row: number) => Rule,
): readonly PlanStep[] {
  return consecutive([...rows].sort((one, other) => one - other)).map(({ from, count }) => {
    return { do: "rule", tab, range: blockAddress(from, blockColumn(field), count, 1), rule: rule(from) };
  });
}

/** Finds the cells of a block that are the workbook's own: keys, labels, the headers of sections. */
export function fixedRanges(placed: readonly PlacedRow[]): readonly string[] {
  const labelled = placed.filter(({ form }) => form.kind !== "activity").map(({ row }) => row);
  const all = placed.map(({ row }) => row);
  return [
    ...runs(all, "unit", "key"),
    ...runs(labelled, "text", "text"),
    ...runs(rowsOfKind(placed, "section"), "first", "link"),
  ];
}

/** Finds the cells that their unit fills in: holes in the tab's protection. */
export function openRanges(placed: readonly PlacedRow[]): readonly string[] {
  return [
    ...runs(elementRows(placed, true), "first", "link"),
    ...runs(elementRows(placed, false), "second", "link"),
    ...runs(rowsOfKind(placed, "task"), "word", "link"),
    ...runs(rowsOfKind(placed, "activity"), "text", "link"),
    ...runs(rowsOfKind(placed, "fund"), "first", "second"),
    ...runs([...rowsOfKind(placed, "assessment"), ...rowsOfKind(placed, "confirmation")], "first", "link"),
  ];
}
