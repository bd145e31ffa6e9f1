/** The guide to a template's tags, for the person who edits one: `docs/mau-bao-cao.md`, made of `TEMPLATE_TAGS` alone. */
import { groupTags, type NamedTags } from "../../src/report/tag-groups.ts";
import { EVERYWHERE, NESTED, NESTED_NOTE, nameUse, TAG_USES } from "./tag-words.ts";

const INTRODUCTION = `<!-- npm run tags: tệp này do máy sinh ra từ src/report/tags.ts, đừng sửa tay. -->
# Mẫu báo cáo và các thẻ

Mẫu báo cáo là một tệp Word (.docx, không quá 20 MB, không đặt mật khẩu, không có macro). Chỗ nào trong mẫu có thẻ, ví dụ \`{trich_yeu}\`, thì khi lập báo cáo chỗ đó được thay bằng nội dung của sổ; chữ, phông, cỡ chữ, bảng, lề trang của mẫu giữ nguyên. Muốn đổi lời, đổi thứ tự thì sửa [mẫu mặc định](mau-bao-cao.docx), trong đó có hầu hết các thẻ, và ở cuối có mấy trang giải thích từng thẻ để chép ra dùng (không vào báo cáo); cấp trên gửi đề cương riêng thì gõ thẻ vào đề cương đó. Trong Google Sheets: bảng bên, mục Báo cáo → *Tùy chỉnh mẫu* chép mẫu thành một Google Tài liệu để sửa; đề cương của cấp trên thì chọn *Tệp .docx của cấp trên*. Trên máy thì dùng tệp ấy làm mẫu:

\`\`\`sh
npx so2282 report so.xlsx --template de-cuong.docx --out out
\`\`\`

Trước khi điền, mẫu được kiểm tra. Thẻ lạ, thẻ gõ sai, vòng lặp chưa đóng được báo kèm đoạn văn chứa nó và tên thẻ có lẽ đúng.

Phần không vào báo cáo nằm giữa hai dòng \`{#huong_dan}\` và \`{/huong_dan}\`: khi lập báo cáo, sổ bỏ cả phần, thẻ ở trong không bị kiểm tra. Có thể chuyển phần ấy sang chỗ khác hoặc xóa cả phần; xóa riêng một trong hai dòng thì mẫu bị báo lỗi. Người sửa mẫu cũng ghi lời dặn của mình theo cách ấy được.`;

/** Writes the guide as Markdown. */
export function describeTags(): string {
  const { anywhere, loops } = groupTags();
  const uses = TAG_USES.map(({ name, written, result }) => `| ${name} | ${written} | ${result} |`);
  return [
    INTRODUCTION,
    `## Các cách dùng\n\n| cách dùng | viết trong mẫu | kết quả |\n|---|---|---|\n${uses.join("\n")}`,
    `## ${EVERYWHERE}\n\n${tableOf(anywhere)}`,
    `## ${NESTED}\n\n${NESTED_NOTE}`,
    ...loops.map(({ loop, meaning, tags }) => `### \`{#${loop}}…{/${loop}}\`\n\n${meaning}.\n\n${tableOf(tags)}`),
  ]
    .join("\n\n")
    .concat("\n");
}

function tableOf(tags: NamedTags): string {
  const rows = tags.map(([tag, { use, meaning }]) => `| \`${tag}\` | ${nameUse(use)} | ${meaning} |`);
  return `| thẻ | cách dùng | nội dung |\n|---|---|---|\n${rows.join("\n")}`;
}
