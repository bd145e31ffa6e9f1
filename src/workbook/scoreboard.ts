/** The scorecard as a grid: what `BDG_BANGDIEM` spills, and looking one value up in it (`BDG_CHITIEU`). */

import { percentOf } from "../core/ratio.ts";
import type { IndicatorResult, Scorecard } from "../core/scorecard.ts";
import { STATUS_NAMES } from "../core/scorecard.ts";
import { foldText } from "../core/text.ts";
import { type Cell, cellText, type Grid, showsFailure, WorkbookFault } from "./grid.ts";
import { SCORECARD_TAB } from "./schema.ts";

/** What a formula says that has no value to give. */
export const NO_DATA = STATUS_NAMES["no-data"];

type ScoreKey = (typeof SCORECARD_TAB.columns)[number]["key"];

/** The row below the indicators: how many units have reported everything. */
const COMPLETENESS_CODE = "HT";

function indicatorCells(result: IndicatorResult): Record<ScoreKey, Cell | null> {
  return { ...result, status: STATUS_NAMES[result.status] };
}

function completenessCells({ units }: Scorecard): Record<ScoreKey, Cell | null> {
  return {
    code: COMPLETENESS_CODE,
    name: "Đơn vị đã báo cáo đủ số liệu",
    numerator: units.complete,
    denominator: units.registered,
    percent: percentOf(units.complete, units.registered),
    target: null,
    milestone: null,
    status: units.complete === units.registered ? "Đủ" : "Còn thiếu",
    neededFixed: units.registered - units.complete,
    neededAdded: null,
    low: null,
    high: null,
    previous: null,
    national: null,
  };
}

/** Makes the rows of the tab `Bảng điểm`, in the order of its columns; blank where there is no value. */
export function scorecardRows(scorecard: Scorecard): readonly (readonly Cell[])[] {
  return [...scorecard.indicators.map(indicatorCells), completenessCells(scorecard)].map((cells) =>
    SCORECARD_TAB.columns.map((column) => cells[column.key] ?? ""),
  );
}

/**
 * Finds one value in the rows of the scorecard: that of an indicator's code in a column named by its title or key (the
 * percent where none is named). Throws a WorkbookFault that lists what there is, or says that there is no value yet.
 */
export function lookUpScore(code: string, rows: Grid, field: string): Cell {
  const columns = SCORECARD_TAB.columns;
  const wanted = foldText(field === "" ? "percent" : field);
  const column = columns.findIndex(({ key, title }) => foldText(title) === wanted || foldText(key) === wanted);
  if (column < 0) {
    const titles = columns.map(({ title }) => title).join(", ");
    throw new WorkbookFault(`Cần tên một cột của Bảng điểm (${titles}); thấy “${field}”.`);
  }
  const row = rows.find((cells) => foldText(cellText(cells[0])) === foldText(code));
  if (!row) {
    const codes = rows.map((cells) => cellText(cells[0])).filter((text) => text !== "");
    throw new WorkbookFault(`Cần mã một chỉ tiêu (${codes.join(", ")}); thấy “${code}”.`);
  }
  const cell = row[column];
  if (typeof cell === "number" || typeof cell === "boolean") return cell;
  const text = cellText(cell);
  if (text === "" || text === NO_DATA) throw new WorkbookFault(NO_DATA);
  if (showsFailure(text)) {
    throw new WorkbookFault(`Cần giá trị của ${code} trong Bảng điểm; thấy ${text}. Hãy sửa Bảng điểm trước.`);
  }
  return text;
}
