/** Runs a workbook's formulas before anybody waits for them. Leaves all values unchanged. */
import { type Area, cellAt, type OpenWorkbook, type SheetModel } from "gas-offline";

/** More rounds of two edits gain nothing. */
const WARMING = 4;

/**
 * Raises a figure by one and puts it back, as soon as nothing else waits. The first person to type then need not wait
 * for formula code that runs for the first time.
 */
export function warmUp(open: OpenWorkbook, rounds = WARMING): void {
  setImmediate(() => {
    const sheet = open.workbook.sheets.findLast((candidate) => findFigure(candidate) !== undefined);
    const area = sheet && findFigure(sheet);
    const cell = area && cellAt(sheet, area.row, area.column);
    if (!sheet || !area || typeof cell?.value !== "number" || rounds === 0) return;
    for (const change of [1, -1]) {
      cell.value += change;
      open.context.calculator.recalculate([{ sheet, area }]);
    }
    warmUp(open, rounds - 1);
  });
}

/** Finds a figure that someone may type: a number with a validation. */
function findFigure(sheet: SheetModel): Area | undefined {
  for (let row = 1; row < sheet.cells.length; row++) {
    const column = sheet.cells[row]?.findIndex((cell) => cell?.validation && Number.isInteger(cell.value)) ?? -1;
    if (column > 0) return { row, column, rows: 1, columns: 1 };
  }
  return undefined;
}
