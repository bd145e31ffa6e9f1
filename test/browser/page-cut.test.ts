/** Cells cut and pasted on the page in a real browser; and what of a tab is closed to a user, at a glance. */
import { describe, expect, it } from "vitest";
import { browserOfTests, type Window } from "./window.ts";

const STATION = "tram-yte@vinhphong.example";
const TAB = "Lịch sử";
const tests = browserOfTests();

const text = async (window: Window, cell: string): Promise<string> => (await window.read(TAB, cell)).text;
const statusOf = (window: Window) => window.page.locator("#status");

/** Cuts a cell, and waits until the clipboard has it: what was there before, from another window, is no longer. */
async function cut(window: Window, tab: string, cell: string): Promise<void> {
  await window.page.evaluate(() => navigator.clipboard.writeText("-"));
  await window.choose(tab, cell);
  await window.press("Control+x");
  await expect.poll(() => statusOf(window).innerText()).toContain("Đã cắt");
  await expect
    .poll(() => window.page.evaluate(async () => (await navigator.clipboard.read())[0]?.types.join() ?? ""))
    .toContain("text/html");
}

describe("a cell that is cut", () => {
  it("is moved by the next paste, in all windows, and comes back in one step", async () => {
    const { address } = await tests.serveSample("cat.xlsx");
    const [window, other] = await Promise.all([tests.open(address), tests.open(address)]);
    const [figure, next] = [await text(window, "D5"), await text(window, "D6")];
    expect(figure).not.toBe(next);
    await cut(window, TAB, "D5");
    await window.choose(TAB, "D6");
    await window.press("Control+v");
    for (const each of [window, other]) {
      await each.shows(TAB, "D6", figure);
      await each.shows(TAB, "D5", "");
    }
    await window.press("Control+z");
    for (const each of [window, other]) {
      await each.shows(TAB, "D5", figure);
      await each.shows(TAB, "D6", next);
    }
    expect(window.faults).toEqual([]);
  });

  it("stays when Esc was pressed: what is pasted is a copy", async () => {
    const { address } = await tests.serveSample("thoi-cat.xlsx");
    const window = await tests.open(address);
    const figure = await text(window, "D5");
    await cut(window, TAB, "D5");
    await window.press("Escape");
    await window.choose(TAB, "D6");
    await window.press("Control+v");
    await window.shows(TAB, "D6", figure);
    expect(await text(window, "D5")).toBe(figure);
  });

  it("is not moved once rows have moved in another window, and the page says so", async () => {
    const { address } = await tests.serveSample("cat-roi.xlsx");
    const [window, other] = await Promise.all([tests.open(address), tests.open(address)]);
    const figure = await text(window, "D5");
    await cut(window, TAB, "D5");
    await other.menu(TAB, "B5", "row", "dòng ở trên");
    await window.shows(TAB, "D6", figure);
    await window.choose(TAB, "D8");
    await window.press("Control+v");
    await expect.poll(() => statusOf(window).innerText()).toContain("Hãy cắt lại (Ctrl+X) rồi dán.");
    expect(await text(window, "D6")).toBe(figure);
  });

  it("of a tab that is closed to a unit stays there", async () => {
    const { address } = await tests.serveSample("cat-khoa.xlsx");
    const window = await tests.open(address, STATION);
    const [theirs, own] = [(await window.read("VPDU", "D6")).text, (await window.read("TYT", "D6")).text];
    await cut(window, "VPDU", "D6");
    await window.choose("TYT", "D6");
    await window.press("Control+v");
    expect(await window.dialog()).toContain(`tab “VPDU” được khóa với ${STATION}`);
    expect([(await window.read("VPDU", "D6")).text, (await window.read("TYT", "D6")).text]).toEqual([theirs, own]);
  });
});

describe("the menu of a cell", () => {
  it("cuts and pastes as the keys do, and names what it deletes", async () => {
    const { address } = await tests.serveSample("trinh-don.xlsx");
    const window = await tests.open(address);
    const figure = await text(window, "D5");
    await window.menu(TAB, "D5", "cell", "Cắt");
    await expect.poll(() => statusOf(window).innerText()).toContain("Đã cắt");
    await window.menu(TAB, "D6", "cell", "Dán");
    await window.shows(TAB, "D6", figure);
    await window.shows(TAB, "D5", "");
    await window.menu(TAB, "D7", "cell", "Xóa nội dung, định dạng", "Xóa nội dung");
    await window.shows(TAB, "D7", "");
  });
});

describe("a tab in which a unit may type nothing", () => {
  it("bears a lock, its own does not, and none does for the coordinator", async () => {
    const { address } = await tests.serveSample("o-khoa.xlsx");
    const [unit, coordinator] = await Promise.all([tests.open(address, STATION), tests.open(address)]);
    const locked = (window: Window, tab: string) =>
      window.page
        .locator('[data-u-comp="slide-tab-item"]', { has: window.page.getByText(tab, { exact: true }) })
        .locator("svg");
    await expect.poll(() => locked(unit, "VPDU").count()).toBe(1);
    await expect.poll(() => locked(unit, "TYT").count()).toBe(0);
    await expect.poll(() => locked(coordinator, "VPDU").count()).toBe(0);
    await unit.choose("VPDU", "D6");
    await expect.poll(() => statusOf(unit).innerText()).toBe("Tab này bạn chỉ xem được (Trạm Y tế xã).");
  });
});

describe("the page in a narrow window", () => {
  it("keeps all of its bar in sight", async () => {
    const { address } = await tests.serveSample("hep.xlsx");
    const { page } = await tests.open(address, STATION);
    await page.setViewportSize({ width: 1024, height: 768 });
    await expect
      .poll(async () => {
        const boxes = await Promise.all((await page.locator("#bar > *").all()).map((each) => each.boundingBox()));
        return Math.max(...boxes.map((box) => (box ? box.x + box.width : Number.POSITIVE_INFINITY)));
      })
      .toBeLessThanOrEqual(1024);
    const heights = await page.locator("#bar button").evaluateAll((all) => all.map((each) => each.clientHeight));
    expect(new Set(heights).size).toBe(1);
  });
});
