/**
 * Takes what a window sends: judged as its user, on the disk before it is acknowledged, told to all windows. What was
 * typed without seeing what another window had written there is refused: an accepted value is never lost unseen.
 */
import type { Area, SheetModel, WorkbookModel } from "gas-offline";
import { requireEdit } from "gas-offline/internals";
import type { ActAnswer, Edit, EditAnswer, PageAction, Refusal, Seen } from "../protocol.ts";
import { actAs } from "./as-user.ts";
import { type CellState, type Direction, type Done, putSnapshot, putStates, stateOf, takeSnapshot } from "./history.ts";
import { refusalOf } from "./refusals.ts";
import { diskWords, placeOf, type Session, showAnew } from "./session.ts";
import { recalculate, typeCells } from "./typing.ts";
import { unseenOfAction, unseenOfEdit } from "./unseen.ts";

/** More cells than that are not given a look at once. */
const MOST_CELLS = 200_000;

/** Takes what was typed. */
export async function acceptEdits(
  session: Session,
  user: string,
  edits: readonly Edit[],
  seen: Seen,
): Promise<EditAnswer> {
  const { open, history } = session;
  const typed = typeCells(open, user, edits, (edit, sheet) => unseenOfEdit(session, edit, sheet, seen));
  let refusals = typed.refusals;
  if (typed.accepted.length > 0) {
    try {
      await record(session, { user, at: now(), edits: typed.accepted });
      history.note(seen.window, { kind: "cells", before: typed.before, after: statesNow(session, typed.before) });
      markWritten(session, typed.accepted, seen.window);
    } catch (error) {
      typed.takeBack();
      refusals = [...refusals, ...typed.accepted.map((edit): Refusal => ({ ...placed(edit), ...diskWords(error) }))];
    }
  }
  tellChanged(session, typed.sheetIds, edits);
  return { refusals };
}

/** Takes an action: rows, columns, tabs, looks. */
export async function acceptAction(session: Session, user: string, action: PageAction, seen: Seen): Promise<ActAnswer> {
  const { open, history } = session;
  const sheet = open.workbook.sheets.find(({ id }) => id === action.sheet);
  if (!sheet) return { refusal: { message: "Tab này không còn trong sổ. Hãy tải lại trang.", original: "" } };
  const unseen = unseenOfAction(session, action, seen);
  if (unseen !== undefined) return { refusal: { message: unseen, original: "" } };
  const area = cellsOnly(action);
  const touched = action.kind === "cutPaste" ? action.area : area;
  if (touched && touched.rows * touched.columns > MOST_CELLS)
    return { refusal: { message: "Vùng chọn quá lớn. Hãy chọn ít ô hơn.", original: "" } };
  const before = area ? statesOf(sheet, area) : undefined;
  const snapshot = before ? undefined : takeSnapshot(open.workbook);
  const takeBack = (): void => {
    if (before) putStates(open, before);
    else if (snapshot) putSnapshot(open, snapshot);
    recalculate(open);
  };
  let changed: ReadonlySet<number>;
  try {
    const { cells } = actAs(open, user, () => open.act(action));
    changed = new Set([action.sheet, ...cells.map(({ sheetId }) => sheetId)]);
  } catch (thrown) {
    return { refusal: refusalOf(action, meantSheet(session, user, action, sheet), user, thrown) };
  }
  try {
    await record(session, { user, at: now(), action });
  } catch (error) {
    takeBack();
    if (!before) showAnew(session);
    return { refusal: diskWords(error) };
  }
  const done: Done | undefined = before
    ? { kind: "cells", before, after: statesNow(session, before) }
    : snapshot && { kind: "whole", before: snapshot };
  if (done) history.note(seen.window, done);
  history.reshape(open.context.shifted);
  open.context.shifted.clear();
  if (!before) showAnew(session);
  else {
    if (action.kind === "clearContent") markWritten(session, before, seen.window);
    tellChanged(session, changed, []);
  }
  return {};
}

/** Undoes the last that a window did, or does it again. */
export async function goBack(session: Session, direction: Direction, user: string, window: string): Promise<ActAnswer> {
  const { open, history } = session;
  const gone = history.go(direction, window, user);
  if (gone.kind === "nothing") return {};
  if (gone.kind === "refused") {
    const verb = direction === "undo" ? "Không hoàn tác được" : "Không làm lại được";
    return { refusal: { message: `${verb}: ${gone.message}.`, original: "" } };
  }
  const changed = recalculate(open);
  try {
    // A workbook as it was before is no line of a journal: all of it goes to the disk.
    if (gone.kind === "cells") await record(session, { user, at: now(), cells: gone.cells });
    else await session.saveNow();
  } catch (error) {
    gone.revoke();
    recalculate(open);
    return { refusal: diskWords(error) };
  } finally {
    if (gone.kind === "whole") showAnew(session);
  }
  if (gone.kind === "cells") {
    markWritten(session, gone.cells, window);
    tellChanged(session, changed, gone.cells);
  }
  return {};
}

async function record(session: Session, line: Parameters<Session["keeper"]["record"]>[0]): Promise<void> {
  // The journal tells what comes after the file: what it does not know of must be in there first.
  if (session.unsaved) await session.saveNow();
  await session.keeper.record(line);
  session.saveLater();
}

function now(): string {
  return new Date().toISOString();
}

function tellChanged(session: Session, sheetIds: ReadonlySet<number>, shown: readonly CellPlace[]): void {
  session.revision += 1;
  const sheets = session.screen.include(session.screen.update(sheetIds), shown);
  session.tell({ kind: "change", revision: session.revision, sheets });
}

type CellPlace = Pick<Edit, "sheet" | "row" | "column">;

function placed({ sheet, row, column }: CellPlace): CellPlace {
  return { sheet, row, column };
}

/** The revision that tells of what is being accepted now is the next one. */
function markWritten({ written, revision }: Session, cells: readonly CellPlace[], window: string): void {
  for (const cell of cells) written.set(placeOf(cell), { revision: revision + 1, window });
}

/** The sheet that a refusal is about: of cells that are cut and pasted, the one that they come from if it is closed. */
function meantSheet({ open }: Session, user: string, action: PageAction, sheet: SheetModel): SheetModel {
  if (action.kind !== "cutPaste") return sheet;
  try {
    actAs(open, user, () => requireEdit(open.context, sheet, action.area));
  } catch {
    return sheet;
  }
  return open.workbook.sheets.find(({ id }) => id === action.to.sheet) ?? sheet;
}

/** The cells of an action that changes nothing but contents and looks of cells. */
function cellsOnly(action: PageAction): Area | undefined {
  return action.kind === "setFormat" || action.kind === "clearContent" ? action.area : undefined;
}

function statesOf(sheet: SheetModel, { row, column, rows, columns }: Area): readonly CellState[] {
  const [last, end] = [Math.min(sheet.rows, row + rows - 1), Math.min(sheet.columns, column + columns - 1)];
  const states: CellState[] = [];
  for (let down = row; down <= last; down++) {
    for (let right = column; right <= end; right++) states.push(stateOf(sheet, down, right));
  }
  return states;
}

function statesNow({ open }: Session, cells: readonly CellState[]): readonly CellState[] {
  const sheets = sheetsById(open.workbook);
  return cells.flatMap(({ sheet: id, row, column }) => {
    const sheet = sheets.get(id);
    return sheet ? [stateOf(sheet, row, column)] : [];
  });
}

function sheetsById({ sheets }: WorkbookModel): ReadonlyMap<number, SheetModel> {
  return new Map(sheets.map((sheet) => [sheet.id, sheet]));
}
