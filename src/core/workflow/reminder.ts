/** On which days reminders go out, and to whom. A round is one day's worth; what a quota leaves of it goes out later. */
import type { Day } from "../period.ts";
import { addDays, daysBetween } from "./deadline.ts";

export const DEFAULT_REMINDER_DAYS: readonly number[] = [30, 14, 7, 1];

/** A week, between two rounds when overdue; and how long what is left of a round may still go out. */
const WEEK = 7;

/** Rounds end so many weeks after the deadline: who has not answered by then does not read them. */
const MOST_WEEKS_OVERDUE = 8;

/** Tells whether a number can be one of days before the last on-time day. */
export function isReminderDay(days: number): boolean {
  return Number.isInteger(days) && days >= 0 && days <= 365;
}

/** Lists the days on which rounds begin, rising: before the last on-time day, then weekly from the day after it. */
export function roundDays(lastDay: Day, days: readonly number[]): readonly Day[] {
  const before = days.filter(isReminderDay).map((count) => addDays(lastDay, -count));
  const overdue = Array.from({ length: MOST_WEEKS_OVERDUE }, (_, week) => addDays(lastDay, 1 + week * WEEK));
  return [...new Set([...before, ...overdue])].sort();
}

/** Finds the round that is due: the latest that began, within a week, and not before reminders were switched on. */
export function currentRound(rounds: readonly Day[], today: Day, since: Day): Day | undefined {
  const begun = rounds.filter((day) => day <= today && day >= since);
  const last = begun[begun.length - 1];
  return last !== undefined && daysBetween(last, today) < WEEK ? last : undefined;
}

/** Finds the next day on which a round begins. */
export function nextRound(rounds: readonly Day[], today: Day): Day | undefined {
  return rounds.find((day) => day > today);
}

/** A unit that has not reported yet, as a mail speaks of it. */
export type Reminded = {
  readonly unit: string;
  readonly name: string;
  readonly mailboxes: readonly string[];
  /** What is missing, a line each. */
  readonly missing: readonly string[];
  readonly url: string;
  /** The coordinator's reason, where its report was returned. */
  readonly reason: string;
};

/** So often the daily run tries a mailbox in one round that Google refuses: then a person must see to it. */
const MOST_TRIES = 3;

/** A mailbox that Google refused, the units that it is of, and how often it was tried in the round. */
export type RefusedMailbox = {
  readonly mailbox: string;
  readonly units: readonly Pick<Reminded, "unit" | "name">[];
  readonly tries: number;
};

/** Tells whether the daily run tries a mailbox no more in this round. Another address is another mailbox. */
export function isGivenUp(tries: number): boolean {
  return tries >= MOST_TRIES;
}

/** Makes one mail for each mailbox, with all units that share it, in the order of the units. */
export function groupByMailbox(units: readonly Reminded[]): ReadonlyMap<string, readonly Reminded[]> {
  const mails = new Map<string, Reminded[]>();
  for (const unit of units) {
    for (const mailbox of new Set(unit.mailboxes.map((typed) => typed.toLowerCase()))) {
      const group = mails.get(mailbox);
      if (group) group.push(unit);
      else mails.set(mailbox, [unit]);
    }
  }
  return mails;
}
