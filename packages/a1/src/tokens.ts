/**
 * Reads a formula, as Google Sheets writes it with `;` between arguments, as tokens with a meaning each.
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

const MARKS = "-+*/^&%=<>();";
const ERRORS = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#ERROR!"];
const PAIRS = ["<>", "<=", ">="];

/** Reads a formula (with or without its `=`) as tokens; undefined if something in it is not understood. */
export function readTokens(formula: string): readonly Token[] | undefined {
  const pieces = piecesOf(formula.startsWith("=") ? formula.slice(1) : formula);
  const tokens: Token[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const [piece, next] = [pieces[at], pieces[at + 1]];
    if (piece === undefined || piece.kind === "space") continue;
    let token: Token | undefined;
    if (piece.kind === "sheet") {
      token = onSheet(piece.text, next);
      at += 1;
    } else if (next !== undefined && PAIRS.includes(piece.text + next.text)) {
      token = { kind: "mark", mark: piece.text + next.text };
      at += 1;
    } else token = tokenOf(piece);
    if (!token) return undefined;
    tokens.push(token);
  }
  return tokens;
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
      // Whole numbers only: a decimal mark is the locale's, so the workbook's formulas have none.
      return /^\d+$/.test(text) ? { kind: "number", number: Number(text) } : undefined;
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
