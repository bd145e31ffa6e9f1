/**
 * What another program put into a workbook's file, and the model does not know: whole sheets with their tables, charts
 * and drawings, names, the lock of the structure. As long as nobody changes such a sheet, it goes from the old file into
 * the new one as it is.
 */
import { createHash } from "node:crypto";
import { withSheetsRenamed } from "a1";
import { contentTypes, mainPart, relationsOf, relationsPath, withUsualPrefixes } from "zip-file";
import type { SheetModel, WorkbookModel } from "../model.ts";
import { withForeignStyles } from "./foreign-styles.ts";
import { openZip, withParts, type ZipParts } from "./zip.ts";

/** The file that a workbook was read from, and what its foreign sheets were then. */
export type ForeignParts = {
  readonly file: Uint8Array;
  /** The names in the file of all sheets, by their ids. */
  readonly names: ReadonlyMap<number, string>;
  /** The fingerprints of the sheets that no stored part knows, by their ids. */
  readonly prints: ReadonlyMap<number, string>;
};

/** Remembers a file's foreign parts for the next save. */
export function foreignParts(
  file: Uint8Array,
  names: ReadonlyMap<SheetModel, string>,
  foreign: readonly SheetModel[],
): ForeignParts {
  return {
    file,
    names: new Map([...names].map(([sheet, name]) => [sheet.id, name])),
    prints: new Map(foreign.map((sheet) => [sheet.id, printOf(sheet)])),
  };
}

/** Tells a changed sheet from an unchanged one. What formulas result in does not count. */
function printOf(sheet: SheetModel): string {
  const cells = sheet.cells.map((line) =>
    line?.map((cell) => {
      if (!cell) return null;
      const { value, formula, format, validation, note, spilledFrom } = cell;
      return [formula ?? (spilledFrom ? null : value), format, validation, note];
    }),
  );
  const { conditionalFormats, protections, merges, frozenRows, frozenColumns, hidden, gridlines, tabColor } = sheet;
  const sizes = [sheet.columnWidths, sheet.rowHeights, sheet.hiddenRows, sheet.hiddenColumns].map((one) => [...one]);
  const look = {
    conditionalFormats,
    protections,
    merges,
    frozenRows,
    frozenColumns,
    hidden,
    gridlines,
    tabColor,
    sizes,
  };
  return createHash("sha1")
    .update(JSON.stringify([cells, look]))
    .digest("hex");
}

/** Relations without which a sheet is not whole, and which lead beyond what can be kept. */
const BEYOND = /\/(?:pivotTable|slicer|timeline|queryTable|externalLink)/i;
/** Relations that a sheet can do without: the same comments are there in the older form. */
const SPARE = /\/threadedComment$/i;

type Book = {
  readonly parts: ZipParts;
  readonly path: string;
  readonly xml: string;
  readonly sheets: readonly BookSheet[];
};
type BookSheet = { readonly name: string; readonly path: string };

function readBook(file: Uint8Array): Book {
  const parts = openZip(file);
  const path = mainPart(parts.xml("_rels/.rels")) ?? "xl/workbook.xml";
  const xml = withUsualPrefixes(parts.xml(path));
  const paths = new Map(relationsOf(path, parts.xml(relationsPath(path))).map((one) => [one.id, one.path]));
  const sheets = [...xml.matchAll(/<sheet\s[^>]*>/g)].map(([tag]) => ({
    name: unescaped(/\sname="([^"]*)"/.exec(tag)?.[1] ?? ""),
    path: paths.get(/\sr:id="([^"]*)"/.exec(tag)?.[1] ?? "") ?? "",
  }));
  return { parts, path, xml, sheets };
}

function unescaped(text: string): string {
  return text
    .replace(/&#(x?)([\da-f]+);/gi, (_, hex: string, code: string) =>
      String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10)),
    )
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** Names the sheets that go into the next file as they are in the old one. */
export function keptSheets({ foreign, sheets }: WorkbookModel): ReadonlySet<SheetModel> {
  if (!foreign) return new Set();
  const unchanged = sheets.filter((sheet) => foreign.prints.get(sheet.id) === printOf(sheet));
  if (unchanged.length === 0) return new Set();
  const book = readBook(foreign.file);
  return new Set(
    unchanged.filter((sheet) => {
      const path = book.sheets.find(({ name }) => name === foreign.names.get(sheet.id))?.path;
      if (path === undefined) return false;
      const reaches = relationsOf(path, book.parts.xml(relationsPath(path)));
      // A formula that reads another file says which by a number of the old workbook.
      return !reaches.some(({ type }) => BEYOND.test(type)) && !/<f[^>]*>[^<]*\[\d+\]/.test(book.parts.xml(path));
    }),
  );
}

/** Puts kept sheets, names and the lock of the structure into a new file. `names`: the new file's names of all sheets. */
export function withForeignParts(
  written: Uint8Array,
  workbook: WorkbookModel,
  kept: ReadonlySet<SheetModel>,
  names: ReadonlyMap<SheetModel, string>,
): Uint8Array {
  const ours = readBook(written);
  const changed = new Map<string, Uint8Array | string>();
  const stylesPath = relatedPath(ours, "styles");
  // The library writes a font's colour before its size; Excel's schema has it behind.
  let styles = ours.parts.xml(stylesPath).replace(/(<color [^>]*\/>)(<sz [^>]*\/>)/g, "$2$1");
  const { foreign } = workbook;
  if (foreign) {
    const theirs = readBook(foreign.file);
    const renamed = new Map<string, string>();
    for (const sheet of workbook.sheets) {
      const [before, now] = [foreign.names.get(sheet.id), names.get(sheet)];
      if (before !== undefined && now !== undefined && before !== now) renamed.set(before.toLowerCase(), now);
    }
    const sheets = [...kept].flatMap((sheet) => {
      const from = theirs.sheets.find(({ name }) => name === foreign.names.get(sheet.id))?.path;
      const to = ours.sheets.find(({ name }) => name === names.get(sheet))?.path;
      return from === undefined || to === undefined
        ? []
        : [{ from, to, xml: withUsualPrefixes(theirs.parts.xml(from)) }];
    });
    const closure = reachedParts(
      theirs,
      sheets.map(({ from }) => from),
    );
    const tables = [...closure.keys()].filter((path) => /\/tables\//.test(path)).map((path) => theirs.parts.xml(path));
    const numbersIn = (texts: readonly string[], pattern: RegExp) =>
      new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, , number]) => Number(number))));
    const sheetTexts = sheets.map(({ xml }) => xml);
    const added = withForeignStyles(
      styles,
      withUsualPrefixes(theirs.parts.xml(relatedPath(theirs, "styles"))),
      numbersIn(sheetTexts, CELL_STYLE),
      numbersIn([...sheetTexts, ...tables], CONDITIONAL_STYLE),
    );
    styles = added.styles;
    const restyled = (xml: string) =>
      xml.replace(CONDITIONAL_STYLE, (_, before: string, number: string) => {
        return `${before}"${added.numbers.conditional.get(Number(number)) ?? 0}"`;
      });
    const shared = sharedTexts(theirs);
    for (const { from, to, xml } of sheets) {
      const cells = restyled(xml)
        .replace(CELL_STYLE, (_, before: string, number: string) => {
          return `${before}"${added.numbers.cell.get(Number(number)) ?? 0}"`;
        })
        .replace(SHARED_CELL, (whole, before: string, after: string, number: string) => {
          const text = shared[Number(number)];
          return text === undefined ? whole : `<c${before} t="inlineStr"${after}><is>${text}</is></c>`;
        })
        .replace(/\stabSelected="[^"]*"/, "")
        .replace(
          /(<f(?:\s[^>]*)?>)([^<]*)/g,
          (_, open: string, formula: string) => open + inNewNames(formula, renamed),
        );
      changed.set(to, cells);
      const relations = movedRelations(theirs, from, closure);
      if (relations !== "") changed.set(relationsPath(to), relations);
    }
    for (const [path, moved] of closure) {
      const isTable = /\/tables\//.test(path);
      changed.set(moved, isTable ? restyled(theirs.parts.xml(path)) : (theirs.parts.bytes(path) ?? ""));
      const relations = movedRelations(theirs, path, closure);
      if (relations !== "") changed.set(relationsPath(moved), relations);
    }
    if (closure.size > 0) changed.set(TYPES, withTypes(ours.parts.xml(TYPES), theirs.parts.xml(TYPES), closure));
    changed.set(ours.path, withNames(ours, theirs, { workbook, foreign, kept, names, renamed }));
  }
  changed.set(stylesPath, styles);
  return withParts(written, changed);
}

const TYPES = "[Content_Types].xml";
const CELL_STYLE = /(<(?:c|row)\s(?:[^>]*?\s)?s=|<col\s(?:[^>]*?\s)?style=)"(\d+)"/g;
const CONDITIONAL_STYLE = /(\s\w*[dD]xfId=)"(\d+)"/g;
const SHARED_CELL = /<c((?:\s[^>]*?)?)\st="s"([^>]*)>\s*<v>(\d+)<\/v>\s*<\/c>/g;

function relatedPath(book: Book, type: string): string {
  const relations = relationsOf(book.path, book.parts.xml(relationsPath(book.path)));
  return relations.find((one) => one.type.endsWith(`/${type}`))?.path ?? "";
}

/** Lists the texts that cells share, as they are written. */
function sharedTexts(book: Book): readonly string[] {
  const xml = withUsualPrefixes(book.parts.xml(relatedPath(book, "sharedStrings")));
  return [...xml.matchAll(/<si(?:\s[^>]*)?>([\s\S]*?)<\/si>|<si\s*\/>/g)].map(([, inner = ""]) => inner);
}

/** Finds all parts that some parts lead to: their paths in the old file, and in the new one. */
function reachedParts(book: Book, from: readonly string[]): ReadonlyMap<string, string> {
  const reached = new Map<string, string>();
  const follow = (path: string): void => {
    for (const { path: target, type } of relationsOf(path, book.parts.xml(relationsPath(path)))) {
      if (SPARE.test(type) || reached.has(target) || !book.parts.bytes(target) || isSheet(book, target)) continue;
      reached.set(target, `xl/kept/${target.replace(/^xl\/(?:kept\/)?/, "")}`);
      follow(target);
    }
  };
  for (const path of from) follow(path);
  return reached;
}

function isSheet({ sheets, path }: Book, target: string): boolean {
  return target === path || sheets.some((sheet) => sheet.path === target);
}

/** Writes the relations of a part anew, which lead to the new places. */
function movedRelations(book: Book, path: string, moved: ReadonlyMap<string, string>): string {
  const xml = withUsualPrefixes(book.parts.xml(relationsPath(path)));
  const targets = new Map(relationsOf(path, xml).map((one) => [one.id, one]));
  return xml.replace(/<Relationship\s[^>]*?\/>/g, (relation) => {
    const one = targets.get(/\sId="([^"]*)"/.exec(relation)?.[1] ?? "");
    if (!one) return relation;
    const place = moved.get(one.path);
    return place === undefined ? "" : relation.replace(/\sTarget="[^"]*"/, ` Target="/${place}"`);
  });
}

function withTypes(ours: string, theirs: string, moved: ReadonlyMap<string, string>): string {
  const named = contentTypes(theirs);
  const byEnding = new Map(
    [...theirs.matchAll(/<(?:\w+:)?Default\s[^>]*>/g)].map(([tag]) => [
      /\sExtension="([^"]*)"/.exec(tag)?.[1]?.toLowerCase() ?? "",
      /\sContentType="([^"]*)"/.exec(tag)?.[1] ?? "",
    ]),
  );
  const overrides = [...moved].map(([path, place]) => {
    const type = named.get(path) ?? byEnding.get(path.replace(/^.*\./, "").toLowerCase()) ?? "application/xml";
    return `<Override PartName="/${place}" ContentType="${type}"/>`;
  });
  return ours.replace("</Types>", () => `${overrides.join("")}</Types>`);
}

function inNewNames(formula: string, renamed: ReadonlyMap<string, string>): string {
  if (renamed.size === 0) return formula;
  return escaped(withSheetsRenamed(`=${unescaped(formula)}`, renamed).slice(1));
}

/** Adds the old workbook's names and the lock of its structure to the new one. */
function withNames(
  ours: Book,
  theirs: Book,
  {
    workbook,
    foreign,
    kept,
    names,
    renamed,
  }: {
    readonly workbook: WorkbookModel;
    readonly foreign: ForeignParts;
    readonly kept: ReadonlySet<SheetModel>;
    readonly names: ReadonlyMap<SheetModel, string>;
    readonly renamed: ReadonlyMap<string, string>;
  },
): string {
  const keptPlaces = new Set([...kept].map((sheet) => ours.sheets.findIndex(({ name }) => name === names.get(sheet))));
  const placeOf = (index: number): number => {
    const name = theirs.sheets[index]?.name;
    const sheet = workbook.sheets.find(({ id }) => foreign.names.get(id) === name);
    return sheet ? ours.sheets.findIndex((one) => one.name === names.get(sheet)) : -1;
  };
  const own = [...ours.xml.matchAll(NAME)].map(([whole, attributes = ""]) => ({ whole, ...nameOf(attributes) }));
  const taken = new Set(own.map(({ name, scope }) => `${name.toLowerCase()} ${scope ?? ""}`));
  const added = [...theirs.xml.matchAll(NAME)].flatMap(([, attributes = "", formula = ""]) => {
    const { name, scope } = nameOf(attributes);
    const place = scope === undefined ? undefined : placeOf(scope);
    if (place === -1 || taken.has(`${name.toLowerCase()} ${place ?? ""}`)) return [];
    // Filters and repeated rows of our own sheets follow from the model.
    const isOurs = place !== undefined && !keptPlaces.has(place);
    if (isOurs && /^_xlnm\.(?:Print_Titles|_FilterDatabase)$/.test(name)) return [];
    const written = place === undefined ? attributes : attributes.replace(/(\slocalSheetId=)"\d+"/, `$1"${place}"`);
    return [`<definedName${written}>${inNewNames(formula, renamed)}</definedName>`];
  });
  const all = [...own.map(({ whole }) => whole), ...added];
  const list = all.length === 0 ? "" : `<definedNames>${all.join("")}</definedNames>`;
  const lock = /<workbookProtection\s[^>]*\/>/.exec(theirs.xml)?.[0] ?? "";
  return ours.xml
    .replace(/<definedNames>[\s\S]*?<\/definedNames>/, "")
    .replace(/<\/sheets>/, () => `</sheets>${list}`)
    .replace(/<bookViews>/, () => `${lock}<bookViews>`);
}

const NAME = /<definedName((?:\s[^>]*)?)>([^<]*)<\/definedName>/g;

function nameOf(attributes: string): { readonly name: string; readonly scope?: number } {
  const name = /\sname="([^"]*)"/.exec(attributes)?.[1] ?? "";
  const scope = /\slocalSheetId="(\d+)"/.exec(attributes)?.[1];
  return scope === undefined ? { name } : { name, scope: Number(scope) };
}
