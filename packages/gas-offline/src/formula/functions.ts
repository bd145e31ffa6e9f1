/**
 * The functions that are computed over plain grids instead of by the engine, by name, and those that are refused.
 */

import { isErrorValue } from "../model.ts";
import {
  arrayColumns,
  arrayRows,
  choosecols,
  columnsFunction,
  filter,
  hstack,
  index,
  indirect,
  offset,
  rowsFunction,
  vstack,
} from "./arrays.ts";
import {
  type FormulaContext,
  firstValue,
  gridOf,
  gridOperand,
  type NativeFunction,
  type Operand,
  valueOperand,
} from "./operands.ts";
import { concatenate } from "./operators.ts";
import { sequence, sort, transposed, unique } from "./sorting.ts";
import { countunique, datevalue, day, isdate, join, month, proper, rounding, split, value, year } from "./texts.ts";
import { countifs, counting, sum, sumifs } from "./totals.ts";
import { errorValue, toCondition } from "./values.ts";

/** HYPERLINK gives its label: the link itself is not kept. */
function hyperlink([url, label]: readonly Operand[], place: FormulaContext): Operand {
  return valueOperand(firstValue(label ?? url, place) ?? "");
}

/** IFERROR over an array. For a single value the evaluation skips an unused second argument. */
function iferror([tested, otherwise]: readonly Operand[], place: FormulaContext): Operand {
  const replacement = firstValue(otherwise, place);
  return gridOperand(
    gridOf(tested, place).map((row) => row.map((value) => (isErrorValue(value) ? replacement : value))),
  );
}

/** AND and OR ignore texts and blanks in a range, but a text argument is an error. The engine ignores that too. */
function junction(isDecided: boolean): NativeFunction {
  return (operands, place) => {
    let counted = 0;
    let decided = false;
    for (const operand of operands) {
      for (const value of gridOf(operand, place).flat()) {
        const isPassedOver = value === undefined ? operand.kind !== "omitted" : typeof value === "string";
        if (isPassedOver && operand.kind !== "value") continue;
        const condition = toCondition(value);
        if (isErrorValue(condition)) return valueOperand(condition);
        counted += 1;
        decided ||= condition === isDecided;
      }
    }
    if (counted === 0) return valueOperand(errorValue("#VALUE!", "AND or OR has no valid input data."));
    return valueOperand(decided === isDecided);
  };
}

function isblank([tested]: readonly Operand[], place: FormulaContext): Operand {
  return gridOperand(gridOf(tested, place).map((row) => row.map((value) => value === undefined)));
}

/**
 * Functions of Univer that are wrong outside its own workbook, because they make references to its cells. Others take
 * other arguments than Google's (SORT). An error is better than a wrong number.
 */
export const REFUSED_FUNCTIONS: ReadonlySet<string> = new Set(
  (
    "AGGREGATE AREAS BYCOL BYROW CELL DOLLAR FORMULATEXT IMAGE ISFORMULA ISREF LAMBDA LOOKUP MAKEARRAY MAP RANDARRAY " +
    "REDUCE SCAN SHEET SHEETS SORTBY SUBTOTAL"
  ).split(" "),
);

function unknown([name]: readonly Operand[], place: FormulaContext): Operand {
  const called = String(firstValue(name, place));
  return valueOperand(
    errorValue(
      "#NAME?",
      REFUSED_FUNCTIONS.has(called)
        ? `Function not implemented in the offline host: '${called}'.`
        : `Unknown function: '${called}'.`,
    ),
  );
}

function custom([name, ...operands]: readonly Operand[], place: FormulaContext): Operand {
  return place.callCustom(String(firstValue(name, place)), operands);
}

/** By the name that a shape has them under. */
export const NATIVE_FUNCTIONS: ReadonlyMap<string, NativeFunction> = new Map<string, NativeFunction>([
  ["VSTACK", vstack],
  ["HSTACK", hstack],
  ["HOSTDOWN", arrayRows],
  ["HOSTACROSS", arrayColumns],
  ["ARRAYFORMULA", ([array], place) => gridOperand(gridOf(array, place))],
  ["SORT", sort],
  ["UNIQUE", unique],
  ["SEQUENCE", sequence],
  ["TRANSPOSE", ([array], place) => gridOperand(transposed(gridOf(array, place)))],
  ["CHOOSECOLS", choosecols],
  ["FILTER", filter],
  ["INDEX", index],
  ["ROWS", rowsFunction],
  ["COLUMNS", columnsFunction],
  ["SUM", sum],
  ["COUNT", counting((value, inRange) => typeof value === "number" || (!inRange && typeof value === "boolean"))],
  ["COUNTA", counting((value, inRange) => value !== undefined || !inRange)],
  ["COUNTBLANK", counting((value) => value === undefined || value === "")],
  ["COUNTIF", countifs],
  ["COUNTIFS", countifs],
  ["SUMIF", ([range, criterion, summed], place) => sumifs([summed ?? range, range, criterion].filter(isGiven), place)],
  ["SUMIFS", sumifs],
  ["HYPERLINK", hyperlink],
  ["INDIRECT", indirect],
  ["OFFSET", offset],
  ["CONCATENATE", concatenate],
  ["YEAR", year],
  ["MONTH", month],
  ["DAY", day],
  ["PROPER", proper],
  ["DATEVALUE", datevalue],
  ["VALUE", value],
  ["ISDATE", isdate],
  ["CEILING", rounding(Math.ceil)],
  ["FLOOR", rounding(Math.floor)],
  ["JOIN", join],
  ["SPLIT", split],
  ["COUNTUNIQUE", countunique],
  ["AND", junction(false)],
  ["OR", junction(true)],
  ["IFERROR", iferror],
  ["ISBLANK", isblank],
  ["HOSTUNKNOWN", unknown],
  ["HOSTCUSTOM", custom],
]);

function isGiven(operand: Operand | undefined): operand is Operand {
  return operand !== undefined;
}
