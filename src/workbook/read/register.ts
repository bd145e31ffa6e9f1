/** The register: the tab `Đơn vị` → units, and the words that its cells may hold. */
import { type ElementCode, elementsIn, type Plan } from "../../core/plan/plan.ts";
import { foldText, splitList } from "../../core/text.ts";
import type { RegisteredUnit } from "../../core/unit.ts";
import { UNIT_TYPE_NAMES, UNIT_TYPES, type UnitType } from "../../core/unit-type.ts";
import { type Grid, WorkbookFault } from "../grid.ts";
import { NO, UNIT_CLOSED, UNIT_MERGED, UNITS_TAB, YES } from "../schema.ts";
import { readTable } from "../table.ts";

/** A row of the register with its place in the workbook. */
export type PlacedUnit = RegisteredUnit & {
  readonly row: number;
  /** The address of its code. */
  readonly cell: string;
  /** The address of its mailboxes. */
  readonly mailboxCell: string;
  /** Title of its tab; empty before set-up. */
  readonly tab: string;
  /** Id of its tab, as text; empty before set-up. */
  readonly sheetId: string;
  /** The code for which that id was noted: another one where cells of the register were sorted apart. */
  readonly notedFor: string;
  /** Code of the active unit that it was merged into; empty: none. */
  readonly mergedInto: string;
  /** True: what it did was carried over to that unit already. */
  readonly merged: boolean;
};

/** Reads the register. A row without a code is no unit; a doubled code or an unknown type is a WorkbookFault. */
export function readRegister(grid: Grid): readonly PlacedUnit[] {
  const seen = new Map<string, number>();
  const units: PlacedUnit[] = [];
  for (const row of readTable(UNITS_TAB, grid)) {
    const code = row.text("code");
    if (code === "") continue;
    const place = (column: string) => `Tab ${UNITS_TAB.title}, dòng ${row.row}, cột “${column}”`;
    const earlier = seen.get(foldText(code));
    if (earlier !== undefined) {
      throw new WorkbookFault(
        `${place("Mã")}: cần mã đơn vị không trùng; thấy “${code}” đã có ở dòng ${earlier}. Hãy đổi một trong hai mã.`,
      );
    }
    seen.set(foldText(code), row.row);
    const type = readUnitType(row.text("type"));
    if (!type) {
      throw new WorkbookFault(
        `${place("Loại")}: cần loại đơn vị trong danh sách; thấy ${row.text("type") === "" ? "ô trống" : `“${row.text("type")}”`}. Hãy chọn lại.`,
      );
    }
    units.push({
      code,
      name: row.text("name") || code,
      type,
      mailboxes: splitWords(row.text("mailboxes")),
      inCt1: readYesNo(row.text("inCt1")),
      listed: splitWords(row.text("elements")),
      row: row.row,
      cell: row.at("code"),
      mailboxCell: row.at("mailboxes"),
      tab: row.text("tab"),
      ...readSheetId(row.text("sheetId")),
      closed: isClosed(row.text("state")),
      mergedInto: row.text("mergedInto"),
      merged: foldText(row.text("state")) === foldText(UNIT_MERGED),
    });
  }
  return units.map((unit) => settleMerger(unit, units));
}

/** Writes the id of a unit's tab as its cell of the register holds it: `12|TYT`. */
export function showSheetId(id: number, code: string): string {
  return `${id}|${code}`;
}

function readSheetId(text: string): Pick<PlacedUnit, "sheetId" | "notedFor"> {
  const [id = "", code = ""] = text.split("|");
  return { sheetId: id, notedFor: code };
}

/** Tells whether a unit's state says that it reports no more. */
export function isClosed(state: string): boolean {
  return [UNIT_CLOSED, UNIT_MERGED].some((word) => foldText(word) === foldText(state));
}

/** A unit that is merged into an active one is closed, whatever its state says; another word there does nothing. */
function settleMerger(unit: PlacedUnit, units: readonly PlacedUnit[]): PlacedUnit {
  if (unit.mergedInto === "") return unit;
  const into = findMergerTarget(unit.code, unit.mergedInto, units);
  return into ? { ...unit, mergedInto: into.code, closed: true } : { ...unit, mergedInto: "" };
}

/** Finds the unit into which another can be merged: another one, active, not merged itself. */
export function findMergerTarget<Unit extends Pick<PlacedUnit, "code" | "closed" | "mergedInto">>(
  code: string,
  wanted: string,
  units: readonly Unit[],
): Unit | undefined {
  const into = units.find((other) => foldText(other.code) === foldText(wanted));
  return into && into.code !== code && !into.closed && into.mergedInto === "" ? into : undefined;
}

/** Says why text cannot be a unit's code, or nothing if it can. */
export function codeFault(code: string): { readonly expected: string; readonly action: string } | undefined {
  if (/[|\p{Cc}]/u.test(code)) {
    return { expected: "mã trên một dòng, không có dấu |", action: "Hãy đổi mã, ví dụ TYT" };
  }
  if (/^[=+\-@']/.test(code)) {
    return { expected: "mã không bắt đầu bằng = + - @ hay dấu nháy", action: "Hãy đổi mã, ví dụ TYT" };
  }
  if (UNIT_TYPES.some((type) => type === code)) {
    return { expected: "mã khác với mã của các loại đơn vị", action: `Hãy đổi mã, ví dụ ${code.toUpperCase()}` };
  }
  return undefined;
}

/** Reads a unit's type from its Vietnamese name or its code. */
export function readUnitType(typed: string): UnitType | undefined {
  return UNIT_TYPES.find((type) => foldText(UNIT_TYPE_NAMES[type]) === foldText(typed) || type === typed);
}

/** Splits words without a space in them, as mailboxes and codes of data elements are, at `|`, `;`, `,` or a space. */
export function splitWords(typed: string): readonly string[] {
  return splitList(typed.replace(/[\s;,]+/g, "|"));
}

/** Reads Có/Không (or yes/no); anything else leaves the default of the unit's type. */
export function readYesNo(typed: string): boolean | undefined {
  const word = foldText(typed);
  if (word === foldText(YES) || word === "yes") return true;
  return word === foldText(NO) || word === "no" ? false : undefined;
}

/** Finds a data element by its code, in capitals or not. */
export function readElement(typed: string, { elements }: Plan): ElementCode | undefined {
  return (elements.get(typed) ?? elements.get(typed.toUpperCase()))?.code;
}

/** Reads a list of data elements; returns unknown words beside it. */
export function readElementList(
  typed: string,
  plan: Plan,
): {
  readonly known: readonly ElementCode[];
  readonly unknown: readonly string[];
} {
  const words = splitWords(typed);
  const known = new Set(words.map((word) => readElement(word, plan)));
  return {
    known: elementsIn(plan).flatMap(({ code }) => (known.has(code) ? [code] : [])),
    unknown: words.filter((word) => readElement(word, plan) === undefined),
  };
}
