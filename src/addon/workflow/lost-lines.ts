/**
 * Approvals whose line somebody deleted out of a log that is there: their cells are still locked, which only an approval
 * does, so the line can be written again, and says that it was. What left no other trace, a reason, is lost with its line.
 */

import { type Finding, finding } from "../../workbook/repair/finding.ts";
import { LOG_TAB } from "../../workbook/schema.ts";
import type { NewEntry } from "../../workbook/workflow/log.ts";
import type { Clock } from "../clock.ts";
import type { Tabs } from "../tabs.ts";
import { appendLog, gatherSubmissions } from "./log-writer.ts";
import { approvalsOf } from "./lost-log.ts";
import { readPendingUnits } from "./pending.ts";
import { readWorkflow } from "./reading.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What is missing, in words, and the writing of it. */
export type LostLines = { readonly findings: readonly Finding[]; readonly putBack: () => void };

const NOTHING: LostLines = { findings: [], putBack: () => undefined };

/** Looks for approvals that the log has no line of. A workbook that cannot be read is to be repaired first. */
export function findLostLines(book: Spreadsheet, clock: Clock): LostLines {
  try {
    const { board, tabs, notes } = readWorkflow(book, clock);
    const noted = readPendingUnits(notes);
    // Who handed in nothing this year is locked from an earlier one; whose lock is being changed, the next act settles.
    const candidates = board.units.filter(
      ({ unit, standing }) => standing.state === "submitted" && !noted.has(unit.code),
    );
    const lost = approvalsOf(book, { ...board, units: candidates }, clock);
    const names = new Map(candidates.map(({ unit }) => [unit.code, unit.name]));
    return {
      findings: lost.map((entry) => sayLost(entry, names.get(entry.unit) ?? entry.unit, tabs)),
      putBack: () => appendLog(tabs, [...gatherSubmissions(board), ...lost]),
    };
  } catch (cause) {
    // Whatever keeps it from being read must not keep it from being repaired.
    console.warn(`The log was not looked through: ${String(cause)}`);
    return NOTHING;
  }
}

function sayLost({ unit }: NewEntry, name: string, { need }: Tabs): Finding {
  return finding({ tab: need(LOG_TAB.title).getName(), cell: "" }, "missing-line", "patch", {
    expected: `một dòng Duyệt của ${name} (${unit}), vì ô nhập của đơn vị còn khóa từ khi duyệt`,
    found: "không có dòng nào; có lẽ ai đó đã xóa",
    action:
      "Sửa sổ ghi lại dòng này kèm chữ “Dựng lại khi sửa sổ”; thời điểm duyệt cũ không dựng lại được. Nếu báo cáo chưa hề được duyệt, sửa sổ xong hãy Mở lại ở mục Đơn vị",
  });
}
