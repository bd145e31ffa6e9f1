/**
 * Functions that arrange, cut and find cells: VSTACK, CHOOSECOLS, FILTER, INDEX, INDIRECT and the like.
 * Computed here because the engine copies every value of long ranges, and knows no cells but its own.
 */

import { boundBlock } from "a1";
import { isErrorValue } from "../model.ts";
import { type FormulaContext, firstValue, gridOf, gridOperand, type Operand, valueOperand } from "./operands.ts";
import { errorValue, toCondition, toNumber, type Value } from "./values.ts";

/** Stacks grids; the narrower ones are filled up with #N/A. The engine copies every value; here rows are shared. */
export function vstack(operands: readonly Operand[], context: FormulaContext): Operand {
  const grids = operands.map((operand) => gridOf(operand, context));
  const width = Math.max(...grids.map((rows) => rows[0]?.length ?? 0));
  return gridOperand(grids.flatMap((rows) => rows.map((row) => widened(row, width))));
}

function widened(row: readonly Value[], width: number): readonly Value[] {
  if (row.length === width) return row;
  return [...row, ...new Array<Value>(width - row.length).fill(errorValue("#N/A"))];
}

/** Puts grids beside each other; the lower ones are filled up with #N/A. */
export function hstack(operands: readonly Operand[], context: FormulaContext): Operand {
  const grids = operands.map((operand) => gridOf(operand, context));
  const height = Math.max(...grids.map((rows) => rows.length));
  return gridOperand(
    Array.from({ length: height }, (_, row) =>
      grids.flatMap((rows) => rows[row] ?? new Array<Value>(rows[0]?.length ?? 0).fill(errorValue("#N/A"))),
    ),
  );
}

/** Puts the rows of `{…;…}` below each other; all must be of one width. */
export function arrayRows(operands: readonly Operand[], context: FormulaContext): Operand {
  const failed = operands.find((operand) => operand.kind === "value" && isErrorValue(operand.value));
  const grids = operands.map((operand) => gridOf(operand, context));
  const isEven = grids.every((rows) => rows[0]?.length === grids[0]?.[0]?.length);
  if (failed && grids.length > 1 && !isEven) return failed;
  return isEven ? gridOperand(grids.flat()) : valueOperand(MISSING);
}

/** Puts the parts of a row of `{…\…}` beside each other; all must be of one height. */
export function arrayColumns(operands: readonly Operand[], context: FormulaContext): Operand {
  const grids = operands.map((operand) => gridOf(operand, context));
  const isEven = grids.every((rows) => rows.length === grids[0]?.length);
  return isEven ? hstack(operands, context) : valueOperand(MISSING);
}

const MISSING = errorValue("#REF!", "In ARRAY_LITERAL, an Array Literal was missing values for one or more rows.");

/** Takes columns by their number, from the end if negative. */
export function choosecols([array, ...columns]: readonly Operand[], context: FormulaContext): Operand {
  const rows = gridOf(array, context);
  const width = rows[0]?.length ?? 0;
  const indices: number[] = [];
  for (const wanted of columns.flatMap((operand) => gridOf(operand, context).flat())) {
    const number = toNumber(wanted);
    if (isErrorValue(number)) return valueOperand(number);
    const column = Math.trunc(number);
    if (column === 0 || Math.abs(column) > width) {
      return valueOperand(
        errorValue("#VALUE!", `CHOOSECOLS: column ${column} does not exist in an array of ${width} columns.`),
      );
    }
    indices.push(column > 0 ? column - 1 : width + column);
  }
  return gridOperand(rows.map((row) => indices.map((index) => row[index])));
}

/**
 * Keeps the rows (or columns) for which all conditions hold. Conditions are one column (or row) each; blanks stay
 * blank. The engine takes a second condition for what to return when nothing is left.
 */
export function filter([array, ...conditions]: readonly Operand[], context: FormulaContext): Operand {
  const rows = gridOf(array, context);
  const height = rows.length;
  const width = rows[0]?.length ?? 0;
  const tests = conditions.map((condition) => gridOf(condition, context));
  if (tests.length === 0) return valueOperand(errorValue("#N/A", "FILTER needs a condition."));
  const byRow = tests.every((test) => test.length === height && test[0]?.length === 1);
  const byColumn = !byRow && tests.every((test) => test.length === 1 && test[0]?.length === width);
  if (!byRow && !byColumn) {
    return valueOperand(
      errorValue("#N/A", "FILTER has mismatched range sizes. A condition must be as long as the range it filters."),
    );
  }
  const holds = (index: number): boolean =>
    tests.every((test) => {
      const value = toCondition(byRow ? test[index]?.[0] : test[0]?.[index]);
      return value === true;
    });
  const kept = byRow
    ? rows.filter((_, index) => holds(index))
    : rows.map((row) => row.filter((_, index) => holds(index))).filter((row) => row.length > 0);
  if (kept.length === 0) return valueOperand(errorValue("#N/A", "No matches are found in FILTER evaluation."));
  return gridOperand(kept);
}

/** Computes INDEX; row or column 0 or left out takes all. Of a reference it gives a reference. */
export function index([array, row, column]: readonly Operand[], context: FormulaContext): Operand {
  const rows = gridOf(array, context);
  const height = rows.length;
  const width = rows[0]?.length ?? 0;
  let wantedRow = toNumber(firstValue(row, context));
  let wantedColumn = toNumber(firstValue(column, context));
  if (isErrorValue(wantedRow)) return valueOperand(wantedRow);
  if (isErrorValue(wantedColumn)) return valueOperand(wantedColumn);
  // In a single row, the one number that is given is the column.
  if (!column && height === 1 && width > 1) [wantedRow, wantedColumn] = [0, wantedRow];
  wantedRow = Math.trunc(wantedRow);
  wantedColumn = Math.trunc(wantedColumn);
  if (wantedRow < 0 || wantedColumn < 0 || wantedRow > height || wantedColumn > width) {
    return valueOperand(errorValue("#NUM!", "INDEX: the row or column is out of range."));
  }
  if (array?.kind === "reference") {
    const { sheet, block } = array.reference;
    const top = block.top + Math.max(wantedRow - 1, 0);
    const left = block.left + Math.max(wantedColumn - 1, 0);
    return {
      kind: "reference",
      reference: {
        sheet,
        block: { top, left, bottom: wantedRow ? top : block.bottom, right: wantedColumn ? left : block.right },
      },
    };
  }
  const chosen = wantedRow ? rows.slice(wantedRow - 1, wantedRow) : rows;
  return gridOperand(wantedColumn ? chosen.map((line) => [line[wantedColumn - 1]]) : chosen);
}

/** Computes ROWS. */
export function rowsFunction([array]: readonly Operand[], context: FormulaContext): Operand {
  if (array?.kind === "reference") {
    const { block } = array.reference;
    return valueOperand(block.bottom - block.top + 1);
  }
  return valueOperand(gridOf(array, context).length);
}

/** Computes COLUMNS. */
export function columnsFunction([array]: readonly Operand[], context: FormulaContext): Operand {
  if (array?.kind === "reference") {
    const { block } = array.reference;
    return valueOperand(block.right - block.left + 1);
  }
  return valueOperand(gridOf(array, context)[0]?.length ?? 0);
}

/** Computes INDIRECT. The cells that it finds are evaluated before they are read. */
export function indirect([text]: readonly Operand[], context: FormulaContext): Operand {
  const named = firstValue(text, context);
  if (isErrorValue(named)) return valueOperand(named);
  const found = context.find(String(named ?? ""));
  if (found.kind === "reference") context.demand(found.reference);
  return found;
}

/** Computes OFFSET of a reference. The cells that it finds are evaluated before they are read. */
export function offset([start, rows, columns, height, width]: readonly Operand[], context: FormulaContext): Operand {
  if (start?.kind !== "reference") return valueOperand(errorValue("#N/A", "Argument must be a range."));
  const { sheet, block } = start.reference;
  const numbers = [rows, columns, height, width].map((operand) => toNumber(firstValue(operand, context)));
  const [down = 0, right = 0, tall = 0, wide = 0] = numbers.map((number) =>
    isErrorValue(number) ? Number.NaN : number,
  );
  const top = block.top + Math.trunc(down);
  const left = block.left + Math.trunc(right);
  const target = {
    top,
    left,
    bottom: top + (Math.trunc(tall) || block.bottom - block.top + 1) - 1,
    right: left + (Math.trunc(wide) || block.right - block.left + 1) - 1,
  };
  const bounded = top >= 1 && left >= 1 ? boundBlock(target, sheet.rows, sheet.columns) : undefined;
  if (!bounded) return valueOperand(errorValue("#REF!", "Function OFFSET evaluates to an out of bounds range."));
  const reference = { sheet, block: bounded };
  context.demand(reference);
  return { kind: "reference", reference };
}
