/** A table whose shape is being repaired: its grid as it will be, the steps so far, what they repair. */
import type { PlanStep } from "../plan.ts";
import { type Finding, finding } from "./finding.ts";

/** What is being repaired. */
export type TableDraft = {
  rows: number;
  columns: number;
  readonly grid: unknown[][];
  readonly findings: Finding[];
  readonly steps: PlanStep[];
  readonly name: string;
};

/** Adds a finding of something that the steps put right. */
export function add(
  { findings, name }: TableDraft,
  code: string,
  cell: string,
  expected: string,
  found: string,
  action: string,
): void {
  findings.push(finding({ tab: name, cell }, code, "patch", { expected, found, action }));
}
