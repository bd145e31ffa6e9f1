/** Showing and repairing who may edit what: protections read → compared with the plan → written as a table, or set again. */
import { asLiteralCell, cellText, type Grid, WorkbookFault } from "../workbook/grid.ts";
import { planRepair } from "../workbook/repair/plan.ts";
import { type ActualRight, compareRights, type RightState, type RightStep, rightRows } from "../workbook/rights.ts";
import { HEADER_ROW, RIGHTS_TAB, type RightKey } from "../workbook/schema.ts";
import { findColumns, type TableColumns } from "../workbook/table.ts";
import { openBook } from "./book.ts";
import { makeRoom } from "./cells.ts";
import { requireCoordinator, withDocumentLock } from "./change.ts";
import type { Clock } from "./clock.ts";
import { createProtector, listRefused } from "./protect.ts";
import type { Rights } from "./rpc/setup.ts";
import { surveyWorkbook } from "./survey.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

type ReadRight = { readonly right: ActualRight; readonly protection: Protection };

/** Reads every protection of these tabs. Calls grow with the number of tabs and of protections. */
function readRights(tabs: ReadonlyMap<string, Sheet>): readonly ReadRight[] {
  const { SHEET, RANGE } = SpreadsheetApp.ProtectionType;
  return [...tabs].flatMap(([tab, sheet]) => [
    ...sheet.getProtections(SHEET).map((protection) => readRight(tab, "", protection)),
    ...sheet
      .getProtections(RANGE)
      .map((protection) => readRight(tab, protection.getRange().getA1Notation(), protection)),
  ]);
}

function readRight(tab: string, range: string, protection: Protection): ReadRight {
  const right: ActualRight = {
    tab,
    range,
    editors: protection.getEditors().map((user) => user.getEmail()),
    domainEdit: protection.canDomainEdit(),
    warningOnly: protection.isWarningOnly(),
    open: range === "" ? protection.getUnprotectedRanges().map((hole) => hole.getA1Notation()) : [],
  };
  return { right, protection };
}

/** What is compared: the plan's rights and the tabs, read once; the protections, read again after each change. */
type RightsComparison = { readonly states: readonly RightState[]; readonly read: readonly ReadRight[] };

/** The tabs that are there, by the titles that the plan has for them, and the rights that the plan gives. */
type Planned = { readonly tabs: ReadonlyMap<string, Sheet>; readonly steps: readonly RightStep[] };

function readPlanned(book: Spreadsheet, clock: Clock): Planned {
  const plan = planRepair(surveyWorkbook(book, "content"), "content", clock.text(), clock.year());
  const sheets = new Map(book.getSheets().map((sheet) => [sheet.getSheetId(), sheet]));
  const tabs = new Map<string, Sheet>();
  for (const [title, id] of plan.sheetIds) {
    const sheet = sheets.get(id);
    if (sheet) tabs.set(title, sheet);
  }
  return { tabs, steps: plan.rights };
}

/** Makes a comparison of a spreadsheet's rights with those that its plan gives. */
function createComparison(book: Spreadsheet, { tabs, steps }: Planned): () => RightsComparison {
  const coordinators = [Session.getEffectiveUser().getEmail(), book.getOwner()?.getEmail() ?? ""];
  const titles = new Set(tabs.keys());
  return () => {
    const read = readRights(tabs);
    const actual = read.map(({ right }) => right);
    return { states: compareRights(steps, actual, coordinators, titles), read };
  };
}

function writeTable({ tabs }: Planned, states: readonly RightState[]): void {
  const sheet = tabs.get(RIGHTS_TAB.title);
  if (!sheet) {
    throw new WorkbookFault(
      `Cần tab “${RIGHTS_TAB.title}”; không thấy. Hãy chọn trình đơn Sổ 2282 → Kiểm tra và sửa sổ rồi làm lại.`,
    );
  }
  const { row, columns } = findTable(sheet.getDataRange().getValues());
  makeRoom(sheet, row + states.length);
  const height = sheet.getMaxRows() - row;
  const rows = rightRows(states);
  RIGHTS_TAB.columns.forEach(({ key }, index) => {
    const column = columns.get(key) ?? 1;
    const cells = Array.from({ length: height }, (_, line) => [asLiteralCell(rows[line]?.[index] ?? "")]);
    sheet.getRange(row + 1, column, height, 1).setValues(cells);
  });
}

/** Finds the header's row and the columns by their titles; throws a WorkbookFault where one is missing. */
function findTable(grid: Grid): { readonly row: number; readonly columns: TableColumns<RightKey> } {
  const [first] = RIGHTS_TAB.columns;
  const index = grid.findIndex((line) => line.some((cell) => cellText(cell) === first?.title));
  const top = index < 0 ? HEADER_ROW - 1 : index;
  return { row: top + 1, columns: findColumns(RIGHTS_TAB, grid.slice(top)) };
}

function count(states: readonly RightState[], refused: readonly string[] = []): Rights {
  const deviating = states.filter(({ problems, mend }) => problems.length > 0 && mend).length;
  return { checked: states.length, deviating, strays: states.filter(({ mend }) => !mend).length, refused };
}

/** Writes the table of rights into its tab. */
export function showRights(clock: Clock): Rights {
  return withDocumentLock(() => {
    const book = openBook();
    requireCoordinator(book);
    const planned = readPlanned(book, clock);
    const { states } = createComparison(book, planned)();
    writeTable(planned, states);
    return count(states);
  });
}

/** Sets the rights that deviate again, and shows what stands then: what cannot be repaired still deviates. */
export function repairRights(clock: Clock): Rights {
  return withDocumentLock(() => {
    const book = openBook();
    requireCoordinator(book);
    const planned = readPlanned(book, clock);
    const compare = createComparison(book, planned);
    const protect = createProtector(book);
    const { states, read } = compare();
    const refused: string[] = [];
    for (const { tab, range, problems, mend } of states) {
      const sheet = planned.tabs.get(tab);
      if (problems.length === 0 || !mend || !sheet) continue;
      const old = read.filter(({ right }) => right.tab === tab && right.range === range);
      const removeOld = () => {
        for (const { protection } of old) protection.remove();
      };
      // A sheet has one protection, which would be changed in place; of a range, the old one holds until the new one does.
      if (mend.do === "protect") removeOld();
      refused.push(...listRefused(mend.label, protect(sheet, mend).refused));
      if (mend.do === "guard") removeOld();
    }
    const after = compare().states;
    writeTable(planned, after);
    return count(after, refused);
  });
}
