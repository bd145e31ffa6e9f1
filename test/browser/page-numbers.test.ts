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
    await window.press("Control+c");
    const copied = () => window.page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toBe("1,5");
    await window.choose("Nháp", "A2");
    await window.press("Control+v");
    await window.shows("Nháp", "A2", "1,5");
    const cells = book.view(book.owner()).sheets.find(({ name }) => name === "Nháp")?.cells;
    expect(cells?.find(([row]) => row === 2)?.[2]).toBe(1.5);
    const late = await tests.open(address);
    await late.shows("Nháp", "A1", "1,5");
  });
});

describe("a cell that is opened and left as it was", () => {
  it("keeps its formula, and shows all decimals of a percentage while it is open", async () => {
    const { address, book } = await tests.serveSample("de-nguyen.xlsx");
    const [first] = book.view(book.owner()).sheets;
    await book.act(book.owner(), { sheet: first?.id ?? 0, kind: "addSheet", name: "Nháp" });
    const window = await tests.open(address);
    const lookAt = async (cell: string, text: string): Promise<void> => {
      await window.choose("Nháp", cell);
      await window.press("F2");
      await expect.poll(window.typed).toBe(text);
      await window.page.keyboard.press("Enter");
      await expect.poll(window.typed).toBeUndefined();
    };
    await window.type("Nháp", "A1", "12,345%");
    await window.shows("Nháp", "A1", "12,35%");
    await lookAt("A1", "12,345%");
    await window.type("Nháp", "A2", "=A1*2");
    await window.shows("Nháp", "A2", "0,2469");
    await lookAt("A2", "0,2469");
    await window.type("Nháp", "A1", "20");
    await window.shows("Nháp", "A1", "20,00%");
    await window.shows("Nháp", "A2", "0,4");
    expect(window.faults).toEqual([]);
  });
});
