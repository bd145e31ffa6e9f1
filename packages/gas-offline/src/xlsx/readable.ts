/**
 * Makes sheets of other writers readable for the library: dates in ISO's form become numbers, and what stands so far out
 * that a grid around it has no room in memory is set aside. Blank cells out there are nobody's.
 */
import { columnNumber } from "a1";
import { openZip, withParts } from "./zip.ts";

/** The library refuses larger grids. */
const LARGEST_GRID = 2e7;
/** Rows up to here are read always. */
const NEAR_ROWS = 1000;
/** Blank rows below the last cell are passed over from here on. */
const BLANK_ROWS = 5000;
/** The least width that is reckoned with. */
const USUAL_WIDTH = 30;

const DAY = 86_400_000;
const DAY_ZERO = Date.UTC(1899, 11, 30);
/** The days between 30/12/1899 and 1/1/1904. */
const DAYS_TO_1904 = 1462;

/** Returns a file that the library can read. The same bytes where it can already. */
export function readable(file: Uint8Array): Uint8Array {
  const zip = openZip(file);
  const changed = new Map<string, string>();
  let from1904: boolean | undefined;
  for (const name of zip.names()) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) continue;
    const before = zip.xml(name);
    let after = withoutFarRows(before);
    if (after.includes(' t="d"')) {
      from1904 ??= /<workbookPr\s[^>]*date1904="(?:1|true)"/.test(zip.xml("xl/workbook.xml"));
      const start = from1904 ? DAYS_TO_1904 : 0;
      after = after.replace(ISO_CELL, (_, one: string, other: string, inner: string) =>
        dateCell(one + other, inner, start),
      );
    }
    if (after !== before) changed.set(name, after);
  }
  return withParts(file, changed);
}

const ISO_CELL = /<c(\s[^>]*?)?\st="d"([^>]*)>([\s\S]*?)<\/c>/g;
const ISO = /^(?:(\d{4})-(\d\d)-(\d\d))?(?:T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?(?:Z|[+-]\d\d:?\d\d)?)?$/;

function dateCell(attributes: string, inner: string, start: number): string {
  const text = (/<v(?:\s[^>]*)?>([^<]*)<\/v>/.exec(inner)?.[1] ?? "").trim();
  const found = text === "" ? null : ISO.exec(text);
  if (!found) return `<c${attributes} t="str">${inner}</c>`;
  const [, year, month, day, hours = "0", minutes = "0", seconds = "0"] = found;
  const days =
    year === undefined ? 0 : (Date.UTC(Number(year), Number(month) - 1, Number(day)) - DAY_ZERO) / DAY - start;
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  return `<c${attributes}>${inner.replace(/<v(?:\s[^>]*)?>[^<]*<\/v>/, `<v>${days + time}</v>`)}</c>`;
}

type Row = { readonly start: number; readonly end: number; readonly number: number };

function* rowsOf(xml: string): Generator<Row> {
  for (const { 0: tag, 1: number, index } of xml.matchAll(/<row\s(?:[^>]*?\s)?r="(\d+)"[^>]*>/g)) {
    const end = tag.endsWith("/>") ? index + tag.length : xml.indexOf("</row>", index) + 6;
    yield { start: index, end, number: Number(number) };
  }
}

/** Finds the rows that a grid would have no room for: where they begin, since they are the last. */
function farFrom(xml: string): number | undefined {
  const last = Number(/^<row\s(?:[^>]*?\s)?r="(\d+)"/.exec(xml.slice(xml.lastIndexOf("<row ")))?.[1] ?? 0);
  if (last <= NEAR_ROWS) return undefined;
  let width = USUAL_WIDTH;
  for (const { start, end, number } of rowsOf(xml)) {
    const own = widthOf(xml, start, end);
    if (number > NEAR_ROWS && number * Math.max(width, own) > LARGEST_GRID) return start;
    if (number <= NEAR_ROWS) width = Math.max(width, own);
  }
  return undefined;
}

/** The column of a row's last cell. */
function widthOf(xml: string, start: number, end: number): number {
  const at = xml.lastIndexOf("<c ", end);
  if (at < start) return 0;
  const letters = /\sr="([A-Z]+)\d+"/.exec(xml.slice(at, at + 80))?.[1];
  return letters === undefined ? 0 : columnNumber(letters);
}

const CONTENT = ["<v>", "<v ", "<is>", "<is ", "<f>", "<f "];

/** Leaves out the rows that are set aside, and blank rows at the end. */
function withoutFarRows(xml: string): string {
  const end = xml.lastIndexOf("</sheetData>");
  if (end < 0) return xml;
  const far = farFrom(xml);
  const near = far === undefined ? xml : xml.slice(0, far) + xml.slice(end);
  const content = Math.max(...CONTENT.map((mark) => near.lastIndexOf(mark)));
  const after = content < 0 ? near.indexOf("<row ") : near.indexOf("</row>", content) + 6;
  const stop = near.lastIndexOf("</sheetData>");
  if (after < 0 || after >= stop) return near;
  for (const { start, number } of rowsOf(near.slice(after, stop))) {
    if (number > BLANK_ROWS) return near.slice(0, after + start) + near.slice(stop);
  }
  return near;
}

/** Lists the rows of a sheet that are set aside, without those that hold nothing. */
export function farRows(xml: string): string {
  const far = farFrom(xml);
  if (far === undefined) return "";
  const rows = xml.slice(far, xml.lastIndexOf("</sheetData>"));
  return [...rowsOf(rows)]
    .map(({ start, end }) => rows.slice(start, end))
    .filter((row) => /<v[ >]|<f[ >]|<t(?:\s[^>]*)?>\s*[^\s<]/.test(row))
    .join("");
}
