/**
 * The formula by which a form itself says where its report stands, and why its cells are locked: the words of the log's
 * last decision on the submission that stands in the form; where there is none, that the coordinator has yet to look.
 */
import { columnLetters, quoteTab } from "../grid.ts";
import { FIRST_DATA_ROW, LOG_TAB, type LogKey } from "../schema.ts";
import { columnOf } from "../table.ts";

/** Makes the formula. `unit`, `time`: cells of the form, with its unit's code and the moment of its submission. */
export function standingFormula(unit: string, time: string, logName: string): string {
  const column = (key: LogKey): string => {
    const letters = columnLetters(columnOf(LOG_TAB, key));
    return `${quoteTab(logName)}!$${letters}$${FIRST_DATA_ROW}:$${letters}`;
  };
  const words = `LET(f;FILTER(${column("words")};${column("about")}=${unit}&"|"&${time});INDEX(f;ROWS(f)))`;
  const waiting = `"Đã nộp lúc "&${time}&". Chờ người tổng hợp xem."`;
  return `=IF(LEN(${time})=0;"Chưa nộp.";IFERROR(${words};${waiting}))`;
}
