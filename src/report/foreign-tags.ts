/** Tags as other programs write them: `<<…>>`, `«…»`, `[…]`, `${…}`, full-width braces, Word's fields for mail merge. */
import { paragraphsOf, unescapeXml } from "./paragraphs.ts";
import { nearest, plainName } from "./similar.ts";
import { KNOWN_TAGS, TEMPLATE_TAGS } from "./tags.ts";

const REPORT_TAGS: ReadonlySet<string> = new Set(Object.keys(TEMPLATE_TAGS));

/** A tag of another program: as it is written, its paragraph, and what to say of it. */
export type ForeignTag = { readonly words: string; readonly message: string };

/** `sure`: the brackets are used for nothing but tags. */
const BRACKETS: readonly { readonly pattern: RegExp; readonly sure: boolean }[] = [
  { pattern: /<<\s*([^<>]{1,60}?)\s*>>/g, sure: true },
  { pattern: /«\s*([^«»]{1,60}?)\s*»/g, sure: true },
  { pattern: /\$\{\s*([^{}]{1,60}?)\s*\}/g, sure: true },
  { pattern: /｛\s*([^｛｝{}]{1,60}?)\s*[｝}]/g, sure: true },
  { pattern: /\[\[?\s*([^[\]]{1,60}?)\s*\]\]?/g, sure: false },
];

const MERGE_FIELD = /\bMERGEFIELD\s+(?:"([^"]+)"|([^\s\\"]+))/g;

/** Lists the tags of other programs in a part. */
export function findForeignTags(xml: string): readonly ForeignTag[] {
  return paragraphsOf(xml).flatMap(({ text, source }) => {
    const said = new Map<string, string>();
    for (const { pattern, sure } of BRACKETS) {
      for (const [written, name = ""] of text.matchAll(pattern)) {
        const message = describe(written, name, sure);
        if (message !== undefined && !said.has(plainName(name))) said.set(plainName(name), message);
      }
    }
    for (const [, quoted, bare] of instructions(source).matchAll(MERGE_FIELD)) {
      const name = quoted ?? bare ?? "";
      if (said.has(plainName(name))) continue;
      said.set(plainName(name), describe(`trường trộn thư «${name}»`, name, true) ?? "");
    }
    return [...said.values()].map((message) => ({ words: text, message }));
  });
}

/** Joins what the fields of a paragraph are told to do. */
function instructions(paragraph: string): string {
  const complex = [...paragraph.matchAll(/<w:instrText(?:\s[^>]*)?>([^<]*)/g)].map(([, text = ""]) => text).join("");
  const simple = [...paragraph.matchAll(/<w:fldSimple\s[^>]*?w:instr="([^"]*)"/g)].map(([, text = ""]) => text);
  return unescapeXml([complex, ...simple].join(" "));
}

function describe(written: string, name: string, sure: boolean): string | undefined {
  const meant = plainName(name.replace(/^[#/^]\s*/, ""));
  const known = (sure ? KNOWN_TAGS : REPORT_TAGS).has(meant);
  const sign = /^[#/^]/.exec(name)?.[0] ?? "";
  if (known) return `${written}: cần viết {${sign}${meant}}. Sửa lại trong mẫu, hoặc xóa.`;
  // Words between such brackets may be a quotation; a single one is a tag.
  if (!sure || !/^[#/^]?[\p{L}\p{M}\d_.]+$/u.test(name)) return undefined;
  const guess = nearest(name, [...KNOWN_TAGS]);
  const remedy = "Viết một thẻ trong danh sách thẻ, hoặc xóa.";
  return guess === undefined
    ? `${written}: là thẻ của chương trình khác, ở đây không được điền. ${remedy}`
    : `${written}: là thẻ của chương trình khác, ở đây không được điền. Có phải {${guess}} không? ${remedy}`;
}
