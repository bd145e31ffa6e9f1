/** What the sidebar shows, whoever opens it: one reading of the workbook, and the way from a link to its cell. */
import { address, areaOf, cellText, type Grid, WorkbookFault } from "../workbook/grid.ts";
import { UNPROTECTED } from "../workbook/rights.ts";
import { UNITS_TAB } from "../workbook/schema.ts";
import type { Board } from "../workbook/workflow/board.ts";
import { openBook } from "./book.ts";
import { readRegisterRights } from "./change.ts";
import type { Clock } from "./clock.ts";
import { missingDocumentWarning } from "./reminders/missing-document.ts";
import { sayOpenMailboxes } from "./reminders/refused.ts";
import { readSentLog, type SentLog } from "./reminders/sent.ts";
import type { CellRequest, Checklist, ChecklistRequest, Desk, SidebarIssue } from "./rpc/desk.ts";
import { noteToday } from "./today.ts";
import { findUnit, showChecklist } from "./workflow/checklist.ts";
import { findWorkflow, readWorkflow } from "./workflow/reading.ts";
import {
  countRates,
  showCommune,
  showDeadline,
  showIndicators,
  showIssue,
  showLog,
  showUnit,
} from "./workflow/show.ts";
import { findOwnUnits, readMailbox, readPermissions } from "./workflow/who.ts";

const NO_UNIT =
  "Không thấy đơn vị nào của bạn. Hãy mở tab của đơn vị rồi tải lại bảng này, hoặc nhờ người tổng hợp ghi hộp thư của đơn vị vào tab Đơn vị.";

/** Reads everything for the first paint. */
export function readDesk(clock: Clock): Desk {
  const book = openBook();
  const mailbox = readMailbox();
  const reading = findWorkflow(book, clock);
  if (!reading) return { kind: "new", mailbox, canSetUp: mayEdit(book, mailbox) };
  const { board, tabs, notes } = reading;
  const { mayEdit: isCoordinator, isOpen } = readRegisterRights(tabs.need(UNITS_TAB.title));
  if (!isCoordinator) {
    const own = findOwnUnits(book, mailbox, board);
    const [first] = own;
    if (!first) return { kind: "visitor", mailbox, message: NO_UNIT };
    return { kind: "unit", checklist: showChecklist(board, first, own, clock) };
  }
  noteToday(tabs, board.records.grids.settings, clock);
  return {
    kind: "coordinator",
    mailbox,
    commune: showCommune(board),
    year: board.records.commune.year,
    deadline: showDeadline(board, clock),
    rates: countRates(board),
    indicators: showIndicators(board),
    units: board.units.map((row) => showUnit(board, row)),
    log: showLog(board),
    permissions: readPermissions(),
    rightsProblem: isOpen ? `${UNPROTECTED}.` : "",
    reminderProblem: sayReminderProblem(board, readSentLog(notes)),
  };
}

/** Says what reminders want of a person. Where they were never switched on, no daily run can have missed its document. */
function sayReminderProblem(board: Board, sent: SentLog): string {
  const missed = sent.since === "" ? "" : missingDocumentWarning();
  return [missed, sayOpenMailboxes(board, sent)].filter((text) => text !== "").join(" ");
}

/** Where Google does not tell the current user, trying is the only way to know. */
function mayEdit(book: GoogleAppsScript.Spreadsheet.Spreadsheet, mailbox: string): boolean {
  return mailbox === "" || book.getEditors().some((user) => user.getEmail() === mailbox);
}

/** Reads one unit's checklist: the one that is named, else the asking user's own. */
export function readChecklist({ unit }: ChecklistRequest, clock: Clock): Checklist {
  const book = openBook();
  const { board } = readWorkflow(book, clock);
  const own = findOwnUnits(book, readMailbox(), board);
  const [first] = own;
  if (unit !== null) return showChecklist(board, findUnit(board, unit), own, clock);
  if (!first) throw new WorkbookFault(NO_UNIT);
  return showChecklist(board, first, own, clock);
}

/** Lists all issues, each with its cell. */
export function readIssues(): readonly SidebarIssue[] {
  const { board } = readWorkflow(openBook());
  return board.issues.map((issue) => showIssue(board, issue));
}

const CELL = /^[A-Z]{1,3}[1-9]\d{0,6}(?::[A-Z]{1,3}[1-9]\d{0,6})?$/;

/** Opens a tab and chooses a cell in it: in the row in which now stands what the link says of it. */
export function activateCell({ tab, sheetId, cell, beside }: CellRequest): { readonly tab: string } {
  if (!CELL.test(cell)) throw new WorkbookFault(`Cần tên ô, ví dụ D6; thấy “${cell}”. Hãy tải lại bảng bên.`);
  const sheet = sheetId === null ? null : openBook().getSheetById(sheetId);
  if (!sheet) throw new WorkbookFault("Tab của ô này không còn trong sổ. Hãy tải lại bảng bên để xem sổ bây giờ.");
  const now = beside.length === 0 ? cell : follow(cell, beside, sheet.getDataRange().getValues());
  if (now === undefined) {
    throw new WorkbookFault(
      `Tab ${tab}: cần đúng một dòng của ${beside.join(", ")}; không thấy. Hãy tải lại bảng bên; vẫn vậy thì chọn trình đơn Sổ 2282 → Kiểm tra và sửa sổ.`,
    );
  }
  sheet.getRange(now).activate();
  return { tab: sheet.getName() };
}

/** Finds where a cell has gone with its row; undefined: no row, or more than one, is that row now. */
function follow(cell: string, beside: readonly string[], grid: Grid): string | undefined {
  const { row, column } = areaOf(cell);
  const texts = grid.map((line) => line.map(cellText));
  const isRow = (line: readonly string[] | undefined) => beside.every((text) => line?.includes(text));
  const rows = texts.flatMap((line, index) => (isRow(line) ? [index + 1] : []));
  const found = rows.includes(row) ? row : rows.length === 1 ? rows[0] : undefined;
  return found === undefined ? undefined : address(found, column);
}
