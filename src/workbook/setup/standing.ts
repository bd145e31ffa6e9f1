/**
 * The formula by which a form itself says where its report stands, and why its cells are locked: the words of the log's
 * last decision on the submission that stands in the form; where there is none, that the coordinator has yet to look.
 */
import { STAMP_HEAD } from "../../core/workflow/digest.ts";
import { columnLetters, quoteTab } from "../grid.ts";
import { FIRST_DATA_ROW, LOG_TAB, type LogKey } from "../schema.ts";
import { columnOf } from "../table.ts";

/** The cells of a form that tell what was submitted: unit, moment, stamp. */
export type SubmissionCells = { readonly unit: string; readonly time: string; readonly stamp: string };

/** Makes the formula. */
export function standingFormula({ unit, time, stamp }: SubmissionCells, logName: string): string {
  const column = (key: LogKey): string => {
    const letters = columnLetters(columnOf(LOG_TAB, key));
    return `${quoteTab(logName)}!$${letters}$${FIRST_DATA_ROW}:$${letters}`;
  };
  // A plain-text cell may keep the apostrophe in front of a moment, and of a code that begins like a number.
  const moment = `SUBSTITUTE(${time};"'";"")`;
  const about = `${unit}&"|"&${moment}&"|"&LEFT(${stamp};${STAMP_HEAD})`;
  const wordsOf = (key: string) => `LET(f;FILTER(${column("words")};${column("about")}=${key});INDEX(f;ROWS(f)))`;
  const waiting = `"Đã nộp lúc "&${moment}&". Chờ người tổng hợp xem."`;
  const found = `IFERROR(${wordsOf(about)};IFERROR(${wordsOf(`"'"&${about}`)};${waiting}))`;
  return `=IF(LEN(${time})=0;"Chưa nộp.";${found})`;
}
