/** Checks of what the coordinator keeps for the whole commune: earlier years' figures, and who holds the roles. */
import { elementOf, type Measure, type Plan, partsIn } from "../plan/plan.ts";
import { findHolder, type Holding, ROLE_NAMES, ROLES, type Role, readRole } from "../role.ts";
import { shorten } from "../text.ts";
import { type HistoryValue, isCount, validFigures } from "../value.ts";
import type { CheckedFigures } from "./figures.ts";
import { type Issue, type IssueContent, type Severity, show } from "./issue.ts";

/** Lists the rows of earlier years that cannot be used: not valid, or a second row for the same figures. */
export function checkHistory(history: readonly HistoryValue[], plan: Plan): readonly Issue[] {
  const first = new Map<string, HistoryValue>();
  for (const row of history) if (!first.has(keyOf(row))) first.set(keyOf(row), row);
  return history.flatMap((row, index): Issue[] => {
    const finding = first.get(keyOf(row)) === row ? historyFault(row, first, plan) : DUPLICATE;
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

type HistoryFinding = Omit<IssueContent, "found">;

const DUPLICATE: HistoryFinding = {
  code: "history-duplicate",
  expected: "mỗi năm, mỗi đơn vị, mỗi chỉ số một dòng",
  action: "Xóa dòng thừa; chỉ dòng đầu được dùng để so sánh",
};

function keyOf(row: Pick<HistoryValue, "year" | "unit" | "element">): string {
  return `${row.year}\n${row.unit}\n${row.element}`;
}

/** Says why a row of an earlier year is left out of that year's sums, or nothing. */
function historyFault(
  row: HistoryValue,
  first: ReadonlyMap<string, HistoryValue>,
  plan: Plan,
): HistoryFinding | undefined {
  if (!validFigures(elementOf(plan, row.element), row.total, row.women)) {
    return {
      code: "history-invalid",
      expected: "số nguyên, số nữ không quá tổng số",
      action: "Sửa lại số của năm cũ; số này không được dùng để so sánh",
    };
  }
  for (const { part, whole } of partsIn(plan)) {
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

/**
 * Lists the roles that nobody holds while something of the plan depends on them, and those of which only a name tells.
 * QG1 counts the roles that are held, so a missing HĐND or UBND is no error; nor is an office that has tasks alone.
 */
export function checkRoles(figures: CheckedFigures): readonly Issue[] {
  if (figures.units.length === 0) return [];
  return ROLES.flatMap((role): readonly Issue[] => {
    const dependents = dependentsOf(role, figures);
    if (dependents.length === 0) return [];
    const holding = findHolder(role, figures.units, figures.roles);
    const finding = roleFinding(role, holding, dependents);
    return finding ? [{ ...finding, unit: "", subject: { kind: "role", role } }] : [];
  });
}

/** Names what of the plan means nothing while nobody holds a role. */
function dependentsOf(role: Role, { plan, taskList }: CheckedFigures): readonly string[] {
  const targetsOf = (isMeant: (measure: Measure) => boolean) => [
    ...new Set(plan.indicators.flatMap(({ target, measure }) => (isMeant(measure) ? [target] : []))),
  ];
  if (role === "custodian") return sayTargets(targetsOf((measure) => isOfCommune(measure, plan)));
  const counted = targetsOf((measure) => measure.kind === "units-led" && measure.roles?.includes(role) === true);
  if (counted.length > 0) return sayTargets(counted);
  const named = (words: readonly string[]) => words.some((word) => readRole(word) === role);
  const scoped = targetsOf((measure) => measure.kind === "share" && named(measure.without ?? []));
  const tasks = taskList.filter(({ assignees }) => named(assignees)).map(({ code }) => code);
  return [
    ...(scoped.length === 0 ? [] : [`phần tính riêng của chỉ tiêu ${scoped.join(", ")}`]),
    ...(tasks.length === 0 ? [] : [`nhiệm vụ ${tasks.join(", ")}`]),
  ];
}

function sayTargets(codes: readonly string[]): readonly string[] {
  return codes.length === 0 ? [] : [`chỉ tiêu ${codes.join(", ")}`];
}

/** Tells whether an indicator is made of what the custodian enters for the whole commune. */
function isOfCommune(measure: Measure, plan: Plan): boolean {
  return measure.kind === "quotient" && elementOf(plan, measure.numerator).communeOnly;
}

function roleFinding(
  role: Role,
  holding: Holding,
  dependents: readonly string[],
): (IssueContent & { severity: Severity }) | undefined {
  const expected = `mã đơn vị có vai trò ${ROLE_NAMES[role]}`;
  const isCounted = role === "hdnd" || role === "ubnd";
  const isNotice = isCounted || role === "vanphong" || role === "congan";
  if (holding.kind === "held") {
    if (holding.by !== "name") return undefined;
    const found = `ô trống; theo tên, sổ hiểu là ${holding.unit.code} (${shorten(holding.unit.name)})`;
    const action = `Ghi ${holding.unit.code} ở tab Cấu hình nếu đúng, hoặc mã đơn vị khác`;
    return { severity: "warning", code: "role-by-name", expected, found, action };
  }
  if (holding.kind === "nobody" && isCounted) return undefined;
  const code = role === "custodian" ? "no-custodian" : "no-role";
  const lost = dependents.join(" và ");
  const effect = isCounted ? `${lost} không tính cơ quan này` : `${lost} chưa có đơn vị nào`;
  const action = role === "custodian" ? `${lost} chưa có số liệu` : effect;
  return {
    severity: isNotice ? "warning" : "error",
    code,
    expected,
    found: foundOf(holding),
    action: `Ghi mã đơn vị đó ở tab Cấu hình; hiện ${action}`,
  };
}

function foundOf(holding: Exclude<Holding, { kind: "held" }>): string {
  switch (holding.kind) {
    case "nobody":
      return "“Không”";
    case "unknown":
      return `“${shorten(holding.typed)}”, không phải mã một đơn vị đang hoạt động`;
    case "open": {
      const { candidates } = holding;
      if (candidates.length === 0) return "ô trống, và không đơn vị nào có mã hay tên như vậy";
      return `ô trống, và ${candidates.length} đơn vị có mã hay tên như vậy: ${candidates.map(({ code }) => code).join(", ")}`;
    }
  }
}
