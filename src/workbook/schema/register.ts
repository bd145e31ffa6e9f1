/** The register: the tab of the org units and the hamlets, and the words that its cells may hold. */
import { UNIT_TYPE_NAMES } from "../../core/unit-type.ts";
import { COORDINATOR_COLOUR } from "./colours.ts";
import type { TableTab } from "./tab.ts";

export const YES = "Có";
export const NO = "Không";
export const UNIT_ACTIVE = "Đang hoạt động";
export const UNIT_CLOSED = "Ngừng hoạt động";
/** What set-up writes once it has carried a unit's activities and money over to another. */
export const UNIT_MERGED = "Đã gộp";

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
