/**
 * A workbook's page in a real browser, for the tests of this folder: served from a copy of the sample, opened in as many
 * windows as wanted. Each test has a workbook, an address and windows of its own.
 */
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bundle, readBundle } from "gas-offline";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { openBook, type PageBook, readPageFiles, servePage } from "sheet-page";
import { PAGE_PRODUCT } from "so2282-cli";
import { afterAll, afterEach, beforeAll, inject } from "vitest";
import { launchChromium } from "../../scripts/chromium.mjs";
import { createPageDriver, type PageDriver } from "./page-driver.ts";

const ROOT = new URL("../../", import.meta.url);
const VIEWPORT = { width: 1400, height: 900 };

export type Window = PageDriver & {
  readonly page: Page;
  /** Addresses that the window asked for outside this machine. */
  readonly outside: readonly string[];
  readonly faults: readonly string[];
};

type Served = { readonly address: string; readonly book: PageBook };

/** Starts one browser and makes one folder for the tests of a file. */
export function browserOfTests() {
  let browser: Browser | undefined;
  let folder = "";
  let bundle: Bundle | undefined;
  const ending: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "so2282-browser-"));
    bundle = await readBundle(new URL("dist/", ROOT));
    browser = await launchChromium();
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
    const files = await readPageFiles(new URL(".build/page/", ROOT));
    const served = await servePage(book, files, { port: 0, user: book.owner(), product: PAGE_PRODUCT });
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
    async open(address: string, as?: string, before?: () => void): Promise<Window> {
      const context = await newContext(present().browser);
      if (before) await context.addInitScript(before);
      return openWindow(context, address, as);
    },
    /** Opens new windows of one browser, which share its cookies and its connections. */
    async openMany(address: string, count: number): Promise<readonly Window[]> {
      const context = await newContext(present().browser);
      const windows: Window[] = [];
      for (let number = 0; number < count; number++) windows.push(await openWindow(context, address));
      return windows;
    },
  };
}

async function newContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  // A busy machine takes its time.
  context.setDefaultTimeout(60_000);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  return context;
}

async function openWindow(context: BrowserContext, address: string, as?: string): Promise<Window> {
  const page = await context.newPage();
  const window = watch(page);
  await page.goto(as === undefined ? address : `${address}&as=${encodeURIComponent(as)}`);
  await page.locator("body[data-ready]").waitFor();
  return window;
}

/** Notes from now on what goes wrong in a page. */
function watch(page: Page): Window {
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
  return { page, outside, faults, ...createPageDriver(page) };
}
