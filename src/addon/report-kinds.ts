/** The kinds of report by the words in which callers ask for them. */
import type { ReportKind } from "../report/sections/heading.ts";

export const REPORT_KINDS = ["year", "midterm", "final"] as const satisfies readonly ReportKind[];
