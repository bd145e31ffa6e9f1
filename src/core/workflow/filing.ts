/** How a unit's report came in, as the official report tells it: when it was submitted, and whether it was approved. */
import type { Moment } from "./deadline.ts";
import type { Standing } from "./standing.ts";

export type Filing = Pick<Standing, "state" | "late" | "submittedAt" | "changedCells"> & {
  /** When the coordinator last approved, returned or reopened it. */
  readonly decidedAt: Moment | undefined;
};

/** Tells whether what stands in the workbook is what was approved: figures that changed since are nobody's approval. */
export function isApproved(filing: Filing | undefined): boolean {
  return filing?.state === "approved" && filing.changedCells === 0;
}
