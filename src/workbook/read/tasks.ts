/** The tab `Nhiệm vụ` → tasks. */
import { TASK_GROUPS, type Task } from "../../core/task.ts";
import { splitList } from "../../core/text.ts";
import type { Grid } from "../grid.ts";
import { TASKS_TAB } from "../schema.ts";
import { readTable } from "../table.ts";

/** Reads the plan's tasks and who answers for them; of two rows with one code the first counts. */
export function readTasks(grid: Grid): readonly Task[] {
  const tasks = new Map<string, Task>();
  for (const row of readTable(TASKS_TAB, grid)) {
    const code = row.text("code");
    if (code === "" || tasks.has(code)) continue;
    const group = TASK_GROUPS.find((known) => known === row.text("group")) ?? "1";
    tasks.set(code, { code, group, text: row.text("text"), assignees: splitList(row.text("assignees")) });
  }
  return [...tasks.values()];
}
