/** Issues with their cells: what `check --json`, `BDG_KIEMTRA` and the tab `Kiểm tra` show. */
import { checkFigures, type Issue, type Severity, type Subject } from "../core/check.ts";
import { elementOf } from "../core/element.ts";
import { FUND_SOURCE_NAMES } from "../core/task.ts";
import type { Cell } from "./grid.ts";
import { locate, placesOf } from "./layout.ts";
import type { WorkbookRecords } from "./read.ts";
import { ISSUES_TAB } from "./schema.ts";

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { error: "Lỗi", warning: "Lưu ý" };

/** An issue as users get it. Field names are public (`check --json`). */
export type LocatedIssue = {
  readonly severity: Severity;
  readonly code: string;
  readonly tab: string;
  readonly cell: string;
  /** Empty: the commune as a whole. */
  readonly unit: string;
  /** Empty: not about a data element. */
  readonly element: string;
  readonly message: string;
};

/** Names in words what an issue is about: `Tổ hòa giải (THG), số nữ`. */
export function subjectName(subject: Subject): string {
  switch (subject.kind) {
    case "value": {
      const field = subject.field === "total" ? "tổng số" : "số nữ";
      return `${elementOf(subject.element).name} (${subject.element}), ${field}`;
    }
    case "activity": {
      const names = {
        day: "ngày",
        theme: "chủ đề",
        participants: "số người dự",
        women: "số nữ",
        coOrganisers: "đơn vị phối hợp",
      };
      return `Hoạt động thứ ${subject.slot + 1}, ${names[subject.field]}`;
    }
    case "fund":
      return `Kinh phí ${FUND_SOURCE_NAMES[subject.source].toLowerCase()}, ${subject.field === "planned" ? "dự toán" : "đã chi"}`;
    case "task":
      return `Nhiệm vụ ${subject.task}, ${subject.field === "status" ? "trạng thái" : "kết quả"}`;
    case "history":
      return "Số liệu năm trước";
    case "custodian":
      return "Đơn vị nhập số liệu quy hoạch";
  }
}

/** Says an issue's expectation, finding and remedy in one sentence or two. */
function sayIssue(issue: Issue): string {
  return `Cần ${issue.expected}; thấy ${issue.found}. ${issue.action}.`;
}

type Placed = { readonly issue: Issue; readonly tab: string; readonly cell: string };

function placeIssues(records: WorkbookRecords): readonly Placed[] {
  const places = placesOf(records);
  return checkFigures(records.commune).map((issue) => ({
    issue,
    ...locate(issue.unit, issue.subject, places, records),
  }));
}

/** Lists every issue of a workbook with its cell and a full message: where, expected, found, what to do. */
export function listIssues(records: WorkbookRecords): readonly LocatedIssue[] {
  return placeIssues(records).map(({ issue, tab, cell }) => ({
    severity: issue.severity,
    code: issue.code,
    tab,
    cell,
    unit: issue.unit,
    element: issue.subject.kind === "value" ? issue.subject.element : "",
    message: `Tab ${tab}, ô ${cell} – ${subjectName(issue.subject)}: ${lowerFirst(sayIssue(issue))}`,
  }));
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Makes the rows of the tab `Kiểm tra`; one row says so where there is no issue. */
export function issueRows(records: WorkbookRecords): readonly (readonly Cell[])[] {
  const rows = placeIssues(records).map(({ issue, tab, cell }) => [
    SEVERITY_NAMES[issue.severity],
    issue.unit,
    tab,
    cell,
    subjectName(issue.subject),
    sayIssue(issue),
  ]);
  if (rows.length > 0) return rows;
  return [["Tốt", "", "", "", "", "Không có chỗ nào thiếu hay sai."].slice(0, ISSUES_TAB.columns.length)];
}
