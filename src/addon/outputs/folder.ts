/** The add-on's own folder in the user's Drive: made once, found by its noted id, made again where it is gone. */
import type { Settings } from "../../core/commune.ts";
import { folderName } from "../../workbook/workflow/report-name.ts";
import { markOf } from "../reminders/sent.ts";
import { readMailbox } from "../workflow/who.ts";
import {
  describeFile,
  driveFiles,
  FOLDER,
  findStanding,
  parseStored,
  STORED_FIELDS,
  type Stored,
  showStored,
} from "./drive.ts";

/** Each user has a folder of their own: `drive.file` shows nobody another's. */
function keyOf(mailbox: string): string {
  return `report.folder.${mailbox === "" ? "" : markOf(mailbox)}`;
}

/**
 * Returns the user's folder. One that was deleted or lies in the bin, or is another person's, is left as it is, and a new
 * one made. Throws Drive's error where Drive does not answer: an outage is no reason for a second folder.
 */
export function openFolder(settings: Settings): Stored {
  const key = keyOf(readMailbox());
  const properties = PropertiesService.getDocumentProperties();
  const noted = parseStored(properties.getProperty(key));
  if (noted && findStanding(noted.id) === "own") return noted;
  const { id } = describeFile(driveFiles().create({ name: folderName(settings), mimeType: FOLDER }));
  // Fields can be asked for only of what is made with content: the folder's address takes a call of its own.
  const folder = describeFile(driveFiles().get(id, STORED_FIELDS));
  properties.setProperty(key, showStored(folder));
  return folder;
}

/** Returns the folder that is noted, without asking Drive. */
export function notedFolder(): Stored | undefined {
  return parseStored(PropertiesService.getDocumentProperties().getProperty(keyOf(readMailbox())));
}
