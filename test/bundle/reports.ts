/** A coordinator who makes reports, for tests: the steps one after another, and what is in Drive and in the log then. */

import { type DriveEntry, driveOf, type OpenWorkbook, openWorkbook, type WorkbookModel } from "gas-offline";
import type { MadeReport, MakeReportRequest, ReportProgress } from "../../src/addon/rpc.ts";
import { sheetOf } from "./desk.ts";
import { callAs } from "./office.ts";
import { bundle } from "./opened.ts";

/** A PDF as far as the tests look into it. */
export const PDF_BYTES = new TextEncoder().encode("%PDF-1.7 thử");

/** Lets a workbook's Drive make PDFs and give addresses, as Google's does. */
export function withPdf(open: OpenWorkbook): OpenWorkbook {
  Object.assign(open.context, { toPdf: () => PDF_BYTES, driveHasLinks: true });
  return open;
}

export const REQUEST: MakeReportRequest = {
  kind: "year",
  number: null,
  date: null,
  template: null,
  individuals: [],
  ownTemplate: false,
  drive: true,
};

/** Goes on with a report until nothing is left to do; returns what each step came to. */
export function finish(open: OpenWorkbook, begun: ReportProgress): readonly ReportProgress[] {
  const steps: ReportProgress[] = [];
  for (let last = begun; last.next !== null; ) {
    last = callAs(open, "continueReport", { job: last.job });
    steps.push(last);
  }
  return steps;
}

/** Makes a report with all its steps. */
export function makeWhole(
  open: OpenWorkbook,
  request: Partial<MakeReportRequest> = {},
): { readonly made: MadeReport; readonly steps: readonly ReportProgress[] } {
  if (request.drive !== false) callAs(open, "openReportFolder");
  const made = callAs(open, "makeReport", { ...REQUEST, ...request });
  return { made, steps: finish(open, made) };
}

/** Lists what is in Drive and not in its bin. */
export function inDrive({ workbook }: OpenWorkbook): readonly DriveEntry[] {
  return [...driveOf(workbook).values()].filter(({ trashed }) => !trashed);
}

export function namesInDrive(open: OpenWorkbook): readonly string[] {
  return inDrive(open).map(({ name }) => name);
}

/** Lists the log's lines: time, role, unit, action, reason. */
export function logLines(open: OpenWorkbook): readonly (readonly string[])[] {
  return sheetOf(open, "Nhật ký")
    .cells.slice(5)
    .map((line) => [1, 2, 3, 4, 5].map((column) => String(line?.[column]?.value ?? "")))
    .filter((line) => line.some((text) => text !== ""));
}

/** Lets Drive refuse the calls that match. */
export function breakDrive(
  open: OpenWorkbook,
  matches: (call: { readonly method: string; readonly about: string; readonly mimeType: string }) => boolean,
  words = "Internal Error",
): void {
  Object.assign(open.context, {
    driveFault: (call: Parameters<typeof matches>[0]) => (matches(call) ? words : undefined),
  });
}

/** Lets Drive work again. */
export function repairDrive(open: OpenWorkbook): void {
  Object.assign(open.context, { driveFault: () => undefined });
}

/** Opens a workbook as a second coordinator, who may edit everything but one tab. */
export function coordinatorBut(workbook: WorkbookModel, tab = ""): OpenWorkbook {
  const second = "pho@xa.example";
  workbook.editors.push(second);
  for (const { name, protections } of workbook.sheets)
    if (name !== tab) for (const protection of protections) protection.editors.push(second);
  return openWorkbook(workbook, bundle, second);
}
