/** Checks of one value by itself: missing, not a count, contradictory, or against a law. */
import { elementOf, leaderElements, type Plan } from "../plan/plan.ts";
import { type DataValue, isBlank, isCount } from "../value.ts";
import { countFault, type Issue, type IssueContent, show } from "./issue.ts";

/** Says something of a value. */
export function valueIssue(value: DataValue, field: "total" | "women", finding: IssueContent): Issue {
  return {
    severity: "error",
    ...finding,
    unit: value.unit,
    subject: { kind: "value", element: value.element, field },
  };
}

/** Lists what is wrong or doubtful in a value that its unit has to report. */
export function checkValue(value: DataValue, plan: Plan): readonly Issue[] {
  const { hasTotal } = elementOf(plan, value.element);
  const fields = hasTotal ? (["total", "women"] as const) : (["women"] as const);
  if (isBlank(value, plan)) {
    return [
      valueIssue(value, fields[0], {
        code: "missing",
        expected: "số liệu của năm báo cáo",
        found: "ô trống",
        action: "Nhập số; không có người nào thì gõ 0",
      }),
    ];
  }
  const issues = fields.flatMap((field): Issue[] => {
    const fault = countFault(value[field]);
    if (fault) return [valueIssue(value, field, { ...fault, found: show(value[field]) })];
    if (value[field] !== undefined) return [];
    return [
      valueIssue(value, field, {
        code: "half-missing",
        expected: field === "total" ? "tổng số đi cùng số nữ" : "số nữ đi cùng tổng số",
        found: "ô trống",
        action: "Nhập số còn thiếu; không có người nào thì gõ 0",
      }),
    ];
  });
  if (issues.length > 0 || !hasTotal) return issues;
  const { total, women } = value;
  if (!isCount(total) || !isCount(women)) return issues;
  if (women > total) {
    issues.push(
      valueIssue(value, "women", {
        code: "women-over-total",
        expected: `số nữ không quá tổng số (${total})`,
        found: String(women),
        action: "Sửa số nữ hoặc tổng số",
      }),
    );
  } else if (leaderElements(plan).includes(value.element) && total === 0) {
    issues.push(
      valueIssue(value, "total", {
        severity: "warning",
        code: "no-leaders",
        expected: "ít nhất 1 người lãnh đạo, quản lý",
        found: "0",
        action: "Kiểm tra lại, hoặc ghi rõ lý do ở ô ghi chú",
      }),
    );
  } else if (value.element === "THG" && total > 0) {
    issues.push(...checkMediators(value, total, women));
  }
  return issues;
}

/** A mediation group has three mediators at least, a woman among them (Luật Hòa giải ở cơ sở 2013, Điều 12). */
function checkMediators(value: DataValue, total: number, women: number): Issue[] {
  const issues: Issue[] = [];
  if (total < 3) {
    issues.push(
      valueIssue(value, "total", {
        severity: "warning",
        code: "few-mediators",
        expected: "mỗi tổ hòa giải có từ 3 hòa giải viên trở lên",
        found: String(total),
        action: "Kiểm tra lại, hoặc kiện toàn tổ hòa giải (Luật Hòa giải ở cơ sở 2013, Điều 12)",
      }),
    );
  }
  if (women === 0) {
    issues.push(
      valueIssue(value, "women", {
        severity: "warning",
        code: "no-woman-mediator",
        expected: "tổ hòa giải có hòa giải viên nữ",
        found: "0",
        action: "Kiểm tra lại, hoặc kiện toàn tổ hòa giải (Luật Hòa giải ở cơ sở 2013, Điều 12)",
      }),
    );
  }
  return issues;
}
