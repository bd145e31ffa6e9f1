/** The rules of handing a report in: whether a unit can, and what is written for it. Pure: an act reads and writes. */
import { type ElementCode, elementLabel, elementOf, type Plan } from "../../core/plan/plan.ts";
import { findPersonalData, PERSONAL_DATA_NAMES } from "../../core/privacy.ts";
import { cleanText } from "../../core/text.ts";
import { readStamp, stampFigures } from "../../core/workflow/digest.ts";
import { replacedBy, type Submission, submissionId } from "../../core/workflow/standing.ts";
import { MOST_CELL_CHARACTERS, WorkbookFault } from "../grid.ts";
import { type Board, type BoardUnit, confirmationRow, countIssues, findZeros } from "./board.ts";
import { notLogged } from "./log.ts";
import type { Confirmation } from "./written.ts";

const LONGEST_ROLE = 100;

/** Said wherever a unit meets the lock. */
export const LOCKED = "Báo cáo đã duyệt nên các ô đã khóa. Cần sửa thì nhờ người tổng hợp mở lại.";

/** Said where figures are not those that the person has seen. */
export const CHANGED_SINCE = "Số liệu vừa được sửa sau khi mở bảng này. Hãy xem lại rồi nộp.";

/** Tells whether a report is handed in just as it stands: doing it again would change nothing. */
export function isSubmittedAsItIs({ standing }: BoardUnit): boolean {
  return standing.state === "submitted" && standing.changedCells === 0 && standing.doubts.length === 0;
}

/** Says why a unit cannot submit now; empty where it can. */
export function obstacleOf(row: BoardUnit): string {
  const errors = countIssues(row, "error");
  if (row.isLocked) return LOCKED;
  if (confirmationRow(row) === undefined) {
    return "Biểu chưa có dòng xác nhận. Hãy nhờ người tổng hợp chọn trình đơn Sổ 2282 → Lập sổ, lập biểu.";
  }
  return errors > 0 ? `Còn ${errors} lỗi. Hãy sửa hết rồi nộp.` : "";
}

/** Names a figure of a unit's form. */
export function elementName(plan: Plan, code: ElementCode): string {
  return elementLabel(elementOf(plan, code));
}

/** Says why a request to submit is refused; empty: it is not. `digest`: of the figures seen; `zeros`: confirmed keys. */
export function whyNotSubmitted(
  { records }: Board,
  row: BoardUnit,
  { digest, zeros }: { readonly digest: string; readonly zeros: readonly string[] },
): string {
  const obstacle = obstacleOf(row);
  if (obstacle !== "") return obstacle;
  if (digest !== row.standing.digest) return CHANGED_SINCE;
  const confirmed = new Set(zeros);
  const open = findZeros(row, records).filter(({ element }) => !confirmed.has(`SL.${element}`));
  if (open.length === 0) return "";
  return `Hãy xác nhận các số 0 là đúng không có người nào: ${open.map(({ element }) => elementName(records.commune.plan, element)).join("; ")}.`;
}

/** Reads the post of the person who confirms. Throws a WorkbookFault where it is blank, too long or names a person. */
export function readPost(typed: string): string {
  const role = cleanText(typed).replace(/\s+/g, " ");
  if (role === "" || role.length > LONGEST_ROLE) {
    throw new WorkbookFault(
      `Cần chức vụ người xác nhận, không quá ${LONGEST_ROLE} chữ, ví dụ Phó Trưởng trạm; thấy ${role === "" ? "ô trống" : "dài hơn"}.`,
    );
  }
  const [found] = findPersonalData(role);
  if (!found) return role;
  throw new WorkbookFault(
    `Chỉ ghi chức vụ, ví dụ Phó Trưởng trạm; thấy ${PERSONAL_DATA_NAMES[found.kind]} (${found.masked}). Sổ không ghi thông tin của riêng ai: hãy bỏ đi.`,
  );
}

/** Tells whether another window has handed in these very figures since this one read them: it is done. */
export function isSubmittedMeanwhile(
  { reported, standing }: BoardUnit,
  now: Submission | undefined,
  year: number,
): boolean {
  const before = reported.submission;
  if (!now || (now.time === before?.time && now.stamp === before.stamp)) return false;
  const stamp = readStamp(now.stamp);
  return stamp?.year === year && stamp.digest === standing.digest;
}

/**
 * Makes what goes into a unit's confirmation row: who, when, and a stamp of the figures. Throws a WorkbookFault for one that
 * would be taken for an earlier submission, which is known by its second and its figures, and for a stamp that is too long.
 */
export function confirm({ log, records }: Board, row: BoardUnit, role: string, time: string): Confirmation {
  const { unit, reported } = row;
  const stamp = stampFigures(
    reported.rows,
    records.commune.year,
    { time, role },
    findReplaced(row, log, records.commune.year),
  );
  const wanted: Submission = { unit: unit.code, role, time, stamp };
  const isTold = notLogged(log, [wanted]).length === 0;
  const stands = reported.submission !== undefined && submissionId(reported.submission) === submissionId(wanted);
  if (isTold || stands) {
    throw new WorkbookFault("Các số liệu này vừa được nộp trong cùng một giây. Hãy bấm Nộp báo cáo lần nữa.");
  }
  if (stamp.length > MOST_CELL_CHARACTERS)
    throw new WorkbookFault("Biểu quá dài nên chưa nộp được. Hãy báo người tổng hợp.");
  return { role, time, stamp };
}

/** Finds the submissions whose only trace is the row that is about to be written over. */
function findReplaced({ reported, standing }: BoardUnit, log: Board["log"], year: number): readonly Submission[] {
  const { submission } = reported;
  if (!submission || !standing.submittedAt) return [];
  // A moment that was typed over is nobody's: it must not come into the log as if it were.
  const own = standing.doubts.includes("time") ? [] : [submission];
  return notLogged(log, [...replacedBy(submission, year), ...own]);
}
