/**
 * The very hidden sheet `_gas_offline`. Column A has a marker with the format's version, then the stored part as JSON
 * in pieces, one in each cell. The columns beside it hold the lists of the drop-downs.
 */

import { columnName } from "a1";
import type { CellValue, Sheet, WriteSheet } from "hucre/xlsx";
import { UnreadableFile } from "./errors.ts";
import { WrongShape } from "./shape.ts";
import type { StoredWorkbook } from "./stored.ts";
import { storedWorkbook } from "./stored-shape.ts";
import { escapedText, lastCutIndex, textForFile } from "./text.ts";

/** Who a file says that it was made by. */
export const PROGRAM = "gas-offline";

/** The hidden sheet's name; no sheet of a workbook is written under it. */
export const HIDDEN_SHEET = "_gas_offline";

const VERSION = 1;
const PIECE = 30_000;

/** Finds the hidden sheet of a file. Older files use another name, and that name in the marker. */
export function findHiddenSheet(sheets: readonly Sheet[]): Sheet | undefined {
  return sheets.find((sheet) => {
    const name = sheet.name.toLowerCase();
    return name === HIDDEN_SHEET || (name.startsWith("_") && markerOf(sheet)?.name === name.slice(1));
  });
}

/** The lists of the drop-downs, each in its own column. */
export type Lists = {
  /** Returns a list's place, as a reference for a validation. */
  readonly reference: (values: readonly string[]) => string;
  readonly columns: () => readonly (readonly string[])[];
};

/** Makes an empty set of lists. Equal lists share a column. */
export function newLists(): Lists {
  const columns: (readonly string[])[] = [];
  const references = new Map<string, string>();
  return {
    columns: () => columns,
    reference(values) {
      const key = JSON.stringify(values);
      let reference = references.get(key);
      if (reference === undefined) {
        columns.push(values);
        const letters = columnName(columns.length + 1);
        reference = `${HIDDEN_SHEET}!$${letters}$1:$${letters}$${values.length}`;
        references.set(key, reference);
      }
      return reference;
    },
  };
}

/** Lays the stored part and the lists out as the hidden sheet. */
export function hiddenSheet(stored: StoredWorkbook, lists: Lists): WriteSheet {
  // XML holds neither of these two characters; in JSON they can be spelled.
  const json = JSON.stringify(stored).replaceAll("\ufffe", "\\ufffe").replaceAll("\uffff", "\\uffff");
  const columns: string[][] = [[`${HIDDEN_SHEET.slice(1)}/${VERSION}`, ...pieces(json)]];
  for (const values of lists.columns()) columns.push(values.map((value) => textForFile(value)));
  const height = Math.max(...columns.map((column) => column.length));
  const rows: CellValue[][] = [];
  for (let row = 0; row < height; row++) {
    rows.push(
      columns.map((column) => {
        const value = column[row];
        return value === undefined ? null : escapedText(value);
      }),
    );
  }
  return { name: HIDDEN_SHEET, rows, veryHidden: true };
}

/** Reads the mark that a hidden sheet begins with: `name/version`. */
function markerOf(sheet: Sheet): { readonly name: string; readonly version: number } | undefined {
  const found = /^(\w+)\/(\d+)$/.exec(String(sheet.rows[0]?.[0] ?? "").trim());
  return found ? { name: found[1] ?? "", version: Number(found[2]) } : undefined;
}

/** Reads the stored part from the hidden sheet, or throws {@link UnreadableFile}. */
export function readHiddenSheet(sheet: Sheet, file: string): StoredWorkbook {
  const marker = markerOf(sheet);
  if (!marker) {
    throw new UnreadableFile(
      file,
      `trang ẩn “${HIDDEN_SHEET}” không bắt đầu bằng dấu gas_offline/${VERSION}`,
      "hãy mở bản sao lưu gần nhất",
    );
  }
  if (marker.version > VERSION) {
    throw new UnreadableFile(
      file,
      `tệp do một bản mới hơn của chương trình này lưu (định dạng ${marker.version}, bản này đọc đến ${VERSION})`,
      "hãy cập nhật chương trình rồi mở lại",
    );
  }
  let json = "";
  for (const row of sheet.rows.slice(1)) {
    const piece = row[0];
    if (piece === null || piece === undefined) break;
    json += String(piece);
  }
  try {
    return storedWorkbook(JSON.parse(json), "workbook");
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof WrongShape)) throw error;
    throw new UnreadableFile(
      file,
      `trang ẩn “${HIDDEN_SHEET}” đã bị sửa hoặc hỏng, không đọc được nữa`,
      "hãy mở bản sao lưu gần nhất và không sửa trang ẩn này",
      { cause: error },
    );
  }
}

function pieces(json: string): string[] {
  const cut: string[] = [];
  for (let start = 0; start < json.length; ) {
    const end = lastCutIndex(json, Math.min(start + PIECE, json.length));
    cut.push(json.slice(start, end));
    start = end;
  }
  return cut;
}
