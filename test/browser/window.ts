/** A workbook's page in a real browser, for the tests of this folder: windows that type, read and look. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, inject } from "vitest";
import { CHROMIUM_ARGUMENTS } from "../../scripts/chromium.mjs";
import { type Bundle, readBundle } from "../../src/host/open.ts";
import { openBook, type PageBook } from "../../src/host/page/book.ts";
import { readPageFiles, servePage } from "../../src/host/page/server.ts";

const ROOT = new URL("../../", import.meta.url);

/** What the page shows of a cell. */
export type Shown = { readonly text: string; readonly background: string };

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
  /** Waits for a dialog, reads it and closes it. */
  readonly dialog: () => Promise<string>;
};

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
  return {
    path: (name: string): string => join(folder, name),
    bundle: () => present().bundle,
    /** Serves a workbook's file with the built bundle, or another one, until the test ends. */
    async serve(
      path: string,
      bundle = present().bundle,
    ): Promise<{ readonly address: string; readonly book: PageBook }> {
      const book = await openBook(path, bundle);
      const served = await servePage(book, await readPageFiles(new URL(".build/page/", ROOT)), 0, book.owner());
      ending.push(async () => {
        await served.close();
        await book.close();
      });
      return { address: served.address, book };
    },
    /** Opens a window as a user, with cookies of its own. */
    open: (address: string, as?: string): Promise<Window> => openWindow(present().browser, address, as),
  };
}

async function openWindow(browser: Browser, address: string, as?: string): Promise<Window> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
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
  const choose = async (tab: string, cell: string): Promise<void> => {
    await page.evaluate(
      ([of, at]) => {
        // A person clicks into the grid, which takes the keys back from the frame beside it.
        if (document.activeElement instanceof HTMLIFrameElement) {
          document.activeElement.blur();
          document.querySelector<HTMLElement>("#grid [contenteditable=true]")?.focus();
        }
        Reflect.get(globalThis, "so2282").choose(of, at);
      },
      [tab, cell] as const,
    );
    await page.waitForFunction((wanted) => {
      const name = document.querySelector('[data-u-comp="defined-name"] input');
      const focused = document.activeElement;
      const takesKeys = focused instanceof HTMLElement && focused.isContentEditable;
      return name instanceof HTMLInputElement && name.value === wanted && takesKeys;
    }, cell);
    // The grid takes a moment to draw another tab before it takes keys.
    await page.waitForTimeout(300);
  };
  return {
    page,
    outside,
    faults,
    choose,
    read,
    async type(tab, cell, text) {
      await choose(tab, cell);
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    },
    async shows(tab, cell, text) {
      await page.waitForFunction(
        ([of, at, wanted]) => Reflect.get(globalThis, "so2282").read(of, at).text === wanted,
        [tab, cell, text] as const,
        { timeout: 20_000 },
      );
    },
    async dialog() {
      const dialog = page.locator("dialog");
      await dialog.waitFor({ timeout: 20_000 });
      const text = await dialog.locator("p").allInnerTexts();
      await dialog.getByRole("button").click();
      await dialog.waitFor({ state: "detached" });
      return text.join("\n");
    },
  };
}
