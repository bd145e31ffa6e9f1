/**
 * Criteria of COUNTIF, COUNTIFS, SUMIF and SUMIFS as Google Sheets reads them: `"x"`, `">=5"`, `"<>"`, `"a*"`, a value.
 * The engine's own sometimes confuse a number with its text and a blank with 0. They are slow over columns.
 */

import { isErrorValue } from "../model.ts";
import { compareContents, numberInText, type Value } from "./values.ts";

const ERROR = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|ERROR!)$/i;
const CRITERION = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/;

/** Makes the test of a criterion. */
export function criterionTest(criterion: Value): (value: Value) => boolean {
  if (isErrorValue(criterion)) return (value) => isErrorValue(value) && value.error === criterion.error;
  // A criterion taken from a blank cell matches 0 and no blank, as in Google Sheets.
  if (criterion === undefined) return equals(0);
  if (typeof criterion !== "string") return equals(criterion);
  const [, operator = "", operand = ""] = CRITERION.exec(criterion) ?? [];
  if (ERROR.test(operand) && (operator === "" || operator === "=")) {
    return (value) => isErrorValue(value) && value.error === operand.toUpperCase();
  }
  const wanted = contentIn(operand);
  switch (operator) {
    case "":
      // COUNTIF(A:A; "") counts blanks and empty texts.
      return operand === "" ? (value) => value === undefined || value === "" : equals(wanted);
    case "=":
      return operand === "" ? (value) => value === undefined : equals(wanted);
    case "<>": {
      if (operand === "") return (value) => value !== undefined;
      const isEqual = equals(wanted);
      return (value) => !isEqual(value);
    }
    default:
      return ordered(operator, wanted);
  }
}

function contentIn(text: string): string | number | boolean {
  const number = numberInText(text);
  if (number !== undefined) return number;
  return /^(true|false)$/i.test(text) ? /^true$/i.test(text) : text;
}

function equals(wanted: string | number | boolean): (value: Value) => boolean {
  if (typeof wanted === "number") {
    // The text "12" in a cell is equal to 12 here, other than for the operator `=`.
    return (value) => value === wanted || (typeof value === "string" && numberInText(value) === wanted);
  }
  if (typeof wanted === "boolean") return (value) => value === wanted;
  if (/[*?~]/.test(wanted)) {
    const pattern = wildcard(wanted);
    return (value) => typeof value === "string" && pattern.test(value);
  }
  const lower = wanted.toLowerCase();
  return (value) => typeof value === "string" && value.toLowerCase() === lower;
}

function ordered(operator: string, wanted: string | number | boolean): (value: Value) => boolean {
  return (value) => {
    // Only like is compared with like, and a blank with nothing.
    if (value === undefined || isErrorValue(value) || typeof value !== typeof wanted) return false;
    const order = compareContents(value, wanted);
    if (operator === "<") return order < 0;
    if (operator === "<=") return order <= 0;
    return operator === ">" ? order > 0 : order >= 0;
  };
}

/** `*` is any text, `?` any character, `~` takes the next one literally. */
function wildcard(text: string): RegExp {
  const source = text.replace(/~([*?~])|([*?])|[.+^${}()|[\]\\/]/g, (whole, literal?: string, any?: string) => {
    if (literal) return `\\${literal}`;
    if (any) return any === "*" ? "[\\s\\S]*" : "[\\s\\S]";
    return `\\${whole}`;
  });
  return new RegExp(`^${source}$`, "iu");
}
