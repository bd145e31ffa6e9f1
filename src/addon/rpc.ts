/**
 * The contract between sidebar and server: each endpoint's argument and result, plain JSON both ways. From it follow the
 * types, what the server takes (`call.ts`), Google's global functions (the build writes them), the sidebar's client and
 * the reference. A refusal is a thrown error with a Vietnamese line for its reader, which reaches the sidebar's failure
 * handler as `error.message`.
 */
import type * as v from "valibot";
import {
  ActionOutcome,
  ApproveRequest,
  CellRequest,
  Checklist,
  ChecklistRequest,
  Desk,
  ReasonRequest,
  SidebarIssue,
  SubmitRequest,
} from "./rpc/desk.ts";
import { ReminderPlan, ReminderRequest, ReminderRun, SettleReminderRequest, TriggerEvent } from "./rpc/reminders.ts";
import {
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
import {
  KeptDraft,
  PreviewRequest,
  Repair,
  RepairPlanRequest,
  RepairProposal,
  Rights,
  SaveSetupRequest,
  SetupDraft,
  SetupRun,
  SetupState,
  UnitsPreview,
} from "./rpc/setup.ts";
import { fields, flag, list, Nothing, text } from "./rpc/shapes.ts";

export type * from "./rpc/desk.ts";
export type * from "./rpc/reminders.ts";
export type * from "./rpc/report.ts";
export type * from "./rpc/setup.ts";

/** What the contract says of an endpoint. */
export type Endpoint = {
  /** What it does, for its comment in `dist/Code.js` and for the reference. */
  readonly does: string;
  /** What its one parameter is called; absent: `request`, or none where it takes nothing. */
  readonly parameter?: string;
  /** Makes the schema of what it takes, at a call. */
  readonly argument: () => v.GenericSchema;
  /** Makes the schema of what it returns; the server's types follow from it, and tests hold results against it. */
  readonly result: () => v.GenericSchema;
};

/** Every endpoint of the sidebar by its name. */
export const CONTRACT = {
  getDesk: {
    does: "Returns everything for the sidebar's first paint, whoever opens it; reads only.",
    argument: Nothing,
    result: Desk,
  },
  getChecklist: {
    does: "Returns a unit's own view: {unit: code or null for the asking user's own}.",
    argument: ChecklistRequest,
    result: Checklist,
  },
  submit: {
    does: "A unit submits: {unit, digest, role, zeros}. Returns its view as it stands then, without the mailbox's other units.",
    argument: SubmitRequest,
    result: Checklist,
  },
  returnUnit: {
    does: "The coordinator gives a report back: {unit, digest, reason}.",
    argument: ReasonRequest,
    result: ActionOutcome,
  },
  approve: {
    does: "The coordinator approves: {units: [{unit, digest}]}; to be called again with those in `left`.",
    argument: ApproveRequest,
    result: ActionOutcome,
  },
  reopen: {
    does: "The coordinator opens an approved report again: {unit, digest, reason}.",
    argument: ReasonRequest,
    result: ActionOutcome,
  },
  activateCell: {
    does: "Shows a place in the spreadsheet: {sheetId, cell}.",
    parameter: "link",
    argument: CellRequest,
    result: () => fields({ tab: text() }),
  },
  listIssues: {
    does: "Lists all issues, each with its cell.",
    argument: Nothing,
    result: () => list(SidebarIssue()),
  },
  planReminders: {
    does: "Shows what reminders would be sent today; sends nothing.",
    argument: Nothing,
    result: ReminderPlan,
  },
  setReminders: {
    does: "Switches reminders: {on, days}.",
    argument: ReminderRequest,
    result: ReminderPlan,
  },
  sendReminders: {
    does: "Sends the reminders that are due. The daily trigger calls it, with its event, and the sidebar.",
    parameter: "event",
    argument: TriggerEvent,
    result: ReminderRun,
  },
  settleReminder: {
    does: "Says of a reminder that was cut off whether it went out: {mailbox, sent}. One that did not goes out with the next run.",
    argument: SettleReminderRequest,
    result: ReminderPlan,
  },
  getReportState: {
    does: "Returns what is missing before the report is sent.",
    argument: Nothing,
    result: ReportState,
  },
  openReportFolder: {
    does: "Opens the folder of the reports in Drive, or makes it.",
    argument: Nothing,
    result: ReportFolder,
  },
  makeReport: {
    does: "Writes the report, and keeps its .docx: {kind, number, date, template, ownTemplate, drive}; for a download too.",
    argument: MakeReportRequest,
    result: MadeReport,
  },
  continueReport: {
    does: "Does the next step of a report: {job}; to be called again while `next` is not null.",
    argument: JobRequest,
    result: ReportProgress,
  },
  dropReport: {
    does: "Gives a report up that was left half-way: {job}.",
    argument: JobRequest,
    result: () => fields({ message: text() }),
  },
  previewMail: {
    does: "Shows the mail that would take a report to the province: {report, to, subject, body, files}; sends nothing.",
    argument: MailWish,
    result: MailPreview,
  },
  sendReport: {
    does: "Sends a report: {id, report, to, subject, body, files, draftAgreed}; once, however often it is called.",
    argument: SendRequest,
    result: SentReport,
  },
  settleMail: {
    does: "Says of a report's mail that was cut off whether it went out: {id, sent}. One that did not can be sent again.",
    argument: SettleRequest,
    result: () => fields({ message: text() }),
  },
  makeOwnTemplate: {
    does: "Makes the commune's own template, a Google Doc.",
    argument: Nothing,
    result: OwnTemplate,
  },
  checkOwnTemplate: {
    does: "Lists what keeps the commune's own template from being filled.",
    argument: Nothing,
    result: TemplateCheck,
  },
  forgetOwnTemplate: {
    does: "Forgets the commune's own template; its file stays.",
    argument: Nothing,
    result: () => fields({ forgotten: flag() }),
  },
  listTags: {
    does: "Lists the tags that a template may hold.",
    argument: Nothing,
    result: TemplateTags,
  },
  getSetup: {
    does: "Returns what the workbook is made of, for the wizard.",
    argument: Nothing,
    result: SetupState,
  },
  previewUnits: {
    does: "Reads pasted rows of units, or proposes the standard list; writes nothing.",
    argument: PreviewRequest,
    result: UnitsPreview,
  },
  keepDraft: {
    does: "Keeps what was typed into the wizard: {settings, step, way, text, hamlets}.",
    argument: SetupDraft,
    result: KeptDraft,
  },
  saveSetup: {
    does: "Writes settings, thresholds and units; then call `setUpWorkbook` while its `left` is not zero.",
    argument: SaveSetupRequest,
    result: SetupState,
  },
  setUpWorkbook: {
    does: "Brings the workbook to what its register says; to be called again while `left` is not zero.",
    argument: Nothing,
    result: SetupRun,
  },
  getRepairPlan: {
    does: "Lists what people broke in the workbook's structure, at a glance or closely: {closely}; changes nothing.",
    argument: RepairPlanRequest,
    result: RepairProposal,
  },
  repairWorkbook: {
    does: "Mends what people broke, after a copy of the workbook was kept.",
    argument: Nothing,
    result: Repair,
  },
  showRights: {
    does: "Writes who may edit what into its tab, and counts what deviates.",
    argument: Nothing,
    result: Rights,
  },
  repairRights: {
    does: "Sets rights that deviate again.",
    argument: Nothing,
    result: Rights,
  },
} as const satisfies Readonly<Record<string, Endpoint>>;

type Contract = typeof CONTRACT;

export type EndpointName = keyof Contract;

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

/** What a caller hands to an endpoint; nothing: `undefined`. */
type Argument<Input> = undefined extends Input ? Plain<Exclude<Input, undefined>> | undefined : Plain<Input>;

/** An endpoint as its caller sees it. */
export type Call<Given, Result> = { readonly argument: Given; readonly result: Result };

/** Every endpoint as the sidebar calls it. */
export type Rpc = {
  readonly [Name in EndpointName]: Call<
    Argument<v.InferInput<ReturnType<Contract[Name]["argument"]>>>,
    Plain<v.InferOutput<ReturnType<Contract[Name]["result"]>>>
  >;
};

/** What an endpoint is given once its argument has been read. */
export type EndpointArgument<Name extends EndpointName> = v.InferOutput<ReturnType<Contract[Name]["argument"]>>;
