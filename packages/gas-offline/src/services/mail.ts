/** MailApp: mails are kept, for a person or a test to look at, and nothing is sent. Quota and limits hold. */
import { bytesOf } from "./blobs.ts";
import { complete, fail, type HostContext } from "./context.ts";
import type { SentFile } from "./script-outputs.ts";

type MailApp = GoogleAppsScript.Mail.MailApp;

/** Recipients of a day, for an account of one's own at Google. */
export const DAILY_QUOTA = 100;

/** Recipients of one message, bytes of its text, the files attached to it, and the bytes of all of them. */
const MOST_RECIPIENTS = 50;
const LONGEST_BODY = 200 * 1024;
const MOST_FILES = 250;
const MOST_ATTACHED = 25 * 1024 * 1024;

const MAILBOX = /^[^\s@,]+@[^\s@,]+$/;

function readFiles(context: HostContext, given: unknown): readonly SentFile[] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) return fail(context, "Invalid argument: attachments");
  return given.map((blob: GoogleAppsScript.Base.Blob) => {
    const bytes = bytesOf(blob);
    if (!bytes) return fail(context, "Invalid argument: attachments");
    return { name: blob.getName() ?? "", mimeType: blob.getContentType() ?? "", bytes };
  });
}

/** Makes MailApp. */
export function newMailApp(context: HostContext): MailApp {
  return complete<MailApp>(context, "MailApp", {
    getRemainingDailyQuota: () => context.mailQuota,
    sendEmail(...given: unknown[]) {
      const [message] = given;
      if (given.length !== 1 || typeof message !== "object" || message === null)
        return fail(context, "not implemented in the offline host: MailApp.sendEmail but with one message");
      const read = (key: string): string => {
        const part: unknown = Reflect.get(message, key);
        return typeof part === "string" ? part : "";
      };
      const to = read("to");
      const mailboxes = to.split(",").map((mailbox) => mailbox.trim());
      const wrong = mailboxes.find((mailbox) => !MAILBOX.test(mailbox));
      if (wrong !== undefined) return fail(context, `Invalid email: ${wrong}`);
      const attachments = readFiles(context, Reflect.get(message, "attachments"));
      if (mailboxes.length > MOST_RECIPIENTS) return fail(context, "Limit Exceeded: Email Recipients Per Message.");
      if ([read("body"), read("htmlBody")].some((text) => Buffer.byteLength(text, "utf8") > LONGEST_BODY))
        return fail(context, "Limit Exceeded: Email Body Size.");
      if (attachments.length > MOST_FILES) return fail(context, "Limit Exceeded: Email Attachments Per Message.");
      if (attachments.reduce((sum, { bytes }) => sum + bytes.length, 0) > MOST_ATTACHED)
        return fail(context, "Limit Exceeded: Email Total Attachments Size.");
      if (context.noMail !== undefined) return fail(context, context.noMail);
      if (context.mailQuota < mailboxes.length)
        return fail(context, "Service invoked too many times for one day: email.");
      context.mails.push({ to, subject: read("subject"), body: read("body"), attachments });
      context.mailQuota -= mailboxes.length;
    },
  });
}
