/** `values.csv` and `history.csv` → this year's and earlier years' values. */
import type { DataElement, ElementCode } from "../../core/plan/plan.ts";
import { toPlainDigits } from "../../core/text.ts";
import { isHistoryYear } from "../read/history.ts";
import { type FieldContext, lookUpUnit, readElementField, readPair } from "./fields.ts";
import type { Refuse } from "./refusal.ts";
import { type FolderRow, readRows } from "./table.ts";

export type ImportedValue = {
  readonly line: number;
  readonly unit: string;
  readonly element: ElementCode;
  readonly total: number | undefined;
  readonly women: number | undefined;
  readonly note: string;
};

/** Reads this year's values: each of an element that its unit reports, one row each. */
export function readValuesFile(reading: FieldContext): readonly ImportedValue[] {
  const { rows, refuse, keepFirst } = readRows("values.csv", reading.tables, reading.refusals);
  return rows.flatMap((row): readonly ImportedValue[] => {
    const unit = lookUpUnit(reading, row, refuse);
    const element = unit && readElementField(reading, row, refuse);
    if (!unit || !element) return [];
    if (!unit.elements.includes(element.code)) {
      const expected = `số liệu mà ${unit.code} phải báo cáo (${unit.elements.join(", ")})`;
      const action = "Hãy sửa mã, hoặc thêm số liệu này cho đơn vị ở tab Đơn vị";
      refuse(row.line, "element", expected, element.code, action);
      return [];
    }
    const figures = readFigures(row, element, refuse);
    const key = `${unit.code}\n${element.code}`;
    if (!figures || !keepFirst(key, row.line, "unit, element", `${unit.code}, ${element.code}`)) return [];
    return [{ line: row.line, unit: unit.code, element: element.code, ...figures, note: row.text("note") }];
  });
}

export type ImportedHistory = {
  readonly line: number;
  readonly year: number;
  readonly unit: string;
  readonly element: ElementCode;
  readonly total: number | undefined;
  readonly women: number | undefined;
};

/** Reads earlier years' values, whatever their unit reports today. */
export function readHistoryFile(reading: FieldContext): readonly ImportedHistory[] {
  const { rows, refuse, keepFirst } = readRows("history.csv", reading.tables, reading.refusals);
  return rows.flatMap((row): readonly ImportedHistory[] => {
    const unit = lookUpUnit(reading, row, refuse)?.code;
    const element = unit === undefined ? undefined : readElementField(reading, row, refuse);
    if (unit === undefined || !element) return [];
    const typed = toPlainDigits(row.text("year"));
    const year = /^\d{4}$/.test(typed) ? Number(typed) : undefined;
    if (!isHistoryYear(year)) {
      refuse(row.line, "year", "năm có bốn chữ số, ví dụ 2025", row.text("year"), "Hãy sửa năm");
      return [];
    }
    const figures = readFigures(row, element, refuse);
    const key = `${year}\n${unit}\n${element.code}`;
    if (!figures || !keepFirst(key, row.line, "year, unit, element", `${year}, ${unit}, ${element.code}`)) return [];
    return [{ line: row.line, year, unit, element: element.code, ...figures }];
  });
}

/** Reads total and women; what counts women only has no cell for a total. */
function readFigures(
  row: FolderRow<"total" | "women">,
  { code, hasTotal }: DataElement,
  refuse: Refuse,
): Pick<ImportedValue, "total" | "women"> | undefined {
  const pair = readPair(row, ["total", "women"], refuse);
  if (!pair) return undefined;
  const [total, women] = pair;
  if (hasTotal) return { total, women };
  if (total !== undefined && total !== women) {
    const action = women === undefined ? "Hãy ghi số nữ vào cột women" : "Hãy để trống; chỉ số ở cột women được ghi";
    refuse(row.line, "total", `ô trống, vì ${code} chỉ đếm nữ`, row.text("total"), action);
    if (women === undefined) return undefined;
  }
  return { total: undefined, women };
}
