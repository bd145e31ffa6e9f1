/** Making the report: figures → model → .docx, kept in Drive, and converted to a Google Doc there. */

import type { Settings } from "../core/commune.ts";
import { computeScorecard } from "../core/scorecard.ts";
import { cleanText, withoutMarks } from "../core/text.ts";
import { buildReportModel } from "../report/model.ts";
import { WorkbookFault } from "../workbook/grid.ts";
import { openBook, readBook } from "./book.ts";
import { DOCX, keepInDrive } from "./keep.ts";

export const REPORT_KINDS = ["year", "midterm", "final"] as const;

export type ReportKind = (typeof REPORT_KINDS)[number];

export type ReportRequest = {
  readonly kind: ReportKind;
  /** A template of the user's own, a .docx in base64; absent: the default. */
  readonly template?: string;
};

/** Where the report is, and what to know before sending it. */
export type ReportOutcome = {
  readonly fileName: string;
  readonly fileId: string;
  readonly documentId: string;
  /** True while units are missing: the report says so itself. */
  readonly draft: boolean;
};

/** Makes the report of the open workbook. */
export function makeReport(request: ReportRequest): ReportOutcome {
  const { commune } = readBook(openBook());
  const model = buildReportModel(commune, computeScorecard(commune), { kind: request.kind });
  const { fillReport } = loadFiller();
  const bytes = fillReport(request.template ?? loadDefaultTemplate(), model);
  const name = reportName(commune.settings, request.kind);
  const blob = Utilities.newBlob(toSignedBytes(bytes), DOCX, `${name}.docx`);
  return { fileName: `${name}.docx`, ...keepInDrive(driveFiles(), name, blob), draft: model.du_thao };
}

/** docxtemplater and the template are loaded when a report is made, and never for a formula or a menu. */
function loadFiller(): typeof import("../report/fill.ts") {
  return require("../report/fill.ts");
}

function loadDefaultTemplate(): string {
  const loaded: typeof import("virtual:default-template") = require("virtual:default-template");
  return loaded.default;
}

function driveFiles(): GoogleAppsScript.Drive_v3.Drive.V3.Collection.FilesCollection {
  const files = typeof Drive === "undefined" ? undefined : Drive.Files;
  if (!files)
    throw new WorkbookFault("Chưa bật dịch vụ Drive của dự án, nên chưa lưu được báo cáo. Hãy báo người cài đặt.");
  return files;
}

/** Apps Script takes bytes as numbers from −128 to 127. */
function toSignedBytes(bytes: Uint8Array): number[] {
  return Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte));
}

const KIND_NAMES: Readonly<Record<ReportKind, string>> = { year: "nam", midterm: "so-ket", final: "tong-ket" };

/** Names the report's file: `BC-2282-nam-2026-xa-Vinh-Phong`. */
function reportName(settings: Settings, kind: ReportKind): string {
  const commune = withoutMarks(cleanText(`${settings.kind} ${settings.name}`));
  const place = commune.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return ["BC-2282", KIND_NAMES[kind], settings.year, place].join("-");
}
