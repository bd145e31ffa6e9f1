/** Reminders as the sidebar shows and switches them. Plain JSON. */
import * as v from "valibot";
import { CellLink } from "./desk.ts";
import { fields, flag, list, number, sentList, text, texts } from "./shapes.ts";

/** A mail to one role mailbox, about all of its units. */
export function ReminderMail() {
  return fields({
    mailbox: text(),
    units: texts(),
    subject: text(),
    body: text(),
    /** True: this round's mail has gone out already. */
    sent: flag(),
    /** True: nobody knows whether it has, and it waits for a person's word. */
    unsure: v.exactOptional(flag()),
  });
}
export type ReminderMail = v.InferOutput<ReturnType<typeof ReminderMail>>;

export function ReminderPlan() {
  return fields({
    on: flag(),
    /** Days before the last on-time day, falling: 30, 14, 7, 1. When overdue: weekly. */
    days: list(number()),
    /** The day of the round that is due today, `dd/mm/yyyy`; empty: none is. */
    round: text(),
    /** The next day on which a round begins; empty: none. */
    next: text(),
    /** What the current round (or, without one, a round today) sends. */
    mails: list(ReminderMail()),
    /** Mailboxes that Google has refused in this round or the last one, each with what is tried next and its cell. */
    refused: list(fields({ mailbox: text(), text: text(), link: CellLink() })),
    /** Mails that were cut off in this round, each with its units: a person says by `settleReminder` what became of them. */
    unsure: v.exactOptional(list(fields({ mailbox: text(), text: text() }))),
    /** Units that have not submitted and have no mailbox. */
    unreachable: list(fields({ unit: text(), name: text() })),
    /** Mails that may still be sent today; null: not known for want of permission. */
    quota: v.nullable(number()),
    /** What keeps reminders from working, in words; empty: nothing. */
    problem: text(),
  });
}
export type ReminderPlan = v.InferOutput<ReturnType<typeof ReminderPlan>>;

export function ReminderRequest() {
  return fields({ on: flag(), days: sentList(number("danh sách số")) });
}
export type ReminderRequest = v.InferOutput<ReturnType<typeof ReminderRequest>>;

/** What a person says who has looked: whether the mail to a mailbox went out. */
export function SettleReminderRequest() {
  return fields({ mailbox: text(), sent: flag() });
}
export type SettleReminderRequest = v.InferOutput<ReturnType<typeof SettleReminderRequest>>;

export function ReminderRun() {
  return fields({
    sent: number(),
    /** Left for tomorrow. */
    left: number(),
    /** Mailboxes that Google refused. */
    failed: texts(),
    /** Why nothing, or not all, was sent; empty: nothing kept it. */
    problem: text(),
  });
}
export type ReminderRun = v.InferOutput<ReturnType<typeof ReminderRun>>;

/** What the daily trigger hands over; the sidebar hands over nothing. */
export function TriggerEvent() {
  return v.pipe(
    v.custom<undefined>(() => true),
    v.transform((event: undefined): unknown => event),
  );
}
