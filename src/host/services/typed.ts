/** Values as they pass between a script and a cell: what Sheets makes of a value that is set, and what it hands out. */
import { isDateFormat } from "../formula/customCall.ts";
import { numberInText } from "../formula/values.ts";
import { type CellModel, isErrorValue } from "../model.ts";
import type { Realm } from "./context.ts";

const DAY = 86_400_000;
/** Midnight of 30/12/1899 in Vietnam (UTC+7), from which days are counted. */
const EPOCH = Date.UTC(1899, 11, 30) - 7 * 3_600_000;

/** Makes the sandbox's Date for a serial number, at that time in Vietnam. */
export function dateOfSerial(serial: number, realm: Realm): Date {
  return realm.makeDate(EPOCH + Math.round(serial * DAY));
}

/** Tells a Date of any realm. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}

/** Returns what `getValue` gives for a cell: blank is `""`, an error its code, a date a Date. */
export function valueOut(cell: CellModel | undefined, realm: Realm): unknown {
  const value = cell?.value;
  if (value === undefined) return "";
  if (isErrorValue(value)) return value.error;
  if (typeof value === "number" && isDateFormat(cell?.format?.numberFormat ?? "")) return dateOfSerial(value, realm);
  return value;
}

/** What setting a value does to a cell. */
export type Incoming =
  | { readonly kind: "blank" }
  | { readonly kind: "formula"; readonly formula: string }
  | { readonly kind: "value"; readonly value: string | number | boolean; readonly dated?: true };

/**
 * Reads a value as Sheets does when a script sets it: text is parsed as if typed, unless an apostrophe leads or the cell
 * is plain text; other text that looks like a number, a day or a formula becomes one.
 */
export function valueIn(value: unknown, numberFormat: string | undefined): Incoming {
  if (value === "" || value === null || value === undefined) return { kind: "blank" };
  if (isDate(value)) return { kind: "value", value: (Number(value) - EPOCH) / DAY, dated: true };
  if (typeof value === "number" || typeof value === "boolean") return { kind: "value", value };
  const text = String(value);
  if (text.startsWith("'")) return text === "'" ? { kind: "blank" } : { kind: "value", value: text.slice(1) };
  // A script's text with a leading = becomes a formula even in a plain-text cell; nothing may rely on the format there.
  if (/^[=]./.test(text)) return { kind: "formula", formula: text };
  if (numberFormat === "@") return { kind: "value", value: text };
  if (/^[+]./.test(text) && numberInText(text) === undefined) return { kind: "formula", formula: `=${text.slice(1)}` };
  return parseTyped(text);
}

function parseTyped(text: string): Incoming {
  if (/^(true|false)$/i.test(text)) return { kind: "value", value: text.toLowerCase() === "true" };
  const day = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?$/.exec(text);
  if (day) {
    const year = day[3] === undefined ? new Date().getFullYear() : Number(day[3]);
    const milliseconds = Date.UTC(year, Number(day[2]) - 1, Number(day[1]));
    return { kind: "value", value: (milliseconds - Date.UTC(1899, 11, 30)) / DAY, dated: true };
  }
  const number = parseVietnamese(text);
  return { kind: "value", value: number ?? text };
}

/** vi_VN: a comma for decimals, dots between thousands. */
function parseVietnamese(text: string): number | undefined {
  if (!/^-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/.test(text.trim())) return undefined;
  return Number(text.trim().replace(/\./g, "").replace(",", "."));
}
