/** The small services beside the spreadsheet: locks, identity. */
import type { WorkbookModel } from "../model.ts";
import { complete, evaluateChanges, type HostContext } from "./context.ts";
import { newUser } from "./protection.ts";

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
      evaluateChanges(context);
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
