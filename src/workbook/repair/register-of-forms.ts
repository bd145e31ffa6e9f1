/** A register that is gone, as far as the forms and the hamlets' grid know it: codes, names, what is asked of each. */
import type { UnitType } from "../../core/unit-type.ts";
import { cellText } from "../grid.ts";
import { isTab, unitOf } from "../identity.ts";
import { type PlacedUnit, splitWords } from "../read/register.ts";
import { HAMLETS_TAB, HEADER_ROW, UNITS_TAB } from "../schema.ts";
import { type Finding, finding } from "./finding.ts";
import { isArchived } from "./old-sheets.ts";
import { askedElements, type WholeSheet } from "./tolerance.ts";

/** Makes the units that have a form or a row; rows are left to the plan. A new workbook has none. */
export function registerOfForms(sheets: readonly WholeSheet[]): {
  readonly register: readonly PlacedUnit[];
  readonly findings: readonly Finding[];
} {
  const register: PlacedUnit[] = [];
  const add = (code: string, name: string, type: UnitType, elements: string): void => {
    if (code === "" || register.some((unit) => unit.code === code)) return;
    register.push({
      ...NOTED_NOWHERE,
      code,
      name: name || code,
      type,
      listed: splitWords(elements),
      row: HEADER_ROW + 1 + register.length,
    });
  };
  for (const sheet of sheets) {
    const unit = unitOf(sheet);
    if (unit === "" || isArchived(sheet.title)) continue;
    const elements = askedElements(sheet);
    const type = elements.split("|").includes("BCHX") ? "ct_xh" : "co_quan";
    add(unit, cellText(sheet.values[0]?.[2]), type, elements);
  }
  for (const sheet of sheets) {
    if (!isTab(sheet, HAMLETS_TAB.title)) continue;
    for (const row of sheet.values.slice(HEADER_ROW)) add(cellText(row[0]), cellText(row[1]), "ap", "");
  }
  if (register.length === 0) return { register, findings: [] };
  const words = {
    expected: "danh sách đơn vị",
    found: "tab đã bị xóa",
    action: "Sẽ dựng lại danh sách từ các biểu; hãy xem lại loại và hộp thư của từng đơn vị",
  };
  return { register, findings: [finding({ tab: UNITS_TAB.title, cell: "" }, "register-gone", "patch", words)] };
}

const NOTED_NOWHERE = {
  mailboxes: [],
  inCt1: undefined,
  cell: "",
  mailboxCell: "",
  tab: "",
  sheetId: "",
  notedFor: "",
  mergedInto: "",
  merged: false,
} as const;
