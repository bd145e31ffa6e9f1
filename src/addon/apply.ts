/** Applies a plan, step by step, to the open spreadsheet. Decides nothing: the plan says it all. */
import { asLiteral, type Cell, consecutive } from "../workbook/grid.ts";
import type { Highlight, Look, Rule, SetupPlan, Step } from "../workbook/plan.ts";
import { showSheetId } from "../workbook/read/register.ts";
import { showTabIds } from "../workbook/settings.ts";
import { ARCHIVED_SUFFIX } from "../workbook/titles.ts";
import { createProtector } from "./protect.ts";
import { REPLACED, UNFINISHED } from "./unfinished.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type RangeList = GoogleAppsScript.Spreadsheet.RangeList;

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

/** What was done: tabs made, whether all was, and tabs that were left for somebody was typing into them. */
export type ApplyOutcome = { readonly made: number; readonly finished: boolean; readonly busy: readonly string[] };

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
  let made = 0;
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
      if (!goOn()) return { made, finished: false, busy };
      const before = sheets.get(tab);
      const sheet =
        step.do === "insert"
          ? insertSheet(book, step, nameOf(tab))
          : copySheet(book, sheetOf(step.from), step, nameOf(tab));
      sheets.set(tab, sheet);
      unfinished = { title: tab, sheet, before };
    } else if (step.do === "register") registerTabs(sheetOf(tab), step, sheetOf);
    else if (step.do === "identify") sheetOf(tab).getRange(step.at).setValue(noteIds(step.tabs, sheets));
    else if (step.do === "protect" || step.do === "guard") protect(sheetOf(tab), step);
    else if (step.do === "archive") archiveSheet(book, byId.get(step.sheetId));
    else if (step.do === "revive") sheetOf(tab).showSheet().setName(nameOf(tab));
    else if (step.do === "deleteCopy") {
      const copy = byId.get(step.sheetId);
      if (copy) book.deleteSheet(copy);
    } else applyStep(sheetOf(tab), step);
  }
  finish();
  return { made, finished: true, busy };
}

/** Puts a sheet in another's place. Cut off at any point, what is left says which of the two is whole. */
function replaceSheet(book: Spreadsheet, before: Sheet, sheet: Sheet, name: string): void {
  const place = before.getIndex();
  const wasHidden = before.isSheetHidden();
  before.setName(`${name}${REPLACED}`);
  sheet.setName(name);
  if (!wasHidden) {
    book.setActiveSheet(sheet);
    book.moveActiveSheet(place);
  }
  book.deleteSheet(before);
}

function noteIds(titles: readonly string[], sheets: ReadonlyMap<string, Sheet>): string {
  const ids = titles.flatMap((title): readonly (readonly [string, number])[] => {
    const sheet = sheets.get(title);
    return sheet ? [[title, sheet.getSheetId()]] : [];
  });
  return showTabIds(new Map(ids));
}

function archiveSheet(book: Spreadsheet, sheet: Sheet | undefined): void {
  if (!sheet) return;
  const taken = new Set(book.getSheets().map((other) => other.getName().toLowerCase()));
  const wanted = `${sheet.getName()}${ARCHIVED_SUFFIX}`;
  let name = wanted;
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${wanted} ${count}`;
  sheet.setName(name).hideSheet();
}

function insertSheet(book: Spreadsheet, step: Extract<Step, { do: "insert" }>, name: string): Sheet {
  const sheet = book.insertSheet(`${name}${UNFINISHED}`, book.getNumSheets());
  resize(sheet, step.rows, step.columns);
  if (step.colour) sheet.setTabColor(step.colour);
  return sheet;
}

/** Gives a new sheet the size that its plan says: fewer cells open faster, and 240 units stay far below the limit. */
function resize(sheet: Sheet, rows: number, columns: number): void {
  const [hasRows, hasColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (hasRows > rows) sheet.deleteRows(rows + 1, hasRows - rows);
  else makeRoom(sheet, rows);
  if (hasColumns > columns) sheet.deleteColumns(columns + 1, hasColumns - columns);
  else if (hasColumns < columns) sheet.insertColumnsAfter(hasColumns, columns - hasColumns);
}

/** Adds rows at the end of a sheet that has fewer. */
export function makeRoom(sheet: Sheet, rows: number): void {
  const has = sheet.getMaxRows();
  if (has < rows) sheet.insertRowsAfter(has, rows - has);
}

function copySheet(book: Spreadsheet, from: Sheet, step: Extract<Step, { do: "copy" }>, name: string): Sheet {
  return from.copyTo(book).setName(`${name}${UNFINISHED}`).setTabColor(step.colour).showSheet();
}

type SheetStep = Exclude<
  Step,
  { do: "insert" | "copy" | "register" | "identify" | "protect" | "guard" | "archive" | "revive" | "deleteCopy" }
>;

function applyStep(sheet: Sheet, step: SheetStep): void {
  switch (step.do) {
    case "write":
      writeCells(sheet, step.at, step.cells);
      return;
    case "enter":
      enterValues(blockAt(sheet, step.at, step.cells), step.cells);
      return;
    case "append":
      appendRows(sheet, step.cells);
      return;
    case "clear":
      sheet.getRange(step.range).clearContent();
      return;
    case "fix":
      return;
    case "room":
      makeRoom(sheet, step.rows);
      return;
    case "formula":
      sheet.getRange(step.at).setFormula(step.formula);
      return;
    case "formulas":
      blockAt(sheet, step.at, step.formulas).setFormulas(step.formulas.map((row) => [...row]));
      return;
    case "look":
      if (step.ranges.length > 0) setLook(sheet.getRangeList([...step.ranges]), step.look);
      return;
    case "rule":
      sheet.getRange(step.range).setDataValidation(buildRule(step.rule));
      return;
    case "highlights":
      sheet.setConditionalFormatRules(step.highlights.map((highlight) => buildHighlight(sheet, highlight)));
      return;
    case "notes":
      blockAt(sheet, step.at, step.notes).setNotes(step.notes.map((row) => [...row]));
      return;
    case "merge":
      for (const range of step.ranges) sheet.getRange(range).mergeAcross();
      return;
    case "clearRules":
      sheet.getRange(step.range).clearDataValidations();
      return;
    case "unmerge":
      sheet.getRange(step.range).breakApart();
      return;
    case "widths":
      setWidths(sheet, step.widths);
      return;
    case "freeze":
      sheet.setFrozenRows(step.rows);
      if (step.columns > 0) sheet.setFrozenColumns(step.columns);
      return;
    case "showRows":
      sheet.showRows(step.from, step.count);
      return;
    case "insertRows":
      sheet.insertRowsBefore(step.before, step.count);
      return;
    case "deleteRows":
      sheet.deleteRows(step.from, step.count);
      return;
    case "insertColumns":
      insertColumns(sheet, step.before, step.count);
      return;
    case "deleteColumns":
      sheet.deleteColumns(step.from, step.count);
      return;
    case "moveColumn":
      sheet.moveColumns(sheet.getRange(1, step.from, 1, 1), step.before);
      return;
    case "hideRows":
      sheet.hideRows(step.from, step.count);
      return;
    case "hideColumns":
      sheet.hideColumns(step.from, step.count);
      return;
    case "hideTab":
      sheet.hideSheet();
      return;
  }
}

function blockAt(sheet: Sheet, at: string, cells: readonly (readonly unknown[])[]): GoogleAppsScript.Spreadsheet.Range {
  const first = sheet.getRange(at);
  return first.offset(0, 0, cells.length, cells[0]?.length ?? 1);
}

/** Writes cells from `at` on. Text must already be safe to be parsed as if typed. */
function writeCells(sheet: Sheet, at: string, cells: readonly (readonly Cell[])[]): void {
  blockAt(sheet, at, cells).setValues(cells.map((row) => [...row]));
}

/** Adds columns before one, or behind the last. */
function insertColumns(sheet: Sheet, before: number, count: number): void {
  const has = sheet.getMaxColumns();
  if (before <= has) sheet.insertColumnsBefore(before, count);
  else sheet.insertColumnsAfter(has, before - has - 1 + count);
}

/** Adds rows below all that a sheet holds, as text. */
function appendRows(sheet: Sheet, cells: readonly (readonly Cell[])[]): void {
  const row = sheet.getLastRow() + 1;
  makeRoom(sheet, row + cells.length - 1);
  const columns = Math.max(...cells.map((line) => line.length));
  const range = sheet.getRange(row, 1, cells.length, columns);
  range.setNumberFormats(cells.map(() => Array.from({ length: columns }, () => "@")));
  range.setValues(cells.map((line) => Array.from({ length: columns }, (_, index) => line[index] ?? "")));
}

/**
 * Writes what somebody typed, also where it contradicts itself: as Sheets refuses that where a rule does, the rules are
 * taken off for the moment of writing and put back.
 */
export function enterValues(range: GoogleAppsScript.Spreadsheet.Range, cells: readonly (readonly Cell[])[]): void {
  const rules = range.getDataValidations();
  range.clearDataValidations();
  try {
    range.setValues(cells.map((row) => [...row]));
  } finally {
    range.setDataValidations(rules);
  }
}

function setLook(ranges: RangeList, look: Look): void {
  if (look.numberFormat !== undefined) ranges.setNumberFormat(look.numberFormat);
  if (look.bold) ranges.setFontWeight("bold");
  if (look.italic) ranges.setFontStyle("italic");
  if (look.fontSize !== undefined) ranges.setFontSize(look.fontSize);
  if (look.fontColor !== undefined) ranges.setFontColor(look.fontColor);
  if (look.background !== undefined) ranges.setBackground(look.background);
  if (look.wrap) ranges.setWrap(true);
  if (look.align !== undefined) ranges.setHorizontalAlignment(look.align);
  if (look.middle) ranges.setVerticalAlignment("middle");
  if (look.border) {
    ranges.setBorder(true, true, true, true, true, true, "#c0bfbc", SpreadsheetApp.BorderStyle.SOLID);
  }
}

function buildRule(rule: Rule): GoogleAppsScript.Spreadsheet.DataValidation {
  const builder = SpreadsheetApp.newDataValidation().setAllowInvalid(false).setHelpText(rule.help);
  if (rule.kind === "list") return builder.requireValueInList([...rule.values], true).build();
  return builder.requireFormulaSatisfied(rule.formula).build();
}

function buildHighlight(sheet: Sheet, highlight: Highlight): GoogleAppsScript.Spreadsheet.ConditionalFormatRule {
  return SpreadsheetApp.newConditionalFormatRule()
    .whenFormulaSatisfied(highlight.formula)
    .setBackground(highlight.background)
    .setFontColor(highlight.fontColor)
    .setBold(highlight.bold ?? false)
    .setRanges(highlight.ranges.map((range) => sheet.getRange(range)))
    .build();
}

function setWidths(sheet: Sheet, widths: readonly number[]): void {
  for (let column = 0; column < widths.length; ) {
    let count = 1;
    while (widths[column + count] === widths[column]) count++;
    sheet.setColumnWidths(column + 1, count, widths[column] ?? 100);
    column += count;
  }
}

/** Writes title, sheet id and link of each unit's tab into its row of the register. */
function registerTabs(sheet: Sheet, step: Extract<Step, { do: "register" }>, sheetOf: (title: string) => Sheet): void {
  const tabs = new Map<string, { readonly name: string; readonly id: number }>();
  for (const { tab } of step.rows) {
    if (!tabs.has(tab)) tabs.set(tab, { name: sheetOf(tab).getName(), id: sheetOf(tab).getSheetId() });
  }
  const rows = new Map(
    step.rows.flatMap(({ row, code, tab }) => {
      const found = tabs.get(tab);
      return found ? [[row, { ...found, code }] as const] : [];
    }),
  );
  for (const { from, count } of consecutive([...rows.keys()].sort((one, other) => one - other))) {
    const found = Array.from({ length: count }, (_, index) => rows.get(from + index)).flatMap((row) => row ?? []);
    const range = sheet.getRange(from, step.column, count, 2);
    range.setNumberFormats(found.map(() => ["@", "@"]));
    range.setValues(found.map(({ name, id, code }) => [asLiteral(name), asLiteral(showSheetId(id, code))]));
    const links = found.map(({ id }) => [`=HYPERLINK("#gid=${id}";"Mở")`]);
    sheet.getRange(from, step.column + 2, count, 1).setFormulas(links);
  }
}
