/** The rows of the tab `Nội dung báo cáo`: a part of the report each, with a word on what belongs there. */
import { NARRATIVE_PART_NAMES, NARRATIVE_PARTS, type NarrativePart } from "../core/narrative.ts";
import type { Cell } from "./grid.ts";
import { NARRATIVE_TAB } from "./schema.ts";

const HELP: Readonly<Record<NarrativePart, string>> = {
  guidance:
    "Văn bản đã ban hành, hội nghị triển khai, kiểm tra, đôn đốc. Đặt ở đầu mục I, trước phần sổ tự viết về tình hình báo cáo.",
  results: "Nhận xét chung của UBND. Đặt trước các ý của từng đơn vị.",
  difficulties: "Khó khăn khách quan của cả xã. Đặt trước các ý của từng đơn vị.",
  limits: "Tồn tại, hạn chế của cả xã. Đặt sau phần khó khăn, trước các ý của từng đơn vị.",
  causes: "Nguyên nhân chung. Đặt trước các ý của từng đơn vị.",
  direction: "Giải pháp của năm sau. Đặt sau các việc sổ tính ra từ chỉ tiêu chưa đạt.",
  proposals: "Kiến nghị với cấp trên. Đặt trước các ý của từng đơn vị.",
  praise:
    "Mỗi tập thể một dòng. Không ghi tên cá nhân: ai mở được sổ cũng đọc được; tên cá nhân chỉ nhập lúc tạo báo cáo.",
};

/** Makes the rows, with nothing written yet. */
export function narrativeRows(): readonly (readonly Cell[])[] {
  return NARRATIVE_PARTS.map((part) => {
    const cells = { part, name: NARRATIVE_PART_NAMES[part], text: "", help: HELP[part] };
    return NARRATIVE_TAB.columns.map(({ key }) => cells[key]);
  });
}
