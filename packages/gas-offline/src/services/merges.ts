/** Merged cells: made, found and taken apart. */
import { contains, intersects } from "../edit/areas.ts";
import type { Area, SheetModel } from "../model.ts";
import { requireEdit } from "./access.ts";
import { eachCell } from "./cells.ts";
import { fail, type HostContext } from "./context.ts";
import { isCutAfter } from "./lines.ts";

type GoogleRange = GoogleAppsScript.Spreadsheet.Range;

/** Makes the methods of a range that have to do with merged cells. */
export function mergeMethods(
  context: HostContext,
  sheet: SheetModel,
  area: Area,
  self: () => GoogleRange,
  present: (area: Area) => GoogleRange,
): Partial<GoogleRange> {
  return {
    merge() {
      mergeCells(context, sheet, area);
      return self();
    },
    mergeAcross() {
      for (let down = 0; down < area.rows; down++)
        mergeCells(context, sheet, { ...area, row: area.row + down, rows: 1 });
      return self();
    },
    breakApart() {
      breakCells(context, sheet, area);
      return self();
    },
    getMergedRanges: () => sheet.merges.filter((merge) => intersects(merge, area)).map(present),
  };
}

/** Throws Google's error if an area cuts through merged cells. */
export function requireWholeMerges(context: HostContext, sheet: SheetModel, area: Area): void {
  if (sheet.merges.some((merge) => intersects(merge, area) && !contains(area, merge))) {
    fail(context, "You must select all cells in a merged range to merge or unmerge them.");
  }
}

/** Takes the merged cells of an area apart. */
export function breakCells(context: HostContext, sheet: SheetModel, area: Area): void {
  requireEdit(context, sheet, area);
  requireWholeMerges(context, sheet, area);
  const kept = sheet.merges.filter((merge) => !intersects(merge, area));
  sheet.merges.splice(0, sheet.merges.length, ...kept);
}

/** Merges cells: what an earlier merge shares with them must lie within, and only the first cell keeps its content. */
export function mergeCells(context: HostContext, sheet: SheetModel, area: Area): void {
  requireEdit(context, sheet, area);
  requireWholeMerges(context, sheet, area);
  if (area.rows === 1 && area.columns === 1) return;
  const cut = (["rows", "columns"] as const).find((axis) => {
    const frozen = axis === "rows" ? sheet.frozenRows : sheet.frozenColumns;
    return isCutAfter(area, axis, frozen);
  });
  if (cut) fail(context, `You can't merge frozen and non-frozen ${cut}.`);
  const kept = sheet.merges.filter((merge) => !intersects(merge, area));
  sheet.merges.splice(0, sheet.merges.length, ...kept, area);
  for (const { row, column, down, right } of eachCell(area)) {
    const cell = sheet.cells[row]?.[column];
    if (!cell || (down === 0 && right === 0)) continue;
    delete cell.value;
    delete cell.formula;
  }
  context.changed.push({ sheet, area });
}
