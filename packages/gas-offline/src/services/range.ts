/** Ranges and lists of ranges, limited to what the bundle uses. */

import { areaName } from "a1";
import type { PasteKind } from "../edit/transfer.ts";
import type { Area, CellFormat, SheetModel } from "../model.ts";
import { cellAt } from "../model.ts";
import { requireEdit } from "./access.ts";
import { readAddress, requireInside } from "./address.ts";
import { areaOf, type DataValidation, presentValidation, rememberArea, validationOf } from "./builders.ts";
import { changeFormat, lookMethods, placeValidation, setValidation } from "./cell-looks.ts";
import { eachCell, readValues, requireSize, writeFormulas, writeValues } from "./cells.ts";
import { complete, fail, type HostContext } from "./context.ts";
import { mergeMethods } from "./merges.ts";
import { copyRange } from "./paste.ts";
import { protectRange } from "./protection.ts";

type GoogleRange = GoogleAppsScript.Spreadsheet.Range;
type GoogleRangeList = GoogleAppsScript.Spreadsheet.RangeList;

/** What a paste brings along, by Google's name for it. */
const PASTE_KINDS: Readonly<Record<string, PasteKind>> = {
  PASTE_NORMAL: "all",
  PASTE_FORMAT: "format",
  PASTE_DATA_VALIDATION: "validation",
  PASTE_VALUES: "values",
};

/**
 * Makes a range; one that reaches beyond the sheet does not exist.
 * @param present presents its sheet to the script
 * @param name what it is called instead of its address
 */
export function newRange(
  context: HostContext,
  sheet: SheetModel,
  area: Area,
  present?: () => GoogleAppsScript.Spreadsheet.Sheet,
  name = areaName(area),
): GoogleRange {
  requireInside(context, sheet, area);
  const range: GoogleRange = complete<GoogleRange>(context, "Range", {
    ...lookMethods(context, sheet, area, () => range),
    ...mergeMethods(
      context,
      sheet,
      area,
      () => range,
      (some) => newRange(context, sheet, some),
    ),
    activate() {
      context.activeSheet = sheet;
      context.chosen = { sheet, area };
      return range;
    },
    ...(present ? { getSheet: present } : {}),
    getRow: () => area.row,
    getColumn: () => area.column,
    getLastRow: () => area.row + area.rows - 1,
    getLastColumn: () => area.column + area.columns - 1,
    getNumRows: () => area.rows,
    getHeight: () => area.rows,
    getWidth: () => area.columns,
    /** Counted from 1 within the range. */
    getCell(row, column) {
      if (row < 1 || column < 1 || row > area.rows || column > area.columns)
        fail(context, "Cell reference out of range");
      return newRange(context, sheet, {
        row: area.row + row - 1,
        column: area.column + column - 1,
        rows: 1,
        columns: 1,
      });
    },
    isBlank: () => readValues(context, sheet, area).every((line) => line.every((value) => value === "")),
    getFormula: () => cellAt(sheet, area.row, area.column)?.formula ?? "",
    getNumColumns: () => area.columns,
    getValue: () => readValues(context, sheet, { ...area, rows: 1, columns: 1 })[0]?.[0],
    setValue(value) {
      const line = Array.from({ length: area.columns }, () => value);
      writeValues(
        context,
        sheet,
        area,
        Array.from({ length: area.rows }, () => line),
      );
      return range;
    },
    getFormulas: () =>
      Array.from({ length: area.rows }, (_, down) =>
        Array.from(
          { length: area.columns },
          (_cell, right) => cellAt(sheet, area.row + down, area.column + right)?.formula ?? "",
        ),
      ),
    copyTo(destination: GoogleRange, type?: unknown, transposed?: unknown) {
      const what = type === undefined ? "all" : PASTE_KINDS[String(type)];
      if (!what) return fail(context, `not implemented in the offline host: Range.copyTo with ${String(type)}`);
      const target = areaOf(context, destination);
      copyRange(context, { sheet, area }, target, what, transposed === true);
    },
    getValues: () => readValues(context, sheet, area),
    setValues(values) {
      writeValues(context, sheet, area, values);
      return range;
    },
    setFormula(formula) {
      writeFormulas(context, sheet, { ...area, rows: 1, columns: 1 }, [[formula]]);
      return range;
    },
    setFormulas(formulas) {
      writeFormulas(context, sheet, area, formulas);
      return range;
    },
    offset(rowOffset: number, columnOffset: number, rows: number = area.rows, columns: number = area.columns) {
      return newRange(context, sheet, { row: area.row + rowOffset, column: area.column + columnOffset, rows, columns });
    },
    setDataValidation(rule) {
      setValidation(context, sheet, area, validationOf(context, rule));
      return range;
    },
    setDataValidations(rules) {
      requireSize(context, area, rules);
      requireEdit(context, sheet, area);
      const validations = rules.map((line) => line.map((rule) => validationOf(context, rule)));
      for (const { row, column, down, right } of eachCell(area)) {
        placeValidation(sheet, row, column, validations[down]?.[right]);
      }
      return range;
    },
    getDataValidations() {
      const lines: (DataValidation | null)[][] = Array.from({ length: area.rows }, () => []);
      for (const { row, column, down } of eachCell(area)) {
        const validation = sheet.cells[row]?.[column]?.validation;
        lines[down]?.push(validation ? presentValidation(context, validation) : null);
      }
      return lines;
    },
    clearDataValidations() {
      setValidation(context, sheet, area, undefined);
      return range;
    },
    getA1Notation: () => name,
    protect: () => protectRange(context, sheet, area, (some) => newRange(context, sheet, some)),
  });
  rememberArea(range, sheet, area);
  return range;
}

/** Makes a list of ranges whose looks are set together. */
export function newRangeList(context: HostContext, sheet: SheetModel, addresses: readonly string[]): GoogleRangeList {
  if (addresses.length === 0)
    return fail(context, "The parameters don't match the method signature: at least one range was expected.");
  const areas = addresses.map((text) => readAddress(context, sheet, text));
  for (const area of areas) requireInside(context, sheet, area);
  const look = (change: CellFormat): GoogleRangeList => {
    for (const area of areas) requireEdit(context, sheet, area);
    for (const area of areas) {
      changeFormat(sheet, area, change);
      if (change.numberFormat !== undefined) context.changed.push({ sheet, area });
    }
    return list;
  };
  const list: GoogleRangeList = complete<GoogleRangeList>(context, "RangeList", {
    getRanges: () => areas.map((area) => newRange(context, sheet, area)),
    setNumberFormat: (pattern) => look({ numberFormat: pattern }),
    setFontWeight: (weight) => look({ bold: weight === "bold" }),
    setFontStyle: (style) => look({ italic: style === "italic" }),
    setFontSize: (size) => look({ fontSize: size }),
    setFontColor: (color) => (color === null ? list : look({ fontColor: color })),
    setBackground: (color) => (color === null ? list : look({ background: color })),
    setWrap: (wrap) => look({ wrap }),
    setHorizontalAlignment: (side) =>
      side === "left" || side === "center" || side === "right" ? look({ horizontal: side }) : list,
    setVerticalAlignment: (side) =>
      side === "top" || side === "middle" || side === "bottom" ? look({ vertical: side }) : list,
    setBorder: (
      _top: boolean | null,
      _left: boolean | null,
      _bottom: boolean | null,
      _right: boolean | null,
      _vertical: boolean | null,
      _horizontal: boolean | null,
      color?: string | null,
    ) => look({ border: color ?? "#000000" }),
  });
  return list;
}
