/**
 * Which sheet is which tab, kept where no user of the spreadsheet can write: in the document's properties, by set-up and
 * repair. A tab that a unit made is never among them, whatever its title, its content and its protection say.
 */
import { parseTabIds, showTabIds, type TabIds } from "../workbook/tab-ids.ts";

const KEY = "tabs";

/** All that the add-on keeps in the document, read at once for an act that needs several of its notes. */
export type DocumentNotes = {
  readonly read: (key: string) => string | null;
  /** Where the act keeps further notes; null: on a clock without a document. */
  readonly store: GoogleAppsScript.Properties.Properties | null;
};

/** Reads all notes of the document: two calls. */
export function readDocumentNotes(): DocumentNotes {
  const store: GoogleAppsScript.Properties.Properties | null = PropertiesService.getDocumentProperties();
  const kept = new Map(Object.entries(store?.getProperties() ?? {}));
  return { read: (key) => kept.get(key) ?? null, store };
}

/** Finds the kept ids among the document's notes. */
export function findKeptTabIds({ read }: Pick<DocumentNotes, "read">): TabIds {
  return parseTabIds(read(KEY) ?? "");
}

/** Keeps the ids of the workbook's own tabs. */
export function keepTabIds(ids: TabIds): void {
  PropertiesService.getDocumentProperties().setProperty(KEY, showTabIds(ids));
}

/** Reads the kept ids; none in a copy of a workbook until its first set-up or repair, nor on a clock without a document. */
export function readKeptTabIds(): TabIds {
  const properties: GoogleAppsScript.Properties.Properties | null = PropertiesService.getDocumentProperties();
  return parseTabIds(properties?.getProperty(KEY) ?? "");
}
