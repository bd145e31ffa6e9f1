/** Grids of the tabs → the commune that they describe. What cannot be read as data is a WorkbookFault that says where. */
import type { Commune } from "../core/commune.ts";
import { ELEMENT_CODES, type ElementCode, findElement } from "../core/element.ts";
import type { Activity } from "../core/event.ts";
import { DEFAULT_TARGETS, TARGET_CODES, type Target } from "../core/indicator.ts";
import { readDay, showDay } from "../core/period.ts";
import {
  ASSESSMENT_PARTS,
  type Assessment,
  FUND_SOURCES,
  type Fund,
  TASK_GROUPS,
  TASK_STATUS_NAMES,
  TASK_STATUSES,
  type Task,
  type TaskReport,
} from "../core/task.ts";
import { foldText, splitList } from "../core/text.ts";
import { type RegisteredUnit, resolveUnits, UNIT_TYPE_NAMES, UNIT_TYPES, type UnitType } from "../core/unit.ts";
import { type DataValue, type HistoryValue, readTyped } from "../core/value.ts";
import { type Grid, WorkbookFault } from "./grid.ts";
import {
  type BlockKey,
  DATA_TAB,
  HAMLET_GRID_ELEMENTS,
  HAMLETS_TAB,
  HISTORY_TAB,
  NO,
  SETTINGS_TAB,
  TARGETS_TAB,
  TASKS_TAB,
  UNITS_TAB,
  YES,
} from "./schema.ts";
import { readActivityRows, readSettings, type TypedSettings } from "./settings.ts";
import { readTable, type TableRow } from "./table.ts";

/** The tabs that hold data, each from its header row on. */
export type WorkbookGrids = {
  readonly settings: Grid;
  readonly targets: Grid;
  readonly tasks: Grid;
  readonly units: Grid;
  readonly hamlets: Grid;
  readonly history: Grid;
  readonly data: Grid;
};

/** A row of the register with its place in the workbook. */
export type PlacedUnit = RegisteredUnit & {
  readonly row: number;
  /** Title of its tab; empty before set-up. */
  readonly tab: string;
};

/** Everything that a workbook says. */
export type WorkbookRecords = {
  readonly commune: Commune;
  readonly register: readonly PlacedUnit[];
  readonly activityRows: { readonly unit: number; readonly hamlet: number };
  /** The tab row of each of `commune.history`. */
  readonly historyRows: readonly number[];
};

/** Reads every tab. Throws a WorkbookFault for a structure or a setting that cannot be used; figures never throw. */
export function readWorkbook(grids: WorkbookGrids): WorkbookRecords {
  const typed = readTypedSettings(grids.settings);
  const settings = readSettings(typed);
  const register = readRegister(grids.units);
  const block = readBlock(grids.data);
  const history = readHistory(grids.history);
  return {
    historyRows: history.map(({ row }) => row),
    register,
    activityRows: readActivityRows(typed),
    commune: {
      settings,
      year: settings.year,
      custodian: settings.custodian,
      units: resolveUnits(register, settings.custodian),
      values: [...block.values, ...readHamletValues(grids.hamlets)],
      activities: block.activities,
      tasks: block.tasks,
      funds: block.funds,
      assessments: block.assessments,
      history: history.map(({ value }) => value),
      targets: readTargets(grids.targets),
      taskList: readTasks(grids.tasks),
    },
  };
}

/** Reads the settings tab as typed values by key. */
export function readTypedSettings(grid: Grid): TypedSettings {
  return new Map(readTable(SETTINGS_TAB, grid).map((row) => [row.text("key"), row.cell("value")]));
}

/** Reads a unit's type from its Vietnamese name or its code. */
export function readUnitType(typed: string): UnitType | undefined {
  return UNIT_TYPES.find((type) => foldText(UNIT_TYPE_NAMES[type]) === foldText(typed) || type === typed);
}

/** Reads the register. A row without a code is no unit; a doubled code or an unknown type is a WorkbookFault. */
export function readRegister(grid: Grid): readonly PlacedUnit[] {
  const seen = new Set<string>();
  const units: PlacedUnit[] = [];
  for (const row of readTable(UNITS_TAB, grid)) {
    const code = row.text("code");
    if (code === "") continue;
    const place = `Tab ${UNITS_TAB.title}, dòng ${row.row}`;
    if (seen.has(foldText(code))) {
      throw new WorkbookFault(
        `${place}: cần mã đơn vị không trùng; thấy “${code}” đã có ở trên. Hãy đổi một trong hai mã.`,
      );
    }
    seen.add(foldText(code));
    const type = readUnitType(row.text("type"));
    if (!type) {
      throw new WorkbookFault(
        `${place}: cần loại đơn vị trong danh sách; thấy “${row.text("type")}”. Hãy chọn lại ở cột Loại.`,
      );
    }
    units.push({
      code,
      name: row.text("name") || code,
      type,
      mailboxes: splitMailboxes(row.text("mailboxes")),
      inCt1: readYesNo(row.text("inCt1")),
      listed: readElementList(row.text("elements")).known,
      row: row.row,
      tab: row.text("tab"),
    });
  }
  return units;
}

/** Splits mailboxes at `|`, `;`, `,` or a space. */
export function splitMailboxes(typed: string): readonly string[] {
  return splitList(typed.replace(/[\s;,]+/g, "|"));
}

/** Reads Có/Không (or yes/no); anything else leaves the default of the unit's type. */
export function readYesNo(typed: string): boolean | undefined {
  const word = foldText(typed);
  if (word === foldText(YES) || word === "yes") return true;
  return word === foldText(NO) || word === "no" ? false : undefined;
}

/** Reads a `|`-separated list of data elements; what is none of them is returned beside. */
export function readElementList(typed: string): {
  readonly known: readonly ElementCode[];
  readonly unknown: readonly string[];
} {
  const words = splitList(typed);
  const known = words.flatMap((word) => findElement(word.toUpperCase())?.code ?? []);
  return {
    known: ELEMENT_CODES.filter((code) => known.includes(code)),
    unknown: words.filter((word) => !findElement(word.toUpperCase())),
  };
}

/** Reads the targets' settings over the plan's own. A threshold that decides nothing exactly is a WorkbookFault. */
export function readTargets(grid: Grid): readonly Target[] {
  const rows = new Map(readTable(TARGETS_TAB, grid).map((row) => [row.text("code"), row]));
  return TARGET_CODES.map((code) => {
    const original = DEFAULT_TARGETS.find((target) => target.code === code);
    const row = rows.get(code);
    if (!original || !row) {
      throw new WorkbookFault(
        `Tab ${TARGETS_TAB.title}: cần một dòng có mã ${code}; không thấy. Hãy ghi lại dòng này.`,
      );
    }
    return readTarget(original, row);
  });
}

function readTarget(original: Target, row: TableRow<(typeof TARGETS_TAB.columns)[number]["key"]>): Target {
  const { code } = original;
  const whole = (key: (typeof TARGETS_TAB.columns)[number]["key"], most: number): number | null => {
    const typed = readTyped(row.cell(key));
    if (typed === undefined) return null;
    if (typeof typed === "number" && Number.isInteger(typed) && typed >= 0 && typed <= most) return typed;
    const title = TARGETS_TAB.columns.find((column) => column.key === key)?.title ?? key;
    throw new WorkbookFault(
      `Tab ${TARGETS_TAB.title}, dòng ${row.row} (${code}), cột “${title}”: cần số nguyên từ 0 đến ${most}; thấy “${row.text(key)}”. Hãy sửa lại số.`,
    );
  };
  const most = code === "CT6" ? 1000 : 100;
  const threshold = code === "CT2B" ? null : whole("threshold", most);
  if (threshold === null && code !== "CT2B") {
    throw new WorkbookFault(
      `Tab ${TARGETS_TAB.title}, dòng ${row.row} (${code}), cột “Ngưỡng”: cần số nguyên từ 0 đến ${most}; thấy ô trống. Hãy nhập ngưỡng.`,
    );
  }
  const milestones = new Map<number, number>();
  for (const year of [2026, 2027, 2028, 2029, 2030] as const) {
    const step = whole(`m${year}`, most);
    if (step !== null) milestones.set(year, step);
  }
  return {
    code,
    name: row.text("name") || original.name,
    threshold,
    dueYear: whole("dueYear", 2100),
    milestones,
    national2025: whole("national2025", 100),
    national2030: whole("national2030", 100),
    ...(code === "CT2" ? readScope(row) : { elements: original.elements, excludedUnits: original.excludedUnits }),
    source: row.text("source"),
  };
}

const EXCEPT = /\s+trừ\s+/i;

/** Reads CT2's scope: `CUX|CUA|BCHX|BCHA trừ LHPN`. */
function readScope(row: TableRow<"code" | "scope">): Pick<Target, "elements" | "excludedUnits"> {
  const [elements = "", excluded = ""] = row.text("scope").split(EXCEPT);
  const { known, unknown } = readElementList(elements);
  const withoutTotal = known.filter((code) => !findElement(code)?.hasTotal);
  const wrong = [...unknown, ...withoutTotal];
  if (known.length === 0 || wrong.length > 0) {
    throw new WorkbookFault(
      `Tab ${TARGETS_TAB.title}, dòng ${row.row} (${row.text("code")}), cột “Phạm vi”: cần mã số liệu có tổng số, cách nhau bằng dấu |; thấy “${wrong.join("|") || row.text("scope")}”. Hãy sửa lại, ví dụ CUX|CUA|BCHX|BCHA trừ LHPN.`,
    );
  }
  return { elements: known, excludedUnits: splitList(excluded) };
}

/** Reads the plan's tasks and who answers for them. */
export function readTasks(grid: Grid): readonly Task[] {
  return readTable(TASKS_TAB, grid)
    .filter((row) => row.text("code") !== "")
    .map((row) => ({
      code: row.text("code"),
      group: TASK_GROUPS.find((group) => group === row.text("group")) ?? "1",
      text: row.text("text"),
      assignees: splitList(row.text("assignees")),
    }));
}

function readHamletValues(grid: Grid): readonly DataValue[] {
  return readTable(HAMLETS_TAB, grid).flatMap((row) =>
    HAMLET_GRID_ELEMENTS.map((element) => ({
      unit: row.text("code"),
      element,
      total: readTyped(row.cell(`${element}.total`)),
      women: readTyped(row.cell(`${element}.women`)),
      note: row.text(`${element}.note`),
    })),
  );
}

function readHistory(grid: Grid): readonly { readonly row: number; readonly value: HistoryValue }[] {
  return readTable(HISTORY_TAB, grid).flatMap((row) => {
    const element = findElement(row.text("element"));
    const year = readTyped(row.cell("year"));
    if (!element || typeof year !== "number") return [];
    const value = {
      year,
      unit: row.text("unit"),
      element: element.code,
      total: readTyped(row.cell("total")),
      women: readTyped(row.cell("women")),
    };
    return [{ row: row.row, value }];
  });
}

type BlockRecords = {
  values: DataValue[];
  activities: Activity[];
  tasks: TaskReport[];
  funds: Fund[];
  assessments: Assessment[];
};

/** Reads the tidy tab: all rows of all forms, told apart by their keys. */
function readBlock(grid: Grid): BlockRecords {
  const records: BlockRecords = { values: [], activities: [], tasks: [], funds: [], assessments: [] };
  const assessments = new Map<string, Record<string, string>>();
  for (const row of readTable(DATA_TAB, grid)) {
    const [kind = "", key = ""] = splitKey(row.text("key"));
    const unit = row.text("unit");
    if (kind === "SL") readValueRow(unit, key, row, records);
    else if (kind === "NV") readTaskRow(unit, key, row, records);
    else if (kind === "HD") readActivityRow(unit, Number(key) - 1, row, records);
    else if (kind === "KP") readFundRow(unit, key, row, records);
    else if (kind === "DG") {
      const parts = assessments.get(unit) ?? {};
      assessments.set(unit, parts);
      parts[key] = row.text("first");
    }
  }
  for (const [unit, parts] of assessments) {
    if (!ASSESSMENT_PARTS.some((part) => parts[part])) continue;
    const words = (part: (typeof ASSESSMENT_PARTS)[number]) => parts[part] ?? "";
    records.assessments.push({
      unit,
      results: words("results"),
      difficulties: words("difficulties"),
      causes: words("causes"),
      proposals: words("proposals"),
    });
  }
  return records;
}

/** Splits a row's key at its first dot: `NV.V1.1` → `NV`, `V1.1`. */
export function splitKey(key: string): readonly [string, string] {
  const dot = key.indexOf(".");
  return dot < 0 ? [key, ""] : [key.slice(0, dot), key.slice(dot + 1)];
}

function readValueRow(unit: string, code: string, row: TableRow<BlockKey>, records: BlockRecords): void {
  const element = findElement(code);
  if (!element) return;
  records.values.push({
    unit,
    element: element.code,
    total: element.hasTotal ? readTyped(row.cell("first")) : undefined,
    women: readTyped(row.cell("second")),
    note: row.text("word"),
  });
}

function readTaskRow(unit: string, task: string, row: TableRow<BlockKey>, records: BlockRecords): void {
  const statusTyped = row.text("word");
  const status = TASK_STATUSES.find((known) => foldText(TASK_STATUS_NAMES[known]) === foldText(statusTyped));
  const result = row.text("when");
  const link = row.text("link");
  if (statusTyped === "" && result === "" && link === "") return;
  records.tasks.push({ unit, task, status, statusTyped, result, link });
}

const ACTIVITY_FIELDS: readonly BlockKey[] = ["text", "first", "second", "word", "when", "more", "link"];

function readActivityRow(unit: string, slot: number, row: TableRow<BlockKey>, records: BlockRecords): void {
  if (ACTIVITY_FIELDS.every((field) => row.text(field) === "")) return;
  const day = readDay(row.cell("when"));
  records.activities.push({
    unit,
    slot,
    day,
    dateTyped: day ? showDay(day) : row.text("when"),
    theme: row.text("text"),
    kind: row.text("word"),
    coOrganisers: splitList(row.text("more")),
    participants: readTyped(row.cell("first")),
    women: readTyped(row.cell("second")),
    link: row.text("link"),
  });
}

function readFundRow(unit: string, code: string, row: TableRow<BlockKey>, records: BlockRecords): void {
  const source = FUND_SOURCES.find((known) => known === code);
  const planned = readTyped(row.cell("first"));
  const spent = readTyped(row.cell("second"));
  if (!source || (planned === undefined && spent === undefined)) return;
  records.funds.push({ unit, source, planned, spent });
}
