/** Pasting: what was copied elsewhere comes in as text, as if it were typed cell by cell. */
import { CellValueType, type ICellData, type ICommandService } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { SetRangeValuesCommand } from "@univerjs/preset-sheets-core";
import { readCopied } from "./copied.ts";
import { UNIT } from "./snapshot.ts";

/** Takes over what is pasted into the grid, but not what is pasted into a cell that is being edited. */
export function takePastes(container: HTMLElement, api: FUniver, commands: ICommandService): void {
  const paste = (event: ClipboardEvent): void => {
    const workbook = api.getActiveWorkbook();
    const range = workbook?.getActiveSheet().getSelection()?.getActiveRange();
    if (!workbook || !range || workbook.isCellEditing() || !container.contains(document.activeElement)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const value: Record<number, Record<number, ICellData>> = {};
    readCopied(event.clipboardData?.getData("text/plain") ?? "").forEach((row, down) => {
      const cells = row.map((v, right): [number, ICellData] => [
        range.getColumn() + right,
        { v, t: CellValueType.STRING, f: null, p: null },
      ]);
      value[range.getRow() + down] = Object.fromEntries(cells);
    });
    void commands.executeCommand(SetRangeValuesCommand.id, { unitId: UNIT, subUnitId: range.getSheetId(), value });
  };
  document.addEventListener("paste", paste, true);
}
