/** The kinds of official texts and their abbreviations (NĐ 30/2020, PL III, mục I). */
import { withoutMarks } from "./times.ts";

export const TEXT_KINDS: readonly (readonly [name: string, abbreviation: string])[] = [
  ["Nghị quyết", "NQ"],
  ["Quyết định", "QĐ"],
  ["Chỉ thị", "CT"],
  ["Quy chế", "QC"],
  ["Quy định", "QyĐ"],
  ["Thông cáo", "TC"],
  ["Thông báo", "TB"],
  ["Hướng dẫn", "HD"],
  ["Chương trình", "CTr"],
  ["Kế hoạch", "KH"],
  ["Phương án", "PA"],
  ["Đề án", "ĐA"],
  ["Dự án", "DA"],
  ["Báo cáo", "BC"],
  ["Biên bản", "BB"],
  ["Tờ trình", "TTr"],
  ["Hợp đồng", "HĐ"],
  ["Công điện", "CĐ"],
  ["Bản ghi nhớ", "BGN"],
  ["Bản thỏa thuận", "BTT"],
  ["Giấy ủy quyền", "GUQ"],
  ["Giấy mời", "GM"],
  ["Giấy giới thiệu", "GGT"],
  ["Giấy nghỉ phép", "GNP"],
  ["Phiếu gửi", "PG"],
  ["Phiếu chuyển", "PC"],
  ["Phiếu báo", "PB"],
];

const BY_NAME = new Map(TEXT_KINDS.map(([name, abbreviation]) => [withoutMarks(name).toLowerCase(), abbreviation]));

/** Returns the abbreviation of a kind by its name, in any case; undefined if the text names no kind. */
export function abbreviationOf(name: string): string | undefined {
  return BY_NAME.get(withoutMarks(name).toLowerCase());
}
