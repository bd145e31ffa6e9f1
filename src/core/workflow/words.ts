/** The workflow's states and actions, and the words in which users read them. One module for all of these texts. */

export const UNIT_STATES = ["empty", "filling", "submitted", "returned", "approved"] as const;

/** Where a unit's report stands. `returned` lasts until the unit submits again; after a reopening it is `filling`. */
export type UnitState = (typeof UNIT_STATES)[number];

export const STATE_NAMES: Readonly<Record<UnitState, string>> = {
  empty: "Chưa nhập",
  filling: "Đang nhập",
  submitted: "Đã nộp",
  returned: "Trả lại",
  approved: "Đã duyệt",
};

/** Said beside a state, never instead of it. */
export const LATE_NAME = "Nộp muộn";

/** What of a submission can have been changed by hand, in the unit's own row. */
export type Doubt = "time" | "role";

const DOUBT_NAMES: Readonly<Record<Doubt, string>> = {
  time: "Thời điểm nộp bị sửa tay; tính theo lúc sổ ghi nhận",
  role: "Chức vụ người xác nhận bị sửa tay",
};

/** Says what of a submission was changed by hand; empty: nothing. */
export function doubtText(doubts: readonly Doubt[]): string {
  return doubts.map((doubt) => DOUBT_NAMES[doubt]).join(". ");
}

export const WORKFLOW_ACTIONS = ["submit", "approve", "return", "reopen", "remind", "rename"] as const;

/** What is done in the workflow; each is a line of the log. */
export type WorkflowAction = (typeof WORKFLOW_ACTIONS)[number];

export const ACTION_NAMES: Readonly<Record<WorkflowAction, string>> = {
  submit: "Nộp báo cáo",
  approve: "Duyệt",
  return: "Trả lại",
  reopen: "Mở lại",
  remind: "Nhắc việc",
  rename: "Đổi mã",
};

/** The role under which the coordinator's own actions stand in the log. */
export const COORDINATOR_ROLE = "Người tổng hợp";

/** So many letters a reason may have. */
export const LONGEST_REASON = 500;

/** Says that figures changed after they were submitted, and how many cells. */
export function changedText(cells: number): string {
  return cells === 0 ? "" : `Sửa sau khi nộp: ${cells} ô`;
}

/** Says how far the last on-time moment is: `Còn 12 ngày`, `Hôm nay là hạn`, `Quá hạn 3 ngày`. */
export function daysLeftText(days: number): string {
  if (days === 0) return "Hôm nay là ngày cuối";
  return days > 0 ? `Còn ${days} ngày` : `Quá hạn ${-days} ngày`;
}

/** What is to be done about mailboxes that Google does not let in. */
export const NOT_LET_IN_REMEDY =
  "Thường là hộp thư gõ sai, hoặc chưa có tài khoản Google. Hãy sửa hộp thư ở tab Đơn vị, rồi chọn trình đơn Sổ 2282 → Ai sửa được gì và đặt lại quyền.";

/** What is to be done about reminders that were cut off. */
export const UNSURE_REMEDY =
  "Hãy mở Gmail của người gửi, xem mục Đã gửi, rồi chọn “Thư đã đi” hoặc “Thư chưa đi” ở bảng bên, mục Nhắc đơn vị. Chưa chọn thì sổ không gửi lại.";

/** What is to be done about mailboxes that were refused. */
export const REFUSED_REMEDY =
  "Hãy hỏi lại đơn vị rồi sửa hộp thư ở tab Đơn vị: hộp thư mới được gửi ở lần chạy sau. Trước mắt hãy báo trực tiếp cho đơn vị.";
