/** The frame in which the page shows an add-on's own page, and `google.script` in it: the platform's rules. */
import type { Frame, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { bundleOf } from "../../packages/gas-offline/test/services/scripts.ts";
import { writeBook } from "../../packages/sheet-page/test/server/files.ts";
import { browserOfTests } from "./window.ts";

const CODE = `
function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem("Mở", "show").addToUi(); }
function show() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile("trang").setTitle("Thử")); }
function echo(value) { return value; }
function dated() { return { text: "a", at: new Date(0) }; }
function fail() { throw new Error("Không làm được. Hãy thử lại."); }
function go() { SpreadsheetApp.getActiveSpreadsheet().getSheets()[1].getRange("B3").activate(); return "đã đến"; }
function hidden_() { return "bí mật"; }
function who() { return Session.getEffectiveUser().getEmail(); }
`;
const PAGE = `<!doctype html><html lang="vi"><head><title>Thử</title><style>p { color: rgb(1, 2, 3) }</style></head>
<body><p>chưa chạy</p><script>document.querySelector("p").textContent = "đã chạy"; run = google.script.run; host = google.script.host;</script></body></html>`;

const tests = browserOfTests();
beforeAll(() => writeBook(tests.path("so.xlsx")));

type Opened = { readonly page: Page; readonly frame: Frame };

/** Opens the page, and in it, from the menu, the add-on's own page. */
async function openFrame(): Promise<Opened> {
  const bundle = bundleOf(CODE, undefined, new Map([["trang", PAGE]]));
  const { address } = await tests.serve(tests.path("so.xlsx"), bundle);
  const { page } = await tests.open(address);
  await page.getByRole("button", { name: "Mở" }).click();
  // A frame is blank before it is the page: only what the page's own script says tells that it is there.
  await page.frameLocator("#sidebar iframe").getByText("đã chạy").waitFor();
  const frame = await (await page.locator("#sidebar iframe").elementHandle())?.contentFrame();
  if (!frame) throw new Error("The frame is there");
  return { page, frame };
}

/** Calls a function of the script as the page in the frame does; says which handler was called, with what. */
function call(frame: Frame, name: string, ...args: readonly unknown[]): Promise<unknown> {
  return frame.evaluate(
    ([of, given]) =>
      new Promise((resolve) => {
        const runner = Reflect.get(globalThis, "run")
          .withUserObject("kèm")
          .withSuccessHandler((result: unknown, user: unknown) => resolve(["done", result, user]))
          .withFailureHandler((error: Error, user: unknown) => resolve(["failed", error.name, error.message, user]));
        runner[of](...given);
      }),
    [name, args] as const,
  );
}

describe("the frame", () => {
  it("is 300 pixels wide at the right, and runs what it was built with", async () => {
    const { page, frame } = await openFrame();
    await expect
      .poll(() => page.locator("#sidebar iframe").boundingBox())
      .toEqual(expect.objectContaining({ x: 1100, width: 300 }));
    await expect.poll(() => frame.locator("p").innerText()).toBe("đã chạy");
    await expect.poll(() => frame.locator("p").evaluate((text) => getComputedStyle(text).color)).toBe("rgb(1, 2, 3)");
    await expect.poll(() => page.getByRole("heading", { name: "Thử" }).count()).toBe(1);
  });

  it("asks nobody for anything, and reaches neither the page around it nor a script that came later", async () => {
    const { frame } = await openFrame();
    const outcome = await frame.evaluate(async () => {
      const tell = (action: () => unknown): string => {
        try {
          return String(action());
        } catch (error) {
          return error instanceof Error ? error.name : "";
        }
      };
      const late = document.createElement("script");
      late.textContent = "globalThis.late = true";
      document.body.append(late);
      return {
        own: await fetch("/api/view").then(String, (error: Error) => error.name),
        outside: await fetch("https://ngoai.example/").then(String, (error: Error) => error.name),
        around: tell(() => window.parent.document.title),
        cookie: tell(() => document.cookie),
        late: String(Reflect.get(globalThis, "late")),
      };
    });
    expect(outcome).toEqual({
      own: "TypeError",
      outside: "TypeError",
      around: "SecurityError",
      cookie: "SecurityError",
      late: "undefined",
    });
  });

  it("is closed by its button, and by the page in it", async () => {
    const { page, frame } = await openFrame();
    // The frame may be gone before it has answered that it did.
    await frame.evaluate(() => Reflect.get(globalThis, "host").close()).catch(() => undefined);
    await page.locator("#sidebar iframe").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Mở" }).click();
    await page.getByRole("button", { name: "Đóng" }).click();
    await expect.poll(() => page.locator("#sidebar iframe").count()).toBe(0);
  });
});

describe("google.script.run", () => {
  it("hands plain values over, both ways, and the user object to the handler", async () => {
    const { frame } = await openFrame();
    const value = { chữ: "Vĩnh Phong", số: [1, 2.5, null], đúng: true };
    expect(await call(frame, "echo", value)).toEqual(["done", value, "kèm"]);
    expect(await call(frame, "who")).toEqual(["done", expect.stringContaining("@"), "kèm"]);
  });

  it("makes all of a result null that has a Date anywhere", async () => {
    const { frame } = await openFrame();
    expect(await call(frame, "dated")).toEqual(["done", null, "kèm"]);
  });

  it("brings what the script threw to the failure handler", async () => {
    const { frame } = await openFrame();
    expect(await call(frame, "fail")).toEqual(["failed", "ScriptError", "Không làm được. Hãy thử lại.", "kèm"]);
    expect(await call(frame, "nobody")).toEqual(["failed", "ScriptError", "Script function not found: nobody", "kèm"]);
  });

  it("refuses a Date and a function among the arguments at once", async () => {
    const { frame } = await openFrame();
    const thrown = await frame.evaluate(() =>
      [new Date(), { deep: [() => 1] }].map((argument) => {
        try {
          return Reflect.get(globalThis, "run").echo(argument);
        } catch (error) {
          return error instanceof Error ? error.message : "";
        }
      }),
    );
    expect(thrown).toEqual([
      "Failed due to illegal value in property: 0",
      "Failed due to illegal value in property: 0",
    ]);
  });

  it("knows no private functions", async () => {
    const { frame } = await openFrame();
    expect(await frame.evaluate(() => typeof Reflect.get(globalThis, "run").hidden_)).toBe("undefined");
  });

  it("takes ten calls at once, and fails the eleventh", async () => {
    const { frame } = await openFrame();
    const outcomes = await frame.evaluate(() =>
      Promise.all(
        Array.from(
          { length: 11 },
          (_, index) =>
            new Promise<string>((resolve) => {
              Reflect.get(globalThis, "run")
                .withSuccessHandler(() => resolve("done"))
                .withFailureHandler((error: Error) => resolve(error.message))
                .echo(index);
            }),
        ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(10);
    expect(outcomes[10]).toMatch(/^Too many simultaneous/);
  });

  it("shows the cell that a script has chosen", async () => {
    const { page, frame } = await openFrame();
    expect(await call(frame, "go")).toEqual(["done", "đã đến", "kèm"]);
    await page.waitForFunction(() => {
      const name = document.querySelector('[data-u-comp="defined-name"] input');
      return name instanceof HTMLInputElement && name.value === "B3";
    });
  });

  it("fails as the platform does when the connection is lost", async () => {
    const { page, frame } = await openFrame();
    await page.route("**/api/run*", (route) => route.abort());
    expect(await call(frame, "echo", 1)).toEqual([
      "failed",
      "ScriptError",
      "NetworkError: Connection failure due to HTTP 0",
      "kèm",
    ]);
  });
});
