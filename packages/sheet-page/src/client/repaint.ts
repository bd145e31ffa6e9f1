/** Repainting: cells, rows and sizes that the server says are otherwise now. None of it counts as typed. */
import type { ICellData, ICommandService } from "@univerjs/core";
import {
  SetRangeValuesMutation,
  SetWorksheetRowCountMutation,
  SetWorksheetRowHeightMutation,
} from "@univerjs/preset-sheets-core";
import type { SheetChange } from "../protocol.ts";
import { displayFormat } from "./display-format.ts";
import { cellOf, ROW_HEIGHT, styleOf, UNIT } from "./snapshot.ts";

/** Marks what the server brought about. */
const FROM_SERVER = { onlyLocal: true, fromCollab: true } as const;

/** Repaints what changed of a sheet; `rowCount` is how many rows the grid has of it. */
export function repaint(commands: ICommandService, change: SheetChange, rowCount: number): void {
  const sheet = { unitId: UNIT, subUnitId: String(change.id) };
  const set = (id: string, what: object): void => {
    commands.syncExecuteCommand(id, { ...sheet, ...what }, FROM_SERVER);
  };
  if (rowCount !== change.rows) set(SetWorksheetRowCountMutation.id, { rowCount: change.rows });
  const blank: Record<number, Record<number, null>> = {};
  const shown: Record<number, Record<number, ICellData>> = {};
  for (const { row, column, value, format } of change.cells) {
    blank[row - 1] = { ...blank[row - 1], [column - 1]: null };
    shown[row - 1] = {
      ...shown[row - 1],
      [column - 1]: { ...cellOf(value), s: styleOf(displayFormat(format, value) ?? {}) },
    };
  }
  // Styles are merged into those that a cell has: it is emptied first.
  set(SetRangeValuesMutation.id, { cellValue: blank });
  set(SetRangeValuesMutation.id, { cellValue: shown });
  const heights = change.rowHeights ?? [];
  if (heights.length === 0) return;
  set(SetWorksheetRowHeightMutation.id, {
    ranges: heights.map(([row]) => ({ startRow: row - 1, endRow: row - 1, startColumn: 0, endColumn: 0 })),
    rowHeight: Object.fromEntries(heights.map(([row, height]) => [row - 1, height ?? ROW_HEIGHT])),
  });
}
