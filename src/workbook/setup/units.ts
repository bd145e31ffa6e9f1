/** Steps that make one unit's tab out of the prepared form: its name and keys, and hidden what it need not report. */
import type { OrgUnit } from "../../core/unit.ts";
import { type FormRow, isAsked, rowKey, rowLabel } from "../form.ts";
import { blockAddress, type Cell, consecutive } from "../grid.ts";
import type { BlockPlace } from "../layout.ts";
import type { Carried } from "../migrated-input.ts";
import type { PlanStep } from "../plan.ts";
import { UNIT_COLOUR } from "../schema.ts";
import { enterSteps, INSTRUCTION, labelOf } from "./block.ts";
import { FIRST_INPUT, guardStep, INPUT_COLUMNS } from "./guards.ts";
import { fixedRanges, openRanges, placeRows } from "./rows.ts";

const NO_MAILBOX = "Đơn vị chưa có hộp thư chung ở tab Đơn vị: người tổng hợp nhập thay.";

/** Beside the mark of the report's standing, which is a formula of the prepared form. */
const STANDING = "Tình trạng:";

type FormOptions = {
  readonly template: string;
  readonly year: number;
  readonly invitation: string;
  readonly isApproved: boolean;
  readonly carried: Carried;
};

/** Makes a unit's tab. A row that it need not report is hidden and keeps its key: what is typed there is still read. */
export function unitSteps(
  unit: OrgUnit,
  block: BlockPlace,
  { template, year, invitation, isApproved, carried }: FormOptions,
): readonly PlanStep[] {
  const { tab } = block;
  const placed = placeRows(block);
  const hidden = placed.filter(({ form }) => !isShown(form, block.rows, unit)).map(({ row }) => row);
  const cells: (readonly Cell[])[] = [
    [unit.code, askedText(block.rows, unit), unit.name],
    [year, "", invitation],
    ["", "", INSTRUCTION],
    ["", "", unit.mailboxes.length === 0 ? NO_MAILBOX : STANDING],
    ...placed.map(({ form }) => [unit.code, rowKey(form), rowLabel(form)]),
  ];
  return [
    { do: "copy", from: template, tab, colour: UNIT_COLOUR },
    { do: "write", tab, at: "A1", cells },
    { do: "fix", tab, ranges: ["A1:C4", ...fixedRanges(placed)] },
    ...enterSteps(tab, placed, ({ form }) => carried.get(unit.code)?.get(rowKey(form)), labelOf),
    ...consecutive(hidden).map(({ from, count }): PlanStep => ({ do: "hideRows", tab, from, count })),
    { do: "protect", tab, label: `Biểu của ${unit.name}`, open: openRanges(placed) },
    guardStep(unit, tab, blockAddress(block.firstRow, FIRST_INPUT, block.rows.length, INPUT_COLUMNS), isApproved),
  ];
}

/** Writes what the form asks for, as a text that tells two of them apart: the rows that are shown follow from it. */
function askedText(rows: readonly FormRow[], unit: OrgUnit): string {
  const asked = rows.filter((row) => (row.kind === "element" || row.kind === "task") && isAsked(row, unit));
  // The sign in front keeps it from being read as a row's key.
  return `# ${asked.map(rowKey).join(" ")}`;
}

/** A section's header is shown while one of its rows is. */
function isShown(form: FormRow, rows: readonly FormRow[], unit: OrgUnit): boolean {
  if (form.kind !== "section" || form.section !== "tasks") return isAsked(form, unit);
  return rows.some((row) => row.kind === "task" && isAsked(row, unit));
}
