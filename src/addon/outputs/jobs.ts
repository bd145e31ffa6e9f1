/**
 * Reports in the making, each a property of the document: a sidebar may be closed after any step, and Google may cut any
 * step off. What is noted here is listed when the report's view is opened again, and goes on or ends from there.
 */
import type { ReportStep } from "../../core/workflow/report-steps.ts";
import { REPORT_STEPS } from "../../core/workflow/report-steps.ts";
import type { ReportKind } from "../../report/sections/heading.ts";
import { WorkbookFault } from "../../workbook/grid.ts";
import { type LoggedReport, parseFields, readFiles } from "../../workbook/workflow/report-log.ts";
import { withDocumentLock } from "../change.ts";
import { readKind } from "../report-kinds.ts";

const PREFIX = "report.job.";

/** Longer than Google lets any step run. */
const STEP_ENDS = 6.5 * 60_000;

/** A report in the making. */
export type Job = Pick<LoggedReport, "id" | "year" | "name" | "draft" | "digest" | "mark" | "files"> & {
  readonly kind: ReportKind;
  /** `25/11/2026 13:05:30`. */
  readonly started: string;
  /** The step that is to be done next. */
  readonly at: ReportStep;
  /** When that step began, in milliseconds since 1970; 0: it has not. */
  readonly since: number;
};

function readText(fields: ReturnType<typeof parseFields>, key: string): string {
  const value = fields[key];
  return typeof value === "string" ? value : "";
}

function parseJob(text: string): Job | undefined {
  const fields = parseFields(text);
  const kind = readKind(fields["kind"]);
  const at = REPORT_STEPS.find((step) => step === fields["at"]);
  if (!kind || !at) return undefined;
  return {
    id: readText(fields, "id"),
    kind,
    year: Number(fields["year"]),
    name: readText(fields, "name"),
    draft: fields["draft"] === true,
    digest: readText(fields, "digest"),
    mark: readText(fields, "mark"),
    started: readText(fields, "started"),
    files: readFiles(fields["files"]),
    at,
    since: Number(fields["since"]),
  };
}

/** Notes a report, or how far it is. */
export function noteJob(job: Job): void {
  PropertiesService.getDocumentProperties().setProperty(`${PREFIX}${job.id}`, JSON.stringify(job));
}

/** Forgets a report: the log has it. */
export function dropJob(id: string): void {
  PropertiesService.getDocumentProperties().deleteProperty(`${PREFIX}${id}`);
}

function readJob(id: string): Job {
  const text = PropertiesService.getDocumentProperties().getProperty(`${PREFIX}${id}`);
  const job = text === null ? undefined : parseJob(text);
  if (job) return job;
  throw new WorkbookFault(
    "Báo cáo này không còn dở: đã làm xong hoặc đã bỏ ở một cửa sổ khác. Hãy mở lại mục Báo cáo để xem.",
  );
}

/** Lists the reports in the making; what cannot be read is passed over. */
export function listJobs(): readonly Job[] {
  const properties = PropertiesService.getDocumentProperties();
  return properties
    .getKeys()
    .filter((key) => key.startsWith(PREFIX))
    .flatMap((key) => parseJob(properties.getProperty(key) ?? "") ?? []);
}

/** Tells whether a step of the report may still be running somewhere. */
export function isRunning({ since }: Job, now = Date.now()): boolean {
  return since > 0 && now - since < STEP_ENDS;
}

/** Takes a report for its next step, so that nobody else does the same; put back by `noteJob`. */
export function takeJob(id: string): Job {
  return withDocumentLock(() => {
    const job = readJob(id);
    if (isRunning(job)) {
      throw new WorkbookFault(
        `“${job.name}” đang được làm ở một cửa sổ khác. Hãy đợi vài phút rồi mở lại mục Báo cáo.`,
      );
    }
    const taken = { ...job, since: Date.now() };
    noteJob(taken);
    return taken;
  });
}
