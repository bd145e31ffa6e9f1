/** What scripts leave with the host, to be looked at: mails, daily runs, files; and what Drive is asked. Types only. */

/** A file that goes with a mail. */
export type SentFile = { readonly name: string; readonly mimeType: string; readonly bytes: Uint8Array };

/** A mail that the script sent. `to`: one mailbox, or several parted by commas. */
export type SentMail = {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly attachments: readonly SentFile[];
};

/** A trigger that fires once a day, as its maker. `document`: the id of the workbook that it was made in. */
export type DailyTrigger = {
  readonly id: string;
  readonly document: string;
  readonly handler: string;
  readonly user: string;
  readonly hour: number;
  readonly zone: string;
};

/** A file that the advanced Drive service was given. */
export type StoredFile = {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
};

/** A call of Drive, as a test sees it before it takes effect. */
export type DriveCall = {
  readonly method: "create" | "copy" | "get" | "update" | "export";
  /** The name or the id of what it is about. */
  readonly about: string;
  /** The type of the file to make or to export. */
  readonly mimeType: string;
};
