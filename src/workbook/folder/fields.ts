/** Reading fields that several files share: a unit's code, a data element, numbers. */
import type { DataElement, Plan } from "../../core/plan/plan.ts";
import type { Task } from "../../core/task.ts";
import { foldText } from "../../core/text.ts";
import type { OrgUnit } from "../../core/unit.ts";
import { readTyped, type Typed } from "../../core/value.ts";
import type { Refusal, Refuse } from "./refusal.ts";
import type { FolderRow, FolderTable } from "./table.ts";

/** What the reading of each file of figures needs to know. */
export type FieldContext = {
  readonly plan: Plan;
  readonly tables: readonly FolderTable[];
  readonly units: ReadonlyMap<string, OrgUnit>;
  /** Codes as the workbook writes them, by folded code: for saying what was meant. */
  readonly spellings: ReadonlyMap<string, string>;
  readonly tasks: readonly Task[];
  readonly refusals: Refusal[];
};

/** Finds the unit of a row; codes compare exactly. */
export function lookUpUnit(
  { units, spellings }: FieldContext,
  row: FolderRow<"unit">,
  refuse: Refuse,
): OrgUnit | undefined {
  const code = row.text("unit");
  const unit = units.get(code);
  if (unit) return unit;
  const meant = spellings.get(foldText(code));
  refuse(row.line, "unit", "mã một đơn vị có trong tab Đơn vị", code, respell(code, meant));
  return undefined;
}

/** Says how a code is written in the workbook; a letter that only looks like đ is named, since nobody sees it. */
export function respell(typed: string, meant: string | undefined): string {
  if (meant === undefined) return "Hãy sửa mã, hoặc thêm đơn vị";
  const odd = /[ÐðƉɖ]/.exec(typed)?.[0];
  const hint = odd === undefined ? "" : ` (chữ ${odd} ở đây là chữ của tiếng khác, chỉ trông giống đ)`;
  return `Hãy ghi đúng như trong sổ: ${meant}${hint}`;
}

/** Finds a word of a list by its code or by the name that the workbook shows, in capitals or not. */
export function readWord<Word extends string>(
  words: readonly Word[],
  names: Readonly<Record<Word, string>>,
  typed: string,
): Word | undefined {
  const folded = foldText(typed);
  return words.find((word) => word === folded || foldText(names[word]) === folded);
}

/** Finds the data element of a row. */
export function readElementField(
  { plan }: FieldContext,
  row: FolderRow<"element">,
  refuse: Refuse,
): DataElement | undefined {
  const typed = row.text("element");
  const element = plan.elements.get(typed) ?? plan.elements.get(typed.toUpperCase());
  if (!element) refuse(row.line, "element", "mã một số liệu, ví dụ LD", row.text("element"), "Hãy sửa mã");
  return element;
}

/** Reads two fields that must be a number or empty, as a cell of such is read; refuses the row at the first that is neither. */
export function readPair<Column extends string>(
  row: FolderRow<Column>,
  columns: readonly [Column, Column],
  refuse: Refuse,
  read: (typed: string) => Typed = readTyped,
): readonly [number | undefined, number | undefined] | undefined {
  const [first, second] = [read(row.text(columns[0])), read(row.text(columns[1]))];
  if (typeof first !== "string" && typeof second !== "string") return [first, second];
  const wrong = row.text(typeof first === "string" ? columns[0] : columns[1]);
  const action = "Hãy chỉ ghi chữ số, không dấu chấm ngàn";
  refuse(row.line, typeof first === "string" ? columns[0] : columns[1], "một số hoặc để trống", wrong, action);
  return undefined;
}
