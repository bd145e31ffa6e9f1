/**
 * A unit's form: which row holds what. A form is one block of fixed shape, so that a row stands at the same place in
 * every unit's tab; what a unit need not report is hidden there, and keeps its key, so that nothing typed is lost.
 */
import { type DataElement, elementLabel, elementsIn, type Plan } from "../core/plan/plan.ts";
import {
  ASSESSMENT_PART_NAMES,
  ASSESSMENT_PARTS,
  type AssessmentPart,
  FUND_SOURCE_NAMES,
  FUND_SOURCES,
  type FundSource,
  type Task,
  tasksOf,
} from "../core/task.ts";
import type { OrgUnit } from "../core/unit.ts";
import { BLOCK_COLUMNS, type BlockKey } from "./schema.ts";

/** Returns the 1-based column of a block's field. */
export function blockColumn(key: BlockKey): number {
  return BLOCK_COLUMNS.indexOf(key) + 1;
}

/** The fields of a row beside its unit and its key. */
export const ROW_FIELDS: readonly BlockKey[] = BLOCK_COLUMNS.slice(2);

/** Beside the block: what the form itself says of a figure. */
export const SELF_CHECK_COLUMN = BLOCK_COLUMNS.length + 1;

/** Title, year and deadline, instruction; the block begins below. */
export const FORM_FIRST_ROW = 5;

/** A row of a block. Its key names it in the tidy tab: `SL.LD`, `NV.V1.1`, `HD.1`, `KP.ns`, `DG.results`, `XN.nop`. */
export type FormRow =
  | { readonly kind: "section"; readonly section: SectionName }
  | { readonly kind: "element"; readonly element: DataElement }
  | { readonly kind: "task"; readonly task: Task }
  | { readonly kind: "activity"; readonly slot: number }
  | { readonly kind: "fund"; readonly source: FundSource }
  | { readonly kind: "assessment"; readonly part: AssessmentPart }
  /** What a submission leaves: who confirmed, when, and a stamp of the figures. */
  | { readonly kind: "confirmation" };

export type SectionName = "elements" | "tasks" | "activities" | "funds" | "assessment" | "confirmation";

/** The headers of a form's sections, by field of the block. */
export const SECTION_LABELS: Readonly<Record<SectionName, Partial<Readonly<Record<BlockKey, string>>>>> = {
  elements: { text: "I. SỐ LIỆU", first: "Tổng số", second: "Trong đó nữ", word: "Ghi chú" },
  tasks: { text: "II. NHIỆM VỤ ĐƯỢC GIAO", word: "Trạng thái", when: "Kết quả", link: "Liên kết" },
  activities: {
    text: "III. HOẠT ĐỘNG TUYÊN TRUYỀN (chủ đề)",
    first: "Người dự",
    second: "Trong đó nữ",
    word: "Hình thức",
    when: "Ngày",
    more: "Đơn vị phối hợp",
    link: "Liên kết",
  },
  funds: { text: "IV. KINH PHÍ (đồng)", first: "Dự toán", second: "Đã chi" },
  assessment: { text: "V. ĐÁNH GIÁ", first: "Nội dung" },
  confirmation: {
    text: "VI. XÁC NHẬN (sổ tự ghi khi nộp)",
    first: "Chức vụ người xác nhận",
    when: "Nộp lúc",
    link: "Dấu số liệu",
  },
};

/** Finds the fields of a row that its unit fills in, the first and the last; a confirmation is written by submitting. */
export function inputSpan(row: FormRow): { readonly first: BlockKey; readonly last: BlockKey } | undefined {
  switch (row.kind) {
    case "section":
    case "confirmation":
      return undefined;
    case "element":
      return { first: row.element.hasTotal ? "first" : "second", last: "word" };
    case "task":
      return { first: "word", last: "link" };
    case "activity":
      return { first: "text", last: "link" };
    case "fund":
      return { first: "first", last: "second" };
    case "assessment":
      return { first: "first", last: "first" };
  }
}

/** The key of the row that a submission writes. */
export const CONFIRMATION_KEY = "XN.nop";

/** Returns the key of a row in the tidy tab; a section's header has none. */
export function rowKey(row: FormRow): string {
  switch (row.kind) {
    case "section":
      return "";
    case "element":
      return `SL.${row.element.code}`;
    case "task":
      return `NV.${row.task.code}`;
    case "activity":
      return `HD.${row.slot + 1}`;
    case "fund":
      return `KP.${row.source}`;
    case "assessment":
      return `DG.${row.part}`;
    case "confirmation":
      return CONFIRMATION_KEY;
  }
}

/** Returns what a row says beside its input cells. */
export function rowLabel(row: FormRow): string {
  switch (row.kind) {
    case "section":
      return SECTION_LABELS[row.section].text ?? "";
    case "element":
      return elementLabel(row.element);
    case "task":
      return `${row.task.code}. ${row.task.text}`;
    case "activity":
      return "";
    case "fund":
      return FUND_SOURCE_NAMES[row.source];
    case "assessment":
      return ASSESSMENT_PART_NAMES[row.part];
    case "confirmation":
      return "Đơn vị nộp báo cáo";
  }
}

function activityRows(count: number): readonly FormRow[] {
  return Array.from({ length: count }, (_, slot): FormRow => ({ kind: "activity", slot }));
}

const FUND_ROWS: readonly FormRow[] = FUND_SOURCES.map((source) => ({ kind: "fund", source }));
const ASSESSMENT_ROWS: readonly FormRow[] = ASSESSMENT_PARTS.map((part) => ({ kind: "assessment", part }));
const CONFIRMATION_ROWS: readonly FormRow[] = [{ kind: "confirmation" }];

/** The label of each row that every form has, by its key. A hamlet's may go on after it. */
export const CONSTANT_LABELS: ReadonlyMap<string, string> = new Map(
  [...FUND_ROWS, ...ASSESSMENT_ROWS, ...CONFIRMATION_ROWS].map((row) => [rowKey(row), rowLabel(row)]),
);

function section(name: SectionName, rows: readonly FormRow[]): readonly FormRow[] {
  return [{ kind: "section", section: name }, ...rows];
}

/** Lays out the block of a unit's form. The first row stands in sheet row `FORM_FIRST_ROW`. */
export function formRows(plan: Plan, tasks: readonly Task[], activities: number): readonly FormRow[] {
  return [
    ...section(
      "elements",
      elementsIn(plan).map((element): FormRow => ({ kind: "element", element })),
    ),
    ...section(
      "tasks",
      tasks.map((task): FormRow => ({ kind: "task", task })),
    ),
    ...section("activities", activityRows(activities)),
    ...section("funds", FUND_ROWS),
    ...section("assessment", ASSESSMENT_ROWS),
    ...section("confirmation", CONFIRMATION_ROWS),
  ];
}

/** Lays out a hamlet's block on the tab that all hamlets share; its figures stand in the hamlets' grid. */
export function hamletRows(activities: number): readonly FormRow[] {
  return [...section("activities", activityRows(activities)), ...FUND_ROWS, ...ASSESSMENT_ROWS, ...CONFIRMATION_ROWS];
}

/** Tells whether a unit fills in a row; what it does not is hidden in its form. */
export function isAsked(row: FormRow, unit: OrgUnit): boolean {
  switch (row.kind) {
    case "element":
      return unit.elements.includes(row.element.code);
    case "task":
      return tasksOf(unit, [row.task]).length > 0;
    default:
      return true;
  }
}
