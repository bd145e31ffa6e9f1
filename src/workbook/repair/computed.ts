/** Tabs that formulas fill, against what they should be: a header that moved, a formula that is gone, moved or blocked. */
import { address, blockAddress, cellText } from "../grid.ts";
import { MIRROR_CELL, MIRROR_COLUMN, readPart } from "../mirror.ts";
import type { PlanStep } from "../plan.ts";
import { DATA_TAB, HEADER_ROW } from "../schema.ts";
import { mirrorArea, mirrorColumnSteps } from "../setup/mirror.ts";
import type { ActualTab } from "./actual.ts";
import { leftoverAt, type WithLeftovers } from "./archive.ts";
import { type ExpectedTab, numberOf, splitCellNumber } from "./expected.ts";
import { finding } from "./finding.ts";

const NOTHING: WithLeftovers = { findings: [], steps: [], leftovers: [] };

/**
 * Compares a computed tab whose formula may be gone or blocked: what stands in its way is taken out, the formula comes
 * back.
 */
export function compareSpill(expected: ExpectedTab, actual: ActualTab): WithLeftovers {
  const first = HEADER_ROW + 1;
  if (!expected.formulas.has(numberOf(first, 1))) return NOTHING;
  const formula = actual.formulas[first - 1]?.[0] ?? "";
  const fails = hasFailed(formula, actual.values[first - 1]?.[0]);
  const width = ownColumns(expected);
  // In its own row, an earlier version may have the mirror in a column that the table needs now.
  const isDoubled = actual.formulas.some((line, index) =>
    isSpilling(index === first - 1 ? line.slice(1) : line, index === first - 1 ? width - 1 : width),
  );
  if (formula !== "" && !fails && !isDoubled) return NOTHING;
  const data = actual.values.slice(first - 1).map((line) => line.slice(0, width));
  const cells = data.flatMap((line, down) => line.map((_, right) => numberOf(first + down, right + 1)));
  // Without a formula that gives something, all that stands there was typed.
  const isTyped = !isDoubled || fails;
  return {
    findings: [
      finding({ tab: actual.name, cell: address(first, 1) }, "formula", "patch", {
        expected: "công thức của sổ, không có gì chắn chỗ",
        found: formula === "" ? "công thức bị thay bằng giá trị" : "công thức báo lỗi hoặc bị chép thêm",
        action: "Sẽ dọn chỗ và đặt lại công thức",
      }),
    ],
    steps: [{ do: "clear", tab: expected.title, range: blockAddress(first, 1, actual.rows - first + 1, width) }],
    leftovers: isTyped ? cells.flatMap((cell) => leftoverAt(actual, cell, "Gõ vào tab tự tính")) : [],
  };
}

function hasFailed(formula: string, shown: unknown): boolean {
  return /^#(REF!|SPILL!|NAME\?)/.test(cellText(shown)) || formula.includes("#REF!");
}

/**
 * Compares the mirror beside the tidy tab's rows: a workbook of an earlier version gets its columns; one whose formula
 * is gone or blocked has its place cleared. The formula itself is written on every run.
 */
export function compareMirror(expected: ExpectedTab, actual: ActualTab): WithLeftovers {
  if (expected.title !== DATA_TAB.title) return NOTHING;
  const [row, column] = [HEADER_ROW + 1, MIRROR_COLUMN];
  const formula = actual.formulas[row - 1]?.[column - 1] ?? "";
  const shown = actual.values[row - 1]?.[column - 1];
  if (formula !== "" && !hasFailed(formula, shown)) return NOTHING;
  const missing = expected.columns - actual.columns;
  const room: readonly PlanStep[] =
    missing > 0 ? [{ do: "insertColumns", tab: expected.title, before: actual.columns + 1, count: missing }] : [];
  const cells = actual.values
    .slice(row - 1)
    .flatMap((line, down) => line.slice(column - 1).map((_, right) => numberOf(row + down, column + right)));
  // Its own values, filled by a formula that lost a tab or pasted in its place, stand in their own tabs besides. An
  // earlier version had it one column to the left.
  const isOwn = [column - 1, column - 2].some((index) => readPart(actual.values[row - 1]?.[index]) !== undefined);
  return {
    findings: [
      finding({ tab: actual.name, cell: MIRROR_CELL }, "formula", "patch", {
        expected: "công thức chép các tab khác, để sổ đọc một lần",
        found: formula === "" ? "không có công thức" : "công thức báo lỗi",
        action: "Sẽ dọn chỗ và đặt lại công thức",
      }),
    ],
    steps: [
      ...room,
      { do: "clear", tab: expected.title, range: mirrorArea(actual.rows) },
      ...mirrorColumnSteps(actual.rows),
    ],
    leftovers: isOwn ? [] : cells.flatMap((cell) => leftoverAt(actual, cell, "Gõ vào tab tự tính")),
  };
}

/** How many columns a table's header has: beside it the mirror may stand. */
function ownColumns({ fixed }: ExpectedTab): number {
  return Math.max(...[...fixed].map(splitCellNumber).flatMap(([row, column]) => (row === HEADER_ROW ? [column] : [])));
}

/** Tells whether one of the workbook's own spilling formulas stands in a row, among so many columns. */
function isSpilling(formulas: readonly string[], columns: number): boolean {
  return formulas.slice(0, columns).some((formula) => /BDG_|VSTACK/.test(formula));
}

/** Tells whether a computed tab's formula stands in another row than its own, and in none besides. */
export function formulaHasMoved(expected: ExpectedTab, { formulas }: ActualTab): boolean {
  const columns = ownColumns(expected);
  const rows = formulas.flatMap((line, index) => (isSpilling(line, columns) ? [index + 1] : []));
  return rows.length > 0 && !rows.includes(HEADER_ROW + 1);
}

/** Tells whether a header of a computed tab stands elsewhere than in its cell, or has no room. */
export function headerHasMoved(expected: ExpectedTab, { values, columns }: ActualTab): boolean {
  if (columns < ownColumns(expected)) return true;
  const header = [...expected.fixed].filter((cell) => splitCellNumber(cell)[0] === HEADER_ROW);
  const texts = new Set(values.slice(0, 20).flatMap((line) => line.map(cellText)));
  return header.some((cell) => {
    const [row, column] = splitCellNumber(cell);
    const title = cellText(expected.cells.get(cell));
    return cellText(values[row - 1]?.[column - 1]) !== title && texts.has(title);
  });
}
