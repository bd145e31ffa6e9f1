/** The board in the sidebar's words: plain JSON, every state named, every place a link. */
import { showDay } from "../../core/period.ts";
import { computeScorecard, STATUS_NAMES } from "../../core/scorecard.ts";
import { UNIT_TYPE_NAMES } from "../../core/unit-type.ts";
import { daysBetween, lastDay, showMoment } from "../../core/workflow/deadline.ts";
import { ACTION_NAMES, changedText, daysLeftText, doubtText, STATE_NAMES } from "../../core/workflow/words.ts";
import { capitalise } from "../../report/vietnamese.ts";
import { address } from "../../workbook/grid.ts";
import { type LinkedIssue, SEVERITY_NAMES } from "../../workbook/issues.ts";
import type { CellPlace } from "../../workbook/locate.ts";
import { FIRST_DATA_ROW, SCORECARD_TAB } from "../../workbook/schema.ts";
import { columnOf } from "../../workbook/table.ts";
import { type Board, type BoardUnit, countIssues } from "../../workbook/workflow/board.ts";
import type { Clock } from "../clock.ts";
import type { CellLink, Deadline, IndicatorRow, LogLine, Rates, SidebarIssue, UnitRow } from "../rpc/desk.ts";

/** How many lines of the log a desk shows. */
const LOG_LINES = 50;

/** Makes a link of a place. */
export function linkTo({ sheetIds }: Board, { tab, cell, beside }: CellPlace): CellLink {
  return { tab, sheetId: sheetIds.get(tab) ?? null, cell, ...(beside ? { beside } : {}) };
}

/** Says when reports are due, seen from now. */
export function showDeadline({ records }: Board, clock: Clock): Deadline {
  const { deadline } = records.commune.settings;
  const last = lastDay(deadline);
  const daysLeft = daysBetween(clock.moment().day, last);
  return { before: deadline, lastMoment: `${showDay(last)} 23:59`, daysLeft, text: daysLeftText(daysLeft) };
}

/** Names the commune: `Xã Vĩnh Phong`. */
export function showCommune({ records }: Board): string {
  const { kind, name } = records.commune.settings;
  return capitalise(`${kind} ${name}`);
}

/** Shows one unit. */
export function showUnit(board: Board, row: BoardUnit): UnitRow {
  const { unit, standing, filled, start } = row;
  const { submittedAt } = standing;
  return {
    unit: unit.code,
    name: unit.name,
    type: unit.type,
    typeName: UNIT_TYPE_NAMES[unit.type],
    state: standing.state,
    stateName: STATE_NAMES[standing.state],
    late: standing.late,
    submittedAt: submittedAt ? showMoment(submittedAt).slice(0, -3) : "",
    role: standing.role,
    doubtText: doubtText(standing.doubts),
    changedCells: standing.changedCells,
    changedText: changedText(standing.changedCells),
    reason: standing.reason,
    asked: unit.elements.length,
    filled: filled.length,
    errors: countIssues(row, "error"),
    warnings: countIssues(row, "warning"),
    mailboxes: unit.mailboxes,
    hasForm: row.place !== undefined,
    link: linkTo(board, start),
    digest: standing.digest,
  };
}

/** Counts units by how far they are. */
export function countRates({ units }: Board): Rates {
  const submitted = units.filter(({ standing }) => standing.state === "submitted" || standing.state === "approved");
  const late = submitted.filter(({ standing }) => standing.late);
  return {
    units: units.length,
    complete: units.filter(({ unit, filled }) => filled.length === unit.elements.length).length,
    submitted: submitted.length,
    onTime: submitted.length - late.length,
    late: late.length,
    approved: units.filter(({ standing }) => standing.state === "approved").length,
  };
}

/** Shows the scorecard's rows, each with its cell. */
export function showIndicators(board: Board): readonly IndicatorRow[] {
  const column = columnOf(SCORECARD_TAB, "percent");
  return computeScorecard(board.records.commune).indicators.map((indicator, index) => ({
    ...indicator,
    statusName: STATUS_NAMES[indicator.status],
    link: linkTo(board, { tab: SCORECARD_TAB.title, cell: address(FIRST_DATA_ROW + index, column) }),
  }));
}

/** Shows the latest lines of the log, the latest first. */
export function showLog({ log }: Board): readonly LogLine[] {
  return log
    .slice(-LOG_LINES)
    .reverse()
    .map(({ time, role, unit, action, reason }) => ({
      time,
      role,
      unit,
      action,
      actionName: ACTION_NAMES[action],
      reason,
    }));
}

/** Shows an issue. */
export function showIssue(board: Board, issue: LinkedIssue): SidebarIssue {
  const { severity, code, unit, message } = issue;
  return { severity, severityName: SEVERITY_NAMES[severity], code, unit, message, link: linkTo(board, issue) };
}
