/** The tabs that say what the plan is, which the coordinator fills in: settings, targets, tasks, text for the report. */
import { KIND_NAMES, SIDE_NAMES, YES_NO_NAMES } from "../../core/plan/words.ts";
import { COORDINATOR_COLOUR } from "./colours.ts";
import type { TableTab } from "./tab.ts";

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
  | "kind"
  | "denominator"
  | "side"
  | "units"
  | "forms"
  | "near"
  | "target"
  | "short"
> = {
  title: "Chỉ tiêu",
  intro: "Ngưỡng, phạm vi, cách đo và mốc của kế hoạch. Sửa ở đây thì Bảng điểm và báo cáo tính theo ngay.",
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
      help: "Số nguyên từ 0 đến 100 (CT6: số hoạt động). CT2B, QG1 để trống: so với năm trước, không có ngưỡng.",
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
      help: "CT2: mã các số liệu được cộng, rồi sau chữ “trừ” là vai trò hay mã đơn vị để tính riêng, ví dụ CUX|CUA|BCHX|BCHA trừ Hội LHPN. CT1: chọn từng đơn vị ở tab Đơn vị.",
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
    {
      key: "national2030",
      title: "Quốc gia 2030",
      width: 85,
      kind: "number",
      input: true,
      help: "QĐ 2282/QĐ-TTg, %. CT1 để trống: con số quốc gia chỉ nói về HĐND, UBND (QG1). CT4: con số quốc gia tính rộng hơn.",
    },
    { key: "source", title: "Căn cứ", width: 160, kind: "text", input: true },
    {
      key: "kind",
      title: "Cách đo",
      width: 170,
      kind: "text",
      input: true,
      choices: Object.values(KIND_NAMES),
      help: "Để trống ở dòng của KH 131: đo như KH 131. Số được cộng ghi ở Phạm vi.",
      optional: true,
    },
    {
      key: "denominator",
      title: "Mẫu số",
      width: 75,
      kind: "text",
      input: true,
      help: "Mã số liệu, chỉ với cách đo “số này trên số kia”.",
      optional: true,
    },
    {
      key: "side",
      title: "Mẫu số đếm",
      width: 85,
      kind: "text",
      input: true,
      choices: Object.values(SIDE_NAMES),
      optional: true,
    },
    {
      key: "units",
      title: "Tính đơn vị nào",
      width: 150,
      kind: "text",
      input: true,
      help: "Loại đơn vị hay vai trò, cách nhau bằng dấu |. Để trống: các đơn vị tính vào CT1 ở tab Đơn vị.",
      optional: true,
    },
    {
      key: "forms",
      title: "Hình thức",
      width: 190,
      kind: "text",
      input: true,
      help: "Hình thức hoạt động được tính, cách nhau bằng dấu |. Để trống: mọi hình thức.",
      optional: true,
    },
    {
      key: "near",
      title: "Gần đạt từ",
      width: 80,
      kind: "number",
      input: true,
      help: "%, số nguyên. Để trống: chín phần mười ngưỡng.",
      optional: true,
    },
    {
      key: "target",
      title: "Thuộc chỉ tiêu",
      width: 85,
      kind: "text",
      input: true,
      help: "Mã chỉ tiêu mà dòng này là một phần. Để trống: chính nó là chỉ tiêu.",
      optional: true,
    },
    {
      key: "short",
      title: "Tên ở Bảng điểm",
      width: 250,
      kind: "text",
      input: true,
      help: "Để trống: như cột Chỉ tiêu.",
      optional: true,
    },
  ],
};

/** What units count, a row for each data element. */
export const ELEMENTS_TAB: TableTab<
  "code" | "name" | "help" | "hasTotal" | "types" | "communeOnly" | "stable" | "sensitive" | "within"
> = {
  title: "Danh mục số liệu",
  intro: "Số liệu mà các đơn vị đếm. Thêm một dòng rồi chọn Lập sổ, lập biểu: biểu có thêm dòng đó.",
  colour: COORDINATOR_COLOUR,
  frozenColumns: 2,
  spareRows: 10,
  columns: [
    { key: "code", title: "Mã", width: 70, kind: "text", input: true, help: "Ngắn, không trùng, ví dụ LD." },
    { key: "name", title: "Số liệu", width: 280, kind: "text", input: true },
    { key: "help", title: "Đếm gì", width: 380, kind: "text", input: true },
    {
      key: "hasTotal",
      title: "Có tổng số",
      width: 80,
      kind: "text",
      input: true,
      choices: [YES_NO_NAMES.yes, YES_NO_NAMES.no],
      help: "Không: chỉ đếm nữ.",
    },
    {
      key: "types",
      title: "Loại đơn vị báo cáo",
      width: 240,
      kind: "text",
      input: true,
      help: "Các loại ở tab Đơn vị, cách nhau bằng dấu |. Để trống: đơn vị nhập số liệu quy hoạch, trừ khi đơn vị khác được giao.",
    },
    {
      key: "communeOnly",
      title: "Nhập một lần cho xã",
      width: 90,
      kind: "text",
      input: true,
      choices: [YES_NO_NAMES.yes, YES_NO_NAMES.no],
      help: "Có: chỉ đơn vị nhập số liệu quy hoạch nhập, không theo từng đơn vị.",
    },
    {
      key: "stable",
      title: "Ổn định",
      width: 75,
      kind: "text",
      input: true,
      choices: [YES_NO_NAMES.yes, YES_NO_NAMES.no],
      help: "Có: ít thay đổi qua các năm, như một nhiệm kỳ.",
    },
    {
      key: "sensitive",
      title: "Nhạy cảm",
      width: 80,
      kind: "text",
      input: true,
      choices: [YES_NO_NAMES.yes, YES_NO_NAMES.no],
      help: "Có: báo cáo không nêu theo từng đơn vị.",
    },
    {
      key: "within",
      title: "Không quá",
      width: 80,
      kind: "text",
      input: true,
      help: "Mã số liệu mà số nữ ở đây không được vượt.",
    },
  ],
};

/** Steps on the way to a target. */
export const MILESTONES_TAB: TableTab<"code" | "year" | "value"> = {
  title: "Mốc",
  intro: "Mốc phải đến trong một năm, mỗi dòng một chỉ tiêu và một năm. Mốc các năm 2026–2030 ghi được ở tab Chỉ tiêu.",
  colour: COORDINATOR_COLOUR,
  spareRows: 30,
  columns: [
    { key: "code", title: "Chỉ tiêu", width: 90, kind: "text", input: true },
    { key: "year", title: "Năm", width: 80, kind: "year", input: true },
    { key: "value", title: "Mốc", width: 90, kind: "number", input: true, help: "Số nguyên: %, hoặc số hoạt động." },
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
      help: "Vai trò ở tab Cấu hình (ví dụ Hội LHPN), mã đơn vị, hoặc mã loại (dang, co_quan, su_nghiep, vu_trang, ct_xh), cách nhau bằng dấu |. Sửa xong thì lập lại biểu.",
    },
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
