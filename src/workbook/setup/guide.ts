/** The first tab: what each of the two kinds of users does, in order, in plain words. */
import type { Settings } from "../../core/commune.ts";
import { blockAddress, type Cell } from "../grid.ts";
import type { PlanStep } from "../plan.ts";
import {
  ARCHIVE_TAB,
  GUIDE_TITLE,
  HAMLET_FORMS_TITLE,
  HAMLETS_TAB,
  ISSUES_TAB,
  NARRATIVE_TAB,
  SCORECARD_TAB,
  SETTINGS_TAB,
  TARGETS_TAB,
  TASKS_TAB,
  UNITS_TAB,
} from "../schema.ts";
import { deadlineText } from "../settings.ts";
import { COLOURS, TITLE_LOOK } from "./looks.ts";

/** What the guide begins with, by which it is known. */
export const GUIDE_HEADING = "SỔ 2282 – PHỤ NỮ THAM GIA LÃNH ĐẠO, QUẢN LÝ";

type Line = { readonly text: string; readonly heading?: boolean };

function guideLines(settings: Settings): readonly Line[] {
  const heading = (text: string): Line => ({ text, heading: true });
  const line = (text: string): Line => ({ text });
  return [
    heading("Cán bộ của đơn vị, ấp"),
    line(
      `1. Mở tab của đơn vị mình (tab ${UNITS_TAB.title}, cột Mở). Ấp thì mở tab ${HAMLETS_TAB.title} và ${HAMLET_FORMS_TITLE}.`,
    ),
    line("2. Chỉ nhập vào ô màu vàng. Không có người nào thì gõ 0; để trống nghĩa là chưa báo cáo."),
    line("3. Ô cam là còn thiếu, ô đỏ là sai. Cột Tự kiểm nói rõ từng ô."),
    line(`4. Xong ${deadlineText(settings)}: chọn trình đơn Sổ 2282 → Mở bảng bên, rồi bấm Nộp báo cáo.`),
    line(
      "5. Bị trả lại thì đọc lý do ở đầu biểu, sửa rồi nộp lại. Đã duyệt thì ô bị khóa; cần sửa, hãy nhờ người tổng hợp mở lại.",
    ),
    heading("Người tổng hợp"),
    line(`1. Điền tab ${SETTINGS_TAB.title} và tab ${UNITS_TAB.title}, rồi chọn trình đơn Sổ 2282 → Lập sổ, lập biểu.`),
    line(
      `2. Xem tab ${SCORECARD_TAB.title}: chỉ tiêu nào đạt, còn thiếu mấy người. Xem tab ${ISSUES_TAB.title}: chỗ nào thiếu, sai.`,
    ),
    line(`3. Ngưỡng và phạm vi ở tab ${TARGETS_TAB.title}; giao việc ở tab ${TASKS_TAB.title}.`),
    line(
      "4. Chia sẻ sổ với các hộp thư ở tab Đơn vị. Chọn Sổ 2282 → Ai sửa được gì để xem lại; chép sổ sang tệp khác thì chọn lại mục này.",
    ),
    line(
      `5. Viết lời của mình (chỉ đạo, đánh giá, phương hướng, khen thưởng) ở tab ${NARRATIVE_TAB.title}, rồi chọn Sổ 2282 → Tạo báo cáo năm để có báo cáo gửi tỉnh.`,
    ),
    line(
      `6. Thêm, đổi tên, đổi loại, cho ngừng hay gộp đơn vị: sửa tab ${UNITS_TAB.title} rồi chọn lại Lập sổ, lập biểu. Số liệu đã nhập được giữ; biểu không còn dùng thì cất vào tab ẩn.`,
    ),
    line(
      `7. Lỡ xóa dòng, xóa cột, đè công thức, nhân đôi tab: chọn Sổ 2282 → Kiểm tra và sửa sổ. Sổ giữ một bản sao trước khi sửa; số không còn chỗ thì ghi vào tab ${ARCHIVE_TAB.title}.`,
    ),
    heading("Bảo vệ thông tin cá nhân"),
    line("Sổ chỉ ghi số đếm. Không ghi họ tên, ngày sinh, số căn cước, số điện thoại, thư điện tử riêng của ai."),
    line("Ai mở được sổ thì đọc được mọi tab, kể cả tab ẩn. Số liệu quy hoạch chỉ ghi tổng chung của xã."),
  ];
}

/** Names the commune and the year; what is not typed yet is left out. */
function whose({ kind, name, province, year }: Settings): string {
  return [`${kind} ${name}`.trim(), province, `năm ${year}`].filter((text) => text !== "").join(" – ");
}

function guideTexts(settings: Settings): readonly string[] {
  return [GUIDE_HEADING, whose(settings), settings.note, ...guideLines(settings).map(({ text }) => text)];
}

/** Finds the guide's lines that say something else under other settings: as they were, and as they are to be. */
export function changedLines(
  before: Settings,
  after: Settings,
): readonly { readonly from: string; readonly to: string }[] {
  const now = guideTexts(after);
  return guideTexts(before).flatMap((from, index) => {
    const to = now[index] ?? "";
    return from === "" || from === to ? [] : [{ from, to }];
  });
}

/** Makes the guide. */
export function guideSteps(settings: Settings): readonly PlanStep[] {
  const lines = guideLines(settings);
  const tab = GUIDE_TITLE;
  const cells: (readonly Cell[])[] = guideTexts(settings).map((text) => [text]);
  const firstLine = 4;
  return [
    { do: "insert", tab, rows: cells.length, columns: 1, colour: COLOURS.quiet },
    {
      do: "look",
      tab,
      ranges: [blockAddress(1, 1, cells.length, 1)],
      look: { numberFormat: "@", wrap: true, middle: true },
    },
    { do: "write", tab, at: "A1", cells },
    { do: "look", tab, ranges: ["A1"], look: { ...TITLE_LOOK, fontSize: 16 } },
    { do: "look", tab, ranges: ["A2"], look: { bold: true } },
    { do: "look", tab, ranges: ["A3"], look: { bold: true, fontColor: "#8f1410" } },
    {
      do: "look",
      tab,
      ranges: lines.flatMap(({ heading }, index) => (heading ? [blockAddress(firstLine + index, 1, 1, 1)] : [])),
      look: { bold: true, background: COLOURS.section },
    },
    { do: "widths", tab, widths: [860] },
    { do: "protect", tab, label: "Hướng dẫn", open: [] },
  ];
}
