/** Values between a script and a cell: how Sheets stores a value that is set, and what it returns. */
import { isDate } from "../formula/custom-call.ts";
import { type Customs, customsOf } from "../locale.ts";
import { type CellModel, isErrorValue } from "../model.ts";
import { isDateFormat, isPercentFormat } from "../number-format.ts";
import { type NumberNotation, parseDay, parseNumber } from "../typed-text.ts";
import type { Realm } from "./context.ts";

const DAY = 86_400_000;
/** Midnight of 30/12/1899 in Vietnam (UTC+7), from which days are counted. */
const EPOCH = Date.UTC(1899, 11, 30) - 7 * 3_600_000;

/** Makes the sandbox's Date for a serial number, at that time in Vietnam. */
export function dateOfSerial(serial: number, realm: Realm): Date {
  return realm.makeDate(EPOCH + Math.round(serial * DAY));
}

/** Returns what `getValue` gives for a cell: blank is `""`, an error its code, a date a Date. */
export function valueForScript(cell: CellModel | undefined, realm: Realm): unknown {
  const value = cell?.value;
  if (value === undefined) return "";
  if (isErrorValue(value)) return value.error;
  if (typeof value === "number" && isDateFormat(cell?.format?.numberFormat ?? "")) return dateOfSerial(value, realm);
  return value;
}

/** What setting a value does to a cell. */
export type ParsedInput =
  | { readonly kind: "blank" }
  | { readonly kind: "formula"; readonly formula: string }
  | { readonly kind: "value"; readonly value: string | number | boolean; readonly written?: NumberNotation };

/**
 * Reads a value as Sheets does when a script sets it. Text is parsed as if typed, unless it begins with an apostrophe
 * or the cell is plain text. So text that looks like a number, a day or a formula becomes one. `keepsTextMark`: a
 * plain-text cell stores the apostrophe too.
 */
export function parseInput(
  value: unknown,
  numberFormat: string | undefined,
  { locale, keepsTextMark }: { readonly locale: string; readonly keepsTextMark: boolean },
): ParsedInput {
  const customs = customsOf(locale);
  if (value === "" || value === null || value === undefined) return { kind: "blank" };
  if (isDate(value)) return { kind: "value", value: (Number(value) - EPOCH) / DAY, written: "day" };
  if (typeof value === "number" || typeof value === "boolean") return { kind: "value", value };
  const text = String(value);
  if (text.startsWith("'") && keepsTextMark && numberFormat === "@") return { kind: "value", value: text };
  if (text.startsWith("'")) return text === "'" ? { kind: "blank" } : { kind: "value", value: text.slice(1) };
  // A script's text that begins with = becomes a formula even in a plain-text cell.
  if (/^=./.test(text)) return { kind: "formula", formula: text };
  if (numberFormat === "@") return { kind: "value", value: text };
  if (/^\+./.test(text) && parseNumber(text, customs) === undefined)
    return { kind: "formula", formula: `=${text.slice(1)}` };
  return parseText(text, isPercentFormat(numberFormat ?? ""), customs);
}

/** Reads text as typed; in a cell of percentages, `5` means 5%. */
function parseText(typed: string, isOfPercentages: boolean, customs: Customs): ParsedInput {
  const text = typed.trim();
  if (/^(true|false)$/i.test(text)) return { kind: "value", value: text.toLowerCase() === "true" };
  const day = parseDay(text, customs);
  if (day !== undefined) return { kind: "value", value: day, written: "day" };
  const number = parseNumber(text, customs);
  if (!number) return { kind: "value", value: typed };
  if (isOfPercentages && number.written === undefined) return { kind: "value", value: number.value / 100 };
  return { kind: "value", ...number };
}
