/** Making and keeping a report at one go, for who has no sidebar to go step by step. */
import { type ReportRequest, writeReport } from "../report.ts";
import { DOCX, driveFiles } from "./drive.ts";
import { keepInDrive } from "./keep.ts";

/** Where the report is, and what to know before sending it. */
export type ReportOutcome = {
  readonly fileName: string;
  readonly fileId: string;
  readonly documentId: string;
  /** True until all units are complete and approved: the report says so itself. */
  readonly draft: boolean;
  /** Why it is a draft, with how many units; empty: it is not a draft. */
  readonly reasons: readonly string[];
};

/** Makes the report of the open workbook at one go: a .docx and a Google Doc, with as few calls as that takes. */
export function makeReport(request: ReportRequest): ReportOutcome {
  const { name, bytes, draft, reasons } = writeReport(request);
  const kept = keepInDrive(driveFiles(), name, Utilities.newBlob(bytes, DOCX, `${name}.docx`));
  return { fileName: `${name}.docx`, ...kept, draft, reasons };
}
