/** Mailboxes that Google refused in the last round, and mails of which nobody knows whether they went: told everywhere. */
import type { RefusedMailbox, Reminded } from "../../core/workflow/reminder.ts";
import { groupByMailbox } from "../../core/workflow/reminder.ts";
import type { Board } from "../../workbook/workflow/board.ts";
import {
  listReminded,
  sayRefusedMailboxes,
  sayUnsureReminders,
  type UnsureMail,
} from "../../workbook/workflow/reminded.ts";
import { markOf, type SentLog, type Unsure } from "./sent.ts";

/** Finds those of the mails' mailboxes that were refused: one that was corrected is another, and not among them. */
export function findRefused(
  mails: ReadonlyMap<string, readonly Reminded[]>,
  { refused }: SentLog,
): readonly RefusedMailbox[] {
  return [...mails].flatMap(([mailbox, units]): readonly RefusedMailbox[] => {
    const tries = refused.get(markOf(mailbox));
    return tries === undefined ? [] : [{ mailbox, units, tries }];
  });
}

/** Finds the mails that were cut off, of units that are still to be reminded. */
export function findUnsureMailboxes(
  mails: ReadonlyMap<string, readonly Reminded[]>,
  unsure: readonly Unsure[],
): readonly UnsureMail[] {
  const marks = new Set(unsure.map(({ mark }) => mark));
  return [...mails].flatMap(([mailbox, units]) => (marks.has(markOf(mailbox)) ? [{ mailbox, units }] : []));
}

/** Says for the desk which mailboxes of units that have not reported yet want a person, and what to do; empty: none. */
export function sayOpenMailboxes(board: Board, sent: SentLog): string {
  if (sent.refused.size === 0 && sent.unsure.length === 0) return "";
  const mails = groupByMailbox(listReminded(board, ""));
  const texts = [
    sayRefusedMailboxes(findRefused(mails, sent)),
    sayUnsureReminders(findUnsureMailboxes(mails, sent.unsure)),
  ];
  return texts.filter((text) => text !== "").join(" ");
}
