/** Words that the two guides to the tags share: `docs/mau-bao-cao.md` and the last pages of the editable template. */
import type { TagUse } from "../../src/report/tags.ts";

/** A way to use tags. What is to be typed stands between backticks. */
export type TagUseWords = {
  readonly use: TagUse;
  readonly name: string;
  readonly written: string;
  readonly result: string;
};

export const TAG_USES: readonly TagUseWords[] = [
  { use: "text", name: "chữ", written: "`{nam}`", result: "được thay bằng nội dung" },
  {
    use: "texts",
    name: "danh sách",
    written: "`{#chi_dao}` · `{.}` · `{/chi_dao}`, mỗi thẻ một đoạn",
    result: "đoạn giữa lặp lại cho từng mục, `{.}` là nội dung của mục",
  },
  {
    use: "rows",
    name: "bảng",
    written:
      "trong một dòng của bảng: ô đầu `{#phu_luc_2}{stt}`, các ô giữa `{don_vi}`…, ô cuối `{tinh_trang}{/phu_luc_2}`",
    result: "dòng đó lặp lại; dòng tiêu đề để ngoài",
  },
  {
    use: "condition",
    name: "điều kiện",
    written: "`{#du_thao}DỰ THẢO{/du_thao}`; ngược lại: `{^du_thao}…{/du_thao}`",
    result: "phần giữa chỉ có khi đúng; với `^`: khi không đúng hoặc danh sách trống",
  },
  {
    use: "note",
    name: "lời dặn",
    written: "`{#huong_dan}` · lời dặn người sửa mẫu · `{/huong_dan}`, mỗi thẻ một đoạn",
    result: "cả phần không vào báo cáo",
  },
];

/** Names a way to use tags. */
export function nameUse(use: TagUse): string {
  return TAG_USES.find((words) => words.use === use)?.name ?? "";
}

export const EVERYWHERE = "Các thẻ dùng ở mọi chỗ";
export const NESTED = "Các thẻ chỉ dùng trong bảng, mục";
export const NESTED_NOTE = "Ngoài các thẻ dưới đây, trong vòng lặp vẫn dùng được mọi thẻ ở trên.";
