/** The tabs that keep what was: earlier years' figures, the workflow's acts, rights last seen, what lost its place. */
import { COORDINATOR_COLOUR } from "./colours.ts";
import type { TableTab } from "./tab.ts";

export const HISTORY_TAB: TableTab<"year" | "unit" | "element" | "total" | "women"> = {
  title: "Lịch sử",
  intro: "Số liệu các năm trước, để so tăng giảm. Mỗi dòng một số liệu của một đơn vị trong một năm.",
  colour: COORDINATOR_COLOUR,
  spareRows: 50,
  columns: [
    { key: "year", title: "Năm", width: 70, kind: "year", input: true },
    { key: "unit", title: "Đơn vị", width: 100, kind: "text", input: true },
    { key: "element", title: "Số liệu", width: 90, kind: "text", input: true },
    { key: "total", title: "Tổng số", width: 90, kind: "count", input: true },
    { key: "women", title: "Nữ", width: 90, kind: "count", input: true },
  ],
};

export type LogKey = "time" | "role" | "unit" | "action" | "reason" | "words" | "year" | "about" | "digest";

/** The workflow's acts, a line each. What the coordinator decided stands here and nowhere else. */
export const LOG_TAB: TableTab<LogKey> = {
  title: "Nhật ký",
  intro: "Ai nộp, duyệt, trả lại, mở lại lúc nào. Sổ chỉ ghi thêm vào cuối; không sửa, không xóa dòng nào.",
  colour: COORDINATOR_COLOUR,
  spareRows: 1,
  columns: [
    { key: "time", title: "Lúc", width: 140, kind: "text" },
    { key: "role", title: "Vai trò", width: 150, kind: "text" },
    { key: "unit", title: "Đơn vị", width: 90, kind: "text" },
    { key: "action", title: "Việc", width: 110, kind: "text" },
    { key: "reason", title: "Lý do", width: 320, kind: "text" },
    { key: "words", title: "Hiện ở biểu", width: 360, kind: "text", help: "Câu mà biểu của đơn vị hiện ở đầu." },
    { key: "year", title: "Năm báo cáo", width: 70, kind: "text" },
    { key: "about", title: "Bản nộp", width: 150, kind: "text", hidden: true },
    { key: "digest", title: "Dấu số liệu", width: 150, kind: "text", hidden: true },
  ],
};

export type RightKey = "tab" | "range" | "label" | "who" | "state";

export const RIGHTS_TAB: TableTab<RightKey> = {
  title: "Quyền sửa",
  intro: "Ai sửa được gì, lúc xem gần nhất: trình đơn Sổ 2282 → Ai sửa được gì.",
  colour: COORDINATOR_COLOUR,
  spareRows: 1,
  columns: [
    { key: "tab", title: "Tab", width: 130, kind: "text" },
    { key: "range", title: "Vùng", width: 90, kind: "text" },
    { key: "label", title: "Của", width: 300, kind: "text" },
    { key: "who", title: "Được sửa", width: 340, kind: "text" },
    { key: "state", title: "Tình trạng", width: 340, kind: "text" },
  ],
};

/** What lost its place, a row each: nothing that was typed is thrown away. */
export const ARCHIVE_TAB: TableTab<"when" | "unit" | "tab" | "cell" | "subject" | "value" | "reason"> = {
  title: "Lưu trữ",
  intro: "Số liệu không còn chỗ trong biểu, kèm chỗ cũ và lý do. Sổ chỉ ghi thêm vào đây, không tính, không xóa.",
  colour: COORDINATOR_COLOUR,
  spareRows: 1,
  columns: [
    { key: "when", title: "Lúc", width: 130, kind: "text" },
    { key: "unit", title: "Đơn vị", width: 90, kind: "text" },
    { key: "tab", title: "Tab", width: 130, kind: "text" },
    { key: "cell", title: "Ô cũ", width: 70, kind: "text" },
    { key: "subject", title: "Mục", width: 260, kind: "text" },
    { key: "value", title: "Giá trị", width: 260, kind: "text" },
    { key: "reason", title: "Vì sao", width: 320, kind: "text" },
  ],
};
