/** A unit submits: who confirmed, when, and a stamp of the figures go into the unit's own block, in one write. */
import { showMoment } from "../../core/workflow/deadline.ts";
import { digestFigures } from "../../core/workflow/digest.ts";
import { approvedUnits } from "../../core/workflow/standing.ts";
import { blockColumn, CONFIRMATION_KEY } from "../../workbook/form.ts";
import { asLiteral, WorkbookFault } from "../../workbook/grid.ts";
import { settlePlace } from "../../workbook/settle.ts";
import type { Board, BoardUnit } from "../../workbook/workflow/board.ts";
import { decisionsOf, logRows, readLog } from "../../workbook/workflow/log.ts";
import { readReported } from "../../workbook/workflow/reported.ts";
import {
  CHANGED_SINCE,
  confirm,
  isSubmittedAsItIs,
  isSubmittedMeanwhile,
  LOCKED,
  readPost,
  whyNotSubmitted,
} from "../../workbook/workflow/submission.ts";
import { type Confirmation, withConfirmation, withLines } from "../../workbook/workflow/written.ts";
import { openBook } from "../book.ts";
import { readKeys } from "../cells.ts";
import { withDocumentLock } from "../change.ts";
import type { Clock } from "../clock.ts";
import type { Checklist, SubmitRequest } from "../rpc/desk.ts";
import { findUnit, showChecklist } from "../workflow/checklist.ts";
import { appendLog, gatherSubmissions } from "../workflow/log-writer.ts";
import { boardOf, readWorkflow } from "../workflow/reading.ts";
import { isCoordinator } from "../workflow/who.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Submits a unit's report, and returns its checklist as it stands then. Doing it twice does it once. The lock is held only
 * from a last look at the figures to the write: on the last day many submit at once.
 */
export function submitReport(request: SubmitRequest, clock: Clock): Checklist {
  const role = readPost(request.role);
  const reading = readWorkflow(openBook(), clock);
  const { book, board } = reading;
  const row = findUnit(board, request.unit);
  if (isSubmittedAsItIs(row)) return showChecklist(board, row, [], clock);
  const obstacle = whyNotSubmitted(board, row, request);
  if (obstacle !== "") throw new WorkbookFault(obstacle);
  const { year } = board.records.commune;

  const after = withDocumentLock((): Board => {
    let grids = reading.readAgain();
    const now = readReported(grids.data, grids.hamlets).get(request.unit);
    if (digestFigures(now?.rows ?? []) !== request.digest) throw new WorkbookFault(CHANGED_SINCE);
    if (approvedUnits(decisionsOf(readLog(grids.log), year)).has(request.unit)) throw new WorkbookFault(LOCKED);
    if (!isSubmittedMeanwhile(row, now?.submission, year)) {
      const id = board.sheetIds.get(row.place?.tab ?? "");
      const form = id === undefined ? null : book.getSheetById(id);
      const confirmation = confirm(board, row, role, showMoment(clock.moment()));
      writeConfirmation(form, row, confirmation);
      grids = { ...grids, data: withConfirmation(grids.data, request.unit, confirmation) };
    }
    const written = boardOf(grids, clock);
    // The log is the coordinator's; a unit's own submission is gathered with the coordinator's next act.
    if (!isCoordinator(reading.tabs)) return written;
    const lines = gatherSubmissions(written);
    appendLog(reading.tabs, lines, grids.log);
    return boardOf({ ...grids, log: withLines(grids.log, logRows(lines)) }, clock);
  });
  return showChecklist(after, findUnit(after, request.unit), [], clock);
}

/** Writes into the unit's confirmation row, where its key stands at this moment. */
function writeConfirmation(form: Sheet | null, { unit, place }: BoardUnit, { role, time, stamp }: Confirmation): void {
  if (!form || !place) throw new WorkbookFault(`Không thấy biểu của ${unit.name}. Hãy nhờ người tổng hợp.`);
  const { rows, shift, faults } = settlePlace(place, unit.code, readKeys(form));
  const at = rows.get(CONFIRMATION_KEY);
  if (at === undefined) {
    throw new WorkbookFault(
      `Tab ${place.tab}: cần dòng xác nhận ở cuối biểu của ${unit.name}; thấy ${faults.get(CONFIRMATION_KEY) ?? "biểu không có dòng này"}. Hãy nhờ người tổng hợp chọn trình đơn Sổ 2282 → Kiểm tra và sửa sổ rồi nộp lại.`,
    );
  }
  const [first, last] = [blockColumn("first") + shift, blockColumn("link") + shift];
  const cells = [asLiteral(role), "", "", asLiteral(time), "", asLiteral(stamp)];
  try {
    form.getRange(at, first, 1, last - first + 1).setValues([cells]);
    SpreadsheetApp.flush();
  } catch (cause) {
    if (!/protected|permission/i.test(String(cause))) throw cause;
    const who = unit.mailboxes.length > 0 ? `hộp thư ${unit.mailboxes.join(", ")} và người tổng hợp` : "người tổng hợp";
    throw new WorkbookFault(`Tài khoản của bạn không có quyền nộp thay ${unit.name}; chỉ ${who} nộp được.`);
  }
}
