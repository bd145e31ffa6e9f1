/**
 * Mails of reports, each by the name of the wish to send it. One that is about to go out is noted whole, so that after a
 * cut it is known that nobody knows whether it went; of one that went out, name and time are remembered.
 */
import { type LoggedReport, parseFields } from "../../workbook/workflow/report-log.ts";

const SENT = "report.sent";
const SENDING = "report.sending.";

/** So many mails are remembered; a call that arrives twice does so at once. */
const MOST_REMEMBERED = 40;

/** A mail that is about to go out, and all that the log's line about it needs. */
export type Sending = Pick<LoggedReport, "time" | "year" | "digest"> & {
  /** Names the wish. */
  readonly id: string;
  readonly report: string;
  readonly subject: string;
  /** Which report in which files to whom. */
  readonly words: string;
  /** True: it went out for certain, and only its line is missing. */
  readonly sent: boolean;
};

function readAll(): readonly (readonly [string, string])[] {
  const text = PropertiesService.getDocumentProperties().getProperty(SENT) ?? "";
  return text.split("|").flatMap((entry): readonly (readonly [string, string])[] => {
    const [id, time] = entry.split("=");
    return id && time ? [[id, time]] : [];
  });
}

/** Reads when a mail went out; nothing: it did not, or nobody knows. */
export function readSentTime(id: string): string | undefined {
  return readAll().find(([known]) => known === id)?.[1];
}

/** Notes that a mail went out and that the log has its line. */
export function settleSent({ id, time }: Sending): void {
  const entries = [...readAll().filter(([known]) => known !== id), [id, time]];
  const text = entries
    .slice(-MOST_REMEMBERED)
    .map((entry) => entry.join("="))
    .join("|");
  PropertiesService.getDocumentProperties().setProperty(SENT, text);
  forgetSending(id);
}

/** Notes a mail before it goes out. */
export function noteSending(sending: Sending): void {
  PropertiesService.getDocumentProperties().setProperty(`${SENDING}${sending.id}`, JSON.stringify(sending));
}

/** Forgets a mail that did not go out. */
export function forgetSending(id: string): void {
  PropertiesService.getDocumentProperties().deleteProperty(`${SENDING}${id}`);
}

/** Lists the mails that were about to go out and are not settled; what cannot be read is passed over. */
export function listSendings(): readonly Sending[] {
  const properties = PropertiesService.getDocumentProperties();
  return properties
    .getKeys()
    .filter((key) => key.startsWith(SENDING))
    .flatMap((key) => parseSending(properties.getProperty(key) ?? ""));
}

function parseSending(text: string): readonly Sending[] {
  const fields = parseFields(text);
  const [id, report, time, digest, subject, words] = (
    ["id", "report", "time", "digest", "subject", "words"] as const
  ).map((key) => String(fields[key] ?? ""));
  if (!id || !report || !time) return [];
  const year = Number(fields["year"]);
  return [
    {
      id,
      report,
      time,
      year,
      digest: digest ?? "",
      subject: subject ?? "",
      words: words ?? "",
      sent: fields["sent"] === true,
    },
  ];
}
