/** On which days reminders go out, and who gets which mail. */
import { describe, expect, it } from "vitest";
import {
  currentRound,
  DEFAULT_REMINDER_DAYS,
  groupByMailbox,
  isGivenUp,
  isReminderDay,
  nextRound,
  type Reminded,
  roundDays,
} from "../../../src/core/workflow/reminder.ts";

const LAST = "2026-11-14";
const ROUNDS = roundDays(LAST, [30, 14, 7, 1]);

describe("the rounds", () => {
  it("are 30, 14, 7 and 1 days before the last on-time day, then weekly from the day after it, for eight weeks", () => {
    expect(ROUNDS.slice(0, 6)).toEqual([
      "2026-10-15",
      "2026-10-31",
      "2026-11-07",
      "2026-11-13",
      "2026-11-15",
      "2026-11-22",
    ]);
    expect(ROUNDS).toHaveLength(4 + 8);
  });

  it.each([
    ["2026-10-14", undefined],
    ["2026-10-15", "2026-10-15"],
    ["2026-10-21", "2026-10-15"],
    ["2026-10-22", undefined],
    ["2026-11-14", "2026-11-13"],
    ["2026-11-15", "2026-11-15"],
    ["2027-01-30", undefined],
  ])("of %s is %s: what a quota left goes out within a week", (today, round) => {
    expect(currentRound(ROUNDS, today, "2026-01-01")).toBe(round);
  });

  it("are at 30, 14, 7 and 1 days where nothing else is set", () => {
    expect(DEFAULT_REMINDER_DAYS).toEqual([30, 14, 7, 1]);
  });

  it.each([
    [-1, false],
    [0, true],
    [1, true],
    [365, true],
    [366, false],
    [1.5, false],
    [Number.NaN, false],
  ])("can begin %d days before the last on-time day: %s", (days, can) => {
    expect(isReminderDay(days)).toBe(can);
    expect(roundDays(LAST, [days])).toHaveLength(can ? 1 + 8 : 8);
  });

  it("end in the eighth week after the last on-time day", () => {
    expect(ROUNDS.slice(-2)).toEqual(["2026-12-27", "2027-01-03"]);
    expect(currentRound(ROUNDS, "2027-01-09", "2026-01-01")).toBe("2027-01-03");
    expect(currentRound(ROUNDS, "2027-01-10", "2026-01-01")).toBeUndefined();
    expect(nextRound(ROUNDS, "2027-01-02")).toBe("2027-01-03");
    expect(nextRound(ROUNDS, "2027-01-03")).toBeUndefined();
  });

  it("try a refused mailbox three times", () => {
    expect([0, 1, 2, 3, 4].map(isGivenUp)).toEqual([false, false, false, true, true]);
  });

  it("that began before reminders were switched on are past", () => {
    expect(currentRound(ROUNDS, "2026-11-08", "2026-11-08")).toBeUndefined();
    expect(currentRound(ROUNDS, "2026-11-08", "2026-11-07")).toBe("2026-11-07");
    expect(nextRound(ROUNDS, "2026-11-08")).toBe("2026-11-13");
  });
});

describe("mails", () => {
  const unit = (code: string, ...mailboxes: readonly string[]): Reminded => {
    return { unit: code, name: code, mailboxes, missing: [], url: "", reason: "" };
  };

  it("go to each mailbox once, about all of its units, whatever the case of its letters", () => {
    const mails = groupByMailbox([
      unit("A", "truong@xa.example"),
      unit("B", "Truong@xa.example", "b@xa.example"),
      unit("C"),
    ]);
    expect([...mails].map(([mailbox, units]) => [mailbox, ...units.map(({ unit: code }) => code)])).toEqual([
      ["truong@xa.example", "A", "B"],
      ["b@xa.example", "B"],
    ]);
  });
});
