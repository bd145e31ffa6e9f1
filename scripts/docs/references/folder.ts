/** The reference of a data folder's CSV files. Files and columns are the code's; one without a word here ends the making. */

import { kh131 } from "../../../src/core/plan/kh-131.ts";
import { KIND_NAMES } from "../../../src/core/plan/words.ts";
import { FUND_SOURCE_NAMES, FUND_SOURCES, TASK_STATUS_NAMES, TASK_STATUSES } from "../../../src/core/task.ts";
import { UNIT_TYPE_NAMES, UNIT_TYPES } from "../../../src/core/unit-type.ts";
import { FOLDER_COLUMNS, isOptionalColumn } from "../../../src/workbook/folder/table.ts";
import { GIVEN_SETTINGS } from "../../../src/workbook/settings.ts";
import { code, generated, page, table } from "./markdown.ts";

/** What a file is, and what stands in each of its columns. */
type FileGuide = { readonly about: string; readonly columns: Readonly<Record<string, string>> };

function words<Code extends string>(codes: readonly Code[], names: Readonly<Record<Code, string>>): string {
  return codes.map((each) => `${code(each)} ${names[each]}`).join("; ");
}

const UNIT = "Mã đơn vị, có trong `units.csv` hoặc tab Đơn vị.";
const ELEMENT = "Mã số liệu đơn vị phải báo cáo.";
const TOTAL = "Tổng số. Để trống nếu số liệu chỉ đếm nữ.";
const LINK = "Đường dẫn đến tài liệu.";

const GUIDE: Readonly<Record<string, FileGuide>> = {
  "commune.csv": {
    about: "Tab Cấu hình. Mỗi dòng một mục.",
    columns: {
      key: `Một trong: ${GIVEN_SETTINGS.map(({ key }) => code(key)).join(", ")}.`,
      value: "Giá trị; ngày ghi yyyy-mm-dd.",
    },
  },
  "units.csv": {
    about: "Tab Đơn vị.",
    columns: {
      code: "Mã, ngắn, không trùng.",
      name: "Tên đơn vị.",
      type: `Loại: ${words(UNIT_TYPES, UNIT_TYPE_NAMES)}.`,
      email: "Hộp thư chung, không phải của cá nhân; nhiều hộp thư cách nhau bằng dấu |.",
      ct1: "yes, no; để trống: ấp không tính, đơn vị khác có tính.",
      elements: `Mã số liệu cách nhau bằng dấu |; để trống: theo loại. Mã: ${[...kh131().elements.keys()].map(code).join(", ")}.`,
    },
  },
  "values.csv": {
    about: "Số liệu của năm báo cáo.",
    columns: { unit: UNIT, element: ELEMENT, total: TOTAL, women: "Số nữ.", note: "Ghi chú." },
  },
  "activities.csv": {
    about: "Hoạt động tuyên truyền.",
    columns: {
      unit: UNIT,
      date: "Ngày, yyyy-mm-dd.",
      theme: "Chủ đề.",
      kind: "Hình thức.",
      co_organisers: "Mã hoặc tên các đơn vị phối hợp, cách nhau bằng dấu | ; hoặc ,.",
      participants: "Số người dự.",
      women: "Trong đó nữ.",
      link: LINK,
    },
  },
  "tasks.csv": {
    about: "Nhiệm vụ được giao.",
    columns: {
      unit: UNIT,
      task: "Mã nhiệm vụ giao cho đơn vị, ví dụ V1.1.",
      status: `Trạng thái: ${words(TASK_STATUSES, TASK_STATUS_NAMES)}.`,
      result: "Kết quả, một hai câu.",
      link: LINK,
    },
  },
  "funds.csv": {
    about: "Kinh phí, đồng.",
    columns: {
      unit: UNIT,
      source: `Nguồn: ${words(FUND_SOURCES, FUND_SOURCE_NAMES)}.`,
      planned: "Dự toán.",
      spent: "Đã chi.",
    },
  },
  "assessments.csv": {
    about: "Đánh giá của đơn vị.",
    columns: {
      unit: UNIT,
      results: "Kết quả nổi bật.",
      difficulties: "Khó khăn, hạn chế.",
      causes: "Nguyên nhân.",
      proposals: "Đề xuất, kiến nghị.",
    },
  },
  "narrative.csv": {
    about: "Lời của người tổng hợp trong báo cáo (tab Nội dung báo cáo). Mỗi dòng một đoạn.",
    columns: {
      part: "Phần của báo cáo: guidance, results, difficulties, limits, causes, direction, proposals, praise.",
      text: "Nội dung; không ghi tên người.",
    },
  },
  "roles.csv": {
    about:
      "Đơn vị nào giữ vai trò nào. Không bắt buộc: vai trò không có ở đây được nhận theo mã, rồi theo tên đơn vị. Không được trái với commune.csv (custodian).",
    columns: {
      role: "lhpn (Hội LHPN), vhxh (Phòng VH-XH), custodian (đơn vị nhập số liệu quy hoạch), hdnd, ubnd, vanphong (Văn phòng HĐND và UBND), congan (Công an).",
      unit: UNIT,
    },
  },
  "history.csv": {
    about: "Số liệu các năm trước, để so tăng giảm. Không bắt buộc.",
    columns: { year: "Năm, bốn chữ số.", unit: UNIT, element: "Mã số liệu.", total: TOTAL, women: "Số nữ." },
  },
  "elements.csv": {
    about: "Danh mục số liệu của một kế hoạch khác. Không bắt buộc: không có tệp này thì theo KH 131.",
    columns: {
      code: "Mã, không trùng.",
      name: "Tên số liệu.",
      help: "Đếm gì, không đếm gì.",
      has_total: "`yes` (để trống cũng vậy) hoặc `no`: chỉ đếm nữ.",
      types: "Loại đơn vị báo cáo, cách nhau bằng dấu |; để trống: đơn vị nhập số liệu quy hoạch.",
      commune_only: "`yes`: nhập một lần cho cả xã.",
      stable: "`yes`: ít thay đổi qua các năm.",
      sensitive: "`yes`: báo cáo không nêu theo từng đơn vị.",
      within: "Mã số liệu mà số nữ ở đây không được vượt.",
    },
  },
  "targets.csv": {
    about: "Chỉ tiêu của một kế hoạch khác. Có tệp này thì chỉ có các chỉ tiêu trong tệp. Không bắt buộc.",
    columns: {
      code: "Mã, không trùng.",
      name: "Tên chỉ tiêu.",
      threshold: "Ngưỡng: %, hoặc số hoạt động. Để trống: so với năm trước.",
      unit: "Đơn vị tính, ví dụ `%`.",
      due_year: "Năm phải đạt; để trống: năm nào cũng phải đạt.",
      near: "Gần đạt từ bao nhiêu %; để trống: chín phần mười ngưỡng.",
      national_2025: "Mục tiêu quốc gia 2025, %.",
      national: "Mục tiêu quốc gia 2030, %.",
      source: "Căn cứ.",
    },
  },
  "indicators.csv": {
    about: "Cách đo của từng chỉ tiêu và các phần của nó. Không bắt buộc.",
    columns: {
      code: "Mã; của chính chỉ tiêu thì là mã chỉ tiêu.",
      target: "Mã chỉ tiêu mà dòng này thuộc về.",
      name: "Tên ngắn ở Bảng điểm; để trống: như tên chỉ tiêu.",
      kind: `Cách đo: ${Object.entries(KIND_NAMES)
        .map(([kind, name]) => `${code(kind)} ${name}`)
        .join("; ")}.`,
      numerator: "Mã số liệu được cộng, cách nhau bằng dấu |; để trống: như của chỉ tiêu.",
      denominator: "Mã số liệu ở mẫu số, với `quotient`.",
      side: "Mẫu số đếm `total` hay `women`; để trống: `women`.",
      types: "Với `units-led`: loại đơn vị; để trống cả hai cột: đơn vị tính vào CT1.",
      roles: "Với `units-led`: vai trò.",
      without: "Đơn vị hay vai trò không tính, cách nhau bằng dấu |.",
      forms: "Với `events`: hình thức được tính; để trống: mọi hình thức.",
    },
  },
  "milestones.csv": {
    about: "Mốc phải đến trong từng năm. Không bắt buộc.",
    columns: { code: "Mã chỉ tiêu.", year: "Năm, bốn chữ số.", value: "Mốc: %, hoặc số hoạt động." },
  },
};

function wordOf(file: string, column?: string): string {
  const word = column === undefined ? GUIDE[file]?.about : GUIDE[file]?.columns[column];
  if (word === undefined) throw new Error(`scripts/docs/references/folder.ts: no word for ${file} ${column ?? ""}`);
  return word;
}

/** Writes the page. */
export function describeFolder(): string {
  const files = Object.entries(FOLDER_COLUMNS).map(([file, columns]) => {
    const rows = columns.map((column) => [
      code(column),
      isOptionalColumn(file, column) ? "không" : "có",
      wordOf(file, column),
    ]);
    return `## ${file}\n\n${wordOf(file)}\n\n${table(["cột", "phải có", "ghi gì"], rows)}`;
  });
  return page(
    generated("src/workbook/folder/table.ts"),
    "# Bộ dữ liệu CSV",
    "Một thư mục chứa các tệp CSV: mã UTF-8 (cũng đọc được UTF-16, tức “Văn bản Unicode” của Excel cũ, và Windows-1258), ô cách nhau bằng `,`, `;` hoặc tab, dòng đầu là tên cột, thứ tự cột tùy ý. Tên tệp viết hoa hay thường đều được; tệp .csv mang tên khác thì được nêu là không đọc. Tệp nào không có thì bỏ qua. Dòng nhiều ô hơn tiêu đề không được nhận, kể cả khi ô thừa để trống. `npx so2282 new so.xlsx --from thu-muc` lập sổ từ thư mục; `import` đưa số liệu vào sổ đã có. Dòng không đặt được vào đâu thì được nêu kèm tệp, dòng, lý do; các dòng khác vẫn nhận. Xem [bộ mẫu](../../examples/vinh-phong).",
    ...files,
  );
}
