/**
 * The last row of a table of figures, often the sum, never stands alone on a page. A template repeats one row, so it
 * cannot say which is the last but one.
 */

const END = "</w:tbl>";
const ROW = /<w:tr[ >]/g;
/** What marks a table of figures: a header that every page repeats. */
const HEADER = /<w:tblHeader(?: w:val="(?:1|true|on)")?\/>/;

/** Keeps the last row of every table that repeats its header on the page of the row before it. */
export function keepTableEnds(xml: string): string {
  return xml
    .split(END)
    .map((piece, index, pieces) => (index === pieces.length - 1 ? piece : keepEnd(piece)))
    .join(END);
}

/** `piece` ends where a table does. One that began before the piece holds other tables, and is left alone. */
function keepEnd(piece: string): string {
  const start = piece.lastIndexOf("<w:tbl>");
  if (start < 0 || !HEADER.test(piece.slice(start))) return piece;
  const [before, last] = [...piece.slice(start).matchAll(ROW)].map(({ index }) => start + index).slice(-2);
  if (before === undefined || last === undefined) return piece;
  return piece.slice(0, before) + keepRow(piece.slice(before, last)) + piece.slice(last);
}

/** The beginning of a paragraph and its properties, which come in a fixed order: style, whether it is kept, others. */
const PARAGRAPH =
  /(<w:p(?: [^>]*[^/>])?>)(?:<w:pPr\/>|(<w:pPr>(?:<w:pStyle [^>]*\/>)?)(?:<w:keepNext(?: [^>]*)?\/>)?)?/g;

/** Keeps a row's paragraphs with the next ones, and so the row with the next row. */
function keepRow(row: string): string {
  return row.replace(PARAGRAPH, (_, paragraph: string, properties: string | undefined) =>
    properties === undefined ? `${paragraph}<w:pPr><w:keepNext/></w:pPr>` : `${paragraph}${properties}<w:keepNext/>`,
  );
}
