/** Steps for what a unit's form and the hamlets' blocks have alike: labels, formats, colours, rules. */

import { blockColumn, type FormRow, inputSpan, ROW_FIELDS, rowLabel, SECTION_LABELS } from "../form.ts";
import { address, type Cell } from "../grid.ts";
import { type CarriedRow, takesField } from "../migrated-input.ts";
import type { Highlight, Look, PlanStep } from "../plan.ts";
import type { BlockKey } from "../schema.ts";
import { COLOURS, countRule, dayRule, fitsDay, LEGEND_COLOURS, partRule } from "./looks.ts";
import { cellOf, fixedRanges, type PlacedRow, rowRange, rowsOfKind, ruleSteps, runs } from "./rows.ts";

/** Pixels, from column A: unit and key (hidden), text, the fields, the form's own check. Together they fit A4. */
export const FORM_WIDTHS: readonly number[] = [70, 70, 280, 88, 88, 115, 95, 105, 105, 115];

/** Where the year stands in every form, for its rules and highlights. */
export const YEAR_CELL = "$A$2";

export const SECTION_LOOK: Look = { bold: true, background: COLOURS.section, wrap: true, middle: true };

export const INSTRUCTION =
  "Chỉ nhập vào ô màu vàng. Không có người nào thì gõ 0; để trống là chưa báo cáo. Không ghi tên người.";

/** Makes rows of one tab, which follow one another: of a form, or of all the hamlets' blocks at once. */
export function blockSteps(tab: string, placed: readonly PlacedRow[]): readonly PlanStep[] {
  const [first] = placed;
  if (!first) return [];
  const sections = placed.filter(({ form }) => form.kind === "section");
  const activities = rowsOfKind(placed, "activity");
  const funds = rowsOfKind(placed, "fund");
  const assessments = rowsOfKind(placed, "assessment");
  const confirmations = rowsOfKind(placed, "confirmation");
  const text = [...activities, ...rowsOfKind(placed, "task"), ...rowsOfKind(placed, "element")];
  return [
    {
      do: "write",
      tab,
      at: address(first.row, blockColumn("text")),
      cells: placed.map(({ form }) => labelCells(form)),
    },
    { do: "fix", tab, ranges: fixedRanges(placed) },
    {
      do: "look",
      tab,
      ranges: sections.map(({ row }) => rowRange(row, "text", "link")),
      look: SECTION_LOOK,
    },
    {
      do: "look",
      tab,
      ranges: placed
        .filter(({ form }) => form.kind !== "section" && form.kind !== "confirmation")
        .map(({ row }) => rowRange(row, "text", "link")),
      look: { wrap: true, middle: true, border: true },
    },
    // The stamp is long and nobody's reading: it is not wrapped, so that it stays in one small line.
    {
      do: "look",
      tab,
      ranges: confirmations.map((row) => rowRange(row, "text", "link")),
      look: { middle: true, border: true },
    },
    {
      do: "look",
      tab,
      ranges: confirmations.map((row) => cellOf(row, "link")),
      look: { fontSize: 6, fontColor: COLOURS.quiet },
    },
    {
      do: "look",
      tab,
      ranges: placed.flatMap(({ row, form }) => {
        const span = inputSpan(form);
        return span ? [rowRange(row, span.first, span.last)] : [];
      }),
      look: { background: COLOURS.input },
    },
    {
      do: "look",
      tab,
      ranges: [
        ...runs(text, "word", "link"),
        ...runs(activities, "text", "text"),
        ...runs(assessments, "first", "first"),
        ...runs(confirmations, "first", "link"),
      ],
      look: { numberFormat: "@" },
    },
    { do: "look", tab, ranges: runs(activities, "when", "when"), look: { numberFormat: "dd/mm/yyyy" } },
    { do: "look", tab, ranges: runs(funds, "first", "second"), look: { numberFormat: "#,##0" } },
    { do: "merge", tab, ranges: runs(assessments, "first", "link") },
  ];
}

/** Makes the rules for the activities and the money of one block. */
export function blockRules(tab: string, placed: readonly PlacedRow[]): readonly PlanStep[] {
  const activities = rowsOfKind(placed, "activity");
  const funds = rowsOfKind(placed, "fund");
  return [
    ...ruleSteps(tab, activities, "first", (row) => countRule(cellOf(row, "first"))),
    ...ruleSteps(tab, activities, "second", (row) => partRule(cellOf(row, "second"), cellOf(row, "first"))),
    ...ruleSteps(tab, activities, "when", (row) => dayRule(cellOf(row, "when"), YEAR_CELL)),
    ...ruleSteps(tab, funds, "first", (row) => countRule(cellOf(row, "first"))),
    ...ruleSteps(tab, funds, "second", (row) => countRule(cellOf(row, "second"))),
  ];
}

function labelCells(form: FormRow): readonly Cell[] {
  const labels: Partial<Readonly<Record<BlockKey, string>>> =
    form.kind === "section" ? SECTION_LABELS[form.section] : { text: rowLabel(form) };
  return ROW_FIELDS.map((field) => labels[field] ?? "");
}

/** Writes what was typed elsewhere into the rows of a block: from the uppermost row that has something on. */
export function enterSteps(
  tab: string,
  placed: readonly PlacedRow[],
  carriedOf: (row: PlacedRow) => CarriedRow | undefined,
  labelOf: (form: FormRow, field: BlockKey) => Cell,
): readonly PlanStep[] {
  const carried = placed.map((row) => carriedOf(row));
  const first = carried.findIndex((row) => row !== undefined && row.size > 0);
  if (first < 0) return [];
  const cells = placed.slice(first).map(({ form }, index) =>
    ROW_FIELDS.map((field) => {
      const typed = takesField(form, field) ? carried[first + index]?.get(field) : undefined;
      return typed ?? labelOf(form, field);
    }),
  );
  return [{ do: "enter", tab, at: cellOf(placed[first]?.row ?? 1, "text"), cells }];
}

/** Returns what a row of a unit's form says in a field that nobody typed into. */
export function labelOf(form: FormRow, field: BlockKey): Cell {
  return labelCells(form)[ROW_FIELDS.indexOf(field)] ?? "";
}

/**
 * Colours activities with more women than participants, with a day that does not exist, of another year or still to come, and
 * funds spent over plan. One format for all rows of a kind, relative to the first.
 */
export function activityHighlights(placed: readonly PlacedRow[]): readonly Highlight[] {
  const activities = rowsOfKind(placed, "activity");
  const funds = rowsOfKind(placed, "fund");
  const [activity, fund] = [activities[0], funds[0]];
  const partOver = (row: number) => `=AND(ISNUMBER($D${row});ISNUMBER($E${row});$E${row}>$D${row})`;
  const day = `$G${activity}`;
  return [
    ...(activity === undefined
      ? []
      : [
          { ranges: runs(activities, "first", "second"), formula: partOver(activity), ...LEGEND_COLOURS.bad },
          {
            ranges: runs(activities, "when", "when"),
            formula: `=IF(ISNUMBER(${day});NOT(${fitsDay(day, YEAR_CELL)});LEN(${day})>0)`,
            ...LEGEND_COLOURS.bad,
          },
          {
            ranges: runs(activities, "when", "when"),
            formula: `=IF(ISNUMBER(${day});YEAR(${day})<>${YEAR_CELL};FALSE)`,
            ...LEGEND_COLOURS.near,
          },
          {
            ranges: runs(activities, "when", "when"),
            formula: `=IF(ISNUMBER(${day});${day}>TODAY();FALSE)`,
            ...LEGEND_COLOURS.none,
          },
        ]),
    ...(fund === undefined
      ? []
      : [{ ranges: runs(funds, "first", "second"), formula: partOver(fund), ...LEGEND_COLOURS.near }]),
  ];
}
