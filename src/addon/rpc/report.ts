/** The report as the sidebar asks for it. Plain JSON. */
import * as v from "valibot";
import { readDay } from "../../core/period.ts";
import { MAILED_FILES, REPORT_FILES, REPORT_STEPS } from "../../core/workflow/report-steps.ts";
import { REPORT_KINDS } from "../report-kinds.ts";
import { SidebarIssue } from "./desk.ts";
import { choice, fields, flag, list, number, orNull, sentList, sentTexts, text, texts } from "./shapes.ts";

/** Addresses in Drive; empty: that file is not there. */
export function ReportLinks() {
  return fields({ docx: text(), document: text(), pdf: text() });
}
export type ReportLinks = v.InferOutput<ReturnType<typeof ReportLinks>>;

/** A report that was made, as the log has it. */
export function ReportListed() {
  return fields({
    id: text(),
    /** `Báo cáo năm 2026`. */
    title: text(),
    /** Without an ending. */
    name: text(),
    /** `25/11/2026 13:05`. */
    time: text(),
    draft: flag(),
    /** `Số liệu đã đổi sau báo cáo này`; empty: they have not, or it is of another year. */
    changed: text(),
    links: ReportLinks(),
    /** `Gửi 26/11/2026 08:00: …`, a line for each mail. */
    sent: texts(),
    /** Mails that were cut off, so that nobody knows whether they went out: what to look at, to be settled by `settleMail`. */
    unsure: v.exactOptional(list(fields({ mail: text(), text: text() }))),
    /** Whether there is a file that a mail could bear. */
    canSend: flag(),
  });
}
export type ReportListed = v.InferOutput<ReturnType<typeof ReportListed>>;

/** A report whose making was left: how far it is. */
export function ReportUnfinished() {
  return fields({
    job: text(),
    name: text(),
    time: text(),
    /** What is there and what is not. */
    text: text(),
    /** The step that is to be done next. */
    next: choice(REPORT_STEPS),
    /** True: some window may still be at it. */
    running: flag(),
    links: ReportLinks(),
  });
}
export type ReportUnfinished = v.InferOutput<ReturnType<typeof ReportUnfinished>>;

/** The commune's own template, a Google Doc. */
export function OwnTemplate() {
  return fields({ name: text(), url: text() });
}
export type OwnTemplate = v.InferOutput<ReturnType<typeof OwnTemplate>>;

export function ReportState() {
  return fields({
    year: number(),
    kinds: list(fields({ kind: choice(REPORT_KINDS), name: text(), suggested: flag() })),
    /** True: units are missing or not approved, and the report bears “DỰ THẢO”. */
    draft: flag(),
    /** What a person should see to before sending it, in words. */
    missing: texts(),
    errors: list(SidebarIssue()),
    /** False: no right to keep files in Drive; downloading works. */
    drive: flag(),
    /** The folder of the reports; empty: not made yet. */
    folder: text(),
    template: v.nullable(OwnTemplate()),
    /** The latest first. */
    made: list(ReportListed()),
    unfinished: list(ReportUnfinished()),
  });
}
export type ReportState = v.InferOutput<ReturnType<typeof ReportState>>;

export function MakeReportRequest() {
  return fields({
    kind: choice(REPORT_KINDS),
    /** `123`; null: left blank for the registry. */
    number: orNull(v.pipe(text(), v.regex(/^[0-9A-Za-z]{1,10}$/, "số văn bản, chữ số và chữ cái, ví dụ 123"))),
    /** `yyyy-mm-dd`; null: left blank for the signing. */
    date: orNull(
      v.pipe(
        text(),
        v.transform((date: string) => readDay(date)),
        text("ngày có thật, ví dụ 2026-11-20"),
      ),
    ),
    /** A template of the user's own, a .docx in base64; null: the default, or the commune's own. */
    template: orNull(text()),
    /** Persons to be proposed for commendation; they are written into the report and kept in no workbook. */
    individuals: v.nullish(sentTexts(), []),
    /** True: the commune's own template, its Google Doc. */
    ownTemplate: v.nullish(flag(), false),
    /** True: keep it in Drive too; the folder was opened before. */
    drive: flag(),
  });
}
export type MakeReportRequest = v.InferOutput<ReturnType<typeof MakeReportRequest>>;

/** Whether the folder is there. */
export function ReportFolder() {
  return fields({
    /** Where it is opened; empty: nowhere. */
    url: text(),
    /** Why it could not, and what to do; empty: it could. */
    problem: text(),
  });
}
export type ReportFolder = v.InferOutput<ReturnType<typeof ReportFolder>>;

function progress() {
  return {
    job: text(),
    /** The step to be asked for next; null: all is done. */
    next: v.nullable(choice(REPORT_STEPS)),
    /** What is there by now. */
    files: list(choice(REPORT_FILES)),
    links: ReportLinks(),
    /** What the step could not do, what is there all the same, and what to do; empty: it could. */
    problem: text(),
  };
}

/** How far a report is. */
export function ReportProgress() {
  return fields(progress());
}
export type ReportProgress = v.InferOutput<ReturnType<typeof ReportProgress>>;

export function MadeReport() {
  return fields({
    ...progress(),
    fileName: text(),
    /** The .docx, for a download without Drive. */
    base64: text(),
    draft: flag(),
    /** Why it is a draft, with how many units; empty: it is not a draft. */
    reasons: texts(),
  });
}
export type MadeReport = v.InferOutput<ReturnType<typeof MadeReport>>;

export function JobRequest() {
  return fields({ job: text() });
}
export type JobRequest = v.InferOutput<ReturnType<typeof JobRequest>>;

export function TemplateTag() {
  return fields({ tag: text(), text: text() });
}
export type TemplateTag = v.InferOutput<ReturnType<typeof TemplateTag>>;

/** What a template may hold, by the place where it stands. */
export function TemplateTags() {
  return list(fields({ place: text(), tags: list(TemplateTag()) }));
}
export type TemplateTags = v.InferOutput<ReturnType<typeof TemplateTags>>;

/** What the check of the commune's own template finds, a line each. */
export function TemplateCheck() {
  return fields({ faults: texts() });
}
export type TemplateCheck = v.InferOutput<ReturnType<typeof TemplateCheck>>;

/** A file that a mail can bear. */
export function MailFile() {
  return fields({
    file: choice(MAILED_FILES),
    name: text(),
    /** `182 KB`. */
    size: text(),
  });
}
export type MailFile = v.InferOutput<ReturnType<typeof MailFile>>;

/** What is to be in the mail; null: as the add-on proposes. */
export function MailWish() {
  return fields({
    report: text(),
    /** As typed: parted by commas, semicolons, spaces or lines. */
    to: orNull(text()),
    subject: orNull(text()),
    body: orNull(text()),
    files: orNull(sentList(choice(MAILED_FILES))),
  });
}
export type MailWish = v.InferOutput<ReturnType<typeof MailWish>>;

/** The mail as it would go out. */
export function MailPreview() {
  return fields({
    report: text(),
    to: texts(),
    subject: text(),
    body: text(),
    /** What can go with it. */
    offered: list(MailFile()),
    files: list(choice(MAILED_FILES)),
    /** True: the report bears “DỰ THẢO”, and the mail needs an explicit yes. */
    draft: flag(),
    /** What is doubtful, and does not hinder. */
    warnings: texts(),
    /** What must be set right before it can go out. */
    problems: texts(),
  });
}
export type MailPreview = v.InferOutput<ReturnType<typeof MailPreview>>;

export function SendRequest() {
  return fields({
    /** Names this wish to send; sent once, however often it arrives. */
    id: v.pipe(text(), v.regex(/^[\w-]{8,60}$/, "tên của lần gửi, từ 8 đến 60 chữ cái và chữ số")),
    report: text(),
    to: sentTexts(),
    subject: text(),
    body: text(),
    files: sentList(choice(MAILED_FILES)),
    /** The .docx in base64 where the sidebar still has it; null: it is fetched from Drive. */
    docx: orNull(text()),
    /** True: the user has said yes to sending a draft. */
    draftAgreed: flag(),
  });
}
export type SendRequest = v.InferOutput<ReturnType<typeof SendRequest>>;

/** What a person says who has looked: whether the mail went out. `id`: of the wish to send it. */
export function SettleRequest() {
  return fields({ id: text(), sent: flag() });
}
export type SettleRequest = v.InferOutput<ReturnType<typeof SettleRequest>>;

/** `again`: this very wish was sent before, and nothing was sent now. */
export function SentReport() {
  return fields({ time: text(), to: texts(), again: flag() });
}
export type SentReport = v.InferOutput<ReturnType<typeof SentReport>>;
