/** Figures and words in rows that their unit need not fill in: a hidden row, a grey cell. They count nowhere. */

import { show } from "../core/check/issue.ts";
import type { Issue } from "../core/check.ts";
import type { Commune } from "../core/commune.ts";
import { elementOf, type Plan } from "../core/plan/plan.ts";
import { tasksOf } from "../core/task.ts";
import type { DataValue } from "../core/value.ts";

type Asked = Pick<Commune, "plan" | "units" | "values" | "tasks" | "taskList">;

/** Lists what was typed where nothing was asked. A unit that the register does not have is told of elsewhere. */
export function listUnasked({ plan, units, values, tasks, taskList }: Asked): readonly Issue[] {
  const elements = new Map(units.map((unit) => [unit.code, new Set(unit.elements)]));
  const assigned = new Map(units.map((unit) => [unit.code, new Set(tasksOf(unit, taskList).map(({ code }) => code))]));
  return [
    ...values.flatMap((value) => {
      const asked = elements.get(value.unit);
      return asked ? checkAsked(value, asked.has(value.element), plan) : [];
    }),
    ...tasks.flatMap(({ unit, task, statusTyped, result, link }): readonly Issue[] => {
      if (assigned.get(unit)?.has(task) !== false) return [];
      return [
        {
          severity: "warning",
          code: "unasked-task",
          unit,
          subject: { kind: "task", task, field: statusTyped !== "" ? "status" : "result" },
          expected: "ô trống, vì nhiệm vụ này không giao cho đơn vị",
          found: show(statusTyped || result || link),
          action: "Xóa đi, hoặc giao việc ở tab Nhiệm vụ",
        },
      ];
    }),
  ];
}

function checkAsked(value: DataValue, asked: boolean, plan: Plan): readonly Issue[] {
  const { unit, element, total, women, note } = value;
  const typed = total ?? women ?? (note === "" ? undefined : note);
  if (!asked && typed !== undefined) {
    return [
      {
        severity: "warning",
        code: "unasked-value",
        unit,
        subject: { kind: "value", element, field: total === undefined && women !== undefined ? "women" : "total" },
        expected: "ô trống, vì đơn vị không phải báo cáo số liệu này",
        found: show(typed),
        action: "Xóa đi, hoặc thêm mã số liệu cho đơn vị ở tab Đơn vị; số này không được tính",
      },
    ];
  }
  if (elementOf(plan, element).hasTotal || total === undefined) return [];
  return [
    {
      severity: "warning",
      code: "unasked-total",
      unit,
      subject: { kind: "value", element, field: "total" },
      expected: "ô trống, vì số liệu này chỉ đếm nữ",
      found: show(total),
      action: "Xóa số này; nếu là số nữ thì ghi vào cột bên phải",
    },
  ];
}
