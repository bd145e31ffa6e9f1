/** A data folder's CSV files as tables with line numbers, for the bundle to read. Knows files, not their meaning. */
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { CsvError, parse } from "csv-parse/sync";
import { UsageFault } from "gas-offline/internals";

export type Table = {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
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
];

/** Reads a folder. A file that cannot be read as UTF-8 CSV is refused; the others are kept. Unknown files are passed over. */
export async function readCsvFolder(
  folder: string,
): Promise<{ readonly tables: Table[]; readonly refusals: Refusal[] }> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new UsageFault(
      `Thư mục “${folder}”: cần một thư mục có các tệp CSV; không mở được. Hãy kiểm tra đường dẫn.`,
      { cause },
    );
  });
  const present = FILES.filter((file) => names.includes(file));
  if (present.length === 0) {
    throw new UsageFault(
      `Thư mục “${folder}”: cần ít nhất một tệp ${FILES.join(", ")}; không thấy tệp nào. Hãy kiểm tra đường dẫn.`,
    );
  }
  const tables: Table[] = [];
  const refusals: Refusal[] = [];
  for (const file of present) {
    const read = await readCsvFile(join(folder, file), file);
    if (read.table) tables.push(read.table);
    refusals.push(...read.refusals);
  }
  return { tables, refusals };
}

type FileRead = { readonly table?: Table; readonly refusals: readonly Refusal[] };

async function readCsvFile(path: string, file: string): Promise<FileRead> {
  const refuse = (message: string, line = 0): FileRead => ({ refusals: [{ file, line, message }] });
  let bytes: Uint8Array;
  try {
    const { size } = await stat(path);
    if (size > LARGEST_FILE) return refuse("cần tệp không quá 50 MB; tệp này lớn hơn. Hãy tách nhỏ.");
    bytes = await readFile(path);
  } catch {
    return refuse("cần một tệp CSV; không đọc được. Hãy kiểm tra quyền mở tệp.");
  }
  if (bytes.length === 0) return refuse("cần một dòng tiêu đề; tệp trống (0 byte). Hãy chép lại tệp.");
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuse("cần bảng mã UTF-8; thấy bảng mã khác. Hãy lưu lại: Lưu dưới dạng → CSV UTF-8.");
  }
  if (text.includes("\u0000"))
    return refuse("cần bảng mã UTF-8; thấy UTF-16 hoặc tệp nhị phân. Hãy lưu lại: CSV UTF-8.");
  // csv-parse counts a CRLF inside quotes as two lines.
  return parseTable(text.replace(/\r\n?/g, "\n"), file);
}

/** Tells `,` from `;` by the header: the one that splits it into more fields. */
function detectDelimiter(text: string): "," | ";" {
  const header = text.slice(0, text.search(/\n|$/));
  const count = (sign: string): number => header.split(sign).length;
  return count(";") > count(",") ? ";" : ",";
}

/** Parses record by record, so that a broken one is named and what stands before it is kept. */
function parseTable(text: string, file: string): FileRead {
  const refusals: Refusal[] = [];
  const records: { readonly line: number; readonly cells: readonly string[] }[] = [];
  let lastLine = 0;
  try {
    parse(text, {
      delimiter: detectDelimiter(text),
      relaxColumnCount: true,
      skipEmptyLines: true,
      onRecord(cells: string[], { lines }) {
        const inside = cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
        records.push({ line: lines - inside, cells });
        lastLine = lines;
        return null;
      },
    });
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    // A missing closing quote is noticed far below. The record that opens it is the one to repair.
    const skipped = text
      .split("\n")
      .slice(lastLine)
      .findIndex((line) => line !== "");
    const line = lastLine + Math.max(0, skipped) + 1;
    refusals.push({ file, line, message: "dấu ngoặc kép đặt sai; từ đây trở xuống không đọc được. Hãy sửa dòng này." });
  }
  const [header, ...rows] = records;
  if (header) return { table: { file, header: header.cells, rows }, refusals };
  if (refusals.length > 0) return { refusals };
  return { refusals: [{ file, line: 1, message: "cần một dòng tiêu đề; không thấy. Hãy thêm dòng tiêu đề." }] };
}
