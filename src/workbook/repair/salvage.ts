/** Gathers what was typed into a form or a grid that people have changed: by key where it has one, else as leftovers. */
import { isDate } from "../../core/period.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { foldText } from "../../core/text.ts";
import { FORM_FIRST_ROW, type FormRow, rowKey, SECTION_LABELS } from "../form.ts";
import { address, type Cell, cellText, type Grid, showsFailure } from "../grid.ts";
import { asksField, type CarriedRow, keyName, type Leftover, takesField } from "../migrated-input.ts";
import type { BlockKey } from "../schema.ts";
import { labelOf } from "../setup/block.ts";
import { SELF_CHECK_WORDS } from "../setup/self-check.ts";
import { type BlockShape, findShape, isKey, type NamedRow, nameRows, sectionOf } from "./block-shape.ts";

/** What was typed, by key, and what has no place. */
export type Salvage = { readonly rows: ReadonlyMap<string, CarriedRow>; readonly leftovers: readonly Leftover[] };

/** A block to gather: its unit, its tab's title, the grid rows (from 0) that may be its, the rows that it should have. */
export type SalvageBlock = {
  readonly plan: Plan;
  readonly unit: string;
  readonly tab: string;
  readonly indexes: readonly number[];
  readonly rows: readonly FormRow[];
  /** Texts of the workbook's own that may stand anywhere in the tab, folded: nobody typed them. */
  readonly own: ReadonlySet<string>;
};

/** Returns a cell that somebody typed; nothing for blanks and for what a failed formula shows. */
export function typedCell(cell: unknown): Cell | undefined {
  if (typeof cell === "number" || typeof cell === "boolean" || isDate(cell)) return cell;
  const text = cellText(cell);
  if (text === "" || showsFailure(text)) return undefined;
  return String(cell).startsWith("'") ? text : String(cell);
}

/** Gathers one block. `formulas` tells what a formula shows from what was typed. */
export function salvageBlock(grid: Grid, formulas: Grid, block: SalvageBlock): Salvage {
  const shape = findShape(grid);
  const named = nameRows(grid, block.indexes, shape, block.rows);
  const planned = new Map(block.rows.map((row) => [rowKey(row), row]));
  const rows = new Map<string, CarriedRow>();
  const used = new Set<string>();
  for (const { index, key } of named) {
    const row = planned.get(key);
    const cells = new Map<BlockKey, Cell>();
    for (const [field, column] of shape.fields) {
      const typed = typedAt(grid, formulas, index, column);
      // A key among the figures was cut from its column: it is no figure.
      if (typed === undefined || isKey(cellText(typed)) || (row && !takesField(row, field))) continue;
      if (row && !asksField(row, field) && foldText(cellText(typed)) === foldText(cellText(labelOf(row, field))))
        continue;
      if (!row && field === "text" && !key.startsWith("HD.")) continue;
      cells.set(field, typed);
      used.add(`${index},${column}`);
    }
    if (cells.size > 0) rows.set(key, cells);
  }
  return { rows, leftovers: findLeftovers(grid, formulas, block, shape, named, used) };
}

function typedAt(grid: Grid, formulas: Grid, index: number, column: number): Cell | undefined {
  if (cellText(formulas[index]?.[column - 1]) !== "") return undefined;
  return typedCell(grid[index]?.[column - 1]);
}

/** Texts that a form's own cells hold: they are no one's. */
const OWN_TEXTS: ReadonlySet<string> = new Set(
  Object.values(SECTION_LABELS)
    .flatMap((labels) => Object.values(labels))
    .concat("Tự kiểm", ...SELF_CHECK_WORDS)
    .map(foldText),
);

/** Tells whether a text is one that forms hold themselves: a header of a section, a word of their own check. */
export function isOwnWord(text: string): boolean {
  return OWN_TEXTS.has(foldText(text));
}

function findLeftovers(
  grid: Grid,
  formulas: Grid,
  { plan, unit, tab, indexes, own }: SalvageBlock,
  shape: BlockShape,
  named: readonly NamedRow[],
  used: ReadonlySet<string>,
): readonly Leftover[] {
  const keys = new Map(named.map(({ index, key }) => [index, key]));
  return indexes.flatMap((index) =>
    (grid[index] ?? []).flatMap((_, at): readonly Leftover[] => {
      const column = at + 1;
      const value = typedAt(grid, formulas, index, column);
      if (value === undefined || used.has(`${index},${column}`)) return [];
      const text = foldText(cellText(value));
      const isOwn = isKey(cellText(value)) ? column === shape.keys : own.has(text) || OWN_TEXTS.has(text);
      if (isOwn || text === foldText(unit)) return [];
      const key = keys.get(index);
      return [
        {
          unit,
          tab,
          cell: address(index + 1, column),
          subject: key === undefined ? "Ô ngoài biểu" : keyName(key, plan),
          value,
          reason: "Ô không còn thuộc dòng nào của biểu",
        },
      ];
    }),
  );
}

/** Lists the rows of a form's grid (from 0) in which its block may stand: all below the title, wherever that is. */
export function formIndexes(grid: Grid): readonly number[] {
  const shape = findShape(grid);
  const firstKey = grid.findIndex((row) => isKey(cellText(row[shape.keys - 1])));
  const header = grid.findIndex((row) => sectionOf(row) !== undefined);
  const starts = [header, firstKey].filter((index) => index >= 0);
  const from = starts.length > 0 ? Math.min(...starts) : FORM_FIRST_ROW - 1;
  return Array.from({ length: Math.max(0, grid.length - from) }, (_, index) => from + index);
}
