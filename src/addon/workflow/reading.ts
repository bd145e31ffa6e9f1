/** The workbook read for the workflow: a constant number of calls, whatever the number of units. */

import { approvedUnits } from "../../core/workflow/standing.ts";
import { readTypedSettings } from "../../workbook/read/workbook.ts";
import { DATA_TAB, HAMLETS_TAB, LOG_TAB } from "../../workbook/schema.ts";
import type { TypedSettings } from "../../workbook/settings.ts";
import { type Board, makeBoard } from "../../workbook/workflow/board.ts";
import { decisionsOf, readLog } from "../../workbook/workflow/log.ts";
import { type Reported, readReported } from "../../workbook/workflow/reported.ts";
import { readGrids, readRecords } from "../book.ts";
import { startClock } from "../clock.ts";
import { openTabs, type Tabs } from "../tabs.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** The tabs, the settings as typed, and the board made of them. */
export type Reading = { readonly tabs: Tabs; readonly typed: TypedSettings; readonly board: Board };

/** Reads every tab that holds data, and the log. */
export function readWorkflow(book: Spreadsheet, clock = startClock()): Reading {
  const tabs = openTabs(book);
  const grids = readGrids(tabs);
  const board = makeBoard(readRecords(grids), { ...grids, log: tabs.read(LOG_TAB) }, clock.moment());
  return { tabs, typed: readTypedSettings(grids.settings), board };
}

/** Reads again what the units reported, and nothing else. */
export function readReportedAgain({ tabs }: Reading): ReadonlyMap<string, Reported> {
  return readReported(tabs.read(DATA_TAB), tabs.read(HAMLETS_TAB));
}

/** Reads again which units are approved, and nothing else. */
export function readApprovedAgain({ tabs, board }: Reading): ReadonlySet<string> {
  return approvedUnits(decisionsOf(readLog(tabs.read(LOG_TAB)), board.records.commune.year));
}
