/**
 * Functions over texts, days and roundings that the engine computes otherwise than Google: in American customs, with
 * Excel's first days of 1900, or without Vietnamese letters.
 */
import { cellAt, isErrorValue } from "../model.ts";
import { isDateFormat } from "../number-format.ts";
import { parseDay, parseNumber } from "../typed-text.ts";
import {
  type FormulaContext,
  firstValue,
  gridOf,
  gridOperand,
  type NativeFunction,
  type Operand,
  valueOperand,
} from "./operands.ts";
import { errorValue, toNumber, toText, type Value } from "./values.ts";

/** Makes a function of one number, applied to each of an array. */
function ofNumber(compute: (number: number) => Value): NativeFunction {
  return ([given], context) =>
    gridOperand(
      gridOf(given, context).map((row) =>
        row.map((value) => {
          const number = toNumber(value);
          return isErrorValue(number) ? number : compute(number);
        }),
      ),
    );
}

function dayOf(serial: number): Date {
  return new Date((Math.floor(serial) - 25_569) * 86_400_000);
}

/** YEAR, MONTH and DAY: the days begin with 30/12/1899, which is what a blank cell is. */
export const year = ofNumber((serial) => dayOf(serial).getUTCFullYear());
export const month = ofNumber((serial) => dayOf(serial).getUTCMonth() + 1);
export const day = ofNumber((serial) => dayOf(serial).getUTCDate());

/** Makes a function of one text, applied to each of an array. */
function ofText(compute: (text: string, context: FormulaContext) => Value): NativeFunction {
  return ([given], context) =>
    gridOperand(
      gridOf(given, context).map((row) =>
        row.map((value) => {
          const text = toText(value, context.customs.hasDecimalComma);
          return typeof text === "string" ? compute(text, context) : text;
        }),
      ),
    );
}

/** Writes the first letter of each word large and the others small, in any language. */
export const proper = ofText((text) =>
  text.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase()),
);

/** Reads a text as a day, as if it were typed. */
export const datevalue = ofText((text, { customs }) => {
  const serial = parseDay(text.trim(), customs);
  return serial ?? errorValue("#VALUE!", `DATEVALUE parameter '${text}' cannot be parsed to date/time.`);
});

/** Reads a text as a number or a day, as if it were typed. */
export const value: NativeFunction = (operands, context) => {
  const [first] = operands;
  if (typeof firstValue(first, context) === "boolean") return valueOperand(errorValue("#VALUE!"));
  return ofText((text, { customs }) => {
    if (text.trim() === "") return 0;
    const number = parseNumber(text.trim(), customs)?.value ?? parseDay(text.trim(), customs);
    return number ?? errorValue("#VALUE!", `VALUE parameter '${text}' cannot be parsed to number.`);
  })(operands, context);
};

/** Tells whether a value is a day: by its cell's format, or as a text of one. */
export function isdate([given]: readonly Operand[], context: FormulaContext): Operand {
  const content = firstValue(given, context);
  if (typeof content === "string") return valueOperand(parseDay(content.trim(), context.customs) !== undefined);
  if (typeof content !== "number" || given?.kind !== "reference") return valueOperand(false);
  const { sheet, block } = given.reference;
  const format = cellAt(sheet, block.top, block.left)?.format?.numberFormat;
  return valueOperand(format !== undefined && isDateFormat(format));
}

/** Makes CEILING or FLOOR; the factor is 1 if it is left out. */
export function rounding(round: (number: number) => number): NativeFunction {
  return ([given, factor], context) => {
    const number = toNumber(firstValue(given, context));
    const step = factor === undefined || factor.kind === "omitted" ? 1 : toNumber(firstValue(factor, context));
    if (isErrorValue(number)) return valueOperand(number);
    if (isErrorValue(step)) return valueOperand(step);
    if (step === 0) return valueOperand(0);
    if (number > 0 && step < 0) return valueOperand(errorValue("#NUM!", "The factor must have the number's sign."));
    return valueOperand(Number((round(Number((number / step).toPrecision(15))) * step).toPrecision(15)));
  };
}

/** Joins values with a text between them; blanks are joined, too. */
export function join([delimiter, ...operands]: readonly Operand[], context: FormulaContext): Operand {
  const comma = context.customs.hasDecimalComma;
  const between = toText(firstValue(delimiter, context), comma);
  if (isErrorValue(between)) return valueOperand(between);
  const texts: string[] = [];
  for (const item of operands.flatMap((operand) => gridOf(operand, context).flat())) {
    const text = toText(item, comma);
    if (isErrorValue(text)) return valueOperand(text);
    texts.push(text);
  }
  return valueOperand(texts.join(between));
}

/** Cuts a text at each character of a delimiter, or at the whole of it. Parts that are numbers become numbers. */
export function split([given, delimiter, byEach, removesEmpty]: readonly Operand[], context: FormulaContext): Operand {
  const comma = context.customs.hasDecimalComma;
  const text = toText(firstValue(given, context), comma);
  const marks = toText(firstValue(delimiter, context), comma);
  if (isErrorValue(text)) return valueOperand(text);
  if (isErrorValue(marks)) return valueOperand(marks);
  if (text === "" || marks === "") return valueOperand(errorValue("#VALUE!", "SPLIT needs a text and a delimiter."));
  const isOn = (operand: Operand | undefined): boolean =>
    operand === undefined || operand.kind === "omitted" || Boolean(firstValue(operand, context));
  const whole = marks.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = isOn(byEach) ? `[${marks.replace(/[\]\\^-]/g, "\\$&")}]` : whole;
  const parts = text.split(new RegExp(pattern, "u")).filter((part) => part !== "" || !isOn(removesEmpty));
  return gridOperand([parts.map((part) => parseNumber(part.trim(), context.customs)?.value ?? part)]);
}

/** Counts the different values; blanks do not count. */
export function countunique(operands: readonly Operand[], context: FormulaContext): Operand {
  const values = operands.flatMap((operand) => gridOf(operand, context).flat());
  return valueOperand(
    new Set(values.filter((item) => item !== undefined && item !== "").map((item) => JSON.stringify(item))).size,
  );
}
