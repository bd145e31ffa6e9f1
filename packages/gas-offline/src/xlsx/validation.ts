/**
 * Validations of cells, as rules that Excel and LibreOffice enforce, and as the stored part keeps them.
 * One rule serves all cells that share it; a formula is written for the first cell of each area.
 */

import { areaName, shifted } from "a1";
import type { DataValidation } from "hucre/xlsx";
import { cellAt, type SheetModel, type Validation } from "../model.ts";
import { areasOf, cellsOf } from "./areas.ts";
import { excelFormula } from "./formula.ts";
import type { Lists } from "./hidden-sheet.ts";
import { areaFromStored, type StoredValidation, storedArea } from "./stored.ts";
import { textForFile } from "./text.ts";

/** The longest list, formula, help and error message that Excel takes in a validation. */
const LONGEST = 255;

/** A cell that formulas are looked at from, far from every edge of the grid. */
const MIDDLE = { row: 500_000, column: 8_000 };

/** Gathers the validations of a sheet's cells. */
export function storedValidations(sheet: SheetModel): StoredValidation[] {
  type Group = {
    readonly validation: Validation;
    readonly first: readonly [number, number];
    cells: [number, number][];
  };
  const groups: Group[] = [];
  const byKey = new Map<string, Group>();
  const keys = new Map<Validation, string>();

  const keyOf = (validation: Validation, row: number, column: number): string => {
    if (validation.kind === "formula") {
      const { strict, help, formula } = validation;
      // Seen from one and the same cell, formulas that say the same of their own cells are the same.
      return JSON.stringify([strict, help, shifted(formula, MIDDLE.row - row, MIDDLE.column - column)]);
    }
    const key = keys.get(validation) ?? JSON.stringify(Object.entries(validation).sort());
    keys.set(validation, key);
    return key;
  };

  sheet.cells.forEach((line, row) => {
    line?.forEach((cell, column) => {
      const validation = cell?.validation;
      if (!validation) return;
      const key = keyOf(validation, row, column);
      const group = byKey.get(key);
      if (group && says(group.validation, row - group.first[0], column - group.first[1], validation)) {
        group.cells.push([row, column]);
        return;
      }
      const made: Group = { validation, first: [row, column], cells: [[row, column]] };
      byKey.set(key, made);
      groups.push(made);
    });
  });

  return groups.flatMap(({ validation, first, cells }): StoredValidation[] => {
    const areas = areasOf(cells);
    if (validation.kind !== "formula") return [{ areas: areas.map(storedArea), validation }];
    // Each area has its own rule: programs disagree about the cell that a rule over several areas is relative to.
    return areas.map((area) => ({
      areas: [storedArea(area)],
      validation: {
        ...validation,
        formula: shifted(validation.formula, area.row - first[0], area.column - first[1]),
      },
    }));
  });
}

/** Tells whether a validation, moved, has exactly the other's formula. */
function says(one: Validation, down: number, right: number, other: Validation): boolean {
  return one.kind !== "formula" || other.kind !== "formula" || shifted(one.formula, down, right) === other.formula;
}

/**
 * Writes a validation for Excel and LibreOffice. Undefined if they would check it differently from Google Sheets.
 * Numbers are whole, unless a bound or a cell's number format has decimals.
 */
export function excelValidation(
  { areas, validation }: StoredValidation,
  sheet: SheetModel,
  shared: { readonly lists: Lists; readonly sheetNames: ReadonlySet<string> },
): DataValidation | undefined {
  const fractions = areas.some((area) =>
    [...cellsOf(areaFromStored(area))].some(([row, column]) =>
      /[.%]/.test(cellAt(sheet, row, column)?.format?.numberFormat ?? ""),
    ),
  );
  const rule = ruleOf(validation, fractions, shared);
  if (!rule) return undefined;
  const help = validation.help && textForFile(validation.help, LONGEST);
  return {
    ...rule,
    range: areas.map(([row, column, rows, columns]) => areaName({ row, column, rows, columns })).join(" "),
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: validation.strict ? "stop" : "warning",
    errorTitle: validation.strict ? "Không nhận giá trị này" : "Hãy kiểm tra lại",
    errorMessage: help || validationMessage(validation),
    ...(help ? { showInputMessage: true, inputMessage: help } : {}),
  };
}

function ruleOf(
  validation: Validation,
  fractions: boolean,
  { lists, sheetNames }: { readonly lists: Lists; readonly sheetNames: ReadonlySet<string> },
): Omit<DataValidation, "range"> | undefined {
  switch (validation.kind) {
    case "list":
      return listRule(validation.values, lists);
    case "checkbox":
      return { type: "list", values: ["TRUE", "FALSE"] };
    case "number": {
      const { least, most } = validation;
      const whole = [least, most].every((bound) => bound === undefined || Number.isInteger(bound)) && !fractions;
      const type = whole ? "whole" : "decimal";
      if (least !== undefined && most !== undefined) {
        return { type, operator: "between", formula1: String(least), formula2: String(most) };
      }
      if (least !== undefined) return { type, operator: "greaterThanOrEqual", formula1: String(least) };
      if (most !== undefined) return { type, operator: "lessThanOrEqual", formula1: String(most) };
      return { type: "decimal", operator: "between", formula1: "-1E+300", formula2: "1E+300" };
    }
    case "date":
      return { type: "date", operator: "between", formula1: String(validation.from), formula2: String(validation.to) };
    case "formula": {
      const formula1 = excelFormula(validation.formula, sheetNames, true);
      return formula1 === undefined || formula1.length > LONGEST ? undefined : { type: "custom", formula1 };
    }
  }
}

/** A list in the rule itself allows neither commas nor quotes nor more than 255 characters: others stand in cells. */
function listRule(items: readonly string[], lists: Lists): Omit<DataValidation, "range"> | undefined {
  const values = items.map((item) => textForFile(item)).filter((item) => item !== "");
  if (values.length === 0) return undefined;
  const plain = values.every((value) => !/[",;=\n]/.test(value) && value === value.trim() && !/^[\d.]+$/.test(value));
  if (plain && values.join(",").length <= LONGEST) return { type: "list", values };
  return { type: "list", formula1: lists.reference(values) };
}

function validationMessage(validation: Validation): string {
  switch (validation.kind) {
    case "list":
      return "Hãy chọn một mục trong danh sách của ô.";
    case "checkbox":
      return "Hãy chọn TRUE (có) hoặc FALSE (không).";
    case "number": {
      const { least, most } = validation;
      if (least !== undefined && most !== undefined) return `Hãy nhập một số từ ${least} đến ${most}.`;
      if (least !== undefined) return `Hãy nhập một số từ ${least} trở lên.`;
      return most !== undefined ? `Hãy nhập một số không quá ${most}.` : "Hãy nhập một số.";
    }
    case "date":
      return `Hãy nhập một ngày từ ${dayOf(validation.from)} đến ${dayOf(validation.to)}.`;
    case "formula":
      return "Giá trị này không hợp quy tắc của ô.";
  }
}

function dayOf(serial: number): string {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  if (Number.isNaN(date.getTime())) return String(serial);
  const [year = "", month = "", day = ""] = date.toISOString().slice(0, 10).split("-");
  return `${day}/${month}/${year}`;
}
