/** Choosing a cell of the workbook's page from outside: the grid is a canvas, so the page has a hook for it. */
import type { Page } from "playwright-core";

/** Shows a tab with a cell chosen, as a click into the grid does: the keys are the grid's again, not the sidebar's. */
export async function chooseCell(page: Page, tab: string, cell: string): Promise<void> {
  await page.evaluate(
    ([of, at]) => {
      const page = Reflect.get(globalThis, "so2282");
      const focused = document.activeElement;
      if (focused instanceof HTMLIFrameElement) focused.blur();
      if (!(focused instanceof HTMLElement) || !focused.isContentEditable) page.keys.focus();
      return page.choose(of, at);
    },
    [tab, cell] as const,
  );
}
