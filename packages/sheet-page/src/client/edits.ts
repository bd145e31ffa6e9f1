/** What the grid wrote, as edits for the server: typed text unchanged, everything else as its value. */
import { CellValueType, type ICellData, type IObjectMatrixPrimitiveType, type Nullable } from "@univerjs/core";
import type { Customs } from "gas-offline/model";
import type { Edit } from "../protocol.ts";

/** Makes the edits of a matrix of cells. A cell that only got a format is included: the server corrects it. */
export function editsOf(sheet: number, cells: IObjectMatrixPrimitiveType<Nullable<ICellData>>): readonly Edit[] {
  return Object.entries(cells).flatMap(([row, line]) =>
    Object.entries<Nullable<ICellData>>(line ?? {}).flatMap(([column, cell]): readonly Edit[] => {
      const value = contentOf(cell);
      if (value === undefined) return [];
      return [
        {
          sheet,
          row: Number(row) + 1,
          column: Number(column) + 1,
          value,
        },
      ];
    }),
  );
}

function contentOf(cell: Nullable<ICellData>): Edit["value"] | undefined {
  if (!cell) return null;
  if (cell.f) return cell.f;
  if (cell.p?.body) return cell.p.body.dataStream.replace(/\r\n$/, "").replaceAll("\r", "\n");
  const { v } = cell;
  if (v === undefined) return undefined;
  if (v === null || v === "") return null;
  if (cell.t === CellValueType.BOOLEAN) return v === 1 || v === true || String(v).toUpperCase() === "TRUE";
  return v;
}

/**
 * Collects the edits of one moment and sends them together, the last one for each cell. The grid may empty cells before
 * it fills them; for the person this is one act, and one step to undo.
 */
export function batchEdits(send: (edits: readonly Edit[]) => void): (edits: readonly Edit[]) => void {
  const waiting = new Map<string, Edit>();
  return (edits) => {
    if (waiting.size === 0 && edits.length > 0) {
      queueMicrotask(() => {
        const gathered = [...waiting.values()];
        waiting.clear();
        send(gathered);
      });
    }
    for (const edit of edits) waiting.set(`${edit.sheet},${edit.row},${edit.column}`, edit);
  };
}

/** Turns the cell editor's content into the typed text. The server decides what it means. */
export function typedCell(cell: Nullable<ICellData>): Nullable<ICellData> {
  if (!cell) return cell;
  const { s } = cell;
  const text = contentOf(cell);
  const typed = cell.t === CellValueType.FORCE_STRING ? `'${text ?? ""}` : String(text ?? "");
  return { ...(s === undefined ? {} : { s }), v: typed, t: CellValueType.STRING, f: null, si: null, p: null };
}

/** Days from 30/12/1899, where dates begin, to 1/1/1970. */
const EPOCH_DAYS = 25_569;

/**
 * Shows a value in the cell editor as people type it: with the locale's decimal sign, its order of day and month,
 * `45%`.
 */
export function editableCell(cell: ICellData, pattern: string | null | undefined, customs: Customs): ICellData {
  if (typeof cell.v !== "number" || cell.t === CellValueType.BOOLEAN) return cell;
  const { s } = cell;
  return {
    ...(s === undefined ? {} : { s }),
    v: editableText(cell.v, pattern ?? "", customs),
    t: CellValueType.STRING,
  };
}

function editableText(value: number, pattern: string, customs: Customs): string {
  const symbols = pattern.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
  if (/[dmy]/i.test(symbols)) return dayOf(value, customs);
  // Multiplying by 100 is not exact: 0,07 would be 7,000000000000001.
  if (symbols.includes("%")) return `${decimal(Number((value * 100).toPrecision(15)), customs)}%`;
  return decimal(value, customs);
}

function decimal(value: number, { hasDecimalComma }: Customs): string {
  return hasDecimalComma ? String(value).replace(".", ",") : String(value);
}

function dayOf(serial: number, { isDayFirst }: Customs): string {
  const day = new Date((Math.floor(serial) - EPOCH_DAYS) * 86_400_000);
  const two = (number: number): string => String(number).padStart(2, "0");
  const [date, month] = [two(day.getUTCDate()), two(day.getUTCMonth() + 1)];
  return `${isDayFirst ? `${date}/${month}` : `${month}/${date}`}/${day.getUTCFullYear()}`;
}
