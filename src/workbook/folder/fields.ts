/** Reading fields that several files share: a unit's code, a data element, numbers. */
import { type DataElement, findElement } from "../../core/element.ts";
import type { Task } from "../../core/task.ts";
import { foldText } from "../../core/text.ts";
import type { OrgUnit } from "../../core/unit.ts";
import { readNumber } from "../../core/value.ts";
import type { Refusal, Refuse } from "./refusal.ts";
import type { FolderRow, FolderTable } from "./table.ts";

/** What the reading of each file of figures needs to know. */
export type Reading = {
  readonly tables: readonly FolderTable[];
  readonly units: ReadonlyMap<string, OrgUnit>;
  /** Codes as the workbook writes them, by folded code: for saying what was meant. */
  readonly spellings: ReadonlyMap<string, string>;
  readonly tasks: readonly Task[];
  readonly refusals: Refusal[];
};

/** Finds the unit of a row; codes compare exactly. */
export function findUnit({ units, spellings }: Reading, row: FolderRow<"unit">, refuse: Refuse): OrgUnit | undefined {
  const code = row.text("unit");
  const unit = units.get(code);
  if (unit) return unit;
  const meant = spellings.get(foldText(code));
  const action = meant === undefined ? "Hãy sửa mã, hoặc thêm đơn vị" : `Hãy ghi đúng như trong sổ: ${meant}`;
  refuse(row.line, "unit", "mã một đơn vị có trong tab Đơn vị", code, action);
  return undefined;
}

/** Finds the data element of a row. */
export function readElementField(row: FolderRow<"element">, refuse: Refuse): DataElement | undefined {
  const element = findElement(row.text("element"));
  if (!element) refuse(row.line, "element", "mã một số liệu, ví dụ LD", row.text("element"), "Hãy sửa mã");
  return element;
}

/** Reads two fields that must be a number or empty; refuses the row at the first that is neither. */
export function readPair<Column extends string>(
  row: FolderRow<Column>,
  columns: readonly [Column, Column],
  refuse: Refuse,
): readonly [number | undefined, number | undefined] | undefined {
  const wrong = columns.find((column) => row.text(column) !== "" && readNumber(row.text(column)) === undefined);
  if (wrong === undefined) return [readNumber(row.text(columns[0])), readNumber(row.text(columns[1]))];
  refuse(row.line, wrong, "một số hoặc để trống", row.text(wrong), "Hãy chỉ ghi chữ số, không dấu chấm ngàn");
  return undefined;
}
