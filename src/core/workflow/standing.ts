/** Where each unit's report stands: from what the unit submitted, what the coordinator decided, and the figures as they are. */
import type { Day } from "../period.ts";
import { isLate, type Moment, readMoment } from "./deadline.ts";
import { countChanges, digestFigures, type FigureRow, readStamp } from "./digest.ts";
import type { UnitState } from "./words.ts";

/** What a submission left in its unit's block, as it stands there. Units can write there by hand: nothing is believed. */
export type Submission = {
  readonly unit: string;
  /** The moment, as text. */
  readonly time: string;
  readonly role: string;
  readonly stamp: string;
};

/** So many characters of a stamp tell what was submitted: `v1 2026 <digest>`. */
export const STAMP_HEAD = 24;

/** Tells a submission from every other: when it was made, and of what. */
export function submissionId({ time, stamp }: Pick<Submission, "time" | "stamp">): string {
  return `${time}|${stamp.slice(0, STAMP_HEAD)}`;
}

/** What the coordinator decided of a submission; stands where only the coordinator writes. */
export type Decision = {
  readonly unit: string;
  readonly action: "approve" | "return" | "reopen";
  /** The submission that it is about, by its id. */
  readonly about: string;
  readonly reason: string;
  /** Of the figures that were approved; empty for other acts. */
  readonly digest: string;
};

export type Standing = {
  readonly state: UnitState;
  readonly late: boolean;
  readonly submittedAt: Moment | undefined;
  readonly role: string;
  /** Cells that differ from those submitted; while approved, whether anything differs from what was approved. */
  readonly changedCells: number;
  /** The reason of the last return or reopening that still stands. */
  readonly reason: string;
  readonly digest: string;
};

/** All that a unit's standing is judged from. */
export type StandingInput = {
  readonly rows: readonly FigureRow[];
  readonly submission: Submission | undefined;
  /** All decisions of the year about this unit, in their order. */
  readonly decisions: readonly Decision[];
  readonly year: number;
  readonly before: Day;
};

/** Judges a unit. A submission of another year, or one whose moment or stamp cannot be read, is none. */
export function judgeStanding({ rows, submission, decisions, year, before }: StandingInput): Standing {
  const digest = digestFigures(rows);
  const submitted = readSubmission(submission, year);
  const last = decisions[decisions.length - 1];
  const reason = last && last.action !== "approve" ? last.reason : "";
  const isBlank = rows.every(({ cells }) => cells.every((cell) => cell === ""));
  if (!submitted) {
    const state = last?.action === "return" ? "returned" : isBlank ? "empty" : "filling";
    return { state, late: false, submittedAt: undefined, role: "", changedCells: 0, reason, digest };
  }
  const { moment, role, stamp, id } = submitted;
  const common = { late: isLate(moment, before), submittedAt: moment, role, digest };
  const decision = decisions.filter(({ about }) => about === id).pop();
  if (!decision) return { ...common, state: "submitted", changedCells: countChanges(stamp, rows), reason: "" };
  if (decision.action === "approve") {
    const changes = decision.digest === digest ? 0 : Math.max(1, countChanges(stamp, rows));
    return { ...common, state: "approved", changedCells: changes, reason: "" };
  }
  const changedCells = countChanges(stamp, rows);
  return { ...common, state: decision.action === "return" ? "returned" : "filling", changedCells, reason };
}

type ReadSubmission = {
  readonly moment: Moment;
  readonly id: string;
  readonly role: string;
  readonly stamp: NonNullable<ReturnType<typeof readStamp>>;
};

function readSubmission(submission: Submission | undefined, year: number): ReadSubmission | undefined {
  if (!submission || submission.role === "") return undefined;
  const moment = readMoment(submission.time);
  const stamp = readStamp(submission.stamp);
  return moment && stamp?.year === year
    ? { moment, id: submissionId(submission), role: submission.role, stamp }
    : undefined;
}

/** Finds the units whose last decision is their approval: their cells are locked. */
export function approvedUnits(decisions: readonly Decision[]): ReadonlySet<string> {
  const last = new Map(decisions.map(({ unit, action }) => [unit, action]));
  return new Set([...last].filter(([, action]) => action === "approve").map(([unit]) => unit));
}
