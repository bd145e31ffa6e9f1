/** Tabs that were being made or replaced when Google cut a run off: what their titles end with, and how it is put right. */

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What a tab's title ends with until all its steps are done. */
export const UNFINISHED = " (đang lập)";

/** What a tab's title ends with once the one that takes its place is complete. */
export const REPLACED = " (đã thay)";

/**
 * Takes away tabs that were not completed, which nobody types into, and those whose replacement is; where the
 * replacement is not, the old tab gets its title back.
 */
export function clearUnfinished(book: Spreadsheet): void {
  const sheets = book.getSheets().map((sheet) => ({ sheet, name: sheet.getName() }));
  const names = new Set(sheets.map(({ name }) => name));
  for (const { sheet, name } of sheets) {
    if (name.endsWith(UNFINISHED)) book.deleteSheet(sheet);
    if (!name.endsWith(REPLACED)) continue;
    const title = name.slice(0, -REPLACED.length);
    if (names.has(title)) book.deleteSheet(sheet);
    else sheet.setName(title);
  }
}
