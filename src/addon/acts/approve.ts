/**
 * The coordinator approves submitted reports. Their cells are locked first, then the figures are read again: only what has
 * not changed meanwhile is approved.
 */
import { digestFigures } from "../../core/workflow/digest.ts";
import { type BoardUnit, countIssues } from "../../workbook/workflow/board.ts";
import { readReported } from "../../workbook/workflow/reported.ts";
import type { Clock } from "../clock.ts";
import type { ActionOutcome, ApproveRequest } from "../rpc/desk.ts";
import { findUnit } from "../workflow/checklist.ts";
import { CHANGED, changeOf, decide, entryOf, notIn, withLocks, writeLog } from "../workflow/decision.ts";
import { warnOf } from "../workflow/pending.ts";

type Refused = ActionOutcome["refused"][number];

/** Approves submitted reports without errors, as far as there is time. */
export function approveReports({ units }: ApproveRequest, clock: Clock): ActionOutcome {
  const codes = units.map(({ unit }) => unit);
  return decide(codes, clock, (desk) => {
    const { reading, guards } = desk;
    const refused: Refused[] = [];
    const wanted = units.flatMap(({ unit, digest }): readonly BoardUnit[] => {
      const row = findUnit(reading.board, unit);
      const reason = whyNotApproved(row, digest) || guards.whyNotFound(row);
      if (reason === "") return [row];
      refused.push({ unit, reason });
      return [];
    });
    const named = wanted.map(({ unit }) => unit.code);
    return withLocks(named, desk, clock, () => {
      const locked: BoardUnit[] = [];
      for (const row of wanted) {
        if (!clock.hasTime()) break;
        locked.push(row);
        guards.set(row, true);
      }
      SpreadsheetApp.flush();
      const now = reading.readAgain();
      const reported = readReported(now.data, now.hamlets);
      const isSame = ({ unit, standing }: BoardUnit) =>
        digestFigures(reported.get(unit.code)?.rows ?? []) === standing.digest;
      const approved = locked.filter(isSame);
      const changed = locked.filter((row) => !isSame(row));
      const warnings = changed.flatMap((row) => warnOf(row.unit.code, guards.set(row, false)));
      refused.push(...changed.map(({ unit }) => ({ unit: unit.code, reason: CHANGED })));
      const lines = approved.map((row) => entryOf(row, "approve", "", reading, clock));
      const grids = writeLog(reading, lines, now);
      const done = approved.map(({ unit }) => unit.code);
      return { done, refused, warnings, left: named.slice(locked.length), grids };
    });
  });
}

function whyNotApproved(row: BoardUnit, digest: string): string {
  if (row.standing.state !== "submitted") return notIn(row, "submitted");
  const errors = countIssues(row, "error");
  return errors > 0 ? `Còn ${errors} lỗi; hãy trả lại để đơn vị sửa.` : changeOf(row, digest);
}
