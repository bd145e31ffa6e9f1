/** What a form says of its own figures: words beside them and colours on them. Whole numbers decide, as everywhere. */
import type { FormRow } from "../form.ts";
import type { Highlight } from "../plan.ts";
import { LEGEND_COLOURS } from "./looks.ts";
import { cellOf, elementRow, elementRows, type PlacedRow, runs } from "./rows.ts";

/** The words that a form's own check may say. */
export const SELF_CHECK_WORDS: readonly string[] = [
  "Hợp lệ",
  "Chưa nhập",
  "Còn thiếu một ô",
  "Phải là số",
  "Phải là số nguyên từ 0",
  "Nữ nhiều hơn tổng",
  "Nhiều hơn số chung ở trên",
];

type ElementRow = Extract<FormRow, { kind: "element" }>;

/** Makes the formulas of the column `Tự kiểm`, one for each figure. */
export function selfCheckFormulas(placed: readonly PlacedRow[]): readonly (readonly string[])[] {
  return placed.flatMap(({ row, form }) => (form.kind === "element" ? [[selfCheck(row, form, placed)]] : []));
}

/** Says in words what the colours show. */
function selfCheck(row: number, form: ElementRow, placed: readonly PlacedRow[]): string {
  const [total, women] = [cellOf(row, "first"), cellOf(row, "second")];
  if (form.element.hasTotal) {
    const missing = `IF(AND(LEN(${total})=0;LEN(${women})=0);"Chưa nhập";"Còn thiếu một ô")`;
    const numbers = `IF(AND(ISNUMBER(${total});ISNUMBER(${women}));${judgeCounts(total, women)};"Phải là số")`;
    return `=IF(OR(LEN(${total})=0;LEN(${women})=0);${missing};${numbers})`;
  }
  const { within } = form.element;
  const limit = within && cellOf(elementRow(placed, within), "second");
  const fits = limit
    ? `IF(AND(ISNUMBER(${limit});${women}>${limit});"Nhiều hơn số chung ở trên";"Hợp lệ")`
    : `"Hợp lệ"`;
  const count = `IF(OR(${women}<0;INT(${women})<>${women});"Phải là số nguyên từ 0";${fits})`;
  return `=IF(LEN(${women})=0;"Chưa nhập";IF(ISNUMBER(${women});${count};"Phải là số"))`;
}

function judgeCounts(total: string, women: string): string {
  const notWhole = `OR(${total}<0;${women}<0;INT(${total})<>${total};INT(${women})<>${women})`;
  return `IF(${notWhole};"Phải là số nguyên từ 0";IF(${women}>${total};"Nữ nhiều hơn tổng";"Hợp lệ"))`;
}

/** Colours contradictory, unreadable and missing figures, in this order. */
export function elementHighlights(placed: readonly PlacedRow[]): readonly Highlight[] {
  const withTotal = elementRows(placed, true);
  const all = [...withTotal, ...elementRows(placed, false)];
  const [first] = withTotal;
  if (first === undefined) return [];
  const parts = placed.flatMap(({ row, form }): readonly Highlight[] => {
    if (form.kind !== "element" || form.element.within === undefined) return [];
    const cell = cellOf(row, "second");
    const limit = `$${cellOf(elementRow(placed, form.element.within), "second")}`;
    const formula = `=AND(ISNUMBER($${cell});ISNUMBER(${limit});$${cell}>${limit})`;
    return [{ ranges: [cell], formula, ...LEGEND_COLOURS.bad }];
  });
  const [total, women] = [`$${cellOf(first, "first")}`, `$${cellOf(first, "second")}`];
  // One format for all cells of a column, relative to the uppermost.
  const columns = [
    { cell: cellOf(first, "first"), ranges: runs(withTotal, "first", "first") },
    { cell: cellOf(Math.min(...all), "second"), ranges: runs(all, "second", "second") },
  ];
  return [
    {
      ranges: runs(withTotal, "first", "second"),
      formula: `=AND(ISNUMBER(${total});ISNUMBER(${women});${women}>${total})`,
      ...LEGEND_COLOURS.bad,
    },
    ...parts,
    ...columns.map(({ cell, ranges }) => ({ ranges, formula: `=${notACount(cell)}`, ...LEGEND_COLOURS.bad })),
    ...columns.map(({ cell, ranges }) => ({ ranges, formula: `=LEN(${cell})=0`, ...LEGEND_COLOURS.near })),
  ];
}

/** Tells what is not a whole number from 0 on; a blank is not one either, but is no fault. */
export function notACount(cell: string): string {
  return `IF(ISNUMBER(${cell});OR(${cell}<0;INT(${cell})<>${cell});LEN(${cell})>0)`;
}
