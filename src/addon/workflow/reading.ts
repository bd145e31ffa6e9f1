/** The workbook read for the workflow: a constant number of calls, whatever the number of units. */

import type { AllGrids } from "../../workbook/read/mirror.ts";
import { readTypedSettings } from "../../workbook/read/workbook.ts";
import { UNITS_TAB } from "../../workbook/schema.ts";
import type { TypedSettings } from "../../workbook/settings.ts";
import { readTabIds } from "../../workbook/tab-ids.ts";
import { type Board, makeBoard } from "../../workbook/workflow/board.ts";
import { gatherLiveGrids, type LiveGrids, readAllGrids, readRecords } from "../book.ts";
import { requireCoordinator } from "../change.ts";
import { type Clock, startClock } from "../clock.ts";
import { type DocumentNotes, readDocumentNotes } from "../noted-tabs.ts";
import { isSetUp, openTabs, type Tabs } from "../tabs.ts";
import { noteToday } from "../today.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** The spreadsheet, its tabs, what they hold, the settings as typed, and the board made of them. */
export type Reading = {
  readonly book: Spreadsheet;
  readonly tabs: Tabs;
  readonly typed: TypedSettings;
  /** All tabs from their header rows on, the log too. */
  readonly grids: AllGrids;
  readonly board: Board;
  /** What the add-on keeps in the document. */
  readonly notes: DocumentNotes;
  /** Reads all tabs again, as they stand then: the one more look of an act under the lock. */
  readonly readAgain: () => AllGrids;
};

/** Makes the board of grids that were read, and of what an act has written into them since. */
export function boardOf(grids: AllGrids, clock: Clock): Board {
  return makeBoard(readRecords(grids), grids, clock.moment());
}

/** Reads every tab that holds data, and the log. */
export function readWorkflow(book: Spreadsheet, clock = startClock()): Reading {
  const notes = readDocumentNotes();
  return readGathered(book, gatherLiveGrids(book, notes), notes, clock);
}

/** A reading for one who may edit the register, with the protections that say so. */
export type CoordinatorReading = Reading & { readonly protections: readonly Protection[] };

/** Reads the workbook for one who may edit the register, and notes the day for the formulas; throws for all others. */
export function readAsCoordinator(book: Spreadsheet, clock: Clock): CoordinatorReading {
  const reading = readWorkflow(book, clock);
  const protections = requireCoordinator(book, reading.tabs.need(UNITS_TAB.title));
  noteToday(reading.tabs, reading.board.records.grids.settings, clock);
  return { ...reading, protections };
}

/** Reads every tab that holds data, and the log; nothing before the first set-up has made all tabs. */
export function findWorkflow(book: Spreadsheet, clock: Clock): Reading | undefined {
  const notes = readDocumentNotes();
  const gathered = gatherLiveGrids(book, notes);
  const isKnown = gathered !== undefined && readTabIds(readTypedSettings(gathered.grids.settings)).size > 0;
  return isKnown || isSetUp(book) ? readGathered(book, gathered, notes, clock) : undefined;
}

function readGathered(book: Spreadsheet, live: LiveGrids | undefined, notes: DocumentNotes, clock: Clock): Reading {
  const tabs = openTabs(book, live?.grids.settings);
  const grids = live?.grids ?? readAllGrids(tabs);
  const readAgain = () => live?.readAgain() ?? readAllGrids(openTabs(book));
  return {
    book,
    tabs,
    typed: readTypedSettings(grids.settings),
    grids,
    board: boardOf(grids, clock),
    notes,
    readAgain,
  };
}
