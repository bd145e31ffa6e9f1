/**
 * The built sidebar by itself in a window of 300 pixels, over a `google.script.run` that gives literal answers: for
 * states that a real workbook hardly gets into. What the real server does is tested through the page.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { launchChromium } from "../../scripts/chromium.mjs";
import type { EndpointName, Rpc } from "../../src/addon/rpc.ts";

const SIDEBAR = new URL("../../dist/sidebar.html", import.meta.url);
const VIEWPORT = { width: 300, height: 760 };
const ADDRESS = "http://thanh-ben.example/";
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** When an answer comes: after so many milliseconds (10), or once the test lets it go (`release`). */
type Coming = { readonly after?: number; readonly held?: true };

/** What the n-th call of an endpoint comes to; the last one stands for all that follow. */
export type Answer<Result> =
  | ({ readonly result: Result } & Coming)
  | ({ readonly error: string } & Coming)
  /** Never. */
  | { readonly silent: true };

export type Answers = { readonly [Name in EndpointName]?: readonly Answer<Rpc[Name]["result"] | null>[] };

export type SidebarCall = { readonly name: string; readonly args: readonly unknown[] };

export type SidebarWindow = {
  readonly page: Page;
  readonly faults: readonly string[];
  readonly outside: readonly string[];
  readonly calls: () => Promise<readonly SidebarCall[]>;
  /** Waits until every answer has come that is not held, and what it shows is drawn. */
  readonly settled: () => Promise<void>;
  /**
   * Lets held answers come, one by one as they were asked for; `all`: also those that will be asked for. Where nothing is
   * asked for yet, the next that is comes at once.
   */
  readonly release: (which?: "next" | "all") => Promise<void>;
  /** Writes what the window shows, once every answer has come, into the folder of pictures. */
  readonly picture: (name: string) => Promise<void>;
  /** Fails where axe finds anything against WCAG 2.1 AA. */
  readonly isAccessible: () => Promise<void>;
  /** Fails where anything is cut off or scrolls sideways. */
  readonly fits: () => Promise<void>;
};

/** Installs the answers in the window, before the sidebar starts. */
function install(
  answers: Readonly<Record<string, readonly (Answer<unknown> & Readonly<Record<string, unknown>>)[]>>,
): void {
  const calls: { name: string; args: unknown[] }[] = [];
  const held: (() => void)[] = [];
  let isOpen = false;
  let ahead = 0;
  let pending = 0;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const gate = {
    release(all: boolean): void {
      isOpen ||= all;
      if (!all && held.length === 0) ahead++;
      for (const answer of held.splice(0, all ? held.length : 1)) answer();
    },
    async settle(): Promise<void> {
      // What has come is drawn with the next frame, and may ask for more.
      for (let quiet = 0; quiet < 3; quiet = pending === 0 ? quiet + 1 : 0) await frame();
    },
  };
  const makeRun = (done: (result: unknown) => void, failed: (error: Error) => void): object =>
    new Proxy(
      {
        withSuccessHandler: (next: typeof done) => makeRun(next, failed),
        withFailureHandler: (next: typeof failed) => makeRun(done, next),
      },
      {
        get(known, name) {
          if (typeof name === "symbol" || name in known) return Reflect.get(known, name);
          return (...args: unknown[]) => {
            const given = answers[name] ?? [{ error: `No answer for ${name}` }];
            const before = calls.filter((call) => call.name === name).length;
            const answer: Readonly<Record<string, unknown>> = given[Math.min(before, given.length - 1)] ?? {};
            calls.push({ name, args });
            if ("silent" in answer) return;
            const come = () =>
              "error" in answer ? failed(new Error(String(answer["error"]))) : done(answer["result"]);
            if (answer["held"] && !isOpen) {
              if (ahead === 0) {
                held.push(come);
                return;
              }
              ahead--;
            }
            pending++;
            setTimeout(
              () => {
                pending--;
                come();
              },
              Number(answer["after"] ?? 10),
            );
          };
        },
      },
    );
  Reflect.set(globalThis, "calls", calls);
  Reflect.set(globalThis, "gate", gate);
  Reflect.set(globalThis, "google", { script: { run: makeRun(() => undefined, console.error), host: {} } });
}

/** The built sidebar, which asks for these answers. */
function pageOf(answers: Answers): string {
  const script = `(${install})(${JSON.stringify(answers).replaceAll("<", "\\u003c")});`;
  return readFileSync(SIDEBAR, "utf8").replace("<head>", () => `<head><script>${script}</script>`);
}

/** Opens the sidebar for the tests of a file: in one page, one after the other. */
export function sidebarOfTests() {
  let browser: Browser | undefined;
  let context: BrowserContext | undefined;
  let opened: Page | undefined;
  const pictures = process.env["SO2282_PICTURES"];
  beforeAll(async () => {
    if (pictures) mkdirSync(pictures, { recursive: true });
    browser = await launchChromium();
    context = await browser.newContext({ viewport: VIEWPORT, reducedMotion: "reduce" });
    // A busy machine takes its time.
    context.setDefaultTimeout(60_000);
  });
  afterEach(async () => {
    opened?.removeAllListeners();
    await opened?.unrouteAll({ behavior: "ignoreErrors" });
  });
  afterAll(() => browser?.close());
  return {
    async open(answers: Answers, rootFontSize = "100%"): Promise<SidebarWindow> {
      if (!context) throw new Error("The browser is started before the tests");
      const page = opened ?? (await context.newPage());
      opened = page;
      await page.setViewportSize(VIEWPORT);
      const faults: string[] = [];
      const outside: string[] = [];
      page.on("pageerror", (error) => faults.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error") faults.push(message.text());
      });
      page.on("request", (request) => {
        if (request.url() !== ADDRESS) outside.push(request.url());
      });
      await page.route(ADDRESS, (route) =>
        route.fulfill({ contentType: "text/html; charset=utf-8", body: pageOf(answers) }),
      );
      await page.goto(ADDRESS);
      if (rootFontSize !== "100%") await page.addStyleTag({ content: `:root { font-size: ${rootFontSize} }` });
      const settled = (): Promise<void> => page.evaluate(() => Reflect.get(globalThis, "gate").settle());
      await settled();
      return {
        settled,
        release: (which = "next") =>
          page.evaluate((all) => Reflect.get(globalThis, "gate").release(all), which === "all"),
        page,
        faults,
        outside,
        calls: () => page.evaluate(() => Reflect.get(globalThis, "calls")),
        async picture(name) {
          await settled();
          if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
        },
        async isAccessible() {
          await page.addScriptTag({ path: AXE });
          const violations = () =>
            page.evaluate(async () => {
              const found = await Reflect.get(globalThis, "axe").run(document);
              return found.violations.map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => [
                id,
                nodes.map(({ html }) => html),
              ]);
            });
          await expect.poll(violations).toEqual([]);
        },
        async fits() {
          const wide = () =>
            page.evaluate(() => {
              const width = document.documentElement.clientWidth;
              const isUnseen = (element: Element) => element.closest(".unseen") !== null;
              return [...document.querySelectorAll("body *")]
                .filter((element) => !isUnseen(element))
                .filter((element) => element.getBoundingClientRect().right > width + 0.5)
                .map((element) => element.outerHTML.slice(0, 120));
            });
          await expect.poll(wide).toEqual([]);
        },
      };
    },
  };
}

/** Goes to a view of the desk and waits until it is there. */
export async function choose({ page, settled }: SidebarWindow, view: string): Promise<void> {
  await page.getByRole("navigation").getByRole("button", { name: view }).click();
  await page.getByRole("heading", { name: view, level: 2 }).waitFor({ state: "attached" });
  await page.locator(".waiting").waitFor({ state: "detached" });
  await settled();
}

/** Types another deadline into the settings, and saves it. */
export async function saveDeadline(window: SidebarWindow, deadline: string): Promise<void> {
  await choose(window, "Thiết lập");
  const { page } = window;
  await page.getByText("Kế hoạch, năm, hạn nộp").click();
  await page.getByLabel("Hạn nộp").fill(deadline);
  await page.getByRole("button", { name: "Lưu" }).click();
  await page.getByText("Đã lưu thiết lập.").waitFor();
}
