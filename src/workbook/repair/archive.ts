/** The archive: what lost its place, a row each, with the place that it had. */
import { maskPersonalData } from "../../core/privacy.ts";
import { address, asLiteral, type Cell, cellText } from "../grid.ts";
import type { Leftover } from "../migrated-input.ts";
import type { PlanStep } from "../plan.ts";
import { ARCHIVE_TAB } from "../schema.ts";
import type { ActualTab } from "./actual.ts";
import { type Repairs, valueAt } from "./compare.ts";
import { type CellNumber, splitCellNumber } from "./expected.ts";
import { typedCell } from "./salvage.ts";

export type WithLeftovers = Repairs & { readonly leftovers: readonly Leftover[] };

/** Takes what was typed into a cell for the archive, with the reason; empty if it is blank or a formula. */
export function leftoverAt(actual: ActualTab, cell: CellNumber, reason: string): readonly Leftover[] {
  const [row, column] = splitCellNumber(cell);
  const value = typedCell(valueAt(actual, cell));
  if (value === undefined || (actual.formulas[row - 1]?.[column - 1] ?? "") !== "") return [];
  const unit = cellText(actual.values[0]?.[0]);
  return [{ unit, tab: actual.name, cell: address(row, column), subject: "Ô ngoài biểu", value, reason }];
}

/** Adds what lost its place to the archive, a row each. */
export function archiveSteps(leftovers: readonly Leftover[], when: string): readonly PlanStep[] {
  if (leftovers.length === 0) return [];
  const cells = leftovers.map((leftover) => {
    const row: Record<(typeof ARCHIVE_TAB.columns)[number]["key"], string> = {
      when,
      unit: leftover.unit,
      tab: leftover.tab,
      cell: leftover.cell,
      subject: leftover.subject,
      // Everybody can read the archive; the copy that a repair keeps is the coordinator's alone.
      value: maskPersonalData(cellText(leftover.value)),
      reason: leftover.reason,
    };
    return ARCHIVE_TAB.columns.map(({ key }): Cell => (row[key] === "" ? "" : asLiteral(row[key])));
  });
  return [{ do: "append", tab: ARCHIVE_TAB.title, cells }];
}
