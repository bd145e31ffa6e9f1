/** The add-on's own folder in the user's Drive: made once, found by its noted id, made anew where it is gone. */
import type { Settings } from "../../core/commune.ts";
import { folderName } from "../../workbook/workflow/report-name.ts";
import { markOf } from "../reminders/sent.ts";
import { readMailbox } from "../workflow/who.ts";
import { driveFiles, FOLDER, isNotFound } from "./drive.ts";

/** Each user has a folder of their own: `drive.file` shows nobody another's. */
function keyOf(mailbox: string): string {
  return `report.folder.${mailbox === "" ? "" : markOf(mailbox)}`;
}

/**
 * Returns the id of the user's folder. One that was deleted or lies in the bin, or is another person's, is left as it is,
 * and a new one made. Throws Drive's error where Drive does not answer: an outage is no reason for a second folder.
 */
export function openFolder(settings: Settings): string {
  const key = keyOf(readMailbox());
  const properties = PropertiesService.getDocumentProperties();
  const noted = properties.getProperty(key);
  if (noted !== null && isUsable(noted)) return noted;
  const { id } = driveFiles().create({ name: folderName(settings), mimeType: FOLDER });
  if (!id) throw new Error("Drive made a folder and gave no id");
  properties.setProperty(key, id);
  return id;
}

function isUsable(id: string): boolean {
  try {
    const { trashed, ownedByMe } = driveFiles().get(id, { fields: "id,trashed,ownedByMe" });
    return trashed !== true && ownedByMe !== false;
  } catch (thrown) {
    if (isNotFound(thrown)) return false;
    throw thrown;
  }
}

/** Returns the noted id without asking Drive; empty: none is noted. */
export function notedFolder(): string {
  return PropertiesService.getDocumentProperties().getProperty(keyOf(readMailbox())) ?? "";
}
