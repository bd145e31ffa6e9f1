/** The report as the sidebar asks for it. Plain JSON. */
import type { ReportKind } from "../../report/sections/heading.ts";
import type { SidebarIssue } from "./desk.ts";

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
};

export type MakeReportRequest = {
  readonly kind: ReportKind;
  /** `123`; null: left blank for the registry. */
  readonly number: string | null;
  /** `yyyy-mm-dd`; null: left blank for the signing. */
  readonly date: string | null;
  /** A template of the user's own, a .docx in base64; null: the default. */
  readonly template: string | null;
  /** Persons to be proposed for commendation; they are written into the report and kept in no workbook. */
  readonly individuals?: readonly string[];
  /** True: keep it in Drive too. */
  readonly drive: boolean;
};

export type MadeReport = {
  readonly fileName: string;
  /** The .docx, for a download without Drive. */
  readonly base64: string;
  readonly draft: boolean;
  /** Addresses in Drive; null: not kept there. */
  readonly links: { readonly document: string; readonly docx: string; readonly pdf: string } | null;
  /** Why it is not in Drive though it should be; empty: it is, or should not. */
  readonly problem: string;
};
