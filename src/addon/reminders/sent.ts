/** What was sent, kept in the document's properties: which round, to whom. Who is noted there gets no second mail. */
import type { Day } from "../../core/period.ts";
import { fnv64 } from "../../core/workflow/digest.ts";

const KEY = "reminders.sent";

/**
 * The day since which reminders are on, the round that was sent last, a mark of each mailbox that has got its mail, and how
 * often Google has refused each mailbox in that round, by its mark.
 */
export type SentLog = {
  readonly since: Day;
  readonly round: Day;
  readonly marks: readonly string[];
  readonly refused: ReadonlyMap<string, number>;
};

/** What tells a refusal from a mark, in the property: `!<times>:<mark>`. */
const REFUSED = "!";

/** Marks are short, so that 500 mailboxes fit into one property's 9 KB. */
export function markOf(mailbox: string): string {
  return fnv64(mailbox.toLowerCase()).slice(-10);
}

/** Reads the log; an unreadable one is as none. */
export function readSent(): SentLog {
  const text = PropertiesService.getDocumentProperties().getProperty(KEY) ?? "";
  const [since = "", round = "", ...noted] = text.split("|");
  const refused = noted.flatMap((part): readonly (readonly [string, number])[] => {
    const [, times, mark] = /^!(\d+):(\w+)$/.exec(part) ?? [];
    return times === undefined || mark === undefined ? [] : [[mark, Number(times)]];
  });
  return { since, round, marks: noted.filter((part) => !part.startsWith(REFUSED)), refused: new Map(refused) };
}

/** Keeps the log. */
export function keepSent({ since, round, marks, refused }: SentLog): void {
  const refusals = [...refused].map(([mark, times]) => `${REFUSED}${times}:${mark}`);
  PropertiesService.getDocumentProperties().setProperty(KEY, [since, round, ...marks, ...refusals].join("|"));
}
