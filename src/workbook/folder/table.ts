/** A data folder's CSV files as tables, and their rows by header. What is not a row of the file's shape is refused. */
import { findGarbled, GARBLED_EXPECTED, garbledAction } from "../../core/garbled.ts";
import { DEFINITION_COLUMNS } from "../../core/plan/rows.ts";
import { cleanText, foldText, shorten } from "../../core/text.ts";
import { MOST_CELL_CHARACTERS } from "../grid.ts";
import { firstOnly, type Refusal, type Refuse, refuseInto } from "./refusal.ts";

/** One CSV file as read: its header, and its rows with the line that each begins on. */
export type FolderTable = {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly FolderLine[];
};

type FolderLine = { readonly line: number; readonly cells: readonly string[] };

/** The files of a data folder and the columns that each must have, any order. Public names. */
export const FOLDER_COLUMNS = {
  "commune.csv": ["key", "value"],
  "units.csv": ["code", "name", "type", "email", "ct1", "elements"],
  "values.csv": ["unit", "element", "total", "women", "note"],
  "activities.csv": ["unit", "date", "theme", "kind", "co_organisers", "participants", "women", "link"],
  "tasks.csv": ["unit", "task", "status", "result", "link"],
  "funds.csv": ["unit", "source", "planned", "spent"],
  "assessments.csv": ["unit", "results", "difficulties", "causes", "proposals"],
  "narrative.csv": ["part", "text"],
  "roles.csv": ["role", "unit"],
  "history.csv": ["year", "unit", "element", "total", "women"],
  "elements.csv": DEFINITION_COLUMNS.elements,
  "targets.csv": DEFINITION_COLUMNS.targets,
  "indicators.csv": DEFINITION_COLUMNS.indicators,
  "milestones.csv": DEFINITION_COLUMNS.milestones,
} as const;

export type FolderFile = keyof typeof FOLDER_COLUMNS;

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

/** The columns that a file of definitions must have; the others may be missing there. */
const NEEDED_DEFINITIONS: Readonly<Record<string, readonly string[]>> = {
  "elements.csv": ["code", "name"],
  "targets.csv": ["code", "name", "threshold"],
  "indicators.csv": ["code", "target", "kind"],
  "milestones.csv": ["code", "year", "value"],
};

/** Tells whether a file may do without one of its columns. */
export function isOptionalColumn(file: string, column: string): boolean {
  return NEEDED_DEFINITIONS[file]?.includes(column) === false || OPTIONAL_COLUMNS.includes(column);
}

/** A row: the line that it begins on, and the cleaned text of its columns. */
export type FolderRow<Column extends string> = {
  readonly line: number;
  readonly text: (column: Column) => string;
};

/** A file's rows, and how to refuse one. */
export type FileReading<File extends FolderFile> = {
  readonly rows: readonly FolderRow<(typeof FOLDER_COLUMNS)[File][number]>[];
  readonly refuse: Refuse;
  readonly keepFirst: ReturnType<typeof firstOnly>;
};

/** Reads one file's rows by its headers; a file that is not there has none. */
export function readRows<File extends FolderFile>(
  file: File,
  tables: readonly FolderTable[],
  refusals: Refusal[],
): FileReading<File> {
  const refuse = refuseInto(refusals, file);
  const keepFirst = firstOnly(refusals, file);
  const table = tables.find((candidate) => candidate.file === file);
  const columns: readonly string[] = FOLDER_COLUMNS[file];
  if (!table || !checkHeader(table, columns, refuse)) return { rows: [], refuse, keepFirst };
  const header = columnNames(table);
  const indexes = new Map(columns.map((column) => [column, header.indexOf(column)]));
  const rows = table.rows
    .filter((line) => line.cells.some((cell) => cleanText(cell) !== ""))
    .filter((line) => checkLine(line, header, refusals, file))
    .map((line) => warnOfGarbled(line, header, refuse))
    .map(({ line, cells }) => ({
      line,
      text: (column: string) => fieldText(cells[indexes.get(column) ?? -1] ?? ""),
    }));
  return { rows, refuse, keepFirst };
}

/** Returns the names of a table's columns: in capitals or not, `co organisers` and `co-organisers` too. */
export function columnNames({ header }: FolderTable): readonly string[] {
  return header.map((title) => foldText(title).replace(/[ -]/g, "_"));
}

/** Cleans a field; a line break is one character, as in a cell. */
function fieldText(field: string): string {
  return cleanText(field.replace(/\r\n?/g, "\n"));
}

/** Tells of the first field of a row whose letters are broken; the row is kept as typed. */
function warnOfGarbled(row: FolderLine, header: readonly string[], refuse: Refuse): FolderLine {
  for (const [index, cell] of row.cells.entries()) {
    const garbled = findGarbled(cell);
    if (!garbled) continue;
    refuse(row.line, header[index] ?? "", GARBLED_EXPECTED, cell, `${garbledAction(garbled)}; hiện vẫn ghi như đã gõ`);
    break;
  }
  return row;
}

/** Refuses a file whose header misses or doubles a column, and tells of columns that nothing is read from. */
function checkHeader(table: FolderTable, columns: readonly string[], refuse: Refuse): boolean {
  const { header, rows } = table;
  const found = columnNames(table);
  const doubled = columns.find((column) => found.indexOf(column) !== found.lastIndexOf(column));
  if (doubled !== undefined) {
    refuse(1, doubled, "mỗi tên cột một lần ở dòng tiêu đề", header.join(", "), "Hãy bỏ cột thừa rồi nhập lại cả tệp");
    return false;
  }
  const missing = columns.filter((column) => !found.includes(column) && !isOptionalColumn(table.file, column));
  if (missing.length > 0) {
    refuse(1, missing.join(", "), "có ở dòng tiêu đề", header.join(", "), "Hãy sửa dòng tiêu đề rồi nhập lại cả tệp");
    return false;
  }
  for (const [index, column] of found.entries()) {
    const typed = rows.find(({ cells }) => cleanText(cells[index] ?? "") !== "");
    if (columns.includes(column) || !typed) continue;
    const name = column === "" ? `thứ ${index + 1} (không tên)` : shorten(column);
    refuse(
      1,
      name,
      `một trong các cột ${columns.join(", ")}`,
      typed.cells[index] ?? "",
      "Cột này bị bỏ qua; hãy sửa tên cột",
    );
  }
  return true;
}

/** Refuses a row with a field too many or too few, or one that is longer than a cell. */
function checkLine({ line, cells }: FolderLine, header: readonly string[], refusals: Refusal[], file: string): boolean {
  const refuse = (message: string) => {
    refusals.push({ file, line, message });
    return false;
  };
  const named = header.reduce((last, column, index) => (column === "" ? last : index + 1), 0);
  // A delimiter too many may be one inside a text: what stands behind it would come under the wrong columns.
  if (cells.length > header.length || cells.slice(named).some((cell) => cleanText(cell) !== "")) {
    return refuse(
      `cột thứ ${named + 1}: cần ${named} ô trên một dòng; thấy ${cells.length} ô. Hãy đặt ô có dấu phân cách trong ngoặc kép.`,
    );
  }
  const absent = header.slice(cells.length).find((column) => column !== "" && !isOptionalColumn(file, column));
  if (absent !== undefined) {
    return refuse(
      `cột ${absent}: cần ${header.length} ô trên một dòng; thấy ${cells.length} ô. Hãy thêm ô còn thiếu, kể cả khi để trống.`,
    );
  }
  const long = cells.findIndex((cell) => fieldText(cell).length > MOST_CELL_CHARACTERS);
  if (long < 0) return true;
  return refuse(
    `cột ${header[long] ?? long + 1}: cần không quá ${MOST_CELL_CHARACTERS} ký tự trong một ô; thấy ${fieldText(cells[long] ?? "").length}. Hãy rút ngắn hoặc chia thành nhiều phần.`,
  );
}
