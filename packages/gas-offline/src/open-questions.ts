/**
 * What public sources differ on, or nobody outside Google knows: one switch a question. A person with a Google account
 * can answer each in a minute; `ANSWERS` then says so. Until then the bundle's tests run under both answers.
 */

/** The answers. Each is true or false, and both are possible. */
export type Answers = {
  /** A plain-text cell stores the apostrophe in front of what a script sets. */
  keepsTextMark: boolean;
  /** A copied workbook keeps its range protections, with the copier as their only editor. False: they are dropped. */
  copyKeepsRangeProtections: boolean;
  /** A clock trigger of an add-on knows its document. False: `getActiveSpreadsheet` returns null there. */
  clockKnowsDocument: boolean;
  /** A result that reaches past the last row adds rows. False: it is not shown, and the cell says so. */
  spillAddsRows: boolean;
  /** Drive returns a stored file's content as text, as in the published types. False: as a blob. */
  driveGivesText: boolean;
  /** A copy tells its name and address under `spreadsheets.currentonly`. False: both need `spreadsheets`. */
  copyTellsItsAddress: boolean;
  /** A protection's editors include the workbook's owner. False: the owner may edit without being listed. */
  editorsIncludeOwner: boolean;
  /** With several accounts in one browser, a menu's function runs as the default one. False: as the open one. */
  menuRunsAsDefaultAccount: boolean;
  /** `getUserTriggers(spreadsheet)` lists clock triggers. False: only those that the document itself sets off. */
  userTriggersListClock: boolean;
  /** TODAY counts as volatile in a custom function's arguments, as NOW does. Google's message does not name it. */
  todayIsVolatile: boolean;
};

/** The answers that the host takes unless it is told others. */
export const ANSWERS: Readonly<Answers> = {
  keepsTextMark: false,
  copyKeepsRangeProtections: false,
  clockKnowsDocument: true,
  spillAddsRows: true,
  driveGivesText: false,
  copyTellsItsAddress: true,
  editorsIncludeOwner: true,
  menuRunsAsDefaultAccount: false,
  userTriggersListClock: true,
  todayIsVolatile: true,
};
