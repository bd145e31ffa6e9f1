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
  /** The help of each cell's rule, or true if its rule was not asked for it; null: no rule, undefined: not looked at. */
  readonly helps: readonly (readonly (string | true | null | undefined)[])[];
  readonly formats: readonly (readonly string[])[];
  readonly backgrounds: readonly (readonly string[])[];
  /** The merged ranges, or how many there are. */
  readonly merges: readonly string[] | number;
  /** The ranges of each conditional format, in order, or how many it has. */
  readonly highlights: readonly (readonly string[] | number)[];
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
