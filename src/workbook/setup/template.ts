/** Steps that make the prepared form, hidden: everything that all units' forms have alike. */
import { TASK_STATUS_NAMES } from "../../core/task.ts";
import { blockColumn, FORM_FIRST_ROW, type FormRow, SELF_CHECK_COLUMN } from "../form.ts";
import { address } from "../grid.ts";
import type { PlanStep } from "../plan.ts";
import { UNIT_COLOUR } from "../schema.ts";
import { activityHighlights, blockRules, blockSteps, FORM_WIDTHS, SECTION_LOOK } from "./block.ts";
import { COLOURS, countRule, INTRO_LOOK, partRule, TITLE_LOOK } from "./looks.ts";
import { cellOf, elementRows, type PlacedRow, placeRows, rowRange, rowsOfKind, ruleSteps, runs } from "./rows.ts";
import { elementHighlights, selfCheckFormulas } from "./self-check.ts";
import { standingFormula } from "./standing.ts";

/** Makes the prepared form, hidden: everything that all units' forms have alike. */
export function templateSteps(tab: string, rows: readonly FormRow[], logName: string): readonly PlanStep[] {
  const placed = placeRows({ tab, firstRow: FORM_FIRST_ROW, rows });
  const lastRow = FORM_FIRST_ROW + rows.length - 1;
  const checkHeader = address(FORM_FIRST_ROW, SELF_CHECK_COLUMN);
  return [
    { do: "insert", tab, rows: lastRow, columns: SELF_CHECK_COLUMN, colour: UNIT_COLOUR },
    ...blockSteps(tab, placed),
    ...blockRules(tab, placed),
    { do: "look", tab, ranges: ["C1"], look: TITLE_LOOK },
    { do: "look", tab, ranges: ["C2:C3"], look: INTRO_LOOK },
    ...elementSteps(tab, placed),
    { do: "write", tab, at: checkHeader, cells: [["Tự kiểm"]] },
    { do: "look", tab, ranges: [checkHeader], look: SECTION_LOOK },
    { do: "merge", tab, ranges: mergedRanges(placed) },
    { do: "highlights", tab, highlights: [...elementHighlights(placed), ...activityHighlights(placed)] },
    {
      do: "formulas",
      tab,
      at: address(rowsOfKind(placed, "element")[0] ?? FORM_FIRST_ROW, SELF_CHECK_COLUMN),
      formulas: selfCheckFormulas(placed),
    },
    ...standingSteps(tab, placed, logName),
    { do: "widths", tab, widths: FORM_WIDTHS },
    { do: "hideColumns", tab, from: 1, count: 2 },
    { do: "freeze", tab, rows: FORM_FIRST_ROW - 1, columns: 0 },
    { do: "hideTab", tab },
  ];
}

/** At the top, in sight wherever one scrolls: where the report stands. */
function standingSteps(tab: string, placed: readonly PlacedRow[], logName: string): readonly PlanStep[] {
  const at = address(FORM_FIRST_ROW - 1, blockColumn("first"));
  const submission = placed.find(({ form }) => form.kind === "confirmation");
  if (!submission) return [];
  const formula = standingFormula(
    { unit: "$A$1", time: cellOf(submission.row, "when"), stamp: cellOf(submission.row, "link") },
    logName,
  );
  return [
    { do: "formulas", tab, at, formulas: [[formula]] },
    { do: "look", tab, ranges: [at], look: { bold: true } },
  ];
}

/** What only a unit's form has: its figures and its tasks. */
function elementSteps(tab: string, placed: readonly PlacedRow[]): readonly PlanStep[] {
  const withTotal = elementRows(placed, true);
  const womenOnly = elementRows(placed, false);
  const tasks = rowsOfKind(placed, "task");
  const statuses = Object.values(TASK_STATUS_NAMES);
  return [
    { do: "look", tab, ranges: runs([...withTotal, ...womenOnly], "first", "second"), look: { numberFormat: "0" } },
    { do: "look", tab, ranges: runs(womenOnly, "first", "first"), look: { background: COLOURS.notAsked } },
    ...ruleSteps(tab, withTotal, "first", (row) => countRule(cellOf(row, "first"))),
    ...ruleSteps(tab, withTotal, "second", (row) => partRule(cellOf(row, "second"), cellOf(row, "first"))),
    ...ruleSteps(tab, womenOnly, "second", (row) => countRule(cellOf(row, "second"))),
    ...ruleSteps(tab, tasks, "word", () => ({
      kind: "list",
      values: statuses,
      help: `Chọn một trong: ${statuses.join(", ")}.`,
    })),
  ];
}

/** Notes, results and confirmations are written over several columns. */
function mergedRanges(placed: readonly PlacedRow[]): readonly string[] {
  return placed.flatMap(({ row, form }) => {
    if (form.kind === "element") return [rowRange(row, "word", "link")];
    if (form.kind === "task") return [rowRange(row, "text", "second"), rowRange(row, "when", "more")];
    if (form.kind === "confirmation") return [rowRange(row, "first", "word"), rowRange(row, "when", "more")];
    return [];
  });
}
