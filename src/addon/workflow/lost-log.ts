/**
 * A log that somebody deleted: rebuilt from what still tells of it. Units' own rows tell what was submitted, locks tell what
 * was approved; what was returned and why, and when it was approved, is lost.
 */
import { showMoment } from "../../core/workflow/deadline.ts";
import { submissionId } from "../../core/workflow/standing.ts";
import { COORDINATOR_ROLE } from "../../core/workflow/words.ts";
import { LOG_TAB } from "../../workbook/schema.ts";
import { isLockedLabel, lockedLabel } from "../../workbook/setup/guards.ts";
import type { Board, BoardUnit } from "../../workbook/workflow/board.ts";
import type { NewEntry } from "../../workbook/workflow/log.ts";
import type { Clock } from "../clock.ts";
import { findOwnSheet, isWorkbook } from "../tabs.ts";
import { appendLog, gatherSubmissions, joinReasons } from "./log-writer.ts";
import { readWorkflow } from "./reading.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Noted before the tab is rebuilt: cut off in between, an empty log would say that nothing was ever approved. */
const KEY = "workflow.lost-log";

/** Notes that the log is lost, if it is. */
export function noteLostLog(book: Spreadsheet): void {
  if (isLost(book)) PropertiesService.getDocumentProperties().setProperty(KEY, "1");
}

function isLost(book: Spreadsheet): boolean {
  return isWorkbook(book) && findOwnSheet(book, LOG_TAB.title) === undefined;
}

function isNoted(): boolean {
  return PropertiesService.getDocumentProperties().getProperty(KEY) !== null;
}

/** Reads the labels of all locks while the log is lost; undefined if there is one. */
export function readLocks(book: Spreadsheet): ReadonlySet<string> | undefined {
  return isNoted() || isLost(book) ? new Set(book.getSheets().flatMap(lockLabels)) : undefined;
}

function lockLabels(sheet: Sheet): readonly string[] {
  return sheet
    .getProtections(SpreadsheetApp.ProtectionType.RANGE)
    .map((protection) => protection.getDescription())
    .filter(isLockedLabel);
}

/** Writes the lines that can be told, once the tab is there again. The caller holds the document's lock. */
export function rebuildLog(book: Spreadsheet, clock: Clock): void {
  if (!isNoted()) return;
  const { board, tabs } = readWorkflow(book, clock);
  appendLog(tabs, [
    ...gatherSubmissions(board).map((entry) => ({ ...entry, reason: joinReasons(entry.reason, REBUILT) })),
    ...approvalsOf(book, board, clock),
  ]);
  SpreadsheetApp.flush();
  PropertiesService.getDocumentProperties().deleteProperty(KEY);
}

const REBUILT = "Dựng lại khi sửa sổ";

/** Makes lines of approvals that the log has none of, of units whose cells are locked. */
export function approvalsOf(book: Spreadsheet, board: Board, clock: Clock): readonly NewEntry[] {
  const holdsLock = createLockReader(book, board);
  const time = showMoment(clock.moment());
  const { year } = board.records.commune;
  return board.units
    .filter((row) => !row.isLocked && holdsLock(row))
    .map(({ unit, reported, standing }) => ({
      time,
      role: COORDINATOR_ROLE,
      unit: unit.code,
      action: "approve",
      reason: `${REBUILT}: ô nhập còn khóa vì đã duyệt`,
      year,
      submission: reported.submission ? submissionId(reported.submission) : "",
      digest: standing.digest,
      words: "Đã duyệt, trước khi Nhật ký bị xóa, nên các ô đã khóa; cần sửa thì nhờ người tổng hợp mở lại.",
    }));
}

/**
 * Makes a reader of locks, which asks each sheet once. A form of its own tells by any lock on it, for the unit may have been
 * renamed since; of hamlets, the name tells.
 */
function createLockReader(book: Spreadsheet, { sheetIds }: Board): (row: BoardUnit) => boolean {
  const known = new Map<number, readonly string[]>();
  const labelsOf = (id: number): readonly string[] => {
    const sheet = known.has(id) ? null : book.getSheetById(id);
    const labels = known.get(id) ?? (sheet ? lockLabels(sheet) : []);
    known.set(id, labels);
    return labels;
  };
  return ({ unit, place }) => {
    const id = place && sheetIds.get(place.tab);
    const labels = id === undefined ? [] : labelsOf(id);
    return place?.hamletRow === undefined ? labels.length > 0 : labels.includes(lockedLabel(unit.name));
  };
}
