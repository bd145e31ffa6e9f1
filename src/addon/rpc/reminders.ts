/** Reminders as the sidebar shows and switches them. Plain JSON. */
import type { CellLink } from "./desk.ts";

/** A mail to one role mailbox, about all of its units. */
export type ReminderMail = {
  readonly mailbox: string;
  readonly units: readonly string[];
  readonly subject: string;
  readonly body: string;
  /** True: this round's mail has gone out already. */
  readonly sent: boolean;
  /** True: nobody knows whether it has, and it waits for a person's word. */
  readonly unsure?: boolean;
};

export type ReminderPlan = {
  readonly on: boolean;
  /** Days before the last on-time day, falling: 30, 14, 7, 1. When overdue: weekly. */
  readonly days: readonly number[];
  /** The day of the round that is due today, `dd/mm/yyyy`; empty: none is. */
  readonly round: string;
  /** The next day on which a round begins; empty: none. */
  readonly next: string;
  /** What the current round (or, without one, a round today) sends. */
  readonly mails: readonly ReminderMail[];
  /** Mailboxes that Google has refused in this round or the last one, each with what is tried next and its cell. */
  readonly refused: readonly { readonly mailbox: string; readonly text: string; readonly link: CellLink }[];
  /** Mails that were cut off in this round, each with its units: a person says by `settleReminder` what became of them. */
  readonly unsure?: readonly { readonly mailbox: string; readonly text: string }[];
  /** Units that have not submitted and have no mailbox. */
  readonly unreachable: readonly { readonly unit: string; readonly name: string }[];
  /** Mails that may still be sent today; null: not known for want of permission. */
  readonly quota: number | null;
  /** What keeps reminders from working, in words; empty: nothing. */
  readonly problem: string;
};

export type ReminderRequest = { readonly on: boolean; readonly days: readonly number[] };

/** What a person says who has looked: whether the mail to a mailbox went out. */
export type SettleReminderRequest = { readonly mailbox: string; readonly sent: boolean };

export type ReminderRun = {
  readonly sent: number;
  /** Left for tomorrow. */
  readonly left: number;
  /** Mailboxes that Google refused. */
  readonly failed: readonly string[];
  /** Why nothing, or not all, was sent; empty: nothing kept it. */
  readonly problem: string;
};
