/** What a plan notes of the sheets that it made: in the register, and among the settings. */
import { asLiteral, consecutive } from "../../workbook/grid.ts";
import type { PlanStep } from "../../workbook/plan.ts";
import { showSheetId } from "../../workbook/read/register.ts";
import { showTabIds } from "../../workbook/tab-ids.ts";
import { keepTabIds } from "../noted-tabs.ts";

type Range = GoogleAppsScript.Spreadsheet.Range;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Notes which sheet is which tab: for people among the settings, and where only the add-on writes. */
export function noteIds(at: Range, titles: readonly string[], sheets: ReadonlyMap<string, Sheet>): void {
  const noted = titles.flatMap((title): readonly (readonly [string, number])[] => {
    const sheet = sheets.get(title);
    return sheet ? [[title, sheet.getSheetId()]] : [];
  });
  const ids = new Map(noted);
  at.setValue(showTabIds(ids));
  keepTabIds(ids);
}

/** Writes title, sheet id and link of each unit's tab into its row of the register. */
export function registerTabs(
  sheet: Sheet,
  step: Extract<PlanStep, { do: "register" }>,
  sheetOf: (title: string) => Sheet,
): void {
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
