/** What is said of mailboxes that Google refuses. */
import { describe, expect, it } from "vitest";
import { sayRefusedMailboxes, sayTries } from "../../../src/workbook/workflow/reminded.ts";

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
