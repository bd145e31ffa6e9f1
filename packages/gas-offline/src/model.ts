/**
 * The offline workbook as plain data: what Google Sheets stores of a spreadsheet, as far as the bundle uses it. Knows
 * neither services, formula engine nor file. Only drawings use the types of the library that writes the file.
 */

import type { Area } from "a1";
import type { SheetChart, SheetImage } from "hucre";
import type { ForeignParts } from "./xlsx/foreign-parts.ts";

export type { Area };

/** A formula's error: the code that the cell shows, and Google's sentence behind it, if any. */
export type ErrorValue = { readonly error: string; readonly message?: string };

/** What a cell holds. A date is the number of days since 30/12/1899; only its format shows that it is a date. */
export type CellContent = string | number | boolean;

/** How a cell looks. Colours are `#rrggbb`; the number format is Google's pattern (`@`, `0`, `0.00`, `dd/mm/yyyy`). */
export type CellFormat = {
  readonly numberFormat?: string;
  readonly fontFamily?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly fontColor?: string;
  readonly background?: string;
  readonly wrap?: boolean;
  readonly horizontal?: "left" | "center" | "right";
  readonly vertical?: "top" | "middle" | "bottom";
  /** Thin lines on all four sides, in this colour. */
  readonly border?: string;
};

/** What of a look is to change; null takes it off. */
export type FormatChange = { readonly [Key in keyof CellFormat]?: CellFormat[Key] | null };

/** A validation of a cell, as Google's builder makes it. `strict`: it refuses wrong values instead of warning. */
export type Validation = {
  readonly strict: boolean;
  readonly help?: string;
} & (
  | { readonly kind: "list"; readonly values: readonly string[] }
  | { readonly kind: "number"; readonly least?: number; readonly most?: number }
  | { readonly kind: "date"; readonly from: number; readonly to: number }
  | { readonly kind: "checkbox" }
  /**
   * A native formula. It was relative to the first cell of the range that it was set on, and is stored shifted to its
   * cell.
   */
  | { readonly kind: "formula"; readonly formula: string }
);

export type CellModel = {
  /** Absent: blank. In a formula's cell: its last result. */
  value?: CellContent | ErrorValue;
  /** As it was written, with its `=` and with `;` between arguments. */
  formula?: string;
  /** In a formula's cell whose result is an array: the rows and columns that it fills. */
  spill?: { readonly rows: number; readonly columns: number };
  /** In a cell that another cell's formula fills: that cell, as [row, column]. */
  spilledFrom?: readonly [number, number];
  format?: CellFormat;
  validation?: Validation;
  note?: string;
};

/** A conditional format: a native formula relative to the first cell of its first range. Earlier rules win. */
export type ConditionalFormat = {
  readonly areas: readonly Area[];
  readonly formula: string;
  readonly background?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
};

export type ProtectionModel = {
  readonly id: number;
  readonly kind: "sheet" | "range";
  /** The protected cells; absent for a whole sheet. */
  area?: Area;
  description: string;
  /** Mailboxes that may edit, the owner among them always. */
  editors: string[];
  domainEdit: boolean;
  warningOnly: boolean;
  /** Holes in a sheet's protection. */
  unprotected: Area[];
};

/** What another program drew over the cells. No service sees it. */
export type Drawings = { readonly charts: readonly SheetChart[]; readonly images: readonly SheetImage[] };

export type SheetModel = {
  /** Stable under renaming and reordering. */
  readonly id: number;
  name: string;
  /** Size of the grid; a cell outside it does not exist. */
  rows: number;
  columns: number;
  /** Cells by 1-based row, then 1-based column; holes are blank cells. */
  readonly cells: (CellModel | undefined)[][];
  readonly conditionalFormats: ConditionalFormat[];
  readonly protections: ProtectionModel[];
  readonly merges: Area[];
  /** Widths and heights in pixels, by 1-based index, where set. */
  readonly columnWidths: Map<number, number>;
  readonly rowHeights: Map<number, number>;
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  frozenRows: number;
  frozenColumns: number;
  hidden: boolean;
  gridlines: boolean;
  drawings: Drawings;
  tabColor?: string;
};

export type WorkbookModel = {
  readonly id: string;
  name: string;
  locale: string;
  timeZone: string;
  /** Mailbox of the owner (the coordinator): may edit everything, protected or not. */
  owner: string;
  /** Mailboxes of all who may open and edit the workbook besides. */
  editors: string[];
  readonly sheets: SheetModel[];
  /** What PropertiesService keeps for the document. */
  readonly documentProperties: Map<string, string>;
  /** Last id given to a sheet or a protection. */
  lastId: number;
  /** What only the file holds that the workbook was read from. */
  readonly foreign?: ForeignParts;
};

/** Finds a cell. Undefined if it is blank and has no format. */
export function cellAt(sheet: SheetModel, row: number, column: number): CellModel | undefined {
  return sheet.cells[row]?.[column];
}

/** Finds a cell, or makes it if it is missing. */
export function ensureCell(sheet: SheetModel, row: number, column: number): CellModel {
  let line = sheet.cells[row];
  if (!line) {
    line = [];
    sheet.cells[row] = line;
  }
  let cell = line[column];
  if (!cell) {
    cell = {};
    line[column] = cell;
  }
  return cell;
}

/** Makes an empty sheet of Google's first size (1,000 × 26) by default. */
export function newSheet(id: number, name: string, rows = 1000, columns = 26): SheetModel {
  return {
    id,
    name,
    rows,
    columns,
    cells: [],
    conditionalFormats: [],
    protections: [],
    merges: [],
    columnWidths: new Map(),
    rowHeights: new Map(),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    frozenRows: 0,
    frozenColumns: 0,
    hidden: false,
    gridlines: true,
    drawings: { charts: [], images: [] },
  };
}

/** Tells a formula's error from other values. */
export function isErrorValue(value: unknown): value is ErrorValue {
  return typeof value === "object" && value !== null && "error" in value;
}
