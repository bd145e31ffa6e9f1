/**
 * Formulas between the two dialects: as the workbook writes them (`;` between arguments) and as .xlsx does (`,`).
 * Computes nothing.
 */
import { columnName, MOST_COLUMNS, MOST_ROWS, piecesOf, sheetOfPrefix, shiftedPart } from "a1";

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

/**
 * Turns a formula into .xlsx's dialect, without its `=`. Undefined if Excel or LibreOffice would compute it differently
 * from Google Sheets, or if it refers to sheets outside `sheetNames`, which are in small letters. With `bounded`,
 * `A5:D` becomes `A5:D1048576`; otherwise such a reference is refused.
 */
export function excelFormula(formula: string, sheetNames: ReadonlySet<string>, bounded = false): string | undefined {
  if (!formula.startsWith("=") || lacksArguments(formula)) return undefined;
  let written = "";
  let depth = 0;
  for (const { kind, text } of piecesOf(formula.slice(1))) {
    if (kind === "error") return undefined;
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
  for (const { kind, text } of piecesOf(written)) {
    if (kind === "function") formula += text.replace(/^_xlfn\./i, "").replace(/^_xlws\./i, "");
    else if (kind === "other") {
      if (text === "{") braces += 1;
      if (text === "}") braces -= 1;
      formula += text !== "," ? text : braces > 0 ? "\\" : ";";
    } else formula += text;
  }
  return formula;
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
