/** The workbook's page in a real browser, over the shipped bundle and the sample commune. */
import { readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { browserOfTests } from "./window.ts";

const STATION = "tram-yte@vinhphong.example";
const tests = browserOfTests();

describe("the page", () => {
  it("shows the workbook as the sheet has it, and asks nobody outside for anything", async () => {
    const { address } = await tests.serveSample("mo.xlsx");
    const window = await tests.open(address);
    await expect.poll(() => window.page.title()).toBe("mo.xlsx – Người tổng hợp");
    await expect.poll(() => window.read("Bảng điểm", "E6")).toMatchObject({ text: "39,95", background: "#fff0c2" });
    await expect.poll(() => window.page.locator("#bar button").allInnerTexts()).toContain("Ai sửa được gì");
    await expect.poll(() => window.page.getByText("Mẫu biểu", { exact: true }).count()).toBe(0);
    expect(window.outside).toEqual([]);
    expect(window.faults).toEqual([]);
  });

  it("repaints the scorecard when a figure is typed", async () => {
    const { address } = await tests.serveSample("go.xlsx");
    const window = await tests.open(address);
    await expect.poll(async () => (await window.read("Bảng điểm", "C5")).text).toBe("19");
    await window.type("VPDU", "E6", "0");
    await window.shows("Bảng điểm", "C5", "18");
    await expect.poll(() => window.read("Bảng điểm", "E5")).toMatchObject({ text: "62,07", background: "#fbd9d7" });
  });

  it("puts back what a validation refuses, and says what the schema asks for", async () => {
    const { address } = await tests.serveSample("sai.xlsx");
    const window = await tests.open(address);
    await window.type("VPDU", "E6", "bốn");
    expect(await window.dialog()).toContain("thấy “bốn”. Nhập số nguyên từ 0 trở lên, không quá tổng số ở ô bên trái.");
    await window.shows("VPDU", "E6", "1");
  });

  it("takes days and decimals as they are written in Vietnam", async () => {
    const { address } = await tests.serveSample("ngay.xlsx");
    const window = await tests.open(address);
    await window.type("VPDU", "G38", "3/4/2026");
    await window.shows("VPDU", "G38", "03/04/2026");
    await window.choose("VPDU", "G38");
    await window.press("F2");
    await expect.poll(window.typed).toBe("03/04/2026");
    await window.page.keyboard.press("Enter");
    await expect.poll(window.typed).toBeUndefined();
    await window.saved();
    await expect.poll(async () => (await window.read("VPDU", "G38")).text).toBe("03/04/2026");
  });

  it("does again and undoes, through the host", async () => {
    const { address } = await tests.serveSample("lui.xlsx");
    const [window, other] = await Promise.all([tests.open(address), tests.open(address)]);
    await window.type("VPDU", "E6", "0");
    await other.shows("Bảng điểm", "C5", "18");
    await window.press("Control+z");
    await other.shows("Bảng điểm", "C5", "19");
    await window.press("Control+y");
    await other.shows("Bảng điểm", "C5", "18");
    await expect.poll(async () => (await window.read("VPDU", "E6")).text).toBe("0");
    await expect.poll(() => window.page.locator("dialog").count()).toBe(0);
    await window.type("VPDU", "E6", "nhiều");
    await window.dialog();
    await window.choose("VPDU", "E6");
    await window.page.getByRole("button", { name: "Hoàn tác" }).click();
    await other.shows("Bảng điểm", "C5", "19");
  });

  it("turns away what the host does not do, and says so", async () => {
    const { address } = await tests.serveSample("gach.xlsx");
    const window = await tests.open(address);
    await window.choose("VPDU", "D6");
    await window.press("Control+u");
    const status = window.page.locator("#status");
    await expect.poll(() => status.innerText()).toBe("Trang này chưa làm được việc đó.");
    await window.shows("VPDU", "D6", "3");
  });

  it("finds a text in any tab, with or without its marks", async () => {
    const { address } = await tests.serveSample("tim.xlsx");
    const { page, choose } = await tests.open(address);
    await choose("Bảng điểm", "A1");
    await page.keyboard.press("Control+f");
    await page.getByLabel("Tìm trong mọi tab").fill("tram y te xa");
    const told = page.locator("#find output");
    await expect.poll(() => told.innerText()).toMatch(/^\d+ ô$/);
    await page.keyboard.press("Enter");
    await expect.poll(() => told.innerText()).toMatch(/^1\/\d+$/);
    await page.getByRole("button", { name: "Ô sau" }).click();
    await expect.poll(() => told.innerText()).toMatch(/^2\/\d+$/);
    await page.getByLabel("Tìm trong mọi tab").fill("không có ở đâu");
    await expect.poll(() => told.innerText()).toBe("Không thấy");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("#find").isVisible()).toBe(false);
  });

  it("runs an entry of the add-on's menu, and shows what it says", async () => {
    const { address } = await tests.serveSample("quyen.xlsx");
    const window = await tests.open(address);
    await window.page.getByRole("button", { name: "Ai sửa được gì" }).click();
    expect(await window.dialog()).toContain("quyền sửa đúng cả");
    await window.shows("Quyền sửa", "E5", "Đúng");
  });

  it("asks before it mends what was broken; the workbook as it was is kept beside the file", async () => {
    const { address } = await tests.serveSample("hong.xlsx");
    const window = await tests.open(address);
    await window.type("TYT", "C6", "nhãn bị đè");
    await window.shows("TYT", "C6", "nhãn bị đè");
    const repair = window.page.getByRole("button", { name: "Kiểm tra và sửa sổ" });
    await repair.click();
    expect(await window.dialog()).toContain("Tab TYT, ô C6: cần “Lãnh đạo, quản lý của đơn vị (LD)”");
    expect(await window.dialog("Không")).toContain("Sửa các chỗ này?");
    await expect.poll(async () => (await window.read("TYT", "C6")).text).toBe("nhãn bị đè");
    await repair.click();
    await window.dialog();
    await window.dialog("Có");
    expect(await window.dialog()).toContain("Đã sửa sổ. Bản trước khi sửa: “mau (trước khi sửa");
    await window.shows("TYT", "C6", "Lãnh đạo, quản lý của đơn vị (LD)");
    const files = await readdir(tests.path("."));
    expect(files.filter((name) => name.startsWith("mau (trước khi sửa"))).toHaveLength(1);
  });
});

describe("several people", () => {
  it("the health station writes its own figure, and is refused in another tab in Google's words", async () => {
    const { address } = await tests.serveSample("tram.xlsx");
    const window = await tests.open(address, STATION);
    await window.type("TYT", "D6", "9");
    await window.shows("TYT", "D6", "9");
    await window.type("VPDU", "D6", "9");
    const said = await window.dialog();
    expect(said).toContain("Ô D6 của tab “VPDU”");
    expect(said).toContain("You are trying to edit a protected cell or object.");
    await window.shows("VPDU", "D6", "3");
    await window.choose("VPDU", "D6");
    const status = window.page.locator("#status");
    await expect.poll(() => status.innerText()).toBe("Tab này bạn chỉ xem được (Trạm Y tế xã).");
  });

  it("two windows as different users see each other's changes", async () => {
    const { address } = await tests.serveSample("hai.xlsx");
    const [coordinator, station] = await Promise.all([tests.open(address), tests.open(address, STATION)]);
    await station.type("TYT", "D6", "8");
    await coordinator.shows("TYT", "D6", "8");
    await coordinator.type("VPDU", "E6", "0");
    await station.shows("Bảng điểm", "C5", "18");
    await expect.poll(async () => (await station.read("VPDU", "E6")).text).toBe("0");
  });

  it("who one is can be switched, and reloads the page as that user", async () => {
    const { address } = await tests.serveSample("vai.xlsx");
    const { page } = await tests.open(address);
    await page.locator("#role").selectOption(STATION);
    await page.waitForURL(/as=tram-yte/);
    await page.waitForFunction(() => document.title.includes("Trạm Y tế"));
  });
});
