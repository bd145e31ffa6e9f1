/** What can be wrong with a template, in one line for the person who chose or edited it. */

/** A template that cannot be filled. `message` is Vietnamese: where, what was expected, what was found, what to do. */
export class TemplateFault extends Error {
  /** What the library threw, if it did. */
  readonly reason: unknown;

  constructor(message: string, reason?: unknown) {
    super(message);
    this.name = "TemplateFault";
    this.reason = reason;
  }
}

/** Makes one fault of several lines. */
export function faultOf(lines: readonly string[], reason?: unknown): TemplateFault {
  return new TemplateFault(lines.join("\n"), reason);
}

/** Names a place in the template: the part of the file, and the words around it as far as they are known. */
export function describePlace(path: string, words: string): string {
  return `Tệp mẫu, ${partName(path)}${words === "" ? "" : `, đoạn “${words}”`}`;
}

function partName(path: string): string {
  if (/header/.test(path)) return "phần đầu trang";
  if (/footer/.test(path)) return "phần chân trang";
  if (/footnotes|endnotes/.test(path)) return "phần chú thích cuối trang";
  if (/comments/.test(path)) return "phần ghi chú của người duyệt";
  if (/^docProps/.test(path)) return "thuộc tính tệp";
  return "phần thân văn bản";
}

/** Finds the words around a tag in a part of the template. */
export type FindWords = (path: string, tag: string) => string;

/** Puts what docxtemplater throws into lines, one for each of its errors. */
export function explain(thrown: unknown, wordsAround: FindWords): readonly string[] {
  const several = field(field(thrown, "properties"), "errors");
  const errors: readonly unknown[] = Array.isArray(several) && several.length > 0 ? several : [thrown];
  return errors.map((error) => explainOne(error, wordsAround));
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function explainOne(error: unknown, wordsAround: FindWords): string {
  const properties = field(error, "properties");
  const word = (name: string) => {
    const value = field(properties, name);
    return typeof value === "string" ? value : "";
  };
  const tag = word("xtag").replace(/[{}]/g, "").trim();
  const where = describePlace(word("file"), wordsAround(word("file"), tag || word("openingtag")));
  switch (word("id")) {
    case "unclosed_tag":
      return `${where}: thẻ “{${tag}” chưa có dấu “}”. Thêm dấu } ngay sau tên thẻ.`;
    case "unopened_tag":
      return `${where}: thẻ “${tag}}” chưa có dấu “{”. Thêm dấu { ngay trước tên thẻ.`;
    case "duplicate_open_tag":
    case "duplicate_close_tag":
      return `${where}: thẻ “${tag}” thừa dấu ngoặc nhọn. Mỗi thẻ chỉ có một dấu { và một dấu }.`;
    case "unclosed_loop":
      return `${where}: vòng lặp {#${tag}} chưa được đóng. Thêm {/${tag}} ở cuối phần lặp.`;
    case "unopened_loop":
      return `${where}: thẻ đóng {/${tag}} không có thẻ mở. Thêm {#${tag}} ở đầu phần lặp, hoặc xóa thẻ đóng.`;
    case "closing_tag_does_not_match_opening_tag":
      return `${where}: vòng lặp {#${word("openingtag")}} được đóng bằng {/${word("closingtag")}}. Sửa để hai thẻ cùng tên.`;
    case "loop_position_invalid":
      return `${where}: thẻ mở và thẻ đóng của {#${tag}} không cùng một bảng, một dòng hoặc một ô điều khiển nội dung. Đặt cả hai cùng ở trong, hoặc cùng ở ngoài.`;
    case "unbalanced_loop_tags":
      return `${where}: các vòng lặp trong một dòng của bảng chồng lên nhau. Đặt thẻ mở ở ô đầu, thẻ đóng ở ô cuối của dòng.`;
    default:
      return `${where}: mẫu bị hỏng hoặc thẻ đặt sai chỗ${tag === "" ? "" : ` ({${tag}})`}. Mở mẫu bằng Word, lưu lại dạng .docx rồi chọn lại.`;
  }
}
