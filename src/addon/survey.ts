/** Reads what a spreadsheet's tabs hold and look like, for the planner of repairs. Calls grow with the number of tabs. */
import { HEAD, recognise } from "../workbook/identity.ts";
import type { ActualTab, Depth, WorkbookFacts } from "../workbook/repair/actual.ts";
import { isArchived } from "../workbook/repair/old-sheets.ts";
import { HAMLETS_TAB } from "../workbook/schema.ts";
import { readKeptTabIds } from "./noted-tabs.ts";
import { isProtected } from "./tabs.ts";
import { readLocks } from "./workflow/lost-log.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** A sheet with more cells than this is a stranger's: no tab of the workbook comes near. */
const MOST_CELLS = 500_000;

/**
 * How closely tabs are read. `glance`: as `all`, but of rules, merges and conditional formats it asks whether they are
 * there and how many, not each for its text or place: a call for each cell would be most of all calls.
 */
export type Closeness = Depth | "glance";

/** Reads every tab: its content, and for a repair its rules, formats, merges and conditional formats. */
export function surveyWorkbook(book: Spreadsheet, depth: Closeness): WorkbookFacts {
  const sheets = book.getSheets().map((sheet) => ({ sheet, id: sheet.getSheetId(), title: sheet.getName() }));
  const read = sheets.map(({ sheet, id, title }) => ({ sheet, id, title, tab: readTab(sheet, title, depth) }));
  const locks = readLocks(book);
  return {
    ...(locks ? { locks } : {}),
    keptIds: readKeptTabIds(),
    locale: book.getSpreadsheetLocale(),
    sheets: read.map(({ sheet, id, title, tab }) => {
      const is = recognise(headOf(tab));
      return { id, title, is, isProtected: is?.kind === "tab" && isProtected(sheet) };
    }),
    tabs: new Map(read.map(({ id, tab }) => [id, tab])),
  };
}

function headOf({ values }: ActualTab): readonly (readonly unknown[])[] {
  return values.slice(0, HEAD.rows).map((row) => row.slice(0, HEAD.columns));
}

function readTab(sheet: Sheet, name: string, depth: Closeness): ActualTab {
  const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  const data = sheet.getDataRange();
  const content = { name, rows, columns, values: data.getValues(), formulas: data.getFormulas() };
  const bare = { ...content, helps: [], formats: [], backgrounds: [], merges: [], highlights: [] };
  if (rows * columns > MOST_CELLS || isArchived(name)) return bare;
  if (depth === "content") {
    const what = recognise(headOf(bare));
    const isGrid = what?.kind === "tab" && what.title === HAMLETS_TAB.title;
    return isGrid ? { ...bare, backgrounds: sheet.getRange(1, 1, rows, columns).getBackgrounds() } : bare;
  }
  const all = sheet.getRange(1, 1, rows, columns);
  const isGlance = depth === "glance";
  const addressesOf = (ranges: readonly Range[]) => ranges.map((range) => range.getA1Notation());
  const merged = all.getMergedRanges();
  return {
    ...content,
    helps: all
      .getDataValidations()
      .map((line) => line.map((rule) => (rule === null ? null : isGlance || rule.getHelpText()))),
    formats: all.getNumberFormats(),
    backgrounds: all.getBackgrounds(),
    merges: isGlance ? merged.length : addressesOf(merged),
    highlights: sheet.getConditionalFormatRules().map((rule) => {
      const ranges = rule.getRanges();
      return isGlance ? ranges.length : addressesOf(ranges);
    }),
  };
}
