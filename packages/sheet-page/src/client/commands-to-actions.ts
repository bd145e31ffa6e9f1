/**
 * Turns the grid's commands into actions of the host. The grid executes none of them; it shows the host's result.
 * Commands that are not listed here are refused.
 */
import type { IRange, IStyleData } from "@univerjs/core";
import type { Area } from "gas-offline/model";
import type { PageAction } from "../protocol.ts";
import { formatOf, hexOf, type NumberFormatCell, numberFormats, PLAIN } from "./format-changes.ts";

/** The active tab, its selection, and other facts that a command needs. */
export type Whereabouts = {
  readonly sheet: number;
  readonly rows: number;
  readonly columns: number;
  readonly selections: readonly IRange[];
  readonly newName: string;
  readonly rowHeight: (row: number) => number;
  readonly columnWidth: (column: number) => number;
};

/** The parameters of all commands below; each command has some of them. */
export type Parameters = Partial<{
  readonly subUnitId: string;
  readonly range: IRange;
  readonly ranges: readonly IRange[];
  readonly selections: readonly IRange[];
  readonly fromRange: IRange;
  readonly toRange: IRange;
  readonly name: string;
  readonly order: number;
  readonly value: number | string | null;
  readonly values: readonly NumberFormatCell[];
  readonly style: { readonly type: keyof IStyleData; readonly value: unknown };
  readonly startRow: number;
  readonly startColumn: number;
  readonly anchorRow: number;
  readonly anchorCol: number;
  readonly deltaX: number;
  readonly deltaY: number;
}>;

type Actions = readonly PageAction[];
type Converter = (parameters: Parameters, where: Whereabouts) => Actions;

/** Converts a range to the host's 1-based area. A whole row or column has no ends of its own. */
export function areaOf({ startRow, startColumn, endRow, endColumn }: IRange, where: Whereabouts): Area {
  const [top, left] = [Number.isFinite(startRow) ? startRow : 0, Number.isFinite(startColumn) ? startColumn : 0];
  const bottom = Math.min(Number.isFinite(endRow) ? endRow : where.rows - 1, where.rows - 1);
  const right = Math.min(Number.isFinite(endColumn) ? endColumn : where.columns - 1, where.columns - 1);
  return { row: top + 1, column: left + 1, rows: bottom - top + 1, columns: right - left + 1 };
}

const areasOf = ({ range, ranges }: Parameters, where: Whereabouts): readonly Area[] =>
  (range ? [range] : (ranges ?? where.selections)).map((each) => areaOf(each, where));

const rowsOf = ({ row, rows }: Area) => ({ at: row, count: rows });
const columnsOf = ({ column, columns }: Area) => ({ at: column, count: columns });

const onRows =
  (kind: "insertRows" | "deleteRows" | "hideRows" | "showRows"): Converter =>
  (parameters, where) =>
    areasOf(parameters, where).map((area) => ({ sheet: where.sheet, kind, ...rowsOf(area) }));

const onColumns =
  (kind: "insertColumns" | "deleteColumns" | "hideColumns" | "showColumns"): Converter =>
  (parameters, where) =>
    areasOf(parameters, where).map((area) => ({ sheet: where.sheet, kind, ...columnsOf(area) }));

const onCells =
  (kind: "merge" | "unmerge" | "clearContent" | "clearAll"): Converter =>
  (parameters, where) =>
    areasOf(parameters, where).map((area) => ({ sheet: where.sheet, kind, area }));

const onTab =
  (kind: "duplicateSheet" | "deleteSheet" | "hideSheet" | "showSheet"): Converter =>
  (_, { sheet }) => [{ sheet, kind }];

const CONVERTERS: ReadonlyMap<string, Converter> = new Map<string, Converter>([
  ["insert-row", onRows("insertRows")],
  ["insert-row-by-range", onRows("insertRows")],
  ["insert-col", onColumns("insertColumns")],
  ["insert-col-by-range", onColumns("insertColumns")],
  ["remove-row", onRows("deleteRows")],
  ["remove-row-by-range", onRows("deleteRows")],
  ["remove-col", onColumns("deleteColumns")],
  ["remove-col-by-range", onColumns("deleteColumns")],
  ["set-rows-hidden", onRows("hideRows")],
  ["set-specific-rows-visible", onRows("showRows")],
  ["set-col-hidden", onColumns("hideColumns")],
  ["set-col-visible-on-cols", onColumns("showColumns")],
  [
    "move-rows",
    ({ fromRange, toRange }, where) =>
      fromRange && toRange
        ? [{ sheet: where.sheet, kind: "moveRows", ...rowsOf(areaOf(fromRange, where)), before: toRange.startRow + 1 }]
        : [],
  ],
  [
    "move-cols",
    ({ fromRange, toRange }, where) =>
      fromRange && toRange
        ? [
            {
              sheet: where.sheet,
              kind: "moveColumns",
              ...columnsOf(areaOf(fromRange, where)),
              before: toRange.startColumn + 1,
            },
          ]
        : [],
  ],
  [
    "set-row-height",
    (parameters, where) =>
      areasOf(parameters, where).map((area) =>
        resize(where.sheet, "resizeRows", rowsOf(area), Number(parameters.value)),
      ),
  ],
  [
    "set-worksheet-col-width",
    (parameters, where) =>
      areasOf(parameters, where).map((area) =>
        resize(where.sheet, "resizeColumns", columnsOf(area), Number(parameters.value)),
      ),
  ],
  [
    "delta-row-height",
    ({ anchorRow = 0, deltaY = 0 }, { sheet, rowHeight }) => [
      resize(sheet, "resizeRows", { at: anchorRow + 1, count: 1 }, rowHeight(anchorRow) + deltaY),
    ],
  ],
  [
    "delta-column-width",
    ({ anchorCol = 0, deltaX = 0 }, { sheet, columnWidth }) => [
      resize(sheet, "resizeColumns", { at: anchorCol + 1, count: 1 }, columnWidth(anchorCol) + deltaX),
    ],
  ],
  [
    "set-frozen",
    ({ startRow = -1, startColumn = -1 }, { sheet }) => [
      { sheet, kind: "freeze", rows: Math.max(0, startRow), columns: Math.max(0, startColumn) },
    ],
  ],
  ["cancel-frozen", (_, { sheet }) => [{ sheet, kind: "freeze", rows: 0, columns: 0 }]],
  ["clear-selection-content", onCells("clearContent")],
  ["clear-selection-all", onCells("clearAll")],
  [
    "clear-selection-format",
    (parameters, where) =>
      areasOf(parameters, where).map((area) => ({ sheet: where.sheet, kind: "setFormat", area, format: PLAIN })),
  ],
  ["add-worksheet-merge-all", onCells("merge")],
  ["remove-worksheet-merge", onCells("unmerge")],
  [
    "set-style",
    (parameters, where) => {
      const format = parameters.style && formatOf(parameters.style);
      if (!format) return [];
      return areasOf(parameters, where).map((area) => ({ sheet: where.sheet, kind: "setFormat", area, format }));
    },
  ],
  ["numfmt.set.numfmt", ({ values = [] }, { sheet }) => numberFormats(sheet, values)],
  ["set-worksheet-name", ({ name = "" }, { sheet }) => [{ sheet, kind: "renameSheet", name }]],
  ["insert-sheet", (_, { sheet, newName }) => [{ sheet, kind: "addSheet", name: newName }]],
  ["copy-sheet", onTab("duplicateSheet")],
  ["remove-sheet", onTab("deleteSheet")],
  ["set-worksheet-hidden", onTab("hideSheet")],
  ["set-worksheet-show", onTab("showSheet")],
  ["set-worksheet-order", ({ order = 0 }, { sheet }) => [{ sheet, kind: "moveSheet", position: order + 1 }]],
  [
    "set-tab-color",
    ({ value }, { sheet }) => [
      { sheet, kind: "colourSheet", colour: typeof value === "string" && value !== "" ? hexOf(value) : null },
    ],
  ],
]);

/** Commands that only work out the details, and then execute one of the others. */
const DELEGATING = new Set(
  [
    "insert-row-before insert-row-after insert-multi-rows-above insert-multi-rows-after",
    "insert-col-before insert-col-after insert-multi-cols-before insert-multi-cols-right",
    "remove-row-confirm remove-col-confirm remove-sheet-confirm hide-row-confirm hide-col-confirm",
    "set-selected-rows-visible set-selected-cols-visible",
    "set-range-bold set-bold set-range-italic set-italic set-range-text-color set-text-color reset-text-color",
    "set-background-color reset-background-color set-range-fontsize set-font-size set-range-font-increase",
    "set-range-font-decrease set-range-font-family set-font-family set-horizontal-text-align",
    "set-vertical-text-align set-text-wrap numfmt.set.currency numfmt.set.percent numfmt.add.decimal.command",
    "numfmt.subtract.decimal.command numfmt.add.decimal numfmt.subtract.decimal",
    "set-row-frozen set-col-frozen set-first-row-frozen set-first-column-frozen set-selection-frozen",
  ]
    .join(" ")
    .split(" "),
);

const PREFIX = "sheet.command.";

/**
 * Returns the actions that a grid command asks of the host. `pass` if it leads to another command, undefined if it is
 * unknown.
 */
export function actionsOf(id: string, parameters: Parameters, where: Whereabouts): Actions | "pass" | undefined {
  const name = id.startsWith(PREFIX) ? id.slice(PREFIX.length) : id;
  if (DELEGATING.has(name)) return "pass";
  const actions = CONVERTERS.get(name)?.(parameters, where);
  return actions && actions.length > 0 ? actions : undefined;
}

function resize(
  sheet: number,
  kind: "resizeRows" | "resizeColumns",
  lines: { readonly at: number; readonly count: number },
  pixels: number,
): PageAction {
  return { sheet, kind, ...lines, pixels: Math.min(2000, Math.max(4, Math.round(pixels))) };
}
