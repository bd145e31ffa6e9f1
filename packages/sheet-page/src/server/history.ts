/**
 * The steps of each window, for undo and redo: cells before and after, or the whole workbook before. Undo never
 * overwrites what somebody else changed later. Knows windows by name only, and no files.
 */
import { cellName } from "a1";
import {
  type CellFormat,
  type CellModel,
  cellAt,
  ensureCell,
  type OpenWorkbook,
  type SheetModel,
  type WorkbookModel,
} from "gas-offline";
import { requireEdit } from "gas-offline/internals";
import { actAs } from "./as-user.ts";

/** A cell's content and format. Values that a formula fills are left out. */
export type CellState = {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly value?: CellModel["value"];
  readonly formula?: string;
  readonly format?: CellFormat;
};

/** A copy of a workbook's sheets. */
export type Snapshot = Pick<WorkbookModel, "lastId"> & { readonly sheets: readonly SheetModel[] };

/** A step: the cells before and after it, or the workbook before it. */
export type Step =
  | { readonly kind: "cells"; readonly before: readonly CellState[]; readonly after: readonly CellState[] }
  | { readonly kind: "whole"; readonly before: Snapshot };

/** The result of undo or redo. `rollback` reverses it, if it cannot be saved. */
export type UndoResult =
  | { readonly kind: "cells"; readonly cells: readonly CellState[]; readonly rollback: () => void }
  | { readonly kind: "whole"; readonly rollback: () => void }
  | { readonly kind: "nothing" }
  | { readonly kind: "refused"; readonly message: string };

export type Direction = "undo" | "redo";

export type History = {
  /** The number of a sheet's shape. */
  readonly shapeOf: (sheet: number) => number;
  /** Gives sheets a new shape: their cells have moved. */
  readonly reshape: (sheets: Iterable<number>) => void;
  /** Records a window's step. */
  readonly record: (window: string, step: Step) => void;
  /** Records a change that no window can undo. */
  readonly recordOther: () => void;
  /** Undoes or redoes a window's last step as a user. Formulas must be evaluated afterwards. */
  readonly undoOrRedo: (direction: Direction, window: string, user: string) => UndoResult;
};

/** A step with the workbook's state before and after it, and the shapes before it. */
type RecordedStep = Step & { readonly from: number; readonly to: number; readonly shapes: ReadonlyMap<number, number> };
type Stacks = { readonly undo: RecordedStep[]; readonly redo: RecordedStep[] };

const MOST_STEPS = 100;
/** For all windows together: a whole workbook takes 7 MB at 60 units, 22 MB at 240. */
const MOST_WHOLE = 8;
const MOST_WINDOWS = 40;

/** Reads a cell's content and format. */
export function cellStateOf(sheet: SheetModel, row: number, column: number): CellState {
  const { value, formula, spilledFrom, format } = cellAt(sheet, row, column) ?? {};
  const isOwn = formula === undefined && !spilledFrom && value !== undefined;
  return {
    sheet: sheet.id,
    row,
    column,
    ...(isOwn ? { value } : {}),
    ...(formula === undefined ? {} : { formula }),
    ...(format ? { format } : {}),
  };
}

/** Gives cells the content and look of states. Formulas must be evaluated afterwards. */
export function restoreCells({ workbook, context }: OpenWorkbook, states: readonly CellState[]): void {
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.id, sheet]));
  for (const { sheet: id, row, column, value, formula, format } of states) {
    const sheet = sheets.get(id);
    if (!sheet || row > sheet.rows || column > sheet.columns) continue;
    const cell = ensureCell(sheet, row, column);
    for (const key of ["value", "formula", "spill", "spilledFrom", "format"] as const) delete cell[key];
    if (value !== undefined) cell.value = value;
    if (formula !== undefined) cell.formula = formula;
    if (format) cell.format = format;
    context.changed.push({ sheet, area: { row, column, rows: 1, columns: 1 } });
  }
}

/** Copies all sheets of a workbook. */
export function takeSnapshot({ sheets, lastId }: WorkbookModel): Snapshot {
  return { sheets: structuredClone(sheets), lastId };
}

/** Replaces the present sheets by those of a snapshot, and returns the present ones. All formulas must be evaluated. */
export function restoreSnapshot({ workbook, context }: OpenWorkbook, snapshot: Snapshot): Snapshot {
  const present = {
    sheets: workbook.sheets.splice(0, workbook.sheets.length, ...snapshot.sheets),
    lastId: workbook.lastId,
  };
  workbook.lastId = snapshot.lastId;
  context.activeSheet = undefined;
  context.changed.length = 0;
  context.restructured = true;
  return present;
}

/** Starts the history of an open workbook. */
export function createHistory(open: OpenWorkbook): History {
  const { workbook, context } = open;
  let count = 0;
  let state = 0;
  let shapes: ReadonlyMap<number, number> = new Map();
  const stacks = new Map<string, Stacks>();

  const stacksOf = (window: string): Stacks => {
    const known = stacks.get(window) ?? { undo: [], redo: [] };
    // Move the window to the end: the least recently used one is removed first.
    stacks.delete(window);
    stacks.set(window, known);
    const [oldest] = stacks.keys();
    if (stacks.size > MOST_WINDOWS && oldest !== undefined) stacks.delete(oldest);
    return known;
  };

  /** Removes the oldest steps. A removed snapshot also removes its window's earlier steps, which need it. */
  const forgetOld = ({ undo: own }: Stacks): void => {
    if (own.length > MOST_STEPS) own.splice(0, own.length - MOST_STEPS);
    const whole = [...stacks.values()]
      .flatMap(({ undo }) => undo.flatMap((step) => (step.kind === "whole" ? [{ undo, step }] : [])))
      .sort((one, other) => one.step.to - other.step.to);
    for (const { undo, step } of whole.slice(0, -MOST_WHOLE)) undo.splice(0, undo.indexOf(step) + 1);
  };

  const shapeOf = (sheet: number): number => shapes.get(sheet) ?? 0;

  /** Says why cells cannot be restored. Undefined if they can. */
  const conflict = (step: RecordedStep & { readonly kind: "cells" }, user: string): string | undefined => {
    for (const { sheet: id, row, column, ...left } of step.after) {
      const sheet = workbook.sheets.find((candidate) => candidate.id === id);
      if (!sheet) return "tab của ô đó không còn nữa";
      const where = `ô ${cellName(row, column)} của tab “${sheet.name}”`;
      if (shapeOf(id) !== (step.shapes.get(id) ?? 0)) return `hàng, cột của tab “${sheet.name}” đã đổi chỗ sau đó`;
      const { sheet: _sheet, row: _row, column: _column, ...now } = cellStateOf(sheet, row, column);
      if (JSON.stringify(now) !== JSON.stringify(left)) return `${where} đã được sửa tiếp sau đó`;
      try {
        actAs(open, user, () => requireEdit(context, sheet, { row, column, rows: 1, columns: 1 }));
      } catch {
        return `${where} nay được khóa với ${user}`;
      }
    }
    return undefined;
  };

  const applyStep = (
    step: RecordedStep,
    user: string,
  ): { readonly result: UndoResult; readonly inverse?: RecordedStep } => {
    const [before, shapesBefore] = [state, shapes];
    const rollback = (undoIt: () => void) => () => {
      undoIt();
      [state, shapes] = [before, shapesBefore];
    };
    if (step.kind === "cells") {
      const why = conflict(step, user);
      if (why !== undefined) return { result: { kind: "refused", message: why } };
      restoreCells(open, step.before);
      state = state === step.to ? step.from : ++count;
      const inverse: RecordedStep = { ...step, before: step.after, after: step.before, from: before, to: state };
      return {
        result: { kind: "cells", cells: step.before, rollback: rollback(() => restoreCells(open, step.after)) },
        inverse,
      };
    }
    if (state !== step.to) return { result: { kind: "refused", message: "sổ đã được sửa tiếp sau đó" } };
    const present = restoreSnapshot(open, step.before);
    state = step.from;
    const inverse: RecordedStep = { kind: "whole", before: present, from: before, to: state, shapes };
    shapes = step.shapes;
    return { result: { kind: "whole", rollback: rollback(() => void restoreSnapshot(open, present)) }, inverse };
  };

  return {
    shapeOf,
    reshape(ids) {
      const next = new Map(shapes);
      for (const id of ids) next.set(id, ++count);
      shapes = next;
    },
    record(window, step) {
      const own = stacksOf(window);
      own.undo.push({ ...step, from: state, to: ++count, shapes });
      state = count;
      own.redo.length = 0;
      forgetOld(own);
    },
    recordOther() {
      state = ++count;
    },
    undoOrRedo(direction, window, user) {
      const own = stacksOf(window);
      const [source, target] = direction === "undo" ? [own.undo, own.redo] : [own.redo, own.undo];
      // A refused step stays refused, so it is removed: the next undo goes further back.
      const step = source.pop();
      if (!step) return { kind: "nothing" };
      const { result, inverse } = applyStep(step, user);
      if (inverse) target.push(inverse);
      if (result.kind !== "cells" && result.kind !== "whole") return result;
      return {
        ...result,
        rollback() {
          result.rollback();
          target.pop();
          source.push(step);
        },
      };
    },
  };
}
