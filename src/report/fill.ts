/**
 * Report model → .docx, by filling a template. Loads docxtemplater: the add-on requires this file only when a report is
 * made. What users typed comes out as text, whatever it is.
 */
import Docxtemplater, { type DXT } from "docxtemplater";
import { type AnnexPointers, findAnnexes } from "./annexes.ts";
import { describePlace, explain, type FindWords, faultOf, TemplateFault } from "./fault.ts";
import { keepLeads } from "./leads.ts";
import { findMisuse, property } from "./misuse.ts";
import type { ReportModel } from "./model.ts";
import { BODY_PART, openTemplate } from "./open-template.ts";
import { quoteAround } from "./paragraphs.ts";
import { type DocumentProperties, setProperties } from "./properties.ts";
import { keepTableEnds } from "./table-ends.ts";
import type Zip from "./zip.js";

export { TemplateFault } from "./fault.ts";
export { groupTags, writeTag } from "./tag-groups.ts";

/**
 * Fills a template (bytes of a .docx, or the same in base64) with a report, and sets the properties of its file.
 * @throws TemplateFault where the template is no Word file, or has a tag that is unknown, misplaced or not closed.
 */
export function fillReport(
  template: string | Uint8Array,
  model: ReportModel,
  properties: DocumentProperties = {},
): Uint8Array {
  const { document, annexes, lines, wordsAround, reason } = compile(template);
  if (!document || lines.length > 0) throw faultOf(lines, reason);
  try {
    document.render({ ...model, ...annexes });
    const body = document.getZip().file(BODY_PART)?.asText();
    if (body !== undefined) document.getZip().file(BODY_PART, keepTableEnds(keepLeads(body)));
    setProperties(document.getZip(), properties);
    return document.toUint8Array();
  } catch (thrown) {
    throw faultOf(explain(thrown, wordsAround), thrown);
  }
}

/** Lists everything that keeps a template from being filled, a line each; empty if it can be. */
export function checkTemplate(template: string | Uint8Array): readonly string[] {
  try {
    return compile(template).lines;
  } catch (thrown) {
    if (thrown instanceof TemplateFault) return [thrown.message];
    throw thrown;
  }
}

type Compiled = {
  readonly document?: Docxtemplater<Zip>;
  readonly annexes?: AnnexPointers;
  readonly lines: readonly string[];
  readonly wordsAround: FindWords;
  readonly reason?: unknown;
};

function compile(template: string | Uint8Array): Compiled {
  const zip = openTemplate(template);
  const wordsAround = wordsIn(zip);
  const annexes = findAnnexes(zip.file(BODY_PART)?.asText() ?? "");
  const parsed = new Map<string, readonly unknown[]>();
  try {
    const document = new Docxtemplater<Zip>(zip, {
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      syntax: { changeDelimiterPrefix: null },
      parser: (tag) => ({ get: (scope: unknown) => lookUpTag(scope, tag.trim()) }),
      nullGetter: () => "",
      modules: [rememberParsed(parsed)],
    });
    const lines = [...parsed].flatMap(([path, parts]) =>
      findMisuse(parts).map(({ tag, message }) => `${describePlace(path, wordsAround(path, tag))}: ${message}`),
    );
    return { document, annexes, lines, wordsAround };
  } catch (thrown) {
    return { lines: explain(thrown, wordsAround), wordsAround, reason: thrown };
  }
}

/** Looks into the parts as they were before docxtemplater worked on them. */
function wordsIn(zip: Zip): FindWords {
  const before = new Map<string, string>();
  return (path, tag) => {
    const xml = before.get(path) ?? zip.file(path)?.asText() ?? "";
    before.set(path, xml);
    return quoteAround(xml, tag);
  };
}

/** Keeps each file's parsed parts for inspection: a tag in a loop that stays empty is never evaluated. */
function rememberParsed(parsed: Map<string, readonly unknown[]>): DXT.Module {
  let path = "";
  return {
    name: "RememberParsed",
    set(options: unknown) {
      const inspect = property(options, "inspect");
      const filePath = property(inspect, "filePath");
      if (typeof filePath === "string") path = filePath;
      const parts = property(inspect, "postparsed");
      if (Array.isArray(parts)) parsed.set(path, parts);
    },
  };
}

function lookUpTag(scope: unknown, tag: string): unknown {
  const value = tag === "." ? scope : property(scope, tag);
  return typeof value === "string" ? printable(value) : value;
}

/** Keeps what XML can hold: line breaks of any kind as `\n`, tabs as spaces, no control characters, no half emoji. */
function printable(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n")
    .replace(/\t/g, " ")
    .replace(/[^\P{Cc}\n]|\p{Cs}|[\ufffe\uffff]/gu, "");
}
