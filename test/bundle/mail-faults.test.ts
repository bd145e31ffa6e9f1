/**
 * Mails under faults: whichever call fails, or is the last before an execution is cut off, nobody gets two mails, nothing
 * counts as sent that was not, and each mail has its line in the log.
 */

import { type OpenWorkbook, openWorkbook } from "gas-offline";
import { describe, expect, it } from "vitest";
import type { SendRequest } from "../../src/addon/rpc.ts";
import { FAULTS, listEffects, runWithFault } from "./faults.ts";
import { COORDINATOR, callAs, HAMLET, makeOffice, OFFICE, STATION } from "./office.ts";
import { bundle, messageOf } from "./opened.ts";
import { logLines, makeWhole, withPdf } from "./reports.ts";

const DAY = 86_400_000;
const dayFromNow = (days: number) => new Date(Date.now() + 7 * 3_600_000 + days * DAY).toISOString().slice(0, 10);

const UNIT_OF: Readonly<Record<string, string>> = { [OFFICE]: "VP", [STATION]: "TYT", [HAMLET]: "AP1" };

describe("a round of reminders in which one call fails or is the last", () => {
  const prepared = makeOffice(dayFromNow(8));
  callAs(openWorkbook(prepared, bundle, COORDINATOR), "setReminders", { on: true, days: [7] });
  const start = () => openWorkbook(structuredClone(prepared), bundle, COORDINATOR);
  const measured = start();
  const effects = listEffects(measured, "MailApp.getRemainingDailyQuota", () => callAs(measured, "sendReminders"));

  it.each(FAULTS)("(%s its effect) mails nobody twice, marks nobody unmailed, and has a line for each mail", (kind) => {
    expect(effects.length).toBeGreaterThan(20);
    for (const number of effects) {
      const first = start();
      runWithFault(first, number, kind, () => callAs(first, "sendReminders"));
      const second = openWorkbook(first.workbook, bundle, COORDINATOR);
      callAs(second, "sendReminders");
      const mails = () => [...first.context.mails, ...second.context.mails].map(({ to }) => to);
      const mailsTo = (mailbox: string) => mails().filter((to) => to === mailbox).length;
      const told = logLines(second).filter(([, , , action]) => action === "Nhắc việc");
      const plan = callAs(second, "planReminders");
      const unsure = (plan.unsure ?? []).map(({ mailbox }) => mailbox);
      const seen = plan.mails.map(({ mailbox, sent }) => {
        const lines = told.filter(([, , unit]) => unit === UNIT_OF[mailbox]).length;
        const known = sent ? "sent" : unsure.includes(mailbox) ? "unsure" : "not sent";
        return { number, mailbox, mails: mailsTo(mailbox), lines, known };
      });
      for (const one of seen) {
        if (one.known === "unsure") expect(one).toMatchObject({ mails: expect.toBeOneOf([0, 1]), lines: 1 });
        else expect(one).toEqual({ ...one, mails: 1, lines: 1, known: "sent" });
      }
      // A summary is sent, or the sidebar says that nobody knows.
      const isTold = mailsTo(COORDINATOR) > 0 || plan.problem.startsWith("Chưa rõ thư tóm tắt");
      expect({ number, isTold }).toEqual({ number, isTold: true });
      // At most the mail at which it was cut off is left to a person, whose word brings everybody one mail.
      expect(unsure.length).toBeLessThanOrEqual(1);
      for (const mailbox of unsure) callAs(second, "settleReminder", { mailbox, sent: mailsTo(mailbox) === 1 });
      callAs(second, "sendReminders");
      expect(Object.keys(UNIT_OF).map(mailsTo)).toEqual([1, 1, 1]);
    }
  });
});

describe("a mail with a report in which one call fails or is the last", () => {
  const prepared = makeOffice();
  const maker = withPdf(openWorkbook(prepared, bundle, COORDINATOR));
  const { made } = makeWhole(maker);
  const request: SendRequest = {
    id: "lan-gui-0001",
    report: made.job,
    to: ["vanthu@snv.example"],
    subject: "Báo cáo năm 2026",
    body: "Kính gửi",
    files: ["docx"],
    docx: made.base64,
    draftAgreed: true,
  };
  const start = () => openWorkbook(structuredClone(prepared), bundle, COORDINATOR);
  const send = (open: OpenWorkbook, id = request.id) => callAs(open, "sendReport", { ...request, id });
  const measured = start();
  const effects = listEffects(measured, "MailApp.getRemainingDailyQuota", () => send(measured));

  it.each(FAULTS)(
    "(%s its effect) counts as sent only where it went, and is sent again only at a person's word",
    (kind) => {
      for (const number of effects) {
        const first = start();
        runWithFault(first, number, kind, () => send(first));
        const second = openWorkbook(first.workbook, bundle, COORDINATOR);
        const mails = () => [...first.context.mails, ...second.context.mails].length;
        const went = mails();
        const told = messageOf(() => {
          throw new Error(send(second).again ? "sent before" : "sent now");
        });
        if (told.startsWith("Chưa rõ thư")) {
          expect(told).toContain("xem mục Đã gửi");
          expect(messageOf(() => send(second, "lan-gui-0002"))).toBe(told);
          const [listed] = callAs(second, "getReportState").made;
          expect([listed?.sent, listed?.unsure]).toEqual([[], [{ mail: request.id, text: told }]]);
          expect(mails()).toBe(went);
          callAs(second, "settleMail", { id: request.id, sent: went === 1 });
          if (went === 0) expect(send(second).again).toBe(false);
        } else expect({ number, told }).toEqual({ number, told: went === 1 ? "sent before" : "sent now" });
        expect({ number, mails: mails() }).toEqual({ number, mails: 1 });
        expect(logLines(second).filter(([, , , action]) => action === "Gửi báo cáo")).toHaveLength(1);
        const [listed] = callAs(second, "getReportState").made;
        expect([listed?.sent.length, listed?.unsure]).toEqual([1, []]);
        expect(send(second).again).toBe(true);
        expect(mails()).toBe(1);
      }
    },
  );
});
