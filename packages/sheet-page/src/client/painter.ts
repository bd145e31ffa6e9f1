/** Repaints what the server says is otherwise now, but takes nothing away under the hands of one who types. */
import type { ICommandService } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { SheetChange } from "../protocol.ts";
import { repaint } from "./repaint.ts";

export type Painter = {
  /** Repaints cells; the one that is being typed into when the typing ends. */
  readonly change: (changes: readonly SheetChange[]) => void;
  /** Forgets what was to be repainted: the whole workbook is. */
  readonly forget: () => void;
};

/** Makes the painter of a grid. */
export function createPainter(api: FUniver, commands: ICommandService, isTyping: () => boolean): Painter {
  /** Cells that changed while somebody typed into them, with their new contents. */
  const held = new Map<string, SheetChange>();
  const paint = (change: SheetChange): void => {
    const sheet = api.getActiveWorkbook()?.getSheetBySheetId(String(change.id));
    if (sheet) repaint(commands, change, sheet.getMaxRows());
  };
  const holdTyped = (change: SheetChange): SheetChange => {
    const range = isTyping() ? api.getActiveWorkbook()?.getActiveSheet().getSelection()?.getActiveRange() : undefined;
    if (!range || Number(range.getSheetId()) !== change.id) return change;
    const isTyped = ({ row, column }: SheetChange["cells"][number]): boolean =>
      row === range.getRow() + 1 && column === range.getColumn() + 1;
    const typed = change.cells.filter(isTyped);
    if (typed.length === 0) return change;
    held.set(`${change.id},${range.getRow()},${range.getColumn()}`, { id: change.id, rows: change.rows, cells: typed });
    return { ...change, cells: change.cells.filter((cell) => !isTyped(cell)) };
  };
  api.addEvent(api.Event.SheetEditEnded, () => {
    // What was typed is sent first, and its answer comes after this.
    setTimeout(() => {
      for (const change of held.values()) paint(change);
      held.clear();
    });
  });
  return {
    change(changes) {
      for (const change of changes) paint(holdTyped(change));
    },
    forget: () => held.clear(),
  };
}
