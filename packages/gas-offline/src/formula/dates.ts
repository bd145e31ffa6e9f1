/**
 * Which results Google Sheets shows as days, and how a day is written in a text. A day is a number; that it is one shows
 * by the function that made it, or by the format of the cell that it comes from.
 */
import type * as UniverFormula from "@univerjs/engine-formula";
import { cellAt } from "../model.ts";
import { isDateFormat } from "../number-format.ts";
import { type CellsReference, type FormulaContext, firstValue } from "./operands.ts";
import { FUNCTION_NODE, OPERATOR_NODE } from "./univer.ts";
import type { UniverObjects } from "./univer-objects.ts";
import type { Value } from "./values.ts";

type Node = UniverFormula.BaseAstNode;

const MADE = new Set(["DATE", "TODAY", "EDATE", "EOMONTH", "DATEVALUE", "WORKDAY", "TO_DATE"]);

/** Functions that hand on what they are given: by the numbers of the arguments that may be the result. */
const HANDED_ON: ReadonlyMap<string, readonly number[]> = new Map<string, readonly number[]>([
  ["IF", [1, 2]],
  ["IFERROR", [0]],
  ["IFNA", [0]],
  ["XLOOKUP", [2]],
  ...["MAX", "MIN", "SUM", "AVERAGE", "MEDIAN", "LARGE", "SMALL", "MAXIFS", "MINIFS"].map(
    (name) => [name, [0]] as const,
  ),
]);

/** Returns the number format that a computed node's number has as a day. Undefined if it is not a day. */
export function dateFormatOf(
  node: Node,
  { toOperand }: Pick<UniverObjects, "toOperand">,
  context: FormulaContext,
): string | undefined {
  const formatOf = (one: Node | undefined): string | undefined => one && dateFormatOf(one, { toOperand }, context);
  const children = node.getChildren();
  const name = node.getToken();
  if (node.nodeType === OPERATOR_NODE) {
    const [left, right] = children.map(formatOf);
    if (name === "+") return left ?? right;
    // The days between two days are a number.
    return name === "-" && right === undefined ? left : undefined;
  }
  if (node.nodeType === FUNCTION_NODE) {
    if (MADE.has(name)) return context.customs.dayFormat;
    if (name === "NOW") return `${context.customs.dayFormat} hh:mm:ss`;
    const handed = HANDED_ON.get(name);
    if (name === "VLOOKUP") return formatInTable(children, { toOperand }, context);
    if (handed) return handed.map((at) => formatOf(children[at])).find((format) => format !== undefined);
  } else if (children.length === 1) return formatOf(children[0]);
  const value = node.getValue();
  const operand = value ? toOperand(value) : undefined;
  return operand?.kind === "reference" ? formatInCells(operand.reference) : undefined;
}

/** Returns the date format in the column that a VLOOKUP takes its result from. */
function formatInTable(
  [, table, column]: readonly Node[],
  { toOperand }: Pick<UniverObjects, "toOperand">,
  context: FormulaContext,
): string | undefined {
  const cells = table && toOperand(table.getValue());
  const number = column && firstValue(toOperand(column.getValue()), context);
  if (cells?.kind !== "reference" || typeof number !== "number") return undefined;
  const { sheet, block } = cells.reference;
  const at = block.left + Math.trunc(number) - 1;
  return formatInCells({ sheet, block: { ...block, left: at, right: at } });
}

/** Returns the date format of the first cell that holds a number. */
function formatInCells({ sheet, block }: CellsReference): string | undefined {
  for (let row = block.top; row <= Math.min(block.bottom, sheet.cells.length - 1); row += 1) {
    for (let column = block.left; column <= block.right; column += 1) {
      const cell = cellAt(sheet, row, column);
      if (typeof cell?.value !== "number") continue;
      const format = cell.format?.numberFormat;
      return format !== undefined && isDateFormat(format) ? format : undefined;
    }
  }
  return undefined;
}

/** Reads the values of cells; a day is the text that its cell shows. */
export function textsOf({ sheet, block }: CellsReference, rows: readonly (readonly Value[])[]): Value[][] {
  return rows.map((line, down) =>
    line.map((value, right) => {
      const format = cellAt(sheet, block.top + down, block.left + right)?.format?.numberFormat;
      return typeof value === "number" && format !== undefined && isDateFormat(format) ? dayText(value, format) : value;
    }),
  );
}

/** Writes a day or a time by its number format, such as `dd/mm/yyyy` or `d/M/yy hh:mm`. */
export function dayText(serial: number, format: string): string {
  const at = new Date(Math.round((serial - 25_569) * 86_400) * 1000);
  const padded = (value: number, pattern: string): string => String(value).padStart(Math.min(2, pattern.length), "0");
  let isTime = false;
  return format.replace(/"([^"]*)"|\\(.)|d+|m+|y+|h+|s+/gi, (part, quoted?: string, escaped?: string) => {
    if (quoted !== undefined || escaped !== undefined) return quoted ?? escaped ?? "";
    const letter = part.charAt(0).toLowerCase();
    // `m` is a month, but minutes after hours.
    if (letter === "h") isTime = true;
    switch (letter) {
      case "d":
        return padded(at.getUTCDate(), part);
      case "m":
        return padded(isTime ? at.getUTCMinutes() : at.getUTCMonth() + 1, part);
      case "y":
        return part.length > 2 ? String(at.getUTCFullYear()) : padded(at.getUTCFullYear() % 100, "yy");
      case "h":
        return padded(at.getUTCHours(), part);
      default:
        return padded(at.getUTCSeconds(), part);
    }
  });
}
