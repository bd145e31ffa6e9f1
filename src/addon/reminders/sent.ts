/** What was sent, kept in the document's properties: which round, to whom. Who is noted there gets no second mail. */
import type { Day } from "../../core/period.ts";
import { fnv64 } from "../../core/workflow/digest.ts";

const KEY = "reminders.sent";

/** The day since which reminders are on, the round that was sent last, and a mark of each mailbox that has got its mail. */
export type SentLog = { readonly since: Day; readonly round: Day; readonly marks: readonly string[] };

/** Marks are short, so that 500 mailboxes fit into one property's 9 KB. */
export function markOf(mailbox: string): string {
  return fnv64(mailbox.toLowerCase()).slice(-10);
}

/** Reads the log; an unreadable one is as none. */
export function readSent(): SentLog {
  const text = PropertiesService.getDocumentProperties().getProperty(KEY) ?? "";
  const [since = "", round = "", ...marks] = text.split("|");
  return { since, round, marks };
}

/** Keeps the log. */
export function keepSent({ since, round, marks }: SentLog): void {
  PropertiesService.getDocumentProperties().setProperty(KEY, [since, round, ...marks].join("|"));
}
