/** A workbook's page in a real browser, for the tests of this folder: windows that type, read and look. */
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { CHROMIUM_ARGUMENTS } from "../../scripts/chromium.mjs";
import { chooseCell } from "../../scripts/docs/pictures/choose-cell.ts";
import { type Bundle, readBundle } from "../../src/host/open.ts";
import { openBook, type PageBook } from "../../src/host/page/book.ts";
import { readPageFiles, servePage } from "../../src/host/page/server.ts";

const ROOT = new URL("../../", import.meta.url);

/** What the page shows of a cell. */
export type Shown = { readonly text: string; readonly background: string; readonly bold: boolean };

export type Window = {
  readonly page: Page;
  /** Addresses that the window asked for outside this machine. */
  readonly outside: readonly string[];
  readonly faults: readonly string[];
  readonly choose: (tab: string, cell: string) => Promise<void>;
  readonly read: (tab: string, cell: string) => Promise<Shown>;
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
  /** The names of the tabs that are shown, in order. */
  readonly tabs: () => Promise<readonly string[]>;
  /** Chooses cells from one to another. */
  readonly select: (tab: string, from: string, to: string) => Promise<void>;
  /** Puts text on the clipboard, and as HTML where given, and pastes it at a cell. */
  readonly paste: (tab: string, cell: string, text: string, html?: string) => Promise<void>;
  /** Opens the list of a cell's drop-down, by its arrow. */
  readonly openList: (cell: string) => Promise<void>;
  /** Waits until everything typed is on the disk. */
  readonly saved: () => Promise<void>;
  /** Waits for a dialog, reads it and closes it by a button: its only one unless told otherwise. */
  readonly dialog: (button?: string) => Promise<string>;
};

type Served = { readonly address: string; readonly book: PageBook };

/** Starts one browser and one folder for the tests of a file. */
export function browserOfTests() {
  let browser: Browser | undefined;
  let folder = "";
  let bundle: Bundle | undefined;
  const ending: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "so2282-browser-"));
    bundle = await readBundle(new URL("dist/", ROOT));
    browser = await chromium.launch({ executablePath: inject("chromium"), args: CHROMIUM_ARGUMENTS });
  });
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
    for (const end of ending.splice(0)) await end();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });
  const present = () => {
    if (!browser || !bundle) throw new Error("The browser is started before the tests");
    return { browser, bundle };
  };
  const path = (name: string): string => join(folder, name);
  const serve = async (file: string, bundle = present().bundle): Promise<Served> => {
    const book = await openBook(file, bundle);
    const served = await servePage(book, await readPageFiles(new URL(".build/page/", ROOT)), 0, book.owner());
    ending.push(async () => {
      await served.close();
      await book.close();
    });
    return { address: served.address, book };
  };
  const copySample = async (name: string): Promise<string> => {
    await copyFile(inject("sample"), path(name));
    return path(name);
  };
  return {
    path,
    bundle: () => present().bundle,
    /** Serves a workbook's file with the built bundle, or another one, until the test ends. */
    serve,
    /** Copies the sample commune's workbook, so that no test sees another's figures; returns the copy's path. */
    copySample,
    /** Serves a copy of the sample commune's workbook. */
    serveSample: async (name: string): Promise<Served> => serve(await copySample(name)),
    /** Opens a window as a user, with cookies of its own; `before` runs in it before anything else. */
    open: async (address: string, as?: string, before?: () => void): Promise<Window> => {
      const context = await newContext(present().browser);
      if (before) await context.addInitScript(before);
      return openWindow(context, address, as);
    },
    /** Opens windows of one browser, which share its cookies and its connections. */
    async openMany(address: string, count: number): Promise<readonly Window[]> {
      const context = await newContext(present().browser);
      const windows: Window[] = [];
      for (let number = 0; number < count; number++) windows.push(await openWindow(context, address));
      return windows;
    },
  };
}

/** Waits until the window has done everything that it had put off, or has been busy for long. */
async function idle(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestIdleCallback(() => resolve(), { timeout: 5_000 });
      }),
  );
}

async function newContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  return context;
}

async function openWindow(context: BrowserContext, address: string, as?: string): Promise<Window> {
  const page = await context.newPage();
  const outside: string[] = [];
  const faults: string[] = [];
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (!["data:", "blob:"].includes(protocol) && hostname !== "127.0.0.1") outside.push(request.url());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.goto(as === undefined ? address : `${address}&as=${encodeURIComponent(as)}`);
  await page.locator("body[data-ready]").waitFor();
  const read = (tab: string, cell: string): Promise<Shown> =>
    page.evaluate(([of, at]) => Reflect.get(globalThis, "so2282").read(of, at), [tab, cell] as const);
  /** Whether the line above the grid names a cell, and the keys go to the grid. */
  const isChosen = (cell: string): Promise<boolean> =>
    page.evaluate((wanted) => {
      const name = document.querySelector('[data-u-comp="defined-name"] input');
      const focused = document.activeElement;
      const takesKeys = focused instanceof HTMLElement && focused.isContentEditable;
      return name instanceof HTMLInputElement && name.value === wanted && takesKeys;
    }, cell);
  const choose = async (tab: string, cell: string): Promise<void> => {
    await chooseCell(page, tab, cell);
    await expect.poll(() => isChosen(cell), { message: `${tab}!${cell} is chosen` }).toBe(true);
    // The grid takes a moment to draw another tab before it takes keys.
    await page.waitForTimeout(300);
    await idle(page);
  };
  /** Where a cell of the tab that is shown is drawn, and where the grid begins. */
  const where = async (cell: string) => {
    const boxes = await Promise.all((await page.locator("#grid canvas").all()).map((canvas) => canvas.boundingBox()));
    const grid = boxes.find((box) => box && box.height > 200);
    const place = await page.evaluate((at) => Reflect.get(globalThis, "so2282").where(at), cell);
    return { x: (grid?.x ?? 0) + place.x, y: (grid?.y ?? 0) + place.y, left: grid?.x ?? 0, top: grid?.y ?? 0 };
  };
  return {
    page,
    outside,
    faults,
    choose,
    read,
    async menu(tab, cell, of, ...entries) {
      await choose(tab, cell);
      const { x, y, left, top } = await where(cell);
      const [right, down] = of === "row" ? [left + 20, y + 8] : of === "column" ? [x + 8, top + 8] : [x + 8, y + 8];
      await page.mouse.click(right, down, { button: "right" });
      for (const entry of entries) {
        // Some entries have a number to be typed among their words.
        const found = page.getByText(new RegExp(`${entry}$`)).last();
        await found.waitFor();
        if (entry === entries.at(-1)) await found.click({ position: { x: 3, y: 3 } });
        else await found.hover();
      }
    },
    async tabMenu(tab, entry) {
      const names = page.locator(`[data-u-comp="slide-tab-item"]`).getByText(tab, { exact: true });
      await names.click();
      await names.click({ button: "right" });
      await page.getByText(entry, { exact: true }).last().click();
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
    async openList(cell) {
      const [, letters = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
      const next = `${String.fromCharCode(letters.charCodeAt(0) + 1)}${row}`;
      const [{ y }, { x }] = [await where(cell), await where(next)];
      await page.mouse.click(x - 10, y + 11);
    },
    async saved() {
      await idle(page);
      await page.locator('#saved[data-waiting="false"]', { hasText: "Đã ghi" }).waitFor({ timeout: 40_000 });
    },
    async type(tab, cell, text) {
      await choose(tab, cell);
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
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
        { timeout: 40_000 },
      );
    },
    async dialog(button) {
      const dialog = page.locator("dialog");
      await dialog.waitFor({ timeout: 40_000 });
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
