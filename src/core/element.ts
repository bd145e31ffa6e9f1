/** The data elements: what a unit counts. The one list that forms, formulas, files and reports share. */

export const ELEMENT_CODES = [
  "LD",
  "CUX",
  "CUA",
  "BCHX",
  "BCHA",
  "THG",
  "CNS",
  "MTQ",
  "QH",
  "QHT",
  "QHCM",
  "QHS",
  "QHC",
  "DTN",
  "LDX",
  "THS",
] as const;

export type ElementCode = (typeof ELEMENT_CODES)[number];

export type DataElement = {
  readonly code: ElementCode;
  /** As it stands in a form and in the report. */
  readonly name: string;
  /** What to count and what not, for the person who fills in the form. */
  readonly help: string;
  /** False: only women are counted, there is no total. */
  readonly hasTotal: boolean;
  /** True: a figure of the quy hoạch or of training, entered once for the commune and never shown per unit. */
  readonly communeOnly: boolean;
};

function withTotal(code: ElementCode, name: string, help: string, communeOnly = false): DataElement {
  return { code, name, help, hasTotal: true, communeOnly };
}

function womenOnly(code: ElementCode, name: string, help: string): DataElement {
  return { code, name, help, hasTotal: false, communeOnly: true };
}

/** All data elements, in the order of the forms (KH 131, II.2). */
export const DATA_ELEMENTS: readonly DataElement[] = [
  withTotal("LD", "Lãnh đạo, quản lý của đơn vị", "Cấp trưởng và cấp phó đang giữ chức vụ tại đơn vị."),
  withTotal("CUX", "Cấp ủy xã", "Ủy viên Ban Chấp hành Đảng bộ xã đương nhiệm."),
  withTotal("CUA", "Chi ủy ấp", "Chi ủy viên chi bộ ấp; chi bộ không có chi ủy thì tính bí thư và phó bí thư."),
  withTotal("BCHX", "Ban Chấp hành tổ chức cấp xã", "Ủy viên Ủy ban, Ban Chấp hành của tổ chức ở cấp xã."),
  withTotal("BCHA", "Ban Chấp hành chi hội, chi đoàn ấp", "Ủy viên Ban Chấp hành các chi hội, chi đoàn trong ấp."),
  withTotal("THG", "Tổ hòa giải", "Hòa giải viên của các tổ hòa giải; mỗi tổ từ 3 người và có hòa giải viên nữ."),
  withTotal("CNS", "Tổ công nghệ số cộng đồng", "Thành viên tổ công nghệ số cộng đồng."),
  withTotal("MTQ", "Mô hình tự quản", "Thành viên ban, tổ điều hành các mô hình tự quản."),
  withTotal(
    "QH",
    "Người trong quy hoạch",
    "Tổng số lượt người trong danh sách quy hoạch đã được phê duyệt của xã.",
    true,
  ),
  womenOnly("QHT", "Nữ trẻ trong quy hoạch", "Nữ trong quy hoạch ở độ tuổi trẻ theo quy định của cấp có thẩm quyền."),
  womenOnly("QHCM", "Nữ quy hoạch có trình độ chuyên môn", "Nữ trong quy hoạch đạt trình độ chuyên môn của chức danh."),
  womenOnly("QHS", "Nữ quy hoạch ứng dụng được CNTT", "Nữ trong quy hoạch có khả năng ứng dụng công nghệ thông tin."),
  womenOnly("QHC", "Nữ cán bộ, công chức, viên chức trong quy hoạch", "Nữ CBCCVC thuộc diện quy hoạch."),
  womenOnly(
    "DTN",
    "Trong đó đã học ít nhất một lớp trong năm",
    "Nữ CBCCVC trong quy hoạch đã dự ít nhất một lớp trong năm.",
  ),
  womenOnly(
    "LDX",
    "Nữ lãnh đạo, quản lý cấp xã đương nhiệm",
    "Không tính trường học và trạm y tế, trừ khi xã quy định khác.",
  ),
  womenOnly("THS", "Trong đó đã tập huấn CNTT, chuyển đổi số", "Đã tập huấn ít nhất một lần từ năm 2026."),
];

const BY_CODE = new Map<string, DataElement>(DATA_ELEMENTS.map((element) => [element.code, element]));

/** Finds a data element by its code, or undefined if there is no such code. */
export function findElement(code: string): DataElement | undefined {
  return BY_CODE.get(code);
}

/** Returns the data element of a known code. */
export function elementOf(code: ElementCode): DataElement {
  const element = BY_CODE.get(code);
  if (!element) throw new Error(`No data element ${code}`);
  return element;
}

/** What one custodian enters for the whole commune, never unit by unit (Luật 91/2025/QH15). */
export const COMMUNE_ELEMENTS: readonly ElementCode[] = DATA_ELEMENTS.filter((element) => element.communeOnly).map(
  (element) => element.code,
);
