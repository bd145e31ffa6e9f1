/**
 * Which sheet is which tab, kept where no user of the spreadsheet can write: in the document's properties, by set-up and
 * repair. A tab that a unit made is never among them, whatever its title, its content and its protection say.
 */
import { parseTabIds, showTabIds, type TabIds } from "../workbook/tab-ids.ts";

const KEY = "tabs";

/** Keeps the ids of the workbook's own tabs. */
export function keepTabIds(ids: TabIds): void {
  PropertiesService.getDocumentProperties().setProperty(KEY, showTabIds(ids));
}

/** Reads the kept ids; none in a copy of a workbook until its first set-up or repair, nor on a clock without a document. */
export function readKeptTabIds(): TabIds {
  const properties: GoogleAppsScript.Properties.Properties | null = PropertiesService.getDocumentProperties();
  return parseTabIds(properties?.getProperty(KEY) ?? "");
}
