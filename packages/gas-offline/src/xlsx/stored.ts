/**
 * What an .xlsx file cannot say about a workbook: the content of the hidden sheet, in format 1.
 * Says what is kept, not how it gets there or what becomes of it.
 */
import type { Area, CellContent, CellFormat, ConditionalFormat, ErrorValue, Validation } from "../model.ts";

/** What a cell shows; null if it is blank. */
export type StoredValue = CellContent | ErrorValue | null;

/** A block of cells as [row, column, rows, columns]. */
export type StoredArea = readonly [row: number, column: number, rows: number, columns: number];

/** A value or note that the file cannot hold exactly. It is `value` as long as the file shows `seen`. */
export type StoredExact<T> = { readonly at: readonly [number, number]; readonly seen: StoredValue; readonly value: T };

/** Exact values or notes by the place of their cell, as `row,column` from 0. */
export type Exact<T> = ReadonlyMap<string, StoredExact<T>>;
export type ExactValues = Exact<CellContent | ErrorValue>;

/** A formula, with the value that the file was given for its cell. */
export type StoredFormula = {
  readonly at: readonly [number, number];
  readonly formula: string;
  readonly seen: StoredValue;
  /** The values of the cells that it fills, row by row, with its own cell. `[]` if it fills no cells. */
  readonly spill?: { readonly rows: number; readonly columns: number; readonly values: readonly (StoredValue | [])[] };
};

/** A validation, relative to the first cell of each area. */
export type StoredValidation = { readonly areas: readonly StoredArea[]; readonly validation: Validation };

export type StoredProtection = {
  readonly id: number;
  readonly kind: "sheet" | "range";
  readonly area?: StoredArea;
  readonly description: string;
  readonly editors: readonly string[];
  readonly domainEdit: boolean;
  readonly warningOnly: boolean;
  readonly unprotected: readonly StoredArea[];
};

export type StoredSheet = {
  readonly id: number;
  readonly name: string;
  /** The name in the file, if it differs: Excel allows 31 characters and not all signs. */
  readonly fileName: string;
  readonly rows: number;
  readonly columns: number;
  readonly tabColor?: string;
  readonly gridlines: boolean;
  readonly frozen: readonly [rows: number, columns: number];
  readonly columnWidths: readonly (readonly [number, number])[];
  readonly rowHeights: readonly (readonly [number, number])[];
  /** Fitted heights in the file, which nobody set. */
  readonly fittedHeights: readonly (readonly [number, number])[];
  /** How many columns were given a width in the file. */
  readonly sizedColumns: number;
  readonly formulas: readonly StoredFormula[];
  readonly values: readonly StoredExact<CellContent | ErrorValue>[];
  readonly notes: readonly StoredExact<string>[];
  /** Formats that a style cannot hold exactly, by their index in the workbook's list. */
  readonly formats: readonly { readonly format: number; readonly areas: readonly StoredArea[] }[];
  readonly validations: readonly StoredValidation[];
  readonly conditionalFormats: readonly {
    readonly areas: readonly StoredArea[];
    readonly rule: Omit<ConditionalFormat, "areas">;
  }[];
  readonly protections: readonly StoredProtection[];
};

export type StoredWorkbook = {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly owner: string;
  readonly editors: readonly string[];
  readonly documentProperties: readonly (readonly [string, string])[];
  readonly lastId: number;
  readonly formats: readonly CellFormat[];
  readonly sheets: readonly StoredSheet[];
};

/** Writes an area in its stored form. */
export function storedArea(area: Area): StoredArea {
  return [area.row, area.column, area.rows, area.columns];
}

/** Reads it back. */
export function areaFromStored([row, column, rows, columns]: StoredArea): Area {
  return { row, column, rows, columns };
}
