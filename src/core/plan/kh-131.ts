/** KH 131, II.2, as rows of definitions: what a new workbook begins with, and what one without such tabs goes by. */
import type { Plan, PlanYears } from "./plan.ts";
import { readPlan } from "./read-plan.ts";
import { DEFINITION_COLUMNS, type DefinitionRow, type DefinitionRows, type Definitions } from "./rows.ts";

/** The plan's years, and its reviews: sơ kết 2028, tổng kết 2030 (KH 131, VI). */
export const KH_131_YEARS: PlanYears = { first: 2026, last: 2030, midterm: 2028, final: 2030 };

/** As in `elements.csv`. */
const ELEMENTS = [
  [
    "LD",
    "Lãnh đạo, quản lý của đơn vị",
    "Cấp trưởng và cấp phó đang giữ chức vụ tại đơn vị.",
    "yes",
    "dang|co_quan|su_nghiep|vu_trang|ct_xh",
    "no",
    "no",
    "no",
    "",
  ],
  ["CUX", "Cấp ủy xã", "Ủy viên Ban Chấp hành Đảng bộ xã đương nhiệm.", "yes", "", "no", "yes", "no", ""],
  [
    "CUA",
    "Chi ủy ấp",
    "Chi ủy viên chi bộ ấp; chi bộ không có chi ủy thì tính bí thư và phó bí thư.",
    "yes",
    "ap",
    "no",
    "yes",
    "no",
    "",
  ],
  [
    "BCHX",
    "Ban Chấp hành tổ chức cấp xã",
    "Ủy viên Ủy ban, Ban Chấp hành của tổ chức ở cấp xã.",
    "yes",
    "ct_xh",
    "no",
    "yes",
    "no",
    "",
  ],
  [
    "BCHA",
    "Ban Chấp hành chi hội, chi đoàn ấp",
    "Ủy viên Ban Chấp hành các chi hội, chi đoàn trong ấp.",
    "yes",
    "ap",
    "no",
    "yes",
    "no",
    "",
  ],
  [
    "THG",
    "Tổ hòa giải",
    "Hòa giải viên của các tổ hòa giải; mỗi tổ từ 3 người và có hòa giải viên nữ.",
    "yes",
    "ap",
    "no",
    "yes",
    "no",
    "",
  ],
  ["CNS", "Tổ công nghệ số cộng đồng", "Thành viên tổ công nghệ số cộng đồng.", "yes", "ap", "no", "yes", "no", ""],
  ["MTQ", "Mô hình tự quản", "Thành viên ban, tổ điều hành các mô hình tự quản.", "yes", "ap", "no", "yes", "no", ""],
  [
    "QH",
    "Người trong quy hoạch",
    "Tổng số lượt người trong danh sách quy hoạch đã được phê duyệt của xã.",
    "yes",
    "",
    "yes",
    "no",
    "yes",
    "",
  ],
  [
    "QHT",
    "Nữ trẻ trong quy hoạch",
    "Nữ trong quy hoạch ở độ tuổi trẻ theo quy định của cấp có thẩm quyền.",
    "no",
    "",
    "yes",
    "no",
    "yes",
    "QH",
  ],
  [
    "QHCM",
    "Nữ quy hoạch có trình độ chuyên môn",
    "Nữ trong quy hoạch đạt trình độ chuyên môn của chức danh.",
    "no",
    "",
    "yes",
    "no",
    "yes",
    "QH",
  ],
  [
    "QHS",
    "Nữ quy hoạch ứng dụng được CNTT",
    "Nữ trong quy hoạch có khả năng ứng dụng công nghệ thông tin.",
    "no",
    "",
    "yes",
    "no",
    "yes",
    "QH",
  ],
  [
    "QHC",
    "Nữ cán bộ, công chức, viên chức trong quy hoạch",
    "Nữ CBCCVC thuộc diện quy hoạch.",
    "no",
    "",
    "yes",
    "no",
    "yes",
    "",
  ],
  [
    "DTN",
    "Trong đó đã học ít nhất một lớp trong năm",
    "Nữ CBCCVC trong quy hoạch đã dự ít nhất một lớp trong năm.",
    "no",
    "",
    "yes",
    "no",
    "yes",
    "QHC",
  ],
  [
    "LDX",
    "Nữ lãnh đạo, quản lý cấp xã đương nhiệm",
    "Không tính trường học và trạm y tế, trừ khi xã quy định khác.",
    "no",
    "",
    "yes",
    "no",
    "yes",
    "",
  ],
  [
    "THS",
    "Trong đó đã tập huấn CNTT, chuyển đổi số",
    "Đã tập huấn ít nhất một lần từ năm 2026.",
    "no",
    "",
    "yes",
    "no",
    "yes",
    "LDX",
  ],
] as const;

/** As in `targets.csv`. */
const TARGETS = [
  [
    "CT1",
    "Cơ quan, đơn vị, tổ chức chính trị - xã hội có nữ tham gia lãnh đạo, quản lý",
    "70",
    "%",
    "2030",
    "",
    "",
    "",
    "KH 131, II.2",
  ],
  [
    "CT2",
    "Nữ tham gia cấp ủy, Ban Chấp hành các tổ chức chính trị - xã hội cấp xã và các ấp",
    "40",
    "%",
    "2030",
    "",
    "",
    "",
    "KH 131, II.2",
  ],
  [
    "CT2B",
    "Nữ tham gia tổ hòa giải, tổ công nghệ số cộng đồng, mô hình tự quản (tăng dần)",
    "",
    "tăng dần",
    "",
    "",
    "",
    "",
    "KH 131, II.2",
  ],
  [
    "CT3",
    "Nữ trong diện quy hoạch các chức danh lãnh đạo, quản lý cấp xã và đơn vị trực thuộc",
    "45",
    "%",
    "2030",
    "",
    "40",
    "50",
    "KH 131, II.2",
  ],
  [
    "CT4",
    "Nữ cán bộ, công chức, viên chức trong quy hoạch được đào tạo, bồi dưỡng ít nhất một lớp",
    "80",
    "%",
    "",
    "",
    "75",
    "90",
    "KH 131, II.2",
  ],
  [
    "CT5",
    "Nữ lãnh đạo, quản lý cấp xã được tập huấn công nghệ thông tin, chuyển đổi số",
    "100",
    "%",
    "2030",
    "",
    "",
    "",
    "KH 131, II.2",
  ],
  [
    "CT6",
    "Hoạt động tuyên truyền, sinh hoạt chuyên đề, hội nghị phổ biến pháp luật về bình đẳng giới",
    "2",
    "hoạt động",
    "",
    "",
    "",
    "",
    "KH 131, II.2",
  ],
  [
    "QG1",
    "Cơ quan quản lý nhà nước, chính quyền địa phương có nữ lãnh đạo chủ chốt (HĐND, UBND)",
    "",
    "%",
    "",
    "",
    "60",
    "75",
    "QĐ 2282/QĐ-TTg",
  ],
] as const;

/** Communication, thematic meetings, conferences that explain the law (KH 131, II.2.6); a course is not one. */
const FORMS =
  "Hội nghị|Hội thảo|Tọa đàm|Diễn đàn|Sinh hoạt|Nói chuyện|Truyền thanh|Truyền thông|Phát thanh|Tuyên truyền|Mít tinh|Hội thi|Giao lưu|Văn nghệ|Phổ biến";

/** As in `indicators.csv`. QG1: what the programme calls state bodies and local governments, in a commune (QĐ 2282/QĐ-TTg). */
const INDICATORS = [
  ["CT1", "CT1", "Cơ quan, đơn vị, tổ chức có nữ lãnh đạo", "units-led", "LD", "", "", "", "", "", ""],
  ["CT2", "CT2", "Nữ trong cấp ủy và Ban Chấp hành", "share", "CUX|CUA|BCHX|BCHA", "", "", "", "", "", ""],
  ["CT2.CUX", "CT2", "– Cấp ủy xã", "share", "CUX", "", "", "", "", "", ""],
  ["CT2.CUA", "CT2", "– Chi ủy ấp", "share", "CUA", "", "", "", "", "", ""],
  ["CT2.BCHX", "CT2", "– BCH tổ chức cấp xã", "share", "BCHX", "", "", "", "", "", ""],
  ["CT2.BCHA", "CT2", "– BCH chi hội, chi đoàn ấp", "share", "BCHA", "", "", "", "", "", ""],
  ["CT2.NOLHPN", "CT2", "– Không tính Hội LHPN xã", "share-without", "", "", "", "", "", "Hội LHPN", ""],
  ["CT2B.THG", "CT2B", "Nữ trong tổ hòa giải", "trend", "THG", "", "", "", "", "", ""],
  ["CT2B.CNS", "CT2B", "Nữ trong tổ công nghệ số cộng đồng", "trend", "CNS", "", "", "", "", "", ""],
  ["CT2B.MTQ", "CT2B", "Nữ trong mô hình tự quản", "trend", "MTQ", "", "", "", "", "", ""],
  ["CT3", "CT3", "Nữ trong quy hoạch lãnh đạo, quản lý", "quotient", "QH", "QH", "total", "", "", "", ""],
  ["CT4", "CT4", "Nữ CBCCVC quy hoạch được đào tạo trong năm", "quotient", "DTN", "QHC", "women", "", "", "", ""],
  ["CT5", "CT5", "Nữ lãnh đạo cấp xã được tập huấn CNTT, số", "quotient", "THS", "LDX", "women", "", "", "", ""],
  ["CT6", "CT6", "Hoạt động tuyên truyền trong năm", "events", "", "", "", "", "", "", FORMS],
  ["QG1", "QG1", "HĐND, UBND có nữ lãnh đạo chủ chốt (quốc gia)", "units-led", "LD", "", "", "", "hdnd|ubnd", "", ""],
] as const;

/** Every kind of definition of KH 131, a text for each column. It has no steps on the way. */
export const KH_131_ROWS: { readonly [Kind in Definitions]: readonly (readonly string[])[] } = {
  elements: ELEMENTS,
  targets: TARGETS,
  indicators: INDICATORS,
  milestones: [],
};

/** Makes rows of definitions of texts that need no telling of faults. */
function rowsOf<Kind extends Definitions>(kind: Kind): readonly DefinitionRow<Kind>[] {
  const columns: readonly string[] = DEFINITION_COLUMNS[kind];
  return KH_131_ROWS[kind].map((cells) => ({
    text: (column) => cells[columns.indexOf(column)] ?? "",
    // A part of KH 131 beside another plan's definitions may mean nothing there: it is left out.
    refuse: () => {},
    list: (names) => Object.keys(names).join(", "),
  }));
}

/** Returns KH 131's definitions as rows. */
export function kh131Rows(): DefinitionRows {
  return {
    elements: rowsOf("elements"),
    targets: rowsOf("targets"),
    indicators: rowsOf("indicators"),
    milestones: rowsOf("milestones"),
  };
}

let plan: Plan | undefined;

/** Returns KH 131, read as any plan is. */
export function kh131(): Plan {
  plan ??= readPlan(kh131Rows(), KH_131_YEARS);
  return plan;
}
