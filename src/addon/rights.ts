/** Showing and mending who may edit what: protections read → compared with the plan → written as a table, or set again. */
import { asLiteralCell, type Cell } from "../workbook/grid.ts";
import { type ActualRight, compareRights, type RightState, rightRows, rightSteps } from "../workbook/rights.ts";
import { FIRST_DATA_ROW, RIGHTS_TAB } from "../workbook/schema.ts";
import { planWorkbook } from "../workbook/setup/index.ts";
import { applyPlan, makeRoom } from "./apply.ts";
import { findSheet, openBook } from "./book.ts";
import { alone, requireCoordinator } from "./change.ts";
import { contentOf } from "./setup.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

type ReadRight = { readonly right: ActualRight; readonly protection: Protection };

/** Reads every protection of the spreadsheet. Calls grow with the number of tabs and of protections. */
function readRights(book: Spreadsheet): readonly ReadRight[] {
  const { SHEET, RANGE } = SpreadsheetApp.ProtectionType;
  return book.getSheets().flatMap((sheet) => {
    const tab = sheet.getName();
    return [
      ...sheet.getProtections(SHEET).map((protection) => readRight(tab, "", protection)),
      ...sheet
        .getProtections(RANGE)
        .map((protection) => readRight(tab, protection.getRange().getA1Notation(), protection)),
    ];
  });
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

function compare(book: Spreadsheet): {
  readonly states: readonly RightState[];
  readonly read: readonly ReadRight[];
} {
  const read = readRights(book);
  const coordinators = [Session.getEffectiveUser().getEmail(), book.getOwner()?.getEmail() ?? ""];
  const tabs = new Set(book.getSheets().map((sheet) => sheet.getName()));
  const steps = rightSteps(planWorkbook(contentOf(book)));
  return {
    states: compareRights(
      steps,
      read.map(({ right }) => right),
      coordinators,
      tabs,
    ),
    read,
  };
}

/** What a look at the rights found. */
export type RightsOutcome = { readonly checked: number; readonly deviating: number; readonly strays: number };

function writeTable(book: Spreadsheet, states: readonly RightState[]): void {
  const sheet = findSheet(book, RIGHTS_TAB.title);
  makeRoom(sheet, FIRST_DATA_ROW - 1 + states.length);
  const height = sheet.getMaxRows() - FIRST_DATA_ROW + 1;
  const blank: readonly Cell[] = RIGHTS_TAB.columns.map(() => "");
  const rows = rightRows(states).map((row) => row.map(asLiteralCell));
  const cells = Array.from({ length: height }, (_, index) => [...(rows[index] ?? blank)]);
  sheet.getRange(FIRST_DATA_ROW, 1, height, RIGHTS_TAB.columns.length).setValues(cells);
}

function count(states: readonly RightState[]): RightsOutcome {
  const deviating = states.filter(({ problems, mend }) => problems.length > 0 && mend).length;
  return { checked: states.length, deviating, strays: states.filter(({ mend }) => !mend).length };
}

/** Writes the table of rights into its tab. */
export function showRights(): RightsOutcome {
  return alone(() => {
    const book = openBook();
    requireCoordinator(book);
    const { states } = compare(book);
    writeTable(book, states);
    return count(states);
  });
}

/** Sets the rights that deviate again, and shows what stands then: what cannot be mended still deviates. */
export function mendRights(): RightsOutcome {
  return alone(() => {
    const book = openBook();
    requireCoordinator(book);
    const { states, read } = compare(book);
    for (const { tab, range, problems, mend } of states) {
      if (problems.length === 0 || !mend) continue;
      for (const { right, protection } of read) if (right.tab === tab && right.range === range) protection.remove();
      applyPlan(book, [mend]);
    }
    const after = compare(book).states;
    writeTable(book, after);
    return count(after);
  });
}
