/**
 * The spreadsheet itself: shows the server's cells, reports edits, and asks for all other actions. It changes nothing
 * but values. Commands unknown to the host are refused.
 */
import { ICommandService, type Injector, UniverInstanceType } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import {
  EditStateEnum,
  type ISetRangeValuesMutationParams,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  UnitObject,
  ViewStateEnum,
  WorksheetProtectionRuleModel,
} from "@univerjs/preset-sheets-core";
import type { Customs } from "gas-offline/model";
import type { Edit, SheetView, WorkbookView } from "../protocol.ts";
import { type CommandEvents, createWhereabouts, filterCommands } from "./commands.ts";
import { areaOf } from "./commands-to-actions.ts";
import { createCutCells } from "./cut-cells.ts";
import { interceptEditing } from "./editing.ts";
import { batchEdits, editsOf } from "./edits.ts";
import type { VisibleCell } from "./find.ts";
import type { SearchableGrid } from "./find-line.ts";
import { createKeys, type Keys } from "./keys.ts";
import { createPainter, type Painter } from "./painter.ts";
import { handlePaste } from "./paste.ts";
import { snapshotOf, UNIT } from "./snapshot.ts";
import { isClosed, type Place } from "./status.ts";
import { startUniver } from "./univer.ts";

export type Grid = SearchableGrid & {
  /** Replaces the shown workbook, and stays at the same tab. */
  readonly show: (view: WorkbookView) => void;
  readonly keys: Keys;
  /** Sorts the selected rows by the column of the first selected cell. */
  readonly sort: (ascending: boolean) => void;
  /** Repaints cells. */
  readonly change: Painter["change"];
  /** Goes to a cell. */
  readonly choose: (tab: string, cell: string) => void;
  /** Returns a cell's position in the active tab, in pixels from the grid's corner. */
  readonly where: (cell: string) => { readonly x: number; readonly y: number };
  /** Returns a cell's displayed text and format. */
  readonly read: (
    tab: string,
    cell: string,
  ) => { readonly text: string; readonly background: string; readonly bold: boolean };
};

export type GridEvents = CommandEvents & {
  readonly onEdits: (edits: readonly Edit[]) => void;
  /** Somebody begins to type into a cell. */
  readonly onEditStart: () => void;
  readonly onSelect: (place: Place) => void;
};

/** Makes the grid in an element of the page. */
export function createGrid(container: HTMLElement, events: GridEvents): Grid {
  const univer = startUniver(container);
  const api = FUniver.newAPI(univer);
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  /** The locale of the shown workbook. */
  let customs: Customs = { isDayFirst: true, hasDecimalComma: true, groupMark: ".", dayFormat: "dd/mm/yyyy" };
  /** The library starts its sheet services with the first workbook. */
  let isWired = false;
  const wire = (): void => {
    if (isWired) return;
    isWired = true;
    interceptEditing(api, injector, () => customs);
  };
  const keys = createKeys(api, injector);
  const { isTyping } = keys;
  const whereabouts = createWhereabouts(api, injector);
  const cutCells = createCutCells(injector);
  const paste = handlePaste(container, api, cutCells, events);
  filterCommands(injector, whereabouts, { isTyping, cutCells, paste }, events);
  const sendEdits = batchEdits(events.onEdits);
  commands.onCommandExecuted(({ id, params }, options) => {
    // Mouse, keys and Enter alike; the grid's own event covers only the mouse.
    if (id === SetSelectionsOperation.id) tellSelected();
    if (id !== SetRangeValuesMutation.id || options?.fromCollab || !isCellValues(params)) return;
    sendEdits(editsOf(Number(params.subUnitId), params.cellValue ?? {}));
  });
  api.addEvent(api.Event.SheetEditStarted, events.onEditStart);
  const activeSheet = () => api.getActiveWorkbook()?.getActiveSheet();
  const tellSelected = (): void => {
    const range = activeSheet()?.getSelection()?.getActiveRange();
    if (range)
      events.onSelect({ sheet: Number(range.getSheetId()), row: range.getRow() + 1, column: range.getColumn() + 1 });
  };
  api.addEvent(api.Event.ActiveSheetChanged, tellSelected);

  const painter = createPainter(api, commands, isTyping);

  return {
    show(view) {
      painter.forget();
      cutCells.lose();
      const active = activeSheet()?.getSheetId();
      const chosen = activeSheet()?.getSelection()?.getActiveRange()?.getRange();
      const scrolled = activeSheet()?.getScrollState();
      if (api.getActiveWorkbook()) api.disposeUnit(UNIT);
      univer.createUnit(UniverInstanceType.UNIVER_SHEET, snapshotOf(view));
      wire();
      lockTabs(injector, view);
      customs = view.customs;
      api.getActiveWorkbook()?.setNumfmtLocal(customs.hasDecimalComma ? "vi" : "en");
      if (active !== undefined && view.sheets.some(({ id, hidden }) => String(id) === active && !hidden))
        api.getActiveWorkbook()?.setActiveSheet(active);
      const sheet = activeSheet();
      if (!sheet || sheet.getSheetId() !== active) return;
      if (scrolled) sheet.scrollToCell(scrolled.sheetViewStartRow, scrolled.sheetViewStartColumn);
      if (chosen && chosen.endRow < sheet.getMaxRows() && chosen.endColumn < sheet.getMaxColumns())
        sheet.getRange(chosen).activate();
    },
    keys,
    focus: keys.focus,
    sort(ascending) {
      const range = activeSheet()?.getSelection()?.getActiveRange()?.getRange();
      if (!range) return;
      const where = whereabouts({});
      const area = areaOf(range, where);
      if (area.rows < 2) return events.onMessage("Hãy chọn các hàng cần xếp (từ hai hàng trở lên), cột làm mốc ở đầu.");
      events.onActions([{ sheet: where.sheet, kind: "sortRange", area, column: area.column, ascending }]);
    },
    cells() {
      const sheets = api.getActiveWorkbook()?.getSheets() ?? [];
      return sheets.flatMap((each): readonly VisibleCell[] => {
        if (each.isSheetHidden()) return [];
        const [tab, sheet, found] = [each.getSheetName(), each.getSheet(), [] as VisibleCell[]];
        sheet.getCellMatrix().forValue((row, column, cell) => {
          const v = cell?.v;
          if (v === undefined || v === null || v === "" || !sheet.getRowVisible(row) || !sheet.getColVisible(column))
            return;
          const text = typeof v === "number" ? String(v).replace(".", ",") : String(v);
          found.push({ tab, row: row + 1, column: column + 1, text });
        });
        return found;
      });
    },
    current() {
      const range = activeSheet()?.getSelection()?.getActiveRange();
      const tab = activeSheet()?.getSheetName();
      return range && tab !== undefined ? { tab, row: range.getRow() + 1, column: range.getColumn() + 1 } : undefined;
    },
    go({ tab, row, column }) {
      const sheet = api.getActiveWorkbook()?.getSheetByName(tab);
      if (!sheet) return;
      if (activeSheet()?.getSheetName() !== tab) api.getActiveWorkbook()?.setActiveSheet(sheet);
      sheet.getRange(row - 1, column - 1).activate();
      sheet.scrollToCell(Math.max(0, row - 6), Math.max(0, column - 3));
      tellSelected();
    },
    choose(tab, cell) {
      const sheet = api.getActiveWorkbook()?.getSheetByName(tab);
      if (!sheet) return;
      api.getActiveWorkbook()?.setActiveSheet(sheet);
      sheet.getRange(cell).activate();
      tellSelected();
    },
    where(cell) {
      const { x = 0, y = 0 } = activeSheet()?.getRange(cell).getCellRect() ?? {};
      return { x, y };
    },
    read(tab, cell) {
      const range = api.getActiveWorkbook()?.getSheetByName(tab)?.getRange(cell);
      return {
        text: range?.getDisplayValue() ?? "",
        background: range?.getBackground() ?? "",
        bold: range?.getCellStyleData()?.bl === 1,
      };
    },
    change: painter.change,
  };
}

function isCellValues(params: object | undefined): params is ISetRangeValuesMutationParams {
  return params !== undefined && "subUnitId" in params && "unitId" in params && params.unitId === UNIT;
}

/** Puts locks on the closed tabs of the shown workbook. */
function lockTabs(injector: Injector, { sheets }: WorkbookView): void {
  const model = injector.get(WorksheetProtectionRuleModel);
  const locks = sheets.filter(isClosed).map(lockOf);
  model.fromObject({ [UNIT]: locks });
  const [first] = locks;
  // The model fired no event. One event is enough: each redraws the whole bar of tabs.
  if (first) model.addRule(UNIT, first);
}

function lockOf({ id }: SheetView): Parameters<WorksheetProtectionRuleModel["addRule"]>[1] {
  return {
    permissionId: `lock-${id}`,
    unitType: UnitObject.Worksheet,
    unitId: UNIT,
    subUnitId: String(id),
    viewState: ViewStateEnum.OthersCanView,
    editState: EditStateEnum.OnlyMe,
  };
}

/** Milliseconds between two looks at the grid while it is being rendered. */
const POLL_INTERVAL = 20;

/** Half a minute. A page that takes no keys can still be read. */
const MOST_POLLS = 1_500;

/** Tells whether the formula bar names the chosen cell: the library renders it last. */
function isRendered(container: HTMLElement): boolean {
  const name = container.querySelector('[data-u-comp="defined-name"] input');
  return name instanceof HTMLInputElement && name.value !== "";
}

/**
 * Waits until the grid is rendered and something has the focus. Until then the library loses keys and choices.
 * `focus` gives the focus to the grid, unless a dialog or the sidebar has it.
 */
export async function waitUntilRendered(container: HTMLElement, focus: () => void): Promise<void> {
  // Browsers do not render a hidden page, and nobody types into it.
  for (let poll = 0; poll < MOST_POLLS && !document.hidden; poll++) {
    if (isRendered(container)) {
      if (document.activeElement !== document.body) return;
      focus();
      if (document.activeElement !== document.body) return;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL));
  }
}
