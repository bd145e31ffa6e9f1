/** The services beside the spreadsheet: blobs, Drive, locks, identity, logging. */
import { randomUUID } from "node:crypto";
import type { WorkbookModel } from "../model.ts";
import { complete, fail, type HostContext, settle } from "./context.ts";
import { newUser } from "./protection.ts";

type Blob = GoogleAppsScript.Base.Blob;
type Files = GoogleAppsScript.Drive_v3.Drive.V3.Collection.FilesCollection;
type DriveFile = GoogleAppsScript.Drive_v3.Drive.V3.Schema.File;

const blobs = new WeakMap<object, Uint8Array>();

/** Makes Utilities: blobs of bytes as Apps Script counts them, −128 to 127. */
export function newUtilities(context: HostContext): GoogleAppsScript.Utilities.Utilities {
  return complete<GoogleAppsScript.Utilities.Utilities>(context, "Utilities", {
    base64Encode(data: number[] | string) {
      const bytes = typeof data === "string" ? Buffer.from(data, "utf8") : data.map((byte) => byte & 0xff);
      return Buffer.from(bytes).toString("base64");
    },
    newBlob(data: number[] | string, contentType?: string, name?: string) {
      if (typeof data === "string")
        return fail(context, "not implemented in the offline host: Utilities.newBlob of text");
      if (data.some((byte) => !Number.isInteger(byte) || byte < -128 || byte > 127)) {
        return fail(context, "Cannot convert Array to (class)[]: bytes must be from -128 to 127.");
      }
      const blob = complete<Blob>(context, "Blob", {
        getBytes: () => [...data],
        getContentType: () => contentType ?? null,
        getName: () => name ?? null,
      });
      blobs.set(
        blob,
        Uint8Array.from(data, (byte) => byte & 0xff),
      );
      return blob;
    },
  });
}

/** Makes the advanced Drive service; its files stay in memory for the host to write out. */
export function newDrive(context: HostContext): GoogleAppsScript.Drive {
  const files = complete<Files>(context, "Drive.Files", {
    create(resource: DriveFile, media?: Blob) {
      const bytes = media && blobs.get(media);
      if (!bytes) return fail(context, "API call to drive.files.create failed with error: a media blob was expected.");
      const file = { id: randomUUID(), name: resource.name ?? "", mimeType: resource.mimeType ?? "", bytes };
      context.files.push(file);
      return { id: file.id, name: file.name, mimeType: file.mimeType };
    },
  });
  return complete<GoogleAppsScript.Drive>(context, "Drive", { Files: files });
}

/** Who holds the lock of a workbook: all that have it open share one. */
const holders = new WeakMap<WorkbookModel, HostContext>();

/** Releases what an execution holds when it ends, however it ended. */
export function releaseLocks(context: HostContext): void {
  if (holders.get(context.workbook) === context) holders.delete(context.workbook);
}

/** Makes LockService. One process runs one script at a time here, so a lock is free whenever it is not held. */
export function newLockService(context: HostContext): GoogleAppsScript.Lock.LockService {
  const { workbook } = context;
  const lock = complete<GoogleAppsScript.Lock.Lock>(context, "Lock", {
    tryLock() {
      if (holders.has(workbook)) return false;
      holders.set(workbook, context);
      return true;
    },
    releaseLock() {
      settle(context);
      releaseLocks(context);
    },
  });
  return complete<GoogleAppsScript.Lock.LockService>(context, "LockService", { getDocumentLock: () => lock });
}

/** Makes Session for the person who runs the script. */
export function newSession(context: HostContext): GoogleAppsScript.Base.Session {
  return complete<GoogleAppsScript.Base.Session>(context, "Session", {
    getEffectiveUser: () => newUser(context, context.user),
  });
}
