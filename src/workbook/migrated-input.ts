/** What units typed, row by row, on its way from a form or a grid into another one. */
import { elementLabel, type Plan } from "../core/plan/plan.ts";
import { CONFIRMATION_KEY, type FormRow, inputSpan, ROW_FIELDS } from "./form.ts";
import type { Cell } from "./grid.ts";
import type { BlockKey } from "./schema.ts";

/** The cells of one row by field; blank ones are left out. */
export type CarriedRow = ReadonlyMap<BlockKey, Cell>;

/** Rows by unit, then by key. A hamlet's figures have keys as in a form: `SL.CUA`. */
export type Carried = ReadonlyMap<string, ReadonlyMap<string, CarriedRow>>;

/** A typed cell that has no place any more, and the place that it had. */
export type Leftover = {
  readonly unit: string;
  readonly tab: string;
  readonly cell: string;
  /** What it was, in words. */
  readonly subject: string;
  readonly value: Cell;
  readonly reason: string;
};

/** Fields that a row's merged cells cover: what stood there would not be seen. */
const COVERED: Readonly<Record<FormRow["kind"], readonly BlockKey[]>> = {
  section: ROW_FIELDS,
  element: ["text", "when", "more", "link"],
  task: ["text", "first", "second", "more"],
  activity: [],
  fund: ["text"],
  assessment: ["text", "second", "word", "when", "more", "link"],
  confirmation: ["text", "second", "word", "more"],
};

/** Tells whether a row of a form shows what is typed in a field, asked for or not. */
export function takesField(row: FormRow, field: BlockKey): boolean {
  return !COVERED[row.kind].includes(field);
}

/** Tells whether a row asks for a field. */
export function asksField(row: FormRow, field: BlockKey): boolean {
  const span = inputSpan(row);
  if (!span) return false;
  const [at, first, last] = [field, span.first, span.last].map((key) => ROW_FIELDS.indexOf(key));
  return at !== undefined && first !== undefined && last !== undefined && at >= first && at <= last;
}

/** Names a row in words: `Cấp ủy xã (CUX)`, `HD.1`. */
export function keyName(key: string, plan: Plan): string {
  if (key === CONFIRMATION_KEY) return "Xác nhận nộp báo cáo";
  const element = key.startsWith("SL.") ? plan.elements.get(key.slice(3)) : undefined;
  return element ? elementLabel(element) : key;
}
