/** A unit's own view: what is filled, missing, contradictory, when it is due, and whether it can submit. */
import { elementLabel, elementOf } from "../../core/plan/plan.ts";
import { tasksOf } from "../../core/task.ts";
import { showMoment } from "../../core/workflow/deadline.ts";
import { findPlaces } from "../../workbook/form-locations.ts";
import { WorkbookFault } from "../../workbook/grid.ts";
import { type CellPlace, locate } from "../../workbook/locate.ts";
import { type Board, type BoardUnit, countIssues, findZeros } from "../../workbook/workflow/board.ts";
import { isSubmittedAsItIs, obstacleOf } from "../../workbook/workflow/submission.ts";
import type { Clock } from "../clock.ts";
import type { Checklist, ChecklistItem, ZeroItem } from "../rpc/desk.ts";
import { linkTo, showCommune, showDeadline, showIssue, showUnit } from "./show.ts";

/** Finds a unit of the board. Throws a WorkbookFault if there is no such unit. */
export function findUnit({ units }: Board, code: string): BoardUnit {
  const found = units.find(({ unit }) => unit.code === code);
  if (found) return found;
  throw new WorkbookFault(`Cần mã một đơn vị đang hoạt động ở tab Đơn vị; thấy “${code}”. Hãy tải lại bảng bên.`);
}

/** Shows a unit's checklist. `own`: the units of the current user. */
export function showChecklist(board: Board, row: BoardUnit, own: readonly BoardUnit[], clock: Clock): Checklist {
  return {
    commune: showCommune(board),
    year: board.records.commune.year,
    deadline: showDeadline(board, clock),
    unit: showUnit(board, row),
    items: listItems(board, row),
    issues: row.issues.map((issue) => showIssue(board, issue)),
    zeros: listZeros(board, row),
    obstacle: isSubmittedAsItIs(row) && countIssues(row, "error") === 0 ? sayWaiting(row) : obstacleOf(row),
    others: own
      .filter(({ unit }) => unit.code !== row.unit.code)
      .map(({ unit: { code, name } }) => ({ unit: code, name })),
  };
}

function sayWaiting({ standing }: BoardUnit): string {
  const at = standing.submittedAt ? ` lúc ${showMoment(standing.submittedAt).slice(0, -3)}` : "";
  return `Đã nộp${at}, đang chờ người tổng hợp xem: bạn chưa phải làm gì thêm. Nếu sửa số liệu thì phải nộp lại.`;
}

function listItems(board: Board, { unit, issues, filled }: BoardUnit): readonly ChecklistItem[] {
  const places = findPlaces(board.records);
  const at = (subject: Parameters<typeof locate>[1]): CellPlace => locate(unit.code, subject, places, board.records);
  const elements = unit.elements.map((element): ChecklistItem => {
    const own = issues.filter((issue) => issue.element === element && issue.severity === "error");
    const isMissing = own.every(({ code }) => code === "missing");
    const state = filled.includes(element) && own.length === 0 ? "filled" : isMissing ? "blank" : "faulty";
    const definition = elementOf(board.records.commune.plan, element);
    const field = definition.hasTotal ? "total" : "women";
    return {
      key: `SL.${element}`,
      name: elementLabel(definition),
      state,
      isRequired: true,
      link: linkTo(board, at({ kind: "value", element, field })),
    };
  });
  const { taskList, tasks } = board.records.commune;
  const reported = new Set(tasks.flatMap((report) => (report.unit === unit.code ? [report.task] : [])));
  const duties = tasksOf(unit, taskList).map(
    ({ code, text }): ChecklistItem => ({
      key: `NV.${code}`,
      name: text,
      state: reported.has(code) ? "filled" : "blank",
      isRequired: false,
      link: linkTo(board, at({ kind: "task", task: code, field: "status" })),
    }),
  );
  return [...elements, ...duties];
}

function listZeros(board: Board, row: BoardUnit): readonly ZeroItem[] {
  const places = findPlaces(board.records);
  return findZeros(row, board.records).map(({ element, field }) => ({
    key: `SL.${element}`,
    name: `${elementLabel(elementOf(board.records.commune.plan, element))}: ${field === "total" ? "tổng số 0" : "nữ 0"}`,
    link: linkTo(board, locate(row.unit.code, { kind: "value", element, field }, places, board.records)),
  }));
}
