/** Pasting: what was copied elsewhere goes to the host as text, as if it were typed cell by cell. */
import type { FUniver } from "@univerjs/core/facade";
import type { Edit } from "../protocol.ts";
import { readCopied } from "./copied.ts";

/** More is not taken in one go. */
const MOST_CELLS = 20_000;

export type Pastes = {
  readonly typed: (edits: readonly Edit[]) => void;
  readonly refused: (word: string) => void;
};

/** Takes over what is pasted into the grid, but not what is pasted into a cell that is being edited. */
export function takePastes(container: HTMLElement, api: FUniver, { typed, refused }: Pastes): void {
  const paste = (event: ClipboardEvent): void => {
    const workbook = api.getActiveWorkbook();
    const range = workbook?.getActiveSheet().getSelection()?.getActiveRange();
    if (!workbook || !range || workbook.isCellEditing() || !container.contains(document.activeElement)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const rows = readCopied(event.clipboardData?.getData("text/plain") ?? "");
    const count = rows.reduce((sum, row) => sum + row.length, 0);
    if (count === 0) {
      refused("Không có gì để dán: trong bộ nhớ tạm không có chữ hoặc số.");
      return;
    }
    if (count > MOST_CELLS) {
      const [most, found] = [MOST_CELLS, count].map((number) => number.toLocaleString("vi"));
      refused(`Một lần dán nhận tối đa ${most} ô; vùng vừa chép có ${found} ô. Hãy dán từng phần.`);
      return;
    }
    const [sheet, top, left] = [Number(range.getSheetId()), range.getRow() + 1, range.getColumn() + 1];
    typed(
      rows.flatMap((row, down) =>
        row.map((value, right) => ({
          sheet,
          row: top + down,
          column: left + right,
          value: value === "" ? null : value,
        })),
      ),
    );
  };
  document.addEventListener("paste", paste, true);
}
