/** Many windows on one workbook: each hears of the others, and no value that was taken is written over unseen. */
import { describe, expect, it } from "vitest";
import { browserOfTests } from "./window.ts";

const STATION = "tram-yte@vinhphong.example";
const tests = browserOfTests();

describe("seven windows of one browser", () => {
  it("all work and hear of each other, over one connection", async () => {
    const { address } = await tests.serveSample("bay.xlsx");
    const windows = await tests.openMany(address, 7);
    const [first, last] = [windows[0], windows[6]];
    if (!first || !last) throw new Error("There are seven windows");
    await last.page.bringToFront();
    await last.type("VPDU", "E6", "0");
    await last.saved();
    await Promise.all(windows.map((window) => window.shows("Bảng điểm", "C5", "18")));
    await first.page.bringToFront();
    await first.type("VPDU", "D6", "4");
    await first.saved();
    await Promise.all(windows.map((window) => window.shows("VPDU", "D6", "4")));
    expect(windows.flatMap(({ faults }) => faults)).toEqual([]);
  });
});

describe("two windows in one cell", () => {
  it("the one that did not see the other's figure is told, and the figure stays", async () => {
    const { address, book } = await tests.serveSample("mot-o.xlsx");
    const [window, station] = await Promise.all([tests.open(address), tests.open(address, STATION)]);
    await window.write("TYT", "D6", "7");
    await station.type("TYT", "D6", "8");
    await station.saved();
    await window.page.keyboard.press("Enter");
    expect(await window.dialog()).toContain("Ô D6 của tab “TYT” vừa được sửa ở cửa sổ khác, nên “7” chưa được ghi.");
    await window.shows("TYT", "D6", "8");
    const sheet = book.view(book.owner()).sheets.find(({ name }) => name === "TYT");
    expect(sheet?.cells.find(([row, column]) => row === 6 && column === 4)?.[2]).toBe(8);
    await window.type("TYT", "D6", "7");
    await station.shows("TYT", "D6", "7");
  });

  it("that type at the very same moment keep one figure, and both show it", async () => {
    const { address } = await tests.serveSample("cung-luc.xlsx");
    const [window, station] = await Promise.all([tests.open(address), tests.open(address, STATION)]);
    await Promise.all([window.write("TYT", "D6", "7"), station.write("TYT", "D6", "8")]);
    await Promise.all([window.page.keyboard.press("Enter"), station.page.keyboard.press("Enter")]);
    const refused = await Promise.race([window.dialog().then(() => station), station.dialog().then(() => window)]);
    const kept = (await refused.read("TYT", "D6")).text;
    expect(["7", "8"]).toContain(kept);
    await window.shows("TYT", "D6", kept);
    await station.shows("TYT", "D6", kept);
  });
});

describe("a window that has slept", () => {
  it("writes over nothing that it missed, and shows all of it when it is seen again", async () => {
    const { address, book } = await tests.serveSample("ngu.xlsx");
    const [window, station] = await Promise.all([
      // Alone it hears only while it is seen, as where browsers put windows to sleep.
      tests.open(address, undefined, () => Reflect.deleteProperty(globalThis, "SharedWorker")),
      tests.open(address, STATION),
    ]);
    const setHidden = (hidden: boolean) =>
      window.page.evaluate((value) => {
        Object.defineProperty(document, "hidden", { configurable: true, get: () => value });
        document.dispatchEvent(new Event("visibilitychange"));
      }, hidden);
    await setHidden(true);
    await station.type("TYT", "D6", "8");
    await station.type("TYT", "E6", "2");
    await station.shows("TYT", "E6", "2");
    await station.saved();
    await expect.poll(async () => (await window.read("TYT", "D6")).text).toBe("2");
    const before = book.revision();
    await window.type("TYT", "D6", "9");
    expect(await window.dialog()).toContain("vừa được sửa ở cửa sổ khác, nên “9” chưa được ghi");
    expect(book.revision()).toBe(before + 1);
    await setHidden(false);
    await window.shows("TYT", "D6", "8");
    await window.shows("TYT", "E6", "2");
    await station.shows("TYT", "D6", "8");
  });
});
