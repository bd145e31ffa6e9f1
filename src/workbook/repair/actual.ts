/** A tab as the spreadsheet has it now: what a comparison with the plan reads of it, from its first cell on. */
import type { Grid } from "../grid.ts";
import type { SheetFacts } from "../identity.ts";
import type { TabIds } from "../tab-ids.ts";

export type ActualTab = {
  /** What it is called now. */
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly values: Grid;
  /** `""` where a cell has none. */
  readonly formulas: readonly (readonly string[])[];
  /** The help of each cell's rule; null where it has none, undefined where nothing was asked. */
  readonly helps: readonly (readonly (string | null | undefined)[])[];
  readonly formats: readonly (readonly string[])[];
  readonly backgrounds: readonly (readonly string[])[];
  readonly merges: readonly string[];
  /** The ranges of each conditional format, in order. */
  readonly highlights: readonly (readonly string[])[];
};

/** How deep a tab is looked at. `content`: labels, keys, places. `all`: rules, formats, merges, formulas too. */
export type Depth = "content" | "all";

/** Everything that the shell read of a workbook, by sheet id. */
export type WorkbookFacts = {
  /** How the spreadsheet reads days and numbers: `vi_VN`. */
  readonly locale: string;
  readonly sheets: readonly SheetFacts[];
  /** The ids of the workbook's tabs as only the add-on can have kept them; absent: none are kept. */
  readonly keptIds?: TabIds;
  readonly tabs: ReadonlyMap<number, ActualTab>;
  /** The labels of all locks, where the log is lost and they alone tell who was approved. */
  readonly locks?: ReadonlySet<string>;
};
