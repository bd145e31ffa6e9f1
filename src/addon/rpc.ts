/**
 * The contract between sidebar and server, types only: each endpoint's argument and result, plain JSON both ways. The
 * server's endpoints are checked against it, the sidebar calls by it. A refusal is a thrown error with a Vietnamese line
 * for its reader, which reaches the sidebar's failure handler as `error.message`.
 */
import type {
  ActionOutcome,
  ApproveRequest,
  CellLink,
  Checklist,
  ChecklistRequest,
  Desk,
  ReasonRequest,
  SidebarIssue,
  SubmitRequest,
} from "./rpc/desk.ts";
import type { ReminderPlan, ReminderRequest, ReminderRun, SettleReminderRequest } from "./rpc/reminders.ts";
import type {
  JobRequest,
  MadeReport,
  MailPreview,
  MailWish,
  MakeReportRequest,
  OwnTemplate,
  ReportFolder,
  ReportProgress,
  ReportState,
  SendRequest,
  SentReport,
  SettleRequest,
  TemplateCheck,
  TemplateTags,
} from "./rpc/report.ts";
import type {
  KeptDraft,
  PreviewRequest,
  Repair,
  RepairProposal,
  Rights,
  SaveSetupRequest,
  SetupDraft,
  SetupRun,
  SetupState,
  UnitsPreview,
} from "./rpc/setup.ts";

export type * from "./rpc/desk.ts";
export type * from "./rpc/reminders.ts";
export type * from "./rpc/report.ts";
export type * from "./rpc/setup.ts";

/** An endpoint: what it is given (nothing: `undefined`) and what it returns. */
export type Call<Argument, Result> = { readonly argument: Argument; readonly result: Result };

/**
 * A value as `google.script.run` hands it over: a Date, a function or `undefined` anywhere in it turns the place where it
 * stands into `never`, so that nothing fits there and the slip does not compile.
 */
export type Plain<Value> = Value extends string | number | boolean | null
  ? Value
  : Value extends Date | ((...args: never) => unknown) | undefined
    ? never
    : Value extends readonly (infer Item)[]
      ? readonly Plain<Item>[]
      : Value extends object
        ? { readonly [Key in keyof Value]: Plain<Value[Key]> }
        : never;

type PlainCalls<Calls extends Readonly<Record<string, Call<unknown, unknown>>>> = {
  readonly [Name in keyof Calls]: Call<
    undefined extends Calls[Name]["argument"] ? undefined : Plain<Calls[Name]["argument"]>,
    Plain<Calls[Name]["result"]>
  >;
};

/** Every endpoint of the sidebar by its name. */
export type Rpc = PlainCalls<{
  /** Everything for the first paint, whoever asks; read-only. */
  getDesk: Call<undefined, Desk>;
  /** One unit's own view; `unit` null: the asking user's own. */
  getChecklist: Call<ChecklistRequest, Checklist>;
  /** The unit's own act; returns its view as it stands then, without `others`, which it does not change. */
  submit: Call<SubmitRequest, Checklist>;
  returnUnit: Call<ReasonRequest, ActionOutcome>;
  /** May leave units for want of time: call again with those in `left`. */
  approve: Call<ApproveRequest, ActionOutcome>;
  reopen: Call<ReasonRequest, ActionOutcome>;
  /** Shows a place in the spreadsheet: opens its tab and chooses its cell. */
  activateCell: Call<CellLink, { readonly tab: string }>;
  listIssues: Call<undefined, readonly SidebarIssue[]>;
  /** What would be sent today; sends nothing. */
  planReminders: Call<undefined, ReminderPlan>;
  setReminders: Call<ReminderRequest, ReminderPlan>;
  /** What the daily trigger runs; from the sidebar: sends now what is due. */
  sendReminders: Call<undefined, ReminderRun>;
  /** Says of a reminder that was cut off whether it went out; one that did not goes out with the next run. */
  settleReminder: Call<SettleReminderRequest, ReminderPlan>;
  getReportState: Call<undefined, ReportState>;
  /** The first step of a report that is kept in Drive. */
  openReportFolder: Call<undefined, ReportFolder>;
  /** Writes it, and keeps its .docx; then call `continueReport` while there is a next step. */
  makeReport: Call<MakeReportRequest, MadeReport>;
  continueReport: Call<JobRequest, ReportProgress>;
  /** Gives a report up that was left half-way. */
  dropReport: Call<JobRequest, { readonly message: string }>;
  /** Shows the mail that would take a report to the province; sends nothing. */
  previewMail: Call<MailWish, MailPreview>;
  sendReport: Call<SendRequest, SentReport>;
  /** Says of a mail that was cut off whether it went out; one that did not can be sent again. */
  settleMail: Call<SettleRequest, { readonly message: string }>;
  makeOwnTemplate: Call<undefined, OwnTemplate>;
  checkOwnTemplate: Call<undefined, TemplateCheck>;
  forgetOwnTemplate: Call<undefined, { readonly forgotten: boolean }>;
  listTags: Call<undefined, TemplateTags>;
  getSetup: Call<undefined, SetupState>;
  /** Reads pasted rows or makes the standard list; writes nothing. */
  previewUnits: Call<PreviewRequest, UnitsPreview>;
  /** Keeps what the wizard was told until the workbook is made. */
  keepDraft: Call<SetupDraft, KeptDraft>;
  /** Writes settings, thresholds and register; then call `setUpWorkbook` while `left` > 0. */
  saveSetup: Call<SaveSetupRequest, SetupState>;
  setUpWorkbook: Call<undefined, SetupRun>;
  getRepairPlan: Call<undefined, RepairProposal>;
  mendWorkbook: Call<undefined, Repair>;
  showRights: Call<undefined, Rights>;
  mendRights: Call<undefined, Rights>;
}>;

export type EndpointName = keyof Rpc;

/** What the server implements: arguments come from outside, so they are unknown until they are checked. */
export type Endpoints = { readonly [Name in EndpointName]: (argument?: unknown) => Rpc[Name]["result"] };
