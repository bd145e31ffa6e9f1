/** What of a data folder could not be placed, and the words that say so: file, line, column, expected, found, remedy. */
import { shorten } from "../../core/text.ts";

/** What could not be placed: file, line (0: the file as a whole) and a Vietnamese reason. */
export type Refusal = { readonly file: string; readonly line: number; readonly message: string };

/** Refuses a field: what its column must hold, what it holds, what to do. */
export type Refuse = (line: number, column: string, expected: string, found: string, action: string) => void;

/** Gathers refusals of one file. */
export function refuseInto(refusals: Refusal[], file: string): Refuse {
  return (line, column, expected, found, action) => {
    const seen = found === "" ? "ô trống" : `“${shorten(found)}”`;
    refusals.push({ file, line, message: `cột ${column}: cần ${expected}; thấy ${seen}. ${action}.` });
  };
}

/** Keeps the first of rows with the same key and refuses the others. */
export function firstOnly(
  refusals: Refusal[],
  file: string,
): (key: string, line: number, columns: string, what: string) => boolean {
  const lines = new Map<string, number>();
  return (key, line, columns, what) => {
    const earlier = lines.get(key);
    if (earlier === undefined) {
      lines.set(key, line);
      return true;
    }
    const message = `cột ${columns}: cần mỗi mục một dòng; thấy ${what} đã có ở dòng ${earlier}, dòng đầu được giữ. Hãy xóa một trong hai dòng.`;
    refusals.push({ file, line, message });
    return false;
  };
}
