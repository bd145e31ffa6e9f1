/** The five annexes of the default template, each on pages of its own. */
import { AlignmentType, type Paragraph } from "docx";
import {
  ACTIVITY_COLUMNS,
  DETAIL_COLUMNS,
  REPORTING_COLUMNS,
  UNIT_COLUMNS,
  UNIT_FUND_COLUMNS,
  UNIT_FUND_TOTAL,
  UNIT_TOTAL,
} from "./columns.ts";
import {
  type Block,
  figures,
  gap,
  LANDSCAPE_WIDTH,
  line,
  loop,
  PORTRAIT_WIDTH,
  rule,
  SUBJECT_RULE,
  sectionEnd,
  unless,
} from "./parts.ts";

function annexTitle(number: string, title: string, width = LANDSCAPE_WIDTH): readonly Paragraph[] {
  return [
    line(`Phụ lục ${number}`, { bold: true }),
    line(title, { bold: true }),
    line(`(Kèm theo Báo cáo số{so_van_ban}/BC-UBND {ngay_thang} của {co_quan})`, { italics: true }),
    rule(SUBJECT_RULE, width),
    gap(),
  ];
}

/** The workbook's remark once more: an annex is passed on without the report. */
function annexNote(): readonly Paragraph[] {
  return loop(
    "ghi_chu",
    line("Ghi chú: {.}", { size: 12, bold: true, italics: true, align: AlignmentType.LEFT }, BELOW),
  );
}

/** A remark on a table, in small italics. It stands above: below a table that fills its page it would be alone on the next. */
function remark(text: string): Paragraph {
  return line(text, { size: 12, italics: true, align: AlignmentType.LEFT }, BELOW);
}

const BELOW = { spacing: { after: 80 } };

/** Makes Annex I: every indicator. */
export function annexOne(): readonly Block[] {
  return [
    ...annexTitle("I", "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NĂM {nam}"),
    remark(
      "“Gần đạt”: từ 90% mức mục tiêu trở lên. “Khoảng khi đủ số liệu”: tỷ lệ thấp nhất và cao nhất khi các đơn vị còn thiếu báo cáo đủ. Dấu “–”: không có, chưa có hoặc không áp dụng.",
    ),
    ...annexNote(),
    figures("phu_luc_1", DETAIL_COLUMNS, 11),
    sectionEnd(),
  ];
}

/** Makes Annex II: figures by unit. */
export function annexTwo(): readonly Block[] {
  return [
    ...annexTitle("II", "SỐ LIỆU THEO ĐƠN VỊ NĂM {nam}"),
    remark(
      "Mỗi ô ghi tổng số/số nữ; dấu “–”: đơn vị không báo cáo nội dung này. Số liệu quy hoạch và đào tạo chỉ tổng hợp chung, không nêu theo từng đơn vị.",
    ),
    ...annexNote(),
    figures("phu_luc_2", UNIT_COLUMNS, 11, UNIT_TOTAL),
    sectionEnd(),
  ];
}

/** Makes Annex III: activities. */
export function annexThree(): readonly Block[] {
  return [
    ...annexTitle("III", "CÁC HOẠT ĐỘNG TUYÊN TRUYỀN NĂM {nam}"),
    ...unless("phu_luc_3", remark("Chưa có hoạt động nào của năm được báo cáo.")),
    ...loop("phu_luc_3_ghi_chu", remark("{.}")),
    ...annexNote(),
    figures("phu_luc_3", ACTIVITY_COLUMNS, 12),
    sectionEnd(),
  ];
}

/** Makes Annex IV: funds. */
export function annexFour(): readonly Block[] {
  return [
    ...annexTitle("IV", "KINH PHÍ THỰC HIỆN NĂM {nam}", PORTRAIT_WIDTH),
    ...loop("co_bang_kinh_phi", remark("Đơn vị không có tên trong bảng chưa báo cáo số liệu kinh phí.")),
    ...unless("co_bang_kinh_phi", remark("Chưa có đơn vị nào báo cáo số liệu kinh phí hợp lệ.")),
    ...annexNote(),
    line("Đơn vị tính: đồng", { size: 12, italics: true, align: AlignmentType.RIGHT }),
    figures("phu_luc_4", UNIT_FUND_COLUMNS, 12, UNIT_FUND_TOTAL),
    sectionEnd(),
  ];
}

/** Makes Annex V: who reported what, and when. */
export function annexFive(): readonly Block[] {
  return [
    ...annexTitle("V", "TÌNH HÌNH BÁO CÁO CỦA CÁC ĐƠN VỊ NĂM {nam}"),
    remark(
      "Cột “Số liệu”, “Nhiệm vụ” ghi số đã báo cáo hợp lệ/số phải báo cáo; dấu “–”: không có. Thời gian nộp là lần nộp gần nhất.",
    ),
    ...annexNote(),
    figures("phu_luc_5", REPORTING_COLUMNS, 11),
    sectionEnd(),
  ];
}
