/** Ranges and lists of ranges, as far as the bundle uses them. */
import type { Area, CellFormat, SheetModel, Validation } from "../model.ts";
import { ensureCell } from "../model.ts";
import { shifted } from "../xlsx/formula.ts";
import { requireEdit } from "./access.ts";
import { type DataValidation, presentValidation, rememberArea, validationOf } from "./builders.ts";
import { changeFormat, eachCell, readValues, writeFormulas, writeValues } from "./cells.ts";
import { complete, fail, type HostContext } from "./context.ts";

type GoogleRange = GoogleAppsScript.Spreadsheet.Range;
type GoogleRangeList = GoogleAppsScript.Spreadsheet.RangeList;

function lettersToColumn(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Reads `B5`, `B5:D9` or `B:D` into an area of the sheet. */
export function readAddress(context: HostContext, sheet: SheetModel, text: string): Area {
  const match = /^\$?([A-Z]+)\$?(\d+)?(?::\$?([A-Z]+)\$?(\d+)?)?$/i.exec(text);
  if (!match) return fail(context, "Range not found");
  const [, first = "", top, last = first, bottom] = match;
  const row = top === undefined ? 1 : Number(top);
  const lastRow =
    bottom === undefined ? (match[3] === undefined && top !== undefined ? row : sheet.rows) : Number(bottom);
  const column = lettersToColumn(first);
  return { row, column, rows: lastRow - row + 1, columns: lettersToColumn(last) - column + 1 };
}

/** Makes a range; one that reaches beyond the sheet does not exist. */
export function newRange(context: HostContext, sheet: SheetModel, area: Area): GoogleRange {
  const inside =
    area.row >= 1 &&
    area.column >= 1 &&
    area.rows >= 1 &&
    area.columns >= 1 &&
    area.row + area.rows - 1 <= sheet.rows &&
    area.column + area.columns - 1 <= sheet.columns;
  if (!inside) return fail(context, "The coordinates of the range are outside the dimensions of the sheet.");
  const range: GoogleRange = complete<GoogleRange>(context, "Range", {
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
      setValidations(context, sheet, area, () => validationOf(context, rule));
      return range;
    },
    setDataValidations(rules) {
      requireEdit(context, sheet, area);
      for (const { row, column, down, right } of eachCell(area)) {
        place(sheet, row, column, validationOf(context, rules[down]?.[right] ?? null));
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
      setValidations(context, sheet, area, () => undefined);
      return range;
    },
    setNotes(notes) {
      requireEdit(context, sheet, area);
      for (const { row, column, down, right } of eachCell(area)) {
        const note = notes[down]?.[right];
        if (note) ensureCell(sheet, row, column).note = String(note);
        else delete sheet.cells[row]?.[column]?.note;
      }
      return range;
    },
    merge() {
      requireEdit(context, sheet, area);
      if (area.rows > 1 || area.columns > 1) sheet.merges.push(area);
      return range;
    },
  });
  rememberArea(range, sheet, area);
  return range;
}

function place(sheet: SheetModel, row: number, column: number, validation: Validation | undefined): void {
  if (validation) ensureCell(sheet, row, column).validation = validation;
  else delete sheet.cells[row]?.[column]?.validation;
}

/** Sets one validation on all cells; a formula is relative to the first of them. */
function setValidations(context: HostContext, sheet: SheetModel, area: Area, find: () => Validation | undefined): void {
  requireEdit(context, sheet, area);
  const validation = find();
  for (const { row, column, down, right } of eachCell(area)) {
    const own =
      validation?.kind === "formula"
        ? { ...validation, formula: shifted(validation.formula, down, right) }
        : validation;
    place(sheet, row, column, own);
  }
}

/** Makes a list of ranges whose looks are set together. */
export function newRangeList(context: HostContext, sheet: SheetModel, addresses: readonly string[]): GoogleRangeList {
  if (addresses.length === 0)
    return fail(context, "The parameters don't match the method signature: at least one range was expected.");
  const areas = addresses.map((text) => readAddress(context, sheet, text));
  for (const area of areas) newRange(context, sheet, area);
  const look = (change: CellFormat): GoogleRangeList => {
    for (const area of areas) {
      requireEdit(context, sheet, area);
      changeFormat(sheet, area, change);
      if (change.numberFormat !== undefined) context.changed.push({ sheet, area });
    }
    return list;
  };
  const list: GoogleRangeList = complete<GoogleRangeList>(context, "RangeList", {
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
