/** What is said of mailboxes that Google refuses. */
import { describe, expect, it } from "vitest";
import {
  sayRefusedMailboxes,
  sayTries,
  sayUnsureReminders,
  sayWhose,
} from "../../../src/workbook/workflow/reminded.ts";

const refused = (mailbox: string, tries = 1) => ({
  mailbox,
  tries,
  units: [{ unit: mailbox.toUpperCase(), name: `Đơn vị ${mailbox}` }],
});

describe("refused mailboxes", () => {
  it("are not spoken of where there are none", () => {
    expect(sayRefusedMailboxes([])).toBe("");
  });

  it("are named with their units, the first three, and how many others there are", () => {
    expect(sayRefusedMailboxes(["a", "b", "c", "d", "e"].map((mailbox) => refused(mailbox)))).toMatch(
      /^Google không nhận thư nhắc tới 5 hộp thư: a \(Đơn vị a \(A\)\); b \(Đơn vị b \(B\)\); c \(Đơn vị c \(C\)\); và 2 hộp thư khác\. Hãy hỏi lại đơn vị/,
    );
  });

  it("are said to be tried again until the third time", () => {
    expect([1, 2, 3].map((tries) => sayTries(refused("a", tries)))).toEqual([
      "Đơn vị a (A): đã thử 1 lần, lần chạy sau thử lại",
      "Đơn vị a (A): đã thử 2 lần, lần chạy sau thử lại",
      "Đơn vị a (A): đã thử 3 lần, đợt này sổ không tự thử nữa",
    ]);
  });
});

describe("mails that were cut off", () => {
  it("are not spoken of where there are none", () => {
    expect(sayUnsureReminders([])).toBe("");
  });

  it("are all named with their units, and what to do", () => {
    expect(sayUnsureReminders(["a", "b", "c", "d"].map((mailbox) => refused(mailbox)))).toMatch(
      /^Chưa rõ thư nhắc tới 4 hộp thư .*: a \(Đơn vị a \(A\)\); b \(.*\); c \(.*\); d \(Đơn vị d \(D\)\)\. Hãy mở Gmail/,
    );
  });

  it("are those of all units that share the mailbox", () => {
    const units = [
      { unit: "A", name: "Đơn vị a" },
      { unit: "B", name: "Đơn vị b" },
    ];
    expect(sayWhose({ mailbox: "a", units })).toBe("Đơn vị a (A), Đơn vị b (B)");
  });
});

describe("three refused mailboxes", () => {
  it("are all named", () => {
    const said = sayRefusedMailboxes(["a", "b", "c"].map((mailbox) => refused(mailbox)));
    expect(said).toContain("; c (Đơn vị c (C)). ");
    expect(said).not.toContain("khác");
  });
});
