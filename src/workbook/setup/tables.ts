/** Steps that make the tabs that are one table. */
import { address, blockAddress, type Cell } from "../grid.ts";
import type { PlanStep } from "../plan.ts";
import { FIRST_DATA_ROW, HEADER_ROW, type TableTab } from "../schema.ts";
import { COLOURS, computedFormat, HEADER_LOOK, INTRO_LOOK, numberFormat, TITLE_LOOK } from "./looks.ts";

type TableOptions = {
  /** True: a formula fills the table, nobody types into it. */
  readonly computed?: boolean;
  /** Rows below the header; the data's and the tab's spare ones where not given. */
  readonly rows?: number;
  /** Columns whose data are the workbook's own. */
  readonly fixed?: readonly string[];
  /** Columns of the sheet; the table's own where not given. */
  readonly sheetColumns?: number;
};

/** Makes a table's tab: title, introduction, header with help, data, formats, lists of choices, widths, frozen header. */
export function tableSteps(
  tab: TableTab,
  data: readonly (readonly Cell[])[],
  options: TableOptions = {},
): readonly PlanStep[] {
  const { title, columns } = tab;
  const { computed = false, rows = data.length + tab.spareRows, fixed = [], sheetColumns = columns.length } = options;
  const height = Math.max(1, rows);
  const column = (index: number, count = height) => blockAddress(FIRST_DATA_ROW, index + 1, count, 1);
  const format = computed ? computedFormat : numberFormat;
  const byFormat = new Map<string, string[]>();
  for (const [index, { kind }] of columns.entries()) {
    byFormat.set(format(kind), [...(byFormat.get(format(kind)) ?? []), column(index)]);
  }
  const inputs = columns.flatMap(({ input }, index) => (input && !computed ? [column(index)] : []));
  return [
    { do: "insert", tab: title, rows: HEADER_ROW + height, columns: sheetColumns, colour: tab.colour },
    ...[...byFormat].map(
      ([pattern, ranges]): PlanStep => ({
        do: "look",
        tab: title,
        ranges,
        look: { numberFormat: pattern },
      }),
    ),
    { do: "write", tab: title, at: "A1", cells: heading(tab) },
    {
      do: "fix",
      tab: title,
      ranges: [
        address(1, firstShown(tab)),
        address(2, firstShown(tab)),
        blockAddress(HEADER_ROW, 1, 1, columns.length),
        ...(data.length > 0
          ? columns.flatMap(({ key }, index) => (fixed.includes(key) ? [column(index, data.length)] : []))
          : []),
      ],
    },
    ...(data.length > 0 ? [{ do: "write", tab: title, at: `A${FIRST_DATA_ROW}`, cells: data } as const] : []),
    { do: "look", tab: title, ranges: [address(1, firstShown(tab))], look: TITLE_LOOK },
    { do: "look", tab: title, ranges: [address(2, firstShown(tab))], look: INTRO_LOOK },
    { do: "look", tab: title, ranges: [blockAddress(HEADER_ROW, 1, 1, columns.length)], look: HEADER_LOOK },
    {
      do: "look",
      tab: title,
      ranges: [blockAddress(FIRST_DATA_ROW, 1, height, columns.length)],
      look: { wrap: true, middle: true, border: true },
    },
    ...(inputs.length > 0
      ? [{ do: "look", tab: title, ranges: inputs, look: { background: COLOURS.input } } as const]
      : []),
    ...columns.flatMap(({ choices, input, title: name }, index): readonly PlanStep[] =>
      choices && input && !computed
        ? [
            {
              do: "rule",
              tab: title,
              range: column(index),
              rule: { kind: "list", values: choices, help: `Chọn ${name.toLowerCase()} trong danh sách.` },
            },
          ]
        : [],
    ),
    { do: "notes", tab: title, at: `A${HEADER_ROW}`, notes: [columns.map(({ help }) => help ?? "")] },
    { do: "widths", tab: title, widths: columns.map(({ width }) => width) },
    ...columns.flatMap(({ hidden }, index): readonly PlanStep[] =>
      hidden ? [{ do: "hideColumns", tab: title, from: index + 1, count: 1 }] : [],
    ),
    { do: "freeze", tab: title, rows: HEADER_ROW, columns: tab.frozenColumns ?? 0 },
  ];
}

/** The 1-based column in which title and introduction stand: a hidden one would hide them. */
function firstShown({ columns }: TableTab): number {
  return columns.findIndex(({ hidden }) => !hidden) + 1;
}

/** Title, introduction, an empty row and the header, over all columns. */
function heading(tab: TableTab): readonly (readonly Cell[])[] {
  const { title, intro, columns } = tab;
  const alone = (text: string): Cell[] => columns.map((_, index) => (index + 1 === firstShown(tab) ? text : ""));
  return [alone(title.toUpperCase()), alone(intro), alone(""), columns.map((column) => column.title)];
}
