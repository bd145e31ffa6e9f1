/**
 * Reads a formula, as Google Sheets writes it in a locale, as tokens with a meaning each.
 * Knows nothing of what functions exist or what the tokens mean together.
 */
import { sheetOfPrefix } from "./a1.ts";
import { type Piece, piecesOf } from "./formula-text.ts";
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

const MARKS = "-+*/^&%=<>(){};\\";
const ERRORS = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#ERROR!"];
const PAIRS = ["<>", "<=", ">="];

/**
 * Reads a formula (with or without its `=`) as tokens; undefined if something in it is not understood. `;` parts
 * arguments everywhere. With a decimal comma, `1,5` is a number and `\` parts the columns of `{1\2;3\4}`. With a
 * decimal point, `1.5` is a number, and a comma parts arguments and columns. Columns come out as the mark `\`.
 */
export function readTokens(formula: string, hasDecimalComma: boolean): readonly Token[] | undefined {
  const pieces = piecesOf(formula.startsWith("=") ? formula.slice(1) : formula);
  const tokens: Token[] = [];
  const open: string[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const [piece, next] = [pieces[at], pieces[at + 1]];
    if (piece === undefined || piece.kind === "space") continue;
    let token: Token | undefined;
    const number = numberAt(pieces, at, hasDecimalComma);
    if (number) {
      token = { kind: "number", number: number.value };
      at += number.pieces - 1;
    } else if (piece.kind === "sheet") {
      token = onSheet(piece.text, next);
      at += 1;
    } else if (next !== undefined && PAIRS.includes(piece.text + next.text)) {
      token = { kind: "mark", mark: piece.text + next.text };
      at += 1;
    } else if (piece.text === ",") {
      if (!hasDecimalComma) token = { kind: "mark", mark: open[open.length - 1] === "{" ? "\\" : ";" };
    } else if (piece.text === "\\" && !hasDecimalComma) return undefined;
    else token = tokenOf(piece);
    if (!token) return undefined;
    if (piece.text === "(" || piece.text === "{") open.push(piece.text);
    if (piece.text === ")" || piece.text === "}") open.pop();
    tokens.push(token);
  }
  return tokens;
}

/** Reads a number; a decimal comma makes it three pieces. */
function numberAt(
  pieces: readonly Piece[],
  at: number,
  hasDecimalComma: boolean,
): { readonly value: number; readonly pieces: number } | undefined {
  const [whole, comma, decimals] = pieces.slice(at, at + 3);
  if (whole?.kind !== "number") return undefined;
  if (!hasDecimalComma) return { value: Number(whole.text), pieces: 1 };
  if (/^\d+$/.test(whole.text) && comma?.text === "," && decimals?.kind === "number") {
    const value = Number(`${whole.text}.${decimals.text}`);
    return Number.isFinite(value) ? { value, pieces: 3 } : undefined;
  }
  // A decimal point is not a number's in this locale.
  return whole.text.includes(".") ? undefined : { value: Number(whole.text), pieces: 1 };
}

/** Reads what follows the name of a sheet. */
function onSheet(prefix: string, next: Piece | undefined): Token | undefined {
  if (next?.kind === "error") return { kind: "error", error: "#REF!" };
  return next && referenceOf(next, sheetOfPrefix(prefix));
}

function referenceOf({ kind, text }: Piece, sheet?: string): Token | undefined {
  const reference = kind === "cell" || kind === "range" ? readReference(text, sheet) : undefined;
  return reference && { kind: "reference", reference };
}

function tokenOf(piece: Piece): Token | undefined {
  const { kind, text } = piece;
  const upper = text.toUpperCase();
  switch (kind) {
    case "string":
      return { kind: "text", text: text.slice(1, -1).replace(/""/g, '"') };
    case "error":
      return ERRORS.includes(upper) ? { kind: "error", error: upper } : undefined;
    case "function":
      return { kind: "function", name: upper };
    case "number":
      return undefined;
    case "name":
      if (upper === "TRUE" || upper === "FALSE") return { kind: "boolean", boolean: upper === "TRUE" };
      return { kind: "name", name: upper };
    case "cell":
    case "range":
      return referenceOf(piece);
    default:
      return MARKS.includes(text) ? { kind: "mark", mark: text } : undefined;
  }
}
