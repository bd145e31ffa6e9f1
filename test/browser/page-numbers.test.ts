/** Numbers on the page in a real browser, as they are written in Vietnam. */
import { describe, expect, it } from "vitest";
import { browserOfTests } from "./window.ts";

const tests = browserOfTests();

describe("a fraction in a cell without a number format", () => {
  it("is shown with a comma, when typed and when loaded, and a copy of it is the same number", async () => {
    const { address, book } = await tests.serveSample("phan-so.xlsx");
    const [first] = book.view(book.owner()).sheets;
    await book.act(book.owner(), { sheet: first?.id ?? 0, kind: "addSheet", name: "Nháp" });
    const [window, other] = await Promise.all([tests.open(address), tests.open(address)]);
    await window.type("Nháp", "A1", "=3/2");
    await window.shows("Nháp", "A1", "1,5");
    await other.shows("Nháp", "A1", "1,5");
    await window.choose("Nháp", "A1");
    await window.page.keyboard.press("Control+c");
    const copied = () => window.page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toBe("1,5");
    await window.choose("Nháp", "A2");
    await window.page.keyboard.press("Control+v");
    await window.shows("Nháp", "A2", "1,5");
    const cells = book.view(book.owner()).sheets.find(({ name }) => name === "Nháp")?.cells;
    expect(cells?.find(([row]) => row === 2)?.[2]).toBe(1.5);
    const late = await tests.open(address);
    await late.shows("Nháp", "A1", "1,5");
  });
});
