/**
 * A formula as text in pieces, of either dialect: moved, pointed at renamed sheets, compared with another.
 * Computes nothing.
 */
import { columnName, columnNumber, MOST_COLUMNS, MOST_ROWS, quotedSheet, sheetOfPrefix } from "./a1.ts";

/** A piece of a formula. */
export type Piece = {
  readonly kind: "string" | "error" | "sheet" | "function" | "range" | "cell" | "number" | "name" | "space" | "other";
  readonly text: string;
};

const PART = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}|\$?[A-Za-z]{1,3}|\$?[1-9]\d{0,6}`;
const END = String.raw`(?![\p{L}\p{M}\p{N}_.(])`;
const TOKEN = new RegExp(
  [
    `(?<string>"(?:[^"]|"")*")`,
    `(?<error>#(?:[A-Za-z]+[!?]|[Dd][Ii][Vv]/0!|[Nn]/[Aa]))`,
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

const KINDS = ["string", "error", "sheet", "function", "range", "cell", "number", "name", "space", "other"] as const;

/** Cuts a formula of either dialect into its pieces; put together, they are the formula again. */
export function piecesOf(formula: string): Piece[] {
  const pieces: Piece[] = [];
  for (const match of formula.matchAll(TOKEN)) {
    const kind = KINDS.find((one) => match.groups?.[one] !== undefined) ?? "other";
    pieces.push({ kind, text: match[0] });
  }
  return pieces;
}

/** Moves a formula's relative references, as copying it so many rows down and columns to the right does. */
export function shifted(formula: string, down: number, right: number): string {
  if (down === 0 && right === 0) return formula;
  return piecesOf(formula)
    .map(({ kind, text }) => {
      if (kind === "cell") return shiftedPart(text, down, right) ?? "#REF!";
      if (kind !== "range") return text;
      const parts = text.split(":").map((part) => shiftedPart(part, down, right));
      return parts.includes(undefined) ? "#REF!" : parts.join(":");
    })
    .join("");
}

/** Moves `B5`, `$B`, `5`. Undefined if the result lies outside the grid. */
export function shiftedPart(part: string, down: number, right: number): string | undefined {
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

/** Renames the sheets that a formula names. The old names are in small letters. */
export function withSheetsRenamed(formula: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0 || !formula.includes("!")) return formula;
  return piecesOf(formula)
    .map(({ kind, text }) => {
      const name = kind === "sheet" ? names.get(sheetOfPrefix(text).toLowerCase()) : undefined;
      return name === undefined ? text : `${quotedSheet(name)}!`;
    })
    .join("");
}

/** Tells whether two formulas of one dialect differ only in their spelling. */
export function sameFormula(one: string, other: string): boolean {
  return one === other || spelling(one) === spelling(other);
}

function spelling(written: string): string {
  const parts = piecesOf(written).map(({ kind, text }) => {
    if (kind === "string") return text;
    if (kind === "space") return "";
    return kind === "sheet" ? `${sheetOfPrefix(text).toLowerCase()}!` : text.toUpperCase();
  });
  return parts.join("").replace(/\b(TRUE|FALSE)\(\)/g, "$1");
}
