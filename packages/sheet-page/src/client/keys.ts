/** Where the keys go: into which cell of the grid, and what of it is not yet the cell's. */
import {
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  type DocumentDataModel,
  EDITOR_ACTIVATED,
  FOCUSING_SHEET,
  FOCUSING_UNIVER_EDITOR,
  IContextService,
  type Injector,
  IUniverInstanceService,
} from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { IEditorBridgeService, IEditorService } from "@univerjs/preset-sheets-core";

export type Keys = {
  /** Gives the keys back to the grid, when something else had them. */
  readonly focus: () => void;
  /** Whether a cell is being typed into. */
  readonly isTyping: () => boolean;
  /** What has been typed into a cell and is not yet in it. */
  readonly typed: () => string | undefined;
  /** Whether the keys mean the cell that is chosen; some moments after it was chosen, they do. */
  readonly areTaken: () => boolean;
};

/** Makes what tells where the keys go. */
export function createKeys(api: FUniver, injector: Injector): Keys {
  const isTyping = (): boolean => api.getActiveWorkbook()?.isCellEditing() ?? false;
  return {
    focus() {
      const editors = injector.get(IEditorService);
      // It takes itself for the one that has the keys already, and would do nothing.
      editors.blur(true);
      editors.focus(DOCS_NORMAL_EDITOR_UNIT_ID_KEY);
      // Nothing is being typed into yet: keys such as Ctrl+B mean the cell, not its text.
      injector.get(IContextService).setContextValue(EDITOR_ACTIVATED, false);
    },
    isTyping,
    typed() {
      if (!isTyping()) return undefined;
      const editor = injector
        .get(IUniverInstanceService)
        .getUnit<DocumentDataModel>(DOCS_NORMAL_EDITOR_UNIT_ID_KEY)
        ?.getBody();
      return editor?.dataStream.replace(/\r\n$/, "");
    },
    areTaken() {
      const focused = document.activeElement;
      if (!(focused instanceof HTMLElement) || !focused.isContentEditable) return false;
      const context = injector.get(IContextService);
      if (!context.getContextValue(FOCUSING_SHEET) || !context.getContextValue(FOCUSING_UNIVER_EDITOR)) return false;
      if (context.getContextValue(EDITOR_ACTIVATED)) return false;
      const chosen = api.getActiveWorkbook()?.getActiveSheet().getSelection()?.getActiveRange();
      const typedInto = injector.get(IEditorBridgeService).getEditLocation();
      return (
        chosen?.getSheetId() === typedInto?.sheetId &&
        chosen?.getRow() === typedInto?.row &&
        chosen?.getColumn() === typedInto?.column
      );
    },
  };
}
