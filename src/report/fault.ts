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

/** Names the part of a Word file that a path in its zip stands for. */
export function partName(path: string): string {
  if (/header/.test(path)) return "phần đầu trang";
  if (/footer/.test(path)) return "phần chân trang";
  if (/^docProps/.test(path)) return "thuộc tính tệp";
  return "phần thân văn bản";
}

/** Makes the fault for a file that is no Word document, from its first bytes. */
export function notWord(start: string, reason?: unknown): TemplateFault {
  const found = start === "" ? "tệp trống" : foundBy(start);
  return new TemplateFault(
    `Tệp mẫu: cần một tệp Word .docx, nhưng đây là ${found}. Mở mẫu bằng Word, lưu lại dạng .docx rồi chọn lại.`,
    reason,
  );
}

function foundBy(start: string): string {
  if (start.startsWith("PK")) return "tệp nén bị hỏng hoặc không phải tệp Word";
  if (start.startsWith("\u00d0\u00cf")) return "tệp .doc đời cũ hoặc tệp có mật khẩu";
  if (start.startsWith("%PDF")) return "tệp PDF";
  return "tệp loại khác";
}

/** Puts what docxtemplater throws into one line; the first of several errors, with the number of the others. */
export function explain(thrown: unknown): TemplateFault {
  const several = field(field(thrown, "properties"), "errors");
  const errors: readonly unknown[] = Array.isArray(several) && several.length > 0 ? several : [thrown];
  const more = errors.length > 1 ? ` Còn ${errors.length - 1} lỗi khác trong mẫu.` : "";
  return new TemplateFault(explainOne(errors[0]) + more, thrown);
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function explainOne(error: unknown): string {
  const properties = field(error, "properties");
  const word = (name: string) => {
    const value = field(properties, name);
    return typeof value === "string" ? value : "";
  };
  const where = `Tệp mẫu, ${partName(word("file"))}`;
  const tag = word("xtag").replace(/[{}]/g, "").trim();
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
      return `${where}: thẻ mở và thẻ đóng của {#${tag}} không cùng một bảng hoặc một dòng. Đặt cả hai cùng trong bảng, hoặc cùng ngoài bảng.`;
    case "unbalanced_loop_tags":
      return `${where}: các vòng lặp trong một dòng của bảng chồng lên nhau. Đặt thẻ mở ở ô đầu, thẻ đóng ở ô cuối của dòng.`;
    default:
      return `${where}: mẫu bị hỏng hoặc thẻ đặt sai chỗ${tag === "" ? "" : ` ({${tag}})`}. Mở mẫu bằng Word, lưu lại dạng .docx rồi chọn lại.`;
  }
}
