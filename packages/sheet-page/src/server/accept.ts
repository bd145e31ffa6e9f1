/**
 * Accepts what a window sends. It is checked as its user, saved before it is acknowledged, and sent to all windows.
 * Edits that conflict with unseen changes are refused, so no accepted value is overwritten unseen.
 */
import type { Area, SheetModel, WorkbookModel } from "gas-offline";
import { requireEdit } from "gas-offline/internals";
import type { ActAnswer, BaseRevision, Edit, EditAnswer, PageAction, Refusal } from "../protocol.ts";
import { actAs, messageOf } from "./as-user.ts";
import { conflictOfAction, conflictOfEdit } from "./conflicts.ts";
import {
  type CellState,
  cellStateOf,
  type Direction,
  restoreCells,
  restoreSnapshot,
  type Step,
  takeSnapshot,
} from "./history.ts";
import { cellKey, diskRefusal, reloadWindows, type Session } from "./session.ts";
import { recalculate, typeIntoCells } from "./typing.ts";

/** The most cells that get a format at once. */
const MOST_CELLS = 200_000;

/** Accepts typed edits. */
export async function acceptEdits(
  session: Session,
  user: string,
  edits: readonly Edit[],
  base: BaseRevision,
): Promise<EditAnswer> {
  const { open, history } = session;
  const typed = typeIntoCells(open, user, edits, (edit, sheet) => conflictOfEdit(session, edit, sheet, base));
  let refusals = typed.refusals;
  if (typed.accepted.length > 0) {
    try {
      await record(session, { user, at: now(), edits: typed.accepted });
      history.record(base.window, { kind: "cells", before: typed.before, after: statesNow(session, typed.before) });
      markWritten(session, typed.accepted, base.window);
    } catch (error) {
      typed.rollback();
      refusals = [...refusals, ...typed.accepted.map((edit): Refusal => ({ ...placed(edit), ...diskRefusal(error) }))];
    }
  }
  tellChanged(session, typed.sheetIds, edits);
  return { refusals };
}

/** Accepts an action: rows, columns, tabs, formats. */
export async function acceptAction(
  session: Session,
  user: string,
  action: PageAction,
  base: BaseRevision,
): Promise<ActAnswer> {
  const { open, history } = session;
  const sheet = open.workbook.sheets.find(({ id }) => id === action.sheet);
  if (!sheet) return { refusal: { message: "Tab này không còn trong sổ. Hãy tải lại trang.", original: "" } };
  const conflict = conflictOfAction(session, action, base);
  if (conflict !== undefined) return { refusal: { message: conflict, original: "" } };
  const area = cellsOnly(action);
  const touched = action.kind === "cutPaste" ? action.area : area;
  if (touched && touched.rows * touched.columns > MOST_CELLS)
    return { refusal: { message: "Vùng chọn quá lớn. Hãy chọn ít ô hơn.", original: "" } };
  const before = area ? statesOf(sheet, area) : undefined;
  const snapshot = before ? undefined : takeSnapshot(open.workbook);
  const rollback = (): void => {
    if (before) restoreCells(open, before);
    else if (snapshot) restoreSnapshot(open, snapshot);
    recalculate(open);
  };
  let changed: ReadonlySet<number>;
  try {
    const { cells } = actAs(open, user, () => open.act(action));
    changed = new Set([action.sheet, ...cells.map(({ sheetId }) => sheetId)]);
  } catch (thrown) {
    return { refusal: refusalOf(action, refusedSheet(session, user, action, sheet), user, thrown) };
  }
  try {
    await record(session, { user, at: now(), action });
  } catch (error) {
    rollback();
    if (!before) reloadWindows(session);
    return { refusal: diskRefusal(error) };
  }
  const step: Step | undefined = before
    ? { kind: "cells", before, after: statesNow(session, before) }
    : snapshot && { kind: "whole", before: snapshot };
  if (step) history.record(base.window, step);
  history.reshape(open.context.shifted);
  open.context.shifted.clear();
  if (!before) reloadWindows(session);
  else {
    if (action.kind === "clearContent") markWritten(session, before, base.window);
    tellChanged(session, changed, []);
  }
  return {};
}

/** Undoes or redoes a window's last step. */
export async function acceptUndo(
  session: Session,
  direction: Direction,
  user: string,
  window: string,
): Promise<ActAnswer> {
  const { open, history } = session;
  const result = history.undoOrRedo(direction, window, user);
  if (result.kind === "nothing") return {};
  if (result.kind === "refused") {
    const verb = direction === "undo" ? "Không hoàn tác được" : "Không làm lại được";
    return { refusal: { message: `${verb}: ${result.message}.`, original: "" } };
  }
  const changed = recalculate(open);
  try {
    // A workbook as it was before is no line of a journal: all of it goes to the disk.
    if (result.kind === "cells") await record(session, { user, at: now(), cells: result.cells });
    else await session.saveNow();
  } catch (error) {
    result.rollback();
    recalculate(open);
    return { refusal: diskRefusal(error) };
  } finally {
    if (result.kind === "whole") reloadWindows(session);
  }
  if (result.kind === "cells") {
    markWritten(session, result.cells, window);
    tellChanged(session, changed, result.cells);
  }
  return {};
}

async function record(session: Session, line: Parameters<Session["store"]["record"]>[0]): Promise<void> {
  // The journal tells what comes after the file: what it does not know of must be in there first.
  if (session.unsaved) await session.saveNow();
  await session.store.record(line);
  session.saveLater();
}

function now(): string {
  return new Date().toISOString();
}

function tellChanged(session: Session, sheetIds: ReadonlySet<number>, shown: readonly CellPlace[]): void {
  session.revision += 1;
  const sheets = session.tracker.include(session.tracker.update(sheetIds), shown);
  session.tell({ kind: "change", revision: session.revision, sheets });
}

type CellPlace = Pick<Edit, "sheet" | "row" | "column">;

function placed({ sheet, row, column }: CellPlace): CellPlace {
  return { sheet, row, column };
}

/** Marks cells as written in the next revision, which will carry the change. */
function markWritten({ written, revision }: Session, cells: readonly CellPlace[], window: string): void {
  for (const cell of cells) written.set(cellKey(cell), { revision: revision + 1, window });
}

/** Finds the sheet that a refusal names. For cut cells it is the source if the source is protected. */
function refusedSheet({ open }: Session, user: string, action: PageAction, sheet: SheetModel): SheetModel {
  if (action.kind !== "cutPaste") return sheet;
  try {
    actAs(open, user, () => requireEdit(open.context, sheet, action.area));
  } catch {
    return sheet;
  }
  return open.workbook.sheets.find(({ id }) => id === action.to.sheet) ?? sheet;
}

/** The cells of an action that changes only contents and formats. Undefined for other actions. */
function cellsOnly(action: PageAction): Area | undefined {
  return action.kind === "setFormat" || action.kind === "clearContent" ? action.area : undefined;
}

function statesOf(sheet: SheetModel, { row, column, rows, columns }: Area): readonly CellState[] {
  const [last, end] = [Math.min(sheet.rows, row + rows - 1), Math.min(sheet.columns, column + columns - 1)];
  const states: CellState[] = [];
  for (let down = row; down <= last; down++) {
    for (let right = column; right <= end; right++) states.push(cellStateOf(sheet, down, right));
  }
  return states;
}

function statesNow({ open }: Session, cells: readonly CellState[]): readonly CellState[] {
  const sheets = sheetsById(open.workbook);
  return cells.flatMap(({ sheet: id, row, column }) => {
    const sheet = sheets.get(id);
    return sheet ? [cellStateOf(sheet, row, column)] : [];
  });
}

function sheetsById({ sheets }: WorkbookModel): ReadonlyMap<number, SheetModel> {
  return new Map(sheets.map((sheet) => [sheet.id, sheet]));
}

/** Vietnamese messages, by a pattern of Google's words. */
const MESSAGES: readonly (readonly [RegExp, string])[] = [
  [/already exists/, "Đã có tab mang tên này. Hãy đặt tên khác."],
  [/^Invalid sheet name/, "Tên tab cần từ 1 đến 100 ký tự."],
  [/all the visible sheets|hide all the sheets/, "Sổ phải còn ít nhất một tab được hiện."],
  [/^You can't delete all the/, "Tab phải còn ít nhất một hàng và một cột không ghim."],
  [/^You can't sort a range containing merged/, "Vùng có ô gộp thì không sắp xếp được. Hãy bỏ gộp ô trước."],
  [/^You must select all cells in a merged/, "Vùng chọn cắt ngang một ô gộp. Hãy chọn trọn ô gộp đó."],
  [/part of a merged cell/, "Các hàng, cột này chứa một phần của ô gộp. Hãy chọn trọn ô gộp, hoặc bỏ gộp ô trước."],
  [/limit of 10000000 cells/, "Sổ không nhận quá 10 triệu ô."],
  [/^You can't freeze/, "Không ghim được hết các hàng, cột của tab."],
  [/out of bounds|outside the dimensions/, "Chỗ này nằm ngoài tab. Hãy tải lại trang."],
];

/** Says why Google would refuse an action; `original` has its own words. */
function refusalOf(
  { kind }: PageAction,
  { name }: SheetModel,
  user: string,
  thrown: unknown,
): NonNullable<ActAnswer["refusal"]> {
  const original = messageOf(thrown);
  if (original.startsWith("You are trying to edit a protected") || original.startsWith("You do not have permission")) {
    const what = kind.endsWith("Sheet") ? "Tab" : "Hàng, cột hoặc ô của tab";
    return { message: `${what} “${name}” được khóa với ${user}. Cần sửa thì nhờ người tổng hợp.`, original };
  }
  const message = MESSAGES.find(([pattern]) => pattern.test(original))?.[1] ?? "Không làm được việc này.";
  return { message, original };
}
