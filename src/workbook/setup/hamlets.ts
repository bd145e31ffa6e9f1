/** Steps that make the hamlets' grid: a row per hamlet, a group of columns per data element. */
import type { Plan } from "../../core/plan/plan.ts";
import type { OrgUnit } from "../../core/unit.ts";
import { address, blockAddress, type Cell, consecutive } from "../grid.ts";
import type { Carried } from "../migrated-input.ts";
import type { Highlight, PlanStep } from "../plan.ts";
import {
  type BlockKey,
  FIRST_DATA_ROW,
  HAMLET_GRID_ELEMENTS,
  HAMLETS_TAB,
  type HamletField,
  type HamletGridElement,
  type HamletKey,
  HEADER_ROW,
} from "../schema.ts";
import { columnOf } from "../table.ts";
import { guardStep } from "./guards.ts";
import { COLOURS, countRule, HEADER_LOOK, LEGEND_COLOURS, partRule } from "./looks.ts";
import { notACount } from "./self-check.ts";
import { tableSteps } from "./tables.ts";

const TAB = HAMLETS_TAB.title;
const GROUP_ROW = HEADER_ROW - 1;

/** Makes the grid for these hamlets, in register order. */
export function hamletGridSteps(
  plan: Plan,
  hamlets: readonly OrgUnit[],
  approved: ReadonlySet<string>,
  carried: Carried = new Map(),
): readonly PlanStep[] {
  const data = hamlets.map((hamlet): readonly Cell[] =>
    HAMLETS_TAB.columns.map(({ key }) => (key === "code" ? hamlet.code : key === "name" ? hamlet.name : "")),
  );
  const asked = HAMLET_GRID_ELEMENTS.map((element) => ({
    element,
    name: plan.elements.get(element)?.name ?? element,
    rows: hamlets.flatMap((hamlet, index) =>
      hamlet.elements.some((code) => code === element) ? [FIRST_DATA_ROW + index] : [],
    ),
  }));
  return [
    ...tableSteps(withHelp(plan), data, { fixed: ["code", "name"] }),
    ...enterFigures(hamlets, carried),
    ...asked.flatMap(({ element, name, rows }) => groupSteps(element, name, rows, hamlets.length)),
    { do: "highlights", tab: TAB, highlights: asked.flatMap(({ element, rows }) => highlights(element, rows)) },
    {
      do: "protect",
      tab: TAB,
      label: "Số liệu của các ấp",
      open: hamlets.length > 0 ? [inputCells(0, hamlets.length)] : [],
    },
    ...hamlets.map((hamlet, index) => guardStep(hamlet, TAB, inputCells(index, 1), approved.has(hamlet.code))),
  ];
}

/** The grid, with each data element's help on its first column. */
function withHelp({ elements }: Plan): typeof HAMLETS_TAB {
  return {
    ...HAMLETS_TAB,
    columns: HAMLETS_TAB.columns.map((column) => {
      const [element = "", field] = column.key.split(".");
      const help = field === "total" ? elements.get(element)?.help : undefined;
      return help ? { ...column, help } : column;
    }),
  };
}

/** Writes the figures that were typed elsewhere. */
function enterFigures(hamlets: readonly OrgUnit[], carried: Carried): readonly PlanStep[] {
  const fields = HAMLETS_TAB.columns.slice(2).map(({ key }) => key);
  const cells = hamlets.map((hamlet) => fields.map((key) => carriedFigure(carried, hamlet.code, key)));
  if (cells.every((row) => row.every((cell) => cell === ""))) return [];
  return [{ do: "enter", tab: TAB, at: address(FIRST_DATA_ROW, 3), cells }];
}

/** The field of a form's row that a field of the grid is. */
export const GRID_FIELDS = { total: "first", women: "second", note: "word" } as const satisfies Record<
  HamletField,
  BlockKey
>;

function carriedFigure(carried: Carried, unit: string, key: HamletKey): Cell {
  const [element = "", field = ""] = key.split(".");
  const row = carried.get(unit)?.get(`SL.${element}`);
  const name = (["total", "women", "note"] as const).find((known) => known === field);
  return (name && row?.get(GRID_FIELDS[name])) ?? "";
}

/** The cells in which so many hamlets type, from the one at this place on. */
function inputCells(index: number, hamlets: number): string {
  return blockAddress(FIRST_DATA_ROW + index, 3, hamlets, HAMLETS_TAB.columns.length - 2);
}

function column(element: HamletGridElement, field: HamletField): number {
  return columnOf(HAMLETS_TAB, `${element}.${field}`);
}

function groupSteps(
  element: HamletGridElement,
  name: string,
  rows: readonly number[],
  hamlets: number,
): readonly PlanStep[] {
  const first = column(element, "total");
  const heading = blockAddress(GROUP_ROW, first, 1, 3);
  const notAsked = Array.from({ length: hamlets }, (_, index) => FIRST_DATA_ROW + index).filter(
    (row) => !rows.includes(row),
  );
  const rules = consecutive(rows).flatMap(({ from, count }): readonly PlanStep[] => {
    const [total, women] = [address(from, first), address(from, first + 1)];
    return [
      { do: "rule", tab: TAB, range: blockAddress(from, first, count, 1), rule: countRule(total) },
      { do: "rule", tab: TAB, range: blockAddress(from, first + 1, count, 1), rule: partRule(women, total) },
    ];
  });
  return [
    { do: "write", tab: TAB, at: address(GROUP_ROW, first), cells: [[name, "", ""]] },
    { do: "merge", tab: TAB, ranges: [heading] },
    { do: "look", tab: TAB, ranges: [heading], look: HEADER_LOOK },
    ...(notAsked.length > 0
      ? [
          {
            do: "look",
            tab: TAB,
            ranges: consecutive(notAsked).map(({ from, count }) => blockAddress(from, first, count, 3)),
            look: { background: COLOURS.notAsked },
          } as const,
        ]
      : []),
    ...rules,
    ...(rows.length === 0 ? [{ do: "hideColumns", tab: TAB, from: first, count: 3 } as const] : []),
  ];
}

/** One format for all rows that an element is asked of, relative to the first. */
function highlights(element: HamletGridElement, rows: readonly number[]): readonly Highlight[] {
  const [from] = rows;
  if (from === undefined) return [];
  const first = column(element, "total");
  const [total, women] = [address(from, first), address(from, first + 1)];
  const ranges = consecutive(rows).map((run) => blockAddress(run.from, first, run.count, 2));
  return [
    { ranges, formula: `=AND(ISNUMBER($${total});ISNUMBER($${women});$${women}>$${total})`, ...LEGEND_COLOURS.bad },
    { ranges, formula: `=${notACount(total)}`, ...LEGEND_COLOURS.bad },
    { ranges, formula: `=LEN(${total})=0`, ...LEGEND_COLOURS.near },
  ];
}
