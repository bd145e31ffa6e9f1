/** The tabs that formulas fill for people to read: the scorecard and the issues. */
import { COMPUTED_COLOUR } from "./colours.ts";
import type { TableTab } from "./tab.ts";

export const SCORECARD_TAB: TableTab<
  | "code"
  | "name"
  | "numerator"
  | "denominator"
  | "percent"
  | "target"
  | "milestone"
  | "status"
  | "neededFixed"
  | "neededAdded"
  | "low"
  | "high"
  | "previous"
  | "national"
> = {
  title: "Bảng điểm",
  intro: "Tự tính từ mọi biểu. Đạt hay không là so số nguyên; tỷ lệ chỉ để đọc.",
  colour: COMPUTED_COLOUR,
  frozenColumns: 2,
  spareRows: 0,
  columns: [
    { key: "code", title: "Mã", width: 95, kind: "text" },
    { key: "name", title: "Chỉ tiêu", width: 300, kind: "text" },
    {
      key: "numerator",
      title: "Thực hiện",
      width: 80,
      kind: "number",
      help: "Số nữ; CT1: số đơn vị có nữ lãnh đạo; CT6: số hoạt động.",
    },
    { key: "denominator", title: "Trên tổng số", width: 80, kind: "number" },
    { key: "percent", title: "Tỷ lệ (%)", width: 80, kind: "percent" },
    { key: "target", title: "Mục tiêu", width: 75, kind: "number", help: "%, riêng CT6 là số hoạt động." },
    { key: "milestone", title: "Mốc năm nay", width: 80, kind: "number" },
    { key: "status", title: "Đánh giá", width: 130, kind: "text" },
    {
      key: "neededFixed",
      title: "Còn thiếu (giữ số ghế)",
      width: 95,
      kind: "number",
      help: "Số nữ cần thêm nếu tổng số không đổi.",
    },
    {
      key: "neededAdded",
      title: "Còn thiếu (thêm ghế)",
      width: 95,
      kind: "number",
      help: "Số nữ cần thêm nếu mỗi người vào là thêm một ghế.",
    },
    {
      key: "low",
      title: "Thấp nhất (%)",
      width: 80,
      kind: "percent",
      help: "Khi các đơn vị còn thiếu báo cáo xong, ở trường hợp xấu nhất.",
    },
    {
      key: "high",
      title: "Cao nhất (%)",
      width: 80,
      kind: "percent",
      help: "Khi các đơn vị còn thiếu báo cáo xong, ở trường hợp tốt nhất.",
    },
    { key: "previous", title: "Năm trước (%)", width: 80, kind: "percent" },
    {
      key: "national",
      title: "Quốc gia 2030 (%)",
      width: 85,
      kind: "number",
      help: "Mục tiêu của QĐ 2282/QĐ-TTg. Dòng CT4 chỉ để tham khảo: con số quốc gia tính cả nữ trong quy hoạch và nữ đang lãnh đạo, còn CT4 tính trong một năm, chỉ cán bộ, công chức, viên chức.",
    },
  ],
};

export const ISSUES_TAB: TableTab<"severity" | "unit" | "tab" | "cell" | "subject" | "message" | "sheetId" | "open"> = {
  title: "Kiểm tra",
  intro: "Chỗ thiếu, chỗ sai và chỗ nên xem lại trong mọi biểu. Sửa xong thì dòng tự mất.",
  colour: COMPUTED_COLOUR,
  spareRows: 0,
  columns: [
    { key: "severity", title: "Mức độ", width: 80, kind: "text" },
    { key: "unit", title: "Đơn vị", width: 90, kind: "text" },
    { key: "tab", title: "Tab", width: 110, kind: "text" },
    { key: "cell", title: "Ô", width: 60, kind: "text" },
    { key: "subject", title: "Mục", width: 220, kind: "text" },
    { key: "message", title: "Cần gì, thấy gì, làm gì", width: 540, kind: "text" },
    { key: "sheetId", title: "Số tab", width: 70, kind: "text", hidden: true },
    { key: "open", title: "Đến ô", width: 70, kind: "link" },
  ],
};
