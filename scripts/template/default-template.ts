/**
 * The default template of the report, in the form of Nghị định 30/2020/NĐ-CP, with the tags of `TEMPLATE_TAGS`.
 * Build time only: `docx` and its Node types stay out of the add-on.
 */
import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Header,
  type ISectionOptions,
  LineRuleType,
  NumberFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from "docx";
import PizZip from "pizzip";
import {
  body,
  bodyLoop,
  type Column,
  figures,
  heading,
  LANDSCAPE_WIDTH,
  layout,
  line,
  loop,
  PORTRAIT_WIDTH,
  points,
  rule,
} from "./parts.ts";

type Block = Paragraph | Table;

const HEADER_WIDTHS = [60, 100] as const;
/** Widths of “Độc lập - Tự do - Hạnh phúc” in 14 bold, and of a third to a half of “ỦY BAN NHÂN DÂN” in 13 bold. */
const MOTTO_RULE = 61;
const ISSUER_RULE = 20;
const SUBJECT_RULE = 60;

/** Blanks that stay: numbers are given when the report is signed. */
const BLANK = "\u00a0".repeat(6);

/** Builds the template. Returns the bytes of a .docx, the same ones every time. */
export async function buildDefaultTemplate(): Promise<Uint8Array> {
  const document = new Document({
    creator: "Sổ 2282",
    lastModifiedBy: "Sổ 2282",
    title: "Báo cáo",
    styles: STYLES,
    sections: [
      { ...page("portrait"), children: [...opening(), ...sections(), ...closing()] },
      { ...page("annex"), children: annexOne() },
      { ...page("annex"), children: annexTwo() },
    ],
  });
  return withoutTime(await Packer.toBuffer(document));
}

/** Takes the time of the build out of the file, so that the bundle changes only when the template does. */
function withoutTime(file: Uint8Array): Uint8Array {
  const built = new PizZip(file);
  const zip = new PizZip();
  const date = new Date(1980, 0, 1);
  for (const path of Object.keys(built.files).sort()) {
    const text = built.file(path)?.asText() ?? "";
    const timeless = text.replace(
      /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
      (_, tag: string) => `${tag}1980-01-01T00:00:00Z`,
    );
    zip.file(path, timeless, { date, createFolders: false });
  }
  return zip.generate({ type: "uint8array", compression: "DEFLATE" });
}

const STYLES = {
  default: {
    document: {
      run: { font: "Times New Roman", size: points(14), color: "000000", language: { value: "vi-VN" } },
      paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
  },
  paragraphStyles: [
    {
      id: "Body",
      name: "Thân văn bản",
      basedOn: "Normal",
      paragraph: {
        alignment: AlignmentType.JUSTIFIED,
        indent: { firstLine: convertMillimetersToTwip(12.7) },
        spacing: { before: 0, after: 120, line: 264, lineRule: LineRuleType.AUTO },
      },
    },
    { id: "Cell", name: "Ô bảng", basedOn: "Normal", paragraph: { spacing: { before: 20, after: 20 } } },
  ],
};

/** Page size, margins and page number. Annexes lie across and number their own pages (NĐ 30/2020, PL I). */
function page(kind: "portrait" | "annex"): Omit<ISectionOptions, "children"> {
  const annex = kind === "annex";
  return {
    headers: { default: pageNumber() },
    properties: {
      titlePage: !annex,
      page: {
        size: {
          width: convertMillimetersToTwip(210),
          height: convertMillimetersToTwip(297),
          orientation: annex ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: convertMillimetersToTwip(20),
          bottom: convertMillimetersToTwip(20),
          left: convertMillimetersToTwip(30),
          right: convertMillimetersToTwip(20),
          header: convertMillimetersToTwip(10),
          footer: convertMillimetersToTwip(10),
        },
        pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL },
      },
    },
  };
}

function pageNumber(): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: points(14) });
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}

/** Issuer and motto, number and date, the kind of text, its subject, whom it addresses. */
function opening(): readonly Block[] {
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
        [line(`Số:${BLANK}/BC-UBND`, { size: 13 }, SPACED), ...loop("du_thao", line("DỰ THẢO", bold13))],
        [line("{dia_danh}, {ngay_thang}", { italics: true }, SPACED)],
      ],
    ]),
    line("BÁO CÁO", { bold: true }, { spacing: { before: 240 } }),
    line("{trich_yeu}", { bold: true }),
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
const ADDRESSEE = { indent: { left: convertMillimetersToTwip(55) }, spacing: { after: 40 } };

function sections(): readonly Block[] {
  return [
    heading("I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI"),
    ...bodyLoop("chi_dao"),
    heading("II. KẾT QUẢ THỰC HIỆN CÁC MỤC TIÊU, CHỈ TIÊU"),
    ...passages("muc_tieu"),
    tableTitle("Bảng tổng hợp kết quả thực hiện các chỉ tiêu"),
    figures("bang_muc_tieu", TARGET_COLUMNS, 12),
    gap(),
    heading("III. KẾT QUẢ THỰC HIỆN NHIỆM VỤ, GIẢI PHÁP"),
    ...passages("nhiem_vu"),
    heading("IV. KINH PHÍ THỰC HIỆN"),
    ...bodyLoop("kinh_phi"),
    ...loop<Block>(
      "co_bang_kinh_phi",
      tableTitle("Bảng tổng hợp kinh phí (đơn vị tính: đồng)"),
      figures("bang_kinh_phi", FUND_COLUMNS, 12),
      gap(),
    ),
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
    ...bodyLoop("de_xuat"),
    ...note(),
    body("{ket_thuc}", {}, { keepNext: true, spacing: { before: 0, after: 240 } }),
  ];
}

function passages(tag: string): readonly Paragraph[] {
  return loop(tag, heading("{so}. {ten}"), ...bodyLoop("doan"));
}

function tableTitle(text: string): Paragraph {
  return line(text, { size: 13, bold: true }, { keepNext: true, spacing: { before: 60, after: 80 } });
}

/**
 * A little space. Also ends a section: its last paragraph carries the section's page, so it must not be a loop's tag,
 * which vanishes.
 */
function gap(): Paragraph {
  return line("", { size: 8 });
}

/** The workbook's remark, e.g. that the figures are invented. */
function note(): readonly Paragraph[] {
  return loop("ghi_chu", body("Ghi chú: {.}", { bold: true, italics: true }));
}

function closing(): readonly Block[] {
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
            line("TM. ỦY BAN NHÂN DÂN", { bold: true }),
            ...loop("chuc_vu_ky", line("{.}", { bold: true })),
            line("{nguoi_ky}", { bold: true }, name),
          ],
        ],
      ],
    ),
  ];
}

const TARGET_COLUMNS: readonly Column[] = [
  { head: "STT", tag: "stt", width: 11 },
  { head: "Chỉ tiêu", tag: "ten", width: 39, side: "left" },
  { head: "Mục tiêu", tag: "muc_tieu", width: 18 },
  { head: "Thực hiện", tag: "thuc_hien", width: 18 },
  { head: "Tỷ lệ", tag: "ty_le", width: 14 },
  { head: "Năm trước", tag: "nam_truoc", width: 14 },
  { head: "Đánh giá", tag: "danh_gia", width: 16 },
  { head: "Còn thiếu", tag: "con_thieu", width: 16 },
  { head: "Quốc gia 2030", tag: "quoc_gia", width: 14 },
];

const FUND_COLUMNS: readonly Column[] = [
  { head: "Nguồn kinh phí", tag: "nguon", width: 50, side: "left" },
  { head: "Dự toán", tag: "du_toan", width: 32, side: "right" },
  { head: "Đã chi", tag: "da_chi", width: 32, side: "right" },
  { head: "Đã chi so với dự toán", tag: "ty_le", width: 23 },
  { head: "Tỷ trọng đã chi", tag: "co_cau", width: 23 },
];

const DETAIL_COLUMNS: readonly Column[] = [
  { head: "STT", tag: "stt", width: 10 },
  { head: "Chỉ tiêu", tag: "ten", width: 51, side: "left" },
  { head: "Mục tiêu", tag: "muc_tieu", width: 18 },
  { head: "Mức của năm", tag: "moc_nam", width: 18 },
  { head: "Thực hiện", tag: "thuc_hien", width: 20 },
  { head: "Tỷ lệ", tag: "ty_le", width: 17 },
  { head: "Khoảng khi đủ số liệu", tag: "khoang", width: 24 },
  { head: "Năm trước", tag: "nam_truoc", width: 17 },
  { head: "Đánh giá", tag: "danh_gia", width: 18 },
  { head: "Cần thêm (giữ số vị trí)", tag: "con_thieu", width: 18 },
  { head: "Cần thêm (bổ sung vị trí)", tag: "them_vi_tri", width: 20 },
  { head: "Quốc gia 2030", tag: "quoc_gia", width: 16 },
];

const UNIT_COLUMNS: readonly Column[] = [
  { head: "STT", tag: "stt", width: 11 },
  { head: "Đơn vị", tag: "don_vi", width: 58, side: "left" },
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

const UNIT_TOTAL = {
  tag: "phu_luc_2_cong",
  title: "Cộng",
  span: 2,
  columns: ["ld", "cux", "cua", "bchx", "bcha", "thg", "cns", "mtq"],
};

function annexTitle(number: string, title: string): readonly Paragraph[] {
  return [
    line(`Phụ lục ${number}`, { bold: true }),
    line(title, { bold: true }),
    line(`(Kèm theo Báo cáo số${BLANK}/BC-UBND {ngay_thang} của {co_quan})`, { italics: true }),
    rule(SUBJECT_RULE, LANDSCAPE_WIDTH),
    gap(),
  ];
}

function annexOne(): readonly Block[] {
  return [
    ...annexTitle("I", "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NĂM {nam}"),
    figures("phu_luc_1", DETAIL_COLUMNS, 11),
    gap(),
    ...note(),
    gap(),
  ];
}

function annexTwo(): readonly Block[] {
  return [
    ...annexTitle("II", "SỐ LIỆU THEO ĐƠN VỊ NĂM {nam}"),
    figures("phu_luc_2", UNIT_COLUMNS, 11, UNIT_TOTAL),
    gap(),
    line(
      "Mỗi ô ghi tổng số/số nữ; dấu “–”: đơn vị không báo cáo nội dung này. Số liệu quy hoạch và đào tạo chỉ tổng hợp chung, không nêu theo từng đơn vị.",
      { size: 12, italics: true, align: AlignmentType.LEFT },
    ),
    ...note(),
    gap(),
  ];
}
