/**
 * A workbook's page in a real browser, for the tests of this folder: served from a copy of the sample, opened in as many
 * windows as wanted. The tests of a file share the served address and the windows that a test leaves at rest.
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
import { createReplaceableBook, type ReplaceableBook } from "./replaceable-book.ts";

const ROOT = new URL("../../", import.meta.url);
const VIEWPORT = { width: 1400, height: 900 };

export type Window = PageDriver & {
  readonly page: Page;
  /** Addresses that the window asked for outside this machine. */
  readonly outside: readonly string[];
  readonly faults: readonly string[];
};

type Served = { readonly address: string; readonly book: PageBook };

/** A window of the shared address. */
type SharedWindow = { readonly window: Window; readonly as: string | undefined; readonly url: string };

/** Starts one browser and makes one folder for the tests of a file. */
export function browserOfTests() {
  let browser: Browser | undefined;
  let folder = "";
  let bundle: Bundle | undefined;
  let shared: (ReplaceableBook & { readonly address: string; readonly close: () => Promise<void> }) | undefined;
  /** Whether a test has the shared address. */
  let isTaken = false;
  /** The shared address's windows: those of this test, and those that no test has. */
  const used: SharedWindow[] = [];
  const idle: SharedWindow[] = [];
  const ending: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "so2282-browser-"));
    bundle = await readBundle(new URL("dist/", ROOT));
    browser = await launchChromium();
  });
  afterEach(async ({ task }) => {
    for (const one of used.splice(0)) if (task.result?.state === "pass" && (await rests(one))) idle.push(one);
    const kept = new Set(idle.map(({ window }) => window.page.context()));
    for (const context of browser?.contexts() ?? []) if (!kept.has(context)) await context.close();
    for (const end of ending.splice(0)) await end();
    isTaken = false;
  });
  afterAll(async () => {
    await browser?.close();
    await shared?.close();
    await rm(folder, { recursive: true, force: true });
  });
  const present = () => {
    if (!browser || !bundle) throw new Error("The browser is started before the tests");
    return { browser, bundle };
  };
  const path = (name: string): string => join(folder, name);
  const start = async (book: PageBook) => {
    const files = await readPageFiles(new URL(".build/page/", ROOT));
    const served = await servePage(book, files, { port: 0, user: book.owner(), product: PAGE_PRODUCT });
    const close = async (): Promise<void> => {
      await served.close();
      await book.close();
    };
    return { address: served.address, close };
  };
  const serve = async (file: string, bundle = present().bundle): Promise<Served> => {
    const book = await openBook(file, bundle);
    const { address, close } = await start(book);
    ending.push(close);
    return { address, book };
  };
  const copySample = async (name: string): Promise<string> => {
    await copyFile(inject("sample"), path(name));
    return path(name);
  };
  const openAnew = async (address: string, as?: string, before?: () => void): Promise<Window> => {
    const context = await newContext(present().browser);
    if (before) await context.addInitScript(before);
    return openWindow(context, address, as);
  };
  return {
    path,
    bundle: () => present().bundle,
    /** Serves a workbook's file with the built bundle, or another one, until the test ends. */
    serve,
    /** Copies the sample commune's workbook, so that no test sees another's figures; returns the copy's path. */
    copySample,
    /** Serves a copy of the sample commune's workbook: at the shared address, unless the test has it already. */
    async serveSample(name: string): Promise<Served> {
      const file = await copySample(name);
      if (isTaken) return serve(file);
      const book = await openBook(file, present().bundle);
      if (shared) await shared.replace(book).close();
      else {
        const replaceable = createReplaceableBook(book);
        shared = { ...replaceable, ...(await start(replaceable.book)) };
      }
      isTaken = true;
      return { address: shared.address, book };
    },
    /**
     * Opens a window as a user: one of an earlier test that shows this test's workbook by now, or a new one with cookies
     * of its own. `before` runs in a new one before anything else.
     */
    async open(address: string, as?: string, before?: () => void): Promise<Window> {
      if (address !== shared?.address || before) return openAnew(address, as, before);
      const found = idle.find((one) => one.as === as);
      if (found) idle.splice(idle.indexOf(found), 1);
      const window = found ? await takeOver(found, shared.book.revision()) : await openAnew(address, as);
      used.push({ window, as, url: window.page.url() });
      return window;
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

/** Tells whether nothing is open, typed or on its way in a window, so that another test may have it. */
async function rests({ window: { page, faults }, url }: SharedWindow): Promise<boolean> {
  if (faults.length > 0 || page.isClosed() || page.url() !== url) return false;
  await page.unrouteAll({ behavior: "ignoreErrors" });
  return page.evaluate(() => {
    const isHidden = (id: string) => document.getElementById(id)?.hidden;
    const isOpen = document.querySelector("dialog") !== null || !isHidden("sidebar") || !isHidden("find");
    const isBusy = document.getElementById("saved")?.dataset["waiting"] === "true";
    return !isOpen && !isBusy && Reflect.get(globalThis, "so2282").keys.typed() === undefined;
  });
}

/** Takes over a window once it shows the workbook of this revision; what it said of an earlier one is gone. */
async function takeOver({ window: { page } }: SharedWindow, revision: number): Promise<Window> {
  page.removeAllListeners();
  const window = watch(page);
  await page.setViewportSize(VIEWPORT);
  await page.locator(`body[data-ready="${revision}"]`).waitFor();
  await page.evaluate(() => {
    for (const id of ["saved", "status"]) document.getElementById(id)?.replaceChildren();
  });
  return window;
}
