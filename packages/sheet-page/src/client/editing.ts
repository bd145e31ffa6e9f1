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

/** Intercepts what goes into cell editors and what comes out. A workbook must be shown already. */
export function interceptEditing(api: FUniver, injector: Injector, customs: () => Customs): void {
  /** Whether the editor amends the cell's content; otherwise it replaces it. */
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
    // Later interceptors would read numbers, dates and formulas from it.
    handler: (cell, { workbook, worksheet, row, col }) => {
      const typed = typedCell(cell);
      const own = worksheet.getCellRaw(row, col);
      if (!isAmended || !own) return typed;
      // A cell confirmed unchanged keeps its formula and its decimals.
      const handed = editableCell(own, workbook.getStyles().getStyleByCell(own)?.n?.pattern, customs()).v;
      return String(typed?.v ?? "") === String(handed ?? "") ? own : typed;
    },
  });
}
