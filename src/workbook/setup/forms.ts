/** Steps that make the prepared form, the units' tabs from it, and the tab that the hamlets share. */
import { TASK_STATUS_NAMES } from "../../core/task.ts";
import type { OrgUnit } from "../../core/unit.ts";
import {
  blockColumn,
  FORM_FIRST_ROW,
  type FormRow,
  inputSpan,
  isAsked,
  rowKey,
  rowLabel,
  SECTION_LABELS,
  SELF_CHECK_COLUMN,
} from "../form.ts";
import { address, blockAddress, type Cell, consecutive } from "../grid.ts";
import type { BlockPlace } from "../layout.ts";
import type { Highlight, Look, Rule, Step } from "../plan.ts";
import { BLOCK_COLUMNS, type BlockKey, HAMLET_FORMS_TITLE, UNIT_COLOUR } from "../schema.ts";
import { COLOURS, countRule, dayRule, INTRO_LOOK, LEGEND_COLOURS, partRule, TITLE_LOOK } from "./looks.ts";

/** Pixels, from column A: unit and key (hidden), text, the fields, the form's own check. Together they fit A4. */
const WIDTHS = [70, 70, 280, 80, 80, 115, 95, 110, 110, 120];

/** Where the year stands in every form, for its rules and highlights. */
const YEAR_CELL = "$A$2";

const SECTION_LOOK: Look = { bold: true, background: COLOURS.section, wrap: true, middle: true };

const INSTRUCTION =
  "Chỉ nhập vào ô màu vàng. Không có người nào thì gõ 0; để trống là chưa báo cáo. Không ghi tên người.";

type PlacedRow = { readonly row: number; readonly form: FormRow };

function placeRows({ firstRow, rows }: BlockPlace): readonly PlacedRow[] {
  return rows.map((form, index) => ({ row: firstRow + index, form }));
}

function cellOf(row: number, field: BlockKey): string {
  return address(row, blockColumn(field));
}

function spanOf(row: number, first: BlockKey, last: BlockKey): string {
  return blockAddress(row, blockColumn(first), 1, blockColumn(last) - blockColumn(first) + 1);
}

/** Joins rows that follow one another into ranges of the same columns. */
function runs(rows: readonly number[], first: BlockKey, last: BlockKey): readonly string[] {
  const columns = blockColumn(last) - blockColumn(first) + 1;
  const sorted = [...rows].sort((one, other) => one - other);
  return consecutive(sorted).map(({ from, count }) => blockAddress(from, blockColumn(first), count, columns));
}

function rowsOfKind(placed: readonly PlacedRow[], kind: FormRow["kind"]): readonly number[] {
  return placed.flatMap(({ row, form }) => (form.kind === kind ? [row] : []));
}

/** Makes the prepared form, hidden: everything that all units' forms have alike. */
export function templateSteps(tab: string, rows: readonly FormRow[]): readonly Step[] {
  const block: BlockPlace = { tab, firstRow: FORM_FIRST_ROW, rows };
  const placed = placeRows(block);
  const lastRow = FORM_FIRST_ROW + rows.length - 1;
  const elementRows = rowsOfKind(placed, "element");
  const checkHeader = address(FORM_FIRST_ROW, SELF_CHECK_COLUMN);
  return [
    { do: "insert", tab, rows: lastRow, columns: SELF_CHECK_COLUMN, colour: UNIT_COLOUR },
    ...blockSteps(block),
    { do: "look", tab, ranges: ["C1"], look: TITLE_LOOK },
    { do: "look", tab, ranges: ["C2:C3"], look: INTRO_LOOK },
    ...elementSteps(tab, placed),
    { do: "write", tab, at: checkHeader, cells: [["Tự kiểm"]] },
    { do: "look", tab, ranges: [checkHeader], look: SECTION_LOOK },
    { do: "merge", tab, ranges: taskMerges(placed) },
    { do: "highlights", tab, highlights: [...elementHighlights(placed), ...activityHighlights(placed)] },
    {
      do: "formulas",
      tab,
      at: address(elementRows[0] ?? FORM_FIRST_ROW, SELF_CHECK_COLUMN),
      formulas: placed
        .filter(({ form }) => form.kind === "element")
        .map(({ row, form }) => [selfCheck(row, form, placed)]),
    },
    { do: "widths", tab, widths: WIDTHS },
    { do: "hideColumns", tab, from: 1, count: 2 },
    { do: "freeze", tab, rows: 3, columns: 0 },
    { do: "hideTab", tab },
  ];
}

/** What a unit's form and a hamlet's block have alike: labels, formats, colours and rules of activities, money, words. */
function blockSteps(block: BlockPlace): readonly Step[] {
  const { tab } = block;
  const placed = placeRows(block);
  const sections = placed.filter(({ form }) => form.kind === "section");
  const activities = rowsOfKind(placed, "activity");
  const funds = rowsOfKind(placed, "fund");
  const assessments = rowsOfKind(placed, "assessment");
  const text = [...activities, ...rowsOfKind(placed, "task"), ...rowsOfKind(placed, "element")];
  return [
    {
      do: "write",
      tab,
      at: address(block.firstRow, blockColumn("text")),
      cells: placed.map(({ form }) => labelCells(form)),
    },
    {
      do: "look",
      tab,
      ranges: sections.map(({ row }) => spanOf(row, "text", "link")),
      look: SECTION_LOOK,
    },
    {
      do: "look",
      tab,
      ranges: placed.filter(({ form }) => form.kind !== "section").map(({ row }) => spanOf(row, "text", "link")),
      look: { wrap: true, middle: true, border: true },
    },
    {
      do: "look",
      tab,
      ranges: placed.flatMap(({ row, form }) => {
        const span = inputSpan(form);
        return span ? [spanOf(row, span.first, span.last)] : [];
      }),
      look: { background: COLOURS.input },
    },
    {
      do: "look",
      tab,
      ranges: [
        ...runs(text, "word", "link"),
        ...runs(activities, "text", "text"),
        ...runs(assessments, "first", "first"),
      ],
      look: { numberFormat: "@" },
    },
    { do: "look", tab, ranges: runs(activities, "when", "when"), look: { numberFormat: "dd/mm/yyyy" } },
    { do: "look", tab, ranges: runs(funds, "first", "second"), look: { numberFormat: "#,##0" } },
    { do: "merge", tab, ranges: assessments.map((row) => spanOf(row, "first", "link")) },
    ...ruleSteps(tab, activities, "first", (row) => countRule(cellOf(row, "first"))),
    ...ruleSteps(tab, activities, "second", (row) => partRule(cellOf(row, "second"), cellOf(row, "first"))),
    ...ruleSteps(tab, activities, "when", (row) => dayRule(cellOf(row, "when"), YEAR_CELL)),
    ...ruleSteps(tab, funds, "first", (row) => countRule(cellOf(row, "first"))),
    ...ruleSteps(tab, funds, "second", (row) => countRule(cellOf(row, "second"))),
  ];
}

/** One rule over each run of rows, relative to the run's first cell. */
function ruleSteps(
  tab: string,
  rows: readonly number[],
  field: BlockKey,
  rule: (row: number) => Rule,
): readonly Step[] {
  return runs(rows, field, field).map((range) => {
    const first = Number(/\d+/.exec(range)?.[0]);
    return { do: "rule", tab, range, rule: rule(first) };
  });
}

function labelCells(form: FormRow): readonly Cell[] {
  const labels: Partial<Readonly<Record<BlockKey, string>>> =
    form.kind === "section" ? SECTION_LABELS[form.section] : { text: rowLabel(form) };
  return BLOCK_COLUMNS.slice(2).map((field) => labels[field] ?? "");
}

/** What only a unit's form has: its figures and its tasks. */
function elementSteps(tab: string, placed: readonly PlacedRow[]): readonly Step[] {
  const withTotal = placed.flatMap(({ row, form }) => (form.kind === "element" && form.hasTotal ? [row] : []));
  const womenOnly = placed.flatMap(({ row, form }) => (form.kind === "element" && !form.hasTotal ? [row] : []));
  const tasks = rowsOfKind(placed, "task");
  const statuses = Object.values(TASK_STATUS_NAMES);
  return [
    { do: "look", tab, ranges: runs([...withTotal, ...womenOnly], "first", "second"), look: { numberFormat: "0" } },
    { do: "look", tab, ranges: runs(womenOnly, "first", "first"), look: { background: COLOURS.notAsked } },
    ...ruleSteps(tab, withTotal, "first", (row) => countRule(cellOf(row, "first"))),
    ...ruleSteps(tab, withTotal, "second", (row) => partRule(cellOf(row, "second"), cellOf(row, "first"))),
    ...ruleSteps(tab, womenOnly, "second", (row) => countRule(cellOf(row, "second"))),
    ...ruleSteps(tab, tasks, "word", () => ({
      kind: "list",
      values: statuses,
      help: `Chọn một trong: ${statuses.join(", ")}.`,
    })),
  ];
}

function taskMerges(placed: readonly PlacedRow[]): readonly string[] {
  return placed.flatMap(({ row, form }) => {
    if (form.kind === "element") return [spanOf(row, "word", "link")];
    if (form.kind === "task") return [spanOf(row, "text", "second"), spanOf(row, "when", "more")];
    return [];
  });
}

function elementRow(placed: readonly PlacedRow[], code: string): number {
  return placed.find(({ form }) => form.kind === "element" && form.element === code)?.row ?? 0;
}

/** Says in words what the colours show, one cell a figure. */
function selfCheck(row: number, form: FormRow, placed: readonly PlacedRow[]): string {
  if (form.kind !== "element") return "";
  const [total, women] = [cellOf(row, "first"), cellOf(row, "second")];
  const asked = `$${cellOf(row, "key")}<>""`;
  const wholeOf = { DTN: "QHC", THS: "LDX" } as const;
  if (form.hasTotal) {
    const missing = `IF(AND(LEN(${total})=0;LEN(${women})=0);"Chưa nhập";"Còn thiếu một ô")`;
    const numbers = `IF(AND(ISNUMBER(${total});ISNUMBER(${women}));${judgeCounts(total, women)};"Phải là số")`;
    return `=IF(${asked};IF(OR(LEN(${total})=0;LEN(${women})=0);${missing};${numbers});"")`;
  }
  const whole = form.element === "DTN" || form.element === "THS" ? elementRow(placed, wholeOf[form.element]) : 0;
  const limit = cellOf(whole, "second");
  const fits =
    whole === 0 ? `"Hợp lệ"` : `IF(AND(ISNUMBER(${limit});${women}>${limit});"Nhiều hơn dòng trên";"Hợp lệ")`;
  const count = `IF(OR(${women}<0;INT(${women})<>${women});"Phải là số nguyên từ 0";${fits})`;
  return `=IF(${asked};IF(LEN(${women})=0;"Chưa nhập";IF(ISNUMBER(${women});${count};"Phải là số"));"")`;
}

function judgeCounts(total: string, women: string): string {
  const notWhole = `OR(${total}<0;${women}<0;INT(${total})<>${total};INT(${women})<>${women})`;
  return `IF(${notWhole};"Phải là số nguyên từ 0";IF(${women}>${total};"Nữ nhiều hơn tổng";"Hợp lệ"))`;
}

/** Missing, contradictory and unreadable figures. Whole numbers decide, as everywhere. */
function elementHighlights(placed: readonly PlacedRow[]): readonly Highlight[] {
  const withTotal = placed.flatMap(({ row, form }) => (form.kind === "element" && form.hasTotal ? [row] : []));
  const all = rowsOfKind(placed, "element");
  const first = withTotal[0] ?? FORM_FIRST_ROW;
  const totals = runs(withTotal, "first", "first");
  const womens = runs(all, "second", "second");
  const parts = (["DTN", "THS"] as const).map((part): Highlight => {
    const [row, whole] = [elementRow(placed, part), elementRow(placed, part === "DTN" ? "QHC" : "LDX")];
    const [cell, limit] = [`$${cellOf(row, "second")}`, `$${cellOf(whole, "second")}`];
    return {
      ranges: [cellOf(row, "second")],
      formula: `=AND(ISNUMBER(${cell});ISNUMBER(${limit});${cell}>${limit})`,
      ...LEGEND_COLOURS.bad,
    };
  });
  return [
    {
      ranges: runs(withTotal, "first", "second"),
      formula: `=AND(ISNUMBER($D${first});ISNUMBER($E${first});$E${first}>$D${first})`,
      ...LEGEND_COLOURS.bad,
    },
    ...parts,
    ...[...totals, ...womens].flatMap((range): readonly Highlight[] => {
      const cell = /^[A-Z]+\d+/.exec(range)?.[0] ?? range;
      const row = /\d+/.exec(cell)?.[0] ?? "";
      return [
        { ranges: [range], formula: `=${notACount(cell)}`, ...LEGEND_COLOURS.bad },
        { ranges: [range], formula: `=AND($B${row}<>"";LEN(${cell})=0)`, ...LEGEND_COLOURS.near },
      ];
    }),
  ];
}

function notACount(cell: string): string {
  return `IF(ISNUMBER(${cell});OR(${cell}<0;INT(${cell})<>${cell});LEN(${cell})>0)`;
}

/** Activities with more women than participants, or with a day outside the year; funds spent over plan. */
function activityHighlights(placed: readonly PlacedRow[]): readonly Highlight[] {
  const activities = rowsOfKind(placed, "activity");
  const funds = rowsOfKind(placed, "fund");
  return [
    ...runs(activities, "first", "second").map((range): Highlight => {
      const row = /\d+/.exec(range)?.[0] ?? "";
      return {
        ranges: [range],
        formula: `=AND(ISNUMBER($D${row});ISNUMBER($E${row});$E${row}>$D${row})`,
        ...LEGEND_COLOURS.bad,
      };
    }),
    ...runs(activities, "when", "when").map((range): Highlight => {
      const cell = `$G${/\d+/.exec(range)?.[0] ?? ""}`;
      return {
        ranges: [range],
        formula: `=IF(ISNUMBER(${cell});YEAR(${cell})<>${YEAR_CELL};LEN(${cell})>0)`,
        ...LEGEND_COLOURS.bad,
      };
    }),
    ...runs(funds, "first", "second").map((range): Highlight => {
      const row = /\d+/.exec(range)?.[0] ?? "";
      return {
        ranges: [range],
        formula: `=AND(ISNUMBER($D${row});ISNUMBER($E${row});$E${row}>$D${row})`,
        ...LEGEND_COLOURS.near,
      };
    }),
  ];
}

/** The cells of a form that its unit fills in: holes in the tab's protection. */
function openRanges(block: BlockPlace): readonly string[] {
  const placed = placeRows(block);
  return [
    ...runs(rowsOfKind(placed, "element"), "first", "link"),
    ...runs(rowsOfKind(placed, "task"), "word", "link"),
    ...runs(rowsOfKind(placed, "activity"), "text", "link"),
    ...runs(rowsOfKind(placed, "fund"), "first", "second"),
    ...runs(rowsOfKind(placed, "assessment"), "first", "link"),
  ];
}

/** Makes one unit's tab out of the prepared form: its name and keys, and hidden what it need not report. */
export function unitSteps(
  unit: OrgUnit,
  block: BlockPlace,
  template: string,
  year: number,
  invitation: string,
): readonly Step[] {
  const { tab } = block;
  const placed = placeRows(block);
  const asked = placed.map(({ form }) => isShown(form, block.rows, unit));
  const hidden = placed.filter((_, index) => !asked[index]).map(({ row }) => row);
  const cells: (readonly Cell[])[] = [
    [unit.code, "", unit.name],
    [year, "", invitation],
    ["", "", INSTRUCTION],
    ...Array.from({ length: FORM_FIRST_ROW - 4 }, () => ["", "", ""]),
    ...placed.map(({ form }, index) => [unit.code, asked[index] ? rowKey(form) : "", rowLabel(form)]),
  ];
  return [
    { do: "copy", from: template, tab, colour: UNIT_COLOUR },
    { do: "write", tab, at: "A1", cells },
    ...consecutive(hidden).map(({ from, count }): Step => ({ do: "hideRows", tab, from, count })),
    { do: "protect", tab, label: `Biểu của ${unit.name}`, open: openRanges(block) },
  ];
}

/** A section's header is shown while one of its rows is. */
function isShown(form: FormRow, rows: readonly FormRow[], unit: OrgUnit): boolean {
  if (form.kind !== "section" || form.section !== "tasks") return isAsked(form, unit);
  return rows.some((row) => row.kind === "task" && isAsked(row, unit));
}

/** Makes the tab on which every hamlet has a block for its activities, money and assessment. */
export function hamletFormSteps(
  hamlets: readonly { readonly unit: OrgUnit; readonly block: BlockPlace }[],
  year: number,
): readonly Step[] {
  const tab = HAMLET_FORMS_TITLE;
  const blocks = hamlets.map(({ block }) => block);
  const last = blocks[blocks.length - 1];
  const lastRow = last ? last.firstRow + last.rows.length - 1 : FORM_FIRST_ROW;
  const placed = blocks.flatMap(placeRows);
  const cells: (readonly Cell[])[] = [
    ["", "", "HOẠT ĐỘNG, KINH PHÍ, ĐÁNH GIÁ CỦA CÁC ẤP"],
    [year, "", "Số liệu về người của ấp ghi ở tab Các ấp. Ở đây mỗi ấp một khối dòng."],
    ["", "", INSTRUCTION],
  ];
  return [
    { do: "insert", tab, rows: lastRow, columns: BLOCK_COLUMNS.length, colour: UNIT_COLOUR },
    { do: "write", tab, at: "A1", cells },
    { do: "look", tab, ranges: ["C1"], look: TITLE_LOOK },
    { do: "look", tab, ranges: ["C2:C3"], look: INTRO_LOOK },
    ...hamlets.flatMap(({ unit, block }): readonly Step[] => [
      ...blockSteps(block),
      { do: "write", tab, at: address(block.firstRow, 1), cells: hamletKeys(unit, block) },
    ]),
    { do: "highlights", tab, highlights: activityHighlights(placed) },
    { do: "widths", tab, widths: WIDTHS.slice(0, BLOCK_COLUMNS.length) },
    { do: "hideColumns", tab, from: 1, count: 2 },
    { do: "freeze", tab, rows: 3, columns: 0 },
    { do: "protect", tab, label: "Khối dòng của các ấp", open: blocks.flatMap(openRanges) },
  ];
}

function hamletKeys(unit: OrgUnit, block: BlockPlace): readonly (readonly Cell[])[] {
  return block.rows.map((form) => [
    unit.code,
    rowKey(form),
    form.kind === "section" ? unit.name.toUpperCase() : rowLabel(form),
  ]);
}
