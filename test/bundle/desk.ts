/** The coordinator at the open workbook, for tests: choosing entries of the menu, typing into tabs, looking at them. */

import type { CellModel, OpenWorkbook, SheetModel } from "gas-offline";
import { openWorkbook, type WorkbookModel } from "gas-offline";
import { newSpreadsheetApp } from "gas-offline/internals";
import { expect } from "vitest";
import { bundle, madeOnce, openEmpty } from "./opened.ts";

export function titles({ workbook }: OpenWorkbook): readonly string[] {
  return workbook.sheets.map(({ name }) => name);
}

/** Chooses an entry; returns all that it showed. */
export function chooseAll(open: OpenWorkbook, entry: string): readonly string[] {
  open.context.messages.length = 0;
  open.run(entry);
  return [...open.context.messages];
}

/** Chooses an entry that shows one message. */
export function choose(open: OpenWorkbook, entry: string): string {
  const messages = chooseAll(open, entry);
  expect(messages).toHaveLength(1);
  return messages.join();
}

/** Types rows into a tab as its owner does. */
export function type(open: OpenWorkbook, tab: string, address: string, rows: readonly (readonly unknown[])[]): void {
  const sheet = newSpreadsheetApp(open.context).getActiveSpreadsheet().getSheetByName(tab);
  if (!sheet) throw new Error(`no tab ${tab}`);
  const range = sheet.getRange(address).offset(0, 0, rows.length, rows[0]?.length ?? 1);
  range.setValues(rows.map((row) => [...row]));
  // Reading calculates, as it does at Google.
  range.getValues();
}

export function sheetOf({ workbook }: OpenWorkbook, title: string): SheetModel {
  const sheet = workbook.sheets.find(({ name }) => name === title);
  if (!sheet) throw new Error(`no tab ${title}`);
  return sheet;
}

/** Finds the row of a key in a tab with blocks, of one unit where it is named. */
export function rowOf(open: OpenWorkbook, tab: string, key: string, unit?: string): number {
  const row = sheetOf(open, tab).cells.findIndex(
    (line) => line?.[2]?.value === key && (unit === undefined || line[1]?.value === unit),
  );
  if (row < 0) throw new Error(`no row ${key} in ${tab}`);
  return row;
}

/** Returns what cells of a row hold, from one column on; `null` where they are blank. */
export function held(open: OpenWorkbook, tab: string, row: number, column: number, count: number): readonly unknown[] {
  const line: readonly (CellModel | undefined)[] = sheetOf(open, tab).cells[row] ?? [];
  return Array.from({ length: count }, (_, index) => line[column + index]?.value ?? null);
}

/** A row of the register: code, name, type. */
export type Registered = readonly [code: string, name: string, type: string];

const makeOf = madeOnce((units: readonly Registered[]): WorkbookModel => {
  const open = openEmpty();
  choose(open, "menuSetUp");
  type(open, "Đơn vị", "A5", units);
  choose(open, "menuSetUp");
  return open.workbook;
});

/** Opens a workbook of these units that was made through the menu, as a coordinator does. */
export function setUp(units: readonly Registered[]): OpenWorkbook {
  return openWorkbook(makeOf(units), bundle);
}
