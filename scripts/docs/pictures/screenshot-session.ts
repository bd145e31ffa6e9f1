/** A session before the workbook's page: a browser's window as one user, its sidebar, and the pictures taken of them. */
import { join } from "node:path";
import type { Browser, FrameLocator, Locator, Page } from "playwright-core";
import { chooseCell } from "./choose-cell.ts";

/** What a picture of the sidebar shows: from the top of one element to the bottom of another, the whole width. */
export type Extent = {
  /** Absent: from the sidebar's top. */
  readonly from?: Locator;
  /** Absent: to the end of what there is. */
  readonly to?: Locator;
  /** Framed in red: what the person is to click. */
  readonly mark?: Locator;
  /** The most pixels that it is high. */
  readonly most?: number;
};

export type ScreenshotSession = {
  readonly page: Page;
  /** Opens the sidebar by the add-on's menu, or finds it again where it is open. */
  readonly openSidebar: () => Promise<FrameLocator>;
  /** Chooses a view of the coordinator's desk and waits for it. */
  readonly choose: (view: string) => Promise<FrameLocator>;
  /** Shows a tab in the grid with a cell chosen. */
  readonly show: (tab: string, cell: string) => Promise<void>;
  /** Takes the whole window, so many pixels high. */
  readonly takeWindow: (name: string, height: number, mark?: Locator) => Promise<void>;
  readonly takeSidebar: (name: string, extent?: Extent) => Promise<void>;
  /** Waits until the sidebar has said nothing new for a while: what is typed into it is kept a moment later, and told. */
  readonly waitUntilQuiet: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Wide enough for a form beside the sidebar; so high that no view of the sidebar scrolls. */
const WINDOW = { width: 1360, height: 2400 };

/** Pixels that are left around what a picture shows. */
const MARGIN = 8;

/** Milliseconds to wait for what should be there: a name that has changed is told soon. */
const PATIENCE = 15_000;

/** Milliseconds without a change after which a view is taken to be still. */
const QUIET = 1_000;

const MARK = "3px solid #c01c28";

/** Takes a session. `now`: the moment that the window is told. */
export async function openScreenshotSession(
  browser: Browser,
  address: string,
  folder: string,
  now: number,
  as?: string,
): Promise<ScreenshotSession> {
  const context = await browser.newContext({
    viewport: WINDOW,
    reducedMotion: "reduce",
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  await page.goto(as === undefined ? address : `${address}&as=${encodeURIComponent(as)}`);
  await page.locator("body[data-ready]").waitFor();
  // Not before: the grid's library draws itself by a clock that goes.
  await page.clock.setFixedTime(now);
  const frame = page.frameLocator("#sidebar iframe");
  const settle = async (): Promise<void> => {
    await frame.getByRole("heading", { level: 1 }).waitFor();
    await frame.locator(".waiting").waitFor({ state: "detached" });
  };
  const show = async (tab: string, cell: string): Promise<void> => {
    await chooseCell(page, tab, cell);
    // The grid takes a moment to draw another tab before it takes keys.
    await page.waitForTimeout(600);
  };
  const marked = async (mark: Locator | undefined, take: () => Promise<void>): Promise<void> => {
    if (!mark) return take();
    const before = await mark.evaluate((element: HTMLElement, line: string) => {
      const { outline, outlineOffset } = element.style;
      Object.assign(element.style, { outline: line, outlineOffset: "2px" });
      return { outline, outlineOffset };
    }, MARK);
    await take();
    await mark.evaluate((element: HTMLElement, style) => Object.assign(element.style, style), before);
  };
  const boxOf = async (locator: Locator) => {
    const box = await locator.boundingBox();
    if (!box) throw new Error(`Nothing to be seen of ${locator}`);
    return box;
  };
  return {
    page,
    show,
    async openSidebar() {
      if ((await page.locator("#sidebar iframe").count()) === 0) {
        await page.getByRole("button", { name: "Mở bảng bên" }).click();
      }
      await settle();
      return frame;
    },
    async choose(view) {
      await frame.getByRole("navigation").getByRole("button", { name: view, exact: true }).click();
      await frame.getByRole("heading", { name: view, level: 2 }).waitFor({ state: "attached" });
      await settle();
      return frame;
    },
    async takeWindow(name, height, mark) {
      await page.setViewportSize({ ...WINDOW, height });
      // The grid draws itself again for the size.
      await page.waitForTimeout(700);
      await marked(mark, async () => {
        await page.screenshot({ path: join(folder, `${name}.png`) });
      });
      await page.setViewportSize(WINDOW);
      await page.waitForTimeout(300);
    },
    async takeSidebar(name, { from, to, mark, most = 1500 } = {}) {
      await settle();
      const sidebar = await boxOf(page.locator("#sidebar iframe"));
      const top = from ? (await boxOf(from)).y - MARGIN : (await boxOf(page.locator("#sidebar"))).y;
      const bottom = MARGIN + (to ? bottomOf(await boxOf(to)) : sidebar.y + (await endOf(frame)));
      await marked(mark, async () => {
        const height = Math.min(most, bottom - top, WINDOW.height - top);
        await page.screenshot({
          path: join(folder, `${name}.png`),
          clip: { x: sidebar.x - 1, y: top, width: sidebar.width + 1, height },
        });
      });
    },
    waitUntilQuiet: () => untilQuiet(frame),
    close: () => context.close(),
  };
}

async function untilQuiet(frame: FrameLocator): Promise<void> {
  const read = () => frame.locator("body").innerText();
  let before = await read();
  for (let since = Date.now(); Date.now() - since < QUIET; ) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const now = await read();
    if (now !== before) since = Date.now();
    before = now;
  }
}

function bottomOf({ y, height }: { readonly y: number; readonly height: number }): number {
  return y + height;
}

/** Finds where the content of the frame ends, in its own pixels. */
function endOf(frame: FrameLocator): Promise<number> {
  return frame.locator("body").evaluate((body) => {
    const bottoms = [...body.querySelectorAll("main *, header *")].map((part) => part.getBoundingClientRect().bottom);
    return Math.max(0, ...bottoms);
  });
}
