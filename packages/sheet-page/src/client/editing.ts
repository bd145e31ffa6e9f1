/** A cell in its editor: what the editor shows of it, and which part of that counts as an edit. */
import { CellValueType, type Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import {
  AFTER_CELL_EDIT,
  BEFORE_CELL_EDIT,
  DeviceInputEventType,
  KeyCode,
  SheetInterceptorService,
} from "@univerjs/preset-sheets-core";
import type { Customs } from "gas-offline/model";
import { editableCell, typedCell } from "./edits.ts";

/** Takes over what goes into the editors of cells and what comes out; the first workbook must be there. */
export function interceptEditing(api: FUniver, injector: Injector, customs: () => Customs): void {
  /** Whether what a cell holds is being amended; else it is written over. */
  let isAmended = false;
  api.addEvent(api.Event.SheetEditStarted, ({ eventType, keycode }) => {
    isAmended = eventType !== DeviceInputEventType.Keyboard || keycode === KeyCode.F2;
  });
  const editing = injector.get(SheetInterceptorService).writeCellInterceptor;
  editing.intercept(BEFORE_CELL_EDIT, {
    priority: 1000,
    handler: (cell, { workbook, worksheet, row, col }) => {
      const own = worksheet.getCellRaw(row, col);
      if (!cell || typeof own?.v !== "number") return cell;
      // The exact number, because the displayed one is rounded.
      const whole = { ...cell, v: own.v, t: own.t ?? CellValueType.NUMBER };
      return editableCell(whole, workbook.getStyles().getStyleByCell(cell)?.n?.pattern, customs());
    },
  });
  editing.intercept(AFTER_CELL_EDIT, {
    priority: 1000,
    // The others in line would read numbers, dates and formulas out of it.
    handler: (cell, { workbook, worksheet, row, col }) => {
      const typed = typedCell(cell);
      const own = worksheet.getCellRaw(row, col);
      if (!isAmended || !own) return typed;
      // Looked at and left as it was, a cell keeps its formula and its decimals.
      const handed = editableCell(own, workbook.getStyles().getStyleByCell(own)?.n?.pattern, customs()).v;
      return String(typed?.v ?? "") === String(handed ?? "") ? own : typed;
    },
  });
}
