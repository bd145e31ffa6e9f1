/** The daily trigger: one for each coordinator at most. Needs the user's leave for `script.scriptapp`. */
import { openBook } from "../book.ts";

type Trigger = GoogleAppsScript.Script.Trigger;

/** What the trigger calls: a global of the pushed file. */
const HANDLER = "sendReminders";

/** The hour, in Vietnam, at which mails go out. */
const HOUR = 7;
const TIME_ZONE = "Asia/Ho_Chi_Minh";

/** The document's property with the ids of the triggers that were made here, joined by `|`. */
const KEY = "reminders.triggers";

function readNotedIds(): readonly string[] {
  const text = PropertiesService.getDocumentProperties().getProperty(KEY) ?? "";
  return text.split("|").filter((id) => id !== "");
}

function noteIds(ids: readonly string[]): void {
  PropertiesService.getDocumentProperties().setProperty(KEY, ids.join("|"));
}

/**
 * Finds the user's triggers of this document. A project's triggers are those of all the user's documents, and a
 * document's may lack those of the clock: so each one's id is noted in the document that it was made in.
 */
function ownTriggers(): readonly Trigger[] {
  const daily = ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === HANDLER);
  if (daily.length === 0) return [];
  const here = ScriptApp.getUserTriggers(openBook()).map((trigger) => trigger.getUniqueId());
  const own = new Set([...readNotedIds(), ...here]);
  return daily.filter((trigger) => own.has(trigger.getUniqueId()));
}

/** Tells whether the user's daily trigger is there. */
export function isReminding(): boolean {
  return ownTriggers().length > 0;
}

/** Makes the daily trigger where there is none; tells whether it is new. Doubled ones go away. */
export function startReminding(): boolean {
  const [first, ...doubled] = ownTriggers();
  removeTriggers(doubled);
  if (first) return false;
  const made = ScriptApp.newTrigger(HANDLER).timeBased().everyDays(1).atHour(HOUR).inTimezone(TIME_ZONE).create();
  noteIds([...readNotedIds(), made.getUniqueId()]);
  return true;
}

/** Takes the daily trigger away. */
export function stopReminding(): void {
  removeTriggers(ownTriggers());
}

function removeTriggers(triggers: readonly Trigger[]): void {
  if (triggers.length === 0) return;
  const gone = new Set(triggers.map((trigger) => trigger.getUniqueId()));
  for (const trigger of triggers) ScriptApp.deleteTrigger(trigger);
  noteIds(readNotedIds().filter((id) => !gone.has(id)));
}
