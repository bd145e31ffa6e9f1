/** What settings, targets and tasks say and reading passes over. */
import { COMMUNE_KINDS } from "../../core/commune.ts";
import { readDay, yearOf } from "../../core/period.ts";
import { kh131 } from "../../core/plan/kh-131.ts";
import { hasNational } from "../../core/plan/plan.ts";
import { readRole } from "../../core/role.ts";
import { TASK_GROUPS } from "../../core/task.ts";
import { foldText, splitList } from "../../core/text.ts";
import type { OrgUnit } from "../../core/unit.ts";
import { UNIT_TYPES } from "../../core/unit-type.ts";
import type { Grid } from "../grid.ts";
import { type PlanGrids, readExcluded, readPlanTabs } from "../read/plan.ts";
import { SETTINGS_TAB, TARGETS_TAB, TASKS_TAB } from "../schema.ts";
import { ANOTHER_YEAR, isKh131, readDataYear, readYear } from "../settings.ts";
import { TAB_IDS_ENTRY } from "../tab-ids.ts";
import { readTable, type TableRow } from "../table.ts";
import { showFound, type UnparsedIssue, unparsedCell } from "./unparsed.ts";

/**
 * Lists the settings whose words cannot be used. A year or a deadline that cannot be read is a fault of its own; a year
 * that is not the figures' is an issue, since they stay of the year that they are of.
 */
export function findUnparsedSettings(grid: Grid): readonly UnparsedIssue[] {
  const rows = readTable(SETTINGS_TAB, grid);
  const kept = readDataYear(new Map(rows.map((row) => [row.text("key"), row.cell("value")])));
  return rows.flatMap((row) => {
    const value = row.text("value");
    const subject = row.text("name");
    if (kept !== undefined && row.text("key") === "year" && readYear(row.cell("value")) !== kept) {
      const action = `Ghi lại ${kept}; bảng điểm và báo cáo vẫn tính theo năm ${kept}. ${ANOTHER_YEAR}`;
      const finding = { code: "year-changed", expected: `năm của số liệu, ${kept}`, action };
      return [{ ...unparsedCell(SETTINGS_TAB, row, "value", finding), subject }];
    }
    if (value === "" || row.text("key") === TAB_IDS_ENTRY.key) return [];
    if (row.text("key") === "kind" && !COMMUNE_KINDS.some((kind) => foldText(kind) === foldText(value))) {
      const finding = { code: "setting-kind", expected: COMMUNE_KINDS.join(", "), action: "Sửa lại; hiện tính là xã" };
      return [{ ...unparsedCell(SETTINGS_TAB, row, "value", finding), subject }];
    }
    const deadline = row.text("key") === "deadline" ? readDay(row.cell("value")) : undefined;
    if (kept !== undefined && deadline !== undefined && yearOf(deadline) !== kept) {
      const finding = {
        severity: "warning",
        code: "deadline-year",
        expected: `hạn nộp báo cáo năm ${kept}, thường trong năm ${kept}`,
        action: `Xem lại hạn; đổi hạn không đổi năm của số liệu. ${ANOTHER_YEAR}`,
      } as const;
      return [{ ...unparsedCell(SETTINGS_TAB, row, "value", finding), subject }];
    }
    if (["plan_date", "today"].includes(row.text("key")) && !readDay(row.cell("value"))) {
      const finding = { code: "setting-day", expected: "ngày/tháng/năm, ví dụ 22/05/2026", action: "Sửa lại ngày" };
      return [{ ...unparsedCell(SETTINGS_TAB, row, "value", finding), subject }];
    }
    return [];
  });
}

/**
 * Lists definitions that cannot be used, at their cells: rows that are none, or a second one, words and numbers that say
 * nothing, and a threshold where none counts.
 */
export function findUnparsedDefinitions(
  grids: PlanGrids & { readonly settings: Grid },
  units: readonly OrgUnit[],
): readonly UnparsedIssue[] {
  const issues: UnparsedIssue[] = [];
  const isBase = isKh131(
    new Map(readTable(SETTINGS_TAB, grids.settings).map((row) => [row.text("key"), row.text("value")])),
  );
  readPlanTabs(grids, isBase, ({ tab, cell, subject, typed, column, expected, found, action }) => {
    const isRow = column === "code" && typed !== "";
    issues.push({
      severity: isRow ? "warning" : "error",
      code: isRow ? "target-row" : column === "scope" ? "target-scope" : "definition",
      unit: "",
      element: "",
      tab,
      cell,
      subject,
      expected,
      found: found === undefined ? showFound(typed) : showFound(found),
      action,
    });
  });
  return [...issues, ...findUnusedTargets(grids.targets, units)];
}

/** Lists figures of targets where none counts, and units that are left out and are not there. */
function findUnusedTargets(grid: Grid, units: readonly OrgUnit[]): readonly UnparsedIssue[] {
  const seen = new Set<string>();
  return readTable(TARGETS_TAB, grid).flatMap((row) => {
    const code = row.text("code");
    if (seen.has(code)) return [];
    seen.add(code);
    const original = kh131().targets.find((target) => target.code === code);
    const measure = kh131().indicators.find((indicator) => indicator.code === code)?.measure;
    const national = hasNational(measure);
    return [
      ...checkUnused(row, "threshold", original?.threshold !== null, `${code} so với năm trước`),
      ...checkUnused(row, "national2025", national, "con số quốc gia chỉ nói về HĐND, UBND (dòng QG1)"),
      ...checkUnused(row, "national2030", national, "con số quốc gia chỉ nói về HĐND, UBND (dòng QG1)"),
      ...checkLeftOut(row, units),
    ];
  });
}

type TargetKey = (typeof TARGETS_TAB.columns)[number]["key"];

/** A figure where none counts. */
function checkUnused(
  row: TableRow<TargetKey>,
  key: TargetKey,
  isUsed: boolean,
  reason: string,
): readonly UnparsedIssue[] {
  if (isUsed || row.text(key) === "") return [];
  return [
    unparsedCell(TARGETS_TAB, row, key, {
      severity: "warning",
      code: key === "threshold" ? "target-threshold" : "target-national",
      expected: `ô trống, vì ${reason}`,
      action: "Xóa số này; nó không được dùng",
    }),
  ];
}

/** Units that a scope leaves out must be there. A role that nobody holds is told of by itself. */
function checkLeftOut(row: TableRow<TargetKey>, units: readonly OrgUnit[]): readonly UnparsedIssue[] {
  const strangers = strangersAmong(readExcluded(row.text("scope")), units);
  if (strangers.length === 0) return [];
  return [
    unparsedCell(TARGETS_TAB, row, "scope", {
      code: "target-scope",
      expected: "sau chữ “trừ” là vai trò hay mã đơn vị đang hoạt động",
      found: showFound(strangers.join("|")),
      action: "Sửa lại, ví dụ trừ Hội LHPN; mã này chưa được trừ",
    }),
  ];
}

/** Keeps the words that name neither a unit of the register nor a role. */
function strangersAmong(words: readonly string[], units: readonly OrgUnit[]): readonly string[] {
  return words.filter((word) => readRole(word) === undefined && !units.some(({ code }) => code === word));
}

/** Lists tasks without a code, with a code that is taken, or in a group that the plan does not have. */
export function findUnparsedTasks(grid: Grid, units: readonly OrgUnit[]): readonly UnparsedIssue[] {
  const seen = new Set<string>();
  return readTable(TASKS_TAB, grid).flatMap((row) => {
    const code = row.text("code");
    if (code === "" || seen.has(code)) {
      const action = "Ghi một mã khác; nhiệm vụ này chưa được dùng";
      return [unparsedCell(TASKS_TAB, row, "code", { code: "task-code", expected: "mã nhiệm vụ không trùng", action })];
    }
    seen.add(code);
    return [...checkGroup(row), ...checkAssignees(row, units)];
  });
}

type TaskKey = (typeof TASKS_TAB.columns)[number]["key"];

function checkGroup(row: TableRow<TaskKey>): readonly UnparsedIssue[] {
  if (TASK_GROUPS.some((group) => group === row.text("group"))) return [];
  const action = "Chọn lại; hiện xếp vào nhóm 1";
  return [unparsedCell(TASKS_TAB, row, "group", { code: "task-group", expected: TASK_GROUPS.join(", "), action })];
}

/** Who answers for a task must be there. A role that nobody holds is told of by itself. */
function checkAssignees(row: TableRow<TaskKey>, units: readonly OrgUnit[]): readonly UnparsedIssue[] {
  const words = splitList(row.text("assignees")).filter((word) => !UNIT_TYPES.some((type) => type === word));
  const strangers = strangersAmong(words, units);
  if (strangers.length === 0) return [];
  return [
    unparsedCell(TASKS_TAB, row, "assignees", {
      code: "task-assignee",
      expected: "vai trò, mã loại, hay mã đơn vị đang hoạt động",
      found: showFound(strangers.join("|")),
      action: "Sửa lại, ví dụ Hội LHPN; mã này chưa được giao việc",
    }),
  ];
}
