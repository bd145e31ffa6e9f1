/** MailApp: mails are kept, for a person or a test to look at, and nothing is sent. The daily quota holds. */
import { complete, fail, type HostContext } from "./context.ts";

type MailApp = GoogleAppsScript.Mail.MailApp;

/** A mail that the script sent. */
export type SentMail = { readonly to: string; readonly subject: string; readonly body: string };

/** Recipients of a day, for an account of one's own at Google. */
export const DAILY_QUOTA = 100;

const MAILBOX = /^[^\s@,]+@[^\s@,]+$/;

/** Makes MailApp. */
export function newMailApp(context: HostContext): MailApp {
  return complete<MailApp>(context, "MailApp", {
    getRemainingDailyQuota: () => context.mailQuota,
    sendEmail(...given: unknown[]) {
      const [message] = given;
      const read = (key: string): string => {
        const part: unknown = typeof message === "object" && message !== null ? Reflect.get(message, key) : undefined;
        return typeof part === "string" ? part : "";
      };
      if (given.length !== 1 || typeof message !== "object")
        return fail(context, "not implemented in the offline host: MailApp.sendEmail but with one message");
      const to = read("to");
      if (!MAILBOX.test(to)) return fail(context, `Invalid email: ${to}`);
      if (context.mailQuota < 1) return fail(context, "Service invoked too many times for one day: email.");
      context.mailQuota--;
      context.mails.push({ to, subject: read("subject"), body: read("body") });
    },
  });
}
