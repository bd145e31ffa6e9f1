/** Applies a set-up plan, step by step, to the open spreadsheet. Decides nothing: the plan says it all. */
import type { Cell } from "../workbook/grid.ts";
import type { Highlight, Look, Rule, SetupPlan, Step } from "../workbook/plan.ts";
import { findSheet } from "./book.ts";
import { createProtector } from "./protect.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type RangeList = GoogleAppsScript.Spreadsheet.RangeList;

/** What a tab's title ends with until all its steps are done, so that one that was cut off is known and made again. */
const UNFINISHED = " (đang lập)";

/**
 * Applies the steps in order; the steps of a new tab follow one another. A tab that the plan names must be made by it or
 * be there. A new tab gets its title when it is complete.
 */
export function applyPlan(book: Spreadsheet, plan: SetupPlan): void {
  const sheets = new Map<string, Sheet>();
  const sheetOf = (title: string): Sheet => {
    const sheet = sheets.get(title) ?? findSheet(book, title);
    sheets.set(title, sheet);
    return sheet;
  };
  const protect = createProtector(book);
  let unfinished: string | undefined;
  const finish = (): void => {
    if (unfinished !== undefined) sheetOf(unfinished).setName(unfinished);
    unfinished = undefined;
  };
  for (const step of plan) {
    if (step.tab !== unfinished) finish();
    if (step.do === "insert" || step.do === "copy") {
      sheets.set(step.tab, step.do === "insert" ? insertSheet(book, step) : copySheet(book, sheetOf(step.from), step));
      unfinished = step.tab;
    } else if (step.do === "register") registerTabs(sheetOf(step.tab), step, sheetOf);
    else if (step.do === "protect" || step.do === "guard") protect(sheetOf(step.tab), step);
    else applyStep(sheetOf(step.tab), step);
  }
  finish();
}

/** Takes away tabs that a set-up was making when it was cut off. Nobody types into a tab before it has its title. */
export function clearUnfinished(book: Spreadsheet): void {
  for (const sheet of book.getSheets()) if (sheet.getName().endsWith(UNFINISHED)) book.deleteSheet(sheet);
}

function insertSheet(book: Spreadsheet, step: Extract<Step, { do: "insert" }>): Sheet {
  const sheet = book.insertSheet(`${step.tab}${UNFINISHED}`, book.getNumSheets());
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

function copySheet(book: Spreadsheet, from: Sheet, step: Extract<Step, { do: "copy" }>): Sheet {
  return from.copyTo(book).setName(`${step.tab}${UNFINISHED}`).setTabColor(step.colour).showSheet();
}

type SheetStep = Exclude<Step, { do: "insert" | "copy" | "register" | "protect" | "guard" }>;

function applyStep(sheet: Sheet, step: SheetStep): void {
  switch (step.do) {
    case "write":
      writeCells(sheet, step.at, step.cells);
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
    case "widths":
      setWidths(sheet, step.widths);
      return;
    case "freeze":
      sheet.setFrozenRows(step.rows);
      if (step.columns > 0) sheet.setFrozenColumns(step.columns);
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

/** Writes title, sheet id and link of each unit's tab into the register. */
function registerTabs(sheet: Sheet, step: Extract<Step, { do: "register" }>, sheetOf: (title: string) => Sheet): void {
  if (step.tabs.length === 0) return;
  const ids = step.tabs.map((tab) => String(sheetOf(tab).getSheetId()));
  const named = step.tabs.map((tab, index) => [tab, ids[index] ?? ""]);
  sheet.getRange(step.row, step.column, named.length, 2).setValues(named);
  const links = ids.map((id) => [`=HYPERLINK("#gid=${id}";"Mở")`]);
  sheet.getRange(step.row, step.column + 2, links.length, 1).setFormulas(links);
}
