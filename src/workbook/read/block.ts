/** The tidy tab `Dữ liệu`: all rows of all forms → records, told apart by their keys, and how each form is laid out. */
import type { Activity } from "../../core/event.ts";
import { readDay, showDay } from "../../core/period.ts";
import type { DataElement, Plan } from "../../core/plan/plan.ts";
import {
  ASSESSMENT_PARTS,
  type Assessment,
  type AssessmentPart,
  FUND_SOURCES,
  type Fund,
  TASK_STATUS_NAMES,
  TASK_STATUSES,
  type TaskReport,
} from "../../core/task.ts";
import { foldText } from "../../core/text.ts";
import { type DataValue, readMoney } from "../../core/value.ts";
import { type Grid, showsFailure, WorkbookFault } from "../grid.ts";
import { type BlockKey, DATA_TAB, type DataKey, PLACE_ROW } from "../schema.ts";
import { readTable, type TableRow } from "../table.ts";

/** Where a row of a block stands in its sheet: its row, and the column in which the block begins. */
export type RowPlace = { readonly row: number; readonly column: number };

/**
 * Rows of one unit that the tidy tab lists under one another: their keys, and where each stands in the unit's sheet.
 * `places` is empty in a workbook of an earlier version, whose tidy tab does not tell.
 */
export type KeyRun = {
  readonly unit: string;
  readonly keys: readonly string[];
  readonly places: ReadonlyMap<string, RowPlace>;
};

/** What all forms say, and the runs of keys that tell where each row stands in its form. */
export type ReadBlocks = {
  readonly values: readonly DataValue[];
  readonly activities: readonly Activity[];
  readonly tasks: readonly TaskReport[];
  readonly funds: readonly Fund[];
  readonly assessments: readonly Assessment[];
  readonly runs: readonly KeyRun[];
};

type BlockRow = TableRow<DataKey>;

/** A row with its unit and its key, read once: the tidy tab is the longest of all. */
type KeyedRow = { readonly unit: string; readonly key: string; readonly row: BlockRow };

/** Reads the tidy tab; `readUnitList` reads the units that take part. A formula that has failed there is a WorkbookFault: every figure would be missing. */
export function readBlocks(grid: Grid, readUnitList: (typed: string) => readonly string[], plan: Plan): ReadBlocks {
  const rows = readTable(DATA_TAB, grid);
  refuseError(rows[0]);
  const values: DataValue[] = [];
  const tasks: TaskReport[] = [];
  const activities: Activity[] = [];
  const funds: Fund[] = [];
  const words = new Map<string, Map<string, string>>();
  const keyed = rows.map((row): KeyedRow => ({ unit: row.text("unit"), key: row.text("key"), row }));
  for (const { unit, key: whole, row } of keyed) {
    const [kind, key] = splitKey(whole);
    if (kind === "SL") keep(values, readValue(unit, plan.elements.get(key), row));
    else if (kind === "NV") keep(tasks, readTaskReport(unit, key, row));
    else if (kind === "HD") keep(activities, readActivity(unit, Number(key) - 1, row, readUnitList));
    else if (kind === "KP") keep(funds, readFund(unit, key, row));
    else if (kind === "DG") keepWords(words, unit, key, row.text("first"));
  }
  return { values, tasks, activities, funds, assessments: gatherAssessments(words), runs: gatherRuns(keyed) };
}

function keep<Record>(records: Record[], record: Record | undefined): void {
  if (record !== undefined) records.push(record);
}

function keepWords(units: Map<string, Map<string, string>>, unit: string, part: string, text: string): void {
  const parts = units.get(unit) ?? new Map<string, string>();
  units.set(unit, parts);
  if (!parts.get(part)) parts.set(part, text);
}

function refuseError(first: BlockRow | undefined): void {
  const shown = first?.text("unit") ?? "";
  if (!showsFailure(shown)) return;
  throw new WorkbookFault(
    `Tab ${DATA_TAB.title}, ô ${first?.at("unit")}: cần các dòng của mọi biểu; thấy lỗi ${shown}, có thể vì một tab của đơn vị đã bị xóa hay đổi. Hãy chọn trình đơn Sổ 2282 → Lập sổ, lập biểu.`,
  );
}

/** Splits a row's key at its first dot: `NV.V1.1` → `NV`, `V1.1`. */
export function splitKey(key: string): readonly [string, string] {
  const dot = key.indexOf(".");
  return dot < 0 ? [key, ""] : [key.slice(0, dot), key.slice(dot + 1)];
}

function gatherRuns(rows: readonly KeyedRow[]): readonly KeyRun[] {
  const runs: { unit: string; keys: string[]; places: Map<string, RowPlace>; seen: Set<string> }[] = [];
  for (const { unit, key, row } of rows) {
    if (key === "") continue;
    let last = runs[runs.length - 1];
    if (last?.unit !== unit || last.seen.has(key)) {
      last = { unit, keys: [], places: new Map(), seen: new Set() };
      runs.push(last);
    }
    last.keys.push(key);
    last.seen.add(key);
    const place = row.cell("place");
    if (typeof place === "number" && place > PLACE_ROW)
      last.places.set(key, { row: Math.floor(place / PLACE_ROW), column: place % PLACE_ROW });
  }
  return runs;
}

function readValue(unit: string, element: DataElement | undefined, row: BlockRow): DataValue | undefined {
  if (!element) return undefined;
  return {
    unit,
    element: element.code,
    total: row.typed("first"),
    women: row.typed("second"),
    note: row.text("word"),
  };
}

function readTaskReport(unit: string, task: string, row: BlockRow): TaskReport | undefined {
  const statusTyped = row.text("word");
  const status = TASK_STATUSES.find((known) => foldText(TASK_STATUS_NAMES[known]) === foldText(statusTyped));
  const result = row.text("when");
  const link = row.text("link");
  if (statusTyped === "" && result === "" && link === "") return undefined;
  return { unit, task, status, statusTyped, result, link };
}

const ACTIVITY_FIELDS: readonly BlockKey[] = ["text", "first", "second", "word", "when", "more", "link"];

function readActivity(
  unit: string,
  slot: number,
  row: BlockRow,
  readUnitList: (typed: string) => readonly string[],
): Activity | undefined {
  if (ACTIVITY_FIELDS.every((field) => row.text(field) === "")) return undefined;
  const day = readDay(row.cell("when"));
  return {
    unit,
    slot,
    day,
    dateTyped: day ? showDay(day) : row.text("when"),
    theme: row.text("text"),
    kind: row.text("word"),
    coOrganisers: readUnitList(row.text("more")),
    participants: row.typed("first"),
    women: row.typed("second"),
    link: row.text("link"),
  };
}

function readFund(unit: string, code: string, row: BlockRow): Fund | undefined {
  const source = FUND_SOURCES.find((known) => known === code);
  const [planned, spent] = [readMoney(row.typed("first")), readMoney(row.typed("second"))];
  return !source || (planned === undefined && spent === undefined) ? undefined : { unit, source, planned, spent };
}

/** Makes one assessment of a unit's four rows; a unit that wrote nothing has none. */
function gatherAssessments(units: ReadonlyMap<string, ReadonlyMap<string, string>>): readonly Assessment[] {
  return [...units].flatMap(([unit, parts]) => {
    if (!ASSESSMENT_PARTS.some((part) => parts.get(part))) return [];
    const words = (part: AssessmentPart) => parts.get(part) ?? "";
    return [
      {
        unit,
        results: words("results"),
        difficulties: words("difficulties"),
        causes: words("causes"),
        proposals: words("proposals"),
      },
    ];
  });
}
