/** What was sent, kept in the document's properties: which round, to whom. Who is noted there gets no second mail. */
import type { Day } from "../../core/period.ts";
import { fnv64 } from "../../core/workflow/digest.ts";
import { type DocumentNotes, readDocumentNotes } from "../noted-tabs.ts";

const KEY = "reminders.sent";

/** A mail that was about to go out: until it is settled nobody knows whether it went. */
export type Unsure = { readonly mark: string; readonly units: readonly string[] };

/** The day since which reminders are on, and the round that was sent last with what became of its mails. */
export type SentLog = {
  readonly since: Day;
  readonly round: Day;
  /** A mark of each mailbox that has got its mail. */
  readonly marks: readonly string[];
  readonly unsure: readonly Unsure[];
  /** How often Google has refused each mailbox in that round, by its mark. */
  readonly refused: ReadonlyMap<string, number>;
  /** How many mails the coordinator has got no summary of; null: no summary is due. */
  readonly untold: number | null;
  /** True: a summary was about to go out, and nobody knows whether it went. */
  readonly isTelling: boolean;
};

/** Marks are short, so that 500 mailboxes fit into one property's 9 KB. */
export function markOf(mailbox: string): string {
  return fnv64(mailbox.toLowerCase()).slice(-10);
}

/** What tells other notes from marks in the property: `!<times>:<mark>`, `?<mark>:<unit>,<unit>`, `#<untold>`, `~`. */
const TELLING = "~";
const OTHER_NOTE = /^[!?#~]/;

/** Reads the log among the document's notes, or as it stands now; an unreadable one is as none. */
export function readSentLog({ read }: DocumentNotes = readDocumentNotes()): SentLog {
  const text = read(KEY) ?? "";
  const [since = "", round = "", ...noted] = text.split("|");
  const refused = noted.flatMap((part): readonly (readonly [string, number])[] => {
    const [, times, mark] = /^!(\d+):(\w+)$/.exec(part) ?? [];
    return times === undefined || mark === undefined ? [] : [[mark, Number(times)]];
  });
  const unsure = noted.flatMap((part): readonly Unsure[] => {
    const [, mark, units] = /^\?(\w+):(.*)$/.exec(part) ?? [];
    return mark === undefined || units === undefined ? [] : [{ mark, units: units.split(",").map(decodeURIComponent) }];
  });
  const untold = noted.find((part) => /^#\d+$/.test(part));
  return {
    since,
    round,
    marks: noted.filter((part) => !OTHER_NOTE.test(part)),
    unsure,
    refused: new Map(refused),
    untold: untold === undefined ? null : Number(untold.slice(1)),
    isTelling: noted.includes(TELLING),
  };
}

/** Keeps the log. */
export function keepSent({ since, round, marks, unsure, refused, untold, isTelling }: SentLog): void {
  const notes = [
    ...unsure.map(({ mark, units }) => `?${mark}:${units.map(encodeURIComponent).join(",")}`),
    ...[...refused].map(([mark, times]) => `!${times}:${mark}`),
    ...(untold === null ? [] : [`#${untold}`]),
    ...(isTelling ? [TELLING] : []),
  ];
  PropertiesService.getDocumentProperties().setProperty(KEY, [since, round, ...marks, ...notes].join("|"));
}
