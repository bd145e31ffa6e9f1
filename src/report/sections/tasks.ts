/** Section III: the plan's tasks in their three groups, how far each is, and what the units say came of it. */
import {
  TASK_GROUP_NAMES,
  TASK_GROUPS,
  type Task,
  type TaskReport,
  type TaskStatus,
  tasksOf,
} from "../../core/task.ts";
import { foldText } from "../../core/text.ts";
import type { OrgUnit } from "../../core/unit.ts";
import type { Facts } from "../facts.ts";
import { capitalise, endSentence, joinList, showCount, unitInside } from "../vietnamese.ts";
import { gatherTexts, splitLines } from "./assessments.ts";
import type { Passage } from "./targets.ts";

const STANDINGS = ["xong", "dang", "chua", "unclear", "silent"] as const;

type TaskStanding = (typeof STANDINGS)[number];

/** After “có 2 đơn vị”. */
const STANDING_WORDS: Readonly<Record<TaskStanding, string>> = {
  xong: "đã hoàn thành",
  dang: "đang thực hiện",
  chua: "chưa thực hiện",
  unclear: "ghi tình trạng chưa hợp lệ",
  silent: "chưa báo cáo",
};

/** One task, its units, and what they say. */
export type TaskProgress = {
  readonly task: Task;
  readonly assignees: readonly OrgUnit[];
  readonly counts: ReadonlyMap<TaskStanding, number>;
  readonly results: readonly { readonly unit: string; readonly text: string }[];
};

/** Gathers, task by task, who answers for it and how far they are. */
export function gatherProgress({ commune }: Facts): readonly TaskProgress[] {
  const reports = new Map<string, TaskReport>();
  for (const report of commune.tasks) {
    const key = `${report.unit}\n${report.task}`;
    if (!reports.has(key)) reports.set(key, report);
  }
  return commune.taskList.map((task) => {
    const assignees = commune.units.filter((unit) => tasksOf(unit, [task]).length > 0);
    const counts = new Map<TaskStanding, number>();
    const results: { unit: string; text: string }[] = [];
    for (const unit of assignees) {
      const report = reports.get(`${unit.code}\n${task.code}`);
      const standing = standingOf(report);
      counts.set(standing, (counts.get(standing) ?? 0) + 1);
      if (report && !repeatsStatus(report)) results.push({ unit: unit.code, text: report.result });
    }
    return { task, assignees, counts, results };
  });
}

function standingOf(report: TaskReport | undefined): TaskStanding {
  return report?.status ?? (report && report.statusTyped !== "" ? "unclear" : "silent");
}

/** What says of a task no more than its status; in units' words, folded. */
const STATUS_WORDS: Readonly<Record<TaskStatus, RegExp>> = {
  xong: /^(?:đã )?(?:hoàn thành|thực hiện xong|thực hiện|làm xong|xong)(?: nhiệm vụ)?[.;!]*$/,
  dang: /^đang (?:thực hiện|triển khai|làm)(?: nhiệm vụ)?[.;!]*$/,
  chua: /^chưa (?:thực hiện|triển khai|làm|xong|hoàn thành)(?: nhiệm vụ)?[.;!]*$/,
};

/** Tells whether a result only says how far the task is, which its status has said. */
function repeatsStatus({ status, result }: TaskReport): boolean {
  return status !== undefined && STATUS_WORDS[status].test(foldText(result));
}

/** Tells whether every unit that answers for a task has done it. */
export function isDone({ assignees, counts }: TaskProgress): boolean {
  return assignees.length > 0 && counts.get("xong") === assignees.length;
}

/** Writes section III: a passage per group. */
export function writeTasks(facts: Facts, progress: readonly TaskProgress[]): readonly Passage[] {
  return TASK_GROUPS.map((group, index) => {
    const own = progress.filter(({ task }) => task.group === group);
    return {
      so: String(index + 1),
      ten: TASK_GROUP_NAMES[group],
      doan: [summarise(own), ...own.flatMap((one) => describe(one, facts))],
    };
  });
}

function summarise(progress: readonly TaskProgress[]): string {
  if (progress.length === 0) return "Không có nhiệm vụ nào thuộc nhóm này.";
  const done = progress.filter(isDone).length;
  const all = progress.length === 1 ? "nhiệm vụ này đã hoàn thành" : "tất cả đã hoàn thành";
  const outcome =
    done === progress.length
      ? all
      : done === 0
        ? "chưa có nhiệm vụ nào được tất cả các đơn vị được giao báo cáo hoàn thành"
        : `${showCount(done)} nhiệm vụ đã được tất cả các đơn vị được giao báo cáo hoàn thành`;
  return `Nhóm này có ${showCount(progress.length)} nhiệm vụ; ${outcome}.`;
}

function describe({ task, assignees, counts, results }: TaskProgress, facts: Facts): readonly string[] {
  const [only] = assignees;
  if (!only) return [`- ${task.text}: chưa giao đơn vị thực hiện.`];
  const spread = STANDINGS.flatMap((standing) => {
    const count = counts.get(standing) ?? 0;
    return count === 0 ? [] : [{ count, word: STANDING_WORDS[standing] }];
  });
  if (assignees.length === 1) {
    const outcome = `- ${task.text}: ${unitInside(only.name)} ${spread.map(({ word }) => word).join("")}.`;
    const told = results.flatMap(({ text }) => splitLines(text)).map((line) => endSentence(capitalise(line)));
    return [told.length === 0 ? outcome : `${outcome} Kết quả: ${told.join(" ")}`];
  }
  const [first] = spread;
  const outcome =
    spread.length === 1 && first
      ? ` đều ${first.word}`
      : `, ${joinList(spread.map(({ count, word }) => `${showCount(count)} đơn vị ${word}`))}`;
  return [
    `- ${task.text}: ${showCount(assignees.length)} đơn vị được giao${outcome}.`,
    ...gatherTexts(results, facts.nameOf, "+"),
  ];
}
