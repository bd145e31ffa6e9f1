/** A data folder's CSV files as tables with line numbers, for the bundle to read. Knows files, not their meaning. */
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { UsageFault } from "gas-offline/internals";
import { type CsvRecord, decodeCsv, parseCsv } from "./csv-text.ts";

export type Table = {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly CsvRecord[];
};

/** What could not be placed: file, line (0: the whole file), and why. */
export type Refusal = { readonly file: string; readonly line: number; readonly message: string };

const LARGEST_FILE = 50 * 1024 * 1024;

/** The files that a data folder may have. */
const FILES = [
  "commune.csv",
  "units.csv",
  "values.csv",
  "activities.csv",
  "tasks.csv",
  "funds.csv",
  "assessments.csv",
  "narrative.csv",
  "roles.csv",
  "history.csv",
  "elements.csv",
  "targets.csv",
  "indicators.csv",
  "milestones.csv",
];

/** Reads a folder. A file that cannot be read is refused and the others are kept; a table of another name is named. */
export async function readCsvFolder(
  folder: string,
): Promise<{ readonly tables: Table[]; readonly refusals: Refusal[] }> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new UsageFault(
      `Thư mục “${folder}”: cần một thư mục có các tệp CSV; không mở được. Hãy kiểm tra đường dẫn.`,
      { cause },
    );
  });
  const present = FILES.flatMap((file) => {
    const name = names.includes(file) ? file : names.find((other) => other.toLowerCase() === file);
    return name === undefined ? [] : [{ file, name }];
  });
  if (present.length === 0) {
    throw new UsageFault(
      `Thư mục “${folder}”: cần ít nhất một tệp ${FILES.join(", ")}; không thấy tệp nào. Hãy kiểm tra đường dẫn.`,
    );
  }
  const tables: Table[] = [];
  const refusals: Refusal[] = [];
  for (const { file, name } of present) {
    const read = await readCsvFile(join(folder, name), file);
    if (read.table) tables.push(read.table);
    refusals.push(...read.refusals);
  }
  const spare = names.filter((name) => isTable(name) && !present.some((read) => read.name === name)).sort();
  return { tables, refusals: [...refusals, ...spare.map((file) => refuseName(file, names))] };
}

/** What a spreadsheet saves as a table; a file that a program hides beside it is none. */
function isTable(name: string): boolean {
  return (
    /^[^.~].*\.(?:csv|tsv)$/i.test(name) || FILES.includes(name.toLowerCase().replace(/\.(?:txt|xlsx?|ods)$/, ".csv"))
  );
}

function refuseName(name: string, names: readonly string[]): Refusal {
  const file = FILES.find((known) => known === name.toLowerCase());
  const read = file === undefined ? undefined : names.find((other) => other !== name && other.toLowerCase() === file);
  const message = read
    ? `cần một tệp ${file}; thấy hai tệp, đã đọc “${read}”, chưa đọc tệp này. Hãy bỏ một trong hai tệp.`
    : `cần tên tệp là một trong ${FILES.join(", ")}; thấy tên khác, chưa đọc tệp này. Hãy đổi tên, hoặc lưu lại dạng CSV UTF-8, rồi nhập lại.`;
  return { file: name, line: 0, message };
}

type FileRead = { readonly table?: Table; readonly refusals: readonly Refusal[] };

async function readCsvFile(path: string, file: string): Promise<FileRead> {
  const refuse = (message: string, line = 0): FileRead => ({ refusals: [{ file, line, message }] });
  let bytes: Uint8Array;
  try {
    const found = await stat(path);
    if (!found.isFile()) return refuse("cần một tệp CSV trên đĩa; thấy thứ khác. Hãy chép tệp vào thư mục.");
    const { size } = found;
    if (size > LARGEST_FILE) return refuse("cần tệp không quá 50 MB; tệp này lớn hơn. Hãy tách nhỏ.");
    bytes = await readFile(path);
  } catch {
    return refuse("cần một tệp CSV; không đọc được. Hãy kiểm tra quyền mở tệp.");
  }
  if (bytes.length === 0) return refuse("cần một dòng tiêu đề; tệp trống (0 byte). Hãy chép lại tệp.");
  const decoded = decodeCsv(bytes);
  if ("fault" in decoded) return refuse(decoded.fault);
  const { records, bad } = parseCsv(decoded.text);
  const refusals = bad.map(({ line, message }) => ({ file, line, message }));
  const [header, ...rows] = records;
  if (!header && bad.length === 0) return refuse("cần một dòng tiêu đề; không thấy. Hãy thêm dòng tiêu đề.", 1);
  // Below a header that cannot be read, the first row would be taken for it.
  if (!header || (bad[0]?.line ?? Infinity) < header.line) return { refusals: refusals.slice(0, 1) };
  return { table: { file, header: header.cells, rows }, refusals };
}
