/** What comes into the page by other ways than the keys: the clipboards of Excel and LibreOffice, drop-downs. */
import { describe, expect, it } from "vitest";
import { browserOfTests, type Window } from "./window.ts";

const tests = browserOfTests();

/** 200 rows of last year's figures: the first columns of the tab `Lịch sử`, more than it has rows for. */
const ROWS = Array.from({ length: 200 }, (_, index) => ["2025", "VPDU", "LD", String(index + 5), String(index % 5)]);

/** As Excel puts cells on the clipboard: CRLF, a table with its own marks. */
const EXCEL = {
  text: `${ROWS.map((row) => row.join("\t")).join("\r\n")}\r\n`,
  html: `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><!--StartFragment-->${ROWS.map(
    (row) => `<tr>${row.map((cell) => `<td class=xl65 x:num>${cell}</td>`).join("")}</tr>`,
  ).join("")}<!--EndFragment--></table></body></html>`,
};

/** As LibreOffice does: LF, no line break at the end, `sdval` in the table. */
const LIBREOFFICE = {
  text: ROWS.map((row) => row.join("\t")).join("\n"),
  html: `<html><head><meta name="generator" content="LibreOffice 24.2"/></head><body><table cellspacing="0">${ROWS.map(
    (row) => `<tr>${row.map((cell) => `<td sdval="${cell}" sdnum="1066;">${cell}</td>`).join("")}</tr>`,
  ).join("")}</table></body></html>`,
};

describe("200 rows on the clipboard", () => {
  it.each([
    ["Excel", EXCEL],
    ["LibreOffice", LIBREOFFICE],
  ])(
    "from %s come in as values, the tab grows for them, and one step takes them back",
    async (program, { text, html }) => {
      const { address, book } = await tests.serveSample(`${program}.xlsx`);
      const window = await tests.open(address);
      await window.paste("Lịch sử", "A5", text, html);
      await window.shows("Lịch sử", "D204", "204");
      await window.saved();
      const sheet = () => book.view(book.owner()).sheets.find(({ name }) => name === "Lịch sử");
      const at = (row: number, column: number) =>
        sheet()?.cells.find(([line, place]) => line === row && place === column);
      expect(sheet()?.rows).toBeGreaterThanOrEqual(204);
      expect([at(204, 1)?.[2], at(204, 2)?.[2], at(204, 4)?.[2]]).toEqual([2025, "VPDU", 204]);
      const before = (await window.read("Lịch sử", "D5")).text;
      await window.press("Control+z");
      await expect.poll(async () => (await window.read("Lịch sử", "D204")).text).toBe("");
      expect(before).toBe("5");
      expect(window.faults).toEqual([]);
    },
  );

  it("of which some do not fit are kept where they fit; what does not is said", async () => {
    const { address } = await tests.serveSample("mot-phan.xlsx");
    const window = await tests.open(address);
    await window.paste("VPDU", "D6", "7\tnhiều\n");
    expect(await window.dialog()).toContain("Ô E6 của tab “VPDU”: thấy “nhiều”.");
    await window.shows("VPDU", "D6", "7");
    await window.shows("VPDU", "E6", "1");
  });
});

describe("five megabytes on the clipboard", () => {
  it("are refused in a word, at once; the page lives and nothing is changed", async () => {
    const { address, book } = await tests.serveSample("to.xlsx");
    const window = await tests.open(address);
    const revision = book.revision();
    const line = Array.from({ length: 10 }, () => "1234567890").join("\t");
    const text = Array.from({ length: 48_000 }, () => line).join("\n");
    expect(text.length).toBeGreaterThan(5_000_000);
    await window.paste("Lịch sử", "A5", text);
    const status = window.page.locator("#status");
    await expect.poll(() => status.innerText()).toContain("Một lần dán nhận tối đa 20.000 ô");
    await expect.poll(() => status.innerText()).toContain("480.000 ô");
    expect(book.revision()).toBe(revision);
    await livesOn(window);
  });

  it("in one cell are refused by Google's own limit", async () => {
    const { address } = await tests.serveSample("dai.xlsx");
    const window = await tests.open(address);
    await window.paste("VPDU", "F6", "a".repeat(5_100_000));
    expect(await window.dialog()).toContain("Ô F6 của tab “VPDU”: một ô chứa tối đa 50.000 ký tự; thấy 5.100.000.");
    await livesOn(window);
  });
});

async function livesOn(window: Window): Promise<void> {
  await window.type("VPDU", "E6", "0");
  await window.shows("Bảng điểm", "C5", "18");
}

describe("a word that was read", () => {
  it("gives the keys back: the next figure, and the next look, go into the cell", async () => {
    const { address, book } = await tests.serveSample("phim.xlsx");
    const window = await tests.open(address);
    await window.type("VPDU", "E6", "nhiều");
    await window.dialog();
    await window.type("VPDU", "E6", "0");
    await window.shows("Bảng điểm", "C5", "18");
    await window.choose("VPDU", "E6");
    await window.press("Control+b");
    await expect
      .poll(() => {
        const view = book.view(book.owner());
        const cells = view.sheets.find(({ name }) => name === "VPDU")?.cells;
        return view.formats[cells?.find(([row, column]) => row === 6 && column === 5)?.[3] ?? -1]?.bold;
      })
      .toBe(true);
  });
});

describe("a drop-down", () => {
  it("gives its entries, and what is chosen goes to the host", async () => {
    const { address, book } = await tests.serveSample("chon.xlsx");
    const window = await tests.open(address);
    await window.pick("TYT", "F33", "Đang làm");
    await window.shows("TYT", "F33", "Đang làm");
    await window.saved();
    const sheet = book.view(book.owner()).sheets.find(({ name }) => name === "TYT");
    expect(sheet?.cells.find(([row, column]) => row === 33 && column === 6)?.[2]).toBe("Đang làm");
  });
});
