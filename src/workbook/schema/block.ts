/** The block of a form, and the tidy tab that stacks the blocks of all forms. */
import { COMPUTED_COLOUR } from "./colours.ts";
import type { TableTab } from "./tab.ts";

/** The columns that a form's block, the hamlets' activities and the tidy tab share, in this order from column A. */
export const BLOCK_COLUMNS = ["unit", "key", "text", "first", "second", "word", "when", "more", "link"] as const;

export type BlockKey = (typeof BLOCK_COLUMNS)[number];

/** The tidy tab's columns: those of a block, and where in its sheet each row stands now. */
export type DataKey = BlockKey | "place";

/** A row's place in one number: so many times its row, plus the column in which its block begins. */
export const PLACE_ROW = 1000;

export const DATA_TAB: TableTab<DataKey> = {
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
    {
      key: "place",
      title: "Chỗ trong biểu",
      width: 80,
      kind: "text",
      optional: true,
      help: "Dòng này đang ở đâu trong biểu: số dòng nhân 1000, cộng số cột đầu. “Đến ô” dẫn theo số này.",
    },
  ],
};
