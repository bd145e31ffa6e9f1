/** The report as the sidebar asks for it. Plain JSON. */
import type { MailedFile, ReportFile, ReportStep } from "../../core/workflow/report-steps.ts";
import type { ReportKind } from "../../report/sections/heading.ts";
import type { SidebarIssue } from "./desk.ts";

/** Addresses in Drive; empty: that file is not there. */
export type ReportLinks = Readonly<Record<ReportFile, string>>;

/** A report that was made, as the log has it. */
export type ReportListed = {
  readonly id: string;
  /** `Báo cáo năm 2026`. */
  readonly title: string;
  /** Without an ending. */
  readonly name: string;
  /** `25/11/2026 13:05`. */
  readonly time: string;
  readonly draft: boolean;
  /** `Số liệu đã đổi sau báo cáo này`; empty: they have not, or it is of another year. */
  readonly changed: string;
  readonly links: ReportLinks;
  /** `Gửi 26/11/2026 08:00: …`, a line for each mail. */
  readonly sent: readonly string[];
  /** Mails that were cut off, so that nobody knows whether they went out: what to look at, to be settled by `settleMail`. */
  readonly unsure?: readonly { readonly mail: string; readonly text: string }[];
  /** Whether there is a file that a mail could bear. */
  readonly canSend: boolean;
};

/** A report whose making was left: how far it is. */
export type ReportUnfinished = {
  readonly job: string;
  readonly name: string;
  readonly time: string;
  /** What is there and what is not. */
  readonly text: string;
  /** The step that is to be done next. */
  readonly next: ReportStep;
  /** True: some window may still be at it. */
  readonly running: boolean;
  readonly links: ReportLinks;
};

/** The commune's own template, a Google Doc. */
export type OwnTemplate = { readonly name: string; readonly url: string };

export type ReportState = {
  readonly year: number;
  readonly kinds: readonly { readonly kind: ReportKind; readonly name: string; readonly suggested: boolean }[];
  /** True: units are missing or not approved, and the report bears “DỰ THẢO”. */
  readonly draft: boolean;
  /** What a person should see to before sending it, in words. */
  readonly missing: readonly string[];
  readonly errors: readonly SidebarIssue[];
  /** False: no right to keep files in Drive; downloading works. */
  readonly drive: boolean;
  /** The folder of the reports; empty: not made yet. */
  readonly folder: string;
  readonly template: OwnTemplate | null;
  /** The latest first. */
  readonly made: readonly ReportListed[];
  readonly unfinished: readonly ReportUnfinished[];
};

export type MakeReportRequest = {
  readonly kind: ReportKind;
  /** `123`; null: left blank for the registry. */
  readonly number: string | null;
  /** `yyyy-mm-dd`; null: left blank for the signing. */
  readonly date: string | null;
  /** A template of the user's own, a .docx in base64; null: the default, or the commune's own. */
  readonly template: string | null;
  /** Persons to be proposed for commendation; they are written into the report and kept in no workbook. */
  readonly individuals?: readonly string[];
  /** True: the commune's own template, its Google Doc. */
  readonly ownTemplate: boolean;
  /** True: keep it in Drive too; the folder was opened before. */
  readonly drive: boolean;
};

/** Whether the folder is there. */
export type ReportFolder = {
  /** Where it is opened; empty: nowhere. */
  readonly url: string;
  /** Why it could not, and what to do; empty: it could. */
  readonly problem: string;
};

/** How far a report is. */
export type ReportProgress = {
  readonly job: string;
  /** The step to be asked for next; null: all is done. */
  readonly next: ReportStep | null;
  /** What is there by now. */
  readonly files: readonly ReportFile[];
  readonly links: ReportLinks;
  /** What the step could not do, what is there all the same, and what to do; empty: it could. */
  readonly problem: string;
};

export type MadeReport = ReportProgress & {
  readonly fileName: string;
  /** The .docx, for a download without Drive. */
  readonly base64: string;
  readonly draft: boolean;
  /** Why it is a draft, with how many units; empty: it is none. */
  readonly reasons: readonly string[];
};

export type JobRequest = { readonly job: string };

export type TemplateTag = { readonly tag: string; readonly text: string };

/** What a template may hold, by the place where it stands. */
export type TemplateTags = readonly { readonly place: string; readonly tags: readonly TemplateTag[] }[];

/** What the check of the commune's own template finds, a line each. */
export type TemplateCheck = { readonly faults: readonly string[] };

/** A file that a mail can bear. */
export type MailFile = {
  readonly file: MailedFile;
  readonly name: string;
  /** `182 KB`. */
  readonly size: string;
};

/** What is to be in the mail; null: as the add-on proposes. */
export type MailWish = {
  readonly report: string;
  /** As typed: parted by commas, semicolons, spaces or lines. */
  readonly to: string | null;
  readonly subject: string | null;
  readonly body: string | null;
  readonly files: readonly MailedFile[] | null;
};

/** The mail as it would go out. */
export type MailPreview = {
  readonly report: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
  /** What can go with it. */
  readonly offered: readonly MailFile[];
  readonly files: readonly MailedFile[];
  /** True: the report bears “DỰ THẢO”, and the mail needs an explicit yes. */
  readonly draft: boolean;
  /** What is doubtful, and does not hinder. */
  readonly warnings: readonly string[];
  /** What must be set right before it can go out. */
  readonly problems: readonly string[];
};

export type SendRequest = {
  /** Names this wish to send; sent once, however often it arrives. */
  readonly id: string;
  readonly report: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly files: readonly MailedFile[];
  /** The .docx in base64 where the sidebar still has it; null: it is fetched from Drive. */
  readonly docx: string | null;
  /** True: the user has said yes to sending a draft. */
  readonly draftAgreed: boolean;
};

/** What a person says who has looked: whether the mail went out. `id`: of the wish to send it. */
export type SettleRequest = { readonly id: string; readonly sent: boolean };

/** `again`: this very wish was sent before, and nothing was sent now. */
export type SentReport = { readonly time: string; readonly to: readonly string[]; readonly again: boolean };
