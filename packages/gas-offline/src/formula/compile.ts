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
  /** The functions in it that change by themselves: NOW and the like. */
  readonly volatile: readonly string[];
  /** Functions of Google's that this host cannot compute. */
  readonly unsupported: readonly string[];
  /** What custom functions in it are handed: the numbers of the slots, and the functions that change by themselves. */
  readonly handed: { readonly slots: readonly number[]; readonly volatile: readonly string[] };
};

/** `unsupported`: Google's own, which this host cannot compute. */
export type FunctionKind = "native" | "custom" | "unsupported" | "unknown";

/** The functions by which the shape calls what the engine itself does not have: the name comes as first argument. */
const CUSTOM_CALL = "HOSTCUSTOM";
const UNKNOWN_CALL = "HOSTUNKNOWN";

/** The functions of which the shape makes `{1\2;3\4}`: rows below each other, cells beside each other. */
const DOWN = "HOSTDOWN";
const ACROSS = "HOSTACROSS";

const VOLATILE = new Set(["NOW", "TODAY", "RAND", "RANDARRAY", "RANDBETWEEN"]);

/** Functions that fill cells without being given any. */
const FILLING = new Set(["SEQUENCE", "SPLIT"]);

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
  kindOfFunction: (name: string) => FunctionKind,
  hasDecimalComma: boolean,
): CompiledFormula | undefined {
  const tokens = readTokens(formula, hasDecimalComma);
  if (!tokens || tokens.length === 0) return undefined;
  if (!isWellFormed(tokens)) return compileUnsupported(tokens, kindOfFunction);
  const slots: Slot[] = [];
  const names = new Map<string, string>();
  const volatile: string[] = [];
  const unsupported: string[] = [];
  const handed = { slots: [] as number[], volatile: [] as string[] };
  /** The brackets that are open, and whether a custom function's are among them. */
  const open: { readonly isBrace: boolean; readonly isHanded: boolean }[] = [];
  const isHanded = (): boolean => open.at(-1)?.isHanded ?? false;
  const write = (slot: Slot): string => {
    const count = slots.push(slot);
    if (isHanded()) handed.slots.push(count - 1);
    return `A${count}`;
  };
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
        if (kind === "unsupported") unsupported.push(token.name);
        if (VOLATILE.has(token.name)) {
          volatile.push(token.name);
          if (isHanded()) handed.volatile.push(token.name);
        }
        mayFill ||= FILLING.has(token.name);
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
          const isCustom = ofFunction && kindOfFunction(before.name) === "custom";
          open.push({ isBrace: false, isHanded: isHanded() || isCustom });
          if (!named) shape += "(";
          if (ofFunction && isMark(after, ";")) shape += write({ kind: "omitted" });
        } else if (token.mark === ")") {
          open.pop();
          shape += ")";
        } else if (token.mark === "{") {
          mayFill = true;
          open.push({ isBrace: true, isHanded: isHanded() });
          shape += `${DOWN}(${ACROSS}(`;
        } else if (token.mark === "}") {
          open.pop();
          shape += "))";
        } else if (token.mark === "\\") {
          shape += ",";
        } else if (token.mark === ";" && open.at(-1)?.isBrace) {
          shape += `),${ACROSS}(`;
        } else if (token.mark === ";") {
          shape += ",";
          if (isMark(after, ";") || isMark(after, ")")) shape += write({ kind: "omitted" });
        } else if (token.mark !== "+" || !isSign(token, before)) {
          shape += token.mark;
        }
        break;
    }
  });
  return { shape, slots, mayFill, volatile, unsupported, handed };
}

/** What is not read may yet be Google's: `LAMBDA(x;x+1)(2)`. Its functions are named, and nothing is computed. */
function compileUnsupported(
  tokens: readonly Token[],
  kindOfFunction: (name: string) => FunctionKind,
): CompiledFormula | undefined {
  const unsupported = tokens.flatMap((token) =>
    token.kind === "function" && kindOfFunction(token.name) === "unsupported" ? [token.name] : [],
  );
  if (unsupported.length === 0) return undefined;
  return { shape: "=0", slots: [], mayFill: true, volatile: [], unsupported, handed: { slots: [], volatile: [] } };
}

function isMark(token: Token | undefined, mark: string): boolean {
  return token?.kind === "mark" && token.mark === mark;
}

/** Whether `token` is a sign rather than an operator between two operands. */
function isSign(token: Token | undefined, before: Token | undefined): boolean {
  if (!isMark(token, "-") && !isMark(token, "+")) return false;
  return before === undefined || (before.kind === "mark" && ![")", "}", "%"].includes(before.mark));
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

type Bracket = "call" | "group" | "array";

/** Checks brackets, separators and that operands and operators take turns. */
function isWellFormed(tokens: readonly Token[]): boolean {
  const brackets: Bracket[] = [];
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
    const mayBeOmitted = brackets.at(-1) === "call" && (isMark(before, "(") || isMark(before, ";"));
    switch (token.mark) {
      case "(":
        if (!expectsOperand) return false;
        brackets.push(before?.kind === "function" ? "call" : "group");
        break;
      case ")": {
        if (expectsOperand && !mayBeOmitted) return false;
        const opened = brackets.pop();
        if (opened === undefined || opened === "array") return false;
        expectsOperand = false;
        break;
      }
      case "{":
        if (!expectsOperand) return false;
        brackets.push("array");
        break;
      case "}":
        if (expectsOperand || brackets.pop() !== "array") return false;
        break;
      case "\\":
        if (expectsOperand || brackets.at(-1) !== "array") return false;
        expectsOperand = true;
        break;
      case ";": {
        const within = brackets.at(-1);
        if (within === undefined || within === "group" || (expectsOperand && !mayBeOmitted)) return false;
        expectsOperand = true;
        break;
      }
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
