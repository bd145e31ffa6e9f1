/** Set-up as data: the steps that make a workbook, in order, for a shell to apply. Addresses are A1, 1-based. */
import type { Cell } from "./grid.ts";

/** How cells look. Number formats are Google's patterns; colours are `#rrggbb`. */
export type Look = {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly fontSize?: number;
  readonly fontColor?: string;
  readonly background?: string;
  readonly wrap?: boolean;
  readonly align?: "left" | "center" | "right";
  readonly middle?: boolean;
  readonly border?: boolean;
};

/** What a cell takes. All rules refuse what does not fit, with their help as the message. */
export type Rule =
  | { readonly kind: "list"; readonly values: readonly string[]; readonly help: string }
  /** A native formula, relative to the first cell of the range. */
  | { readonly kind: "formula"; readonly formula: string; readonly help: string };

/** A conditional format: a native formula, relative to the first cell of its first range. Earlier ones win. */
export type Highlight = {
  readonly ranges: readonly string[];
  readonly formula: string;
  readonly background: string;
  readonly fontColor: string;
  readonly bold?: boolean;
};

/** A row of the register, its unit, and the tab of that unit. */
export type RegisteredTab = { readonly row: number; readonly code: string; readonly tab: string };

/**
 * One step on one tab. A tab is named by the title that the plan gives it, whatever its sheet is called by now; `copy`
 * and `insert` make it, in the place of the one that is there.
 */
export type PlanStep =
  | {
      readonly do: "insert";
      readonly tab: string;
      readonly rows: number;
      readonly columns: number;
      readonly colour?: string;
    }
  | { readonly do: "copy"; readonly from: string; readonly tab: string; readonly colour: string }
  | { readonly do: "write"; readonly tab: string; readonly at: string; readonly cells: readonly (readonly Cell[])[] }
  /** Writes what users typed, also what the cells' rules refuse. */
  | { readonly do: "enter"; readonly tab: string; readonly at: string; readonly cells: readonly (readonly Cell[])[] }
  /** Declares cells to be the workbook's own, labels and keys: what they hold is what the plan writes. */
  | { readonly do: "fix"; readonly tab: string; readonly ranges: readonly string[] }
  /** Gives a tab at least so many rows: a formula's result that finds too few of them is not shown. */
  | { readonly do: "room"; readonly tab: string; readonly rows: number }
  | { readonly do: "formula"; readonly tab: string; readonly at: string; readonly formula: string }
  /** Formulas of a block, one a cell, `""` for none. */
  | {
      readonly do: "formulas";
      readonly tab: string;
      readonly at: string;
      readonly formulas: readonly (readonly string[])[];
    }
  | { readonly do: "look"; readonly tab: string; readonly ranges: readonly string[]; readonly look: Look }
  | { readonly do: "rule"; readonly tab: string; readonly range: string; readonly rule: Rule }
  | { readonly do: "highlights"; readonly tab: string; readonly highlights: readonly Highlight[] }
  | { readonly do: "notes"; readonly tab: string; readonly at: string; readonly notes: readonly (readonly string[])[] }
  /** Merges each row of each range into one cell. */
  | { readonly do: "merge"; readonly tab: string; readonly ranges: readonly string[] }
  /** Takes the rules off a range. */
  | { readonly do: "clearRules"; readonly tab: string; readonly range: string }
  /** Splits all merged cells of a range. */
  | { readonly do: "unmerge"; readonly tab: string; readonly range: string }
  | { readonly do: "widths"; readonly tab: string; readonly widths: readonly number[] }
  | { readonly do: "freeze"; readonly tab: string; readonly rows: number; readonly columns: number }
  | { readonly do: "hideRows"; readonly tab: string; readonly from: number; readonly count: number }
  | { readonly do: "hideColumns"; readonly tab: string; readonly from: number; readonly count: number }
  | { readonly do: "showRows"; readonly tab: string; readonly from: number; readonly count: number }
  | { readonly do: "insertRows"; readonly tab: string; readonly before: number; readonly count: number }
  | { readonly do: "deleteRows"; readonly tab: string; readonly from: number; readonly count: number }
  | { readonly do: "insertColumns"; readonly tab: string; readonly before: number; readonly count: number }
  | { readonly do: "deleteColumns"; readonly tab: string; readonly from: number; readonly count: number }
  /** Moves columns so that they stand before another. */
  | { readonly do: "moveColumn"; readonly tab: string; readonly from: number; readonly before: number }
  | { readonly do: "hideTab"; readonly tab: string }
  /** Puts a sheet away, by its id: hidden, under another title, with all that it holds. */
  | { readonly do: "archive"; readonly tab: string; readonly sheetId: number }
  /** Gives a tab the title that the plan has for it, and shows it. */
  | { readonly do: "revive"; readonly tab: string }
  /** Takes away a copy of a tab, by its sheet id. */
  | { readonly do: "deleteCopy"; readonly tab: string; readonly sheetId: number }
  /** Empties cells of their content. */
  | { readonly do: "clear"; readonly tab: string; readonly range: string }
  /** Adds rows below all that a tab holds. */
  | { readonly do: "append"; readonly tab: string; readonly cells: readonly (readonly Cell[])[] }
  /** Protects a tab for the coordinator, but for the holes. */
  | { readonly do: "protect"; readonly tab: string; readonly label: string; readonly open: readonly string[] }
  /** Lets only these mailboxes and the coordinator into cells that the tab's protection leaves open. */
  | {
      readonly do: "guard";
      readonly tab: string;
      readonly label: string;
      readonly range: string;
      readonly mailboxes: readonly string[];
    }
  /** Writes title and id of each unit's tab, and a link to it, into its row of the register. */
  | {
      readonly do: "register";
      readonly tab: string;
      readonly column: number;
      readonly rows: readonly RegisteredTab[];
    }
  /** Notes the ids of tabs in a cell, so that they are known by whatever title. */
  | { readonly do: "identify"; readonly tab: string; readonly at: string; readonly tabs: readonly string[] };

/** A plan for a workbook. */
export type SetupPlan = readonly PlanStep[];
