/** A CSV file's bytes → its records, each with the line that it begins on. One bad record costs no other. */
import { CsvError, parse } from "csv-parse/sync";

export type CsvRecord = { readonly line: number; readonly cells: readonly string[] };

/** A record that cannot be read, and why. */
export type BadRecord = { readonly line: number; readonly message: string };

const SAVE_AS =
  "Hãy lưu lại: Lưu dưới dạng → CSV UTF-8; Excel cũ thì chọn Văn bản Unicode rồi đổi đuôi .txt thành .csv";

/** Decodes a file: by its byte-order mark, else UTF-8, else UTF-16 by its zeros, else Windows-1258; or says why not. */
export function decodeCsv(bytes: Uint8Array): { readonly text: string } | { readonly fault: string } {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3) {
    return { fault: `cần tệp văn bản CSV; thấy một sổ Excel mang đuôi .csv. ${SAVE_AS}.` };
  }
  for (const encoding of ["utf-8", utf16Of(bytes), "windows-1258"]) {
    const text = encoding && decodeAs(encoding, bytes);
    if (text && !text.includes("\0") && (encoding !== "windows-1258" || isVietnamese(text))) return { text };
  }
  return { fault: `cần bảng mã UTF-8; thấy bảng mã khác hoặc tệp nhị phân. ${SAVE_AS}.` };
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true })
      .decode(bytes)
      .replace(/^\ufeff+/, "")
      .normalize("NFC");
  } catch {
    return undefined;
  }
}

/** Names the UTF-16 of a file by its mark, or by the zeros beside its first letters. */
function utf16Of(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return "utf-16le";
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? "utf-16be" : undefined;
}

/** Tells whether text that was read as Windows-1258 is Vietnamese: letters with marks, none of another language. */
function isVietnamese(text: string): boolean {
  const marked = text.match(/[^\0-\u007f“”‘’–—…•\u00a0₫°×½]/g) ?? [];
  return (
    marked.length > 0 &&
    marked.every((letter) => /[àáảãạăắằẳẵặâấầẩẫậèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵđ]/i.test(letter))
  );
}

type Delimiter = "," | ";" | "\t";

/** Parses text; `bad` are the records that were left out. */
export function parseCsv(text: string): { readonly records: readonly CsvRecord[]; readonly bad: readonly BadRecord[] } {
  // csv-parse counts a CRLF inside quotes as two lines.
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  // Excel's own line for itself: `sep=;`.
  const named = /^"?sep=([,;\t])"?[,;\t]*$/i.exec(lines[0] ?? "")?.[1];
  if (named !== undefined) lines[0] = "";
  const delimiter = DELIMITERS.find((sign) => sign === named) ?? detectDelimiter(lines);
  const records = parseWhole(lines.join("\n"), delimiter);
  return records ? { records, bad: [] } : parseByLine(lines, delimiter);
}

const DELIMITERS: readonly Delimiter[] = [",", ";", "\t"];

/** Tells the delimiter by the header: the one that splits it into most fields. */
function detectDelimiter(lines: readonly string[]): Delimiter {
  const header = lines.find((line) => line.trim() !== "") ?? "";
  const count = (sign: string): number => header.split(sign).length;
  return DELIMITERS.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

const OPTIONS = { relaxColumnCount: true, skipEmptyLines: true } as const;

/** Parses all at once; undefined where a quote is wrong, or seems to have swallowed the rows that follow. */
function parseWhole(text: string, delimiter: Delimiter): readonly CsvRecord[] | undefined {
  const records: CsvRecord[] = [];
  let doubtful = false;
  try {
    parse(text, {
      ...OPTIONS,
      delimiter,
      onRecord(cells: string[], { lines }) {
        const inside = cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
        records.push({ line: lines - inside, cells });
        doubtful ||= inside > 0 && hasSwallowed(cells, delimiter, records[0]?.cells.length ?? 0);
        return null;
      },
    });
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    return undefined;
  }
  return doubtful ? undefined : records;
}

/** Tells whether a field's further lines look like rows: as many delimiters, with no space behind as prose has. */
function hasSwallowed(cells: readonly string[], delimiter: Delimiter, columns: number): boolean {
  const least = Math.max(3, columns - 1);
  const count = (line: string) => line.split(delimiter).filter((part, index) => index > 0 && !/^\s/.test(part)).length;
  return cells.some(
    (cell) =>
      cell.includes("\n") &&
      cell
        .split("\n")
        .slice(1)
        .some((line) => count(line) >= least),
  );
}

/** A field has so many lines at most; a quote that does not close in them was not meant to open. */
const MOST_LINES = 500;

/** Parses record by record: a line, with those below it that its quotes take in. A bad one costs its first line only. */
function parseByLine(
  lines: readonly string[],
  delimiter: Delimiter,
): { readonly records: readonly CsvRecord[]; readonly bad: readonly BadRecord[] } {
  const records: CsvRecord[] = [];
  const bad: BadRecord[] = [];
  for (let index = 0; index < lines.length; ) {
    const [first] = records;
    const end = endOfRecord(lines, index);
    const record = end === undefined ? undefined : parseWhole(lines.slice(index, end).join("\n"), delimiter);
    const [found] = record ?? [];
    const swallowed = found?.cells && first && hasSwallowed(found.cells, delimiter, first.cells.length);
    if (record && !swallowed) {
      if (found) records.push({ line: index + 1, cells: found.cells });
      index = end ?? index + 1;
    } else {
      bad.push({ line: index + 1, message: describeQuote(lines[index] ?? "", delimiter, first?.cells) });
      index++;
    }
  }
  return { records, bad };
}

/** Finds the line behind a record, where its quotes are even; undefined: they never are. */
function endOfRecord(lines: readonly string[], from: number): number | undefined {
  let open = false;
  for (let index = from; index < Math.min(lines.length, from + MOST_LINES); index++) {
    if (((lines[index] ?? "").split('"').length - 1) % 2 === 1) open = !open;
    if (!open) return index + 1;
  }
  return undefined;
}

/** Says which field's quote is wrong: the first that neither stands in quotes as a whole nor is free of them. */
function describeQuote(line: string, delimiter: Delimiter, header: readonly string[] | undefined): string {
  const fields = line.split(delimiter);
  const wrong = fields.findIndex((field) => field.includes('"') && !/^"(?:[^"]|"")*"$/.test(field));
  const field = fields[wrong] ?? line;
  const shown = field.length > 40 ? `${field.slice(0, 39)}…` : field;
  const column = header?.[wrong] ?? `thứ ${wrong + 1}`;
  return `cột ${column}: cần dấu ngoặc kép bao cả ô, và dấu ngoặc kép ở giữa ô viết hai lần; thấy “${shown.trim()}”. Dòng này chưa được nhận; hãy sửa dấu ngoặc kép rồi nhập lại.`;
}
