/** A unit submits: who confirmed, when, and a stamp of the figures go into the unit's own block, in one write. */
import { elementLabel, elementOf } from "../../core/plan/plan.ts";
import { findPersonalData, PERSONAL_DATA_NAMES } from "../../core/privacy.ts";
import { cleanText } from "../../core/text.ts";
import { showMoment } from "../../core/workflow/deadline.ts";
import { digestFigures, readStamp, stampFigures } from "../../core/workflow/digest.ts";
import { replacedBy, type Submission, submissionId } from "../../core/workflow/standing.ts";
import { blockColumn, CONFIRMATION_KEY } from "../../workbook/form.ts";
import { asLiteral, MOST_CELL_CHARACTERS, WorkbookFault } from "../../workbook/grid.ts";
import { settlePlace } from "../../workbook/settle.ts";
import { type Board, type BoardUnit, findZeros } from "../../workbook/workflow/board.ts";
import { notLogged } from "../../workbook/workflow/log.ts";
import { openBook } from "../book.ts";
import { readKeys } from "../cells.ts";
import { withDocumentLock } from "../change.ts";
import type { Clock } from "../clock.ts";
import type { Checklist, SubmitRequest } from "../rpc/desk.ts";
import { findUnit, isSubmittedAsItIs, LOCKED, obstacleOf, showChecklist } from "./checklist.ts";
import { appendLog, gatherSubmissions } from "./log-writer.ts";
import { readAgain, readWorkflow } from "./reading.ts";
import { isCoordinator } from "./who.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const LONGEST_ROLE = 100;

/**
 * Submits a unit's report, and returns its checklist as it stands then. Doing it twice does it once. The lock is held only
 * from a last look at the figures to the write: on the last day many submit at once.
 */
export function submitReport(request: SubmitRequest, clock: Clock): Checklist {
  const book = openBook();
  const role = readPost(request.role);
  const reading = readWorkflow(book, clock);
  const row = findUnit(reading.board, request.unit);
  if (isSubmittedAsItIs(row)) return showChecklist(reading.board, row, [], clock);
  refuseObstacle(reading.board, row, request);
  const logged = withDocumentLock(() => {
    const { reported, approved } = readAgain(reading);
    const now = reported.get(request.unit);
    if (digestFigures(now?.rows ?? []) !== request.digest) throw new WorkbookFault(CHANGED);
    if (approved.has(request.unit)) throw new WorkbookFault(LOCKED);
    if (!hasComeMeanwhile(row, now?.submission, reading.board.records.commune.year)) {
      writeConfirmation(book, reading.board, row, role, clock);
    }
    // The log is the coordinator's; a unit's own submission is gathered with the coordinator's next act.
    if (!isCoordinator(reading.tabs)) return undefined;
    const written = readWorkflow(book, clock);
    appendLog(written.tabs, gatherSubmissions(written.board));
    return written;
  });
  const { board } = logged ?? readWorkflow(book, clock);
  return showChecklist(board, findUnit(board, request.unit), [], clock);
}

/** Tells whether another window has handed in these very figures since this one read them: it is done. */
function hasComeMeanwhile({ reported, standing }: BoardUnit, now: Submission | undefined, year: number): boolean {
  const before = reported.submission;
  if (!now || (now.time === before?.time && now.stamp === before.stamp)) return false;
  const stamp = readStamp(now.stamp);
  return stamp?.year === year && stamp.digest === standing.digest;
}

const CHANGED = "Số liệu vừa được sửa sau khi mở bảng này. Hãy xem lại rồi nộp.";

function readPost(typed: string): string {
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

function refuseObstacle(board: Board, row: BoardUnit, { digest, zeros }: SubmitRequest): void {
  const obstacle = obstacleOf(row);
  if (obstacle !== "") throw new WorkbookFault(obstacle);
  if (digest !== row.standing.digest) {
    throw new WorkbookFault(CHANGED);
  }
  const confirmed = new Set(zeros);
  const open = findZeros(row, board.records).filter(({ element }) => !confirmed.has(`SL.${element}`));
  if (open.length === 0) return;
  throw new WorkbookFault(
    `Hãy xác nhận các số 0 là đúng không có người nào: ${open.map(({ element }) => elementLabel(elementOf(board.records.commune.plan, element))).join("; ")}.`,
  );
}

/** Finds the submissions whose only trace is the row that is about to be written over. */
function findReplaced({ reported, standing }: BoardUnit, { log, records }: Board): readonly Submission[] {
  const { submission } = reported;
  if (!submission || !standing.submittedAt) return [];
  // A moment that was typed over is nobody's: it must not come into the log as if it were.
  const own = standing.doubts.includes("time") ? [] : [submission];
  return notLogged(log, [...replacedBy(submission, records.commune.year), ...own]);
}

/** A submission is known by its second and its figures: one that would be taken for an earlier one is not written. */
function refuseSameMoment(wanted: Submission, { reported }: BoardUnit, { log }: Board): void {
  const isTold = notLogged(log, [wanted]).length === 0;
  const stands = reported.submission !== undefined && submissionId(reported.submission) === submissionId(wanted);
  if (isTold || stands) {
    throw new WorkbookFault("Các số liệu này vừa được nộp trong cùng một giây. Hãy bấm Nộp báo cáo lần nữa.");
  }
}

function writeConfirmation(book: Spreadsheet, board: Board, row: BoardUnit, role: string, clock: Clock): void {
  const { unit, place, reported } = row;
  const id = board.sheetIds.get(place?.tab ?? "");
  const sheet = id === undefined ? null : book.getSheetById(id);
  if (!sheet || !place) throw new WorkbookFault(`Không thấy biểu của ${unit.name}. Hãy nhờ người tổng hợp.`);
  const { rows, shift, faults } = settlePlace(place, unit.code, readKeys(sheet));
  const at = rows.get(CONFIRMATION_KEY);
  if (at === undefined) {
    throw new WorkbookFault(
      `Tab ${place.tab}: cần dòng xác nhận ở cuối biểu của ${unit.name}; thấy ${faults.get(CONFIRMATION_KEY) ?? "biểu không có dòng này"}. Hãy nhờ người tổng hợp chọn trình đơn Sổ 2282 → Kiểm tra và sửa sổ rồi nộp lại.`,
    );
  }
  const time = showMoment(clock.moment());
  const { year } = board.records.commune;
  const stamp = stampFigures(reported.rows, year, { time, role }, findReplaced(row, board));
  refuseSameMoment({ unit: unit.code, role, time, stamp }, row, board);
  if (stamp.length > MOST_CELL_CHARACTERS)
    throw new WorkbookFault("Biểu quá dài nên chưa nộp được. Hãy báo người tổng hợp.");
  const [first, last] = [blockColumn("first") + shift, blockColumn("link") + shift];
  const cells = [asLiteral(role), "", "", asLiteral(time), "", asLiteral(stamp)];
  try {
    sheet.getRange(at, first, 1, last - first + 1).setValues([cells]);
    SpreadsheetApp.flush();
  } catch (cause) {
    if (!/protected|permission/i.test(String(cause))) throw cause;
    const who = unit.mailboxes.length > 0 ? `hộp thư ${unit.mailboxes.join(", ")} và người tổng hợp` : "người tổng hợp";
    throw new WorkbookFault(`Tài khoản của bạn không có quyền nộp thay ${unit.name}; chỉ ${who} nộp được.`);
  }
}
