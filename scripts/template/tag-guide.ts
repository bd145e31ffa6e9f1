/** The guide to a template's tags, for the person who edits one: `docs/mau-bao-cao.md`, made of `TEMPLATE_TAGS` alone. */
import { type TagEntry, type TagGuide, type TagUse, TEMPLATE_TAGS } from "../../src/report/tags.ts";

const INTRODUCTION = `<!-- npm run tags: tệp này do máy sinh ra từ src/report/tags.ts, đừng sửa tay. -->
# Mẫu báo cáo và các thẻ

Mẫu báo cáo là một tệp Word (.docx, không quá 20 MB, không đặt mật khẩu, không có macro). Chỗ nào trong mẫu có thẻ, ví dụ \`{trich_yeu}\`, thì khi lập báo cáo chỗ đó được thay bằng nội dung của sổ; chữ, phông, cỡ chữ, bảng, lề trang của mẫu giữ nguyên. Muốn đổi lời, đổi thứ tự thì sửa [mẫu mặc định](mau-bao-cao.docx), trong đó có hầu hết các thẻ; cấp trên gửi đề cương riêng thì gõ thẻ vào đề cương đó. Trong Google Sheets: bảng bên, mục Báo cáo → *Tùy chỉnh mẫu* chép mẫu thành một Google Tài liệu để sửa; đề cương của cấp trên thì chọn *Tệp .docx của cấp trên*. Trên máy thì dùng tệp ấy làm mẫu:

\`\`\`sh
npx so2282 report so.xlsx --template de-cuong.docx --out out
\`\`\`

Trước khi điền, mẫu được kiểm tra. Thẻ lạ, thẻ gõ sai, vòng lặp chưa đóng được báo kèm đoạn văn chứa nó và tên thẻ có lẽ đúng.

## Bốn cách dùng

| cách dùng | viết trong mẫu | kết quả |
|---|---|---|
| chữ | \`{nam}\` | được thay bằng nội dung |
| danh sách | \`{#chi_dao}\` · \`{.}\` · \`{/chi_dao}\`, mỗi thẻ một đoạn | đoạn giữa lặp lại cho từng mục, \`{.}\` là nội dung của mục |
| bảng | trong một dòng của bảng: ô đầu \`{#phu_luc_2}{stt}\`, các ô giữa \`{don_vi}\`…, ô cuối \`{tinh_trang}{/phu_luc_2}\` | dòng đó lặp lại; dòng tiêu đề để ngoài |
| điều kiện | \`{#du_thao}DỰ THẢO{/du_thao}\`; ngược lại: \`{^du_thao}…{/du_thao}\` | phần giữa chỉ có khi đúng; với \`^\`: khi không đúng hoặc danh sách trống |
`;

const USE_NAMES: Readonly<Record<TagUse, string>> = {
  text: "chữ",
  texts: "danh sách",
  rows: "bảng",
  condition: "điều kiện",
};

/** Writes the guide as Markdown. */
export function describeTags(): string {
  const entries = Object.entries<TagEntry>(TEMPLATE_TAGS);
  const nested = entries.flatMap(([tag, { meaning, within }]) =>
    within ? [`### \`{#${tag}}…{/${tag}}\`\n\n${meaning}.\n\n${tableOf(within)}`] : [],
  );
  return [
    INTRODUCTION,
    `## Các thẻ dùng ở mọi chỗ\n\n${tableOf(TEMPLATE_TAGS)}`,
    "## Các thẻ chỉ dùng trong bảng, mục\n\nNgoài các thẻ dưới đây, trong vòng lặp vẫn dùng được mọi thẻ ở trên.",
    ...nested,
  ]
    .join("\n\n")
    .concat("\n");
}

function tableOf(guide: TagGuide): string {
  const rows = Object.entries(guide).map(
    ([tag, { use, meaning }]) => `| \`${tag}\` | ${USE_NAMES[use]} | ${meaning} |`,
  );
  return `| thẻ | cách dùng | nội dung |\n|---|---|---|\n${rows.join("\n")}`;
}
