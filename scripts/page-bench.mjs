/** How quick the page is, in the very program and a real browser: until it can be used, until a figure is repainted. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { chromium } from "playwright-core";
import { CHROMIUM_ARGUMENTS, findChromium } from "./chromium.mjs";
import { syntheticTables } from "./synthetic.mjs";

const TYPED = 15;

/** @param {readonly number[]} values */
const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

/**
 * Opens a synthetic workbook as the page does, and types figures into it. Milliseconds are the medians; `processor` is
 * what the host computes for one figure, which other programs on the machine do not lengthen; without a browser its
 * part is null.
 * @param {number} units
 * @param {any} host
 * @param {unknown} bundle
 */
export async function measurePage(units, host, bundle) {
  const folder = await mkdtemp(join(tmpdir(), "so2282-bench-"));
  try {
    const path = join(folder, "so.xlsx");
    const made = host.openWorkbook(host.newWorkbook("bench"), bundle);
    made.run("createWorkbook", [syntheticTables(units)]);
    await host.saveWorkbook(made.workbook, path, { overwrite: false });
    const start = performance.now();
    const book = await host.openBook(path, bundle);
    const open = performance.now() - start;
    try {
      const ofHost = await measureHost(book);
      const ofBrowser = await measureBrowser(host, book);
      return { units, open: Math.round(open), ...ofHost, ...ofBrowser };
    } finally {
      await book.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {any} book */
function formOf(book) {
  return book.view(book.owner()).sheets.find((/** @type {{ name: string }} */ { name }) => name === "DV2");
}

/** @param {any} book */
async function measureHost(book) {
  const form = formOf(book);
  const [took, processor] = [Array(0), Array(0)];
  // The page runs its formulas a few times before anybody waits for them.
  await new Promise((resolve) => setTimeout(resolve, 3000));
  for (let count = 0; count < TYPED; count++) {
    const [start, used] = [performance.now(), process.cpuUsage()];
    const { refusals } = await book.edit(book.owner(), [{ sheet: form.id, row: 6, column: 5, value: count % 3 }]);
    if (refusals.length > 0) throw new Error(refusals[0].message);
    const { user, system } = process.cpuUsage(used);
    took.push(performance.now() - start);
    processor.push((user + system) / 1000);
  }
  global.gc?.();
  const heap = process.memoryUsage().heapUsed / 1_048_576;
  return { edit: Math.round(median(took)), processor: Math.round(median(processor)), heap: Math.round(heap) };
}

/** @param {any} host @param {any} book */
async function measureBrowser(host, book) {
  const executablePath = findChromium();
  if (!executablePath) return { interactive: null, repaint: null, windowHeap: null };
  const files = await host.readPageFiles(new URL("../.build/page/", import.meta.url));
  const served = await host.servePage(book, files, { port: 0, user: book.owner(), product: host.PAGE_PRODUCT });
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGUMENTS] });
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    const start = performance.now();
    await page.goto(served.address);
    await page.locator("body[data-ready]").waitFor({ timeout: 120_000 });
    const interactive = performance.now() - start;
    await page.waitForTimeout(3000);
    const repaints = [];
    for (let count = 0; count < TYPED; count++) {
      await page.evaluate(() => Reflect.get(globalThis, "so2282").choose("DV2", "E6"));
      await page.waitForTimeout(400);
      await page.evaluate(WATCH);
      await page.keyboard.type(String(count % 3));
      await page.keyboard.press("Enter");
      repaints.push(await page.evaluate(() => Reflect.get(globalThis, "so2282Repaint")));
    }
    const windowHeap = await page.evaluate(() => Reflect.get(performance, "memory").usedJSHeapSize / 1_048_576);
    return {
      interactive: Math.round(interactive),
      repaint: Math.round(median(repaints)),
      windowHeap: Math.round(windowHeap),
    };
  } finally {
    await browser.close();
    await served.close();
  }
}

/** Runs in the page: measures from the key that ends the typing to the frame after the cells have come. */
const WATCH = `window.so2282Repaint = new Promise((resolve) => {
  addEventListener("keydown", function begin({ key }) {
    if (key !== "Enter") return;
    removeEventListener("keydown", begin, true);
    const start = performance.now();
    new MutationObserver((_, observer) => {
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)));
    }).observe(document.body, { attributeFilter: ["data-ready"] });
  }, true);
}); 0`;
