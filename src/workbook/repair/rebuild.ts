/** When a form is rebuilt, rather than put right in place. */
import { areaOf, cellText } from "../grid.ts";
import { HAMLET_FORMS_TITLE, HAMLETS_TAB, HEADER_ROW, TEMPLATE_TITLE } from "../schema.ts";
import type { ActualTab, Depth } from "./actual.ts";
import { compareFormulas, hasMoved, type Repairs } from "./compare.ts";
import { type ExpectedTab, numberOf, splitCellNumber } from "./expected.ts";
import { compareLooks } from "./looks.ts";

/**
 * Tells whether a form is rebuilt: one whose rows or columns have moved; the hamlets' tabs when a hamlet came or went;
 * the prepared form, which holds nobody's figures, for any reason.
 */
export function mustRebuild(expected: ExpectedTab, actual: ActualTab, fixed: Repairs, depth: Depth): boolean {
  const { title } = expected;
  if (hasMoved(expected, actual)) return true;
  if (title === TEMPLATE_TITLE) {
    const others = depth === "all" ? [compareLooks(expected, actual), compareFormulas(expected, actual)] : [];
    return [fixed, ...others].some(({ steps }) => steps.length > 0);
  }
  const keyed = title === HAMLETS_TAB.title ? 1 : title === HAMLET_FORMS_TITLE ? 2 : 0;
  if (fixed.steps.some((step) => step.do === "enter" && touchesKeys(step.at, step.cells.length, keyed))) return true;
  return title === HAMLETS_TAB.title && (hasMoreRows(expected, actual) || asksOtherwise(expected, actual));
}

/** A hamlet that has left still has its row below the others. */
function hasMoreRows({ cells }: ExpectedTab, { values }: ActualTab): boolean {
  return values.some(
    (line, index) => index >= HEADER_ROW && !cells.has(numberOf(index + 1, 1)) && cellText(line[0]) !== "",
  );
}

/** Tells whether so many cells from an address down are keys of data rows, in the first columns. */
function touchesKeys(at: string, rows: number, columns: number): boolean {
  const { row, column } = areaOf(at);
  return column <= columns && row + rows - 1 > HEADER_ROW;
}

/** A hamlet that is asked for other figures has other cells in grey. */
function asksOtherwise({ colours }: ExpectedTab, { backgrounds }: ActualTab): boolean {
  if (backgrounds.length === 0) return false;
  return [...colours].some(([cell, colour]) => {
    const [row, column] = splitCellNumber(cell);
    const found = backgrounds[row - 1]?.[column - 1]?.toLowerCase();
    return row > HEADER_ROW && found !== undefined && isGrey(found) !== isGrey(colour);
  });
}

function isGrey(colour: string): boolean {
  return colour === "#e9e9e9";
}
