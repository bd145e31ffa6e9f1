/**
 * Conflicts: cells that a window writes, clears or moves, but that changed or moved since its base revision. Checks
 * nothing else and changes nothing.
 */
import { cellName } from "a1";
import type { Area, SheetModel } from "gas-offline";
import { contains } from "gas-offline/internals";
import type { BaseRevision, Edit, PageAction } from "../protocol.ts";
import { cellKey, cellOfKey, type Session } from "./session.ts";

/** Says why an edit conflicts with later changes. Undefined if it does not. */
export function conflictOfEdit(
  session: Session,
  edit: Edit,
  sheet: SheetModel,
  base: BaseRevision,
): string | undefined {
  const value = `“${String(edit.value ?? "").slice(0, 60)}”`;
  if (isReshaped(session, edit.sheet, base)) {
    return `Hàng, cột của tab “${sheet.name}” vừa đổi chỗ, nên ${value} chưa được ghi. Hãy xem lại rồi gõ vào đúng ô.`;
  }
  if (!isWrittenSince(session.written.get(cellKey(edit)), base)) return undefined;
  return `Ô ${cellName(edit.row, edit.column)} của tab “${sheet.name}” vừa được sửa ở cửa sổ khác, nên ${value} chưa được ghi. Hãy xem số mới, rồi gõ lại nếu cần.`;
}

/** Says why an action conflicts with later changes of the cells that it moves or clears. Undefined if it does not. */
export function conflictOfAction(session: Session, action: PageAction, base: BaseRevision): string | undefined {
  const sheets = new Map(session.open.workbook.sheets.map((sheet) => [sheet.id, sheet]));
  for (const id of [action.sheet, ...(action.kind === "cutPaste" ? [action.to.sheet] : [])]) {
    if (!isReshaped(session, id, base)) continue;
    return `Hàng, cột của tab “${sheets.get(id)?.name ?? ""}” vừa đổi chỗ ở cửa sổ khác, nên chưa làm. Hãy xem lại rồi làm lại.`;
  }
  const wiped = wipedBy(action);
  for (const [place, last] of session.written) {
    if (!isWrittenSince(last, base)) continue;
    const { sheet: id, row, column } = cellOfKey(place);
    const isWiped = wiped.some(
      ({ sheet, area }) => sheet === id && (!area || contains(area, { row, column, rows: 1, columns: 1 })),
    );
    if (!isWiped) continue;
    return `Ô ${cellName(row, column)} của tab “${sheets.get(id)?.name ?? ""}” vừa được sửa ở cửa sổ khác, nên chưa làm. Hãy xem lại rồi làm lại.`;
  }
  return undefined;
}

function isReshaped({ history }: Session, sheet: number, { shapes }: BaseRevision): boolean {
  const known = shapes[String(sheet)];
  return known !== undefined && known !== history.shapeOf(sheet);
}

function isWrittenSince(last: ReturnType<Session["written"]["get"]>, base: BaseRevision): boolean {
  return last !== undefined && last.window !== base.window && last.revision > base.revision;
}

const ENDLESS = Number.POSITIVE_INFINITY;

/** The cells whose contents an action clears or moves. Without an area: the whole sheet. */
function wipedBy(action: PageAction): readonly { readonly sheet: number; readonly area?: Area }[] {
  const { sheet } = action;
  switch (action.kind) {
    case "clearContent":
    case "clearAll":
    case "merge":
      return [{ sheet, area: action.area }];
    case "cutPaste": {
      const { sheet: other, row, column } = action.to;
      return [
        { sheet, area: action.area },
        { sheet: other, area: { ...action.area, row, column } },
      ];
    }
    case "deleteRows":
      return [{ sheet, area: { row: action.at, column: 1, rows: action.count, columns: ENDLESS } }];
    case "deleteColumns":
      return [{ sheet, area: { row: 1, column: action.at, rows: ENDLESS, columns: action.count } }];
    case "deleteSheet":
      return [{ sheet }];
    default:
      return [];
  }
}
