/**
 * The one description of the workbook's tabs: titles, columns, what may be typed, help. Set-up, reading, checks and the
 * documentation derive from it. The units' forms have a layout of their own in `form.ts`.
 */
import { DATA_ELEMENTS, type ElementCode } from "../core/element.ts";
import { UNIT_TYPE_NAMES } from "../core/unit.ts";

/** What a column holds, which decides its number format, its alignment and its validation. */
export type ColumnKind = "text" | "count" | "number" | "year" | "day" | "percent" | "link";

export type Column<Key extends string = string> = {
  readonly key: Key;
  /** The header; unique within its tab, and what a column is found by. */
  readonly title: string;
  /** Pixels. */
  readonly width: number;
  readonly kind: ColumnKind;
  /** True: users type here. */
  readonly input?: boolean;
  /** Shown as a note on the header. */
  readonly help?: string;
  readonly choices?: readonly string[];
  readonly hidden?: boolean;
};

/** A tab that is one table: title, introduction, group headers (where there are any), header, data. */
export type TableTab<Key extends string = string> = {
  readonly title: string;
  readonly intro: string;
  readonly columns: readonly Column<Key>[];
  readonly colour: string;
  /** Columns that stay in sight when scrolling. */
  readonly frozenColumns?: number;
  /** Empty rows kept below the data for new entries. */
  readonly spareRows: number;
};

/** In every table tab: 1 title, 2 introduction, 3 group headers, 4 header; data from row 5. */
export const HEADER_ROW = 4;
export const FIRST_DATA_ROW = HEADER_ROW + 1;

/** Colours of the tabs by who works in them. */
const COORDINATOR_COLOUR = "#1a5fb4";
const COMPUTED_COLOUR = "#26a269";
export const UNIT_COLOUR = "#e5a50a";

export const YES = "Có";
export const NO = "Không";
export const UNIT_ACTIVE = "Đang hoạt động";
export const UNIT_CLOSED = "Ngừng hoạt động";
/** What set-up writes once it has carried a unit's activities and money over to another. */
export const UNIT_MERGED = "Đã gộp";

export const SETTINGS_TAB: TableTab<"key" | "name" | "value" | "help"> = {
  title: "Cấu hình",
  intro: "Người tổng hợp điền cột Giá trị. Mọi tab khác đọc từ đây.",
  colour: COORDINATOR_COLOUR,
  spareRows: 0,
  columns: [
    { key: "key", title: "Khóa", width: 120, kind: "text", hidden: true },
    { key: "name", title: "Mục", width: 220, kind: "text" },
    { key: "value", title: "Giá trị", width: 320, kind: "text", input: true },
    { key: "help", title: "Giải thích", width: 420, kind: "text" },
  ],
};

export const TARGETS_TAB: TableTab<
  | "code"
  | "name"
  | "threshold"
  | "measure"
  | "dueYear"
  | "scope"
  | "m2026"
  | "m2027"
  | "m2028"
  | "m2029"
  | "m2030"
  | "national2025"
  | "national2030"
  | "source"
> = {
  title: "Chỉ tiêu",
  intro: "Ngưỡng, phạm vi và mốc của kế hoạch. Sửa ở đây thì Bảng điểm và báo cáo tính theo ngay.",
  colour: COORDINATOR_COLOUR,
  frozenColumns: 2,
  spareRows: 0,
  columns: [
    { key: "code", title: "Mã", width: 60, kind: "text" },
    { key: "name", title: "Chỉ tiêu", width: 360, kind: "text", input: true },
    {
      key: "threshold",
      title: "Ngưỡng",
      width: 70,
      kind: "number",
      input: true,
      help: "Số nguyên từ 0 đến 100 (CT6: số hoạt động). CT2B để trống: so với năm trước, không có ngưỡng.",
    },
    { key: "measure", title: "Đơn vị tính", width: 90, kind: "text" },
    {
      key: "dueYear",
      title: "Đến năm",
      width: 80,
      kind: "year",
      input: true,
      help: "Năm phải đạt. Để trống: năm nào cũng phải đạt.",
    },
    {
      key: "scope",
      title: "Phạm vi",
      width: 190,
      kind: "text",
      input: true,
      help: "CT2: mã các số liệu được cộng, rồi sau chữ “trừ” là mã đơn vị để tính riêng, ví dụ CUX|CUA|BCHX|BCHA trừ LHPN. CT1: chọn từng đơn vị ở tab Đơn vị.",
    },
    {
      key: "m2026",
      title: "Mốc 2026",
      width: 75,
      kind: "number",
      input: true,
      help: "Mốc phải đến trong năm; có thể để trống.",
    },
    { key: "m2027", title: "Mốc 2027", width: 75, kind: "number", input: true },
    { key: "m2028", title: "Mốc 2028", width: 75, kind: "number", input: true },
    { key: "m2029", title: "Mốc 2029", width: 75, kind: "number", input: true },
    { key: "m2030", title: "Mốc 2030", width: 75, kind: "number", input: true },
    { key: "national2025", title: "Quốc gia 2025", width: 85, kind: "number", input: true, help: "QĐ 2282/QĐ-TTg, %." },
    { key: "national2030", title: "Quốc gia 2030", width: 85, kind: "number", input: true, help: "QĐ 2282/QĐ-TTg, %." },
    { key: "source", title: "Căn cứ", width: 160, kind: "text", input: true },
  ],
};

export const TASKS_TAB: TableTab<"code" | "group" | "text" | "assignees"> = {
  title: "Nhiệm vụ",
  intro: "Nhiệm vụ ở mục V của kế hoạch, xếp theo ba nhóm của mục III, và đơn vị được giao.",
  colour: COORDINATOR_COLOUR,
  spareRows: 0,
  columns: [
    { key: "code", title: "Mã", width: 60, kind: "text" },
    { key: "group", title: "Nhóm (mục III)", width: 90, kind: "text", choices: ["1", "2", "3"], input: true },
    { key: "text", title: "Nhiệm vụ", width: 560, kind: "text", input: true },
    {
      key: "assignees",
      title: "Giao cho",
      width: 240,
      kind: "text",
      input: true,
      help: "Mã đơn vị, hoặc mã loại (dang, co_quan, su_nghiep, vu_trang, ct_xh), cách nhau bằng dấu |. Sửa xong thì lập lại biểu.",
    },
  ],
};

export const UNITS_TAB: TableTab<
  "code" | "name" | "type" | "mailboxes" | "inCt1" | "elements" | "tab" | "sheetId" | "open" | "state" | "mergedInto"
> = {
  title: "Đơn vị",
  intro: "Danh sách đơn vị và ấp. Mỗi đơn vị một dòng, mỗi dòng một biểu. Chỉ ghi hộp thư chung, không ghi tên người.",
  colour: COORDINATOR_COLOUR,
  frozenColumns: 2,
  spareRows: 60,
  columns: [
    { key: "code", title: "Mã", width: 80, kind: "text", input: true, help: "Ngắn, không trùng, ví dụ TYT." },
    { key: "name", title: "Tên đơn vị", width: 300, kind: "text", input: true },
    { key: "type", title: "Loại", width: 170, kind: "text", input: true, choices: Object.values(UNIT_TYPE_NAMES) },
    {
      key: "mailboxes",
      title: "Hộp thư chung",
      width: 220,
      kind: "text",
      input: true,
      help: "Hộp thư của đơn vị, không phải của cá nhân; nhiều hộp thư cách nhau bằng dấu |.",
    },
    {
      key: "inCt1",
      title: "Tính vào CT1",
      width: 90,
      kind: "text",
      input: true,
      choices: [YES, NO],
      help: "Để trống: ấp không tính, đơn vị khác có tính.",
    },
    {
      key: "elements",
      title: "Số liệu phải báo cáo",
      width: 190,
      kind: "text",
      input: true,
      help: "Mã số liệu cách nhau bằng dấu |. Để trống: theo loại đơn vị.",
    },
    { key: "tab", title: "Tab", width: 110, kind: "text" },
    { key: "sheetId", title: "Số tab", width: 80, kind: "text", hidden: true },
    { key: "open", title: "Mở", width: 70, kind: "link" },
    {
      key: "state",
      title: "Tình trạng",
      width: 120,
      kind: "text",
      input: true,
      choices: [UNIT_ACTIVE, UNIT_CLOSED, UNIT_MERGED],
      help: "Ngừng hoạt động: biểu được cất vào tab ẩn, số liệu giữ nguyên, không tính nữa. Để trống: đang hoạt động. “Đã gộp” do sổ ghi.",
    },
    {
      key: "mergedInto",
      title: "Gộp vào",
      width: 90,
      kind: "text",
      input: true,
      help: "Mã đơn vị nhận. Hoạt động, kinh phí của đơn vị bị gộp được chuyển sang; biểu cũ cất vào tab ẩn.",
    },
  ],
};

/** The data elements that the hamlets' grid has columns for. A hamlet that reports others gets a form of its own. */
export const HAMLET_GRID_ELEMENTS = [
  "CUA",
  "BCHA",
  "THG",
  "CNS",
  "MTQ",
  "LD",
] as const satisfies readonly ElementCode[];

export type HamletGridElement = (typeof HAMLET_GRID_ELEMENTS)[number];

export type HamletField = "total" | "women" | "note";

export type HamletKey = "code" | "name" | `${HamletGridElement}.${HamletField}`;

function hamletColumns(element: HamletGridElement): readonly Column<HamletKey>[] {
  const help = DATA_ELEMENTS.find((candidate) => candidate.code === element)?.help ?? "";
  return [
    { key: `${element}.total`, title: `${element}: tổng số`, width: 75, kind: "count", input: true, help },
    { key: `${element}.women`, title: `${element}: nữ`, width: 75, kind: "count", input: true },
    { key: `${element}.note`, title: `${element}: ghi chú`, width: 110, kind: "text", input: true },
  ];
}

export const HAMLETS_TAB: TableTab<HamletKey> = {
  title: "Các ấp",
  intro: "Mỗi ấp một dòng. Nhập số vào ô vàng; không có người nào thì gõ 0. Ô xám là số liệu ấp không phải báo cáo.",
  colour: UNIT_COLOUR,
  frozenColumns: 2,
  spareRows: 0,
  columns: [
    { key: "code", title: "Mã", width: 70, kind: "text" },
    { key: "name", title: "Tên ấp", width: 170, kind: "text" },
    ...HAMLET_GRID_ELEMENTS.flatMap(hamletColumns),
  ],
};

/** The columns that a form's block, the hamlets' activities and the tidy tab share, in this order from column A. */
export const BLOCK_COLUMNS = ["unit", "key", "text", "first", "second", "word", "when", "more", "link"] as const;

export type BlockKey = (typeof BLOCK_COLUMNS)[number];

export const DATA_TAB: TableTab<BlockKey> = {
  title: "Dữ liệu",
  intro:
    "Mọi biểu xếp chồng bằng một công thức; các cột ẩn bên phải chép những tab khác để sổ đọc một lần. Không gõ vào tab này.",
  colour: COMPUTED_COLOUR,
  frozenColumns: 2,
  spareRows: 0,
  columns: [
    { key: "unit", title: "Đơn vị", width: 90, kind: "text" },
    {
      key: "key",
      title: "Dòng",
      width: 90,
      kind: "text",
      help: "SL số liệu, NV nhiệm vụ, HD hoạt động, KP kinh phí, DG đánh giá, XN xác nhận.",
    },
    { key: "text", title: "Nội dung", width: 320, kind: "text" },
    { key: "first", title: "Tổng số / dự toán / đánh giá", width: 120, kind: "text" },
    { key: "second", title: "Nữ / đã chi", width: 90, kind: "text" },
    { key: "word", title: "Ghi chú / trạng thái / hình thức", width: 160, kind: "text" },
    { key: "when", title: "Ngày / kết quả", width: 160, kind: "day" },
    { key: "more", title: "Đơn vị phối hợp", width: 120, kind: "text" },
    { key: "link", title: "Liên kết", width: 160, kind: "text" },
  ],
};

export const HISTORY_TAB: TableTab<"year" | "unit" | "element" | "total" | "women"> = {
  title: "Lịch sử",
  intro: "Số liệu các năm trước, để so tăng giảm. Mỗi dòng một số liệu của một đơn vị trong một năm.",
  colour: COORDINATOR_COLOUR,
  spareRows: 50,
  columns: [
    { key: "year", title: "Năm", width: 70, kind: "year", input: true },
    { key: "unit", title: "Đơn vị", width: 100, kind: "text", input: true },
    { key: "element", title: "Số liệu", width: 90, kind: "text", input: true },
    { key: "total", title: "Tổng số", width: 90, kind: "count", input: true },
    { key: "women", title: "Nữ", width: 90, kind: "count", input: true },
  ],
};

/** The coordinator's own text for the report, a row for each of its parts. */
export const NARRATIVE_TAB: TableTab<"part" | "name" | "text" | "help"> = {
  title: "Nội dung báo cáo",
  intro:
    "Lời của người tổng hợp trong báo cáo, thêm vào phần sổ tự viết và phần của các đơn vị. Dòng nào không cần thì để trống. Không ghi tên người.",
  colour: COORDINATOR_COLOUR,
  spareRows: 0,
  columns: [
    { key: "part", title: "Khóa phần", width: 100, kind: "text", hidden: true },
    { key: "name", title: "Phần của báo cáo", width: 230, kind: "text" },
    {
      key: "text",
      title: "Lời của người tổng hợp",
      width: 620,
      kind: "text",
      input: true,
      help: "Mỗi lần xuống dòng trong ô (Ctrl+Enter) là một đoạn văn của báo cáo.",
    },
    { key: "help", title: "Viết gì ở đây", width: 380, kind: "text" },
  ],
};

export const SCORECARD_TAB: TableTab<
  | "code"
  | "name"
  | "numerator"
  | "denominator"
  | "percent"
  | "target"
  | "milestone"
  | "status"
  | "neededFixed"
  | "neededAdded"
  | "low"
  | "high"
  | "previous"
  | "national"
> = {
  title: "Bảng điểm",
  intro: "Tự tính từ mọi biểu. Đạt hay không là so số nguyên; tỷ lệ chỉ để đọc.",
  colour: COMPUTED_COLOUR,
  frozenColumns: 2,
  spareRows: 0,
  columns: [
    { key: "code", title: "Mã", width: 95, kind: "text" },
    { key: "name", title: "Chỉ tiêu", width: 300, kind: "text" },
    {
      key: "numerator",
      title: "Thực hiện",
      width: 80,
      kind: "number",
      help: "Số nữ; CT1: số đơn vị có nữ lãnh đạo; CT6: số hoạt động.",
    },
    { key: "denominator", title: "Trên tổng số", width: 80, kind: "number" },
    { key: "percent", title: "Tỷ lệ (%)", width: 80, kind: "percent" },
    { key: "target", title: "Mục tiêu", width: 75, kind: "number", help: "%, riêng CT6 là số hoạt động." },
    { key: "milestone", title: "Mốc năm nay", width: 80, kind: "number" },
    { key: "status", title: "Đánh giá", width: 130, kind: "text" },
    {
      key: "neededFixed",
      title: "Còn thiếu (giữ số ghế)",
      width: 95,
      kind: "number",
      help: "Số nữ cần thêm nếu tổng số không đổi.",
    },
    {
      key: "neededAdded",
      title: "Còn thiếu (thêm ghế)",
      width: 95,
      kind: "number",
      help: "Số nữ cần thêm nếu mỗi người vào là thêm một ghế.",
    },
    {
      key: "low",
      title: "Thấp nhất (%)",
      width: 80,
      kind: "percent",
      help: "Khi các đơn vị còn thiếu báo cáo xong, ở trường hợp xấu nhất.",
    },
    {
      key: "high",
      title: "Cao nhất (%)",
      width: 80,
      kind: "percent",
      help: "Khi các đơn vị còn thiếu báo cáo xong, ở trường hợp tốt nhất.",
    },
    { key: "previous", title: "Năm trước (%)", width: 80, kind: "percent" },
    { key: "national", title: "Quốc gia 2030 (%)", width: 85, kind: "number" },
  ],
};

export const ISSUES_TAB: TableTab<"severity" | "unit" | "tab" | "cell" | "subject" | "message" | "sheetId" | "open"> = {
  title: "Kiểm tra",
  intro: "Chỗ thiếu, chỗ sai và chỗ nên xem lại trong mọi biểu. Sửa xong thì dòng tự mất.",
  colour: COMPUTED_COLOUR,
  spareRows: 0,
  columns: [
    { key: "severity", title: "Mức độ", width: 80, kind: "text" },
    { key: "unit", title: "Đơn vị", width: 90, kind: "text" },
    { key: "tab", title: "Tab", width: 110, kind: "text" },
    { key: "cell", title: "Ô", width: 60, kind: "text" },
    { key: "subject", title: "Mục", width: 220, kind: "text" },
    { key: "message", title: "Cần gì, thấy gì, làm gì", width: 540, kind: "text" },
    { key: "sheetId", title: "Số tab", width: 70, kind: "text", hidden: true },
    { key: "open", title: "Đến ô", width: 70, kind: "link" },
  ],
};

export const RIGHTS_TAB: TableTab<"tab" | "range" | "label" | "who" | "state"> = {
  title: "Quyền sửa",
  intro: "Ai sửa được gì, lúc xem gần nhất: trình đơn Sổ 2282 → Ai sửa được gì.",
  colour: COORDINATOR_COLOUR,
  spareRows: 1,
  columns: [
    { key: "tab", title: "Tab", width: 130, kind: "text" },
    { key: "range", title: "Vùng", width: 90, kind: "text" },
    { key: "label", title: "Của", width: 300, kind: "text" },
    { key: "who", title: "Được sửa", width: 340, kind: "text" },
    { key: "state", title: "Tình trạng", width: 340, kind: "text" },
  ],
};

export type LogKey = "time" | "role" | "unit" | "action" | "reason" | "words" | "year" | "about" | "digest";

/** The workflow's acts, a line each. What the coordinator decided stands here and nowhere else. */
export const LOG_TAB: TableTab<LogKey> = {
  title: "Nhật ký",
  intro: "Ai nộp, duyệt, trả lại, mở lại lúc nào. Sổ chỉ ghi thêm vào cuối; không sửa, không xóa dòng nào.",
  colour: COORDINATOR_COLOUR,
  spareRows: 1,
  columns: [
    { key: "time", title: "Lúc", width: 140, kind: "text" },
    { key: "role", title: "Vai trò", width: 150, kind: "text" },
    { key: "unit", title: "Đơn vị", width: 90, kind: "text" },
    { key: "action", title: "Việc", width: 110, kind: "text" },
    { key: "reason", title: "Lý do", width: 320, kind: "text" },
    { key: "words", title: "Hiện ở biểu", width: 360, kind: "text", help: "Câu mà biểu của đơn vị hiện ở đầu." },
    { key: "year", title: "Năm báo cáo", width: 70, kind: "text" },
    { key: "about", title: "Bản nộp", width: 150, kind: "text", hidden: true },
    { key: "digest", title: "Dấu số liệu", width: 150, kind: "text", hidden: true },
  ],
};

/** What lost its place, a row each: nothing that was typed is thrown away. */
export const ARCHIVE_TAB: TableTab<"when" | "unit" | "tab" | "cell" | "subject" | "value" | "reason"> = {
  title: "Lưu trữ",
  intro: "Số liệu không còn chỗ trong biểu, kèm chỗ cũ và lý do. Sổ chỉ ghi thêm vào đây, không tính, không xóa.",
  colour: COORDINATOR_COLOUR,
  spareRows: 1,
  columns: [
    { key: "when", title: "Lúc", width: 130, kind: "text" },
    { key: "unit", title: "Đơn vị", width: 90, kind: "text" },
    { key: "tab", title: "Tab", width: 130, kind: "text" },
    { key: "cell", title: "Ô cũ", width: 70, kind: "text" },
    { key: "subject", title: "Mục", width: 260, kind: "text" },
    { key: "value", title: "Giá trị", width: 260, kind: "text" },
    { key: "reason", title: "Vì sao", width: 320, kind: "text" },
  ],
};

/** Titles of the tabs that are not one table. */
export const GUIDE_TITLE = "Hướng dẫn";
export const HAMLET_FORMS_TITLE = "Hoạt động ấp";
export const TEMPLATE_TITLE = "Mẫu biểu";

/** The titles of all tabs but the units' forms, in the order of the tabs. */
export const OWN_TITLES: readonly string[] = [
  GUIDE_TITLE,
  SCORECARD_TAB.title,
  ISSUES_TAB.title,
  SETTINGS_TAB.title,
  TARGETS_TAB.title,
  TASKS_TAB.title,
  UNITS_TAB.title,
  HAMLETS_TAB.title,
  HAMLET_FORMS_TITLE,
  HISTORY_TAB.title,
  NARRATIVE_TAB.title,
  DATA_TAB.title,
  LOG_TAB.title,
  RIGHTS_TAB.title,
  ARCHIVE_TAB.title,
  TEMPLATE_TITLE,
];
