/** Checks of a unit's duties: its tasks and its money. */
import { type Fund, TASK_STATUS_NAMES, type TaskReport } from "../task.ts";
import { isCount } from "../value.ts";
import { countFault, type Issue, type Subject, show } from "./issue.ts";

/** Lists what is doubtful in what a unit says about a task. */
export function checkTask(report: TaskReport): readonly Issue[] {
  const about = { unit: report.unit, subject: { kind: "task", task: report.task, field: "status" } as const };
  if (report.status === undefined && report.statusTyped !== "") {
    return [
      {
        ...about,
        severity: "error",
        code: "task-status",
        expected: `một trong: ${Object.values(TASK_STATUS_NAMES).join(", ")}`,
        found: show(report.statusTyped),
        action: "Chọn lại trong danh sách",
      },
    ];
  }
  if (report.status !== "xong" || report.result !== "") return [];
  return [
    {
      ...about,
      severity: "warning",
      code: "done-without-result",
      subject: { kind: "task", task: report.task, field: "result" },
      expected: "kết quả của nhiệm vụ đã xong",
      found: "ô trống",
      action: "Ghi ngắn gọn kết quả",
    },
  ];
}

/** Lists what is contradictory or doubtful in a unit's money from one source. */
export function checkFund(fund: Fund): readonly Issue[] {
  const subject = (field: "planned" | "spent"): Subject => ({ kind: "fund", source: fund.source, field });
  const issues = (["planned", "spent"] as const).flatMap((field): Issue[] => {
    const fault = countFault(fund[field]);
    if (!fault) return [];
    return [
      {
        severity: "error",
        code: fault.code,
        unit: fund.unit,
        subject: subject(field),
        expected: "số đồng, nguyên, từ 0 trở lên",
        found: show(fund[field]),
        action: "Chỉ gõ chữ số, đơn vị là đồng",
      },
    ];
  });
  if (isCount(fund.planned) && isCount(fund.spent) && fund.spent > fund.planned) {
    issues.push({
      severity: "warning",
      code: "overspent",
      unit: fund.unit,
      subject: subject("spent"),
      expected: `không quá dự toán (${showDong(fund.planned)})`,
      found: showDong(fund.spent),
      action: "Kiểm tra lại, hoặc bổ sung dự toán",
    });
  }
  return issues;
}

/** Writes đồng with a dot between thousands. */
function showDong(amount: number): string {
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, ".")} đồng`;
}
