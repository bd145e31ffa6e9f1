/** What was typed into the hamlets' grid, however people have left it: by its headers, codes and names. */

import { foldText } from "../../core/text.ts";
import type { OrgUnit } from "../../core/unit.ts";
import { address, type Cell, cellText, type Grid } from "../grid.ts";
import type { Leftover } from "../migrated-input.ts";
import { type BlockKey, HAMLET_GRID_ELEMENTS, HAMLETS_TAB, type HamletField } from "../schema.ts";
import { GRID_FIELDS } from "../setup/hamlets.ts";
import { isKey } from "./block-shape.ts";
import { addRow, type GatheringDraft, type Source } from "./carrying.ts";
import { typedCell } from "./salvage.ts";

/**
 * Gathers the hamlets' grid, its columns by their headers, its rows by their codes or else their names. Returns the new
 * codes of rows whose code the register does not have, by the old one.
 */
export function gatherHamletGrid(
  draft: GatheringDraft,
  source: Source,
  hamlets: readonly OrgUnit[],
): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>();
  const codes = new Set(hamlets.map(({ code }) => code));
  const header = findGridHeader(source.values, codes);
  if (header === undefined) return aliases;
  const titles = (source.values[header] ?? []).map((cell) => foldText(cellText(cell)));
  const columnOfTitle = (title: string, planned: number): number => {
    const at = titles.indexOf(foldText(title));
    return at >= 0 ? at : isGridTitle(titles[planned] ?? "") ? -1 : planned;
  };
  const columns = HAMLETS_TAB.columns.map(({ title }, index) => columnOfTitle(title, index));
  const byName = new Map(hamlets.map(({ name, code }) => [foldText(name), code]));
  const leftover = (unit: string, index: number, at: number, value: Cell | undefined): Leftover | undefined => {
    const reason = "Ô không thuộc cột nào của bảng";
    const cell = address(index + 1, at + 1);
    return value === undefined ? undefined : { unit, tab: source.tab, cell, subject: "Ô ngoài bảng", value, reason };
  };
  source.values.forEach((row, index) => {
    const typedCode = cellText(row[columns[0] ?? 0]);
    // A hamlet's row may have been moved above the header; what else stands there is the tab's title.
    const isHamlet = index > header || codes.has(typedCode);
    if (!isHamlet) {
      const titles = row.map((cell, at) =>
        isOwn(source, cell) ? undefined : leftover("", index, at, typedCell(cell)),
      );
      draft.leftovers.push(...titles.flatMap((found) => found ?? []));
      return;
    }
    const unit = codes.has(typedCode) ? typedCode : (byName.get(foldText(cellText(row[columns[1] ?? 1]))) ?? typedCode);
    if (typedCode !== "" && typedCode !== unit) aliases.set(typedCode, unit);
    const used = new Set([columns[0], columns[1]]);
    for (const element of HAMLET_GRID_ELEMENTS) {
      const cells = new Map<BlockKey, Cell>();
      for (const field of ["total", "women", "note"] as const satisfies readonly HamletField[]) {
        const at = columns[HAMLETS_TAB.columns.findIndex(({ key }) => key === `${element}.${field}`)] ?? -1;
        const typed = typedCell(row[at]);
        if (typed === undefined || isKey(cellText(typed))) continue;
        used.add(at);
        cells.set(GRID_FIELDS[field], typed);
      }
      if (cells.size > 0) addRow(draft, unit, source.tab, `SL.${element}`, cells);
    }
    const others = row.map((cell, at) => (used.has(at) ? undefined : leftover(unit, index, at, typedCell(cell))));
    draft.leftovers.push(...others.flatMap((found) => found ?? []));
  });
  return aliases;
}

function isOwn({ own }: Source, cell: unknown): boolean {
  const text = foldText(cellText(cell));
  return own.has(text) || isGridTitle(text);
}

function isGridTitle(folded: string): boolean {
  return HAMLETS_TAB.columns.some(({ title }) => foldText(title) === folded);
}

/** The row (from 0) with most of the grid's headers; where none has any, the row above the first hamlet's. */
function findGridHeader(values: Grid, known: ReadonlySet<string>): number | undefined {
  let best = { index: -1, count: 0 };
  for (const [index, row] of values.slice(0, 20).entries()) {
    const count = row.filter((cell) => isGridTitle(foldText(cellText(cell)))).length;
    if (count > best.count) best = { index, count };
  }
  if (best.count > 0) return best.index;
  const first = values.findIndex((row) => row.some((cell) => known.has(cellText(cell))));
  return first < 0 ? undefined : first - 1;
}
