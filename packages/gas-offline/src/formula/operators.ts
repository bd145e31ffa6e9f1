/**
 * The operators that the engine has other ideas of: comparisons and `&`, over values and arrays.
 */

import { type CellContent, isErrorValue } from "../model.ts";
import { textsOf } from "./dates.ts";
import { type FormulaContext, gridOf, gridOperand, type Operand, valueOperand } from "./operands.ts";
import { compareContents, errorValue, type Grid, toText, type Value } from "./values.ts";

/** Applies `combine` to each pair of values. A single row, column or value pairs with all of the other side. */
function broadcast(
  left: Operand | undefined,
  right: Operand | undefined,
  context: FormulaContext,
  combine: (left: Value, right: Value) => Value,
): Operand {
  const first = gridOf(left, context);
  const second = gridOf(right, context);
  const height = Math.max(first.length, second.length);
  const width = Math.max(first[0]?.length ?? 0, second[0]?.length ?? 0);
  const at = (rows: Grid, row: number, column: number): Value => {
    const line = rows.length === 1 ? rows[0] : rows[row];
    if (!line || (line.length > 1 && column >= line.length)) return errorValue("#N/A");
    return line.length === 1 ? line[0] : line[column];
  };
  const result: Value[][] = [];
  for (let row = 0; row < height; row += 1) {
    const line: Value[] = [];
    for (let column = 0; column < width; column += 1) {
      const one = at(first, row, column);
      const other = at(second, row, column);
      line.push(isErrorValue(one) ? one : isErrorValue(other) ? other : combine(one, other));
    }
    result.push(line);
  }
  return gridOperand(result);
}

const ORDERS: Readonly<Record<string, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

/** Compares as the operators do. The engine reads `*` and `?` as wildcards even here. */
export function compareOperands(operator: string, left: Operand, right: Operand, context: FormulaContext): Operand {
  const holds = ORDERS[operator];
  return broadcast(left, right, context, (one, other) =>
    holds ? holds(compareContents(operandContent(one), operandContent(other))) : errorValue("#ERROR!"),
  );
}

function operandContent(value: Value): CellContent | undefined {
  return isErrorValue(value) ? undefined : value;
}

/** Joins texts; the engine writes a blank as 0 and a day as a number, and knows no decimal comma. */
export function concatenate(operands: readonly Operand[], context: FormulaContext): Operand {
  const joined = (one: Value, other: Value): Value => {
    const left = toText(one, context.customs.hasDecimalComma);
    const right = toText(other, context.customs.hasDecimalComma);
    return isErrorValue(left) ? left : isErrorValue(right) ? right : left + right;
  };
  const texts = operands.map((operand) =>
    operand.kind === "reference" ? gridOperand(textsOf(operand.reference, context.read(operand.reference))) : operand,
  );
  return texts.reduce((left, right) => broadcast(left, right, context, joined), valueOperand(""));
}
