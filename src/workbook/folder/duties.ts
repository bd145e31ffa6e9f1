/** `tasks.csv`, `funds.csv` and `assessments.csv` → what units did, spent and say. */
import {
  type Assessment,
  FUND_SOURCE_NAMES,
  FUND_SOURCES,
  type FundSource,
  TASK_STATUS_NAMES,
  TASK_STATUSES,
  type TaskStatus,
  tasksOf,
} from "../../core/task.ts";
import { foldText } from "../../core/text.ts";
import { readMoney } from "../../core/value.ts";
import { type FieldContext, lookUpUnit, readPair, readWord } from "./fields.ts";
import { readRows } from "./table.ts";

export type ImportedTask = {
  readonly line: number;
  readonly unit: string;
  readonly task: string;
  readonly status: TaskStatus | undefined;
  readonly result: string;
  readonly link: string;
};

/** Reads tasks: each one that its unit answers for, one row each. */
export function readTasksFile(reading: FieldContext): readonly ImportedTask[] {
  const { rows, refuse, keepFirst } = readRows("tasks.csv", reading.tables, reading.refusals);
  return rows.flatMap((row): readonly ImportedTask[] => {
    const { line, text } = row;
    const unit = lookUpUnit(reading, row, refuse);
    if (!unit) return [];
    const assigned = tasksOf(unit, reading.tasks).map(({ code }) => code);
    const task = assigned.find((code) => foldText(code) === foldText(text("task")));
    if (task === undefined) {
      const expected = `nhiệm vụ giao cho ${unit.code} (${assigned.join(", ") || "không có nhiệm vụ nào"})`;
      refuse(line, "task", expected, text("task"), "Hãy sửa mã, hoặc giao việc ở tab Nhiệm vụ");
      return [];
    }
    const status = readWord(TASK_STATUSES, TASK_STATUS_NAMES, text("status"));
    if (!status && text("status") !== "") {
      refuse(line, "status", `một trong ${TASK_STATUSES.join(", ")}`, text("status"), "Hãy sửa trạng thái");
      return [];
    }
    if (!keepFirst(`${unit.code}\n${task}`, line, "unit, task", `${unit.code}, nhiệm vụ ${task}`)) return [];
    return [{ line, unit: unit.code, task, status, result: text("result"), link: text("link") }];
  });
}

export type ImportedFund = {
  readonly line: number;
  readonly unit: string;
  readonly source: FundSource;
  readonly planned: number | undefined;
  readonly spent: number | undefined;
};

/** Reads money, one row for each unit and source. */
export function readFundsFile(reading: FieldContext): readonly ImportedFund[] {
  const { rows, refuse, keepFirst } = readRows("funds.csv", reading.tables, reading.refusals);
  return rows.flatMap((row): readonly ImportedFund[] => {
    const { line, text } = row;
    const unit = lookUpUnit(reading, row, refuse)?.code;
    if (unit === undefined) return [];
    const source = readWord(FUND_SOURCES, FUND_SOURCE_NAMES, text("source"));
    if (!source) {
      refuse(line, "source", `một trong ${FUND_SOURCES.join(", ")}`, text("source"), "Hãy sửa nguồn");
      return [];
    }
    const pair = readPair(row, ["planned", "spent"], refuse, readMoney);
    if (!pair || !keepFirst(`${unit}\n${source}`, line, "unit, source", `${unit}, nguồn ${source}`)) return [];
    return [{ line, unit, source, planned: pair[0], spent: pair[1] }];
  });
}

export type ImportedAssessment = Assessment & { readonly line: number };

/** Reads assessments, one row for each unit. */
export function readAssessmentsFile(reading: FieldContext): readonly ImportedAssessment[] {
  const { rows, refuse, keepFirst } = readRows("assessments.csv", reading.tables, reading.refusals);
  return rows.flatMap((row): readonly ImportedAssessment[] => {
    const { line, text } = row;
    const unit = lookUpUnit(reading, row, refuse)?.code;
    if (unit === undefined || !keepFirst(unit, line, "unit", `đánh giá của ${unit}`)) return [];
    return [
      {
        line,
        unit,
        results: text("results"),
        difficulties: text("difficulties"),
        causes: text("causes"),
        proposals: text("proposals"),
      },
    ];
  });
}
