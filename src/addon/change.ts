/** Who may change a workbook's structure, and that two changes do not run at once. */
import { WorkbookFault } from "../workbook/grid.ts";
import { UNITS_TAB } from "../workbook/schema.ts";
import { findOwnSheet, protectionsOf } from "./tabs.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** Milliseconds to wait for another change. */
const LOCK_WAIT = 20_000;

/** Runs a change of the workbook's structure alone: two at once would make every tab twice. */
export function withDocumentLock<Result>(change: () => Result): Result {
  const lock = LockService.getDocumentLock();
  if (lock && !lock.tryLock(LOCK_WAIT)) {
    throw new WorkbookFault("Sổ đang được lập hoặc nhập số liệu ở một cửa sổ khác. Hãy đợi một phút rồi làm lại.");
  }
  try {
    return change();
  } finally {
    SpreadsheetApp.flush();
    lock?.releaseLock();
  }
}

/** What the register's protections say. `isOpen`: it has none, so that every editor may change it. */
export type RegisterRights = { readonly mayEdit: boolean; readonly isOpen: boolean };

/** Reads who may edit the register, which is the coordinator's. */
export function readRegisterRights(register: Sheet): RegisterRights {
  const protections = protectionsOf(register);
  return { mayEdit: protections.every((protection) => protection.canEdit()), isOpen: protections.length === 0 };
}

/** Tells whether who runs this may edit the register. */
export function mayEditRegister(register: Sheet): boolean {
  return readRegisterRights(register).mayEdit;
}

/**
 * Throws for those who may not edit the register: Google would stop them half-way, at the first tab that is not theirs.
 * A workbook without a register has nothing yet that is anyone's. `register`: where it is open already. Returns the
 * register's protections.
 */
export function requireCoordinator(
  book: Spreadsheet,
  register = findOwnSheet(book, UNITS_TAB.title),
): readonly Protection[] {
  const protections = register ? protectionsOf(register) : [];
  if (protections.every((protection) => protection.canEdit())) return protections;
  throw new WorkbookFault(
    `Cần quyền sửa tab ${UNITS_TAB.title}; tài khoản của bạn không có quyền. Hãy nhờ người tổng hợp làm việc này.`,
  );
}
