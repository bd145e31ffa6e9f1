/** What a person does in the workbook's page, once, and sees of it, looking until it is there: for the tests of this folder. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { chooseCell } from "../../scripts/docs/pictures/choose-cell.ts";

/** What the page shows of a cell. */
export type Shown = { readonly text: string; readonly background: string; readonly bold: boolean };

export type PageDriver = {
  readonly choose: (tab: string, cell: string) => Promise<void>;
  readonly read: (tab: string, cell: string) => Promise<Shown>;
  /** Presses keys that mean the chosen cell. */
  readonly press: (keys: string) => Promise<void>;
  /** Types into a cell, and leaves it at that. */
  readonly write: (tab: string, cell: string, text: string) => Promise<void>;
  /** What has been typed into a cell and is not yet in it. */
  readonly typed: () => Promise<string | undefined>;
  /** Types into a cell and confirms with Enter. */
  readonly type: (tab: string, cell: string, text: string) => Promise<void>;
  /** Waits until a cell shows a text. */
  readonly shows: (tab: string, cell: string, text: string) => Promise<void>;
  /** Opens the menu of a cell, of its row or its column, and chooses an entry by its words. */
  readonly menu: (
    tab: string,
    cell: string,
    of: "cell" | "row" | "column",
    ...entries: readonly string[]
  ) => Promise<void>;
  /** Opens the menu of a tab, and chooses an entry by its words. */
  readonly tabMenu: (tab: string, entry: string) => Promise<void>;
  /** Gives a tab another name, by its menu. */
  readonly renameTab: (tab: string, name: string) => Promise<void>;
  /** The names of the tabs that are shown, in order. */
  readonly tabs: () => Promise<readonly string[]>;
  /** Chooses cells from one to another. */
  readonly select: (tab: string, from: string, to: string) => Promise<void>;
  /** Puts text on the clipboard, and as HTML where given, and pastes it at a cell. */
  readonly paste: (tab: string, cell: string, text: string, html?: string) => Promise<void>;
  /** Opens the list of a cell's drop-down by its arrow, and chooses an entry. */
  readonly pick: (tab: string, cell: string, entry: string) => Promise<void>;
  /** Waits until everything typed is on the disk. */
  readonly saved: () => Promise<void>;
  /** Waits for a dialog, reads it and closes it by a button: its only one unless told otherwise. */
  readonly dialog: (button?: string) => Promise<string>;
};

/** Splits a cell's name into its column's letters and its row. */
function partsOf(cell: string): readonly [string, string] {
  const [, letters = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  return [letters, row];
}

/** Makes the hand of a page that is ready. */
export function createPageDriver(page: Page): PageDriver {
  const read = (tab: string, cell: string): Promise<Shown> =>
    page.evaluate(([of, at]) => Reflect.get(globalThis, "so2282").read(of, at), [tab, cell] as const);
  /** What the line above the grid names as chosen. */
  const chosen = (): Promise<string> =>
    page.evaluate(() => {
      const name = document.querySelector('[data-u-comp="defined-name"] input');
      return name instanceof HTMLInputElement ? name.value : "";
    });
  const keys = {
    typed: (): Promise<string | undefined> => page.evaluate(() => Reflect.get(globalThis, "so2282").keys.typed()),
  };
  const choose = async (tab: string, cell: string): Promise<void> => {
    await chooseCell(page, tab, cell);
    await expect.poll(chosen, { message: `chosen in ${tab}` }).toBe(cell);
  };
  const write = async (tab: string, cell: string, text: string): Promise<void> => {
    await choose(tab, cell);
    await page.keyboard.type(text);
    await expect.poll(keys.typed, { message: `typed into ${tab}!${cell}` }).toBe(text);
  };
  /** Where a cell of the tab that is shown is drawn, and where the grid begins. */
  const where = async (cell: string) => {
    const grid = await page.locator('#grid canvas[id^="univer-sheet-main-canvas"]').boundingBox();
    if (!grid) throw new Error("The grid is drawn");
    const place = await page.evaluate((at) => Reflect.get(globalThis, "so2282").where(at), cell);
    return { x: grid.x + place.x, y: grid.y + place.y, left: grid.x, top: grid.y };
  };
  const tabNamed = (tab: string) => page.locator(`[data-u-comp="slide-tab-item"]`).getByText(tab, { exact: true });
  const tabMenu = async (tab: string, entry: string): Promise<void> => {
    await tabNamed(tab).click();
    await tabNamed(tab).click({ button: "right" });
    await page.getByText(entry, { exact: true }).last().click();
  };
  return {
    choose,
    read,
    press: (pressed) => page.keyboard.press(pressed),
    write,
    typed: keys.typed,
    async menu(tab, cell, of, ...entries) {
      const [letters, row] = partsOf(cell);
      // Some entries have a number to be typed among their words.
      const [last, ...before] = entries.map((entry) => page.getByText(new RegExp(`${entry}$`)).last()).reverse();
      if (!last) throw new Error("An entry is named");
      // Of a tab of one column, a row is a cell.
      const rowNames = [`${row}:${row}`, `A${row}`];
      const meant = of === "row" ? rowNames : of === "column" ? [`${letters}:${letters}`, `${letters}1`] : [cell];
      await choose(tab, cell);
      const { x, y, left, top } = await where(cell);
      const [right, down] = of === "row" ? [left + 20, y + 8] : of === "column" ? [x + 8, top + 8] : [x + 8, y + 8];
      await page.mouse.click(right, down, { button: "right" });
      for (const found of before.toReversed()) await found.hover();
      await expect.poll(chosen, { message: `the menu of ${tab}!${cell}` }).toBeOneOf(meant);
      await last.click({ position: { x: 3, y: 3 } });
    },
    tabMenu,
    async renameTab(tab, name) {
      await tabMenu(tab, "Đổi tên");
      const edited = () =>
        page.evaluate(() => {
          const focused = document.activeElement;
          return focused?.closest('[data-u-comp="slide-tab-item"]') ? focused.textContent : undefined;
        });
      await expect.poll(edited).toBe(tab);
      await page.keyboard.press("Control+a");
      await page.keyboard.type(name);
      await expect.poll(edited).toBe(name);
      await page.keyboard.press("Enter");
    },
    async tabs() {
      return page.locator(`[data-u-comp="slide-tab-item"]`).allInnerTexts();
    },
    async select(tab, from, to) {
      await choose(tab, from);
      const [start, end] = [await where(from), await where(to)];
      await page.mouse.move(start.x + 8, start.y + 8);
      await page.mouse.down();
      await page.mouse.move(end.x + 8, end.y + 8, { steps: 4 });
      await page.mouse.up();
      await expect.poll(chosen, { message: `chosen in ${tab}` }).toBe(`${from}:${to}`);
    },
    async paste(tab, cell, text, html) {
      await choose(tab, cell);
      await page.evaluate(
        ([plain, rich]) => {
          const types: Record<string, Blob> = { "text/plain": new Blob([plain], { type: "text/plain" }) };
          if (rich !== "") types["text/html"] = new Blob([rich], { type: "text/html" });
          return navigator.clipboard.write([new ClipboardItem(types)]);
        },
        [text, html ?? ""] as const,
      );
      await page.keyboard.press("Control+v");
    },
    async pick(tab, cell, entry) {
      const [letters, row] = partsOf(cell);
      const next = `${String.fromCharCode(letters.charCodeAt(0) + 1)}${row}`;
      await choose(tab, cell);
      const [{ y }, { x }] = [await where(cell), await where(next)];
      await page.mouse.click(x - 10, y + 11);
      await page.getByText(entry, { exact: true }).last().click();
    },
    async saved() {
      await page.locator('#saved[data-waiting="false"]', { hasText: "Đã ghi" }).waitFor({ timeout: 60_000 });
    },
    async type(tab, cell, text) {
      await write(tab, cell, text);
      await page.keyboard.press("Enter");
      await expect.poll(keys.typed, { message: `confirmed in ${tab}!${cell}` }).toBeUndefined();
    },
    async shows(tab, cell, text) {
      await page.waitForFunction(
        ([of, at, wanted]) => {
          try {
            return Reflect.get(globalThis, "so2282").read(of, at).text === wanted;
          } catch {
            // A row that the tab has not grown to yet.
            return false;
          }
        },
        [tab, cell, text] as const,
        // Not with each frame: a window behind others draws none.
        { timeout: 60_000, polling: 100 },
      );
    },
    async dialog(button) {
      const dialog = page.locator("dialog");
      await dialog.waitFor({ timeout: 60_000 });
      const text = await dialog.locator("p").allInnerTexts();
      const buttons = dialog.getByRole("button", button === undefined ? {} : { name: button, exact: true });
      const opened = await dialog.elementHandle();
      await buttons.click();
      // The next one may be there at once.
      await opened?.waitForElementState("hidden");
      return text.join("\n");
    },
  };
}
