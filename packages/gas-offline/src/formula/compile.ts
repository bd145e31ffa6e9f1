/**
 * Turns a formula's tokens into the shape that the engine parses, and the slots in it. The engine sees no sheet name,
 * reference or literal: `=IF(A1="";B1;2)` becomes `=IF(A1=A2,A3,A4)` with four slots. Formulas that differ only in
 * their cells share one parsed tree. Evaluates nothing.
 */

import { type Reference, readTokens, type Token } from "a1";
import type { Value } from "./values.ts";

/** What stands at one place of a shape. */
export type Slot =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "reference"; readonly reference: Reference }
  /** An argument left out between two `;`. */
  | { readonly kind: "omitted" };

export type CompiledFormula = {
  /** In the engine's notation; slot n is written as the cell `An`. */
  readonly shape: string;
  readonly slots: readonly Slot[];
  /** Whether the result may be an array; a guess on the safe side, for the order of evaluation alone. */
  readonly mayFill: boolean;
};

/** The functions by which the shape calls what the engine itself does not have: the name comes as first argument. */
const CUSTOM_CALL = "HOSTCUSTOM";
const UNKNOWN_CALL = "HOSTUNKNOWN";

/** Functions whose result is one value, whatever ranges they are given. */
const REDUCING = new Set(
  "SUM COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS SUMIF SUMIFS AND OR NOT LEN MIN MAX AVERAGE ROWS COLUMNS HYPERLINK".split(
    " ",
  ),
);

/**
 * Compiles a formula. Undefined if it cannot be parsed (Google: “Formula parse error”). `kindOfFunction` knows the
 * functions.
 */
export function compileFormula(
  formula: string,
  kindOfFunction: (name: string) => "native" | "custom" | "unknown",
): CompiledFormula | undefined {
  const tokens = readTokens(formula);
  if (!tokens || tokens.length === 0 || !isWellFormed(tokens)) return undefined;
  const slots: Slot[] = [];
  const names = new Map<string, string>();
  const write = (slot: Slot): string => `A${slots.push(slot)}`;
  let shape = "=";
  let mayFill = false;

  tokens.forEach((token, index) => {
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    switch (token.kind) {
      case "text":
        shape += write({ kind: "value", value: token.text });
        break;
      case "number":
        shape += write({ kind: "value", value: token.number });
        break;
      case "boolean":
        shape += write({ kind: "value", value: token.boolean });
        break;
      case "error":
        shape += write({ kind: "value", value: { error: token.error } });
        break;
      case "reference":
        if (!isSingleReference(token.reference)) mayFill ||= !isWithinReducing(tokens);
        shape += write({ kind: "reference", reference: token.reference });
        break;
      case "name": {
        // LET's names regardless of case, in letters the engine takes for a name. A sign before one it would not see.
        const name = names.get(token.name) ?? `v_${names.size + 1}`;
        names.set(token.name, name);
        shape += isSign(before, tokens[index - 2]) ? `(${name})` : name;
        break;
      }
      case "function": {
        const kind = kindOfFunction(token.name);
        if (kind === "native") shape += token.name;
        else {
          mayFill ||= kind === "custom";
          shape += `${kind === "custom" ? CUSTOM_CALL : UNKNOWN_CALL}(${write({ kind: "value", value: token.name })}`;
          const isEmpty = isMark(tokens[index + 2], ")");
          if (!isEmpty) shape += ",";
        }
        break;
      }
      case "mark":
        if (token.mark === "(") {
          const ofFunction = before?.kind === "function";
          const named = ofFunction && kindOfFunction(before.name) !== "native";
          if (!named) shape += "(";
          if (ofFunction && isMark(after, ";")) shape += write({ kind: "omitted" });
        } else if (token.mark === ")") {
          shape += ")";
        } else if (token.mark === ";") {
          shape += ",";
          if (isMark(after, ";") || isMark(after, ")")) shape += write({ kind: "omitted" });
        } else if (token.mark !== "+" || !isSign(token, before)) {
          shape += token.mark;
        }
        break;
    }
  });
  return { shape, slots, mayFill };
}

function isMark(token: Token | undefined, mark: string): boolean {
  return token?.kind === "mark" && token.mark === mark;
}

/** Whether `token` is a sign rather than an operator between two operands. */
function isSign(token: Token | undefined, before: Token | undefined): boolean {
  if (!isMark(token, "-") && !isMark(token, "+")) return false;
  return before === undefined || (before.kind === "mark" && before.mark !== ")" && before.mark !== "%");
}

function isSingleReference({ top, left, bottom, right }: Reference): boolean {
  return top !== undefined && left !== undefined && top.at === bottom?.at && left.at === right?.at;
}

function isWithinReducing(tokens: readonly Token[]): boolean {
  const [first] = tokens;
  return first?.kind === "function" && REDUCING.has(first.name) && closesLast(tokens);
}

/** Whether the bracket that opens after the first token closes with the last: the whole formula is one call. */
function closesLast(tokens: readonly Token[]): boolean {
  let depth = 0;
  return tokens.every((token, index) => {
    if (isMark(token, "(")) depth += 1;
    if (isMark(token, ")")) depth -= 1;
    return depth > 0 || index === 0 || index === tokens.length - 1;
  });
}

/** Checks brackets, separators and that operands and operators take turns. */
function isWellFormed(tokens: readonly Token[]): boolean {
  const brackets: boolean[] = [];
  let expectsOperand = true;
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    if (token.kind === "function") {
      if (!expectsOperand) return false;
      continue;
    }
    if (token.kind !== "mark") {
      if (!expectsOperand) return false;
      expectsOperand = false;
      continue;
    }
    const mayBeOmitted = brackets.at(-1) === true && (isMark(before, "(") || isMark(before, ";"));
    switch (token.mark) {
      case "(":
        if (!expectsOperand) return false;
        brackets.push(before?.kind === "function");
        break;
      case ")":
        if (expectsOperand && !mayBeOmitted) return false;
        if (brackets.pop() === undefined) return false;
        expectsOperand = false;
        break;
      case ";":
        if (brackets.at(-1) !== true || (expectsOperand && !mayBeOmitted)) return false;
        expectsOperand = true;
        break;
      case "%":
        if (expectsOperand) return false;
        break;
      case "+":
      case "-":
        expectsOperand = true;
        break;
      default:
        if (expectsOperand) return false;
        expectsOperand = true;
    }
  }
  return brackets.length === 0 && !expectsOperand;
}
