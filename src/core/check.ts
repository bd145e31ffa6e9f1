/**
 * Data checks: everything that is missing, contradictory or doubtful in a commune's figures, all at once. What a user
 * typed never throws here. Where a figure stands in the workbook is not known here; the workbook layer adds it.
 */
import { type ElementCode, elementOf } from "./element.ts";
import { type Activity, eventFault, gatherEvents } from "./event.ts";
import type { CommuneFigures } from "./scorecard.ts";
import type { Assessment, Fund, FundSource, TaskReport } from "./task.ts";
import { TASK_STATUS_NAMES } from "./task.ts";
import { shorten } from "./text.ts";
import type { OrgUnit } from "./unit.ts";
import { type DataValue, isBlank, isCount, PART_OF, type Typed, validFigures } from "./value.ts";

export type Severity = "error" | "warning";

/** The cell, in the words of the domain, that an issue speaks of. */
export type Subject =
  | { readonly kind: "value"; readonly element: ElementCode; readonly field: "total" | "women" }
  | {
      readonly kind: "activity";
      readonly slot: number;
      readonly field: "day" | "theme" | "participants" | "women" | "coOrganisers";
    }
  | { readonly kind: "fund"; readonly source: FundSource; readonly field: "planned" | "spent" }
  | { readonly kind: "task"; readonly task: string; readonly field: "status" | "result" }
  /** A row of the history tab, by its place from 0. */
  | { readonly kind: "history"; readonly row: number }
  /** The settings: the custodian. */
  | { readonly kind: "custodian" };

/** One issue: where (unit and subject), what was expected, what was found, what to do. Texts are Vietnamese. */
export type Issue = {
  readonly severity: Severity;
  /** Stable word for the kind of issue. */
  readonly code: string;
  /** Empty: the commune as a whole. */
  readonly unit: string;
  readonly subject: Subject;
  readonly expected: string;
  readonly found: string;
  readonly action: string;
};

/** All that is checked. */
export type CheckedFigures = CommuneFigures & {
  readonly tasks: readonly TaskReport[];
  readonly funds: readonly Fund[];
  readonly assessments: readonly Assessment[];
  readonly custodian: string;
};

/** Lists every issue, unit by unit in the order of the register, then those of the commune. */
export function checkFigures(figures: CheckedFigures): readonly Issue[] {
  const order = new Map(figures.units.map((unit, index) => [unit.code, index]));
  const issues = [
    ...checkValues(figures),
    ...figures.activities.flatMap((activity) => checkActivity(activity, figures)),
    ...checkJointEvents(figures),
    ...figures.tasks.flatMap(checkTask),
    ...figures.funds.flatMap(checkFund),
    ...checkHistory(figures),
    ...checkCustodian(figures),
  ];
  const rank = (issue: Issue) => order.get(issue.unit) ?? figures.units.length;
  return issues.sort((one, other) => rank(one) - rank(other));
}

function show(typed: Typed): string {
  if (typed === undefined) return "ô trống";
  if (typeof typed === "string") return `“${shorten(typed)}”`;
  return String(typed).replace(".", ",");
}

/** Says what keeps one typed count from being one, or nothing. A blank is no fault here. */
function countFault(typed: Typed): { code: string; expected: string; action: string } | undefined {
  if (typed === undefined || isCount(typed)) return undefined;
  if (typeof typed === "string") {
    return { code: "not-a-number", expected: "một số nguyên từ 0 trở lên", action: "Chỉ gõ chữ số, không gõ chữ" };
  }
  if (typed < 0) return { code: "negative", expected: "số từ 0 trở lên", action: "Sửa lại số, không có số âm" };
  if (!Number.isInteger(typed))
    return { code: "not-whole", expected: "số nguyên", action: "Nhập số người, không có phần lẻ" };
  return { code: "too-large", expected: "số người có thật", action: "Kiểm tra lại, có thể thừa chữ số" };
}

function checkValues(figures: CheckedFigures): Issue[] {
  const typed = new Map(figures.values.map((value) => [`${value.unit}\n${value.element}`, value]));
  const lastYear = new Map(
    figures.history
      .filter((row) => row.year === figures.year - 1)
      .map((row) => [`${row.unit}\n${row.element}`, validFigures(row.element, row.total, row.women)]),
  );
  return figures.units.flatMap((unit) => {
    const figuresOf = (element: ElementCode): DataValue =>
      typed.get(`${unit.code}\n${element}`) ?? {
        unit: unit.code,
        element,
        total: undefined,
        women: undefined,
        note: "",
      };
    return [
      ...unit.elements.flatMap((element) => checkValue(figuresOf(element))),
      ...unit.elements.flatMap((element) => checkJump(figuresOf(element), lastYear.get(`${unit.code}\n${element}`))),
      ...checkParts(unit, figuresOf),
      ...checkPlanned(unit, figuresOf),
    ];
  });
}

function valueIssue(
  value: DataValue,
  field: "total" | "women",
  rest: Omit<Issue, "unit" | "subject" | "severity"> & { severity?: Severity },
): Issue {
  return {
    severity: "error",
    ...rest,
    unit: value.unit,
    subject: { kind: "value", element: value.element, field },
  };
}

function checkValue(value: DataValue): Issue[] {
  const { hasTotal } = elementOf(value.element);
  const fields = hasTotal ? (["total", "women"] as const) : (["women"] as const);
  if (isBlank(value)) {
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
  } else if (value.element === "LD" && total === 0) {
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

/** A figure that moved by more than half against last year asks for a note. */
function checkJump(value: DataValue, earlier: { total: number; women: number } | undefined): Issue[] {
  const now = validFigures(value.element, value.total, value.women);
  if (!now || !earlier || value.note !== "") return [];
  const field = elementOf(value.element).hasTotal ? "total" : "women";
  const before = earlier[field];
  if (before === 0 || 2 * Math.abs(now[field] - before) <= before) return [];
  return [
    valueIssue(value, field, {
      severity: "warning",
      code: "jump",
      expected: `gần với số năm trước (${before})`,
      found: String(now[field]),
      action: "Kiểm tra lại; nếu đúng thì ghi lý do ở ô ghi chú",
    }),
  ];
}

function checkParts(unit: OrgUnit, figuresOf: (element: ElementCode) => DataValue): Issue[] {
  return PART_OF.filter(({ part, whole }) => unit.elements.includes(part) && unit.elements.includes(whole)).flatMap(
    ({ part, whole }) => {
      const value = figuresOf(part);
      const limit = figuresOf(whole).women;
      if (!isCount(value.women) || !isCount(limit) || value.women <= limit) return [];
      return [
        valueIssue(value, "women", {
          code: `${part.toLowerCase()}-over-${whole.toLowerCase()}`,
          expected: `không quá ${limit} (“${elementOf(whole).name}”)`,
          found: String(value.women),
          action: "Sửa một trong hai số",
        }),
      ];
    },
  );
}

/** CT4's denominator may differ from CT3's women: worth a second look, no more. */
function checkPlanned(unit: OrgUnit, figuresOf: (element: ElementCode) => DataValue): Issue[] {
  if (!unit.elements.includes("QH") || !unit.elements.includes("QHC")) return [];
  const planned = figuresOf("QH").women;
  const value = figuresOf("QHC");
  if (!isCount(planned) || !isCount(value.women) || planned === value.women) return [];
  return [
    valueIssue(value, "women", {
      severity: "warning",
      code: "qhc-differs",
      expected: `thường bằng số nữ trong quy hoạch (${planned})`,
      found: String(value.women),
      action: "Kiểm tra lại; nếu đúng thì ghi lý do ở ô ghi chú",
    }),
  ];
}

function checkActivity(activity: Activity, figures: CheckedFigures): Issue[] {
  const issue = (
    field: Extract<Subject, { kind: "activity" }>["field"],
    rest: Omit<Issue, "unit" | "subject" | "severity"> & { severity?: Severity },
  ): Issue => ({
    severity: "error",
    ...rest,
    unit: activity.unit,
    subject: { kind: "activity", slot: activity.slot, field },
  });
  const issues: Issue[] = [];
  const fault = eventFault(activity, figures.year);
  if (fault === "no-day") {
    issues.push(
      issue("day", {
        code: "event-no-day",
        expected: "ngày tổ chức, ví dụ 08/03/2026",
        found: activity.dateTyped === "" ? "ô trống" : `“${shorten(activity.dateTyped)}”`,
        action: "Nhập ngày/tháng/năm; chưa có ngày thì hoạt động chưa được tính",
      }),
    );
  } else if (fault === "no-theme") {
    issues.push(
      issue("theme", {
        code: "event-no-theme",
        expected: "chủ đề của hoạt động",
        found: "ô trống",
        action: "Nhập chủ đề; chưa có thì hoạt động chưa được tính",
      }),
    );
  } else if (fault === "outside-year") {
    issues.push(
      issue("day", {
        code: "event-outside-year",
        expected: `ngày trong năm ${figures.year}`,
        found: activity.dateTyped,
        action: "Sửa ngày, hoặc chuyển hoạt động sang báo cáo của năm đó; hoạt động này không được tính",
      }),
    );
  }
  for (const field of ["participants", "women"] as const) {
    const wrong = countFault(activity[field]);
    if (wrong) issues.push(issue(field, { ...wrong, found: show(activity[field]) }));
  }
  if (isCount(activity.participants) && isCount(activity.women) && activity.women > activity.participants) {
    issues.push(
      issue("women", {
        code: "women-over-total",
        expected: `số nữ không quá số người dự (${activity.participants})`,
        found: String(activity.women),
        action: "Sửa số nữ hoặc số người dự",
      }),
    );
  }
  const known = new Set(figures.units.map((unit) => unit.code));
  const unknown = activity.coOrganisers.filter((code) => !known.has(code));
  if (unknown.length > 0) {
    issues.push(
      issue("coOrganisers", {
        severity: "warning",
        code: "unknown-co-organiser",
        expected: "mã đơn vị có trong tab Đơn vị, cách nhau bằng dấu |",
        found: `“${shorten(unknown.join("|"))}”`,
        action: "Sửa mã, nếu không hoạt động chung có thể bị tính hai lần",
      }),
    );
  }
  return issues;
}

/** The same event, reported by two units with different numbers of participants. */
function checkJointEvents(figures: CheckedFigures): Issue[] {
  return gatherEvents(figures.activities, figures.year).flatMap(({ rows }) => {
    const [first, ...others] = rows;
    if (!first) return [];
    return others
      .filter((row) => row.participants !== first.participants || row.women !== first.women)
      .map(
        (row): Issue => ({
          severity: "warning",
          code: "joint-event-differs",
          unit: row.unit,
          subject: { kind: "activity", slot: row.slot, field: "participants" },
          expected: `như đơn vị ${first.unit} đã ghi: ${show(first.participants)} người, nữ ${show(first.women)}`,
          found: `${show(row.participants)} người, nữ ${show(row.women)}`,
          action: "Hai đơn vị thống nhất lại; hoạt động chung chỉ được tính một lần",
        }),
      );
  });
}

function checkTask(report: TaskReport): Issue[] {
  const about = { unit: report.unit, subject: { kind: "task", task: report.task, field: "status" } as const };
  if (report.status === undefined && report.statusTyped !== "") {
    return [
      {
        ...about,
        severity: "error",
        code: "task-status",
        expected: `một trong: ${Object.values(TASK_STATUS_NAMES).join(", ")}`,
        found: `“${shorten(report.statusTyped)}”`,
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

function checkFund(fund: Fund): Issue[] {
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
      expected: `không quá dự toán (${fund.planned})`,
      found: String(fund.spent),
      action: "Kiểm tra lại, hoặc bổ sung dự toán",
    });
  }
  return issues;
}

function checkHistory(figures: CheckedFigures): Issue[] {
  return figures.history.flatMap((row, index): Issue[] => {
    if (validFigures(row.element, row.total, row.women)) return [];
    return [
      {
        severity: "warning",
        code: "history-invalid",
        unit: row.unit,
        subject: { kind: "history", row: index },
        expected: "số nguyên, số nữ không quá tổng số",
        found: `tổng ${show(row.total)}, nữ ${show(row.women)}`,
        action: "Sửa lại số của năm cũ; số này không được dùng để so sánh",
      },
    ];
  });
}

function checkCustodian(figures: CheckedFigures): Issue[] {
  if (figures.units.length === 0 || figures.units.some((unit) => unit.code === figures.custodian)) return [];
  return [
    {
      severity: "warning",
      code: "no-custodian",
      unit: "",
      subject: { kind: "custodian" },
      expected: "mã của đơn vị nhập số liệu quy hoạch chung của xã",
      found: figures.custodian === "" ? "ô trống" : `“${shorten(figures.custodian)}”`,
      action: "Ghi mã đơn vị đó ở tab Cấu hình, nếu không CT3, CT4, CT5 không có số liệu",
    },
  ];
}
