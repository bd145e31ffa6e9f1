/** The log's lines: read into decisions, and written for what is done. */

import { foldText } from "../../core/text.ts";
import { type Decision, type Logged, type Submission, submissionId } from "../../core/workflow/standing.ts";
import { ACTION_NAMES, COORDINATOR_ROLE, WORKFLOW_ACTIONS, type WorkflowAction } from "../../core/workflow/words.ts";
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

/** A line to be written; `words`: what the form shows, where it is not what the act itself says. */
export type NewEntry = LogEntry & { readonly words?: string };

/**
 * Reads the lines that are the workflow's; others that somebody wrote there are passed over. Lines about a unit that got
 * another code later are read under the code that it has now.
 */
export function readLog(grid: Grid): readonly LogEntry[] {
  return followCodes(readLines(grid));
}

const ARROW = " → ";

function followCodes(lines: readonly LogEntry[]): readonly LogEntry[] {
  if (lines.every(({ action }) => action !== "rename")) return lines;
  const now = new Map<string, string>();
  const followed: LogEntry[] = [];
  // From the last line back: what a code was called later is known by then.
  for (const line of [...lines].reverse()) {
    followed.push({ ...line, unit: now.get(line.unit) ?? line.unit });
    const { action, unit, reason } = line;
    if (action !== "rename" || !reason.endsWith(`${ARROW}${unit}`)) continue;
    now.set(reason.slice(0, -`${ARROW}${unit}`.length), now.get(unit) ?? unit);
  }
  return followed.reverse();
}

/**
 * Makes the line that says that a unit has another code now; empty if the log has no line about it. It repeats what
 * the form shows of the last decision, which the form finds under the new code only.
 */
export function renameEntry(log: readonly LogEntry[], from: string, unit: string, time: string): readonly NewEntry[] {
  const own = log.filter((line) => line.unit === from);
  const about = own.filter(({ action }) => isDecision(action)).pop() ?? own[own.length - 1];
  if (!about) return [];
  const { year, submission } = about;
  const common = { time, role: COORDINATOR_ROLE, unit, year, submission, digest: "" };
  return [{ ...common, action: "rename", reason: `${from}${ARROW}${unit}`, words: describeEntry(about) }];
}

/** Tells whether an act is the coordinator's decision of a submission. */
export function isDecision(action: WorkflowAction): action is Decision["action"] {
  return action === "approve" || action === "return" || action === "reopen";
}

function readLines(grid: Grid): readonly LogEntry[] {
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
    if (entry.year !== year || !isDecision(action)) return [];
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
export function logRows(entries: readonly NewEntry[]): readonly (readonly Cell[])[] {
  return entries.map((entry) =>
    logRow({
      time: entry.time,
      role: entry.role,
      unit: entry.unit,
      action: ACTION_NAMES[entry.action],
      reason: entry.reason,
      words: entry.words ?? describeEntry(entry),
      year: String(entry.year),
      about: entry.submission === "" ? "" : `${entry.unit}|${entry.submission}`,
      digest: entry.digest,
    }),
  );
}

/** Makes the cells of one line of any kind, in the order of the tab's columns; its text is never read as a formula. */
export function logRow(cells: Readonly<Record<LogKey, string>>): readonly Cell[] {
  return LOG_TAB.columns.map(({ key }): Cell => asLiteral(cells[key]));
}

/** The line at the top of a form holds so many letters; what is beyond its last column would be cut off unsaid. */
const MOST_SHOWN = 100;

/** Says an act with its reason: whole where the form's line holds it, else as much as that does, and where the rest is. */
function withReason(said: string, reason: string): string {
  const whole = `${said}: ${reason}. Sửa xong thì nộp lại.`;
  if (whole.length <= MOST_SHOWN) return whole;
  const rest = "… Đọc tiếp ở bảng bên.";
  const room = MOST_SHOWN - `${said}: ${rest}`.length;
  // Cut between two words, where there are two.
  const cut = reason
    .slice(0, room + 1)
    .replace(/\s+\S*$/, "")
    .slice(0, room);
  return `${said}: ${cut}${rest}`;
}

/** What the unit's form shows at its top. */
function describeEntry({ action, time, reason }: LogEntry): string {
  const at = time.slice(0, -3);
  switch (action) {
    case "submit":
      return `Đã nộp lúc ${at}. Chờ người tổng hợp xem.`;
    case "approve":
      return `Đã duyệt lúc ${at} nên các ô đã khóa; cần sửa thì nhờ người tổng hợp mở lại.`;
    case "return":
      return withReason(`Trả lại lúc ${at}`, reason);
    case "reopen":
      return withReason(`Mở lại lúc ${at}`, reason);
    case "remind":
    case "rename":
      return "";
  }
}
