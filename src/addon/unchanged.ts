/** Whether somebody typed into a sheet since it was read. */
import { cellText, type Grid } from "../workbook/grid.ts";
import type { WorkbookFacts } from "../workbook/repair/actual.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Makes a check of sheets against what was read of them. What formulas show is no one's typing. */
export function isUnchangedSince({ tabs }: WorkbookFacts): (sheet: Sheet) => boolean {
  return (sheet) => {
    const read = tabs.get(sheet.getSheetId());
    if (!read) return true;
    const now = sheet.getDataRange();
    return sameCells(read.values, now.getValues(), read.formulas);
  };
}

function sameCells(before: Grid, after: Grid, formulas: Grid): boolean {
  const rows = Math.max(before.length, after.length);
  for (let row = 0; row < rows; row++) {
    const columns = Math.max(before[row]?.length ?? 0, after[row]?.length ?? 0);
    for (let column = 0; column < columns; column++) {
      if (cellText(formulas[row]?.[column]) !== "") continue;
      if (cellText(before[row]?.[column]) !== cellText(after[row]?.[column])) return false;
    }
  }
  return true;
}
