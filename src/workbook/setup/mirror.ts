/** Steps that make the mirror beside the tidy tab's rows: its columns, out of sight, and last its formula. */
import { blockAddress, columnLetters } from "../grid.ts";
import { MIRROR_CELL, MIRROR_COLUMN, MIRROR_LAST_COLUMN, mirrorFormula } from "../mirror.ts";
import type { PlanStep } from "../plan.ts";
import { DATA_TAB, FIRST_DATA_ROW, HEADER_ROW } from "../schema.ts";
import { COLOURS } from "./looks.ts";

const COLUMNS = MIRROR_LAST_COLUMN - MIRROR_COLUMN + 1;

/** Who shows hidden columns reads what they are. */
const LABEL = "Sổ tự chép các tab khác vào đây để đọc một lần. Không gõ.";

/** Returns the mirror's cells in a tab of so many rows. */
export function mirrorArea(rows: number): string {
  return blockAddress(FIRST_DATA_ROW, MIRROR_COLUMN, rows - FIRST_DATA_ROW + 1, COLUMNS);
}

/** Makes the columns look like none of a person's, and hides them; the sheet has them already. */
export function mirrorColumnSteps(rows: number): readonly PlanStep[] {
  const tab = DATA_TAB.title;
  const whole = blockAddress(HEADER_ROW, MIRROR_COLUMN, rows - HEADER_ROW + 1, COLUMNS);
  return [
    // A number's format, so that a day never arrives as a day: what it is, is then in doubt, and read from its own tab.
    { do: "look", tab, ranges: [whole], look: { numberFormat: "0", fontColor: COLOURS.quiet } },
    { do: "enter", tab, at: `${columnLetters(MIRROR_COLUMN)}${HEADER_ROW}`, cells: [[LABEL]] },
    // The rows' places, beside them, are for the code alone, too.
    { do: "hideColumns", tab, from: MIRROR_COLUMN - 1, count: COLUMNS + 1 },
  ];
}

/** Writes the formula. */
export function mirrorFormulaStep(nameOf: (title: string) => string): PlanStep {
  return { do: "formula", tab: DATA_TAB.title, at: MIRROR_CELL, formula: mirrorFormula(nameOf) };
}
