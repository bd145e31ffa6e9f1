/** The kinds of report: the words in which callers ask for them, and their names for users. */
import type { ReportKind } from "../report/sections/heading.ts";

export const REPORT_KINDS = ["year", "midterm", "final"] as const satisfies readonly ReportKind[];

export const KIND_NAMES: Readonly<Record<ReportKind, string>> = {
  year: "Báo cáo năm",
  midterm: "Báo cáo sơ kết",
  final: "Báo cáo tổng kết",
};

/** Reads a kind, or undefined if there is no such kind. */
export function readKind(value: unknown): ReportKind | undefined {
  return REPORT_KINDS.find((kind) => kind === value);
}
