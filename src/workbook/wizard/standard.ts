/** The units that a commune has as a rule since 1/7/2025, for those who have no list at hand. Names are edited afterwards. */
import type { UnitType } from "../../core/unit-type.ts";

/** A unit as the wizard proposes it. */
export type ProposedUnit = {
  readonly code: string;
  readonly name: string;
  readonly type: UnitType;
  readonly mailboxes: readonly string[];
};

const STANDARD: readonly (readonly [string, string, UnitType])[] = [
  ["VPDU", "Văn phòng Đảng ủy", "dang"],
  ["BXDD", "Ban Xây dựng Đảng", "dang"],
  ["UBKT", "Ủy ban Kiểm tra Đảng ủy", "dang"],
  ["HDND", "Thường trực Hội đồng nhân dân", "co_quan"],
  ["UBND", "Lãnh đạo Ủy ban nhân dân", "co_quan"],
  ["VP", "Văn phòng HĐND và UBND", "co_quan"],
  ["KT", "Phòng Kinh tế", "co_quan"],
  ["VHXH", "Phòng Văn hóa – Xã hội", "co_quan"],
  ["PVHCC", "Trung tâm Phục vụ hành chính công", "co_quan"],
  ["CAX", "Công an", "vu_trang"],
  ["QSX", "Ban Chỉ huy Quân sự", "vu_trang"],
  ["MTTQ", "Ủy ban MTTQ Việt Nam", "ct_xh"],
  ["HND", "Hội Nông dân", "ct_xh"],
  ["LHPN", "Hội Liên hiệp Phụ nữ", "ct_xh"],
  ["CCB", "Hội Cựu chiến binh", "ct_xh"],
  ["DOAN", "Đoàn TNCS Hồ Chí Minh", "ct_xh"],
  ["TYT", "Trạm Y tế", "su_nghiep"],
  ["MN", "Trường Mầm non", "su_nghiep"],
  ["TH", "Trường Tiểu học", "su_nghiep"],
  ["THCS", "Trường THCS", "su_nghiep"],
];

/** More hamlets than any commune has. */
export const MOST_HAMLETS = 200;

/** Proposes the standard units and so many hamlets, numbered. */
export function proposeStandard(hamlets: number): readonly ProposedUnit[] {
  const numbered = Array.from({ length: hamlets }, (_, index) => String(index + 1));
  const digits = Math.max(2, String(hamlets).length);
  return [
    ...STANDARD.map(([code, name, type]) => ({ code, name, type, mailboxes: [] })),
    ...numbered.map(
      (number): ProposedUnit => ({
        code: `AP${number.padStart(digits, "0")}`,
        name: `Ấp ${number}`,
        type: "ap",
        mailboxes: [],
      }),
    ),
  ];
}
