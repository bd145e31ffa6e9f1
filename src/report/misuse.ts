/** Tags that are unknown or used otherwise than they are meant: found in what docxtemplater has parsed, before filling. */
import { nearest } from "./similar.ts";
import { type TagEntry, type TagGuide, TEMPLATE_TAGS } from "./tags.ts";
import { wrapperOfOne } from "./wrappers.ts";

/** A misused tag: its name, and what to say of it. */
export type Misuse = { readonly tag: string; readonly message: string };

/** Which tags are known at a place, from the outermost, and whether `{.}` means a text there. */
type TagScope = { readonly guides: readonly TagGuide[]; readonly dot: boolean };

/** Lists the misused tags among the parsed parts of a file, loops that will stay empty included. */
export function findMisuse(parts: readonly unknown[]): readonly Misuse[] {
  return misuseIn(parts, { guides: [TEMPLATE_TAGS], dot: false });
}

function misuseIn(parts: readonly unknown[], place: TagScope): readonly Misuse[] {
  return parts.flatMap((part) => (property(part, "type") === "placeholder" ? misuseOf(part, place) : []));
}

function misuseOf(part: unknown, place: TagScope): readonly Misuse[] {
  const name = String(property(part, "value")).trim();
  const inner = property(part, "subparsed");
  const say = (message: string): readonly Misuse[] => [{ tag: name, message }];
  if (property(part, "module") === "rawxml") {
    return say(`thẻ {@${name}} không được dùng dấu @. Sửa thành {${name}}.`);
  }
  if (name === ".") {
    if (place.dot) return [];
    return say("thẻ {.} chỉ dùng được trong vòng lặp của một danh sách. Xóa hoặc sửa thẻ.");
  }
  const entry = findTag(name, place.guides);
  if (!entry) return say(describeUnknown(name, place));
  if (Array.isArray(inner)) {
    const wrapper = wrapperOfOne(xmlOf(inner));
    if (wrapper) {
      return say(
        `vòng lặp {#${name}}: hai thẻ cần nằm trong cùng một phần chữ, nhưng chỉ một thẻ nằm trong ${wrapper.name}. ${wrapper.action}, rồi chọn lại mẫu.`,
      );
    }
    if (entry.use === "note") return [];
    const guides = entry.within ? [...place.guides, entry.within] : place.guides;
    const dot = entry.use === "texts" || (place.dot && entry.use !== "rows");
    return misuseIn(inner, { guides, dot });
  }
  if (entry.use === "text") return [];
  if (entry.use === "note")
    return say(`thẻ {${name}} bao lời dặn người sửa mẫu. Viết {#${name}}…{/${name}}, hoặc xóa thẻ.`);
  return say(`thẻ {${name}} là danh sách hoặc điều kiện. Viết {#${name}}…{/${name}}.`);
}

/** Joins the XML among parsed parts; what loops within repeat is judged with them. */
function xmlOf(parts: readonly unknown[]): string {
  return parts
    .map((part) => (property(part, "type") === "placeholder" ? "" : String(property(part, "value") ?? "")))
    .join("");
}

function describeUnknown(name: string, { guides }: TagScope): string {
  const remedy = "Sửa lại tên thẻ theo danh sách thẻ, hoặc xóa thẻ.";
  const elsewhere = Object.entries<TagEntry>(TEMPLATE_TAGS).find(([, { within }]) => within && findTag(name, [within]));
  if (elsewhere) {
    return `thẻ {${name}} chỉ dùng được trong vòng lặp của bảng hoặc mục chứa nó, ví dụ {#${elsewhere[0]}}…{/${elsewhere[0]}}. ${remedy}`;
  }
  const meant = nearest(
    name,
    guides.flatMap((guide) => Object.keys(guide)),
  );
  const guess = meant === undefined ? "" : ` Có phải {${meant}} không?`;
  return `thẻ {${name}} không có trong danh sách thẻ.${guess} ${remedy}`;
}

function findTag(name: string, guides: readonly TagGuide[]): TagEntry | undefined {
  for (const guide of [...guides].reverse()) {
    const entry = property(guide, name) === undefined ? undefined : guide[name];
    if (entry) return entry;
  }
  return undefined;
}

/** Reads an object's own property; what it inherits (`constructor`) is no tag. */
export function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.getOwnPropertyDescriptor(value, name)?.value : undefined;
}
