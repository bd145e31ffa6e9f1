/** The tabs that say what the plan is, which the coordinator fills in: settings, targets, tasks, text for the report. */
import { COORDINATOR_COLOUR } from "./colours.ts";
import type { TableTab } from "./tab.ts";

export const SETTINGS_TAB: TableTab<"key" | "name" | "value" | "help"> = {
  title: "Cấu hình",
  intro: "Người tổng hợp điền cột Giá trị. Mọi tab khác đọc từ đây.",
  colour: COORDINATOR_COLOUR,
  spareRows: 0,
  columns: [
    { key: "key", title: "Khóa", width: 120, kind: "text", hidden: true },
    { key: "name", title: "Mục", width: 220, kind: "text" },
    { key: "value", title: "Giá trị", width: 320, kind: "text", input: true },
    { key: "help", title: "Giải thích", width: 420, kind: "text" },
  ],
};

export const TARGETS_TAB: TableTab<
  | "code"
  | "name"
  | "threshold"
  | "measure"
  | "dueYear"
  | "scope"
  | "m2026"
  | "m2027"
  | "m2028"
  | "m2029"
  | "m2030"
  | "national2025"
  | "national2030"
  | "source"
> = {
  title: "Chỉ tiêu",
  intro: "Ngưỡng, phạm vi và mốc của kế hoạch. Sửa ở đây thì Bảng điểm và báo cáo tính theo ngay.",
  colour: COORDINATOR_COLOUR,
  frozenColumns: 2,
  spareRows: 0,
  columns: [
    { key: "code", title: "Mã", width: 60, kind: "text" },
    { key: "name", title: "Chỉ tiêu", width: 360, kind: "text", input: true },
    {
      key: "threshold",
      title: "Ngưỡng",
      width: 70,
      kind: "number",
      input: true,
      help: "Số nguyên từ 0 đến 100 (CT6: số hoạt động). CT2B, QG1 để trống: so với năm trước, không có ngưỡng.",
    },
    { key: "measure", title: "Đơn vị tính", width: 90, kind: "text" },
    {
      key: "dueYear",
      title: "Đến năm",
      width: 80,
      kind: "year",
      input: true,
      help: "Năm phải đạt. Để trống: năm nào cũng phải đạt.",
    },
    {
      key: "scope",
      title: "Phạm vi",
      width: 190,
      kind: "text",
      input: true,
      help: "CT2: mã các số liệu được cộng, rồi sau chữ “trừ” là vai trò hay mã đơn vị để tính riêng, ví dụ CUX|CUA|BCHX|BCHA trừ Hội LHPN. CT1: chọn từng đơn vị ở tab Đơn vị.",
    },
    {
      key: "m2026",
      title: "Mốc 2026",
      width: 75,
      kind: "number",
      input: true,
      help: "Mốc phải đến trong năm; có thể để trống.",
    },
    { key: "m2027", title: "Mốc 2027", width: 75, kind: "number", input: true },
    { key: "m2028", title: "Mốc 2028", width: 75, kind: "number", input: true },
    { key: "m2029", title: "Mốc 2029", width: 75, kind: "number", input: true },
    { key: "m2030", title: "Mốc 2030", width: 75, kind: "number", input: true },
    { key: "national2025", title: "Quốc gia 2025", width: 85, kind: "number", input: true, help: "QĐ 2282/QĐ-TTg, %." },
    {
      key: "national2030",
      title: "Quốc gia 2030",
      width: 85,
      kind: "number",
      input: true,
      help: "QĐ 2282/QĐ-TTg, %. CT1 để trống: con số quốc gia chỉ nói về HĐND, UBND (QG1). CT4: con số quốc gia tính rộng hơn.",
    },
    { key: "source", title: "Căn cứ", width: 160, kind: "text", input: true },
  ],
};

export const TASKS_TAB: TableTab<"code" | "group" | "text" | "assignees"> = {
  title: "Nhiệm vụ",
  intro: "Nhiệm vụ ở mục V của kế hoạch, xếp theo ba nhóm của mục III, và đơn vị được giao.",
  colour: COORDINATOR_COLOUR,
  spareRows: 0,
  columns: [
    { key: "code", title: "Mã", width: 60, kind: "text" },
    { key: "group", title: "Nhóm (mục III)", width: 90, kind: "text", choices: ["1", "2", "3"], input: true },
    { key: "text", title: "Nhiệm vụ", width: 560, kind: "text", input: true },
    {
      key: "assignees",
      title: "Giao cho",
      width: 240,
      kind: "text",
      input: true,
      help: "Vai trò ở tab Cấu hình (ví dụ Hội LHPN), mã đơn vị, hoặc mã loại (dang, co_quan, su_nghiep, vu_trang, ct_xh), cách nhau bằng dấu |. Sửa xong thì lập lại biểu.",
    },
  ],
};

/** The coordinator's own text for the report, a row for each of its parts. */
export const NARRATIVE_TAB: TableTab<"part" | "name" | "text" | "help"> = {
  title: "Nội dung báo cáo",
  intro:
    "Lời của người tổng hợp trong báo cáo, thêm vào phần sổ tự viết và phần của các đơn vị. Dòng nào không cần thì để trống. Không ghi tên người.",
  colour: COORDINATOR_COLOUR,
  spareRows: 0,
  columns: [
    { key: "part", title: "Khóa phần", width: 100, kind: "text", hidden: true },
    { key: "name", title: "Phần của báo cáo", width: 230, kind: "text" },
    {
      key: "text",
      title: "Lời của người tổng hợp",
      width: 620,
      kind: "text",
      input: true,
      help: "Mỗi lần xuống dòng trong ô (Ctrl+Enter) là một đoạn văn của báo cáo.",
    },
    { key: "help", title: "Viết gì ở đây", width: 380, kind: "text" },
  ],
};
