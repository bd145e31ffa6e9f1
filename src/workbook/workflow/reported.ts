/** What each unit reported, as canonical text, and what its submission left in its block. */
import type { FigureRow } from "../../core/workflow/digest.ts";
import type { Submission } from "../../core/workflow/standing.ts";
import { CONFIRMATION_KEY } from "../form.ts";
import { cellText, type Grid } from "../grid.ts";
import { splitKey } from "../read/block.ts";
import { type BlockKey, DATA_TAB, HAMLET_GRID_ELEMENTS, HAMLETS_TAB } from "../schema.ts";
import { readTable, type TableRow } from "../table.ts";

/** Everything of one unit that a digest is made of, and its submission. */
export type Reported = { readonly rows: readonly FigureRow[]; readonly submission: Submission | undefined };

const FIELDS: readonly BlockKey[] = ["first", "second", "word", "when", "more", "link"];

/** An activity's text is typed by its unit; the text of other rows is the workbook's own label. */
function cellsOf(kind: string, row: TableRow<BlockKey>): readonly string[] {
  const typed = FIELDS.map((field) => cellText(row.cell(field)));
  return kind === "HD" ? [...typed, cellText(row.cell("text"))] : typed;
}

/** Reads what every unit reported, from the tidy tab and the hamlets' grid. Of two rows with one key the first counts. */
export function readReported(data: Grid, hamlets: Grid): ReadonlyMap<string, Reported> {
  const rows = new Map<string, Map<string, readonly string[]>>();
  const keep = (unit: string, key: string, cells: readonly string[]): void => {
    const own = rows.get(unit) ?? new Map<string, readonly string[]>();
    rows.set(unit, own);
    if (!own.has(key)) own.set(key, cells);
  };
  for (const row of readTable(DATA_TAB, data)) {
    const key = row.text("key");
    if (key !== "" && row.text("unit") !== "") keep(row.text("unit"), key, cellsOf(splitKey(key)[0], row));
  }
  const seen = new Set<string>();
  for (const row of readTable(HAMLETS_TAB, hamlets)) {
    const unit = row.text("code");
    if (unit === "" || seen.has(unit)) continue;
    seen.add(unit);
    for (const element of HAMLET_GRID_ELEMENTS) {
      const fields = (["total", "women", "note"] as const).map((field) => cellText(row.cell(`${element}.${field}`)));
      keep(unit, `SL.${element}`, fields);
    }
  }
  return new Map(
    [...rows].map(([unit, own]) => [unit, { rows: figureRows(own), submission: submissionOf(unit, own) }]),
  );
}

/** Tells whether any unit has typed or submitted anything. */
export function hasFigures(reported: ReadonlyMap<string, Reported>): boolean {
  return [...reported.values()].some(
    ({ rows, submission }) => submission !== undefined || rows.some(({ cells }) => cells.some((cell) => cell !== "")),
  );
}

function figureRows(own: ReadonlyMap<string, readonly string[]>): readonly FigureRow[] {
  return [...own].filter(([key]) => splitKey(key)[0] !== "XN").map(([key, cells]) => ({ key, cells }));
}

function submissionOf(unit: string, own: ReadonlyMap<string, readonly string[]>): Submission | undefined {
  const at = (field: BlockKey) => own.get(CONFIRMATION_KEY)?.[FIELDS.indexOf(field)] ?? "";
  const [role, time, stamp] = [at("first"), at("when"), at("link")];
  return role === "" && time === "" && stamp === "" ? undefined : { unit, role, time, stamp };
}
