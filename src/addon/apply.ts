/** Applies a plan, step by step, to the open spreadsheet. Decides nothing: the plan says it all. */
import type { SetupPlan } from "../workbook/plan.ts";
import { noteIds, registerTabs } from "./apply/register.ts";
import { applyStep } from "./apply/sheet-step.ts";
import { archiveSheet, copySheet, insertSheet, replaceSheet } from "./apply/sheets.ts";
import { createProtector, listRefused } from "./protect.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A plan for a workbook as it is: which sheet is which tab, and what tabs are called. */
export type AppliedPlan = {
  readonly steps: SetupPlan;
  readonly sheetIds: ReadonlyMap<string, number>;
  readonly names: ReadonlyMap<string, string>;
};

export type ApplyOptions = {
  /** Asked before each tab that is made: false stops there, whole, to go on another time. */
  readonly goOn?: () => boolean;
  /** Tells whether a sheet still holds what the plan was made of: one that somebody typed into is not replaced. */
  readonly isUnchanged?: (sheet: Sheet) => boolean;
};

/**
 * What was done: tabs made, whether all was, tabs that were left for somebody was typing into them, and the mailboxes that
 * Google refused, a line for each place (absent: none).
 */
export type ApplyOutcome = {
  readonly made: number;
  readonly finished: boolean;
  readonly busy: readonly string[];
  readonly refused?: readonly string[];
};

/**
 * Applies the steps in order; the steps of a new tab follow one another. A tab that the plan names must be made by it or
 * be there. A new tab gets its title when it is complete, and then takes the place of the one that it replaces.
 */
export function applyPlan(book: Spreadsheet, plan: AppliedPlan, options: ApplyOptions = {}): ApplyOutcome {
  const { goOn = () => true, isUnchanged = () => true } = options;
  const byId = new Map(book.getSheets().map((sheet) => [sheet.getSheetId(), sheet]));
  const sheets = new Map<string, Sheet>();
  for (const [title, id] of plan.sheetIds) {
    const sheet = byId.get(id);
    if (sheet) sheets.set(title, sheet);
  }
  const nameOf = (title: string): string => plan.names.get(title) ?? title;
  const sheetOf = (title: string): Sheet => {
    const sheet = sheets.get(title);
    if (sheet) return sheet;
    throw new Error(`The plan names a tab that it has not made: ${title}`);
  };
  const protect = createProtector(book);
  const busy: string[] = [];
  const refused: string[] = [];
  let made = 0;
  const outcome = (finished: boolean): ApplyOutcome => ({
    made,
    finished,
    busy,
    ...(refused.length > 0 ? { refused } : {}),
  });
  let unfinished: { readonly title: string; readonly sheet: Sheet; readonly before: Sheet | undefined } | undefined;
  const finish = (): void => {
    if (!unfinished) return;
    const { title, sheet, before } = unfinished;
    unfinished = undefined;
    if (before && !isUnchanged(before)) {
      book.deleteSheet(sheet);
      sheets.set(title, before);
      busy.push(before.getName());
      return;
    }
    if (before) replaceSheet(book, before, sheet, nameOf(title));
    else sheet.setName(nameOf(title));
    made++;
  };
  for (const step of plan.steps) {
    const { tab } = step;
    if (unfinished && tab !== unfinished.title) finish();
    if (step.do === "insert" || step.do === "copy") {
      if (!goOn()) return outcome(false);
      const before = sheets.get(tab);
      const sheet =
        step.do === "insert"
          ? insertSheet(book, step, nameOf(tab))
          : copySheet(book, sheetOf(step.from), step, nameOf(tab));
      sheets.set(tab, sheet);
      unfinished = { title: tab, sheet, before };
    } else if (step.do === "register") registerTabs(sheetOf(tab), step, sheetOf);
    else if (step.do === "identify") noteIds(sheetOf(tab).getRange(step.at), step.tabs, sheets);
    else if (step.do === "protect" || step.do === "guard")
      refused.push(...listRefused(step.label, protect(sheetOf(tab), step).refused));
    else if (step.do === "archive") archiveSheet(book, byId.get(step.sheetId));
    else if (step.do === "revive") sheetOf(tab).showSheet().setName(nameOf(tab));
    else if (step.do === "deleteCopy") {
      const copy = byId.get(step.sheetId);
      if (copy) book.deleteSheet(copy);
    } else applyStep(sheetOf(tab), step);
  }
  finish();
  return outcome(true);
}
