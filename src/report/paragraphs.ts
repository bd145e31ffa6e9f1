/** The words of a Word file's paragraphs, so that a message can say where a tag stands. */

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

/** Lists the paragraphs of a part as plain text; runs are joined. */
export function paragraphTexts(xml: string): readonly string[] {
  return paragraphsOf(xml).map(({ text }) => text);
}

/** Lists the paragraphs of a part: each as plain text, and as it is written. */
export function paragraphsOf(xml: string): readonly { readonly text: string; readonly source: string }[] {
  const paragraphs = xml.match(/<w:p[ >][\s\S]*?<\/w:p>/g) ?? [];
  return paragraphs.map((source) => {
    const texts = source.match(/<w:t(?: [^>]*)?>[^<]*/g) ?? [];
    return { text: texts.map((text) => unescapeXml(text.replace(/^<w:t[^>]*>/, ""))).join(""), source };
  });
}

/** Reads a text of XML: its entities as the letters that they stand for. */
export function unescapeXml(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? "");
}

/** More of a paragraph than this is not quoted. */
const LONGEST = 60;
const AROUND = 24;

/** Quotes the paragraph in which a tag stands, or the words around it; empty if it is not found. */
export function quoteAround(xml: string, tag: string): string {
  if (tag === "") return "";
  const name = tag.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = new RegExp(`\\{\\s*[#/^@]?\\s*${name}|${name}\\s*\\}`);
  for (const text of paragraphTexts(xml)) {
    const at = text.search(pattern);
    if (at >= 0) return quote(text, at, tag.length);
  }
  return "";
}

/** Quotes a paragraph whole, or the words around a place in it where it is long. */
export function quote(text: string, at: number, length: number): string {
  if (text.length <= LONGEST) return text.trim();
  const [from, to] = [Math.max(0, at - AROUND), Math.min(text.length, at + length + AROUND)];
  return `${from > 0 ? "…" : ""}${text.slice(from, to).trim()}${to < text.length ? "…" : ""}`;
}
