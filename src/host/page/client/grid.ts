/**
 * The spreadsheet itself: shows what the server hands over and reports what is typed. Everything that a person can do
 * besides typing into cells and looking around is turned away: the host does not know of it.
 */
import {
  CanceledError,
  CommandType,
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
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SheetInterceptorService,
  UniverSheetsCorePreset,
} from "@univerjs/preset-sheets-core";
import coreLocale from "@univerjs/preset-sheets-core/locales/vi-VN";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import validationLocale from "@univerjs/preset-sheets-data-validation/locales/vi-VN";
import { UniverSheetsNotePreset } from "@univerjs/preset-sheets-note";
import noteLocale from "@univerjs/preset-sheets-note/locales/vi-VN";
import type { Edit, SheetChange, WorkbookView } from "../protocol.ts";
import { takePastes } from "./paste.ts";
import { repaint } from "./repaint.ts";
import { snapshotOf, UNIT } from "./snapshot.ts";
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
    // By mouse, by keys and after Enter alike; the grid's own event knows of the mouse alone.
    if (id === SetSelectionsOperation.id) tellSelected();
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
  api.addEvent(api.Event.ActiveSheetChanged, tellSelected);

  takePastes(container, api, commands);

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
      for (const change of changes) {
        const sheet = api.getActiveWorkbook()?.getSheetBySheetId(String(change.id));
        if (sheet) repaint(commands, change, sheet.getMaxRows());
      }
    },
  };
}

function isCellValues(params: object | undefined): params is ISetRangeValuesMutationParams {
  return params !== undefined && "subUnitId" in params && "unitId" in params && params.unitId === UNIT;
}
