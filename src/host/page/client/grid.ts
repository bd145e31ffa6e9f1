/**
 * The spreadsheet itself: shows what the server hands over and reports what is typed. Everything that a person can do
 * besides typing into cells and looking around is turned away: the host does not know of it.
 */
import {
  CanceledError,
  CommandType,
  type ICellData,
  ICommandService,
  LocaleType,
  mergeLocales,
  UndoCommand,
  Univer,
  UniverInstanceType,
} from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import {
  AFTER_CELL_EDIT,
  BEFORE_CELL_EDIT,
  type ISetRangeValuesMutationParams,
  SetRangeValuesCommand,
  SetRangeValuesMutation,
  SetWorksheetRowCountMutation,
  SetWorksheetRowHeightMutation,
  SheetInterceptorService,
  UniverSheetsCorePreset,
} from "@univerjs/preset-sheets-core";
import coreLocale from "@univerjs/preset-sheets-core/locales/vi-VN";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import validationLocale from "@univerjs/preset-sheets-data-validation/locales/vi-VN";
import { UniverSheetsNotePreset } from "@univerjs/preset-sheets-note";
import noteLocale from "@univerjs/preset-sheets-note/locales/vi-VN";
import type { Edit, SheetChange, WorkbookView } from "../protocol.ts";
import { readCopied } from "./copied.ts";
import { cellOf, ROW_HEIGHT, snapshotOf, styleOf, UNIT } from "./snapshot.ts";
import { editableCell, editsOf, typedCell } from "./typed.ts";

/** Commands on a sheet that change nothing but values, or only what is seen. */
const ALLOWED = new Set(
  [
    "set-range-values clear-selection-content auto-fill auto-clear-content copy copy-down copy-right",
    "change-zoom-ratio set-zoom-ratio scroll-to-cell scroll-view scroll-view-reset set-scroll-relative",
    "expand-selection move-selection move-selection-enter-tab select-all select-range set-worksheet-activate",
    "toggle-note-popup toggle-cell-checkbox",
  ]
    .join(" ")
    .split(" ")
    .map((name) => `sheet.command.${name}`),
);

export type Place = { readonly sheet: number; readonly row: number; readonly column: number };

export type Grid = {
  /** Shows a workbook in place of the one that is shown, at the same tab. */
  readonly show: (view: WorkbookView) => void;
  /** Repaints cells. */
  readonly change: (changes: readonly SheetChange[]) => void;
  /** Goes to a cell. */
  readonly choose: (tab: string, cell: string) => void;
  /** The text that a cell shows, and the colour behind it. */
  readonly read: (tab: string, cell: string) => { readonly text: string; readonly background: string };
};

export type GridEvents = {
  readonly typed: (edits: readonly Edit[]) => void;
  readonly selected: (place: Place) => void;
  readonly refused: () => void;
};

/** Makes the grid in an element of the page. */
export function createGrid(container: HTMLElement, events: GridEvents): Grid {
  const univer = new Univer({
    locale: LocaleType.VI_VN,
    locales: { [LocaleType.VI_VN]: mergeLocales(coreLocale, validationLocale, noteLocale) },
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
      sheets: { disableForceStringAlert: true, disableForceStringMark: true },
      toolbar: false,
      formulaBar: true,
      contextMenu: false,
      footer: { menus: false, addSheetButtonConfig: { show: false } },
    }),
    UniverSheetsDataValidationPreset({ showEditOnDropdown: false }),
    UniverSheetsNotePreset(),
  ];
  for (const plugin of presets.flatMap(({ plugins }) => plugins)) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  const api = FUniver.newAPI(univer);
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  /** What is undone brings values back that the host gave; what is done again was typed, then as now. */
  let isUndoing = false;

  /** The services of sheets come to life with the first workbook. */
  let isWired = false;
  const wire = (): void => {
    if (isWired) return;
    isWired = true;
    injector.get(SheetInterceptorService).writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
      priority: 1000,
      // The others in line would read numbers, dates and formulas out of it.
      handler: (cell) => typedCell(cell),
    });
    injector.get(SheetInterceptorService).writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
      priority: 1000,
      handler: (cell, { workbook }) =>
        cell && editableCell(cell, workbook.getStyles().getStyleByCell(cell)?.n?.pattern),
    });
  };
  commands.beforeCommandExecuted(({ id, type }) => {
    if (id === UndoCommand.id) isUndoing = true;
    if (type !== CommandType.COMMAND || !id.startsWith("sheet.command.") || ALLOWED.has(id)) return;
    events.refused();
    throw new CanceledError();
  });
  commands.onCommandExecuted(({ id, params }, options) => {
    if (id === UndoCommand.id) isUndoing = false;
    if (id !== SetRangeValuesMutation.id || options?.fromCollab || !isCellValues(params)) return;
    const edits = editsOf(Number(params.subUnitId), params.cellValue ?? {}, isUndoing);
    if (edits.length > 0) events.typed(edits);
  });
  const activeSheet = () => api.getActiveWorkbook()?.getActiveSheet();
  const tellSelected = (): void => {
    const range = activeSheet()?.getSelection()?.getActiveRange();
    if (range)
      events.selected({ sheet: Number(range.getSheetId()), row: range.getRow() + 1, column: range.getColumn() + 1 });
  };
  api.addEvent(api.Event.SelectionChanged, tellSelected);
  api.addEvent(api.Event.ActiveSheetChanged, tellSelected);

  document.addEventListener(
    "paste",
    (event) => {
      const workbook = api.getActiveWorkbook();
      const range = activeSheet()?.getSelection()?.getActiveRange();
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (!workbook || workbook.isCellEditing() || !range || !container.contains(document.activeElement)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const rows = readCopied(text);
      const value: Record<number, Record<number, ICellData>> = {};
      rows.forEach((row, down) => {
        value[range.getRow() + down] = Object.fromEntries(
          row.map((pasted, right) => [range.getColumn() + right, { v: pasted, t: 1, f: null, p: null }]),
        );
      });
      void commands.executeCommand(SetRangeValuesCommand.id, { unitId: UNIT, subUnitId: range.getSheetId(), value });
    },
    true,
  );

  const setCells = (subUnitId: string, cellValue: Record<number, Record<number, ICellData | null>>): void => {
    commands.syncExecuteCommand(
      SetRangeValuesMutation.id,
      { unitId: UNIT, subUnitId, cellValue },
      { onlyLocal: true, fromCollab: true },
    );
  };

  const setHeights = (subUnitId: string, heights: readonly (readonly [number, number | null])[]): void => {
    const ranges = heights.map(([row]) => ({ startRow: row - 1, endRow: row - 1, startColumn: 0, endColumn: 0 }));
    const rowHeight = Object.fromEntries(heights.map(([row, height]) => [row - 1, height ?? ROW_HEIGHT]));
    commands.syncExecuteCommand(
      SetWorksheetRowHeightMutation.id,
      { unitId: UNIT, subUnitId, ranges, rowHeight },
      { onlyLocal: true, fromCollab: true },
    );
  };

  return {
    show(view) {
      const active = activeSheet()?.getSheetId();
      if (api.getActiveWorkbook()) api.disposeUnit(UNIT);
      univer.createUnit(UniverInstanceType.UNIVER_SHEET, snapshotOf(view));
      wire();
      api.getActiveWorkbook()?.setNumfmtLocal("vi");
      if (active !== undefined && view.sheets.some(({ id, hidden }) => String(id) === active && !hidden))
        api.getActiveWorkbook()?.setActiveSheet(active);
    },
    choose(tab, cell) {
      const sheet = api.getActiveWorkbook()?.getSheetByName(tab);
      if (!sheet) return;
      api.getActiveWorkbook()?.setActiveSheet(sheet);
      sheet.getRange(cell).activate();
      tellSelected();
    },
    read(tab, cell) {
      const range = api.getActiveWorkbook()?.getSheetByName(tab)?.getRange(cell);
      return { text: range?.getDisplayValue() ?? "", background: range?.getBackground() ?? "" };
    },
    change(changes) {
      for (const { id, rows, cells, rowHeights = [] } of changes) {
        const sheet = api.getActiveWorkbook()?.getSheetBySheetId(String(id));
        if (!sheet) continue;
        if (sheet.getMaxRows() !== rows)
          commands.syncExecuteCommand(
            SetWorksheetRowCountMutation.id,
            { unitId: UNIT, subUnitId: String(id), rowCount: rows },
            { onlyLocal: true, fromCollab: true },
          );
        const blank: Record<number, Record<number, null>> = {};
        const shown: Record<number, Record<number, ICellData>> = {};
        for (const { row, column, value, format } of cells) {
          blank[row - 1] = { ...blank[row - 1], [column - 1]: null };
          shown[row - 1] = { ...shown[row - 1], [column - 1]: { ...cellOf(value), s: styleOf(format ?? {}) } };
        }
        // Styles are merged into those that a cell has: it is emptied first.
        setCells(String(id), blank);
        setCells(String(id), shown);
        if (rowHeights.length > 0) setHeights(String(id), rowHeights);
      }
    },
  };
}

function isCellValues(params: object | undefined): params is ISetRangeValuesMutationParams {
  return params !== undefined && "subUnitId" in params && "unitId" in params && params.unitId === UNIT;
}
