/** The search line above the grid: it steps through the cells that hold a text, in all visible tabs. */
import { findCells, nextAfter, type VisibleCell } from "./find.ts";

/** What the search needs of the grid. */
export type SearchableGrid = {
  /** All visible cells with content, in order. */
  readonly cells: () => readonly VisibleCell[];
  readonly current: () => Pick<VisibleCell, "tab" | "row" | "column"> | undefined;
  readonly focus: () => void;
  readonly go: (place: Pick<VisibleCell, "tab" | "row" | "column">) => void;
};

/** Makes the line. Returns a function that opens it. */
export function createFind(place: HTMLElement, grid: SearchableGrid): () => void {
  const input = document.createElement("input");
  input.type = "search";
  input.placeholder = "Tìm trong mọi tab";
  input.ariaLabel = "Tìm trong mọi tab";
  const told = document.createElement("output");
  const close = (): void => {
    place.hidden = true;
    grid.focus();
  };
  const step = (by: 1 | -1): void => {
    const found = findCells(grid.cells(), input.value);
    if (found.length === 0) {
      told.textContent = input.value.trim() === "" ? "" : "Không thấy";
      return;
    }
    const at = grid.current();
    const here = found.findIndex(({ tab, row, column }) => tab === at?.tab && row === at.row && column === at.column);
    const index = here < 0 ? (by > 0 ? nextAfter(grid.cells(), found, at) : found.length - 1) : here + by;
    const next = found[(index + found.length) % found.length];
    if (!next) return;
    told.textContent = `${found.indexOf(next) + 1}/${found.length}`;
    grid.go(next);
    input.focus();
  };
  input.onkeydown = (event) => {
    // The grid also listens for keys.
    event.stopPropagation();
    if (event.key === "Enter") step(event.shiftKey ? -1 : 1);
    if (event.key === "Escape") close();
  };
  input.oninput = () => {
    const count = findCells(grid.cells(), input.value).length;
    told.textContent = input.value.trim() === "" ? "" : count === 0 ? "Không thấy" : `${count} ô`;
  };
  place.append(
    input,
    told,
    button("Ô trước", () => step(-1)),
    button("Ô sau", () => step(1)),
    button("Đóng", close),
  );
  return () => {
    place.hidden = false;
    input.focus();
    input.select();
  };
}

function button(caption: string, action: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "control";
  made.textContent = caption;
  made.onclick = action;
  return made;
}
