/** The log's lines: read into decisions, and written for what is done. */

import { foldText } from "../../core/text.ts";
import { type Decision, type Logged, type Submission, submissionId } from "../../core/workflow/standing.ts";
import { ACTION_NAMES, WORKFLOW_ACTIONS, type WorkflowAction } from "../../core/workflow/words.ts";
import { asLiteral, type Cell, type Grid } from "../grid.ts";
import { LOG_TAB, type LogKey } from "../schema.ts";
import { readTable } from "../table.ts";

/** A line of the log. */
export type LogEntry = {
  readonly time: string;
  readonly role: string;
  readonly unit: string;
  readonly action: WorkflowAction;
  readonly reason: string;
  readonly year: number;
  /** The submission that it is about, by its id; empty: none. */
  readonly submission: string;
  /** Of the figures that were approved or submitted. */
  readonly digest: string;
};

/** Reads the lines that are the workflow's; others that somebody wrote there are passed over. */
export function readLog(grid: Grid): readonly LogEntry[] {
  return readTable(LOG_TAB, grid).flatMap((row): readonly LogEntry[] => {
    const action = WORKFLOW_ACTIONS.find((known) => foldText(ACTION_NAMES[known]) === foldText(row.text("action")));
    const unit = row.text("unit");
    if (!action || unit === "") return [];
    const about = row.text("about");
    const submission = about.startsWith(`${unit}|`) ? about.slice(unit.length + 1) : "";
    const [time, role, reason, digest] = (["time", "role", "reason", "digest"] as const).map(row.text);
    return [
      {
        time: time ?? "",
        role: role ?? "",
        unit,
        action,
        reason: reason ?? "",
        year: Number(row.text("year")),
        submission,
        digest: digest ?? "",
      },
    ];
  });
}

/** Finds the coordinator's decisions of a year, in their order. */
export function decisionsOf(log: readonly LogEntry[], year: number): readonly Decision[] {
  return log.flatMap((entry): readonly Decision[] => {
    const { action, unit, submission: about, reason, digest } = entry;
    if (entry.year !== year || (action !== "approve" && action !== "return" && action !== "reopen")) return [];
    return [{ unit, action, about, reason, digest }];
  });
}

/** Finds the submissions that the log knows, in their order. */
export function submissionsOf(log: readonly LogEntry[]): readonly (Logged & { readonly unit: string })[] {
  return log.flatMap(({ action, unit, submission, time }) =>
    action === "submit" ? [{ unit, about: submission, time }] : [],
  );
}

/** Finds the submissions that the log has no line for. */
export function notLogged(log: readonly LogEntry[], submissions: readonly Submission[]): readonly Submission[] {
  const known = new Set(submissionsOf(log).map(({ unit, about }) => `${unit}|${about}`));
  return submissions.filter((submission) => !known.has(`${submission.unit}|${submissionId(submission)}`));
}

/** Makes the cells of lines, in the order of the tab's columns. */
export function logRows(entries: readonly LogEntry[]): readonly (readonly Cell[])[] {
  return entries.map((entry) => {
    const cells: Record<LogKey, string> = {
      time: entry.time,
      role: entry.role,
      unit: entry.unit,
      action: ACTION_NAMES[entry.action],
      reason: entry.reason,
      words: wordsOf(entry),
      year: String(entry.year),
      about: entry.submission === "" ? "" : `${entry.unit}|${entry.submission}`,
      digest: entry.digest,
    };
    return LOG_TAB.columns.map(({ key }): Cell => asLiteral(cells[key]));
  });
}

/** What the unit's form shows at its top. */
function wordsOf({ action, time, reason }: LogEntry): string {
  const at = time.slice(0, -3);
  switch (action) {
    case "submit":
      return `Đã nộp lúc ${at}. Chờ người tổng hợp xem.`;
    case "approve":
      return `Đã duyệt lúc ${at}. Các ô đã khóa để số liệu không đổi sau khi duyệt; cần sửa thì nhờ người tổng hợp mở lại.`;
    case "return":
      return `Trả lại lúc ${at}: ${reason}. Sửa xong thì nộp lại.`;
    case "reopen":
      return `Mở lại lúc ${at}: ${reason}. Sửa xong thì nộp lại.`;
    case "remind":
      return "";
  }
}
