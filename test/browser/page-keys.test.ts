/** No key is lost: not before the page is there, nor while the grid is busy with what was typed last. */
import { describe, expect, it } from "vitest";
import { chooseCell } from "../../scripts/docs/pictures/choose-cell.ts";
import { browserOfTests } from "./window.ts";

const TAB = "Lịch sử";
const tests = browserOfTests();

describe("keys", () => {
  it("that are typed before the page's program has come are in the cell once it has", async () => {
    const { address } = await tests.serveSample("som.xlsx");
    const window = await tests.open(address);
    const { page } = window;
    const [first = ""] = await window.tabs();
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    await page.route("**/page.js", async (route) => {
      await gate;
      await route.continue();
    });
    await page.reload({ waitUntil: "commit" });
    await page.waitForFunction(() => "takeEarlyKeys" in globalThis);
    await page.keyboard.type("go som");
    await page.keyboard.press("Enter");
    await page.keyboard.type("go tiep");
    await page.keyboard.press("Enter");
    open();
    await page.locator("body[data-ready]").waitFor();
    await window.shows(first, "A1", "go som");
    await window.shows(first, "A2", "go tiep");
  });

  it("that are typed at once, cell after cell, are each in its cell", async () => {
    const { address } = await tests.serveSample("nhanh.xlsx");
    const window = await tests.open(address);
    const { page } = window;
    await chooseCell(page, TAB, "D5");
    for (const figure of ["21", "22", "23"]) {
      await page.keyboard.type(figure);
      await page.keyboard.press("Enter");
    }
    for (const [cell, figure] of [
      ["D5", "21"],
      ["D6", "22"],
      ["D7", "23"],
    ] as const)
      await window.shows(TAB, cell, figure);
    expect(window.faults).toEqual([]);
  });

  it("that are typed while the workbook is read again are each in its cell", async () => {
    const { address, book } = await tests.serveSample("doc-lai.xlsx");
    const window = await tests.open(address);
    await window.choose(TAB, "D5");
    const guide = book.view(book.owner()).sheets.find(({ name }) => name === "Hướng dẫn");
    const answered = window.page.waitForResponse(/\/api\/view/);
    await book.act(book.owner(), { kind: "insertRows", sheet: guide?.id ?? 0, at: 5, count: 1 });
    await answered;
    await window.page.keyboard.type("31");
    await window.page.keyboard.press("Enter");
    await window.page.keyboard.type("32");
    await window.page.keyboard.press("Enter");
    await window.shows(TAB, "D5", "31");
    await window.shows(TAB, "D6", "32");
  });

  it("that follow a click on a button of the bar go to the cell that is chosen", async () => {
    const { address } = await tests.serveSample("nut.xlsx");
    const window = await tests.open(address);
    await window.type(TAB, "D5", "41");
    await window.choose(TAB, "D7");
    await window.page.getByRole("button", { name: "Hoàn tác" }).click();
    await window.page.keyboard.type("42");
    await window.page.keyboard.press("Enter");
    await window.shows(TAB, "D7", "42");
  });
});
