/** The commune's plan: the tabs `Chỉ tiêu` and `Nhiệm vụ` → targets and tasks. What cannot decide is a WorkbookFault. */
import { findElement } from "../../core/element.ts";
import { DEFAULT_TARGETS, hasNational, hasThreshold, TARGET_CODES, type Target } from "../../core/indicator.ts";
import { TASK_GROUPS, type Task } from "../../core/task.ts";
import { splitList } from "../../core/text.ts";
import { type Grid, WorkbookFault } from "../grid.ts";
import { TARGETS_TAB, TASKS_TAB } from "../schema.ts";
import { readTable, type TableRow } from "../table.ts";
import { readElementList } from "./register.ts";

type TargetKey = (typeof TARGETS_TAB.columns)[number]["key"];

/** The years that the tab `Chỉ tiêu` has a milestone's column for. */
const MILESTONE_YEARS = [2026, 2027, 2028, 2029, 2030] as const;

/**
 * Reads the targets' settings over the plan's own; of two rows with one code the first counts. A threshold that decides
 * nothing exactly is a WorkbookFault.
 */
export function readTargets(grid: Grid): readonly Target[] {
  const rows = new Map<string, TableRow<TargetKey>>();
  for (const row of readTable(TARGETS_TAB, grid)) if (!rows.has(row.text("code"))) rows.set(row.text("code"), row);
  return TARGET_CODES.map((code) => {
    const original = DEFAULT_TARGETS.find((target) => target.code === code);
    const row = rows.get(code);
    // A workbook from before this row counts it as the plan has it.
    if (code === "QG1" && original && !row) return original;
    if (!original || !row) {
      throw new WorkbookFault(
        `Tab ${TARGETS_TAB.title}: cần một dòng có mã ${code}; không thấy. Hãy ghi lại dòng này.`,
      );
    }
    return readTarget(original, row);
  });
}

function readTarget(original: Target, row: TableRow<TargetKey>): Target {
  const { code } = original;
  const most = code === "CT6" ? 1000 : 100;
  const whole = (key: TargetKey, least = 0, greatest = most) => readWhole(row, key, least, greatest);
  const threshold = hasThreshold(code) ? whole("threshold") : null;
  if (threshold === null && hasThreshold(code)) throw targetFault(row, "threshold", `số nguyên từ 0 đến ${most}`);
  const milestones = new Map<number, number>();
  for (const year of MILESTONE_YEARS) {
    const step = whole(`m${year}`);
    if (step !== null) milestones.set(year, step);
  }
  return {
    code,
    name: row.text("name") || original.name,
    threshold,
    dueYear: whole("dueYear", 2020, 2100),
    milestones,
    national2025: hasNational(code) ? whole("national2025", 0, 100) : null,
    national2030: hasNational(code) ? whole("national2030", 0, 100) : null,
    ...(code === "CT2" ? readScope(row) : { elements: original.elements, excludedUnits: original.excludedUnits }),
    source: row.text("source"),
  };
}

/** Reads a whole number or a blank. */
function readWhole(row: TableRow<TargetKey>, key: TargetKey, least: number, most: number): number | null {
  const typed = row.typed(key);
  if (typed === undefined) return null;
  if (typeof typed === "number" && Number.isInteger(typed) && typed >= least && typed <= most) return typed;
  throw targetFault(row, key, `số nguyên từ ${least} đến ${most}`);
}

function targetFault(row: TableRow<TargetKey>, key: TargetKey, expected: string, found = row.text(key)): WorkbookFault {
  const title = TARGETS_TAB.columns.find((column) => column.key === key)?.title ?? key;
  const seen = found === "" ? "ô trống" : `“${found.replace(/^(-?\d+)\.(\d+)$/, "$1,$2")}”`;
  return new WorkbookFault(
    `Tab ${TARGETS_TAB.title}, dòng ${row.row} (${row.text("code")}), cột “${title}”: cần ${expected}; thấy ${seen}. Hãy sửa ô này.`,
  );
}

const EXCEPT = /\s+trừ\s+/i;

/** Reads CT2's scope: `CUX|CUA|BCHX|BCHA trừ Hội LHPN`. */
function readScope(row: TableRow<TargetKey>): Pick<Target, "elements" | "excludedUnits"> {
  const [elements = ""] = row.text("scope").split(EXCEPT);
  const { known, unknown } = readElementList(elements);
  const wrong = [...unknown, ...known.filter((code) => !findElement(code)?.hasTotal)];
  if (known.length === 0 || wrong.length > 0) {
    const expected = "mã số liệu có tổng số, cách nhau bằng dấu |, ví dụ CUX|CUA|BCHX|BCHA trừ Hội LHPN";
    throw targetFault(row, "scope", expected, wrong.join("|") || row.text("scope"));
  }
  return { elements: known, excludedUnits: readExcluded(row.text("scope")) };
}

/** Reads the words of CT2's scope after “trừ”: codes of units, or roles. */
export function readExcluded(scope: string): readonly string[] {
  const [, ...excluded] = scope.split(EXCEPT);
  return splitList(excluded.join("|"));
}

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
