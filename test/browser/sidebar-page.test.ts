/** The sidebar in the page, over the shipped bundle and the sample commune: the real server answers. */

import { saveWorkbook } from "gas-offline";
import type { Page } from "playwright-core";
import { newWorkbook } from "so2282-cli";
import { describe, expect, it } from "vitest";
import { openSidebar, openUnit, picture, reload, submit } from "./sidebar-steps.ts";
import { browserOfTests } from "./window.ts";

const STATION = "tram-yte@vinhphong.example";
const tests = browserOfTests();

describe("the coordinator's desk", () => {
  it("shows the sample commune in five views, without a fault and without asking anybody outside", async () => {
    const { address } = await tests.serveSample("ban.xlsx");
    const window = await tests.open(address);
    const frame = await openSidebar(window);
    await expect.poll(() => frame.getByRole("heading", { level: 1 }).innerText()).toMatch(/Vĩnh Phong, năm 2026$/);
    await expect.poll(() => frame.locator(".target").nth(1).innerText()).toContain("39,95%");
    await picture(window.page, "r-0");
    for (const [index, view] of ["Đơn vị", "Kiểm tra", "Báo cáo", "Thiết lập"].entries()) {
      await frame.getByRole("navigation").getByRole("button", { name: view }).click();
      await frame.getByRole("heading", { name: view, level: 2 }).waitFor({ state: "attached" });
      await frame.locator(".waiting").waitFor({ state: "detached" });
      await picture(window.page, `r-${index + 1}`);
      await expect.poll(() => frame.getByRole("alert").allInnerTexts()).toEqual([""].slice(1));
    }
    expect(window.outside).toEqual([]);
    expect(window.faults).toEqual([]);
  });
});

describe("“đến ô”", () => {
  it("shows the cell in the grid beside", async () => {
    const { address } = await tests.serveSample("den.xlsx");
    const window = await tests.open(address);
    const frame = await openSidebar(window);
    await frame.getByRole("navigation").getByRole("button", { name: "Kiểm tra" }).click();
    await frame.getByText("Phòng Văn hóa – Xã hội").click();
    await frame.getByRole("button", { name: "Đến ô: G42, tab VHXH" }).click();
    await chosen(window.page, "G42");
    await expect.poll(() => window.page.locator("#status").innerText()).toContain("Nhập ngày/tháng/năm");
  });
});

/** Waits until the grid has chosen a cell. */
async function chosen(page: Page, cell: string): Promise<void> {
  await page.waitForFunction((wanted) => {
    const name = document.querySelector('[data-u-comp="defined-name"] input');
    return name instanceof HTMLInputElement && name.value === wanted;
  }, cell);
}

describe("a unit and its coordinator", () => {
  it("hand in, return with a reason, hand in again, approve: the unit's cells are locked then", async () => {
    const { address } = await tests.serveSample("quy-trinh.xlsx");
    const [station, coordinator] = await Promise.all([tests.open(address, STATION), tests.open(address)]);
    const unit = await openSidebar(station);
    await expect.poll(() => unit.getByRole("heading", { level: 1 }).innerText()).toBe("Trạm Y tế xã");
    await picture(station.page, "r-unit");
    await submit(unit);
    await expect.poll(() => unit.locator(".state .chip").innerText()).toBe("Đã nộp");

    const desk = await openSidebar(coordinator);
    await openUnit(desk);
    await desk.getByRole("button", { name: "Trả lại: Trạm Y tế xã" }).click();
    await desk.getByLabel("Lý do (đơn vị sẽ đọc)").fill("Xem lại số <b>nữ</b>.");
    await desk.getByRole("button", { name: "Trả lại", exact: true }).click();
    await desk.getByText("Trạm Y tế xã: Trả lại.").waitFor();

    await unit.getByRole("button", { name: "Tải lại số liệu" }).click();
    await unit.getByText("Người tổng hợp ghi: Xem lại số <b>nữ</b>.").waitFor();
    await submit(unit);

    await desk.getByRole("button", { name: "Tải lại số liệu" }).click();
    await openUnit(desk);
    await desk.getByRole("button", { name: "Duyệt: Trạm Y tế xã" }).click();
    await desk.getByRole("button", { name: "Duyệt", exact: true }).dblclick();
    await desk.getByText("Trạm Y tế xã: Đã duyệt.").waitFor();
    await picture(coordinator.page, "r-approved");

    const before = (await station.read("TYT", "D6")).text;
    await station.type("TYT", "D6", "9");
    expect(await station.dialog()).toContain("protected");
    await expect.poll(async () => (await station.read("TYT", "D6")).text).toBe(before);
    await unit.getByRole("button", { name: "Tải lại số liệu" }).click();
    await unit.getByText("Số liệu đã duyệt nên ô nhập đang khóa.").waitFor();
    await picture(station.page, "r-unit-approved");
    expect([...station.faults, ...coordinator.faults]).toEqual([]);
  });

  it("a figure that changed after the desk was opened is not approved unseen", async () => {
    const { address } = await tests.serveSample("doi.xlsx");
    const [station, coordinator] = await Promise.all([tests.open(address, STATION), tests.open(address)]);
    await submit(await openSidebar(station));
    const desk = await openSidebar(coordinator);
    await openUnit(desk);
    await station.type("TYT", "D6", "9");
    await coordinator.shows("TYT", "D6", "9");
    await desk.getByRole("button", { name: "Duyệt: Trạm Y tế xã" }).click();
    await desk.getByRole("button", { name: "Duyệt", exact: true }).click();
    await desk.getByText("1 đơn vị chưa làm được:").waitFor();
    await expect.poll(() => desk.getByRole("alert").innerText()).toContain("Trạm Y tế xã");
    await picture(coordinator.page, "r-refused");
  });
});

describe("the first run", () => {
  it("makes a workbook of an empty spreadsheet, also when the sidebar is closed in the middle", async () => {
    await saveWorkbook(newWorkbook("moi"), tests.path("moi.xlsx"), { overwrite: false });
    const { address } = await tests.serve(tests.path("moi.xlsx"));
    const window = await tests.open(address);
    const frame = await openSidebar(window);
    await frame.getByRole("heading", { name: "Bước 1: Kế hoạch" }).waitFor();
    await frame.getByRole("button", { name: "Tiếp: đơn vị" }).click();
    await frame.getByText("Cần tên của xã, phường").waitFor();
    await frame.getByLabel("Tên xã").fill("Vĩnh Phong");
    await picture(window.page, "r-wizard-1");
    await frame.getByRole("button", { name: "Tiếp: đơn vị" }).click();
    await frame.getByLabel("Số ấp").fill("3");
    await frame.getByRole("button", { name: "Xem trước" }).click();
    await frame.getByRole("heading", { name: "Bước 3: Xem lại" }).waitFor();
    await picture(window.page, "r-wizard-3");
    await frame.getByRole("button", { name: "Lập sổ" }).click();
    await frame.getByRole("heading", { name: "Bước 4: Lập sổ" }).waitFor();
    await window.page.getByRole("button", { name: "Đóng" }).click();
    const again = await openSidebar(window);
    await picture(window.page, "r-wizard-again");
    // Whether the forms were made by then or not, the way on is offered, and leads to the desk.
    const [rest, open] = [
      again.getByRole("button", { name: "Lập biểu ở Thiết lập" }),
      again.getByRole("button", { name: "Mở sổ" }),
    ];
    await rest.or(open).or(again.locator(".deadline")).first().waitFor();
    if ((await rest.count()) > 0) {
      await rest.click();
      // What the closed sidebar had asked for may have been done meanwhile.
      const forms = again.locator("details").filter({ hasText: "Đơn vị và biểu" });
      if ((await forms.getAttribute("open")) !== null) {
        await again.getByRole("button", { name: /^Lập \d+ biểu$/ }).click();
        await open.click();
      } else {
        await reload(again);
        await again.getByRole("navigation").getByRole("button", { name: "Tổng quan" }).click();
      }
    } else if ((await open.count()) > 0) await open.click();
    await again.locator(".deadline").waitFor();
    await expect.poll(() => again.getByText("đơn vị chưa có biểu để nhập").count()).toBe(0);
    await picture(window.page, "r-wizard-done");
    expect(window.faults).toEqual([]);
  });
});
