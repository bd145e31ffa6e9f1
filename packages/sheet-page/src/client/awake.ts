/** The grid's library draws itself some moments after it was handed a workbook; until then it loses keys and choices. */

/** How often it is looked whether the grid is drawn, in milliseconds. */
const GLANCE = 20;

/** How often at the most, half a minute: a page that cannot be typed into can still be read. */
const MOST_GLANCES = 1_500;

/** Returns whether the line above the grid says which cell is chosen: it is drawn last. */
function isDrawn(container: HTMLElement): boolean {
  const name = container.querySelector('[data-u-comp="defined-name"] input');
  return name instanceof HTMLInputElement && name.value !== "";
}

/**
 * Waits until the grid is drawn and the keys go somewhere: to the grid, unless a dialog or the sidebar has them.
 * `focus` gives them to the grid.
 */
export async function awaken(container: HTMLElement, focus: () => void): Promise<void> {
  // A page that nobody sees is not drawn, and nobody types into it.
  for (let glance = 0; glance < MOST_GLANCES && !document.hidden; glance++) {
    if (isDrawn(container)) {
      if (document.activeElement !== document.body) return;
      focus();
      if (document.activeElement !== document.body) return;
    }
    await new Promise((resolve) => setTimeout(resolve, GLANCE));
  }
}
