/**
 * A data folder's tables → records. A row that cannot be placed is refused with file, line and reason, and the rows
 * beside it are kept; a row that contradicts itself is kept as typed, for `check`. Knows tables, not files.
 */
import { type ElementCode, findElement } from "../core/element.ts";
import { readDay } from "../core/period.ts";
import { FUND_SOURCES, type FundSource, TASK_STATUSES, type Task, type TaskStatus, tasksOf } from "../core/task.ts";
import { cleanText, foldText, shorten } from "../core/text.ts";
import { type OrgUnit, type RegisteredUnit, UNIT_TYPES } from "../core/unit.ts";
import { readNumber } from "../core/value.ts";
import { readElementList, readYesNo, splitMailboxes } from "./read.ts";
import { SETTING_ENTRIES, type TypedSettings } from "./settings.ts";

/** One CSV file as read: its header, and its rows with the line that each begins on. */
export type FolderTable = {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
};

/** What could not be placed: file, line (0: the file as a whole) and a Vietnamese reason. */
export type Refusal = { readonly file: string; readonly line: number; readonly message: string };

/** The files of a data folder and the columns that each must have, any order. Public names. */
export const FOLDER_COLUMNS = {
  "commune.csv": ["key", "value"],
  "units.csv": ["code", "name", "type", "email", "ct1", "elements"],
  "values.csv": ["unit", "element", "total", "women", "note"],
  "activities.csv": ["unit", "date", "theme", "kind", "co_organisers", "participants", "women", "link"],
  "tasks.csv": ["unit", "task", "status", "result", "link"],
  "funds.csv": ["unit", "source", "planned", "spent"],
  "assessments.csv": ["unit", "results", "difficulties", "causes", "proposals"],
  "history.csv": ["year", "unit", "element", "total", "women"],
} as const;

export type FolderFile = keyof typeof FOLDER_COLUMNS;

type Fields<File extends FolderFile> = Readonly<Record<(typeof FOLDER_COLUMNS)[File][number], string>>;
type FolderRow<File extends FolderFile> = { readonly line: number; readonly fields: Fields<File> };

/** Columns that may be missing: they say nothing that the rest needs. */
const OPTIONAL_COLUMNS: readonly string[] = [
  "email",
  "ct1",
  "elements",
  "note",
  "kind",
  "co_organisers",
  "link",
  "result",
];

type Refuse = (line: number, message: string) => void;

/** Reads one file's rows by its headers; says which column is missing, and which rows have too many fields. */
function readRows<File extends FolderFile>(
  file: File,
  tables: readonly FolderTable[],
  refusals: Refusal[],
): { readonly rows: readonly FolderRow<File>[]; readonly refuse: Refuse } {
  const refuse: Refuse = (line, message) => refusals.push({ file, line, message });
  const table = tables.find((candidate) => candidate.file === file);
  if (!table) return { rows: [], refuse };
  const header = table.header.map(foldText);
  const columns: readonly (typeof FOLDER_COLUMNS)[File][number][] = FOLDER_COLUMNS[file];
  const missing = columns.filter((column) => !header.includes(column) && !OPTIONAL_COLUMNS.includes(column));
  if (missing.length > 0) {
    refuse(1, `cần cột ${missing.join(", ")}; thấy các cột ${header.join(", ") || "trống"}. Hãy sửa dòng tiêu đề.`);
    return { rows: [], refuse };
  }
  const rows: FolderRow<File>[] = [];
  for (const { line, cells } of table.rows) {
    if (cells.every((cell) => cleanText(cell) === "")) continue;
    if (cells.length > header.length) {
      refuse(line, `cần ${header.length} cột; thấy ${cells.length}. Hãy đặt ô có dấu phân cách trong ngoặc kép.`);
      continue;
    }
    const entries = columns.map((column) => [column, cleanText(cells[header.indexOf(column)] ?? "")] as const);
    const fields = Object.fromEntries(entries) as Fields<File>;
    rows.push({ line, fields });
  }
  return { rows, refuse };
}

/** Says that a field holds something else than it must. */
function mismatch(column: string, expected: string, found: string, action: string): string {
  return `cột ${column}: cần ${expected}; thấy ${found === "" ? "ô trống" : `“${shorten(found)}”`}. ${action}.`;
}

/** Keeps the first of rows with the same key and refuses the others. */
function firstOnly(refuse: Refuse): (key: string, line: number, what: string) => boolean {
  const lines = new Map<string, number>();
  return (key, line, what) => {
    const earlier = lines.get(key);
    if (earlier === undefined) {
      lines.set(key, line);
      return true;
    }
    refuse(line, `${what} đã có ở dòng ${earlier}; dòng đầu được giữ. Hãy xóa một trong hai dòng.`);
    return false;
  };
}

/** What a folder says of the commune and its units. */
export type FolderRegister = {
  readonly settings: TypedSettings;
  readonly register: readonly RegisteredUnit[];
  readonly refusals: readonly Refusal[];
};

/** Reads `commune.csv` and `units.csv`. */
export function readFolderRegister(tables: readonly FolderTable[]): FolderRegister {
  const refusals: Refusal[] = [];
  return { settings: readCommuneFile(tables, refusals), register: readUnitsFile(tables, refusals), refusals };
}

function readCommuneFile(tables: readonly FolderTable[], refusals: Refusal[]): TypedSettings {
  const { rows, refuse } = readRows("commune.csv", tables, refusals);
  const keepFirst = firstOnly(refuse);
  const settings = new Map<string, string>();
  for (const { line, fields } of rows) {
    const entry = SETTING_ENTRIES.find(({ key }) => key === fields.key);
    if (!entry) {
      refuse(
        line,
        mismatch(
          "key",
          `một trong ${SETTING_ENTRIES.map(({ key }) => key).join(", ")}`,
          fields.key,
          "Hãy sửa tên khóa",
        ),
      );
    } else if (entry.kind === "day" && fields.value !== "" && !readDay(fields.value)) {
      refuse(line, mismatch("value", "ngày dạng yyyy-mm-dd", fields.value, "Hãy sửa lại ngày"));
    } else if ((entry.kind === "year" || entry.kind === "count") && !/^\d*$/.test(fields.value)) {
      refuse(line, mismatch("value", "số nguyên", fields.value, "Hãy sửa lại số"));
    } else if (keepFirst(fields.key, line, `khóa ${fields.key}`)) {
      settings.set(fields.key, fields.value);
    }
  }
  return settings;
}

function readUnitsFile(tables: readonly FolderTable[], refusals: Refusal[]): readonly RegisteredUnit[] {
  const { rows, refuse } = readRows("units.csv", tables, refusals);
  const keepFirst = firstOnly(refuse);
  return rows.flatMap(({ line, fields }): readonly RegisteredUnit[] => {
    const { code, name, email } = fields;
    if (code === "") {
      refuse(line, mismatch("code", "mã đơn vị", "", "Hãy ghi mã"));
      return [];
    }
    const type = UNIT_TYPES.find((known) => known === fields.type);
    if (!type) {
      refuse(line, mismatch("type", `một trong ${UNIT_TYPES.join(", ")}`, fields.type, "Hãy sửa loại đơn vị"));
      return [];
    }
    if (!keepFirst(foldText(code), line, `đơn vị ${code}`)) return [];
    const inCt1 = readYesNo(fields.ct1);
    if (fields.ct1 !== "" && inCt1 === undefined) {
      refuse(line, mismatch("ct1", "yes, no hoặc để trống", fields.ct1, "Đơn vị được lập theo mặc định của loại"));
    }
    const { known, unknown } = readElementList(fields.elements);
    if (unknown.length > 0) {
      refuse(line, mismatch("elements", "mã số liệu, cách nhau bằng dấu |", unknown.join("|"), "Mã này bị bỏ qua"));
    }
    if (name === "") refuse(line, mismatch("name", "tên đơn vị", "", `Mã ${code} được dùng làm tên`));
    return [{ code, name: name || code, type, mailboxes: splitMailboxes(email), inCt1, listed: known }];
  });
}

export type ImportedValue = {
  readonly unit: string;
  readonly element: ElementCode;
  readonly total: number | undefined;
  readonly women: number | undefined;
  readonly note: string;
};

export type ImportedActivity = {
  /** Line of the file, for what comes to light only when it is placed. */
  readonly line: number;
  readonly unit: string;
  /** `yyyy-mm-dd`, or nothing where the field is empty. */
  readonly day: string | undefined;
  readonly theme: string;
  readonly kind: string;
  readonly coOrganisers: string;
  readonly participants: number | undefined;
  readonly women: number | undefined;
  readonly link: string;
};

export type ImportedTask = {
  readonly unit: string;
  readonly task: string;
  readonly status: TaskStatus | undefined;
  readonly result: string;
  readonly link: string;
};

export type ImportedFund = {
  readonly unit: string;
  readonly source: FundSource;
  readonly planned: number | undefined;
  readonly spent: number | undefined;
};

export type ImportedAssessment = Fields<"assessments.csv">;

export type ImportedHistory = {
  readonly year: number;
  readonly unit: string;
  readonly element: ElementCode;
  readonly total: number | undefined;
  readonly women: number | undefined;
};

/** A folder's figures that have a place in this workbook. */
export type FolderFigures = {
  readonly values: readonly ImportedValue[];
  readonly activities: readonly ImportedActivity[];
  readonly tasks: readonly ImportedTask[];
  readonly funds: readonly ImportedFund[];
  readonly assessments: readonly ImportedAssessment[];
  readonly history: readonly ImportedHistory[];
  readonly refusals: readonly Refusal[];
};

/** What the reading of each file needs to know. */
type Reading = {
  readonly tables: readonly FolderTable[];
  readonly units: ReadonlyMap<string, OrgUnit>;
  readonly tasks: readonly Task[];
  readonly refusals: Refusal[];
};

/** Reads all files of figures against the units and tasks of the workbook that they go into. */
export function readFolderFigures(
  tables: readonly FolderTable[],
  units: readonly OrgUnit[],
  tasks: readonly Task[],
): FolderFigures {
  const reading: Reading = { tables, units: new Map(units.map((unit) => [unit.code, unit])), tasks, refusals: [] };
  return {
    values: readValuesFile(reading),
    activities: readActivitiesFile(reading),
    tasks: readTasksFile(reading),
    funds: readFundsFile(reading),
    assessments: readAssessmentsFile(reading),
    history: readHistoryFile(reading),
    refusals: reading.refusals,
  };
}

function findUnit(reading: Reading, code: string, line: number, refuse: Refuse): OrgUnit | undefined {
  const unit = reading.units.get(code);
  if (!unit) refuse(line, mismatch("unit", "mã một đơn vị có trong danh sách", code, "Hãy sửa mã, hoặc thêm đơn vị"));
  return unit;
}

/** Reads fields that must be a number or empty; refuses the row at the first that is neither. */
function readNumbers<Key extends string>(
  fields: Readonly<Record<Key, string>>,
  keys: readonly Key[],
  line: number,
  refuse: Refuse,
): ((key: Key) => number | undefined) | undefined {
  const wrong = keys.find((key) => fields[key] !== "" && readNumber(fields[key]) === undefined);
  if (wrong !== undefined) {
    refuse(line, mismatch(wrong, "một số hoặc để trống", fields[wrong], "Hãy chỉ ghi chữ số"));
    return undefined;
  }
  return (key) => readNumber(fields[key]);
}

function readValuesFile(reading: Reading): readonly ImportedValue[] {
  const { rows, refuse } = readRows("values.csv", reading.tables, reading.refusals);
  const keepFirst = firstOnly(refuse);
  return rows.flatMap(({ line, fields }): readonly ImportedValue[] => {
    const unit = findUnit(reading, fields.unit, line, refuse);
    if (!unit) return [];
    const element = findElement(fields.element);
    if (!element) {
      refuse(line, mismatch("element", "mã một số liệu, ví dụ LD", fields.element, "Hãy sửa mã"));
      return [];
    }
    if (!unit.elements.includes(element.code)) {
      const expected = `số liệu mà ${unit.code} phải báo cáo (${unit.elements.join(", ")})`;
      refuse(line, mismatch("element", expected, element.code, "Hãy sửa mã, hoặc thêm số liệu này cho đơn vị"));
      return [];
    }
    const numbers = readNumbers(fields, ["total", "women"], line, refuse);
    if (!numbers || !keepFirst(`${unit.code}\n${element.code}`, line, `${unit.code}, ${element.code}`)) return [];
    const [total, women] = [numbers("total"), numbers("women")];
    if (element.hasTotal) return [{ unit: unit.code, element: element.code, total, women, note: fields.note }];
    if (total !== undefined && women === undefined) {
      refuse(
        line,
        mismatch("total", `ô trống, vì ${element.code} chỉ đếm nữ`, fields.total, "Hãy ghi số vào cột women"),
      );
      return [];
    }
    return [{ unit: unit.code, element: element.code, total: undefined, women, note: fields.note }];
  });
}

function readActivitiesFile(reading: Reading): readonly ImportedActivity[] {
  const { rows, refuse } = readRows("activities.csv", reading.tables, reading.refusals);
  return rows.flatMap(({ line, fields }): readonly ImportedActivity[] => {
    const unit = findUnit(reading, fields.unit, line, refuse);
    if (!unit) return [];
    const day = readDay(fields.date);
    if (fields.date !== "" && !day) {
      refuse(line, mismatch("date", "ngày có thật dạng yyyy-mm-dd", fields.date, "Hãy sửa lại ngày"));
      return [];
    }
    const numbers = readNumbers(fields, ["participants", "women"], line, refuse);
    if (!numbers) return [];
    const { theme, kind, link } = fields;
    const [participants, women] = [numbers("participants"), numbers("women")];
    return [{ line, unit: unit.code, day, theme, kind, coOrganisers: fields.co_organisers, participants, women, link }];
  });
}

function readTasksFile(reading: Reading): readonly ImportedTask[] {
  const { rows, refuse } = readRows("tasks.csv", reading.tables, reading.refusals);
  const keepFirst = firstOnly(refuse);
  return rows.flatMap(({ line, fields }): readonly ImportedTask[] => {
    const unit = findUnit(reading, fields.unit, line, refuse);
    if (!unit) return [];
    const assigned = tasksOf(unit, reading.tasks);
    const task = assigned.find(({ code }) => code === fields.task);
    if (!task) {
      const codes = assigned.map(({ code }) => code).join(", ") || "không có nhiệm vụ nào";
      refuse(
        line,
        mismatch(
          "task",
          `nhiệm vụ giao cho ${unit.code} (${codes})`,
          fields.task,
          "Hãy sửa mã, hoặc giao việc ở tab Nhiệm vụ",
        ),
      );
      return [];
    }
    const status = TASK_STATUSES.find((known) => known === fields.status);
    if (!status && fields.status !== "") {
      refuse(line, mismatch("status", TASK_STATUSES.join(", "), fields.status, "Hãy sửa trạng thái"));
      return [];
    }
    if (!keepFirst(`${unit.code}\n${task.code}`, line, `${unit.code}, nhiệm vụ ${task.code}`)) return [];
    return [{ unit: unit.code, task: task.code, status, result: fields.result, link: fields.link }];
  });
}

function readFundsFile(reading: Reading): readonly ImportedFund[] {
  const { rows, refuse } = readRows("funds.csv", reading.tables, reading.refusals);
  const keepFirst = firstOnly(refuse);
  return rows.flatMap(({ line, fields }): readonly ImportedFund[] => {
    const unit = findUnit(reading, fields.unit, line, refuse);
    if (!unit) return [];
    const source = FUND_SOURCES.find((known) => known === fields.source);
    if (!source) {
      refuse(line, mismatch("source", FUND_SOURCES.join(", "), fields.source, "Hãy sửa nguồn"));
      return [];
    }
    const numbers = readNumbers(fields, ["planned", "spent"], line, refuse);
    if (!numbers || !keepFirst(`${unit.code}\n${source}`, line, `${unit.code}, nguồn ${source}`)) return [];
    return [{ unit: unit.code, source, planned: numbers("planned"), spent: numbers("spent") }];
  });
}

function readAssessmentsFile(reading: Reading): readonly ImportedAssessment[] {
  const { rows, refuse } = readRows("assessments.csv", reading.tables, reading.refusals);
  const keepFirst = firstOnly(refuse);
  return rows.flatMap(({ line, fields }) => {
    const unit = findUnit(reading, fields.unit, line, refuse);
    return unit && keepFirst(unit.code, line, `đánh giá của ${unit.code}`) ? [fields] : [];
  });
}

function readHistoryFile(reading: Reading): readonly ImportedHistory[] {
  const { rows, refuse } = readRows("history.csv", reading.tables, reading.refusals);
  const keepFirst = firstOnly(refuse);
  return rows.flatMap(({ line, fields }): readonly ImportedHistory[] => {
    const unit = findUnit(reading, fields.unit, line, refuse);
    if (!unit) return [];
    const element = findElement(fields.element);
    if (!element) {
      refuse(line, mismatch("element", "mã một số liệu, ví dụ LD", fields.element, "Hãy sửa mã"));
      return [];
    }
    const year = /^\d{4}$/.test(fields.year) ? Number(fields.year) : undefined;
    if (year === undefined) {
      refuse(line, mismatch("year", "năm có bốn chữ số", fields.year, "Hãy sửa năm"));
      return [];
    }
    const numbers = readNumbers(fields, ["total", "women"], line, refuse);
    const what = `năm ${year}, ${unit.code}, ${element.code}`;
    if (!numbers || !keepFirst(`${year}\n${unit.code}\n${element.code}`, line, what)) return [];
    return [{ year, unit: unit.code, element: element.code, total: numbers("total"), women: numbers("women") }];
  });
}

/** Returns the settings with another reporting year; a deadline of a different year then gives way to the plan's. */
export function withYear(settings: TypedSettings, year: number): TypedSettings {
  const changed = new Map<string, unknown>(settings);
  changed.set("year", String(year));
  const deadline = readDay(settings.get("deadline"));
  if (deadline && !deadline.startsWith(String(year))) changed.set("deadline", "");
  return changed;
}
