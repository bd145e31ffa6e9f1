/** Checks of what the coordinator keeps for the whole commune: earlier years' figures and the custodian. */
import { shorten } from "../text.ts";
import type { OrgUnit } from "../unit.ts";
import { type HistoryValue, isCount, PART_OF, validFigures } from "../value.ts";
import { type Finding, type Issue, show } from "./issue.ts";

/** Lists the rows of earlier years that cannot be used: not valid, or a second row for the same figures. */
export function checkHistory(history: readonly HistoryValue[]): readonly Issue[] {
  const first = new Map<string, HistoryValue>();
  for (const row of history) if (!first.has(keyOf(row))) first.set(keyOf(row), row);
  return history.flatMap((row, index): Issue[] => {
    const finding = first.get(keyOf(row)) === row ? historyFault(row, first) : DUPLICATE;
    if (!finding) return [];
    return [
      {
        severity: "warning",
        ...finding,
        unit: row.unit,
        subject: { kind: "history", row: index },
        found: `tổng ${show(row.total)}, nữ ${show(row.women)}`,
      },
    ];
  });
}

type HistoryFinding = Omit<Finding, "found">;

const DUPLICATE: HistoryFinding = {
  code: "history-duplicate",
  expected: "mỗi năm, mỗi đơn vị, mỗi chỉ số một dòng",
  action: "Xóa dòng thừa; chỉ dòng đầu được dùng để so sánh",
};

function keyOf(row: Pick<HistoryValue, "year" | "unit" | "element">): string {
  return `${row.year}\n${row.unit}\n${row.element}`;
}

/** Says why a row of an earlier year is left out of that year's sums, or nothing. */
function historyFault(row: HistoryValue, first: ReadonlyMap<string, HistoryValue>): HistoryFinding | undefined {
  if (!validFigures(row.element, row.total, row.women)) {
    return {
      code: "history-invalid",
      expected: "số nguyên, số nữ không quá tổng số",
      action: "Sửa lại số của năm cũ; số này không được dùng để so sánh",
    };
  }
  for (const { part, whole } of PART_OF) {
    if (row.element !== part) continue;
    const limit = first.get(keyOf({ ...row, element: whole }))?.women;
    if (!isCount(limit) || !isCount(row.women) || row.women <= limit) continue;
    return {
      code: "history-invalid",
      expected: `không quá ${limit} (${whole} cùng năm)`,
      action: "Sửa lại số của năm cũ; số này không được dùng để so sánh",
    };
  }
  return undefined;
}

/** Says so where no unit of the register enters the commune's quy hoạch totals. */
export function checkCustodian(units: readonly OrgUnit[], custodian: string): readonly Issue[] {
  if (units.length === 0 || units.some((unit) => unit.code === custodian)) return [];
  return [
    {
      severity: "warning",
      code: "no-custodian",
      unit: "",
      subject: { kind: "custodian" },
      expected: "mã của đơn vị nhập số liệu quy hoạch chung của xã",
      found: custodian === "" ? "ô trống" : `“${shorten(custodian)}”`,
      action: "Ghi mã đơn vị đó ở tab Cấu hình, nếu không CT3, CT4, CT5 không có số liệu",
    },
  ];
}
