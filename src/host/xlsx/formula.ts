/**
 * Formulas between the two dialects: as the workbook writes them (`;` between arguments) and as .xlsx does (`,`).
 * Computes nothing.
 */
import { columnName, columnNumber } from "../a1.ts";
import { MOST_COLUMNS, MOST_ROWS } from "./areas.ts";

/** Functions that old Excel and LibreOffice 7 compute as Google Sheets does. */
const CLASSIC = new Set(
  (
    "ABS ADDRESS AND AVERAGE AVERAGEA AVERAGEIF AVERAGEIFS CEILING CHAR CHOOSE CLEAN CODE COLUMN COLUMNS " +
    "CONCATENATE COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS DATE DATEDIF DATEVALUE DAY DAYS EDATE EOMONTH EVEN EXACT " +
    "FALSE FIND FLOOR HLOOKUP HOUR HYPERLINK IF IFERROR IFNA INDEX INDIRECT INT ISBLANK ISERR ISERROR ISEVEN ISLOGICAL " +
    "ISNA ISNONTEXT ISNUMBER ISODD ISREF ISTEXT LARGE LEFT LEN LOOKUP LOWER MATCH MAX MAXA MEDIAN MID MIN MINA " +
    "MINUTE MOD MODE MONTH N NA NETWORKDAYS NOT NOW ODD OFFSET OR PERCENTILE PI POWER PRODUCT PROPER QUARTILE " +
    "QUOTIENT RANK REPLACE REPT RIGHT ROUND ROUNDDOWN ROUNDUP ROW ROWS SEARCH SECOND SIGN SMALL SQRT STDEV " +
    "SUBSTITUTE SUBTOTAL SUM SUMIF SUMIFS SUMPRODUCT T TEXT TIME TIMEVALUE TODAY TRANSPOSE TRIM TRUE TRUNC UPPER " +
    "VALUE VAR VLOOKUP WEEKDAY WEEKNUM WORKDAY YEAR"
  ).split(" "),
);

/** Functions that take nothing between their brackets. */
const WITHOUT_ARGUMENTS = /\b(?:COLUMN|FALSE|NA|NOW|PI|ROW|TODAY|TRUE)\(\s*\)/gi;

/** The longest formula that is written as one; Excel takes 8,192 characters. */
const LONGEST_FORMULA = 8_000;
/** The longest text between quotes in a formula that Excel takes. */
const LONGEST_STRING = 255;

/** A piece of a formula. */
export type Token = {
  readonly kind: "string" | "sheet" | "function" | "range" | "cell" | "number" | "name" | "space" | "other";
  readonly text: string;
};

const PART = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}|\$?[A-Za-z]{1,3}|\$?[1-9]\d{0,6}`;
const END = String.raw`(?![\p{L}\p{M}\p{N}_.(])`;
const TOKEN = new RegExp(
  [
    `(?<string>"(?:[^"]|"")*")`,
    String.raw`(?<sheet>'(?:[^']|'')*'!|[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.]*!)`,
    String.raw`(?<function>[\p{L}_][\p{L}\p{M}\p{N}_.]*(?=\s*\())`,
    `(?<range>(?:${PART}):(?:${PART})${END})`,
    String.raw`(?<cell>\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}${END})`,
    String.raw`(?<number>\d+(?:\.\d+)?(?:[Ee][+-]?\d+)?)`,
    String.raw`(?<name>[\p{L}_][\p{L}\p{M}\p{N}_.]*)`,
    String.raw`(?<space>\s+)`,
    "(?<other>.)",
  ].join("|"),
  "gsu",
);

const KINDS = ["string", "sheet", "function", "range", "cell", "number", "name", "space", "other"] as const;

/** Cuts a formula of either dialect into its pieces; put together, they are the formula again. */
export function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  for (const match of formula.matchAll(TOKEN)) {
    const kind = KINDS.find((one) => match.groups?.[one] !== undefined) ?? "other";
    tokens.push({ kind, text: match[0] });
  }
  return tokens;
}

/**
 * Turns a formula into the one that lives in .xlsx, without its `=`, or into nothing where Excel or LibreOffice
 * could not compute it as Google Sheets does, or where it refers to sheets other than those named in small letters.
 * With `bounded`, `A5:D` becomes `A5:D1048576`; else it is refused.
 */
export function excelFormula(formula: string, sheetNames: ReadonlySet<string>, bounded = false): string | undefined {
  if (!formula.startsWith("=") || lacksArguments(formula)) return undefined;
  let written = "";
  let depth = 0;
  for (const { kind, text } of tokensOf(formula.slice(1))) {
    if (kind === "function" && !CLASSIC.has(text.toUpperCase())) return undefined;
    if (kind === "sheet" && !sheetNames.has(sheetOfPrefix(text).toLowerCase())) return undefined;
    if ((kind === "cell" || kind === "range") && text.split(":").some((part) => !shiftedPart(part, 0, 0))) {
      return undefined;
    }
    if (text === "(" && kind === "other") depth += 1;
    if (text === ")" && kind === "other") depth -= 1;
    if (depth < 0) return undefined;
    if (kind === "string" && text.length - 2 > LONGEST_STRING) return undefined;
    if (kind === "name" && !/^(true|false)$/i.test(text)) return undefined;
    if (kind === "other" && !";+-*/^&=<>()%:".includes(text)) return undefined;
    if (kind === "range" && isOpen(text)) {
      if (!bounded) return undefined;
      written += closed(text);
    } else {
      written += text === ";" && kind === "other" ? "," : text;
    }
  }
  return depth === 0 && written.length > 0 && written.length <= LONGEST_FORMULA ? written : undefined;
}

/** Tells whether a formula calls a function with nothing that needs something: Excel would call that damage. */
function lacksArguments(formula: string): boolean {
  return /\(\s*\)/.test(formula.replace(/"[^"]*"/g, "0").replace(WITHOUT_ARGUMENTS, "0"));
}

/** Turns a formula of an .xlsx file into the workbook's dialect, with its `=`. */
export function formulaFromExcel(written: string): string {
  let braces = 0;
  let formula = "=";
  for (const { kind, text } of tokensOf(written)) {
    if (kind === "function") formula += text.replace(/^_xlfn\./i, "").replace(/^_xlws\./i, "");
    else if (kind === "other") {
      if (text === "{") braces += 1;
      if (text === "}") braces -= 1;
      formula += text !== "," ? text : braces > 0 ? "\\" : ";";
    } else formula += text;
  }
  return formula;
}

/** Tells whether two formulas of one dialect are the same but for the way in which a program spells them. */
export function sameFormula(one: string, other: string): boolean {
  return one === other || spelling(one) === spelling(other);
}

function spelling(written: string): string {
  const parts = tokensOf(written).map(({ kind, text }) => {
    if (kind === "string") return text;
    if (kind === "space") return "";
    return kind === "sheet" ? `${sheetOfPrefix(text).toLowerCase()}!` : text.toUpperCase();
  });
  return parts.join("").replace(/\b(TRUE|FALSE)\(\)/g, "$1");
}

/** Moves a formula's relative references, as copying it so many rows down and columns to the right does. */
export function shifted(formula: string, down: number, right: number): string {
  if (down === 0 && right === 0) return formula;
  return tokensOf(formula)
    .map(({ kind, text }) => {
      if (kind === "cell") return shiftedPart(text, down, right) ?? "#REF!";
      if (kind !== "range") return text;
      const parts = text.split(":").map((part) => shiftedPart(part, down, right));
      return parts.includes(undefined) ? "#REF!" : parts.join(":");
    })
    .join("");
}

function shiftedPart(part: string, down: number, right: number): string | undefined {
  const match = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(part);
  if (!match) return part;
  const [, first = "", letters = "", second = "", digits = ""] = match;
  // In `$5` the only mark stands before the row.
  const columnFixed = letters !== "" && first === "$";
  const rowFixed = letters === "" ? first === "$" : second === "$";
  let moved = "";
  if (letters !== "") {
    const column = columnNumber(letters) + (columnFixed ? 0 : right);
    if (column < 1 || column > MOST_COLUMNS) return undefined;
    moved += (columnFixed ? "$" : "") + (columnFixed || right === 0 ? letters : columnName(column));
  }
  if (digits !== "") {
    const row = Number(digits) + (rowFixed ? 0 : down);
    if (row < 1 || row > MOST_ROWS) return undefined;
    moved += (rowFixed ? "$" : "") + row;
  }
  return moved;
}

/** Lets a formula follow sheets that were given other names; the old names are in small letters. */
export function withSheetsRenamed(formula: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0 || !formula.includes("!")) return formula;
  return tokensOf(formula)
    .map(({ kind, text }) => {
      const name = kind === "sheet" ? names.get(sheetOfPrefix(text).toLowerCase()) : undefined;
      return name === undefined ? text : `${quotedSheet(name)}!`;
    })
    .join("");
}

/** Quotes a sheet's name as a reference needs it. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** Returns the name of the sheet that a reference begins with, as `Tờ!` or `'Tờ một'!`. */
export function sheetOfPrefix(prefix: string): string {
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

function isOpen(range: string): boolean {
  const [from = "", to = ""] = range.split(":");
  return /\d/.test(from) !== /\d/.test(to) || /[A-Za-z]/.test(from) !== /[A-Za-z]/.test(to);
}

function closed(range: string): string {
  const [from = "", to = ""] = range.split(":");
  if (/[A-Za-z]/.test(from) && /\d/.test(from)) {
    if (!/\d/.test(to)) return `${from}:${to}$${MOST_ROWS}`;
    return `${from}:$${columnName(MOST_COLUMNS)}${to}`;
  }
  return /\d/.test(from) ? `$A${from}:${to}` : `${from}$1:${to}`;
}
