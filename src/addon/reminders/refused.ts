/** Mailboxes that Google refused in the last round, until they are set right: told at the desk, in the plan and by mail. */
import type { RefusedMailbox, Reminded } from "../../core/workflow/reminder.ts";
import { groupByMailbox } from "../../core/workflow/reminder.ts";
import type { Board } from "../../workbook/workflow/board.ts";
import { listReminded, sayRefused } from "../../workbook/workflow/reminded.ts";
import { markOf, readSent, type SentLog } from "./sent.ts";

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

/** Says for the desk which mailboxes were refused, of units that have not reported yet, and what to do; empty: none. */
export function sayRefusedMailboxes(board: Board): string {
  const sent = readSent();
  return sent.refused.size === 0 ? "" : sayRefused(findRefused(groupByMailbox(listReminded(board, "")), sent));
}
