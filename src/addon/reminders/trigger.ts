/** The daily trigger: one for each coordinator at most. Needs the user's leave for `script.scriptapp`. */

/** What the trigger calls: a global of the pushed file. */
const HANDLER = "sendReminders";

/** The hour, in Vietnam, at which mails go out. */
const HOUR = 7;
const TIME_ZONE = "Asia/Ho_Chi_Minh";

function ownTriggers(): readonly GoogleAppsScript.Script.Trigger[] {
  return ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === HANDLER);
}

/** Tells whether the user's daily trigger is there. */
export function isReminding(): boolean {
  return ownTriggers().length > 0;
}

/** Makes the daily trigger where there is none; tells whether it is new. Doubled ones go away. */
export function startReminding(): boolean {
  const [first, ...doubled] = ownTriggers();
  for (const trigger of doubled) ScriptApp.deleteTrigger(trigger);
  if (first) return false;
  ScriptApp.newTrigger(HANDLER).timeBased().everyDays(1).atHour(HOUR).inTimezone(TIME_ZONE).create();
  return true;
}

/** Takes the daily trigger away. */
export function stopReminding(): void {
  for (const trigger of ownTriggers()) ScriptApp.deleteTrigger(trigger);
}
