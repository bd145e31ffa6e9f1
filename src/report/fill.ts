/**
 * Report model → .docx, by filling a template. Loads docxtemplater: the add-on requires this file only when a report is
 * made. What users typed comes out as text, whatever it is.
 */
import Docxtemplater, { type DXT } from "docxtemplater";
import { explain, notWord, partName, TemplateFault } from "./fault.ts";
import type { ReportModel } from "./model.ts";
import { type TagEntry, type TagGuide, TEMPLATE_TAGS } from "./tags.ts";
import Zip from "./zip.js";

export { TemplateFault } from "./fault.ts";

/**
 * Fills a template (bytes of a .docx, or the same in base64) with a report.
 * @throws TemplateFault where the template is no Word file, or has a tag that is unknown, misplaced or not closed.
 */
export function fillReport(template: string | Uint8Array, model: ReportModel): Uint8Array {
  const zip = openZip(template);
  const parsed = new Map<string, readonly unknown[]>();
  try {
    const document = new Docxtemplater<Zip>(zip, {
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      syntax: { changeDelimiterPrefix: null },
      parser: (tag) => ({ get: (scope: unknown) => lookUp(scope, tag.trim()) }),
      nullGetter: () => "",
      modules: [rememberParsed(parsed)],
    });
    for (const [path, parts] of parsed) checkTags(parts, { path, guides: [TEMPLATE_TAGS], dot: false });
    document.render(model);
    return document.toUint8Array();
  } catch (thrown) {
    throw thrown instanceof TemplateFault ? thrown : explain(thrown);
  }
}

/** Enough of a file to tell its kind. */
function startOf(template: string | Uint8Array): string {
  if (typeof template !== "string") return String.fromCharCode(...template.slice(0, 4));
  const known = { UEsD: "PK", "0M8R": "\u00d0\u00cf", JVBE: "%PDF" };
  return Object.entries(known).find(([base64]) => template.startsWith(base64))?.[1] ?? template.slice(0, 1);
}

function openZip(template: string | Uint8Array): Zip {
  let types: string;
  let zip: Zip;
  try {
    zip = typeof template === "string" ? new Zip(template, { base64: true }) : new Zip(template);
    types = zip.file("[Content_Types].xml")?.asText() ?? "";
  } catch (thrown) {
    throw notWord(startOf(template), thrown);
  }
  if (/wordprocessingml\.(document|template)\.main|ms-word\.\w+\.macroEnabled/.test(types)) return zip;
  throw notWord(startOf(template));
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

/** Reads an object's own property; what it inherits (`constructor`) is no tag. */
function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.getOwnPropertyDescriptor(value, name)?.value : undefined;
}

/** Where a tag stands: the file, the tags known there from the outermost, and whether `{.}` means a text. */
type Place = { readonly path: string; readonly guides: readonly TagGuide[]; readonly dot: boolean };

function checkTags(parts: readonly unknown[], place: Place): void {
  for (const part of parts) {
    if (property(part, "type") !== "placeholder") continue;
    const name = String(property(part, "value")).trim();
    const kind = property(part, "module");
    const inner = property(part, "subparsed");
    if (kind === "rawxml") throw misused(`{@${name}}`, "không được dùng dấu @", `Sửa thành {${name}}.`, place);
    if (name === ".") {
      if (!place.dot)
        throw misused("{.}", "chỉ dùng được trong vòng lặp của một danh sách", "Xóa hoặc sửa thẻ.", place);
      continue;
    }
    const entry = findTag(name, place.guides);
    if (!entry) {
      const elsewhere = Object.values<TagEntry>(TEMPLATE_TAGS).some(({ within }) => within && findTag(name, [within]));
      throw misused(
        `{${name}}`,
        elsewhere ? "chỉ dùng được trong vòng lặp của bảng hoặc mục chứa nó" : "không có trong danh sách thẻ",
        "Sửa lại tên thẻ theo danh sách thẻ, hoặc xóa thẻ.",
        place,
      );
    }
    if (Array.isArray(inner)) {
      const guides = entry.within ? [...place.guides, entry.within] : place.guides;
      checkTags(inner, { ...place, guides, dot: entry.use === "texts" || (place.dot && entry.use !== "rows") });
    } else if (entry.use !== "text") {
      throw misused(`{${name}}`, "là danh sách hoặc điều kiện", `Viết {#${name}}…{/${name}}.`, place);
    }
  }
}

function findTag(name: string, guides: readonly TagGuide[]): TagEntry | undefined {
  for (const guide of [...guides].reverse()) {
    const entry = property(guide, name) === undefined ? undefined : guide[name];
    if (entry) return entry;
  }
  return undefined;
}

function misused(tag: string, what: string, remedy: string, { path }: Place): TemplateFault {
  return new TemplateFault(`Tệp mẫu, ${partName(path)}: thẻ ${tag} ${what}. ${remedy}`);
}

function lookUp(scope: unknown, tag: string): unknown {
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
