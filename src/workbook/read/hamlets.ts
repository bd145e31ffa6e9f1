/** The hamlets' grid: the tab `Các ấp` → a value for each data element of each row. */
import type { Plan } from "../../core/plan/plan.ts";
import type { DataValue } from "../../core/value.ts";
import type { Grid } from "../grid.ts";
import { HAMLET_GRID_ELEMENTS, HAMLETS_TAB, type HamletKey } from "../schema.ts";
import { readTable, type TableRow } from "../table.ts";

/** Reads the values of one row, blank ones too. */
export function readHamletRow(row: TableRow<HamletKey>, plan: Plan): readonly DataValue[] {
  return HAMLET_GRID_ELEMENTS.flatMap((column): readonly DataValue[] => {
    const element = plan.elements.get(column)?.code;
    if (!element) return [];
    return [
      {
        unit: row.text("code"),
        element,
        total: row.typed(`${column}.total`),
        women: row.typed(`${column}.women`),
        note: row.text(`${column}.note`),
      },
    ];
  });
}

/** The grid's values, and the row of each hamlet. */
export type ReadHamlets = {
  readonly values: readonly DataValue[];
  readonly rows: ReadonlyMap<string, number>;
};

/** Reads the tab; of two rows with one code the first is the hamlet's. */
export function readHamlets(grid: Grid, plan: Plan): ReadHamlets {
  const rows = new Map<string, number>();
  const values: DataValue[] = [];
  for (const row of readTable(HAMLETS_TAB, grid)) {
    const code = row.text("code");
    if (code === "" || rows.has(code)) continue;
    rows.set(code, row.row);
    values.push(...readHamletRow(row, plan));
  }
  return { values, rows };
}
