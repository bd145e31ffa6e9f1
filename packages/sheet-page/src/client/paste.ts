/**
 * Pasting. Text copied elsewhere goes to the host as if typed cell by cell. Cells that were cut in this window are
 * moved.
 */
import type { FUniver } from "@univerjs/core/facade";
import type { Edit, PageAction } from "../protocol.ts";
import { parseClipboardText } from "./clipboard-text.ts";
import type { CutCells } from "./cut-cells.ts";

/** More is not taken in one go. */
const MOST_CELLS = 20_000;

export type PasteEvents = {
  readonly onEdits: (edits: readonly Edit[]) => void;
  readonly onActions: (actions: readonly PageAction[]) => void;
  readonly onMessage: (word: string) => void;
};

/** What the clipboard holds, empty where it holds none of a kind. */
type ClipboardContent = { readonly text: string; readonly html: string };

/**
 * Takes over what is pasted into the grid, but not what is pasted into a cell that is being edited. Returns the pasting
 * that a menu asks for, which reads the clipboard by itself.
 */
export function handlePaste(
  container: HTMLElement,
  api: FUniver,
  cutCells: CutCells,
  { onEdits, onActions, onMessage }: PasteEvents,
): () => Promise<void> {
  const put = ({ text, html }: ClipboardContent): void => {
    const range = api.getActiveWorkbook()?.getActiveSheet().getSelection()?.getActiveRange();
    if (!range) return;
    const to = { sheet: Number(range.getSheetId()), row: range.getRow() + 1, column: range.getColumn() + 1 };
    const cut = cutCells.take(html);
    if (cut === "lost") {
      onMessage("Sổ vừa thay đổi nên các ô đã cắt không còn được nhớ. Hãy cắt lại (Ctrl+X) rồi dán.");
      return;
    }
    if (cut) {
      onActions([{ kind: "cutPaste", ...cut, to }]);
      return;
    }
    const rows = parseClipboardText(text);
    const count = rows.reduce((sum, row) => sum + row.length, 0);
    if (count === 0) {
      onMessage("Không có gì để dán: trong bộ nhớ tạm không có chữ hoặc số.");
      return;
    }
    if (count > MOST_CELLS) {
      const [most, found] = [MOST_CELLS, count].map((number) => number.toLocaleString("vi"));
      onMessage(`Một lần dán nhận tối đa ${most} ô; vùng vừa chép có ${found} ô. Hãy dán từng phần.`);
      return;
    }
    onEdits(
      rows.flatMap((row, down) =>
        row.map((value, right) => ({
          sheet: to.sheet,
          row: to.row + down,
          column: to.column + right,
          value: value === "" ? null : value,
        })),
      ),
    );
  };
  const paste = (event: ClipboardEvent): void => {
    const workbook = api.getActiveWorkbook();
    const range = workbook?.getActiveSheet().getSelection()?.getActiveRange();
    if (!workbook || !range || workbook.isCellEditing() || !container.contains(document.activeElement)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { clipboardData } = event;
    put({ text: clipboardData?.getData("text/plain") ?? "", html: clipboardData?.getData("text/html") ?? "" });
  };
  document.addEventListener("paste", paste, true);
  return async () => {
    const copied = await readClipboard().catch(() => undefined);
    if (copied) put(copied);
    else onMessage("Trình duyệt không cho trang đọc bộ nhớ tạm. Hãy dán bằng phím Ctrl+V.");
  };
}

async function readClipboard(): Promise<ClipboardContent> {
  const items = await navigator.clipboard.read();
  const read = async (type: string): Promise<string> => {
    const item = items.find(({ types }) => types.includes(type));
    return item ? (await item.getType(type)).text() : "";
  };
  return { text: await read("text/plain"), html: await read("text/html") };
}
