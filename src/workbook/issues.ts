/** Issues with their cells: what `check --json`, `BDG_KIEMTRA` and the tab `Kiểm tra` show. */
import { checkFigures, type Issue, type Severity, type Subject } from "../core/check.ts";
import { NARRATIVE_PART_NAMES } from "../core/narrative.ts";
import { elementLabel, elementOf, type Plan } from "../core/plan/plan.ts";
import { ROLE_NAMES } from "../core/role.ts";
import { ASSESSMENT_PART_NAMES, FUND_SOURCE_NAMES } from "../core/task.ts";
import { type FoundPlace, findPlaces, tellsPlaces } from "./form-locations.ts";
import { address, type Cell } from "./grid.ts";
import { type CellPlace, locate } from "./locate.ts";
import type { WorkbookRecords } from "./read/workbook.ts";
import { DATA_TAB, HEADER_ROW, UNITS_TAB } from "./schema.ts";
import { columnOf } from "./table.ts";
import { listUnasked } from "./unasked.ts";
import { listUnparsed } from "./unparsed/tabs.ts";
import type { UnparsedIssue } from "./unparsed/unparsed.ts";

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
export function subjectName(subject: Subject, plan: Plan): string {
  switch (subject.kind) {
    case "value": {
      const names = { total: "tổng số", women: "số nữ", note: "ghi chú" };
      return `${elementLabel(elementOf(plan, subject.element))}, ${names[subject.field]}`;
    }
    case "activity": {
      const names = {
        day: "ngày",
        theme: "chủ đề",
        kind: "hình thức",
        participants: "số người dự",
        women: "số nữ",
        coOrganisers: "đơn vị phối hợp",
        link: "liên kết",
      };
      return `Hoạt động thứ ${subject.slot + 1}, ${names[subject.field]}`;
    }
    case "fund":
      return `Kinh phí ${FUND_SOURCE_NAMES[subject.source].toLowerCase()}, ${subject.field === "planned" ? "dự toán" : "đã chi"}`;
    case "task": {
      const names = { status: "trạng thái", result: "kết quả", link: "liên kết" };
      return `Nhiệm vụ ${subject.task}, ${names[subject.field]}`;
    }
    case "assessment":
      return `Đánh giá, ${ASSESSMENT_PART_NAMES[subject.part].toLowerCase()}`;
    case "narrative":
      return NARRATIVE_PART_NAMES[subject.part];
    case "unit":
      return "Hộp thư chung";
    case "history":
      return "Số liệu năm trước";
    case "role":
      return ROLE_NAMES[subject.role];
  }
}

/** Says an issue's expectation, finding and remedy in one sentence or two. */
function sayIssue({ expected, found, action }: UnparsedIssue): string {
  return `Cần ${expected}; thấy ${found}. ${action}.`;
}

/** All issues with their cells, unit by unit in the order of the register, those of the commune last. */
function placeIssues(records: WorkbookRecords): readonly UnparsedIssue[] {
  const places = findPlaces(records);
  const issues = [...checkFigures(records.commune), ...listUnasked(records.commune)];
  const order = new Map(records.register.map(({ code }, index) => [code, index]));
  const rank = ({ unit }: UnparsedIssue) => order.get(unit) ?? order.size;
  return [
    ...issues.map((issue) => placeIssue(issue, places, records)),
    ...listUntold(records),
    ...listFormless(records, places),
    ...listClosed(records, places),
    ...listUnparsed(records),
  ].sort((one, other) => rank(one) - rank(other));
}

function placeIssue(issue: Issue, places: ReadonlyMap<string, FoundPlace>, records: WorkbookRecords): UnparsedIssue {
  const { severity, code, unit, subject, expected, found, action } = issue;
  return {
    severity,
    code,
    unit,
    element: subject.kind === "value" ? subject.element : "",
    ...locate(unit, subject, places, records),
    subject: subjectName(subject, records.commune.plan),
    expected,
    found,
    action,
  };
}

/** A workbook of an earlier version does not tell where the rows of its forms stand: cells are counted off. */
function listUntold({ layout }: WorkbookRecords): readonly UnparsedIssue[] {
  if (tellsPlaces(layout.runs)) return [];
  return [
    {
      severity: "warning",
      code: "cells-counted",
      unit: "",
      element: "",
      tab: DATA_TAB.title,
      cell: address(HEADER_ROW, columnOf(DATA_TAB, "place")),
      subject: "Chỗ của các dòng",
      expected: "mỗi dòng kèm chỗ của dòng trong biểu",
      found: "sổ lập từ phiên bản trước, nên ô nêu ở danh sách này lệch ở biểu đã bị chèn hay xóa dòng, cột",
      action: "Chọn trình đơn Sổ 2282 → Kiểm tra và sửa sổ",
    },
  ];
}

/** A unit that was closed in the register keeps its form until set-up puts it away; its figures count no more. */
function listClosed({ register }: WorkbookRecords, places: ReadonlyMap<string, FoundPlace>): readonly UnparsedIssue[] {
  return register
    .filter(({ code, closed }) => closed && places.has(code))
    .map(({ code, cell }) => ({
      severity: "warning",
      code: "closed-form",
      unit: code,
      element: "",
      tab: UNITS_TAB.title,
      cell,
      subject: "Biểu của đơn vị",
      expected: "biểu của đơn vị ngừng hoạt động được cất đi",
      found: "biểu còn trong sổ; số liệu của biểu không được tính",
      action: "Chọn trình đơn Sổ 2282 → Lập sổ, lập biểu",
    }));
}

/** A unit that the register has gained since set-up has nowhere to type. */
function listFormless(
  { register }: WorkbookRecords,
  places: ReadonlyMap<string, FoundPlace>,
): readonly UnparsedIssue[] {
  return register
    .filter(({ code, closed }) => !closed && !places.has(code))
    .map(({ code, cell }) => ({
      severity: "error",
      code: "no-form",
      unit: code,
      element: "",
      tab: UNITS_TAB.title,
      cell,
      subject: "Biểu của đơn vị",
      expected: "một biểu cho đơn vị",
      found: "đơn vị chưa có biểu",
      action: "Chọn trình đơn Sổ 2282 → Lập sổ, lập biểu",
    }));
}

/** Lists every issue of a workbook with its cell and a full message: where, expected, found, what to do. */
export function listIssues(records: WorkbookRecords): readonly LocatedIssue[] {
  return placeIssues(records).map(showLocated);
}

/** An issue, and what tells its cell's row from all others. */
export type LinkedIssue = LocatedIssue & Pick<CellPlace, "beside">;

/** Lists every issue with what a link to its cell needs. */
export function linkIssues(records: WorkbookRecords): readonly LinkedIssue[] {
  return placeIssues(records).map((issue) => {
    const located = showLocated(issue);
    return issue.beside ? { ...located, beside: issue.beside } : located;
  });
}

function showLocated(issue: UnparsedIssue): LocatedIssue {
  return {
    severity: issue.severity,
    code: issue.code,
    tab: issue.tab,
    cell: issue.cell,
    unit: issue.unit,
    element: issue.element,
    message: `Tab ${issue.tab}, ô ${issue.cell} – ${issue.subject}: ${lowerFirst(sayIssue(issue))}`,
  };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Returns the sheet id of each tab by the title that issues name it by. */
export function sheetIds({ register, layout }: WorkbookRecords): ReadonlyMap<string, string> {
  return new Map([
    ...[...layout.tabIds].map(([title, id]): [string, string] => [title, String(id)]),
    ...register.map(({ tab, sheetId }): [string, string] => [tab, sheetId]),
  ]);
}

/** Makes the rows of the tab `Kiểm tra`; one row says so where there is no issue. */
export function issueRows(records: WorkbookRecords): readonly (readonly Cell[])[] {
  const ids = sheetIds(records);
  const rows = placeIssues(records).map((issue) => [
    SEVERITY_NAMES[issue.severity],
    issue.unit,
    issue.tab,
    issue.cell,
    issue.subject,
    sayIssue(issue),
    ids.get(issue.tab) ?? "",
  ]);
  if (rows.length > 0) return rows;
  return [["Tốt", "", "", "", "", "Không có chỗ nào thiếu hay sai.", ""]];
}
