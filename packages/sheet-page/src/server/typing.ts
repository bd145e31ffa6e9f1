/** Types into cells as a user. Each cell is checked alone; formulas are evaluated once for all. */
import { cellName } from "a1";
import { type Area, cellAt, ensureCell, type OpenWorkbook, type SheetModel } from "gas-offline";
import { contains, evaluateChanges, growTo, writeValues } from "gas-offline/internals";
import type { Edit, Refusal } from "../protocol.ts";
import { actAs, messageOf } from "./as-user.ts";
import { type CellState, cellStateOf, restoreCells } from "./history.ts";

export type Typed = {
  readonly accepted: readonly Edit[];
  readonly refusals: readonly Refusal[];
  /** The sheets in which values may have changed. */
  readonly sheetIds: ReadonlySet<number>;
  /** The accepted cells before the edits. */
  readonly before: readonly CellState[];
  /** Restores the cells, if the edits cannot be saved. */
  readonly rollback: () => void;
};

/** Types into cells as a user. `conflict` says why a cell must not be written: it changed since the user saw it. */
export function typeIntoCells(
  open: OpenWorkbook,
  user: string,
  edits: readonly Edit[],
  conflict: (edit: Edit, sheet: SheetModel) => string | undefined = () => undefined,
): Typed {
  const accepted: Edit[] = [];
  const refusals: Refusal[] = [];
  const before = new Map<string, CellState>();
  const sheets = new Map(open.workbook.sheets.map((sheet) => [sheet.id, sheet]));
  actAs(open, user, () => {
    for (const edit of edits) {
      const sheet = sheets.get(edit.sheet);
      if (!sheet || !isReachable(sheet, edit)) {
        refusals.push(refuse(edit, "Ô này không có trong sổ. Hãy tải lại trang.", ""));
        continue;
      }
      const conflicting = conflict(edit, sheet);
      if (conflicting !== undefined) {
        refusals.push(refuse(edit, conflicting, ""));
        continue;
      }
      const was = cellStateOf(sheet, edit.row, edit.column);
      try {
        write(open, sheet, edit);
        accepted.push(edit);
        const place = `${edit.sheet},${edit.row},${edit.column}`;
        if (!before.has(place)) before.set(place, was);
      } catch (thrown) {
        refusals.push(sayRefusal(sheet, edit, user, thrown));
      }
    }
  });
  const states = [...before.values()];
  const sheetIds = recalculate(open);
  return {
    accepted,
    refusals,
    sheetIds,
    before: states,
    rollback() {
      restoreCells(open, states);
      recalculate(open);
    },
  };
}

/** Replays accepted edits. Rights and validations were checked when they were accepted. */
export function repeatCells(open: OpenWorkbook, edits: readonly Edit[]): void {
  const sheets = new Map(open.workbook.sheets.map((sheet) => [sheet.id, sheet]));
  for (const edit of edits) {
    const sheet = sheets.get(edit.sheet);
    if (!sheet || !isReachable(sheet, edit)) continue;
    actAs(open, open.workbook.owner, () => growTo(open.context, sheet, cellArea(edit)));
    const cell = ensureCell(sheet, edit.row, edit.column);
    const { validation } = cell;
    delete cell.validation;
    actAs(open, open.workbook.owner, () => write(open, sheet, edit));
    if (validation) cell.validation = validation;
  }
  recalculate(open);
}

function write({ context }: OpenWorkbook, sheet: SheetModel, edit: Edit): void {
  const area = cellArea(edit);
  // As at Google, a sheet grows for pasted rows.
  growTo(context, sheet, area);
  writeValues(context, sheet, area, [[edit.value ?? ""]]);
}

function cellArea({ row, column }: Edit): Area {
  return { row, column, rows: 1, columns: 1 };
}

/** The most rows by which a sheet grows at once. */
const MOST_NEW_ROWS = 20_000;

function isReachable(sheet: SheetModel, { row, column }: Edit): boolean {
  if (!Number.isInteger(row) || !Number.isInteger(column) || row < 1 || column < 1) return false;
  return row <= sheet.rows + MOST_NEW_ROWS && column <= sheet.columns;
}

/** Evaluates what was written, and returns the sheets in which values may have changed. */
export function recalculate({ context, workbook }: OpenWorkbook): ReadonlySet<number> {
  const typed = context.changed.map(({ sheet }) => sheet.id);
  const { cells } = evaluateChanges(context);
  // A sheet that is not evaluated cannot change, but a spill may have enlarged one.
  const known = new Set(workbook.sheets.map(({ id }) => id));
  return new Set([...typed, ...cells.map(({ sheetId }) => sheetId)].filter((id) => known.has(id)));
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
    const owner = sheet.protections.find(
      ({ kind, area }) => kind === "range" && area && contains(area, cellArea(edit)),
    );
    const whose =
      owner && owner.description !== "" ? `Ô này của: ${owner.description}.` : "Ô này do người tổng hợp giữ.";
    return refuse(edit, `${where} được khóa với ${user}. ${whose} Cần sửa thì nhờ người tổng hợp.`, original);
  }
  if (original.includes("maximum of 50000 characters")) {
    const found = String(edit.value ?? "").length.toLocaleString("vi");
    return refuse(edit, `${where}: một ô chứa tối đa 50.000 ký tự; thấy ${found}. Hãy rút gọn.`, original);
  }
  return refuse(edit, `${where} không nhận giá trị này.`, original);
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
