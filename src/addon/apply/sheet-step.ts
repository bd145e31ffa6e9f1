/** A step of a plan that stays within one sheet. */
import type { Cell } from "../../workbook/grid.ts";
import type { PlanStep } from "../../workbook/plan.ts";
import { appendRows, blockAt, enterValues, makeRoom } from "../cells.ts";
import { buildHighlight, buildRule, setLook, setWidths } from "./looks.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What is left of the steps when those that make, name or protect sheets are taken away. */
export type SheetStep = Exclude<
  PlanStep,
  { do: "insert" | "copy" | "register" | "identify" | "protect" | "guard" | "archive" | "revive" | "deleteCopy" }
>;

/** Does one step in its sheet. */
export function applyStep(sheet: Sheet, step: SheetStep): void {
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
