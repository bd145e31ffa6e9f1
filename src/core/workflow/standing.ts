/** Where each unit's report stands: from what the unit submitted, what the coordinator decided, and the figures as they are. */
import type { Day } from "../period.ts";
import { isAfter, isLate, type Moment, readMoment } from "./deadline.ts";
import {
  brokenSeals,
  countChanges,
  digestFigures,
  type FigureRow,
  readStamp,
  STAMP_HEAD,
  type Stamp,
} from "./digest.ts";
import type { Doubt, UnitState } from "./words.ts";

/** What a submission left in its unit's block, as it stands there. Units can write there by hand: nothing is believed. */
export type Submission = {
  readonly unit: string;
  /** The moment, as text. */
  readonly time: string;
  readonly role: string;
  readonly stamp: string;
};

/** Tells a submission from every other: when it was made, and of what. */
export function submissionId({ time, stamp }: Pick<Submission, "time" | "stamp">): string {
  return `${time}|${stamp.slice(0, STAMP_HEAD)}`;
}

/** Finds the submissions of a year that this one took the place of before the log had a line of them. */
export function replacedBy({ unit, stamp }: Submission, year: number): readonly Submission[] {
  const read = readStamp(stamp);
  return (read?.replaced ?? [])
    .filter((before) => readMoment(before.time) !== undefined && readStamp(before.stamp)?.year === year)
    .map((before) => ({ unit, ...before }));
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

/** A line of the log about a submission: the submission's id, and when the log says that it was made. */
export type Logged = { readonly about: string; readonly time: string };

export type Standing = {
  readonly state: UnitState;
  readonly late: boolean;
  /** When it was submitted: as the unit's own row says, or, where that is in doubt, when the log first saw it. */
  readonly submittedAt: Moment | undefined;
  readonly role: string;
  /** What of the submission was changed by hand. */
  readonly doubts: readonly Doubt[];
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
  /** All submissions of this unit that the log knows, in its order. */
  readonly logged: readonly Logged[];
  readonly year: number;
  readonly before: Day;
  readonly now: Moment;
};

/** Judges a unit. A submission of another year, or one whose stamp cannot be read, does not count. */
export function judgeStanding(input: StandingInput): Standing {
  const { rows, decisions, before } = input;
  const digest = digestFigures(rows);
  const submitted = readSubmission(input);
  const last = decisions[decisions.length - 1];
  const reason = last && last.action !== "approve" ? last.reason : "";
  const isBlank = rows.every(({ cells }) => cells.every((cell) => cell === ""));
  if (!submitted) {
    const state = last?.action === "return" ? "returned" : isBlank ? "empty" : "filling";
    return { state, late: false, submittedAt: undefined, role: "", doubts: [], changedCells: 0, reason, digest };
  }
  const { moment, role, stamp, id, doubts } = submitted;
  const common = { late: isLate(moment, before), submittedAt: moment, role, doubts, digest };
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
  readonly stamp: Stamp;
  readonly doubts: readonly Doubt[];
};

function readSubmission({ submission, year, logged, now }: StandingInput): ReadSubmission | undefined {
  if (!submission || submission.role === "" || submission.time === "") return undefined;
  const stamp = readStamp(submission.stamp);
  if (stamp?.year !== year) return undefined;
  const common = { id: submissionId(submission), role: submission.role, stamp };
  const written = readMoment(submission.time);
  const broken = brokenSeals(stamp, submission);
  if (written && !isAfter(written, now) && !broken.includes("time")) {
    return { ...common, moment: written, doubts: broken };
  }
  return {
    ...common,
    moment: firstSeen(submission, logged) ?? now,
    doubts: [...new Set([...broken, "time" as const])],
  };
}

/** When the log first saw a submission; else the last one of the same figures, whose moment was typed over. */
function firstSeen(submission: Submission, logged: readonly Logged[]): Moment | undefined {
  const [id, head] = [submissionId(submission), submission.stamp.slice(0, STAMP_HEAD)];
  const own =
    logged.find(({ about }) => about === id) ?? logged.filter(({ about }) => about.endsWith(`|${head}`)).pop();
  return own && readMoment(own.time);
}

/** Finds the units whose last decision is their approval: their cells are locked. */
export function approvedUnits(decisions: readonly Decision[]): ReadonlySet<string> {
  const last = new Map(decisions.map(({ unit, action }) => [unit, action]));
  return new Set([...last].filter(([, action]) => action === "approve").map(([unit]) => unit));
}
