/**
 * Which results Google Sheets shows as days, and how a day is written in a text. A day is a number; that it is one shows
 * by the function that made it, or by the format of the cell that it comes from.
 */
import type * as UniverFormula from "@univerjs/engine-formula";
import { cellAt } from "../model.ts";
import { isDateFormat } from "../number-format.ts";
import type { CellsReference, FormulaContext } from "./operands.ts";
import { FUNCTION_NODE, OPERATOR_NODE } from "./univer.ts";
import type { UniverObjects } from "./univer-objects.ts";
import type { Value } from "./values.ts";

type Node = UniverFormula.BaseAstNode;

const MADE = new Set(["DATE", "TODAY", "EDATE", "EOMONTH", "DATEVALUE", "WORKDAY", "TO_DATE"]);

/** Functions that hand on what they are given: by the numbers of the arguments that may be the result. */
const HANDED_ON: ReadonlyMap<string, readonly number[]> = new Map([
  ["IF", [1, 2]],
  ["IFERROR", [0]],
  ["MAX", [0]],
  ["MIN", [0]],
  ["SUM", [0]],
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
    if (MADE.has(name)) return context.dayFormat;
    if (name === "NOW") return `${context.dayFormat} hh:mm:ss`;
    const handed = HANDED_ON.get(name);
    if (handed) return handed.map((at) => formatOf(children[at])).find((format) => format !== undefined);
  }
  const value = node.getValue();
  const operand = value ? toOperand(value) : undefined;
  return operand?.kind === "reference" ? formatInCells(operand.reference) : undefined;
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
