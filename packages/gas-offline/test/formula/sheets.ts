/** Small literal workbooks for the calculator's tests. */

import { type Calculator, type CustomFunctionCall, createCalculator } from "../../src/formula/calculator.ts";
import {
  type Area,
  type CellContent,
  type CellModel,
  cellAt,
  ensureCell,
  newSheet,
  type SheetModel,
  type WorkbookModel,
} from "../../src/model.ts";

/** A cell as typed: a text with `=` is a formula, null a blank. */
export type Typed = CellContent | null;

export type Book = {
  readonly workbook: WorkbookModel;
  readonly calculator: Calculator;
  sheet(name: string): SheetModel;
  /** Types into a cell as the host does, and recalculates; gives the formulas evaluated, as `Sheet!A1`. */
  type(sheet: string, cell: string, content: Typed): string[];
  value(sheet: string, cell: string): unknown;
  /** Values of a block such as `A1:C3`; null for blanks. */
  values(sheet: string, block: string): unknown[][];
  cell(sheet: string, cell: string): CellModel | undefined;
};

export type BookOptions = {
  readonly custom?: CustomFunctionCall;
  readonly locale?: string;
  readonly rows?: number;
  readonly columns?: number;
};

/** Makes a workbook of grids by sheet name, calculated. Custom functions are those that begin with `MY_`. */
export function book(grids: Record<string, readonly (readonly Typed[])[]>, options: BookOptions = {}): Book {
  const { custom = () => "", locale = "en_US", rows = 30, columns = 12 } = options;
  const sheets = Object.entries(grids).map(([name, grid], index) => {
    const sheet = newSheet(index + 1, name, rows, columns);
    grid.forEach((line, row) => {
      line.forEach((content, column) => {
        write(sheet, row + 1, column + 1, content);
      });
    });
    return sheet;
  });
  const workbook: WorkbookModel = {
    id: "book",
    name: "Book",
    locale,
    timeZone: "Asia/Ho_Chi_Minh",
    owner: "owner@example.vn",
    editors: [],
    sheets,
    documentProperties: new Map(),
    lastId: sheets.length,
  };
  const calculator = createCalculator(workbook, {
    callCustomFunction: custom,
    isCustomFunction: (name) => name.startsWith("MY_"),
    makeDate: (serial) => `date ${serial}`,
  });
  calculator.recalculateAll();

  const sheet = (name: string): SheetModel => {
    const found = workbook.sheets.find((each) => each.name === name);
    if (!found) throw new Error(`no sheet ${name}`);
    return found;
  };
  const cell = (name: string, a1: string): CellModel | undefined => {
    const { row, column } = area(a1);
    return cellAt(sheet(name), row, column);
  };
  return {
    workbook,
    calculator,
    sheet,
    cell,
    type: (name, a1, content) => {
      const where = area(a1);
      write(sheet(name), where.row, where.column, content);
      const report = calculator.recalculate([{ sheet: sheet(name), area: where }]);
      return report.cells.map(({ sheetId, row, column }) => {
        const found = workbook.sheets.find(({ id }) => id === sheetId);
        return `${found?.name}!${String.fromCharCode(64 + column)}${row}`;
      });
    },
    value: (name, a1) => cell(name, a1)?.value,
    values: (name, a1) => {
      const { row, column, rows: height, columns: width } = area(a1);
      return Array.from({ length: height }, (_, down) =>
        Array.from({ length: width }, (_, across) => cellAt(sheet(name), row + down, column + across)?.value ?? null),
      );
    },
  };
}

function write(sheet: SheetModel, row: number, column: number, content: Typed): void {
  const before = cellAt(sheet, row, column);
  if (content === null && !before) return;
  const cell = ensureCell(sheet, row, column);
  delete cell.formula;
  delete cell.value;
  delete cell.spilledFrom;
  if (typeof content === "string" && content.startsWith("=")) cell.formula = content;
  else if (content !== null) cell.value = content;
}

/** Reads `B2` or `B2:D5`. */
export function area(a1: string): Area {
  const found = /^([A-Z])(\d+)(?::([A-Z])(\d+))?$/.exec(a1);
  if (!found) throw new Error(`no area ${a1}`);
  const [, left = "", top = "", right = left, bottom = top] = found;
  const column = left.charCodeAt(0) - 64;
  return {
    row: Number(top),
    column,
    rows: Number(bottom) - Number(top) + 1,
    columns: right.charCodeAt(0) - 63 - column,
  };
}

/** Calculates one formula beside a sheet `A` with this grid; an error comes out as its code. */
export function calculated(
  formula: string,
  grid: readonly (readonly Typed[])[] = [],
  options: BookOptions = {},
): unknown {
  const value = book({ A: grid, Result: [[formula]] }, options).value("Result", "A1");
  return typeof value === "object" && value !== null && "error" in value ? value.error : value;
}
