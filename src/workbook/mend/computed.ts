/** Tabs that formulas fill, against what they should be: a header that moved, a formula that is gone, moved or blocked. */
import { address, blockAddress, cellText } from "../grid.ts";
import { HEADER_ROW } from "../schema.ts";
import type { ActualTab } from "./actual.ts";
import { leftoverAt, type WithLeftovers } from "./archive.ts";
import { type ExpectedTab, numberOf, placeOf } from "./expected.ts";
import { finding } from "./finding.ts";

const NOTHING: WithLeftovers = { findings: [], steps: [], leftovers: [] };

/** A computed tab whose formula is gone or blocked: what stands in its way is taken out, the formula comes back. */
export function compareSpill(expected: ExpectedTab, actual: ActualTab): WithLeftovers {
  const first = HEADER_ROW + 1;
  if (!expected.formulas.has(numberOf(first, 1))) return NOTHING;
  const formula = actual.formulas[first - 1]?.[0] ?? "";
  const fails = /^#(REF!|SPILL!|NAME\?)/.test(cellText(actual.values[first - 1]?.[0])) || formula.includes("#REF!");
  const isDoubled = actual.formulas.some((line, index) => index !== first - 1 && isSpilling(line));
  if (formula !== "" && !fails && !isDoubled) return NOTHING;
  const data = actual.values.slice(first - 1);
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
    steps: [
      { do: "clear", tab: expected.title, range: blockAddress(first, 1, actual.rows - first + 1, actual.columns) },
    ],
    leftovers: isTyped ? cells.flatMap((cell) => leftoverAt(actual, cell, "Gõ vào tab tự tính")) : [],
  };
}

/** Tells whether one of the workbook's own spilling formulas stands in a row. */
function isSpilling(formulas: readonly string[]): boolean {
  return formulas.some((formula) => /BDG_|VSTACK/.test(formula));
}

/** Tells whether a computed tab's formula stands in another row than its own, and in none besides. */
export function formulaHasMoved({ formulas }: ActualTab): boolean {
  const rows = formulas.flatMap((line, index) => (isSpilling(line) ? [index + 1] : []));
  return rows.length > 0 && !rows.includes(HEADER_ROW + 1);
}

/** Tells whether a header of a computed tab stands elsewhere than in its cell, or has no room. */
export function headerHasMoved(expected: ExpectedTab, { values, columns }: ActualTab): boolean {
  if (columns < expected.columns) return true;
  const header = [...expected.fixed].filter((cell) => placeOf(cell)[0] === HEADER_ROW);
  const texts = new Set(values.slice(0, 20).flatMap((line) => line.map(cellText)));
  return header.some((cell) => {
    const [row, column] = placeOf(cell);
    const title = cellText(expected.cells.get(cell));
    return cellText(values[row - 1]?.[column - 1]) !== title && texts.has(title);
  });
}
