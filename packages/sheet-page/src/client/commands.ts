/**
 * Filters the grid's commands before they run. Values and views pass, commands with an action of the host become
 * actions, all others are refused. Changes nothing itself.
 */
import { CanceledError, CommandType, ICommandService, type Injector, RedoCommand, UndoCommand } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { SheetsSelectionsService } from "@univerjs/preset-sheets-core";
import type { PageAction } from "../protocol.ts";
import { actionsOf, areaOf, type Parameters, type Whereabouts } from "./commands-to-actions.ts";
import type { CutCells } from "./cut-cells.ts";

/** Commands on a sheet that change only values or the view. */
const ALLOWED = new Set(
  [
    "set-range-values copy cut copy-down copy-right",
    "change-zoom-ratio set-zoom-ratio scroll-to-cell scroll-view scroll-view-reset set-scroll-relative",
    "expand-selection move-selection move-selection-enter-tab select-all select-range set-worksheet-activate",
    "toggle-note-popup toggle-cell-checkbox",
  ]
    .join(" ")
    .split(" ")
    .map((name) => `sheet.command.${name}`),
);

/**
 * Commands of dragging a selection's border or corner, with the advice to show instead. The library measures a drag by
 * the tab on which the handles were made. On another tab it names the wrong cells.
 */
const DRAGGED: Readonly<Record<string, string>> = {
  "sheet.command.move-range": "Trang này chưa kéo được ô đi chỗ khác. Hãy cắt (Ctrl+X) rồi dán (Ctrl+V) ở chỗ mới.",
  "sheet.command.auto-fill":
    "Trang này chưa kéo góc ô để điền được. Hãy chép (Ctrl+C) rồi dán (Ctrl+V) vào các ô cần điền.",
  "sheet.command.auto-clear-content": "Trang này chưa kéo góc ô để xóa được. Hãy chọn các ô rồi bấm Delete.",
};
const CUT = "univer.command.cut";
const PASTE = "univer.command.paste";

export type CommandEvents = {
  readonly onActions: (actions: readonly PageAction[]) => void;
  readonly onUndoRedo: (direction: "undo" | "redo") => void;
  /** A message: why something is not done, or what to do next. */
  readonly onMessage: (word?: string) => void;
};

/** Makes a function that returns the whereabouts for a command. */
export function createWhereabouts(api: FUniver, injector: Injector): (parameters: Parameters) => Whereabouts {
  return ({ subUnitId }) => {
    const workbook = api.getActiveWorkbook();
    const active = workbook?.getActiveSheet();
    const id = subUnitId ?? active?.getSheetId() ?? "";
    const sheet = workbook?.getSheetBySheetId(id) ?? active;
    const names = (workbook?.getSheets() ?? []).map((each) => each.getSheetName());
    let count = names.length + 1;
    while (names.includes(`Trang tính${count}`)) count++;
    return {
      sheet: Number(id),
      rows: sheet?.getMaxRows() ?? 0,
      columns: sheet?.getMaxColumns() ?? 0,
      selections: injector
        .get(SheetsSelectionsService)
        .getCurrentSelections()
        .map(({ range }) => range),
      newName: `Trang tính${count}`,
      rowHeight: (row) => sheet?.getRowHeight(row) ?? 0,
      columnWidth: (column) => sheet?.getColumnWidth(column) ?? 0,
    };
  };
}

/** Filters the grid's commands from now on. */
export function filterCommands(
  injector: Injector,
  whereabouts: (parameters: Parameters) => Whereabouts,
  { isTyping, cutCells, paste }: { isTyping: () => boolean; cutCells: CutCells; paste: () => Promise<void> },
  events: CommandEvents,
): void {
  const cut = (): void => {
    const where = whereabouts({});
    const [chosen, ...others] = where.selections;
    if (!chosen) return;
    if (others.length > 0) {
      events.onMessage("Mỗi lần chỉ cắt được một vùng liền nhau. Hãy chọn một vùng.");
      throw new CanceledError();
    }
    cutCells.begin({ sheet: where.sheet, area: areaOf(chosen, where) });
    events.onMessage("Đã cắt: chọn ô đầu của chỗ mới rồi dán (Ctrl+V). Bấm Esc để thôi.");
  };
  injector.get(ICommandService).beforeCommandExecuted(({ id, type, params }) => {
    if (type !== CommandType.COMMAND) return;
    if (id === UndoCommand.id || id === RedoCommand.id) {
      // The grid itself undoes text in an open cell editor.
      if (isTyping()) return;
      events.onUndoRedo(id === UndoCommand.id ? "undo" : "redo");
      throw new CanceledError();
    }
    if (id === CUT && !isTyping()) cut();
    if (id === PASTE && !isTyping()) {
      void paste();
      throw new CanceledError();
    }
    const instead = DRAGGED[id];
    if (instead !== undefined) {
      // After the drag the selection is set again, which shows the cell's own line.
      setTimeout(() => events.onMessage(instead));
      throw new CanceledError();
    }
    if (!id.startsWith("sheet.command.") || ALLOWED.has(id)) return;
    const actions = actionsOf(id, params ?? {}, whereabouts(params ?? {}));
    if (actions === "pass") return;
    if (actions) events.onActions(actions);
    else events.onMessage();
    throw new CanceledError();
  });
}
