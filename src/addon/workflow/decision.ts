/**
 * What the coordinator's decisions have alike. Each is a line of the log, which only the coordinator writes; locks follow
 * from it.
 */
import { findPersonalData, PERSONAL_DATA_NAMES } from "../../core/privacy.ts";
import { cleanText } from "../../core/text.ts";
import { showMoment } from "../../core/workflow/deadline.ts";
import { submissionId } from "../../core/workflow/standing.ts";
import { COORDINATOR_ROLE, LONGEST_REASON, STATE_NAMES } from "../../core/workflow/words.ts";
import { WorkbookFault } from "../../workbook/grid.ts";
import type { AllGrids } from "../../workbook/read/mirror.ts";
import type { BoardUnit } from "../../workbook/workflow/board.ts";
import { type LogEntry, logRows } from "../../workbook/workflow/log.ts";
import { withLines } from "../../workbook/workflow/written.ts";
import { openBook } from "../book.ts";
import { withDocumentLock } from "../change.ts";
import type { Clock } from "../clock.ts";
import type { ActionOutcome, Warning } from "../rpc/desk.ts";
import { thrownMessage } from "../thrown.ts";
import { createGuards, type Guards } from "./guards.ts";
import { appendLog, gatherSubmissions } from "./log-writer.ts";
import { noteLocking, settleLocking, warnOf } from "./pending.ts";
import { boardOf, type CoordinatorReading, type Reading, readAsCoordinator, readWorkflow } from "./reading.ts";
import { countRates, showLog, showUnit } from "./show.ts";

/** What an act is given: the workbook as read, and the locks. */
export type DecisionInput = { readonly reading: CoordinatorReading; readonly guards: Guards };

/** What an act did: the lines that it wrote, and the tabs as they stand then. */
export type Done = Pick<ActionOutcome, "done" | "refused" | "left"> & {
  readonly warnings: readonly Warning[];
  readonly grids?: AllGrids;
};

/** Runs an act alone, as the coordinator, after what an earlier one left undone; shows the named units afterwards. */
export function decide(units: readonly string[], clock: Clock, act: (desk: DecisionInput) => Done): ActionOutcome {
  return withDocumentLock(() => {
    const reading = readAsCoordinator(openBook(), clock);
    const guards = createGuards(reading);
    const settled = settleLocking(reading, guards);
    const { grids, ...done } = act({ reading, guards });
    const board = grids ? boardOf(grids, clock) : reading.board;
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

/** Writes lines of the log, after those that units' own submissions still lack there; returns the tabs as they stand then. */
export function writeLog({ tabs, board, grids }: Reading, lines: readonly LogEntry[], now: AllGrids = grids): AllGrids {
  const entries = [...gatherSubmissions(board), ...lines];
  appendLog(tabs, entries, now.log);
  return { ...now, log: withLines(now.log, logRows(entries)) };
}

/**
 * Changes locks and writes the log, both or neither. After a fault the log alone says what was decided, since it may have
 * got its lines before: the locks are set as it says. Where that fails too, the note is left for the next act.
 */
export function withLocks(
  units: readonly string[],
  { reading, guards }: DecisionInput,
  clock: Clock,
  change: () => Done,
): Done {
  const { book, notes } = reading;
  noteLocking(notes, units);
  try {
    const done = change();
    SpreadsheetApp.flush();
    noteLocking(notes, []);
    return done;
  } catch (cause) {
    try {
      settleLocking(readWorkflow(book, clock), guards);
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

/** Unlocks a unit's cells and writes why: its report is returned, or opened again. */
export function handBack(
  row: BoardUnit,
  action: "return" | "reopen",
  reason: string,
  desk: DecisionInput,
  clock: Clock,
): Done {
  const { reading, guards } = desk;
  const { code } = row.unit;
  return withLocks([code], desk, clock, () => {
    const warnings = warnOf(code, guards.set(row, false));
    const grids = writeLog(reading, [entryOf(row, action, reason, reading, clock)]);
    return { done: [code], refused: [], warnings, left: [], grids };
  });
}

/** Makes the line of a decision. */
export function entryOf(
  { unit, reported, standing }: BoardUnit,
  action: LogEntry["action"],
  reason: string,
  { board }: Reading,
  clock: Clock,
): LogEntry {
  return {
    time: showMoment(clock.moment()),
    role: COORDINATOR_ROLE,
    unit: unit.code,
    action,
    reason,
    year: board.records.commune.year,
    submission: reported.submission ? submissionId(reported.submission) : "",
    digest: action === "approve" ? standing.digest : "",
  };
}

/** Reads the reason of a decision. Throws a WorkbookFault where it is blank, too long or tells personal data. */
export function readReason(typed: string): string {
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

/** Said of a unit whose figures are not those that the coordinator has seen. */
export const CHANGED = "Số liệu vừa được sửa; hãy xem lại rồi làm lại.";

/** Says that a unit's figures have changed; empty: they have not. */
export function changeOf({ standing }: BoardUnit, digest: string): string {
  return standing.digest === digest ? "" : CHANGED;
}

/** Says in which state a report must be for an act. */
export function notIn({ standing }: BoardUnit, wanted: "submitted" | "approved"): string {
  return `Chỉ làm được với báo cáo “${STATE_NAMES[wanted]}”; báo cáo này đang “${STATE_NAMES[standing.state]}”.`;
}

/** Makes the outcome of an act that was refused for its one unit. */
export function refuse(unit: string, reason: string): Done {
  return { done: [], refused: [{ unit, reason }], warnings: [], left: [] };
}
