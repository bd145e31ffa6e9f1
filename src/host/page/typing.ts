/** Typing into cells as a user: each cell is judged for itself, formulas are evaluated once for all. */
import { cellName } from "../a1.ts";
import { type Area, cellAt, ensureCell, type SheetModel } from "../model.ts";
import type { OpenWorkbook } from "../open.ts";
import { writeValues } from "../services/cells.ts";
import type { Edit, Refusal } from "./protocol.ts";
import { shownValue } from "./screen.ts";

export type Typed = {
  readonly accepted: readonly Edit[];
  readonly refusals: readonly Refusal[];
  /** The sheets in which values may have changed. */
  readonly sheetIds: ReadonlySet<number>;
  /** Puts the cells back as they were: for when what was accepted cannot be kept. */
  readonly takeBack: () => void;
};

/** Runs an action as a user of the workbook. */
export function actAs<Result>({ context }: OpenWorkbook, user: string, action: () => Result): Result {
  const before = context.user;
  context.user = user;
  try {
    return action();
  } finally {
    context.user = before;
  }
}

/** Formulas that someone typed over, by cell, with what they showed: the grid knows values only, and undoes to those. */
export type Overwritten = Map<string, { readonly formula: string | null; readonly shown: Edit["value"] }>;

/** Finds what an undone edit really brings back: the formula that showed this value, or a formula's room to fill. */
function restoring(overwritten: Overwritten, edit: Edit): Edit {
  const { sheet, row, column, value } = edit;
  const was = edit.undone ? overwritten.get(placeOf(edit)) : undefined;
  return was && was.shown === value ? { sheet, row, column, value: was.formula } : edit;
}

function placeOf({ sheet, row, column }: Edit): string {
  return `${sheet},${row},${column}`;
}

/** Types into cells as a user. */
export function typeCells(open: OpenWorkbook, user: string, given: readonly Edit[], overwritten: Overwritten): Typed {
  const edits = given.map((edit) => restoring(overwritten, edit));
  const accepted: Edit[] = [];
  const refusals: Refusal[] = [];
  const before: (() => void)[] = [];
  const sheets = new Map(open.workbook.sheets.map((sheet) => [sheet.id, sheet]));
  actAs(open, user, () => {
    for (const edit of edits) {
      const sheet = sheets.get(edit.sheet);
      if (!sheet || !isInside(sheet, edit)) {
        refusals.push(refuse(edit, "Ô này không còn trong sổ. Hãy tải lại trang.", ""));
        continue;
      }
      const present = cellAt(sheet, edit.row, edit.column);
      const was = present && { ...present };
      const putBack = rememberCell(open, sheet, edit);
      try {
        write(open, sheet, edit);
        accepted.push(edit);
        if (was?.formula !== undefined || was?.spilledFrom)
          overwritten.set(placeOf(edit), { formula: was.formula ?? null, shown: shownValue(was.value) });
        before.unshift(putBack);
      } catch (thrown) {
        refusals.push(sayRefusal(sheet, edit, user, thrown));
      }
    }
  });
  return {
    accepted,
    refusals,
    sheetIds: recalculate(open),
    takeBack() {
      for (const putBack of before) putBack();
      recalculate(open);
    },
  };
}

/** Does again what was accepted before: neither rights nor validations are asked, since they were. */
export function repeatCells(open: OpenWorkbook, edits: readonly Edit[]): void {
  const sheets = new Map(open.workbook.sheets.map((sheet) => [sheet.id, sheet]));
  for (const edit of edits) {
    const sheet = sheets.get(edit.sheet);
    if (!sheet || !isInside(sheet, edit)) continue;
    const cell = ensureCell(sheet, edit.row, edit.column);
    const { validation } = cell;
    delete cell.validation;
    actAs(open, open.workbook.owner, () => write(open, sheet, edit));
    if (validation) cell.validation = validation;
  }
  recalculate(open);
}

function write({ context }: OpenWorkbook, sheet: SheetModel, { row, column, value, undone }: Edit): void {
  // What comes back is no longer parsed: a leading apostrophe keeps text as it is.
  const given = undone && typeof value === "string" && value !== "" ? `'${value}` : (value ?? "");
  writeValues(context, sheet, { row, column, rows: 1, columns: 1 }, [[given]]);
}

function isInside(sheet: SheetModel, { row, column }: Edit): boolean {
  return (
    Number.isInteger(row) &&
    Number.isInteger(column) &&
    row >= 1 &&
    column >= 1 &&
    row <= sheet.rows &&
    column <= sheet.columns
  );
}

function recalculate({ context, workbook }: OpenWorkbook): ReadonlySet<number> {
  const changed = context.changed.splice(0);
  const typed = changed.map(({ sheet }) => sheet.id);
  const { cells } = context.calculator.recalculate(changed);
  // A sheet that is not evaluated cannot change, but one may have grown by what fills it.
  const known = new Set(workbook.sheets.map(({ id }) => id));
  return new Set([...typed, ...cells.map(({ sheetId }) => sheetId)].filter((id) => known.has(id)));
}

function rememberCell({ context }: OpenWorkbook, sheet: SheetModel, { row, column }: Edit): () => void {
  const was = { ...cellAt(sheet, row, column) };
  return () => {
    const cell = ensureCell(sheet, row, column);
    for (const key of ["value", "formula", "spill", "spilledFrom", "format"] as const) delete cell[key];
    Object.assign(cell, was);
    context.changed.push({ sheet, area: { row, column, rows: 1, columns: 1 } });
  };
}

function refuse({ sheet, row, column }: Edit, message: string, original: string): Refusal {
  return { sheet, row, column, message, original };
}

/** Says why a cell refused a value: who may edit it, or what its validation asks for. */
function sayRefusal(sheet: SheetModel, edit: Edit, user: string, thrown: unknown): Refusal {
  const original = messageOf(thrown);
  const where = `Ô ${cellName(edit.row, edit.column)} của tab “${sheet.name}”`;
  const validation = cellAt(sheet, edit.row, edit.column)?.validation;
  if (original.includes("violates the data validation")) {
    const found = `thấy “${shorten(String(edit.value ?? ""))}”`;
    const list = validation?.kind === "list" ? `Chọn một trong: ${validation.values.join(", ")}.` : "";
    return refuse(edit, `${where}: ${found}. ${validation?.help ?? list}`.trim(), original);
  }
  if (original.startsWith("You are trying to edit a protected") || original.startsWith("You do not have permission")) {
    const owner = sheet.protections.find(({ kind, area }) => kind === "range" && area && covers(area, edit));
    const whose =
      owner && owner.description !== "" ? `Ô này của: ${owner.description}.` : "Ô này do người tổng hợp giữ.";
    return refuse(edit, `${where} được khóa với ${user}. ${whose} Cần sửa thì nhờ người tổng hợp.`, original);
  }
  return refuse(edit, `${where} không nhận giá trị này.`, original);
}

function covers(area: Area, { row, column }: Edit): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** An error of the script's own realm is not an instance of this one's. */
function messageOf(thrown: unknown): string {
  const message: unknown = typeof thrown === "object" && thrown !== null ? Reflect.get(thrown, "message") : undefined;
  return typeof message === "string" ? message : String(thrown);
}
