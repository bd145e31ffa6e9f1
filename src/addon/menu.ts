/** The add-on's menu and what its entries say to the person who chose them. */
import { REPORT_FILE_NAMES } from "../core/workflow/report-steps.ts";
import { NOT_LET_IN_REMEDY } from "../core/workflow/words.ts";
import { TemplateFault } from "../report/fault.ts";
import { WorkbookFault } from "../workbook/grid.ts";
import type { Finding } from "../workbook/repair/finding.ts";
import { continueReport, makeDeskReport, openReportFolder } from "./acts/make-report.ts";
import { proposeRepair, repairWorkbook } from "./acts/repair.ts";
import { setUpOpenWorkbook } from "./acts/set-up.ts";
import { type Clock, startClock } from "./clock.ts";
import { repairRights, showRights } from "./rights.ts";
import type { ReportProgress } from "./rpc/report.ts";
import { thrownMessage } from "./thrown.ts";

const TITLE = "Sổ 2282";

const LOOK_AT_DAYS =
  "Bảng tính trước đây đọc ngày theo cách của nước khác, nay đã đặt theo Việt Nam. Các ngày sau có thể bị đảo ngày với tháng:";

/** Adds the menu. Runs without any authorisation, so it touches nothing else. */
export function addMenu(): void {
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem("Mở bảng bên", "menuSidebar")
    .addItem("Lập sổ, lập biểu", "menuSetUp")
    .addItem("Tạo báo cáo năm", "menuReport")
    .addItem("Ai sửa được gì", "menuRights")
    .addItem("Kiểm tra và sửa sổ", "menuRepair")
    .addToUi();
}

/** The page of the sidebar, as it is pushed. */
const SIDEBAR_PAGE = "sidebar";

/** Opens the sidebar: one static page, which calls back. */
export function showSidebar(): void {
  const ui = SpreadsheetApp.getUi();
  try {
    ui.showSidebar(HtmlService.createHtmlOutputFromFile(SIDEBAR_PAGE).setTitle(TITLE));
  } catch (thrown) {
    ui.alert(TITLE, sayFault(thrown), ui.ButtonSet.OK);
  }
}

/** Shows what an entry did, or why it could not. */
function run(action: () => string): void {
  const ui = SpreadsheetApp.getUi();
  let message: string;
  try {
    message = action();
  } catch (thrown) {
    message = sayFault(thrown);
  }
  ui.alert(TITLE, message, ui.ButtonSet.OK);
}

/** Says a fault to the person at the menu. One that nobody foresaw is kept in the log besides. */
function sayFault(thrown: unknown): string {
  if (thrown instanceof WorkbookFault || thrown instanceof TemplateFault) return thrown.message;
  const text = thrownMessage(thrown);
  console.error(thrown);
  return `Lỗi ngoài dự kiến: ${text}. Hãy thử lại; nếu vẫn lỗi, hãy báo người cài đặt.`;
}

/** Makes what the workbook lacks, and says what to do next. */
export function setUpFromMenu(): void {
  run(() => {
    const { units, left, busy, refused, look = [] } = setUpOpenWorkbook(startClock());
    if (left > 0) {
      return `Còn ${left} tab chưa lập: Google dừng mỗi lần chạy sau 6 phút. Hãy chọn lại mục này để lập tiếp; những gì đã lập được giữ nguyên.${sayRefusedUnits(refused)}${sayLook(look)}`;
    }
    const waiting = `${sayBusy(busy)}${sayRefusedUnits(refused)}${sayLook(look)}`;
    return units === 0
      ? `Đã lập các tab. Bây giờ hãy điền tab Cấu hình và tab Đơn vị, rồi chọn lại mục này để lập biểu cho từng đơn vị.${waiting}`
      : `Sổ đã có biểu cho ${units} đơn vị. Mở từng biểu ở tab Đơn vị, cột Mở.${waiting}`;
  });
}

function sayBusy(busy: readonly string[]): string {
  if (busy.length === 0) return "";
  return ` Tab ${busy.join(", ")} có người đang nhập nên để nguyên: hãy chọn lại mục này sau vài phút.`;
}

function sayRefusedUnits(refused: readonly string[] = []): string {
  if (refused.length === 0) return "";
  return `\nGoogle không nhận các hộp thư sau nên chưa cho sửa biểu được:\n${listLines(refused)}\n${NOT_LET_IN_REMEDY}`;
}

/** The most lines that a dialog shows without being cut. */
const MOST_LINES = 12;

function listFindings(findings: readonly Finding[]): string {
  return listLines(findings.map(({ message }) => message));
}

function listLines(messages: readonly string[]): string {
  const lines = messages.slice(0, MOST_LINES).map((message) => `• ${message}`);
  if (messages.length > MOST_LINES) lines.push(`… và ${messages.length - MOST_LINES} chỗ khác.`);
  return lines.join("\n");
}

function sayLook(look: readonly string[]): string {
  return look.length === 0 ? "" : `\n${LOOK_AT_DAYS}\n${listLines(look)}`;
}

/** Shows what people broke, and repairs it if the person wants that. */
export function repairFromMenu(): void {
  const ui = SpreadsheetApp.getUi();
  let planned: readonly Finding[] = [];
  run(() => {
    planned = proposeRepair(startClock(), { closely: true }).findings;
    if (planned.length === 0) return "Đã xem cả sổ: cấu trúc nguyên vẹn, không có gì phải sửa.";
    return `Có ${planned.length} chỗ lệch so với cấu trúc của sổ:\n${listFindings(planned)}`;
  });
  if (planned.every(({ remedy }) => remedy === "look")) return;
  const question = "Sửa các chỗ này? Sổ giữ một bản sao của cả tệp trước khi sửa; số liệu đã nhập được giữ nguyên.";
  if (ui.alert(TITLE, question, ui.ButtonSet.YES_NO) !== ui.Button.YES) return;
  run(() => {
    const { copy, left, busy, refused, finished } = repairWorkbook(startClock());
    const kept = copy === "" ? "" : ` Bản trước khi sửa: “${copy}” trong Drive của bạn.`;
    if (!finished) return `Chưa sửa xong vì hết giờ. Hãy chọn lại mục này để sửa tiếp.${kept}`;
    const rest = left.length === 0 ? "" : `\nCòn ${left.length} chỗ cần người xem:\n${listFindings(left)}`;
    return `Đã sửa sổ.${kept}${sayBusy(busy)}${rest}${sayRefusedUnits(refused)}`;
  });
}

/** Shows who may edit what, and repairs what deviates if the person wants that. */
export function rightsFromMenu(): void {
  const ui = SpreadsheetApp.getUi();
  let deviating = 0;
  run(() => {
    const found = showRights(startClock());
    deviating = found.deviating;
    const strays = found.strays > 0 ? ` Có ${found.strays} vùng khóa do người khác thêm, sổ để nguyên.` : "";
    return deviating === 0
      ? `Đã xem ${found.checked} vùng: quyền sửa đúng cả.${strays} Bảng ở tab Quyền sửa.`
      : `Có ${deviating} trên ${found.checked} vùng lệch quyền sửa.${strays} Bảng ở tab Quyền sửa.`;
  });
  if (deviating === 0) return;
  const answer = ui.alert(TITLE, `Đặt lại quyền sửa cho ${deviating} vùng bị lệch?`, ui.ButtonSet.YES_NO);
  if (answer !== ui.Button.YES) return;
  run(() => {
    const after = repairRights(startClock());
    return after.deviating === 0
      ? "Đã đặt lại quyền sửa; mọi vùng đều đúng."
      : `Còn ${after.deviating} vùng chưa đặt lại được. Hãy xem cột Tình trạng ở tab Quyền sửa.${sayRefusedUnits(after.refused)}`;
  });
}

/** Makes the yearly report with all its steps, and says where it is. */
export function reportFromMenu(): void {
  run(() => {
    const clock = startClock();
    const { problem: noFolder } = openReportFolder();
    if (noFolder !== "")
      throw new WorkbookFault(`${noFolder} Tải về được ở bảng bên: Sổ 2282 → Mở bảng bên → Báo cáo.`);
    const request = {
      kind: "year",
      number: null,
      date: null,
      template: null,
      individuals: [],
      ownTemplate: false,
      drive: true,
    } as const;
    const made = makeDeskReport(request, clock);
    const problems = [made.problem];
    const last = finish(made, clock, problems);
    const there = last.files.map((file) => REPORT_FILE_NAMES[file]).join(", ");
    const state = made.reasons.length > 0 ? ` Báo cáo ghi DỰ THẢO, vì ${made.reasons.join("; ")}.` : "";
    const trouble = problems.filter((problem) => problem !== "").join(" ");
    if (there === "") return trouble;
    return `Đã lưu “${made.fileName}” trong thư mục báo cáo ở Drive của bạn: ${there}.${state}${trouble === "" ? "" : `\n${trouble}`}`;
  });
}

/** Does what is left of a report, and gathers what could not be done. */
function finish(begun: ReportProgress, clock: Clock, problems: string[]): ReportProgress {
  let progress = begun;
  while (progress.next !== null) {
    progress = continueReport({ job: progress.job }, clock);
    problems.push(progress.problem);
  }
  return progress;
}
