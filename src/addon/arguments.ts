/** Reads what the sidebar's calls hand over, request by request; whatever is not as the contract says is refused. */
import { readDay } from "../core/period.ts";
import { UNIT_TYPES } from "../core/unit.ts";
import { MAILED_FILES, type MailedFile } from "../core/workflow/report-steps.ts";
import { type Fields, fieldsOf, flag, list, number, optional, refuse, text, texts } from "./fields.ts";
import { REPORT_KINDS } from "./report-kinds.ts";
import type { ApproveRequest, CellLink, ChecklistRequest, ReasonRequest, SubmitRequest } from "./rpc/desk.ts";
import type { ReminderRequest, SettleReminderRequest } from "./rpc/reminders.ts";
import type { JobRequest, MailWish, MakeReportRequest, SendRequest, SettleRequest } from "./rpc/report.ts";
import type { PreviewRequest, SaveSetupRequest, SetupDraft, SetupUnit } from "./rpc/setup.ts";

/** Reads whose checklist is asked for; nothing: the asking user's own. */
export function readChecklistRequest(argument: unknown): ChecklistRequest {
  return argument === null || argument === undefined
    ? { unit: null }
    : { unit: optional(fieldsOf(argument), "unit", text) };
}

/** Reads a place to go to. */
export function readCellLink(argument: unknown): CellLink {
  const fields = fieldsOf(argument);
  const beside = optional(fields, "beside", texts);
  return {
    tab: text(fields, "tab"),
    sheetId: optional(fields, "sheetId", number),
    cell: text(fields, "cell"),
    ...(beside ? { beside } : {}),
  };
}

/** Reads a submission. */
export function readSubmitRequest(argument: unknown): SubmitRequest {
  const fields = fieldsOf(argument);
  return {
    unit: text(fields, "unit"),
    digest: text(fields, "digest"),
    role: text(fields, "role"),
    zeros: texts(fields, "zeros"),
  };
}

/** Reads a return or a reopening. */
export function readReasonRequest(argument: unknown): ReasonRequest {
  const fields = fieldsOf(argument);
  return { unit: text(fields, "unit"), digest: text(fields, "digest"), reason: text(fields, "reason") };
}

/** Reads an approval of one or many; a unit that is named twice is approved once. */
export function readApproveRequest(argument: unknown): ApproveRequest {
  const units = list(fieldsOf(argument), "units", (item) => {
    const fields = fieldsOf(item, "units");
    return { unit: text(fields, "unit"), digest: text(fields, "digest") };
  });
  return { units: [...new Map(units.map((named) => [named.unit, named])).values()] };
}

/** Reads a switch of the reminders. */
export function readReminderRequest(argument: unknown): ReminderRequest {
  const fields = fieldsOf(argument);
  const days = list(fields, "days", (item) => (typeof item === "number" ? item : refuse("days", "danh sách số")));
  return { on: flag(fields, "on"), days };
}

/** Reads a wish for a report. */
export function readReportRequest(argument: unknown): MakeReportRequest {
  const fields = fieldsOf(argument);
  const kind = REPORT_KINDS.find((known) => known === fields["kind"]) ?? refuse("kind", REPORT_KINDS.join(", "));
  const typed = optional(fields, "date", text);
  const date = typed === null ? null : (readDay(typed) ?? refuse("date", "ngày có thật, ví dụ 2026-11-20"));
  const given = optional(fields, "number", text);
  if (given !== null && !/^[0-9A-Za-z]{1,10}$/.test(given))
    refuse("number", "số văn bản, chữ số và chữ cái, ví dụ 123");
  return {
    kind,
    number: given,
    date,
    template: optional(fields, "template", text),
    individuals: optional(fields, "individuals", texts) ?? [],
    ownTemplate: optional(fields, "ownTemplate", flag) ?? false,
    drive: flag(fields, "drive"),
  };
}

/** Reads which report in the making is meant. */
export function readJobRequest(argument: unknown): JobRequest {
  return { job: text(fieldsOf(argument), "job") };
}

function mailFiles(fields: Fields, key: string): readonly MailedFile[] {
  return list(
    fields,
    key,
    (item) => MAILED_FILES.find((file) => file === item) ?? refuse(key, MAILED_FILES.join(", ")),
  );
}

/** Reads a wish for a look at a mail. */
export function readMailWish(argument: unknown): MailWish {
  const fields = fieldsOf(argument);
  return {
    report: text(fields, "report"),
    to: optional(fields, "to", text),
    subject: optional(fields, "subject", text),
    body: optional(fields, "body", text),
    files: optional(fields, "files", mailFiles),
  };
}

/** Reads a wish to send a report. */
export function readSendRequest(argument: unknown): SendRequest {
  const fields = fieldsOf(argument);
  const id = text(fields, "id");
  if (!/^[\w-]{8,60}$/.test(id)) refuse("id", "tên của lần gửi, từ 8 đến 60 chữ cái và chữ số");
  return {
    id,
    report: text(fields, "report"),
    to: texts(fields, "to"),
    subject: text(fields, "subject"),
    body: text(fields, "body"),
    files: mailFiles(fields, "files"),
    docx: optional(fields, "docx", text),
    draftAgreed: flag(fields, "draftAgreed"),
  };
}

/** Reads what became of a mail. */
export function readSettleRequest(argument: unknown): SettleRequest {
  const fields = fieldsOf(argument);
  return { id: text(fields, "id"), sent: flag(fields, "sent") };
}

/** Reads what became of a reminder. */
export function readSettleReminderRequest(argument: unknown): SettleReminderRequest {
  const fields = fieldsOf(argument);
  return { mailbox: text(fields, "mailbox"), sent: flag(fields, "sent") };
}

/** Reads a wish for a preview of units. */
export function readPreviewRequest(argument: unknown): PreviewRequest {
  const fields = fieldsOf(argument);
  if (fields["kind"] === "pasted") return { kind: "pasted", text: text(fields, "text") };
  if (fields["kind"] === "standard") return { kind: "standard", hamlets: number(fields, "hamlets") };
  return refuse("kind", "pasted hoặc standard");
}

/** Reads what the wizard keeps. */
export function readDraft(argument: unknown): SetupDraft {
  const fields = fieldsOf(argument);
  const way = WAYS.find((known) => known === fields["way"]) ?? refuse("way", WAYS.join(" hoặc "));
  const step = number(fields, "step");
  if (step !== 0 && step !== 1) return refuse("step", "0 hoặc 1");
  return {
    settings: textsByName(fields, "settings"),
    step,
    way,
    text: text(fields, "text"),
    hamlets: text(fields, "hamlets"),
  };
}

const WAYS = ["pasted", "standard"] as const satisfies readonly PreviewRequest["kind"][];

function textsByName(from: Fields, key: string): Readonly<Record<string, string>> {
  const fields = fieldsOf(from[key], key);
  return Object.fromEntries(Object.keys(fields).map((name) => [name, text(fields, name)]));
}

/** Reads what the wizard saves. */
export function readSaveRequest(argument: unknown): SaveSetupRequest {
  const fields = fieldsOf(argument);
  return {
    settings: optional(fields, "settings", textsByName),
    targets: optional(fields, "targets", (from, key) =>
      list(from, key, (item) => {
        const target = fieldsOf(item, key);
        return { code: text(target, "code"), threshold: optional(target, "threshold", number) };
      }),
    ),
    units: optional(fields, "units", (from, key) => list(from, key, readUnit)),
  };
}

function readUnit(item: unknown): SetupUnit {
  const fields = fieldsOf(item, "units");
  const type = UNIT_TYPES.find((known) => known === fields["type"]) ?? refuse("type", UNIT_TYPES.join(", "));
  return { code: text(fields, "code"), name: text(fields, "name"), type, mailboxes: texts(fields, "mailboxes") };
}
