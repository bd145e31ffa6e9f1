/**
 * A tab as it is against a tab as it should be. What is out of shape can be put right in place, by steps that touch no
 * input cell; what has moved is left to a rebuild.
 */
import { shorten } from "../../core/text.ts";
import { address, asLiteralCell, type Cell, cellText, consecutive, showsFailure } from "../grid.ts";
import type { PlanStep } from "../plan.ts";
import { showFound } from "../unparsed/unparsed.ts";
import type { ActualTab } from "./actual.ts";
import { isKey } from "./block-shape.ts";
import { type CellNumber, type ExpectedTab, numberOf, splitCellNumber } from "./expected.ts";
import { type Finding, finding } from "./finding.ts";

/** What a comparison found, and the steps that put it right. */
export type Repairs = { readonly findings: readonly Finding[]; readonly steps: readonly PlanStep[] };

/** Returns the address of a numbered cell. */
export function addressOf(cell: CellNumber): string {
  return address(...splitCellNumber(cell));
}

/** Returns what a cell holds; `""` where it is blank or off the sheet. */
export function valueAt({ values }: ActualTab, cell: CellNumber): unknown {
  const [row, column] = splitCellNumber(cell);
  return values[row - 1]?.[column - 1] ?? "";
}

/** Compares cells that are the workbook's own: labels, keys, headers. */
export function compareFixed(expected: ExpectedTab, actual: ActualTab): Repairs {
  const wrong: [CellNumber, Cell][] = [];
  for (const cell of expected.fixed) {
    if (expected.formulas.has(cell)) continue;
    const wanted = expected.cells.get(cell) ?? "";
    if (cellText(valueAt(actual, cell)) !== cellText(wanted)) wrong.push([cell, wanted]);
  }
  wrong.sort(([one], [other]) => one - other);
  return {
    findings: wrong.map(([cell, wanted]) =>
      finding({ tab: actual.name, cell: addressOf(cell) }, "label", "patch", {
        expected: wanted === "" ? "ô trống" : `“${shorten(cellText(wanted))}”`,
        found: showFound(cellText(valueAt(actual, cell))),
        action: "Sẽ ghi lại",
      }),
    ),
    steps: writeSteps(expected.title, wrong),
  };
}

/** Writes cells, those under one another in one step. */
function writeSteps(tab: string, cells: readonly (readonly [CellNumber, Cell])[]): readonly PlanStep[] {
  const columns = new Map<number, Map<number, Cell>>();
  for (const [cell, wanted] of cells) {
    const [row, column] = splitCellNumber(cell);
    columns.set(column, (columns.get(column) ?? new Map()).set(row, wanted));
  }
  return [...columns].flatMap(([column, rows]) =>
    consecutive([...rows.keys()].sort((one, other) => one - other)).map(
      ({ from, count }): PlanStep => ({
        do: "enter",
        tab,
        at: address(from, column),
        cells: Array.from({ length: count }, (_, index) => [asLiteralCell(rows.get(from + index) ?? "")]),
      }),
    ),
  );
}

/** What Google puts in the place of a tab that was deleted; a formula's own IFERROR may hide it from the cell. */
const LOST_REFERENCE = "#REF!";

/** Compares the formulas that fill single cells; `lostOnly`: those alone whose tab was deleted. */
export function compareFormulas(expected: ExpectedTab, actual: ActualTab, lostOnly = false): Repairs {
  const wrong = [...expected.formulas].filter(([cell]) => {
    const [row, column] = splitCellNumber(cell);
    const formula = actual.formulas[row - 1]?.[column - 1] ?? "";
    if (formula.includes(LOST_REFERENCE)) return true;
    return !lostOnly && (formula === "" || showsFailure(cellText(valueAt(actual, cell))));
  });
  return {
    findings: wrong.map(([cell]) =>
      finding({ tab: actual.name, cell: addressOf(cell) }, "formula", "patch", {
        expected: "công thức của sổ",
        found: showFound(lostOrValue(actual, cell)),
        action: "Sẽ đặt lại công thức",
      }),
    ),
    steps: wrong.map(([cell, formula]) => ({ do: "formula", tab: expected.title, at: addressOf(cell), formula })),
  };
}

function lostOrValue(actual: ActualTab, cell: CellNumber): string {
  const [row, column] = splitCellNumber(cell);
  const isLost = (actual.formulas[row - 1]?.[column - 1] ?? "").includes(LOST_REFERENCE);
  return isLost ? LOST_REFERENCE : cellText(valueAt(actual, cell));
}

/**
 * Tells whether rows or columns have moved: a key that stands elsewhere, or a label or header that does and is missing
 * from its own place. Where that is so, cells can no longer be put right one by one.
 */
export function hasMoved(expected: ExpectedTab, actual: ActualTab): boolean {
  const { values, rows, columns } = actual;
  if (rows < expected.rows || columns < expected.columns) return true;
  const landmarks = new Map<string, CellNumber[]>();
  for (const cell of expected.fixed) {
    const text = cellText(expected.cells.get(cell));
    if (!isLandmark(text, cell)) continue;
    const places = landmarks.get(text) ?? [];
    landmarks.set(text, places);
    places.push(cell);
  }
  const holds = (cell: CellNumber, text: string): boolean => cellText(valueAt(actual, cell)) === text;
  return values.some((line, down) =>
    line.some((value, right) => {
      if (typeof value !== "string" || value === "") return false;
      const text = cellText(value);
      if (!landmarks.has(text) && !isKey(text)) return false;
      const places = landmarks.get(text) ?? [];
      if (places.includes(numberOf(down + 1, right + 1))) return false;
      return isKey(text) || places.some((place) => !holds(place, text));
    }),
  );
}

/** Units' codes stand in every row of the first column, numbers and short words anywhere: they mark no place. */
function isLandmark(text: string, cell: CellNumber): boolean {
  const [, column] = splitCellNumber(cell);
  return isKey(text) || (column > 1 && text.length > 1 && !/^\d+$/.test(text));
}
