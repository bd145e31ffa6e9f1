/** Making the report: figures → model → .docx, kept in Drive, and converted to a Google Doc there. */

import type { Settings } from "../core/commune.ts";
import type { Day } from "../core/period.ts";
import { cleanText, withoutMarks } from "../core/text.ts";
import type { ReportKind } from "../report/sections/heading.ts";
import { WorkbookFault } from "../workbook/grid.ts";
import { openBook } from "./book.ts";
import { DOCX, keepInDrive } from "./keep.ts";
import { readReportModel } from "./report-model.ts";

export type ReportRequest = {
  readonly kind: ReportKind;
  /** A template of the user's own, a .docx in base64; absent: the default. */
  readonly template?: string;
  /** The day that it bears; absent: left blank for the signing. */
  readonly date?: Day;
  /** Its number, `123`; absent: left blank for the registry. */
  readonly number?: string;
  /** Persons to be proposed for commendation, a name each; kept in no workbook. */
  readonly individuals?: readonly string[];
};

/** Where the report is, and what to know before sending it. */
export type ReportOutcome = {
  readonly fileName: string;
  readonly fileId: string;
  readonly documentId: string;
  /** True until all units are complete and approved: the report says so itself. */
  readonly draft: boolean;
  /** Why it is a draft, with how many units; empty: it is none. */
  readonly reasons: readonly string[];
};

/** The report as a file, and what to know before sending it. */
export type WrittenReport = {
  /** Without its ending. */
  readonly name: string;
  /** As Apps Script counts bytes. */
  readonly bytes: number[];
  readonly draft: boolean;
  /** Why it is a draft; empty: it is none. */
  readonly reasons: readonly string[];
};

/** Writes the report of the open workbook, and keeps it nowhere. */
export function writeReport(request: ReportRequest): WrittenReport {
  const { commune, model } = readReportModel(openBook(), request);
  const { fillReport } = loadFiller();
  const bytes = fillReport(request.template ?? loadDefaultTemplate(), model);
  return {
    name: reportName(commune.settings, request.kind),
    bytes: toSignedBytes(bytes),
    draft: model.du_thao,
    reasons: model.ly_do_du_thao,
  };
}

/** Keeps a report in Drive, and a Google Doc of it. */
export function keepReport({ name, bytes }: WrittenReport): ReturnType<typeof keepInDrive> {
  return keepInDrive(driveFiles(), name, Utilities.newBlob(bytes, DOCX, `${name}.docx`));
}

/** Makes the report of the open workbook. */
export function makeReport(request: ReportRequest): ReportOutcome {
  const written = writeReport(request);
  return { fileName: `${written.name}.docx`, ...keepReport(written), draft: written.draft, reasons: written.reasons };
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
