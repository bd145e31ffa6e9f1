/** The workbook read for the workflow: a constant number of calls, whatever the number of units. */

import { approvedUnits } from "../../core/workflow/standing.ts";
import type { Grid } from "../../workbook/grid.ts";
import type { AllGrids } from "../../workbook/read/mirror.ts";
import { readTypedSettings } from "../../workbook/read/workbook.ts";
import { UNITS_TAB } from "../../workbook/schema.ts";
import type { TypedSettings } from "../../workbook/settings.ts";
import { readTabIds } from "../../workbook/tab-ids.ts";
import { type Board, makeBoard } from "../../workbook/workflow/board.ts";
import { decisionsOf, readLog } from "../../workbook/workflow/log.ts";
import { type Reported, readReported } from "../../workbook/workflow/reported.ts";
import { gatherGrids, gatherLiveGrids, readAllGrids, readRecords } from "../book.ts";
import { requireCoordinator } from "../change.ts";
import { type Clock, startClock } from "../clock.ts";
import { isSetUp, openTabs, type Tabs } from "../tabs.ts";
import { noteToday } from "../today.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** The spreadsheet, its tabs, the settings as typed, the log, and the board made of them. */
export type Reading = {
  readonly book: Spreadsheet;
  readonly tabs: Tabs;
  readonly typed: TypedSettings;
  /** The log from its header row on. */
  readonly log: Grid;
  readonly board: Board;
};

/** Reads every tab that holds data, and the log. */
export function readWorkflow(book: Spreadsheet, clock = startClock()): Reading {
  return readGathered(book, gatherLiveGrids(book), clock);
}

/** Reads the workbook for one who may edit the register, and notes the day for the formulas; throws for all others. */
export function readAsCoordinator(book: Spreadsheet, clock: Clock): Reading {
  const reading = readWorkflow(book, clock);
  requireCoordinator(book, reading.tabs.need(UNITS_TAB.title));
  noteToday(reading.tabs, reading.board.records.grids.settings, clock);
  return reading;
}

/** Reads every tab that holds data, and the log; nothing before the first set-up has made all tabs. */
export function findWorkflow(book: Spreadsheet, clock: Clock): Reading | undefined {
  const gathered = gatherLiveGrids(book);
  const isKnown = gathered !== undefined && readTabIds(readTypedSettings(gathered.settings)).size > 0;
  return isKnown || isSetUp(book) ? readGathered(book, gathered, clock) : undefined;
}

function readGathered(book: Spreadsheet, gathered: AllGrids | undefined, clock: Clock): Reading {
  const tabs = openTabs(book, gathered?.settings);
  const grids = gathered ?? readAllGrids(tabs);
  const board = makeBoard(readRecords(grids), grids, clock.moment());
  return { book, tabs, typed: readTypedSettings(grids.settings), log: grids.log, board };
}

/** Reads again what the units reported, and which of them are approved. */
export function readAgain({ book, tabs, board }: Reading): {
  readonly reported: ReadonlyMap<string, Reported>;
  readonly approved: ReadonlySet<string>;
} {
  const { data, hamlets, log } = gatherGrids(book) ?? readAllGrids(tabs);
  return {
    reported: readReported(data, hamlets),
    approved: approvedUnits(decisionsOf(readLog(log), board.records.commune.year)),
  };
}
