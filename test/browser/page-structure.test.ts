/** Rows, columns, tabs and looks, changed on the page in a real browser: the host does it, all windows show it. */

import { cellAt, loadWorkbook } from "gas-offline";
import { describe, expect, it } from "vitest";
import { browserOfTests, type Window } from "./window.ts";

const STATION = "tram-yte@vinhphong.example";
const tests = browserOfTests();

describe("rows and columns", () => {
  it("that one window inserts and deletes are so in another, in the file, and come back when undone", async () => {
    const { address, book } = await tests.serveSample("hang.xlsx");
    const [window, other] = await Promise.all([tests.open(address), tests.open(address, STATION)]);
    const line = (await window.read("Hướng dẫn", "A5")).text;
    await window.menu("Hướng dẫn", "A5", "row", "dòng ở trên");
    await window.shows("Hướng dẫn", "A6", line);
    await other.shows("Hướng dẫn", "A6", line);
    await window.press("Control+z");
    await other.shows("Hướng dẫn", "A5", line);
    await window.page.getByRole("button", { name: "Làm lại" }).click();
    await other.shows("Hướng dẫn", "A6", line);
    await window.shows("Hướng dẫn", "A6", line);
    await window.menu("Hướng dẫn", "A5", "row", "Xóa hàng đã chọn");
    await other.shows("Hướng dẫn", "A5", line);
    await book.save();
    const sheet = (await loadWorkbook(book.path())).sheets.find(({ name }) => name === "Hướng dẫn");
    expect(sheet && cellAt(sheet, 5, 1)?.value).toBe(line);
    expect(window.faults).toEqual([]);
  });

  it("that are a protected tab's are refused to a unit, in Google's words", async () => {
    const { address } = await tests.serveSample("khoa.xlsx");
    const window = await tests.open(address, STATION);
    const title = (await window.read("TYT", "C5")).text;
    await window.menu("TYT", "C5", "row", "Xóa hàng đã chọn");
    const said = await window.dialog();
    expect(said).toContain("“TYT” được khóa với tram-yte@vinhphong.example");
    expect(said).toContain("You are trying to edit a protected cell or object.");
    await expect.poll(async () => (await window.read("TYT", "C5")).text).toBe(title);
  });

  it("inserted under the hands of one who types in that tab take no number to the wrong row", async () => {
    const { address } = await tests.serveSample("dang-go.xlsx");
    const [window, other] = await Promise.all([tests.open(address), tests.open(address)]);
    const [first, next] = [(await other.read("Lịch sử", "B5")).text, (await other.read("Lịch sử", "B6")).text];
    await window.write("Lịch sử", "B6", "9");
    await other.menu("Lịch sử", "B5", "row", "dòng ở trên");
    await other.shows("Lịch sử", "B6", first);
    await window.page.keyboard.press("Enter");
    expect(await window.dialog()).toContain("Hàng, cột của tab “Lịch sử” vừa đổi chỗ, nên “9” chưa được ghi.");
    await window.shows("Lịch sử", "B6", first);
    await window.shows("Lịch sử", "B7", next);
  });

  it("inserted elsewhere take nothing away from one who begins to type while the workbook is read again", async () => {
    const { address } = await tests.serveSample("doc-lai.xlsx");
    const [window, other] = await Promise.all([tests.open(address), tests.open(address)]);
    const line = (await other.read("Lịch sử", "B5")).text;
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    await window.page.route("**/api/view*", async (route) => {
      await gate;
      await route.continue();
    });
    const asked = window.page.waitForRequest(/\/api\/view/);
    await other.menu("Lịch sử", "B5", "row", "dòng ở trên");
    await asked;
    await window.write("VPDU", "E6", "0");
    const answered = window.page.waitForResponse(/\/api\/view/);
    open();
    await (await answered).finished();
    await expect.poll(window.typed).toBe("0");
    await window.page.keyboard.press("Enter");
    await other.shows("VPDU", "E6", "0");
    await window.shows("Lịch sử", "B6", line);
    await window.shows("VPDU", "E6", "0");
  });

  it("chosen rows are sorted by the column that comes first", async () => {
    const { address } = await tests.serveSample("xep.xlsx");
    const [window, other] = await Promise.all([tests.open(address), tests.open(address)]);
    const codes = await Promise.all([5, 6, 7, 8].map(async (row) => (await window.read("Nhiệm vụ", `A${row}`)).text));
    await window.select("Nhiệm vụ", "A5", "D8");
    await window.page.getByRole("button", { name: "Xếp giảm dần" }).click();
    await other.shows("Nhiệm vụ", "A5", codes[3] ?? "");
    await expect.poll(async () => (await other.read("Nhiệm vụ", "A8")).text).toBe(codes[0]);
    await window.page.getByRole("button", { name: "Hoàn tác" }).click();
    await other.shows("Nhiệm vụ", "A5", codes[0] ?? "");
  });
});

describe("tabs", () => {
  it("are added, renamed, copied, hidden and deleted, and formulas follow a name", async () => {
    const { address, book } = await tests.serveSample("tab.xlsx");
    const [window, other] = await Promise.all([tests.open(address), tests.open(address)]);
    // In the own window, too: what is clicked next is not to be taken away by it.
    const bothShow = async (tab: string): Promise<void> => {
      for (const each of [window, other]) await expect.poll(() => each.tabs()).toContain(tab);
    };
    const noneShows = async (tab: string): Promise<void> => {
      for (const each of [window, other]) await expect.poll(() => each.tabs()).not.toContain(tab);
    };
    const added = `Trang tính${book.view(book.owner()).sheets.length + 1}`;
    await window.page.locator('[data-u-comp="sheet-bar-append-button"]').first().click();
    await bothShow(added);
    await window.tabMenu(added, "Xóa");
    await window.page.getByRole("button", { name: "Xác nhận" }).click();
    await noneShows(added);
    await window.tabMenu("Chỉ tiêu", "Sao chép");
    await bothShow("Bản sao của Chỉ tiêu");
    await window.tabMenu("Bản sao của Chỉ tiêu", "Ẩn");
    await noneShows("Bản sao của Chỉ tiêu");
    await window.renameTab("Lịch sử", "Năm trước");
    await bothShow("Năm trước");
    expect(book.view(book.owner()).sheets.map(({ name }) => name)).toContain("Năm trước");
    expect(window.faults).toEqual([]);
  });
});

describe("looks", () => {
  it("bold, and taken off again, is in another window and in the file", async () => {
    const { address, book } = await tests.serveSample("dam.xlsx");
    const [window, other] = await Promise.all([tests.open(address), tests.open(address)]);
    const isBold = () => {
      const view = book.view(book.owner());
      const sheet = view.sheets.find(({ name }) => name === "Lịch sử");
      const format = sheet?.cells.find(([row, column]) => row === 5 && column === 1)?.[3] ?? -1;
      return view.formats[format]?.bold === true;
    };
    await window.choose("Lịch sử", "A5");
    await window.press("Control+b");
    await expect.poll(isBold).toBe(true);
    const shows = (at: Window) => at.read("Lịch sử", "A5").then(({ bold }) => bold);
    await expect.poll(() => shows(other)).toBe(true);
    await other.choose("Lịch sử", "A5");
    await other.press("Control+b");
    await expect.poll(isBold).toBe(false);
    await expect.poll(() => shows(window)).toBe(false);
    await window.press("Control+b");
    await expect.poll(isBold).toBe(true);
    await book.save();
    const sheet = (await loadWorkbook(book.path())).sheets.find(({ name }) => name === "Lịch sử");
    expect(sheet && cellAt(sheet, 5, 1)?.format?.bold).toBe(true);
  });
});
