/** Finds cells by their displayed text. Knows only texts and places. */

/** A visible cell with its text. */
export type VisibleCell = {
  readonly tab: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
};

/** Removes capitals and marks: `hoi` finds `Hội`. */
function withoutMarks(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D").toLowerCase();
}

/** Finds the cells that hold a text. A search with marks finds only these marks. */
export function findCells(cells: readonly VisibleCell[], typed: string): readonly VisibleCell[] {
  const wanted = typed.normalize("NFC").trim().toLowerCase();
  if (wanted === "") return [];
  if (withoutMarks(wanted) === wanted) return cells.filter(({ text }) => withoutMarks(text).includes(wanted));
  return cells.filter(({ text }) => text.normalize("NFC").toLowerCase().includes(wanted));
}

/** Returns the index of the first found cell after a place, in the order of all cells; 0 if no cell follows. */
export function nextAfter(
  cells: readonly VisibleCell[],
  found: readonly VisibleCell[],
  at: Pick<VisibleCell, "tab" | "row" | "column"> | undefined,
): number {
  if (!at) return 0;
  const tabs = [...new Set(cells.map(({ tab }) => tab))];
  const orderOf = ({ tab, row, column }: Pick<VisibleCell, "tab" | "row" | "column">): readonly number[] => [
    tabs.indexOf(tab),
    row,
    column,
  ];
  const here = orderOf(at);
  const index = found.findIndex((cell) => {
    const there = orderOf(cell);
    const differing = there.findIndex((part, place) => part !== here[place]);
    return differing >= 0 && (there[differing] ?? 0) > (here[differing] ?? 0);
  });
  return Math.max(0, index);
}
