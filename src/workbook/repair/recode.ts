/** A unit that got another code: its earlier years and what the log says about it follow. */
import { foldText } from "../../core/text.ts";
import { address, cellText } from "../grid.ts";
import type { PlanStep } from "../plan.ts";
import { FIRST_DATA_ROW, HISTORY_TAB, LOG_TAB } from "../schema.ts";
import { columnOf } from "../table.ts";
import { type LogEntry, logRows, readLog, renameEntry } from "../workflow/log.ts";
import type { FoundContent } from "./content.ts";
import { belowHeading } from "./table-shape.ts";

/**
 * Plans what follows. It comes before the forms get the new code: only while they have the old one is it known. `when`:
 * the moment, to the minute.
 */
export function recodeSteps(
  found: FoundContent,
  aliases: ReadonlyMap<string, string>,
  when: string,
): readonly PlanStep[] {
  return aliases.size === 0 ? [] : [...recodeLog(found, aliases, when), ...recodeHistory(found, aliases)];
}

function recodeLog({ tables }: FoundContent, aliases: ReadonlyMap<string, string>, when: string): readonly PlanStep[] {
  const table = tables.get(LOG_TAB.title);
  const log: readonly LogEntry[] = table ? readLog(belowHeading(table.grid)) : [];
  const entries = [...aliases].flatMap(([old, code]) => renameEntry(log, old, code, `${when}:00`));
  return entries.length === 0 ? [] : [{ do: "append", tab: LOG_TAB.title, cells: logRows(entries) }];
}

function recodeHistory({ tables }: FoundContent, aliases: ReadonlyMap<string, string>): readonly PlanStep[] {
  const column = columnOf(HISTORY_TAB, "unit");
  const known = new Map([...aliases].map(([old, code]) => [foldText(old), code]));
  return (tables.get(HISTORY_TAB.title)?.grid ?? []).flatMap((row, index): readonly PlanStep[] => {
    const code = index + 1 < FIRST_DATA_ROW ? undefined : known.get(foldText(cellText(row[column - 1])));
    if (code === undefined) return [];
    return [{ do: "enter", tab: HISTORY_TAB.title, at: address(index + 1, column), cells: [[`'${code}`]] }];
  });
}
