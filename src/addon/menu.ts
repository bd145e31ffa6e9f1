/** The add-on's menu and what its entries say to the person who chose them. */
import { TemplateFault } from "../report/fault.ts";
import { WorkbookFault } from "../workbook/grid.ts";
import { makeReport } from "./report.ts";
import { setUpOpenWorkbook } from "./setup.ts";

const TITLE = "Sổ 2282";

/** Adds the menu. Runs without any authorisation, so it touches nothing else. */
export function addMenu(): void {
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem("Lập sổ, lập biểu", "menuSetUp")
    .addItem("Tạo báo cáo năm", "menuReport")
    .addToUi();
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
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  console.error(thrown);
  return `Lỗi ngoài dự kiến: ${text}. Hãy thử lại; nếu vẫn lỗi, hãy báo người cài đặt.`;
}

/** Makes what the workbook lacks, and says what to do next. */
export function setUpFromMenu(): void {
  run(() => {
    const { units } = setUpOpenWorkbook(new Date().getFullYear());
    return units === 0
      ? "Đã lập các tab. Bây giờ hãy điền tab Cấu hình và tab Đơn vị, rồi chọn lại mục này để lập biểu cho từng đơn vị."
      : `Sổ đã có biểu cho ${units} đơn vị. Mở từng biểu ở tab Đơn vị, cột Mở.`;
  });
}

/** Makes the yearly report and says where it is. */
export function reportFromMenu(): void {
  run(() => {
    const { fileName, draft } = makeReport({ kind: "year" });
    const state = draft ? " Còn đơn vị chưa báo cáo đủ; báo cáo có ghi rõ." : "";
    return `Đã lưu “${fileName}” và một bản Google Tài liệu trong Drive của bạn.${state}`;
  });
}
