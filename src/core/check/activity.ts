/** Checks of communication activities: rows that do not count, and joint events that are told in two ways. */
import { type Activity, type Dates, eventFault, gatherEvents, isNoActivity, isUnknownForm } from "../event.ts";
import { showDay, yearOf } from "../period.ts";
import type { CommuneFigures } from "../scorecard.ts";
import { foldText } from "../text.ts";
import { isCount, type Typed } from "../value.ts";
import { countFault, type Issue, type IssueContent, type Subject, show } from "./issue.ts";

/** Lists what keeps an activity from counting, and what is contradictory or doubtful in it. */
export function checkActivities(figures: CommuneFigures): readonly Issue[] {
  const known = new Set(figures.units.map((unit) => foldText(unit.code)));
  const forms = figures.plan.indicators.flatMap(({ measure }) => (measure.kind === "events" ? measure.forms : []));
  return [
    ...figures.activities.flatMap((activity) => [
      ...checkDayAndTheme(activity, figures),
      ...checkParticipants(activity),
      ...checkCoOrganisers(activity, known),
      ...checkForm(activity, forms),
    ]),
    ...checkJointEvents(figures),
  ];
}

type Field = Extract<Subject, { kind: "activity" }>["field"];

function activityIssue(activity: Activity, field: Field, finding: IssueContent): Issue {
  return {
    severity: "error",
    ...finding,
    unit: activity.unit,
    subject: { kind: "activity", slot: activity.slot, field },
  };
}

function checkDayAndTheme(activity: Activity, dates: Dates): Issue[] {
  const { year, today } = dates;
  const { day = "" } = activity;
  if (isNoActivity(activity)) return [];
  switch (eventFault(activity, dates)) {
    case "no-day":
      return [
        activityIssue(activity, "day", {
          code: "event-no-day",
          expected: "ngày tổ chức, ví dụ 08/03/2026",
          found: show(activity.dateTyped === "" ? undefined : activity.dateTyped),
          action: "Nhập ngày/tháng/năm; chưa có ngày thì hoạt động chưa được tính",
        }),
      ];
    case "no-theme":
      return [
        activityIssue(activity, "theme", {
          code: "event-no-theme",
          expected: "chủ đề của hoạt động",
          found: show(activity.theme === "" ? undefined : activity.theme),
          action: "Nhập chủ đề; chưa có thì hoạt động chưa được tính, không có hoạt động thì để trống cả dòng",
        }),
      ];
    case "before":
      return [
        activityIssue(activity, "day", {
          severity: "warning",
          code: "event-outside-year",
          expected: `ngày trong năm ${year}`,
          found: activity.dateTyped,
          action: `Hoạt động này thuộc báo cáo năm ${yearOf(day)}, không tính vào năm ${year}; gõ nhầm thì sửa ngày`,
        }),
      ];
    case "next": {
      const plan = today !== undefined && day > today ? " (dự kiến)" : "";
      return [
        activityIssue(activity, "day", {
          severity: "warning",
          code: "event-outside-year",
          expected: `ngày trong năm ${year}`,
          found: `${activity.dateTyped}${plan}`,
          action: `Hoạt động này tính vào năm ${yearOf(day)}, không tính vào năm ${year}; gõ nhầm thì sửa ngày`,
        }),
      ];
    }
    case "planned":
      return [
        activityIssue(activity, "day", {
          severity: "warning",
          code: "event-planned",
          expected: `ngày đã qua, tính đến ${showDay(today ?? "")}`,
          found: `${activity.dateTyped} (dự kiến)`,
          action: "Hoạt động dự kiến chưa được tính; đến ngày đó sổ tự tính, đổi lịch thì sửa ngày",
        }),
      ];
    case undefined:
      return [];
  }
}

function checkParticipants(activity: Activity): Issue[] {
  const { participants, women } = activity;
  const issues = (["participants", "women"] as const).flatMap((field) => {
    const fault = countFault(activity[field]);
    return fault ? [activityIssue(activity, field, { ...fault, found: show(activity[field]) })] : [];
  });
  if (!isCount(participants) || !isCount(women) || women <= participants) return issues;
  return [
    ...issues,
    activityIssue(activity, "women", {
      code: "women-over-total",
      expected: `số nữ không quá số người dự (${participants})`,
      found: String(women),
      action: "Sửa số nữ hoặc số người dự",
    }),
  ];
}

/** Codes are compared as events compare them: case and spacing do not matter. */
function checkCoOrganisers(activity: Activity, known: ReadonlySet<string>): Issue[] {
  const unknown = activity.coOrganisers.filter((code) => !known.has(foldText(code)));
  if (unknown.length === 0) return [];
  return [
    activityIssue(activity, "coOrganisers", {
      severity: "warning",
      code: "unknown-co-organiser",
      expected: "mã đơn vị có trong tab Đơn vị, cách nhau bằng dấu | ; hoặc ,",
      found: show(unknown.join("|")),
      action: "Sửa mã, nếu không hoạt động chung có thể bị tính hai lần",
    }),
  ];
}

/** A form that no indicator counts, and that may be one of those which do, in other words. */
function checkForm(activity: Activity, forms: readonly string[]): Issue[] {
  if (isNoActivity(activity) || !isUnknownForm(activity.kind, forms)) return [];
  return [
    activityIssue(activity, "kind", {
      severity: "warning",
      code: "event-form",
      expected: `hình thức tuyên truyền: ${forms.join(", ")}`,
      found: show(activity.kind),
      action: "Chọn lại nếu là một trong các hình thức đó; hiện hoạt động này không tính vào CT6",
    }),
  ];
}

/** The same event, reported twice with different numbers of participants. A blank contradicts nothing. */
function checkJointEvents(figures: CommuneFigures): Issue[] {
  return gatherEvents(figures.activities, figures).flatMap(({ rows }) => {
    const [first, ...others] = rows.filter((row) => row.participants !== undefined || row.women !== undefined);
    if (!first) return [];
    return others
      .filter((row) => differ(row.participants, first.participants) || differ(row.women, first.women))
      .map((row) =>
        activityIssue(row, "participants", {
          severity: "warning",
          code: "joint-event-differs",
          expected: `như đơn vị ${first.unit} đã ghi: ${show(first.participants)} người, nữ ${show(first.women)}`,
          found: `${show(row.participants)} người, nữ ${show(row.women)}`,
          action: "Hai đơn vị thống nhất lại; hoạt động chung chỉ được tính một lần",
        }),
      );
  });
}

function differ(one: Typed, other: Typed): boolean {
  return one !== undefined && other !== undefined && one !== other;
}
