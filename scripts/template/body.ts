/** The report's body in the default template: from the issuer's name to the signature. */
import { AlignmentType, convertMillimetersToTwip, type Paragraph } from "docx";
import { FUND_COLUMNS, FUND_TOTAL, TARGET_COLUMNS, yearColumns } from "./columns.ts";
import {
  type Block,
  body,
  bodyLoop,
  boxed,
  figures,
  gap,
  heading,
  layout,
  line,
  loop,
  PORTRAIT_WIDTH,
  rule,
  SUBJECT_RULE,
  sectionEnd,
} from "./parts.ts";

const HEADER_WIDTHS = [57, 103] as const;
/** Widths of “Độc lập - Tự do - Hạnh phúc” in 14 bold, and of a third to a half of “ỦY BAN NHÂN DÂN” in 13 bold. */
const MOTTO_RULE = 61;
const ISSUER_RULE = 20;

/** Makes the head: issuer and motto, number and date, the kind of text, its subject, whom it addresses. */
export function opening(): readonly Block[] {
  const [left, right] = HEADER_WIDTHS;
  const bold13 = { size: 13, bold: true };
  return [
    layout(HEADER_WIDTHS, [
      [
        [line("ỦY BAN NHÂN DÂN", bold13), line("{ten_cap_hoa}", bold13), rule(ISSUER_RULE, left)],
        [
          line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold13),
          line("Độc lập - Tự do - Hạnh phúc", { bold: true }),
          rule(MOTTO_RULE, right),
        ],
      ],
      [
        [line(`Số:{so_van_ban}/BC-UBND`, { size: 13 }, SPACED), ...loop("du_thao", boxed("DỰ THẢO", bold13))],
        [line("{dia_danh}, {ngay_thang}", { size: 13, italics: true }, SPACED)],
      ],
    ]),
    line("BÁO CÁO", { bold: true }, { spacing: { before: 240 } }),
    line("{trich_yeu}", { bold: true }, SUBJECT),
    rule(SUBJECT_RULE, PORTRAIT_WIDTH),
    line("", { size: 7 }),
    ...loop("kinh_gui_mot", line("Kính gửi: {.}", {}, { spacing: { before: 60, after: 180 } })),
    ...loop("co_nhieu_noi_gui", line("Kính gửi:", { align: AlignmentType.LEFT }, ADDRESS)),
    ...loop("kinh_gui_nhieu", line("{.}", { align: AlignmentType.LEFT }, ADDRESSEE)),
    body("{mo_dau}", {}, { spacing: { before: 120, after: 120 } }),
  ];
}

const SPACED = { spacing: { before: 160 } };
const ADDRESS = { indent: { left: convertMillimetersToTwip(40) }, spacing: { before: 60 } };
/** Under the colon of “Kính gửi:”. */
const ADDRESSEE = { indent: { left: convertMillimetersToTwip(57.5) }, spacing: { after: 40 } };
/** A little narrower than the page, so that the last line is not a single word. */
const SUBJECT = { indent: { left: convertMillimetersToTwip(8), right: convertMillimetersToTwip(8) } };

/** Makes the seven sections, up to the words that close them. */
export function sections(): readonly Block[] {
  return [
    heading("I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI"),
    ...bodyLoop("chi_dao"),
    ...pointer(5, "Tình hình báo cáo của từng đơn vị được tổng hợp thành bảng"),
    heading("II. KẾT QUẢ THỰC HIỆN CÁC MỤC TIÊU, CHỈ TIÊU"),
    ...bodyLoop("tom_tat"),
    ...passages("muc_tieu"),
    ...[2, 3, 4, 5, 6].flatMap(yearsTable),
    tableTitle("Bảng tổng hợp kết quả thực hiện các chỉ tiêu"),
    figures("bang_muc_tieu", TARGET_COLUMNS, 11),
    gap(),
    ...pointer(1, "Kết quả chi tiết của từng chỉ tiêu được tổng hợp thành bảng"),
    ...pointer(2, "Số liệu của từng đơn vị được tổng hợp thành bảng"),
    ...pointer(3, "Các hoạt động tuyên truyền trong năm được tổng hợp thành danh mục"),
    heading("III. KẾT QUẢ THỰC HIỆN NHIỆM VỤ, GIẢI PHÁP"),
    ...passages("nhiem_vu"),
    heading("IV. KINH PHÍ THỰC HIỆN"),
    ...bodyLoop("kinh_phi"),
    ...loop<Block>(
      "co_bang_kinh_phi",
      tableTitle("Bảng tổng hợp kinh phí (đơn vị tính: đồng)"),
      figures("bang_kinh_phi_nguon", FUND_COLUMNS, 12, FUND_TOTAL),
      gap(),
    ),
    ...pointer(4, "Kinh phí của từng đơn vị được tổng hợp thành bảng"),
    heading("V. ĐÁNH GIÁ CHUNG"),
    heading("1. Kết quả nổi bật"),
    ...bodyLoop("ket_qua"),
    heading("2. Khó khăn, hạn chế"),
    ...bodyLoop("kho_khan"),
    heading("3. Nguyên nhân"),
    ...bodyLoop("nguyen_nhan"),
    heading("VI. PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI"),
    ...bodyLoop("phuong_huong"),
    heading("VII. ĐỀ XUẤT, KIẾN NGHỊ"),
    ...loop("co_khen_thuong", heading("1. Đề xuất, kiến nghị")),
    ...bodyLoop("de_xuat"),
    ...loop("co_khen_thuong", heading("2. Đề nghị khen thưởng")),
    ...bodyLoop("khen_thuong"),
    ...note(),
    body("{ket_thuc}", {}, { keepNext: true, spacing: { before: 0, after: 240 } }),
  ];
}

/** Points to an annex where it is spoken of (NĐ 30/2020, PL I, III.1.a), as long as the template has it. */
function pointer(annex: 1 | 2 | 3 | 4 | 5, what: string): readonly Paragraph[] {
  return loop(`chi_dan_phu_luc_${annex}`, body(`${what} ({.} kèm theo).`));
}

function passages(tag: string): readonly Paragraph[] {
  return loop(tag, heading("{so}. {ten}"), ...bodyLoop("doan"));
}

/** The review's table, with so many years: rows can be repeated, columns cannot. */
function yearsTable(years: number): readonly Block[] {
  return loop<Block>(
    `bang_${years}_nam`,
    tableTitle("Bảng so sánh kết quả thực hiện các chỉ tiêu qua các năm"),
    figures("bang_cac_nam", yearColumns(years), 12),
    gap(),
  );
}

function tableTitle(text: string): Paragraph {
  return line(text, { size: 13, bold: true }, { keepNext: true, spacing: { before: 60, after: 80 } });
}

/** The workbook's remark, e.g. that the figures are invented. */
function note(): readonly Paragraph[] {
  return loop("ghi_chu", body("Ghi chú: {.}", { bold: true, italics: true }));
}

/** Makes the foot: recipients beside the signature. */
export function closing(): readonly Block[] {
  const name = { spacing: { before: 1400 } };
  return [
    layout(
      [75, 85],
      [
        [
          [
            line("Nơi nhận:", { size: 12, bold: true, italics: true, align: AlignmentType.LEFT }),
            ...loop("noi_nhan", line("{.}", { size: 11, align: AlignmentType.LEFT })),
          ],
          [
            ...loop("ky_thay_mat", line("TM. ỦY BAN NHÂN DÂN", { bold: true })),
            ...loop("chuc_vu_ky", line("{.}", { bold: true })),
            line("{nguoi_ky}", { bold: true }, name),
          ],
        ],
      ],
    ),
    sectionEnd(),
  ];
}
