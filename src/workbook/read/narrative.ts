/** The coordinator's own text: the tab `Nội dung báo cáo` → texts of parts of the report, and where they stand. */
import { NARRATIVE_PART_NAMES, NARRATIVE_PARTS, type NarrativePart, type NarrativeText } from "../../core/narrative.ts";
import { foldText } from "../../core/text.ts";
import type { Grid } from "../grid.ts";
import { NARRATIVE_TAB } from "../schema.ts";
import { findColumns, readTable, type TableRow } from "../table.ts";

export type NarrativeKey = (typeof NARRATIVE_TAB.columns)[number]["key"];

/** A row of the tab and the part that it belongs to; absent: nothing tells which. */
export type NarrativeRow = { readonly part: NarrativePart | undefined; readonly row: TableRow<NarrativeKey> };

/** Where the parts stand. */
export type NarrativePlaces = {
  /** The tab row of each text, in the texts' order. */
  readonly textRows: readonly number[];
  /** The tab rows of each part, written or not; a workbook from before this tab has none. */
  readonly partRows: ReadonlyMap<NarrativePart, readonly number[]>;
  /** The 1-based column of the text. */
  readonly column: number;
};

/** What the coordinator wrote, and where. */
export type ReadNarrative = { readonly texts: readonly NarrativeText[]; readonly places: NarrativePlaces };

/** Tells the part of each row: by its key, else by its name; a row that says neither goes on with the part above it. */
export function narrativeRowsOf(grid: Grid): readonly NarrativeRow[] {
  let above: NarrativePart | undefined;
  return readTable(NARRATIVE_TAB, grid).map((row) => {
    const [key, name] = [row.text("part"), foldText(row.text("name"))];
    const own =
      NARRATIVE_PARTS.find((part) => part === key) ??
      NARRATIVE_PARTS.find((part) => foldText(NARRATIVE_PART_NAMES[part]) === name);
    above = own ?? (key === "" && name === "" ? above : undefined);
    return { part: above, row };
  });
}

/** Reads the tab. An empty grid stands for a workbook from before it. */
export function readNarrative(grid: Grid): ReadNarrative {
  if (grid.length === 0) return { texts: [], places: { textRows: [], partRows: new Map(), column: 0 } };
  const rows = narrativeRowsOf(grid).flatMap(({ part, row }) =>
    part ? [{ part, row: row.row, text: row.text("text") }] : [],
  );
  const partRows = new Map<NarrativePart, number[]>();
  for (const { part, row } of rows) partRows.set(part, [...(partRows.get(part) ?? []), row]);
  const written = rows.filter(({ text }) => text !== "");
  return {
    texts: written.map(({ part, text }) => ({ part, text })),
    places: {
      textRows: written.map(({ row }) => row),
      partRows,
      column: findColumns(NARRATIVE_TAB, grid).get("text") ?? 0,
    },
  };
}
