/** What a workbook holds, as its formulas and its readers see it: each figure and text by unit, row and field. */

import type { CellModel, SheetModel, WorkbookModel } from "gas-offline";
import { isDateFormat } from "gas-offline/internals";

/** `TYT SL.LD first` → what stands there. */
export type InputTexts = ReadonlyMap<string, string>;

const FIELDS = ["unit", "key", "text", "first", "second", "word", "when", "more", "link"];
const DAY = 86_400_000;

function dayText(serial: number): string {
  const day = new Date(Date.UTC(1899, 11, 30) + serial * DAY).toISOString().slice(0, 10);
  return day.split("-").reverse().join("/");
}

/** Tells whether a number may be a day of this century: one that was moved into a count's cell is shown as a number. */
function mayBeDay(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value > 36_526 && value < 73_050;
}

/** Shows a cell's value; a day as users read it. */
export function textOf(cell: CellModel | undefined): string {
  const value = cell?.value;
  if (value === undefined || typeof value === "object") return "";
  if (typeof value === "number" && isDateFormat(cell?.format?.numberFormat ?? "")) return dayText(value);
  return String(value).trim();
}

function sheetLike(workbook: WorkbookModel, title: string): SheetModel | undefined {
  return workbook.sheets.find(({ name }) => name === title);
}

/** Reads the tidy tab and the hamlets' grid, which have the titles given. */
export function readInputTexts(
  workbook: WorkbookModel,
  titles: { readonly data: string; readonly hamlets: string },
): InputTexts {
  const kept = new Map<string, string>();
  const keep = (place: string, text: string): void => {
    if (text !== "") kept.set(place, text);
  };
  for (const line of sheetLike(workbook, titles.data)?.cells.slice(5) ?? []) {
    const [unit, key] = [textOf(line?.[1]), textOf(line?.[2])];
    FIELDS.slice(2).forEach((field, index) => {
      if (field !== "text" || key.startsWith("HD.")) keep(`${unit} ${key} ${field}`, textOf(line?.[index + 3]));
    });
  }
  const grid = sheetLike(workbook, titles.hamlets)?.cells ?? [];
  const header = grid[4] ?? [];
  for (const line of grid.slice(5)) {
    header.forEach((title, column) => {
      if (column > 2) keep(`${textOf(line?.[1])} ${textOf(title)}`, textOf(line?.[column]));
    });
  }
  return kept;
}

/** Every text that somebody typed into these sheets: no formula, nothing that a formula fills. */
export function typedTexts(
  workbook: WorkbookModel,
  sheets: (sheet: SheetModel) => boolean = () => true,
): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const sheet of workbook.sheets.filter(sheets)) {
    for (const line of sheet.cells) {
      for (const cell of line ?? []) {
        if (!cell || cell.formula !== undefined || cell.spilledFrom !== undefined) continue;
        texts.add(textOf(cell));
        if (mayBeDay(cell.value)) texts.add(dayText(cell.value));
      }
    }
  }
  return texts;
}
