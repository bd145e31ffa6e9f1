/** The template's tags: what each stands for, in the words of the person who edits a template. The docs derive from it. */
import type { AnnexPointers } from "./annexes.ts";
import type { ReportModel } from "./model.ts";

/**
 * How a tag is used: `{tag}`, `{#tag}…{/tag}` as a condition, the same as a loop over texts (`{.}`) or rows, or around
 * what is said to the template's editor and is left out of every report.
 */
export type TagUse = "text" | "condition" | "texts" | "rows" | "note";

/** The tag around words to the template's editor, such as the pages that explain the tags. */
export const NOTES_TAG = "huong_dan";

export type TagGuide = Readonly<Record<string, TagEntry>>;

/** `within`: the tags that a row has, beside those outside it. */
export type TagEntry = { readonly use: TagUse; readonly meaning: string; readonly within?: TagGuide };

/** What a template has and no report: the tag around words to the template's editor. */
type NotesTag = { readonly [Tag in typeof NOTES_TAG]: null };

/** Makes the compiler hold the guide and the model together: a tag for every key, used as its type allows. */
type GuideOf<Model> = {
  readonly [Tag in keyof Model]-?: Model[Tag] extends null
    ? { readonly use: "note"; readonly meaning: string }
    : Model[Tag] extends boolean
      ? { readonly use: "condition"; readonly meaning: string }
      : Model[Tag] extends string
        ? { readonly use: "text"; readonly meaning: string }
        : Model[Tag] extends readonly string[]
          ? { readonly use: "texts"; readonly meaning: string }
          : Model[Tag] extends readonly (infer Row)[]
            ? { readonly use: "rows"; readonly meaning: string; readonly within: GuideOf<Row> }
            : never;
};

function textTag(meaning: string) {
  return { use: "text", meaning } as const;
}

function condition(meaning: string) {
  return { use: "condition", meaning } as const;
}

function textsTag(meaning: string) {
  return { use: "texts", meaning } as const;
}

function note(meaning: string) {
  return { use: "note", meaning } as const;
}

function rows<Within extends TagGuide>(meaning: string, within: Within) {
  return { use: "rows", meaning, within } as const;
}

const PASSAGE = {
  so: textTag("Số thứ tự của mục: 1, 2, 3…"),
  ten: textTag("Tên của mục"),
  doan: textsTag("Các đoạn văn của mục"),
};

const TARGET_ROW = {
  stt: textTag("Số thứ tự"),
  ten: textTag("Tên chỉ tiêu"),
  muc_tieu: textTag("Mục tiêu của Kế hoạch, ví dụ ≥ 70%"),
  thuc_hien: textTag("Kết quả dạng tử số/mẫu số, ví dụ 22/30; chưa có thì ghi “chưa báo cáo”, “chưa hợp lệ”"),
  ty_le: textTag("Tỷ lệ đạt được"),
  nam_truoc: textTag("Tỷ lệ của năm trước"),
  so_sanh: textTag("So với năm trước: Tăng, Giữ nguyên, Giảm, Chưa đủ căn cứ"),
  danh_gia: textTag(
    "Đánh giá: Đạt, Gần đạt, Chưa đạt, Tăng, Giữ nguyên, Giảm…; sơ kết, tổng kết: mục tiêu hằng năm đạt mấy năm",
  ),
  con_thieu: textTag("Số còn thiếu để đạt mục tiêu nếu giữ nguyên số vị trí"),
  quoc_gia: textTag("Mục tiêu quốc gia đến năm 2030 (QĐ 2282/QĐ-TTg)"),
};

const UNIT_FIGURES = {
  ld: textTag("Lãnh đạo, quản lý của đơn vị: tổng số/nữ"),
  cux: textTag("Cấp ủy xã (phường, đặc khu): tổng số/nữ"),
  cua: textTag("Chi ủy ấp (khu dân cư): tổng số/nữ"),
  bchx: textTag("Ban Chấp hành tổ chức cấp xã: tổng số/nữ"),
  bcha: textTag("Ban Chấp hành chi hội, chi đoàn: tổng số/nữ"),
  thg: textTag("Tổ hòa giải: tổng số/nữ"),
  cns: textTag("Tổ công nghệ số cộng đồng: tổng số/nữ"),
  mtq: textTag("Mô hình tự quản: tổng số/nữ"),
};

const YEAR_COLUMNS = {
  nam_1: textTag("Năm đầu có số liệu; năm cuối của bảng là năm báo cáo"),
  nam_2: textTag("Năm thứ hai; trống nếu bảng không có"),
  nam_3: textTag("Năm thứ ba; trống nếu bảng không có"),
  nam_4: textTag("Năm thứ tư; trống nếu bảng không có"),
  nam_5: textTag("Năm thứ năm; trống nếu bảng không có"),
  nam_6: textTag("Năm thứ sáu; trống nếu bảng không có"),
};

const FUND_ROW = {
  du_toan: textTag("Dự toán"),
  da_chi: textTag("Số đã chi"),
  ty_le: textTag("Tỷ lệ đã chi so với dự toán"),
};

const FUND_SOURCE_ROW = {
  nguon: textTag("Nguồn kinh phí"),
  ...FUND_ROW,
  co_cau: textTag("Tỷ trọng trong tổng số đã chi"),
};

/** Every tag that a template may use. */
export const TEMPLATE_TAGS = {
  du_thao: condition("Có khi chưa đủ đơn vị báo cáo đầy đủ số liệu và được duyệt"),
  ly_do_du_thao: textsTag("Vì sao còn là dự thảo: bao nhiêu đơn vị chưa báo cáo đủ, chưa được duyệt"),
  co_quan: textTag("Tên cơ quan ban hành, ví dụ Ủy ban nhân dân xã Vĩnh Phong"),
  ten_cap_hoa: textTag("Tên xã, phường, đặc khu viết hoa, ví dụ XÃ VĨNH PHONG"),
  dia_danh: textTag("Địa danh ghi trước ngày tháng, ví dụ Vĩnh Phong; Phường Điện Biên Phủ"),
  so_van_ban: textTag("Số của báo cáo; để trống chỗ nếu văn thư chưa cấp"),
  ngay_thang: textTag("Ngày tháng năm của báo cáo; để trống ngày, tháng nếu chưa ký"),
  nam: textTag("Năm báo cáo"),
  trich_yeu: textTag("Trích yếu nội dung báo cáo"),
  kinh_gui_mot: textsTag("Nơi kính gửi khi chỉ có một nơi"),
  co_nhieu_noi_gui: condition("Có khi kính gửi từ hai nơi"),
  kinh_gui_nhieu: textsTag("Các nơi kính gửi khi có từ hai nơi, mỗi nơi một dòng, có gạch đầu dòng"),
  mo_dau: textTag("Đoạn mở đầu, nêu căn cứ"),
  chi_dao: textsTag("Mục I: lời của người tổng hợp về chỉ đạo, triển khai, rồi tình hình báo cáo"),
  so_ket: condition("Có khi là báo cáo sơ kết giữa giai đoạn"),
  tong_ket: condition("Có khi là báo cáo tổng kết giai đoạn"),
  tom_tat: textsTag("Mục II: tóm tắt chỉ tiêu nào đạt, gần đạt, chưa đạt"),
  muc_tieu: rows("Mục II: từng chỉ tiêu", PASSAGE),
  bang_muc_tieu: rows("Mục II: bảng tổng hợp các chỉ tiêu", TARGET_ROW),
  cot_nam: rows(
    "Báo cáo sơ kết, tổng kết: tên các năm có số liệu, dùng làm dòng tiêu đề của bảng các năm",
    YEAR_COLUMNS,
  ),
  bang_2_nam: condition("Có khi bảng các năm có đúng 2 năm"),
  bang_3_nam: condition("Có khi bảng các năm có đúng 3 năm"),
  bang_4_nam: condition("Có khi bảng các năm có đúng 4 năm"),
  bang_5_nam: condition("Có khi bảng các năm có đúng 5 năm"),
  bang_6_nam: condition("Có khi bảng các năm có đúng 6 năm"),
  bang_cac_nam: rows("Báo cáo sơ kết, tổng kết: tỷ lệ của từng chỉ tiêu qua các năm", {
    stt: textTag("Số thứ tự"),
    ten: textTag("Tên chỉ tiêu"),
    muc_tieu: textTag("Mục tiêu của Kế hoạch"),
    ...YEAR_COLUMNS,
  }),
  nhiem_vu: rows("Mục III: từng nhóm nhiệm vụ", PASSAGE),
  kinh_phi: textsTag("Mục IV: các đoạn về kinh phí"),
  co_bang_kinh_phi: condition("Có khi có đơn vị báo cáo kinh phí"),
  bang_kinh_phi: rows("Mục IV: bảng kinh phí theo nguồn, dòng cuối là tổng cộng; đơn vị là đồng", FUND_SOURCE_ROW),
  bang_kinh_phi_nguon: rows("Mục IV: bảng kinh phí theo nguồn, không có dòng tổng cộng", FUND_SOURCE_ROW),
  bang_kinh_phi_cong: rows("Mục IV: riêng dòng tổng cộng của bảng kinh phí, để trình bày khác các dòng trên", {
    ...FUND_ROW,
    co_cau: FUND_SOURCE_ROW.co_cau,
  }),
  ket_qua: textsTag("Mục V: kết quả nổi bật, lời của người tổng hợp trước, rồi các đơn vị"),
  kho_khan: textsTag("Mục V: khó khăn, hạn chế, lời của người tổng hợp trước, rồi các đơn vị"),
  nguyen_nhan: textsTag("Mục V: nguyên nhân, lời của người tổng hợp trước, rồi các đơn vị"),
  phuong_huong: textsTag("Mục VI: phương hướng, tính từ các chỉ tiêu chưa đạt, rồi lời của người tổng hợp"),
  de_xuat: textsTag("Mục VII: đề xuất, kiến nghị, lời của người tổng hợp trước, rồi các đơn vị"),
  co_khen_thuong: condition("Có khi có tập thể hoặc cá nhân được đề nghị khen thưởng"),
  khen_thuong: textsTag(
    "Mục VII: đề nghị khen thưởng; tập thể lấy ở tab Nội dung báo cáo, cá nhân nhập khi tạo báo cáo",
  ),
  ghi_chu: textsTag("Ghi chú chung ở tab Cấu hình, nếu có"),
  ket_thuc: textTag("Đoạn kết, có dấu ./. ở cuối"),
  noi_nhan: textsTag("Danh sách nơi nhận, mỗi nơi một dòng, có gạch đầu dòng"),
  ky_thay_mat: condition(
    "Có khi ký thay mặt Ủy ban nhân dân (TM.); không có khi ký thừa lệnh (TL.), thừa ủy quyền (TUQ.)",
  ),
  chuc_vu_ky: textsTag("Chức vụ người ký, mỗi dòng một chức vụ, ví dụ KT. CHỦ TỊCH rồi PHÓ CHỦ TỊCH"),
  nguoi_ky: textTag("Họ tên người ký"),
  chi_dan_phu_luc_1: textsTag(
    "Tên phụ lục chứa bảng các chỉ tiêu, ví dụ Phụ lục I; không có nếu mẫu không có phụ lục ấy",
  ),
  chi_dan_phu_luc_2: textsTag("Tên phụ lục chứa số liệu theo đơn vị, nếu mẫu có"),
  chi_dan_phu_luc_3: textsTag("Tên phụ lục chứa các hoạt động, nếu mẫu có"),
  chi_dan_phu_luc_4: textsTag("Tên phụ lục chứa kinh phí theo đơn vị, nếu mẫu có"),
  chi_dan_phu_luc_5: textsTag("Tên phụ lục chứa tình hình báo cáo của từng đơn vị, nếu mẫu có"),
  phu_luc_1: rows("Phụ lục I: bảng các chỉ tiêu, cả tỷ lệ thành phần", {
    ...TARGET_ROW,
    moc_nam: textTag("Mức đặt ra cho năm báo cáo"),
    khoang: textTag("Khoảng mà tỷ lệ có thể đạt khi đủ số liệu: thấp nhất – cao nhất"),
    them_vi_tri: textTag("Số còn thiếu nếu bổ sung vị trí cho nữ"),
  }),
  phu_luc_2: rows("Phụ lục II: số liệu theo đơn vị (không có số liệu quy hoạch)", {
    stt: textTag("Số thứ tự"),
    don_vi: textTag("Tên đơn vị"),
    ...UNIT_FIGURES,
    tinh_trang: textTag("Tình trạng báo cáo: Đủ, Chưa đủ, Chưa báo cáo"),
  }),
  phu_luc_2_cong: rows("Phụ lục II: dòng cộng", UNIT_FIGURES),
  phu_luc_3: rows("Phụ lục III: các hoạt động trong năm, mỗi hoạt động một dòng", {
    stt: textTag("Số thứ tự"),
    ngay: textTag("Ngày tổ chức, ví dụ 08/03/2026"),
    noi_dung: textTag("Nội dung, chủ đề"),
    hinh_thuc: textTag("Hình thức"),
    don_vi: textTag("Các đơn vị tổ chức"),
    nguoi_du: textTag("Số lượt người dự"),
    nu: textTag("Trong đó số lượt nữ"),
  }),
  phu_luc_3_ghi_chu: textsTag("Phụ lục III: các dòng không được tính và lý do, nếu có"),
  phu_luc_4: rows("Phụ lục IV: kinh phí theo đơn vị và nguồn; đơn vị là đồng", {
    stt: textTag("Số thứ tự"),
    don_vi: textTag("Tên đơn vị"),
    nguon: textTag("Nguồn kinh phí"),
    ...FUND_ROW,
  }),
  phu_luc_4_cong: rows("Phụ lục IV: dòng cộng", FUND_ROW),
  phu_luc_5: rows("Phụ lục V: tình hình báo cáo của từng đơn vị", {
    stt: textTag("Số thứ tự"),
    don_vi: textTag("Tên đơn vị"),
    so_lieu: textTag("Số số liệu đã báo cáo hợp lệ trên số phải báo cáo"),
    con_thieu: textTag("Các số liệu còn thiếu hoặc chưa hợp lệ"),
    nhiem_vu: textTag("Số nhiệm vụ đã báo cáo tình trạng trên số được giao"),
    hoat_dong: textTag("Số hoạt động đã báo cáo"),
    danh_gia: textTag("Có: đã gửi nhận xét, đánh giá"),
    tinh_trang: textTag("Tình trạng số liệu: Đủ, Chưa đủ, Chưa báo cáo"),
    nop_luc: textTag("Ngày, giờ nộp báo cáo, hoặc Chưa nộp"),
    dung_han: textTag("Đúng hạn hoặc Trễ"),
    trang_thai: textTag("Trạng thái báo cáo: Đã duyệt; Đã nộp, chờ duyệt; Trả lại; Mở lại để sửa; Chưa nộp"),
    duyet_luc: textTag("Ngày, giờ được duyệt"),
  }),
  [NOTES_TAG]: note("Lời dặn người sửa mẫu, như các trang giải thích thẻ ở cuối mẫu; không vào báo cáo"),
} as const satisfies GuideOf<ReportModel & AnnexPointers & NotesTag>;

/** The names of all tags, wherever they may stand. */
export const KNOWN_TAGS: ReadonlySet<string> = new Set(namesIn(TEMPLATE_TAGS));

function namesIn(guide: TagGuide): readonly string[] {
  return Object.entries(guide).flatMap(([name, { within }]) => [name, ...(within ? namesIn(within) : [])]);
}
