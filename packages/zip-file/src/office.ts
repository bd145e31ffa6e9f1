/** An Office file's parts, found by relationship and content type, and their XML in one encoding under the usual prefixes. */

/** A relationship: what it leads to, as a path inside the archive. */
export type Relation = { readonly id: string; readonly type: string; readonly path: string };

const TAG = /<(\/?)([\w:.-]+)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>/g;
const ATTRIBUTE = /([\w:.-]+)(\s*=\s*)(?:"([^"]*)"|'([^']*)')/g;

/** Reads the attributes of a tag. */
function attributesOf(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(ATTRIBUTE)].map(([, name = "", , one, other]) => [name, one ?? other ?? ""]));
}

/** Lists the tags of a name, whatever their prefix, by their attributes. */
function tagsOf(xml: string, name: string): readonly ReadonlyMap<string, string>[] {
  return [...xml.matchAll(TAG)]
    .filter(([, closes, found = ""]) => !closes && found.replace(/^.*:/, "") === name)
    .map(([, , , attributes = ""]) => attributesOf(attributes));
}

/** Reads `[Content_Types].xml`: the types of the parts that it names, by their paths. */
export function contentTypes(xml: string): ReadonlyMap<string, string> {
  return new Map(
    tagsOf(xml, "Override").map((one) => [
      (one.get("PartName") ?? "").replace(/^\//, ""),
      one.get("ContentType") ?? "",
    ]),
  );
}

/** Names the part that holds the relationships of a part; of the whole file for "". */
export function relationsPath(part: string): string {
  const at = part.lastIndexOf("/") + 1;
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
}

/** Reads the relationships of a part that lead to other parts of the file. */
export function relationsOf(part: string, xml: string): readonly Relation[] {
  const folder = part.split("/").slice(0, -1);
  return tagsOf(xml, "Relationship").flatMap((one) => {
    if (one.get("TargetMode") === "External") return [];
    const target = one.get("Target") ?? "";
    const path: string[] = [];
    for (const step of [...(target.startsWith("/") ? [] : folder), ...target.split("/")]) {
      if (step === "..") path.pop();
      else if (step !== "" && step !== ".") path.push(step);
    }
    return [{ id: one.get("Id") ?? "", type: one.get("Type") ?? "", path: path.join("/") }];
  });
}

/** Finds the main part of an Office file by the relationships of the whole file. */
export function mainPart(relations: string): string | undefined {
  return relationsOf("", relations).find(({ type }) => type.endsWith("/officeDocument"))?.path;
}

/**
 * Reads the bytes of an XML part. The first bytes decide about the encoding, the declaration only between encodings of
 * one byte. The text has no byte-order mark, and its declaration says UTF-8, in which it will be written.
 */
export function xmlText(bytes: Uint8Array, decodeUtf8: (bytes: Uint8Array) => string): string {
  const [first, second] = bytes;
  const text =
    (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)
      ? wideText(bytes, 0)
      : (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)
        ? wideText(bytes, 1)
        : narrowText(bytes, decodeUtf8);
  return text
    .replace(/^\ufeff/, "")
    .replace(/^\s*(<\?xml[^>]*?\sencoding\s*=\s*)(?:"(?!utf-8")[^"]*"|'(?!utf-8')[^']*')/i, '$1"UTF-8"');
}

/** Reads letters of two bytes; `low`: which of the two comes last in worth, 0 or 1. */
function wideText(bytes: Uint8Array, low: 0 | 1): string {
  const letters: string[] = [];
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    letters.push(String.fromCharCode((bytes[at + low] ?? 0) + 256 * (bytes[at + 1 - low] ?? 0)));
  }
  return letters.join("");
}

/** What Windows-1252 has in the place of Latin-1's control characters. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function narrowText(bytes: Uint8Array, decodeUtf8: (bytes: Uint8Array) => string): string {
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  if (!/^\s*<\?xml[^>]*\sencoding\s*=\s*["'](?:windows-1252|iso-8859-1|latin1)["']/i.test(start)) {
    return decodeUtf8(bytes);
  }
  return Array.from(bytes, (byte) =>
    byte >= 0x80 && byte < 0xa0 ? (WINDOWS_1252[byte - 0x80] ?? "") : String.fromCharCode(byte),
  ).join("");
}

/** The prefixes under which programs look for the names of a namespace; none for those that are used without. */
const PREFIXES: Readonly<Record<string, string>> = {
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
  "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
  "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
  "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "",
  "http://schemas.openxmlformats.org/package/2006/content-types": "",
  "http://schemas.openxmlformats.org/package/2006/relationships": "",
};

/** Writes the names of Office's namespaces under their usual prefixes. What has them already stays as it is, to the letter. */
export function withUsualPrefixes(xml: string): string {
  const root = [...xml.slice(0, 20_000).matchAll(TAG)][0];
  const declared = new Map<string, string>();
  for (const [name, uri] of attributesOf(root?.[3] ?? "")) {
    if (name === "xmlns") declared.set("", uri);
    else if (name.startsWith("xmlns:")) declared.set(name.slice(6), uri);
  }
  const renamed = new Map<string, string>();
  for (const [prefix, uri] of declared) {
    const usual = PREFIXES[uri];
    // A usual prefix that stands for something else stays there.
    if (usual === undefined || usual === prefix) continue;
    if (!declared.has(usual) || declared.get(usual) === uri) renamed.set(prefix, usual);
  }
  if (renamed.size === 0) return xml;
  const rename = (name: string, isElement: boolean): string => {
    const at = name.indexOf(":");
    const usual = renamed.get(at < 0 ? "" : name.slice(0, at));
    if (usual === undefined || (at < 0 && !isElement)) return name;
    return usual === "" ? name.slice(at + 1) : `${usual}:${name.slice(at + 1)}`;
  };
  const declare = (name: string): string => {
    const usual = name === "xmlns" ? renamed.get("") : renamed.get(name.slice(6));
    // Declared already: a second declaration of the same prefix would be no XML.
    if (usual === undefined || declared.has(usual)) return name;
    return usual === "" ? "xmlns" : `xmlns:${usual}`;
  };
  return xml.replace(TAG, (_, closes: string, name: string, attributes: string, empty: string) => {
    const written = attributes.replace(ATTRIBUTE, (whole: string, attribute: string) => {
      const isDeclaration = attribute === "xmlns" || attribute.startsWith("xmlns:");
      return (isDeclaration ? declare(attribute) : rename(attribute, false)) + whole.slice(attribute.length);
    });
    return `<${closes}${rename(name, true)}${written}${empty}>`;
  });
}
