/** Looks, rules and highlights of the plan, in Google's own objects. */
import type { Highlight, Look, Rule } from "../../workbook/plan.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type RangeList = GoogleAppsScript.Spreadsheet.RangeList;

/** Gives ranges a look; what it leaves out stays as it is. */
export function setLook(ranges: RangeList, look: Look): void {
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

/** Builds the validation of a rule: what does not fit it is refused. */
export function buildRule(rule: Rule): GoogleAppsScript.Spreadsheet.DataValidation {
  const builder = SpreadsheetApp.newDataValidation().setAllowInvalid(false).setHelpText(rule.help);
  if (rule.kind === "list") return builder.requireValueInList([...rule.values], true).build();
  return builder.requireFormulaSatisfied(rule.formula).build();
}

/** Builds a conditional format of a sheet. */
export function buildHighlight(sheet: Sheet, highlight: Highlight): GoogleAppsScript.Spreadsheet.ConditionalFormatRule {
  return SpreadsheetApp.newConditionalFormatRule()
    .whenFormulaSatisfied(highlight.formula)
    .setBackground(highlight.background)
    .setFontColor(highlight.fontColor)
    .setBold(highlight.bold ?? false)
    .setRanges(highlight.ranges.map((range) => sheet.getRange(range)))
    .build();
}

/** Sets the widths of columns from the first on, in pixels: a call for each run of equal ones. */
export function setWidths(sheet: Sheet, widths: readonly number[]): void {
  for (let column = 0; column < widths.length; ) {
    let count = 1;
    while (widths[column + count] === widths[column]) count++;
    sheet.setColumnWidths(column + 1, count, widths[column] ?? 100);
    column += count;
  }
}
