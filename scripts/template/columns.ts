/** The columns of the report's tables: heading, tag, width in millimetres; a portrait page holds 160, one across 247. */
import { type Column, PORTRAIT_WIDTH, type TotalRow } from "./parts.ts";

/** Columns that several tables have, by their width. */
const number = (width: number): Column => ({ head: "TT", tag: "stt", width });
const indicator = (width: number): Column => ({ head: "Chỉ tiêu", tag: "ten", width, side: "left" });
const target = (width: number): Column => ({ head: "Mục tiêu", tag: "muc_tieu", width });
const unit = (width: number, head = "Đơn vị"): Column => ({ head, tag: "don_vi", width, side: "left" });
const fundSource = (width: number): Column => ({ head: "Nguồn kinh phí", tag: "nguon", width, side: "left" });
const planned = (width: number): Column => ({ head: "Dự toán", tag: "du_toan", width, side: "right" });
const spent = (width: number): Column => ({ head: "Đã chi", tag: "da_chi", width, side: "right" });
const achieved = (width: number): Column => ({ head: "Thực hiện", tag: "thuc_hien", width });
const share = (width: number): Column => ({ head: "Tỷ lệ", tag: "ty_le", width });
const before = (width: number): Column => ({ head: "Năm trước", tag: "nam_truoc", width });
const rating = (width: number): Column => ({ head: "Đánh giá", tag: "danh_gia", width });
const national = (width: number): Column => ({ head: "Quốc gia 2030", tag: "quoc_gia", width });

export const TARGET_COLUMNS: readonly Column[] = [
  number(8),
  indicator(38),
  target(15),
  achieved(16),
  share(15),
  before(15),
  { head: "So năm trước", tag: "so_sanh", width: 14 },
  rating(14),
  { head: "Còn thiếu", tag: "con_thieu", width: 13 },
  national(12),
];

export const FUND_COLUMNS: readonly Column[] = [
  fundSource(50),
  planned(32),
  spent(32),
  { head: "Đã chi so với dự toán", tag: "ty_le", width: 23 },
  { head: "Tỷ trọng đã chi", tag: "co_cau", width: 23 },
];

export const FUND_TOTAL: TotalRow = {
  tag: "bang_kinh_phi_cong",
  title: "Tổng cộng",
  span: 1,
  columns: ["du_toan", "da_chi", "ty_le", "co_cau"],
};

export const DETAIL_COLUMNS: readonly Column[] = [
  number(10),
  indicator(46),
  target(17),
  { head: "Mức của năm", tag: "moc_nam", width: 17 },
  achieved(20),
  share(17),
  { head: "Khoảng khi đủ số liệu", tag: "khoang", width: 22 },
  before(16),
  { head: "So với năm trước", tag: "so_sanh", width: 16 },
  rating(17),
  { head: "Cần thêm (giữ số vị trí)", tag: "con_thieu", width: 17 },
  { head: "Cần thêm (bổ sung vị trí)", tag: "them_vi_tri", width: 18 },
  national(14),
];

export const UNIT_COLUMNS: readonly Column[] = [
  number(11),
  unit(58),
  { head: "Lãnh đạo, quản lý", tag: "ld", width: 19 },
  { head: "Cấp ủy cấp xã", tag: "cux", width: 19 },
  { head: "Chi ủy ấp, khu dân cư", tag: "cua", width: 20 },
  { head: "BCH tổ chức cấp xã", tag: "bchx", width: 20 },
  { head: "BCH chi hội, chi đoàn", tag: "bcha", width: 20 },
  { head: "Tổ hòa giải", tag: "thg", width: 20 },
  { head: "Tổ công nghệ số cộng đồng", tag: "cns", width: 21 },
  { head: "Mô hình tự quản", tag: "mtq", width: 19 },
  { head: "Tình trạng", tag: "tinh_trang", width: 20 },
];

export const UNIT_TOTAL: TotalRow = {
  tag: "phu_luc_2_cong",
  title: "Cộng",
  span: 2,
  columns: ["ld", "cux", "cua", "bchx", "bcha", "thg", "cns", "mtq"],
};

export const ACTIVITY_COLUMNS: readonly Column[] = [
  number(10),
  { head: "Ngày", tag: "ngay", width: 25 },
  { head: "Nội dung", tag: "noi_dung", width: 76, side: "left" },
  { head: "Hình thức", tag: "hinh_thuc", width: 32, side: "left" },
  unit(66, "Đơn vị tổ chức"),
  { head: "Lượt người dự", tag: "nguoi_du", width: 19 },
  { head: "Trong đó nữ", tag: "nu", width: 19 },
];

export const UNIT_FUND_COLUMNS: readonly Column[] = [
  number(9),
  unit(46),
  fundSource(31),
  // As wide as tens of billions need at the table's size.
  planned(29),
  spent(29),
  { head: "Tỷ lệ chi", tag: "ty_le", width: 16 },
];

export const UNIT_FUND_TOTAL: TotalRow = {
  tag: "phu_luc_4_cong",
  title: "Tổng cộng",
  span: 3,
  columns: ["du_toan", "da_chi", "ty_le"],
};

export const REPORTING_COLUMNS: readonly Column[] = [
  number(10),
  unit(58),
  { head: "Số liệu", tag: "so_lieu", width: 14 },
  { head: "Số liệu còn thiếu, chưa hợp lệ", tag: "con_thieu", width: 33, side: "left" },
  { head: "Nhiệm vụ", tag: "nhiem_vu", width: 16 },
  { head: "Hoạt động", tag: "hoat_dong", width: 16 },
  rating(14),
  { head: "Thời gian nộp", tag: "nop_luc", width: 23 },
  { head: "Đúng hạn, trễ", tag: "dung_han", width: 18 },
  { head: "Trạng thái", tag: "trang_thai", width: 22 },
  { head: "Thời gian duyệt", tag: "duyet_luc", width: 23 },
];

/** The review's columns. The years that head them are tags too: a row of one loop. */
export function yearColumns(years: number): readonly Column[] {
  const width = years > 4 ? 15.5 : 18;
  const columns = Array.from({ length: years }, (_, index): Column => {
    const tag = `nam_${index + 1}`;
    const open = index === 0 ? "{#cot_nam}" : "";
    const close = index === years - 1 ? "{/cot_nam}" : "";
    return { head: `${open}{${tag}}${close}`, tag, width };
  });
  return [number(9), indicator(PORTRAIT_WIDTH - 9 - 17 - width * years), target(17), ...columns];
}
