/** References within formulas: found, changed and written back with their spelling. Computes nothing. */
import { columnName, columnNumber, piecesOf, quotedSheet, sheetOfPrefix } from "a1";
import { type LineChange, lineAfter, type Span, spanAfter } from "./lines.ts";

/** A row or column of a reference; `fixed` has a `$`. */
type Edge = { readonly at: number; readonly fixed: boolean };

/** A corner of a reference; an edge that is not written is open. */
export type Corner = { readonly rows: Edge | undefined; readonly columns: Edge | undefined };

/** A reference as written: one cell, or a range between two corners. */
export type WrittenReference = {
  readonly sheet: string | undefined;
  readonly from: Corner;
  readonly to: Corner | undefined;
};

function readCorner(text: string): Corner {
  const [, first = "", letters = "", second = "", digits = ""] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text) ?? [];
  // In `$5` the only mark stands before the row.
  const rowMark = letters === "" ? first : second;
  return {
    columns: letters === "" ? undefined : { at: columnNumber(letters), fixed: first === "$" },
    rows: digits === "" ? undefined : { at: Number(digits), fixed: rowMark === "$" },
  };
}

function writeCorner({ rows, columns }: Corner): string {
  const column = columns ? `${columns.fixed ? "$" : ""}${columnName(columns.at)}` : "";
  return rows ? `${column}${rows.fixed ? "$" : ""}${rows.at}` : column;
}

/**
 * Rewrites the references of a formula, its texts left alone. What comes back unchanged stays as it was spelled;
 * undefined becomes `#REF!`.
 */
export function rewriteReferences(
  formula: string,
  rewrite: (reference: WrittenReference) => WrittenReference | undefined,
): string {
  let written = "";
  let prefix = "";
  for (const { kind, text } of piecesOf(formula)) {
    if (kind === "sheet") {
      written += prefix;
      prefix = text;
      continue;
    }
    if (kind === "cell" || kind === "range") {
      const [from = "", to] = text.split(":");
      const reference: WrittenReference = {
        sheet: prefix === "" ? undefined : sheetOfPrefix(prefix),
        from: readCorner(from),
        to: to === undefined ? undefined : readCorner(to),
      };
      const now = rewrite(reference);
      if (now === reference) written += prefix + text;
      else if (now) written += prefixOf(now, reference, prefix) + referenceText(now);
      else written += "#REF!";
    } else written += prefix + text;
    prefix = "";
  }
  return written + prefix;
}

function prefixOf(now: WrittenReference, before: WrittenReference, prefix: string): string {
  if (now.sheet === before.sheet) return prefix;
  return now.sheet === undefined ? "" : `${quotedSheet(now.sheet)}!`;
}

function referenceText({ from, to }: WrittenReference): string {
  return to ? `${writeCorner(from)}:${writeCorner(to)}` : writeCorner(from);
}

/**
 * Returns a reference after a change of its sheet's rows or columns; undefined if lost. `size`: how many the sheet had.
 */
export function referenceAfter(
  reference: WrittenReference,
  change: LineChange,
  size: number,
): WrittenReference | undefined {
  const { axis } = change;
  const { from, to } = reference;
  const first = from[axis];
  if (!first) return reference;
  if (!to) {
    const line = lineAfter(change, first.at);
    if (line === first.at) return reference;
    return line === undefined ? undefined : { ...reference, from: { ...from, [axis]: { ...first, at: line } } };
  }
  const last = to[axis];
  const isReversed = last !== undefined && last.at < first.at;
  const end = last ? last.at : Math.max(first.at, size);
  const before: Span = isReversed ? [end, first.at] : [first.at, end];
  const span = spanAfter(change, before);
  if (!span) return undefined;
  const [newFirst, newLast] = isReversed ? [span[1], span[0]] : span;
  if (newFirst === first.at && (!last || newLast === last.at)) return reference;
  return {
    ...reference,
    from: { ...from, [axis]: { ...first, at: newFirst } },
    // An open end stays open.
    to: last ? { ...to, [axis]: { ...last, at: newLast } } : to,
  };
}
