/**
 * Cuts a formula, as Google Sheets writes it with `;` between arguments, into tokens.
 * Knows nothing of what functions exist or what the tokens mean together.
 */

import { type Reference, readReference } from "./references.ts";

export type Token =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "boolean"; readonly boolean: boolean }
  | { readonly kind: "error"; readonly error: string }
  | { readonly kind: "reference"; readonly reference: Reference }
  | { readonly kind: "function"; readonly name: string }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "mark"; readonly mark: string };

const SPACE = /[\s\u00a0]+/uy;
const TEXT = /"((?:[^"]|"")*)"/uy;
const ERROR = /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|ERROR!)/iuy;
const QUOTED_SHEET = /'((?:[^']|'')+)'!/uy;
const PLAIN_SHEET = /([\p{L}\p{N}_][\p{L}\p{M}\p{N}_.]*)!/uy;
const FUNCTION = /([\p{L}_][\p{L}\p{M}\p{N}_.]*)(?=[\s\u00a0]*\()/uy;
const CELLS =
  /\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{0,3}\$?\d{0,7})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?:\$?\d{1,7})?|\$?\d{1,7}:\$?\d{1,7}/uy;
// Whole numbers only: a decimal mark is the locale's, so the workbook's formulas have none, nor `,` between arguments.
const NUMBER = /\d+(?![\d.,])/uy;
const NAME = /[\p{L}_][\p{L}\p{M}\p{N}_.]*/uy;
const MARK = /<>|<=|>=|[-+*/^&%=<>();]/uy;
const NAME_GOES_ON = /[\p{L}\p{M}\p{N}_.]/u;

/** Cuts a formula (with or without its `=`) into tokens; undefined if something in it is not understood. */
export function readTokens(formula: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let at = formula.startsWith("=") ? 1 : 0;

  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(formula);
    if (!found) return undefined;
    at = pattern.lastIndex;
    return found;
  };
  const takeReference = (sheet?: string): Reference | undefined => {
    const start = at;
    const found = take(CELLS);
    // `A1B` and `DATE2020x` are names, not a cell with something behind it.
    const whole = found && !NAME_GOES_ON.test(formula[at] ?? "");
    const reference = whole ? readReference(found[0], sheet) : undefined;
    if (!reference) at = start;
    return reference;
  };

  while (at < formula.length) {
    if (take(SPACE)) continue;
    const text = take(TEXT);
    if (text) {
      tokens.push({ kind: "text", text: (text[1] ?? "").replace(/""/g, '"') });
      continue;
    }
    const error = take(ERROR);
    if (error) {
      tokens.push({ kind: "error", error: error[0].toUpperCase() });
      continue;
    }
    const sheet = take(QUOTED_SHEET) ?? take(PLAIN_SHEET);
    if (sheet) {
      if (take(ERROR)) {
        tokens.push({ kind: "error", error: "#REF!" });
        continue;
      }
      const reference = takeReference((sheet[1] ?? "").replace(/''/g, "'"));
      if (!reference) return undefined;
      tokens.push({ kind: "reference", reference });
      continue;
    }
    const called = take(FUNCTION);
    if (called) {
      tokens.push({ kind: "function", name: (called[1] ?? "").toUpperCase() });
      continue;
    }
    const reference = takeReference();
    if (reference) {
      tokens.push({ kind: "reference", reference });
      continue;
    }
    const number = take(NUMBER);
    if (number) {
      tokens.push({ kind: "number", number: Number(number[0]) });
      continue;
    }
    const name = take(NAME);
    if (name) {
      const upper = name[0].toUpperCase();
      if (upper === "TRUE" || upper === "FALSE") tokens.push({ kind: "boolean", boolean: upper === "TRUE" });
      else tokens.push({ kind: "name", name: upper });
      continue;
    }
    const mark = take(MARK);
    if (!mark) return undefined;
    tokens.push({ kind: "mark", mark: mark[0] });
  }
  return tokens;
}
