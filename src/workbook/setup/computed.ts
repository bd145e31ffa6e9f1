/** The tabs that formulas fill: the tidy tab, the scorecard, the list of issues. Their formulas come last in a plan. */
import type { Plan } from "../../core/plan/plan.ts";
import { FORM_FIRST_ROW } from "../form.ts";
import { address, columnLetters, quoteTab } from "../grid.ts";
import type { UnitPlace } from "../layout.ts";
import { MIRROR_LAST_COLUMN } from "../mirror.ts";
import type { Highlight, PlanStep } from "../plan.ts";
import {
  BLOCK_COLUMNS,
  DATA_TAB,
  ELEMENTS_TAB,
  FIRST_DATA_ROW,
  HAMLETS_TAB,
  HEADER_ROW,
  HISTORY_TAB,
  ISSUES_TAB,
  MILESTONES_TAB,
  NARRATIVE_TAB,
  PLACE_ROW,
  SCORECARD_TAB,
  SETTINGS_TAB,
  TARGETS_TAB,
  TASKS_TAB,
  type TableTab,
  UNITS_TAB,
} from "../schema.ts";
import { columnOf } from "../table.ts";
import { LEGEND_COLOURS } from "./looks.ts";
import { mirrorColumnSteps, mirrorFormulaStep } from "./mirror.ts";
import { tableSteps } from "./tables.ts";

/** Rows of the list of issues that are formatted, and rows that it may need: so many for each unit. */
const ISSUE_ROWS = 300;
const ISSUES_PER_UNIT = 10;

/** What a tab of the plan is called now: its users may have renamed it. */
export type TabNames = (title: string) => string;

/** A table's range from its header down, open at the bottom: new rows are read without touching a formula. */
function tableRange(tab: TableTab, nameOf: TabNames): string {
  return `${quoteTab(nameOf(tab.title))}!A${HEADER_ROW}:${columnLetters(tab.columns.length)}`;
}

/** The tabs that `BDG_BANGDIEM` is given, in the order of its parameters; `BDG_KIEMTRA` is given one more. */
const SOURCES: readonly TableTab[] = [
  TARGETS_TAB,
  UNITS_TAB,
  DATA_TAB,
  HAMLETS_TAB,
  HISTORY_TAB,
  SETTINGS_TAB,
  TASKS_TAB,
];

/** What both formulas are given last: definitions that workbooks did not always have. */
const DEFINITIONS: readonly TableTab[] = [MILESTONES_TAB, ELEMENTS_TAB];

function ranges(tabs: readonly TableTab[], nameOf: TabNames): string {
  return tabs.map((tab) => tableRange(tab, nameOf)).join(";");
}

/** The empty row between introduction and header. */
const NOTE_CELL = `A${HEADER_ROW - 1}`;

const FIRST_CELL = `A${FIRST_DATA_ROW}`;

/** How many rows all blocks have together. */
function blockRows(places: ReadonlyMap<string, UnitPlace>): number {
  return [...places.values()].reduce((sum, { block }) => sum + block.rows.length, 0);
}

/** Makes the computed tabs, empty. */
export function computedTabSteps(places: ReadonlyMap<string, UnitPlace>): readonly PlanStep[] {
  const rows = Math.max(50, blockRows(places));
  return [
    ...tableSteps(DATA_TAB, [], { computed: true, rows, sheetColumns: MIRROR_LAST_COLUMN }),
    ...mirrorColumnSteps(HEADER_ROW + rows),
    { do: "protect", tab: DATA_TAB.title, label: "Dữ liệu tự xếp chồng", open: [] },
  ];
}

/** Makes the scorecard, under the workbook's remark where there is one, and the list of issues; both empty. */
export function resultTabSteps(note: string, { indicators }: Plan): readonly PlanStep[] {
  const scorecardRows = indicators.length + 1;
  return [
    ...tableSteps(SCORECARD_TAB, [], { computed: true, rows: scorecardRows }),
    { do: "write", tab: SCORECARD_TAB.title, at: NOTE_CELL, cells: [[note]] },
    {
      do: "look",
      tab: SCORECARD_TAB.title,
      ranges: [NOTE_CELL],
      look: { bold: true, fontColor: LEGEND_COLOURS.bad.fontColor },
    },
    { do: "highlights", tab: SCORECARD_TAB.title, highlights: scorecardHighlights(scorecardRows) },
    { do: "protect", tab: SCORECARD_TAB.title, label: "Bảng điểm tự tính", open: [] },
    ...tableSteps(ISSUES_TAB, [], { computed: true, rows: ISSUE_ROWS }),
    { do: "highlights", tab: ISSUES_TAB.title, highlights: issueHighlights() },
    { do: "protect", tab: ISSUES_TAB.title, label: "Danh sách tự tính", open: [] },
  ];
}

/** Colours the scorecard beside its words. Numerators and denominators decide, never the percent that is shown. */
function scorecardHighlights(rows: number): readonly Highlight[] {
  const row = FIRST_DATA_ROW;
  const ranges = [`E${row}:E${row + rows - 1}`, `H${row}:H${row + rows - 1}`];
  const [code, part, whole, target, status] = [`$A${row}`, `$C${row}`, `$D${row}`, `$F${row}`, `$H${row}`];
  const judged = `ISNUMBER(${target});ISNUMBER(${whole});ISNUMBER($E${row})`;
  return [
    { ranges, formula: `=AND(${judged};100*${part}>=${target}*${whole})`, ...LEGEND_COLOURS.good, bold: true },
    { ranges, formula: `=AND(${judged};1000*${part}>=9*${target}*${whole})`, ...LEGEND_COLOURS.near, bold: true },
    { ranges, formula: `=AND(${judged};1000*${part}<9*${target}*${whole})`, ...LEGEND_COLOURS.bad, bold: true },
    {
      ranges,
      formula: `=AND(ISNUMBER(${target});LEN(${whole})=0;LEN(${code})>0;${part}>=${target})`,
      ...LEGEND_COLOURS.good,
      bold: true,
    },
    {
      ranges,
      formula: `=AND(ISNUMBER(${target});LEN(${whole})=0;LEN(${code})>0;${part}<${target})`,
      ...LEGEND_COLOURS.bad,
      bold: true,
    },
    { ranges, formula: `=OR(${status}="Tăng";${status}="Đủ")`, ...LEGEND_COLOURS.good, bold: true },
    { ranges, formula: `=${status}="Giảm"`, ...LEGEND_COLOURS.bad, bold: true },
    { ranges, formula: `=${status}="Còn thiếu"`, ...LEGEND_COLOURS.near, bold: true },
    { ranges, formula: `=AND(LEN(${code})>0;LEN($E${row})=0)`, ...LEGEND_COLOURS.none },
  ];
}

function issueHighlights(): readonly Highlight[] {
  const ranges = [`A${FIRST_DATA_ROW}:A${FIRST_DATA_ROW + ISSUE_ROWS - 1}`];
  const cell = `$A${FIRST_DATA_ROW}`;
  return [
    { ranges, formula: `=${cell}="Lỗi"`, ...LEGEND_COLOURS.bad, bold: true },
    { ranges, formula: `=${cell}="Lưu ý"`, ...LEGEND_COLOURS.near, bold: true },
    { ranges, formula: `=${cell}="Tốt"`, ...LEGEND_COLOURS.good, bold: true },
  ];
}

/** Writes the formulas that fill the computed tabs, once there is room for what they give: `mirrored` rows beside the blocks. */
export function formulaSteps(
  places: ReadonlyMap<string, UnitPlace>,
  nameOf: TabNames,
  mirrored: number,
): readonly PlanStep[] {
  const issueRows = Math.max(ISSUE_ROWS, places.size * ISSUES_PER_UNIT);
  const tabs = [...new Set([...places.values()].map(({ block }) => nameOf(block.tab)))];
  return [
    { do: "room", tab: DATA_TAB.title, rows: Math.max(HEADER_ROW + blockRows(places), mirrored) },
    { do: "room", tab: ISSUES_TAB.title, rows: HEADER_ROW + issueRows },
    ...(tabs.length > 0
      ? [{ do: "formula", tab: DATA_TAB.title, at: FIRST_CELL, formula: stackFormula(tabs) } as const]
      : []),
    mirrorFormulaStep(nameOf),
    {
      do: "formula",
      tab: SCORECARD_TAB.title,
      at: FIRST_CELL,
      formula: `=BDG_BANGDIEM(${ranges([...SOURCES, ...DEFINITIONS], nameOf)})`,
    },
    {
      do: "formula",
      tab: ISSUES_TAB.title,
      at: FIRST_CELL,
      formula: `=BDG_KIEMTRA(${ranges([...SOURCES, NARRATIVE_TAB, ...DEFINITIONS], nameOf)})`,
    },
    {
      do: "formulas",
      tab: ISSUES_TAB.title,
      at: address(FIRST_DATA_ROW, columnOf(ISSUES_TAB, "open")),
      formulas: Array.from({ length: issueRows }, (_, index) => [linkFormula(FIRST_DATA_ROW + index)]),
    },
  ];
}

/** A link to the cell that an issue of the row names, where its tab's id is known. */
function linkFormula(row: number): string {
  const [cell, id] = (["cell", "sheetId"] as const).map((key) => `$${address(row, columnOf(ISSUES_TAB, key))}`);
  return `=IF(LEN(${id})=0;"";HYPERLINK("#gid="&${id}&"&range="&${cell};"Đến ô"))`;
}

/**
 * Stacks the tabs' blocks, whatever their length, and keeps the rows that have a key. Beside each row stands where it is
 * in its own sheet: a reference follows rows and columns that people insert or delete.
 */
function stackFormula(tabs: readonly string[]): string {
  const blocks = tabs.map((tab) => {
    const cells = `${quoteTab(tab)}!A${FORM_FIRST_ROW}:${columnLetters(BLOCK_COLUMNS.length)}`;
    const corner = `INDEX(${cells};1;1)`;
    const first = `${PLACE_ROW}*ROW(${corner})+COLUMN(${corner})`;
    return `HSTACK(${cells};SEQUENCE(ROWS(${cells});1;${first};${PLACE_ROW}))`;
  });
  return `=LET(d;VSTACK(${blocks.join(";")});FILTER(d;CHOOSECOLS(d;2)<>""))`;
}
