/** What a loop's two tags lie in: unless both lie in the same, repeating what is between them breaks the document. */
import { attributeOf, tagsOf } from "./elements.ts";

/** What can lie around a part of a paragraph, as Word calls it, and how to get rid of it. */
const WRAPPERS: Readonly<Record<string, readonly [name: string, action: string]>> = {
  "w:ins": ["phần chữ mới gõ khi đang theo dõi thay đổi", "Vào Xem lại → Chấp nhận thay đổi"],
  "w:moveTo": ["phần chữ được chuyển đến khi đang theo dõi thay đổi", "Vào Xem lại → Chấp nhận thay đổi"],
  "w:hyperlink": ["một liên kết", "Bấm chuột phải vào chỗ ấy, chọn bỏ liên kết"],
  "w:fldSimple": ["một trường", "Bấm vào chỗ ấy rồi nhấn Ctrl+Shift+F9 để trường thành chữ thường"],
  "w:fldChar": ["một trường", "Bấm vào chỗ ấy rồi nhấn Ctrl+Shift+F9 để trường thành chữ thường"],
  "w:sdt": ["một ô điều khiển nội dung", "Bấm chuột phải vào ô ấy, chọn bỏ điều khiển nội dung"],
  "w:txbxContent": ["một hộp chữ", "Đưa cả hai thẻ vào trong hộp, hoặc ra ngoài"],
  "w:tc": ["một ô của bảng", "Đưa cả hai thẻ vào cùng một ô, hoặc ra ngoài bảng"],
};

/** What lies around one tag of a loop and not around the other: its name, and what to do. */
export type Wrapper = { readonly name: string; readonly action: string };

const OTHER: Wrapper = { name: "một phần được định dạng riêng", action: "Xóa hai thẻ rồi gõ lại liền một lượt" };

/** Compares what lies around the beginning and the end of a piece of XML; undefined if both lie in the same element. */
export function wrapperOfOne(xml: string): Wrapper | undefined {
  const closed: string[] = [];
  const opened: string[] = [];
  let fields = 0;
  for (const tag of tagsOf(xml)) {
    if (tag.name === "w:fldChar" && tag.kind !== "close") {
      const type = attributeOf(tag, "w:fldCharType");
      fields += type === "begin" ? 1 : type === "end" ? -1 : 0;
      if (fields < 0) return named(["w:fldChar"]);
    }
    if (tag.kind === "open") opened.push(tag.name);
    else if (tag.kind === "close" && opened.length === 0) closed.unshift(tag.name);
    else if (tag.kind === "close" && opened.pop() !== tag.name) return OTHER;
  }
  if (fields !== 0) return named(["w:fldChar"]);
  if (closed.join(" ") === opened.join(" ")) return undefined;
  return named([
    ...closed.filter((name) => !opened.includes(name)),
    ...opened.filter((name) => !closed.includes(name)),
  ]);
}

function named(names: readonly string[]): Wrapper {
  const [name, action] = names.map((one) => WRAPPERS[one]).find((one) => one !== undefined) ?? [];
  return name === undefined || action === undefined ? OTHER : { name, action };
}
