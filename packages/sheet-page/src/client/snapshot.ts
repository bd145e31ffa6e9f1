/** The workbook that the server hands over, in the grid's own shape. Values only: the grid computes nothing. */
import {
  BooleanNumber,
  BorderStyleTypes,
  CellValueType,
  DataValidationErrorStyle,
  DataValidationRenderMode,
  DataValidationType,
  HorizontalAlign,
  type ICellData,
  type IRange,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
  LocaleType,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import { serializeListOptions } from "@univerjs/preset-sheets-core";
import type { Area, CellFormat } from "gas-offline/model";
import type { SheetView, WorkbookView } from "../protocol.ts";
import { displayFormat } from "./display-format.ts";

const HORIZONTAL = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
} as const;
const VERTICAL = { top: VerticalAlign.TOP, middle: VerticalAlign.MIDDLE, bottom: VerticalAlign.BOTTOM } as const;
const FONT = "Arial";
const FONT_SIZE = 10;

/** Pixels of a row of one line. */
export const ROW_HEIGHT = 23;
/** Pixels that a row needs for a point of its largest letters. */
const PIXELS_PER_POINT = 1.9;

/** A note's box in pixels: its width, the height of a line, and how many letters fit a line at least. */
const NOTE = { width: 240, lineHeight: 22, letters: 32 };

/** The id of the one workbook that the grid holds. */
export const UNIT = "so";

/** Makes a style of a format. */
export function styleOf(format: CellFormat): IStyleData {
  const line = format.border === undefined ? undefined : { s: BorderStyleTypes.THIN, cl: { rgb: format.border } };
  return {
    ff: format.fontFamily ?? FONT,
    fs: format.fontSize ?? FONT_SIZE,
    ...(format.bold ? { bl: BooleanNumber.TRUE } : {}),
    ...(format.italic ? { it: BooleanNumber.TRUE } : {}),
    ...(format.fontColor === undefined ? {} : { cl: { rgb: format.fontColor } }),
    ...(format.background === undefined ? {} : { bg: { rgb: format.background } }),
    ...(format.numberFormat === undefined ? {} : { n: { pattern: format.numberFormat } }),
    ...(format.horizontal === undefined ? {} : { ht: HORIZONTAL[format.horizontal] }),
    // Sheets would put it at the bottom; the grid leaves no room below it there, and cuts letters off.
    vt: VERTICAL[format.vertical ?? "middle"],
    tb: format.wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW,
    ...(line ? { bd: { t: line, r: line, b: line, l: line } } : {}),
  };
}

/** Makes a cell of a value. */
export function cellOf(value: string | number | boolean | null): ICellData {
  if (value === null) return {};
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: value, t: CellValueType.STRING };
}

/** Makes the grid's workbook of the server's. */
export function snapshotOf(view: WorkbookView): IWorkbookData {
  return {
    id: UNIT,
    name: view.fileName,
    appVersion: "0.25.1",
    locale: LocaleType.VI_VN,
    styles: Object.fromEntries([
      ["-1", styleOf({})],
      ...view.formats.map((format, index) => [String(index), styleOf(format)]),
    ]),
    defaultStyle: { ff: FONT, fs: FONT_SIZE, vt: VerticalAlign.MIDDLE },
    sheetOrder: view.sheets.map(({ id }) => String(id)),
    sheets: Object.fromEntries(view.sheets.map((sheet) => [String(sheet.id), sheetOf(sheet, view.formats)])),
    resources: [
      { name: "SHEET_DATA_VALIDATION_PLUGIN", data: JSON.stringify(bySheet(view, validationsOf)) },
      { name: "SHEET_NOTE_PLUGIN", data: JSON.stringify(bySheet(view, notesOf)) },
    ],
  };
}

function bySheet(view: WorkbookView, part: (sheet: SheetView) => unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(view.sheets.map((sheet) => [String(sheet.id), part(sheet)]));
}

function sheetOf(sheet: SheetView, formats: WorkbookView["formats"]): Partial<IWorksheetData> {
  const cellData: Record<number, Record<number, ICellData>> = {};
  const rows: Record<number, { h?: number; hd?: BooleanNumber }> = {};
  for (const [row, column, value, format] of sheet.cells) {
    const tallest = Math.ceil((formats[format]?.fontSize ?? FONT_SIZE) * PIXELS_PER_POINT);
    if (value !== null && tallest > Math.max(ROW_HEIGHT, rows[row - 1]?.h ?? 0)) rows[row - 1] = { h: tallest };
    const line = cellData[row - 1] ?? {};
    cellData[row - 1] = line;
    const own = formats[format];
    const shown = displayFormat(own, value);
    line[column - 1] = { ...cellOf(value), s: shown === own ? String(format) : styleOf(shown ?? {}) };
  }
  for (const [row, h] of sheet.rowHeights) rows[row - 1] = { h };
  for (const row of sheet.hiddenRows) rows[row - 1] = { ...rows[row - 1], hd: BooleanNumber.TRUE };
  const columns: Record<number, { w?: number; hd?: BooleanNumber }> = {};
  for (const [column, w] of sheet.columnWidths) columns[column - 1] = { w };
  for (const column of sheet.hiddenColumns) columns[column - 1] = { ...columns[column - 1], hd: BooleanNumber.TRUE };
  return {
    id: String(sheet.id),
    name: sheet.name,
    tabColor: sheet.tabColor ?? "",
    hidden: sheet.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    rowCount: sheet.rows,
    columnCount: sheet.columns,
    defaultColumnWidth: 100,
    defaultRowHeight: ROW_HEIGHT,
    freeze: {
      xSplit: sheet.frozenColumns,
      ySplit: sheet.frozenRows,
      startRow: sheet.frozenRows > 0 ? sheet.frozenRows : -1,
      startColumn: sheet.frozenColumns > 0 ? sheet.frozenColumns : -1,
    },
    mergeData: sheet.merges.map(rangeOf),
    showGridlines: sheet.gridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    cellData,
    rowData: rows,
    columnData: columns,
  };
}

function rangeOf({ row, column, rows, columns }: Area): IRange {
  return { startRow: row - 1, startColumn: column - 1, endRow: row + rows - 2, endColumn: column + columns - 2 };
}

/** Drop-downs and checkboxes; whether a value fits is the host's to say. */
function validationsOf(sheet: SheetView) {
  return sheet.rules.flatMap((rule, index) => {
    if (rule.kind === "other") return [];
    const isList = rule.kind === "list";
    return [
      {
        uid: `${sheet.id}-${index}`,
        type: isList ? DataValidationType.LIST : DataValidationType.CHECKBOX,
        ranges: rule.areas.map(rangeOf),
        allowBlank: true,
        errorStyle: DataValidationErrorStyle.INFO,
        ...(isList
          ? { formula1: serializeListOptions([...rule.values]), renderMode: DataValidationRenderMode.ARROW }
          : {}),
      },
    ];
  });
}

function notesOf(sheet: SheetView) {
  const notes: Record<number, Record<number, unknown>> = {};
  sheet.notes.forEach(({ row, column, text }, index) => {
    const line = notes[row - 1] ?? {};
    notes[row - 1] = line;
    line[column - 1] = {
      id: `${sheet.id}-${index}`,
      row: row - 1,
      col: column - 1,
      width: NOTE.width,
      height: NOTE.lineHeight * (Math.ceil(text.length / NOTE.letters) + 1),
      note: text,
    };
  });
  return notes;
}
