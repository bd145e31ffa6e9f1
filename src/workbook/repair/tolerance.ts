/**
 * Settings and register in which people typed what cannot be used, as a repair reads them: what is unreadable is taken
 * from the forms as they are, so that their structure can be repaired all the same, and is told of.
 */
import { cleanText, foldText } from "../../core/text.ts";
import { UNIT_TYPE_NAMES } from "../../core/unit-type.ts";
import { address, asLiteral, cellText, type Grid, WorkbookFault } from "../grid.ts";
import { isTab, type SheetFacts, unitOf } from "../identity.ts";
import type { PlanStep } from "../plan.ts";
import { readUnitType } from "../read/register.ts";
import { FIRST_DATA_ROW, HAMLET_FORMS_TITLE, TASKS_TAB, UNITS_TAB } from "../schema.ts";
import { readActivityRows, readSettings, readYear, type SettingKey, type TypedSettings } from "../settings.ts";
import { columnOf } from "../table.ts";
import { type Finding, finding } from "./finding.ts";

/** A sheet with all its values. */
export type WholeSheet = SheetFacts & { readonly values: Grid };

/** Settings that a plan can be made of. */
export type UsableSettings = { readonly settings: TypedSettings; readonly findings: readonly Finding[] };

/** Replaces settings that cannot be used: the year and the rows of activities by those of the forms, a day by none. */
export function makeSettingsUsable(
  typed: TypedSettings,
  sheets: readonly WholeSheet[],
  name: string,
  thisYear: number,
): UsableSettings {
  const usable = new Map(typed);
  const findings: Finding[] = [];
  const replace = (key: SettingKey, value: unknown, isFine: () => unknown): void => {
    try {
      isFine();
    } catch (thrown) {
      if (!(thrown instanceof WorkbookFault)) throw thrown;
      usable.set(key, value);
      const message = `${thrown.message} Trong khi sửa, sổ dùng “${cellText(value) || "mặc định"}”.`;
      findings.push({ tab: name, cell: "", code: "setting", remedy: "look", message });
    }
  };
  const forms = sheets.filter(({ is }) => is?.kind === "form");
  const hamlets = sheets.filter((sheet) => isTab(sheet, HAMLET_FORMS_TITLE));
  replace("year", yearOfForms(sheets) ?? thisYear, () => readSettings(new Map([["year", usable.get("year")]])));
  replace("deadline", "", () => readSettings(usable));
  const rows = (key: SettingKey, value: number) => new Map(usable).set(key, value);
  replace("activity_rows", activitiesIn(forms), () => readActivityRows(rows("hamlet_activity_rows", 1)));
  replace("hamlet_activity_rows", activitiesIn(hamlets), () => readActivityRows(rows("activity_rows", 1)));
  return { settings: usable, findings };
}

/** Returns the year that the units' forms, or the hamlets' blocks, were made for; undefined without forms. */
export function yearOfForms(sheets: readonly WholeSheet[]): number | undefined {
  return sheets
    .filter((sheet) => sheet.is?.kind === "form" || isTab(sheet, HAMLET_FORMS_TITLE))
    .map(({ values }) => readYear(values[1]?.[0]))
    .find((found) => found !== undefined);
}

/** The highest number of an activity's row in any of these sheets. */
function activitiesIn(sheets: readonly WholeSheet[]): number {
  let most = 1;
  for (const { values } of sheets) {
    for (const row of values) {
      for (const cell of row) {
        const slot = typeof cell === "string" ? /^HD\.([1-9]\d{0,2})$/.exec(cleanText(cell))?.[1] : undefined;
        most = Math.max(most, Number(slot ?? 0));
      }
    }
  }
  return most;
}

/** A table that a plan can be made of, from its header on. */
export type UsableTable = {
  readonly grid: Grid;
  readonly findings: readonly Finding[];
  readonly steps: readonly PlanStep[];
};

/**
 * Makes a register usable: a code that was erased comes back from the id noted beside it; of two rows with one code the
 * first counts; a type that cannot be read is taken from the tab in which the unit stands.
 */
export function makeRegisterUsable(grid: Grid, sheets: readonly WholeSheet[], name: string): UsableTable {
  const findings: Finding[] = [];
  const steps: PlanStep[] = [];
  const seen = new Set<string>();
  const [header = [], ...rows] = grid;
  const at = (key: (typeof UNITS_TAB.columns)[number]["key"]) => columnOf(UNITS_TAB, key) - 1;
  const usable = rows.map((cells, index) => {
    const row = FIRST_DATA_ROW + index;
    const line = [...cells];
    const text = (key: Parameters<typeof at>[0]) => cellText(line[at(key)]);
    const noted = text("sheetId").split("|")[1] ?? "";
    if (text("code") === "" && noted !== "" && !rows.some((other) => cellText(other[at("code")]) === noted)) {
      const cell = address(row, at("code") + 1);
      findings.push(tell(name, cell, "patch", `mã đơn vị ${noted}`, "ô trống", "Sẽ ghi lại mã"));
      steps.push({ do: "enter", tab: UNITS_TAB.title, at: cell, cells: [[asLiteral(noted)]] });
      line[at("code")] = noted;
    }
    const code = text("code");
    if (code === "") return line;
    if (seen.has(foldText(code))) {
      const cell = address(row, at("code") + 1);
      const action = "Hãy đổi mã hoặc xóa dòng; dòng này chưa được dùng";
      findings.push(tell(name, cell, "look", "mã đơn vị không trùng", `“${code}” đã có ở dòng trên`, action));
      line[at("code")] = "";
      return line;
    }
    seen.add(foldText(code));
    if (!readUnitType(text("type"))) {
      const cell = address(row, at("type") + 1);
      const found = text("type") === "" ? "ô trống" : "một từ khác";
      const action = "Hãy chọn lại; trong khi sửa, biểu giữ như đang có";
      findings.push(tell(name, cell, "look", "loại đơn vị trong danh sách", found, action));
      const form = sheets.find((sheet) => unitOf(sheet) === code);
      line[at("type")] = form ? UNIT_TYPE_NAMES.co_quan : UNIT_TYPE_NAMES.ap;
      if (form && text("elements") === "") line[at("elements")] = askedElements(form);
    }
    return line;
  });
  return { grid: [header, ...usable], findings, steps };
}

/** Reads what a form asks for, as it says itself: `SL.LD SL.CUX NV.V1.1` → `LD|CUX`. */
export function askedElements({ values }: WholeSheet): string {
  const asked = cellText(values[0]?.[1]).split(" ");
  return asked.flatMap((key) => (key.startsWith("SL.") ? [key.slice(3)] : [])).join("|");
}

function tell(
  tab: string,
  cell: string,
  remedy: Finding["remedy"],
  expected: string,
  found: string,
  action: string,
): Finding {
  return finding({ tab, cell }, "register", remedy, { expected, found, action });
}

/** Brings back the codes of tasks that were erased beside their text: the forms list each task with its code. */
export function restoreTaskCodes(grid: Grid, sheets: readonly WholeSheet[], name: string): UsableTable {
  const findings: Finding[] = [];
  const steps: PlanStep[] = [];
  const codes = new Map<string, string>();
  for (const { values } of sheets) {
    for (const row of values) {
      const key = cellText(row[1]);
      const label = cellText(row[2]);
      const code = key.startsWith("NV.") ? key.slice(3) : "";
      if (code !== "" && label.startsWith(`${code}. `)) codes.set(foldText(label.slice(code.length + 2)), code);
    }
  }
  const [codeAt, textAt] = [columnOf(TASKS_TAB, "code") - 1, columnOf(TASKS_TAB, "text") - 1];
  const taken = new Set(grid.map((row) => cellText(row[codeAt])));
  const rows = grid.map((cells, index) => {
    const code = cellText(cells[codeAt]) === "" ? codes.get(foldText(cellText(cells[textAt]))) : undefined;
    if (code === undefined || taken.has(code)) return cells;
    const cell = address(FIRST_DATA_ROW - 1 + index, codeAt + 1);
    findings.push(tell(name, cell, "patch", `mã nhiệm vụ ${code}`, "ô trống", "Sẽ ghi lại mã"));
    steps.push({ do: "enter", tab: TASKS_TAB.title, at: cell, cells: [[asLiteral(code)]] });
    return cells.map((value, at) => (at === codeAt ? code : value));
  });
  return { grid: rows, findings, steps };
}
