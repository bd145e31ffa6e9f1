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
  ACTIVITY_COLUMNS,
  DETAIL_COLUMNS,
  FUND_COLUMNS,
  REPORTING_COLUMNS,
  TARGET_COLUMNS,
  UNIT_COLUMNS,
  UNIT_FUND_COLUMNS,
  UNIT_FUND_TOTAL,
  UNIT_TOTAL,
  yearColumns,
} from "./columns.ts";
import {
  body,
  bodyLoop,
  boxed,
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
      { ...page("main"), children: [...opening(), ...sections(), ...closing()] },
      { ...page("annex-across"), children: annexOne() },
      { ...page("annex-across"), children: annexTwo() },
      { ...page("annex-across"), children: annexThree() },
      { ...page("annex"), children: annexFour() },
      { ...page("annex"), children: annexFive() },
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

/** Page size, margins and page number. Each annex numbers its own pages; wide ones lie across (NĐ 30/2020, PL I). */
function page(kind: "main" | "annex" | "annex-across"): Omit<ISectionOptions, "children"> {
  return {
    headers: { default: pageNumber() },
    properties: {
      titlePage: kind === "main",
      page: {
        size: {
          width: convertMillimetersToTwip(210),
          height: convertMillimetersToTwip(297),
          orientation: kind === "annex-across" ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: convertMillimetersToTwip(20),
          bottom: convertMillimetersToTwip(20),
          left: convertMillimetersToTwip(30),
          right: convertMillimetersToTwip(20),
          header: convertMillimetersToTwip(8),
          footer: convertMillimetersToTwip(10),
        },
        pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL },
      },
    },
  };
}

function pageNumber(): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: points(14) });
  return new Header({
    children: [
      new Paragraph({ alignment: AlignmentType.CENTER, children: [number] }),
      ...loop("du_thao", line("DỰ THẢO", { size: 10, bold: true, align: AlignmentType.RIGHT })),
    ],
  });
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
        [line(`Số:${BLANK}/BC-UBND`, { size: 13 }, SPACED), ...loop("du_thao", boxed("DỰ THẢO", bold13))],
        [line("{dia_danh}, {ngay_thang}", { italics: true }, SPACED)],
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

function sections(): readonly Block[] {
  return [
    heading("I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI"),
    ...bodyLoop("chi_dao"),
    heading("II. KẾT QUẢ THỰC HIỆN CÁC MỤC TIÊU, CHỈ TIÊU"),
    ...bodyLoop("tom_tat"),
    ...passages("muc_tieu"),
    ...yearsTable("so_ket", 4),
    ...yearsTable("tong_ket", 6),
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

/** The review's table, with so many years. */
function yearsTable(condition: string, years: number): readonly Block[] {
  return loop<Block>(
    condition,
    tableTitle("Bảng so sánh kết quả thực hiện các chỉ tiêu qua các năm"),
    figures("bang_cac_nam", yearColumns(years), 12),
    gap(),
  );
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

function annexTitle(number: string, title: string, width = LANDSCAPE_WIDTH): readonly Paragraph[] {
  return [
    line(`Phụ lục ${number}`, { bold: true }),
    line(title, { bold: true }),
    line(`(Kèm theo Báo cáo số${BLANK}/BC-UBND {ngay_thang} của {co_quan})`, { italics: true }),
    rule(SUBJECT_RULE, width),
    gap(),
  ];
}

/** The workbook's remark once more: an annex is passed on without the report. */
function annexNote(): readonly Paragraph[] {
  const look = { size: 12, bold: true, italics: true, align: AlignmentType.LEFT };
  return loop("ghi_chu", line("Ghi chú: {.}", look));
}

/** A table's remark, in small italics below it. */
function remark(text: string): Paragraph {
  return line(text, { size: 12, italics: true, align: AlignmentType.LEFT });
}

function annexOne(): readonly Block[] {
  return [
    ...annexTitle("I", "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NĂM {nam}"),
    figures("phu_luc_1", DETAIL_COLUMNS, 11),
    gap(),
    ...annexNote(),
    gap(),
  ];
}

function annexTwo(): readonly Block[] {
  return [
    ...annexTitle("II", "SỐ LIỆU THEO ĐƠN VỊ NĂM {nam}"),
    figures("phu_luc_2", UNIT_COLUMNS, 11, UNIT_TOTAL),
    gap(),
    remark(
      "Mỗi ô ghi tổng số/số nữ; dấu “–”: đơn vị không báo cáo nội dung này. Số liệu quy hoạch và đào tạo chỉ tổng hợp chung, không nêu theo từng đơn vị.",
    ),
    ...annexNote(),
    gap(),
  ];
}

function annexThree(): readonly Block[] {
  return [
    ...annexTitle("III", "CÁC HOẠT ĐỘNG TUYÊN TRUYỀN NĂM {nam}"),
    figures("phu_luc_3", ACTIVITY_COLUMNS, 12),
    gap(),
    ...loop("phu_luc_3_ghi_chu", remark("{.}")),
    ...annexNote(),
    gap(),
  ];
}

function annexFour(): readonly Block[] {
  return [
    ...annexTitle("IV", "KINH PHÍ THỰC HIỆN NĂM {nam}", PORTRAIT_WIDTH),
    line("Đơn vị tính: đồng", { size: 12, italics: true, align: AlignmentType.RIGHT }),
    figures("phu_luc_4", UNIT_FUND_COLUMNS, 12, UNIT_FUND_TOTAL),
    gap(),
    remark("Đơn vị không có tên trong bảng chưa báo cáo số liệu kinh phí."),
    ...annexNote(),
    gap(),
  ];
}

function annexFive(): readonly Block[] {
  return [
    ...annexTitle("V", "TÌNH HÌNH BÁO CÁO CỦA CÁC ĐƠN VỊ NĂM {nam}", PORTRAIT_WIDTH),
    figures("phu_luc_5", REPORTING_COLUMNS, 12),
    gap(),
    remark("Cột “Số liệu”, “Nhiệm vụ” ghi số đã báo cáo hợp lệ/số phải báo cáo; dấu “–”: không có."),
    ...annexNote(),
    gap(),
  ];
}
