/** The small services beside the spreadsheet: locks, identity. */
import type { WorkbookModel } from "../model.ts";
import { complete, evaluateChanges, fail, type HostContext } from "./context.ts";
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
  const tryLock = (): boolean => {
    const holder = holders.get(workbook);
    // Whoever has the lock has it.
    if (holder !== undefined && holder !== context) return false;
    holders.set(workbook, context);
    return true;
  };
  const lock = complete<GoogleAppsScript.Lock.Lock>(context, "Lock", {
    tryLock,
    waitLock() {
      if (!tryLock()) fail(context, "Lock timeout: another process was holding the lock for too long.");
    },
    hasLock: () => holders.get(workbook) === context,
    releaseLock() {
      evaluateChanges(context);
      releaseLocks(context);
    },
  });
  return complete<GoogleAppsScript.Lock.LockService>(context, "LockService", {
    // The types promise a lock, but outside a document Google returns null.
    getDocumentLock: () => (context.hasActiveDocument ? lock : (null as unknown as typeof lock)),
  });
}

/** Makes Session for the person who runs the script. */
export function newSession(context: HostContext): GoogleAppsScript.Base.Session {
  return complete<GoogleAppsScript.Base.Session>(context, "Session", {
    getEffectiveUser: () => newUser(context, context.user),
    /** Simple triggers do not learn who it is. */
    getActiveUser: () => newUser(context, context.mode === "FULL" ? context.user : ""),
    getScriptTimeZone: () => context.workbook.timeZone,
  });
}
