/**
 * Report model → .docx, by filling a template. Loads docxtemplater: the add-on requires this file only when a report is
 * made. What users typed comes out as text, whatever it is.
 */
import Docxtemplater, { type DXT } from "docxtemplater";
import { type AnnexPointers, findAnnexes } from "./annexes.ts";
import { describePlace, explain, type FindWords, faultOf, TemplateFault } from "./fault.ts";
import { keepParagraphs, newIdKeeper, withNoteCopies } from "./finish.ts";
import { keepLeads } from "./leads.ts";
import { findMisuse, property } from "./misuse.ts";
import type { ReportModel } from "./model.ts";
import { bodyPart, CONTENT_TYPES, foreignTags, openTemplate, textParts } from "./open-template.ts";
import { paragraphTexts, quote, quoteAround } from "./paragraphs.ts";
import { type DocumentProperties, setProperties } from "./properties.ts";
import { plainName } from "./similar.ts";
import { findBreak } from "./soundness.ts";
import { keepTableEnds } from "./table-ends.ts";
import { KNOWN_TAGS } from "./tags.ts";
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
  const { document, annexes, lines, wordsAround, reason, restoreTypes } = compile(template);
  if (!document || lines.length > 0) throw faultOf(lines, reason);
  try {
    document.render({ ...model, ...annexes });
    const zip = document.getZip();
    restoreTypes();
    finish(zip);
    setProperties(zip, properties);
    return document.toUint8Array();
  } catch (thrown) {
    if (thrown instanceof TemplateFault) throw thrown;
    throw faultOf(explain(thrown, wordsAround), thrown);
  }
}

/**
 * Makes what was filled a document that Word opens.
 * @throws TemplateFault if a part breaks the rules of Word's files all the same.
 */
function finish(zip: Zip): void {
  const paths = textParts(zip);
  const ids = newIdKeeper();
  const textOf = (path: string) => zip.file(path)?.asText() ?? "";
  for (const path of paths) ids.learn(textOf(path));
  const body = bodyPart(zip);
  for (const path of paths) {
    const kept = path === body ? keepTableEnds(keepLeads(textOf(path))) : textOf(path);
    zip.file(path, ids.unique(keepParagraphs(kept)));
  }
  for (const path of paths) {
    const xml = withNoteCopies(textOf(path), ids.copies());
    const broken = findBreak(xml);
    if (broken !== undefined) {
      const words = paragraphTexts(xml.slice(xml.lastIndexOf("<w:p", broken)))[0] ?? "";
      throw new TemplateFault(
        `${describePlace(path, quote(words, 0, 0))}: cần các phần của mẫu lồng đúng vào nhau, nhưng ở đây chúng cắt nhau, Word sẽ không mở được báo cáo. Xóa các thẻ của đoạn này rồi gõ lại liền một lượt.`,
      );
    }
    zip.file(path, xml);
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
  /** Undoes what only docxtemplater was to see. */
  readonly restoreTypes: () => void;
};

function compile(template: string | Uint8Array): Compiled {
  const zip = openTemplate(template);
  const wordsAround = wordsIn(zip);
  const annexes = findAnnexes(zip.file(bodyPart(zip))?.asText() ?? "");
  const foreign = foreignTags(zip);
  const restoreTypes = showFilledParts(zip);
  const parsed = new Map<string, readonly unknown[]>();
  const misuse = (concerns: (tag: string) => boolean) =>
    [...parsed].flatMap(([path, parts]) =>
      findMisuse(parts)
        .filter(({ tag }) => concerns(tag))
        .map(({ tag, message }) => `${describePlace(path, wordsAround(path, tag))}: ${message}`),
    );
  try {
    const document = new Docxtemplater<Zip>(zip, {
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      syntax: { changeDelimiterPrefix: null },
      parser: (tag) => ({ get: (scope: unknown) => lookUpTag(scope, tag.trim()) }),
      nullGetter: () => "",
      modules: [readLenient(), rememberParsed(parsed)],
    });
    return { document, annexes, lines: [...misuse(() => true), ...foreign], wordsAround, restoreTypes };
  } catch (thrown) {
    // Where loops could not be told apart, only a name that no place knows is surely wrong.
    const unknown = misuse((tag) => tag !== "" && tag !== "." && !KNOWN_TAGS.has(tag));
    const lines = [...explain(thrown, wordsAround), ...unknown, ...foreign];
    return { lines: [...new Set(lines)], wordsAround, reason: thrown, restoreTypes };
  }
}

/**
 * Shows docxtemplater the parts that are filled and no others: it would fill reviewers' comments, whose braces are no
 * tags, and leave out endnotes. Returns how to undo that.
 */
function showFilledParts(zip: Zip): () => void {
  const types = zip.file(CONTENT_TYPES)?.asText() ?? "";
  const shown = types.replace(/wordprocessingml\.comments\+xml/g, "wordprocessingml.left-alone+xml");
  zip.file(CONTENT_TYPES, shown.replace(/wordprocessingml\.endnotes\+xml/g, "wordprocessingml.footnotes+xml"));
  return () => {
    zip.file(CONTENT_TYPES, types);
  };
}

/** Reads `{TRICH_YEU}` and `{trích yếu}` as the tag that they can only be. */
function readLenient(): DXT.Module {
  return {
    name: "ReadLenient",
    preparse(tokens: unknown) {
      if (!Array.isArray(tokens)) return tokens;
      let inside: object[] = [];
      for (const token of tokens) {
        const isDelimiter = property(token, "type") === "delimiter";
        if (isDelimiter && property(token, "position") === "end") rename(inside);
        if (isDelimiter) inside = [];
        else if (property(token, "type") === "content" && property(token, "position") === "insidetag")
          inside.push(token);
      }
      return tokens;
    },
  };
}

/** Gives a tag's name, which may stand in several runs, its right spelling. */
function rename(runs: readonly object[]): void {
  const typed = runs.map((run) => String(property(run, "value"))).join("");
  const [, sign = "", name = ""] = /^(\s*[#^/]?\s*)(.*?)\s*$/s.exec(typed) ?? [];
  const plain = plainName(name);
  if (KNOWN_TAGS.has(name) || !KNOWN_TAGS.has(plain)) return;
  runs.forEach((run, index) => {
    Reflect.set(run, "value", index === 0 ? sign + plain : "");
  });
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
