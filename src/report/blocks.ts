/** The body of a Word file as its outermost elements: paragraphs, tables and what ends a section. Strings in, strings out. */

/** A part cut at its body: `before + blocks.join("") + after` is the part again. */
export type Body = { readonly before: string; readonly blocks: readonly string[]; readonly after: string };

const BODY = /^([\s\S]*?<w:body(?:\s[^>]*)?>)([\s\S]*)(<\/w:body>[\s\S]*)$/;
const ELEMENT = /<(\/?)[\w:.-]+(?:"[^"]*"|'[^']*'|[^>"'])*?(\/?)>/g;

/** Cuts a part into what its body holds; undefined if it has no body or its elements do not match. */
export function cutBody(xml: string): Body | undefined {
  const [, before = "", inner = "", after = ""] = BODY.exec(xml) ?? [];
  const blocks = outermost(inner);
  return before === "" || !blocks ? undefined : { before, blocks, after };
}

/** Lists the elements that lie in no other; what stands between two goes with the second. */
function outermost(xml: string): readonly string[] | undefined {
  const blocks: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: tag, 1: closes, 2: empty, index } of xml.matchAll(ELEMENT)) {
    if (closes) depth--;
    else if (!empty) depth++;
    if (depth < 0) return undefined;
    if (depth > 0) continue;
    blocks.push(xml.slice(from, index + tag.length));
    from = index + tag.length;
  }
  return depth === 0 ? blocks : undefined;
}

/** Tells whether a block is a paragraph. */
export function isParagraph(block: string): boolean {
  return /^\s*<w:p[\s/>]/.test(block);
}

/** Returns what a content control holds; undefined if the block is not one. */
export function unwrap(block: string): readonly string[] | undefined {
  const content = /^\s*<w:sdt[\s>][\s\S]*?<w:sdtContent(?:\s[^>]*)?>([\s\S]*)<\/w:sdtContent>/.exec(block)?.[1];
  return content === undefined ? undefined : outermost(content);
}

/** Returns the page set-up of the section that ends with a block; empty where none does. */
export function pageOf(block: string): string {
  const isPage = isParagraph(block) || /^\s*<w:sectPr[\s/>]/.test(block);
  return isPage ? (/<w:sectPr(?:\s[^>]*)?\/>|<w:sectPr[\s>][\s\S]*<\/w:sectPr>/.exec(block)?.[0] ?? "") : "";
}

/** Tells whether a block is a paragraph in which nothing can be seen. */
export function isBlankParagraph(block: string): boolean {
  if (!isParagraph(block) || /<w:(?:drawing|pict|object|sym|pBdr)[\s/>]/.test(block)) return false;
  return block.replace(/<[^>]*>/g, "").trim() === "";
}

/** Reads a block's words, an entity as one letter; joined over its runs. */
export function lettersOf(block: string): string {
  return [...block.matchAll(TEXT)].map(([, , text = ""]) => text.replace(/&[^;]*;/g, "?")).join("");
}

/** Takes some of a block's letters away, from one to before another, as `lettersOf` counts them. */
export function withoutLetters(block: string, from: number, to: number): string {
  let at = 0;
  return block.replace(TEXT, (_, tag: string, text: string) => {
    const letters = text.match(/&[^;]*;|[\s\S]/g) ?? [];
    const kept = letters.filter((_letter, index) => at + index < from || at + index >= to);
    at += letters.length;
    return tag + kept.join("");
  });
}

const TEXT = /(<w:t(?:\s[^>]*)?>)([^<]*)/g;
