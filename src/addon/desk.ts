/** What the sidebar paints first, whoever opens it: one reading of the workbook. */
import { WorkbookFault } from "../workbook/grid.ts";
import { UNPROTECTED } from "../workbook/rights.ts";
import { UNITS_TAB } from "../workbook/schema.ts";
import { openBook } from "./book.ts";
import { readRegisterRights } from "./change.ts";
import type { Clock } from "./clock.ts";
import { missingDocumentWarning } from "./reminders/missing-document.ts";
import { sayOpenMailboxes } from "./reminders/refused.ts";
import type { Checklist, ChecklistRequest, Desk, SidebarIssue } from "./rpc/desk.ts";
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
  const { board, tabs } = reading;
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
    reminderProblem: [missingDocumentWarning(), sayOpenMailboxes(board)].filter((text) => text !== "").join(" "),
  };
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
