/** Where a person is in the grid, for tests of what is asked of the host: cells B5:C6 of a tab are chosen. */
import type { Whereabouts } from "../../src/client/commands-to-actions.ts";

export const WHERE: Whereabouts = {
  sheet: 7,
  rows: 50,
  columns: 9,
  selections: [{ startRow: 4, endRow: 5, startColumn: 1, endColumn: 2 }],
  newName: "Trang tính3",
  rowHeight: () => 23,
  columnWidth: () => 100,
};
