/**
 * The coordinator's decisions. Each is a line of the log, which only the coordinator writes; locks follow from it. An
 * approval locks first, reads the figures again, and approves only what has not changed meanwhile.
 */
import { findPersonalData, PERSONAL_DATA_NAMES } from "../../core/privacy.ts";
import { cleanText } from "../../core/text.ts";
import { showMoment } from "../../core/workflow/deadline.ts";
import { digestFigures } from "../../core/workflow/digest.ts";
import { submissionId } from "../../core/workflow/standing.ts";
import { COORDINATOR_ROLE, LONGEST_REASON, STATE_NAMES } from "../../core/workflow/words.ts";
import { WorkbookFault } from "../../workbook/grid.ts";
import { type BoardUnit, countIssues } from "../../workbook/workflow/board.ts";
import type { LogEntry } from "../../workbook/workflow/log.ts";
import { openBook } from "../book.ts";
import { withDocumentLock } from "../change.ts";
import type { Clock } from "../clock.ts";
import type { ActionOutcome, ApproveRequest, ReasonRequest, Warning } from "../rpc/desk.ts";
import { thrownMessage } from "../thrown.ts";
import { findUnit } from "./checklist.ts";
import { createGuards, type Guards } from "./guards.ts";
import { appendLog, gatherSubmissions } from "./log-writer.ts";
import { noteLocking, settleLocking, warnOf } from "./pending.ts";
import { type Reading, readAgain, readAsCoordinator, readWorkflow } from "./reading.ts";
import { countRates, showLog, showUnit } from "./show.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Refused = ActionOutcome["refused"][number];

/** What an act is given: the workbook as read, and the locks. */
type DecisionInput = { readonly book: Spreadsheet; readonly reading: Reading; readonly guards: Guards };

/** What an act did, before the board is shown again. */
type Done = Pick<ActionOutcome, "done" | "refused" | "left"> & { readonly warnings: readonly Warning[] };

/** Runs an act alone, as the coordinator, after what an earlier one left undone; shows the named units afterwards. */
function act(units: readonly string[], clock: Clock, decide: (desk: DecisionInput) => Done): ActionOutcome {
  return withDocumentLock(() => {
    const book = openBook();
    const reading = readAsCoordinator(book, clock);
    const guards = createGuards(reading);
    const settled = settleLocking(reading.board, guards);
    const done = decide({ book, reading, guards });
    const { board } = readWorkflow(book, clock);
    const named = new Set(units);
    return {
      ...done,
      warnings: [...settled, ...done.warnings],
      units: board.units.filter(({ unit }) => named.has(unit.code)).map((row) => showUnit(board, row)),
      rates: countRates(board),
      log: showLog(board),
    };
  });
}

/**
 * Changes locks and writes the log, both or neither. After a fault the log alone says what was decided, since it may have
 * got its lines before: the locks are set as it says. Where that fails too, the note is left for the next act.
 */
function withLocks(units: readonly string[], { book, guards }: DecisionInput, clock: Clock, change: () => Done): Done {
  noteLocking(units);
  try {
    const done = change();
    SpreadsheetApp.flush();
    noteLocking([]);
    return done;
  } catch (cause) {
    try {
      settleLocking(readWorkflow(book, clock).board, guards);
    } catch (thrown) {
      console.warn(`The locks are still to be set: ${thrownMessage(thrown)}`);
      throw cause;
    }
    if (cause instanceof WorkbookFault) throw cause;
    throw new WorkbookFault(
      `Việc này bị dừng giữa chừng; khóa của các ô nhập đã đặt lại đúng theo Nhật ký. Google báo: ${thrownMessage(cause)}. Hãy bấm Tải lại để xem đơn vị đang ở bước nào, đợi một phút rồi làm lại.`,
    );
  }
}

function entryOf(
  { unit, reported, standing }: BoardUnit,
  action: LogEntry["action"],
  reason: string,
  { reading, clock }: { readonly reading: Reading; readonly clock: Clock },
): LogEntry {
  return {
    time: showMoment(clock.moment()),
    role: COORDINATOR_ROLE,
    unit: unit.code,
    action,
    reason,
    year: reading.board.records.commune.year,
    submission: reported.submission ? submissionId(reported.submission) : "",
    digest: action === "approve" ? standing.digest : "",
  };
}

function readReason(typed: string): string {
  const reason = cleanText(typed).replace(/\s+/g, " ");
  if (reason === "" || reason.length > LONGEST_REASON) {
    throw new WorkbookFault(
      `Cần lý do để đơn vị biết phải làm gì, không quá ${LONGEST_REASON} chữ; thấy ${reason === "" ? "ô trống" : "dài hơn"}.`,
    );
  }
  const [found] = findPersonalData(reason);
  if (!found) return reason;
  throw new WorkbookFault(
    `Lý do ai mở sổ cũng đọc được; thấy ${PERSONAL_DATA_NAMES[found.kind]} (${found.masked}). Hãy bỏ đi.`,
  );
}

/** Gives a submitted report back to its unit, with the reason. */
export function returnReport({ unit, digest, reason }: ReasonRequest, clock: Clock): ActionOutcome {
  const words = readReason(reason);
  return act([unit], clock, (desk) => {
    const { reading, guards } = desk;
    const row = findUnit(reading.board, unit);
    const refusal =
      row.standing.state === "submitted" ? changeOf(row, digest) || guards.whyNotFound(row) : notIn(row, "submitted");
    if (refusal !== "") return refuse(unit, refusal);
    return withLocks([unit], desk, clock, () => {
      // A unit that must correct figures must be able to.
      const warnings = warnOf(unit, guards.set(row, false));
      appendLog(reading.tabs, [...gatherSubmissions(reading.board), entryOf(row, "return", words, { reading, clock })]);
      return { done: [unit], refused: [], warnings, left: [] };
    });
  });
}

/** Opens an approved report again, with the reason, and unlocks its cells. */
export function reopenReport({ unit, reason }: ReasonRequest, clock: Clock): ActionOutcome {
  const words = readReason(reason);
  return act([unit], clock, (desk) => {
    const { reading, guards } = desk;
    const row = findUnit(reading.board, unit);
    const refusal = row.isLocked ? guards.whyNotFound(row) : notIn(row, "approved");
    if (refusal !== "") return refuse(unit, refusal);
    return withLocks([unit], desk, clock, () => {
      const warnings = warnOf(unit, guards.set(row, false));
      appendLog(reading.tabs, [...gatherSubmissions(reading.board), entryOf(row, "reopen", words, { reading, clock })]);
      return { done: [unit], refused: [], warnings, left: [] };
    });
  });
}

/** Approves submitted reports without errors, as far as there is time. */
export function approveReports({ units }: ApproveRequest, clock: Clock): ActionOutcome {
  const codes = units.map(({ unit }) => unit);
  return act(codes, clock, (desk) => {
    const { reading, guards } = desk;
    const refused: Refused[] = [];
    const wanted = units.flatMap(({ unit, digest }): readonly BoardUnit[] => {
      const row = findUnit(reading.board, unit);
      const reason = whyNotApproved(row, digest) || guards.whyNotFound(row);
      if (reason === "") return [row];
      refused.push({ unit, reason });
      return [];
    });
    const named = wanted.map(({ unit }) => unit.code);
    return withLocks(named, desk, clock, () => {
      const locked: BoardUnit[] = [];
      for (const row of wanted) {
        if (!clock.hasTime()) break;
        locked.push(row);
        guards.set(row, true);
      }
      SpreadsheetApp.flush();
      const now = readAgain(reading).reported;
      const isSame = ({ unit, standing }: BoardUnit) =>
        digestFigures(now.get(unit.code)?.rows ?? []) === standing.digest;
      const approved = locked.filter(isSame);
      const changed = locked.filter((row) => !isSame(row));
      const warnings = changed.flatMap((row) => warnOf(row.unit.code, guards.set(row, false)));
      refused.push(...changed.map(({ unit }) => ({ unit: unit.code, reason: CHANGED })));
      appendLog(reading.tabs, [
        ...gatherSubmissions(reading.board),
        ...approved.map((row) => entryOf(row, "approve", "", { reading, clock })),
      ]);
      const done = approved.map(({ unit }) => unit.code);
      return { done, refused, warnings, left: named.slice(locked.length) };
    });
  });
}

const CHANGED = "Số liệu vừa được sửa; hãy xem lại rồi làm lại.";

function whyNotApproved(row: BoardUnit, digest: string): string {
  if (row.standing.state !== "submitted") return notIn(row, "submitted");
  const errors = countIssues(row, "error");
  return errors > 0 ? `Còn ${errors} lỗi; hãy trả lại để đơn vị sửa.` : changeOf(row, digest);
}

function changeOf({ standing }: BoardUnit, digest: string): string {
  return standing.digest === digest ? "" : CHANGED;
}

function notIn({ standing }: BoardUnit, wanted: "submitted" | "approved"): string {
  return `Chỉ làm được với báo cáo “${STATE_NAMES[wanted]}”; báo cáo này đang “${STATE_NAMES[standing.state]}”.`;
}

function refuse(unit: string, reason: string): Done {
  return { done: [], refused: [{ unit, reason }], warnings: [], left: [] };
}
