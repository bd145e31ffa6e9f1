/** The workflow under way in the page, over the shipped bundle: several people at once, a connection that is lost. */

import { saveWorkbook } from "gas-offline";
import type { FrameLocator, Page } from "playwright-core";
import type { PageBook } from "sheet-page";
import { newWorkbook } from "so2282-cli";
import { describe, expect, it } from "vitest";
import type { CoordinatorDesk, Desk } from "../../src/addon/rpc.ts";
import { openSidebar, openUnit, picture, reload, showUnits, submit } from "./sidebar-steps.ts";
import { browserOfTests } from "./window.ts";

const STATION = "tram-yte@vinhphong.example";
const tests = browserOfTests();

/** Calls an endpoint as the coordinator, without a window. */
async function call<Result>(book: PageBook, name: string, ...args: readonly unknown[]): Promise<Result> {
  const { result, error } = await book.run(book.owner(), name, args);
  if (error !== undefined) throw new Error(error);
  return result as Result;
}

async function deskOf(book: PageBook): Promise<CoordinatorDesk> {
  const desk = await call<Desk>(book, "getDesk");
  if (desk.kind !== "coordinator") throw new Error(`a desk of ${desk.kind}`);
  return desk;
}

/** Hands in for so many units that have no error; returns their codes. */
async function handIn(book: PageBook, count: number): Promise<readonly string[]> {
  const ready = (await deskOf(book)).units.filter(({ errors }) => errors === 0).slice(0, count);
  for (const { unit } of ready) {
    const { unit: row, zeros } = await call<{ unit: { digest: string }; zeros: { key: string }[] }>(
      book,
      "getChecklist",
      { unit },
    );
    const request = { unit, digest: row.digest, role: "Thủ trưởng", zeros: zeros.map(({ key }) => key) };
    await call(book, "submit", request);
  }
  return ready.map(({ unit }) => unit);
}

/** How often the log says that a unit was approved. */
async function approvals(book: PageBook): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { unit, action } of (await deskOf(book)).log) {
    if (action === "approve") counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return counts;
}

/** Loses what the server answers; `arrives`: it has done what it was asked. */
async function loseConnection(page: Page, name: string, arrives: boolean): Promise<void> {
  await page.route("**/api/run*", async (route) => {
    if (!route.request().postData()?.includes(`"${name}"`)) return route.continue();
    if (arrives) await route.fetch();
    await route.abort("connectionreset");
  });
}

/** Holds back what the server answers; resolves once it has done what it was asked. */
function holdAnswer(page: Page, name: string): Promise<void> {
  return new Promise((resolve) => {
    void page.route("**/api/run*", async (route) => {
      if (!route.request().postData()?.includes(`"${name}"`)) return route.continue();
      await route.fetch();
      resolve();
    });
  });
}

const LOST = "Mất kết nối. Việc vừa bấm có thể chưa được ghi: hãy xem mạng, rồi bấm Tải lại để biết.";

async function readLost(frame: FrameLocator): Promise<void> {
  await frame.getByRole("alert").filter({ hasText: LOST }).waitFor();
}

describe("approving many", () => {
  it("by two coordinators at once approves each once, and tells the second why not", async () => {
    const { address, book } = await tests.serveSample("hai-nguoi.xlsx");
    const codes = await handIn(book, 4);
    const windows = await Promise.all([tests.open(address), tests.open(address)]);
    const desks: FrameLocator[] = [];
    for (const window of windows) {
      const desk = await openSidebar(window);
      await showUnits(desk);
      await desk.getByRole("button", { name: "Duyệt 4 đơn vị đã nộp, không lỗi" }).click();
      desks.push(desk);
    }
    await Promise.all(desks.map((desk) => desk.getByRole("button", { name: "Duyệt 4 đơn vị", exact: true }).click()));
    const told = await Promise.all(
      desks.map(async (desk) => {
        const done = desk.getByText("Đã duyệt 4 đơn vị.");
        const refused = desk.getByText("4 đơn vị chưa làm được:");
        await done.or(refused).first().waitFor();
        return (await done.count()) > 0 ? "done" : "refused";
      }),
    );
    const second = windows[told.indexOf("refused")];
    if (second) await picture(second.page, "f-hai-nguoi");
    expect(told.sort()).toEqual(["done", "refused"]);
    for (const desk of desks) {
      const words = await desk.getByRole("alert").allInnerTexts();
      for (const text of words)
        expect(text).toContain("Chỉ làm được với báo cáo “Đã nộp”; báo cáo này đang “Đã duyệt”.");
    }
    await expect.poll(() => approvals(book)).toEqual(new Map(codes.map((code) => [code, 1])));
    expect(windows.flatMap(({ faults }) => faults)).toEqual([]);
  });
});

describe("a unit that types while it is approved", () => {
  it("is approved with the figures that stand, or not at all", async () => {
    const { address, book } = await tests.serveSample("cung-luc.xlsx");
    const [station, coordinator] = await Promise.all([tests.open(address, STATION), tests.open(address)]);
    await submit(await openSidebar(station));
    const desk = await openSidebar(coordinator);
    await openUnit(desk);
    await desk.getByRole("button", { name: "Duyệt: Trạm Y tế xã" }).click();
    await station.write("TYT", "D6", "9");
    await Promise.all([
      station.page.keyboard.press("Enter"),
      desk.getByRole("button", { name: "Duyệt", exact: true }).click(),
    ]);
    const approved = desk.getByText("Trạm Y tế xã: Đã duyệt.");
    const refused = desk.getByText("1 đơn vị chưa làm được:");
    await approved.or(refused).first().waitFor();
    const isApproved = (await approved.count()) > 0;
    if (isApproved) expect(await station.dialog()).toContain("protected");
    const row = (await deskOf(book)).units.find(({ unit }) => unit === "TYT");
    expect(row).toMatchObject(
      isApproved ? { state: "approved", changedCells: 0 } : { state: "submitted", changedCells: 1 },
    );
    await expect.poll(async () => (await station.read("TYT", "D6")).text === "9").toBe(!isApproved);
    expect(coordinator.faults).toEqual([]);
  });
});

describe("an approved report", () => {
  it("is opened again with a reason, and its unit types and hands in again", async () => {
    const { address } = await tests.serveSample("mo-lai.xlsx");
    const [station, coordinator] = await Promise.all([tests.open(address, STATION), tests.open(address)]);
    const unit = await openSidebar(station);
    await submit(unit);
    const desk = await openSidebar(coordinator);
    await openUnit(desk);
    await desk.getByRole("button", { name: "Duyệt: Trạm Y tế xã" }).click();
    await desk.getByRole("button", { name: "Duyệt", exact: true }).click();
    await desk.getByText("Trạm Y tế xã: Đã duyệt.").waitFor();
    await desk.getByRole("button", { name: "Mở lại: Trạm Y tế xã" }).click();
    await desk.getByLabel("Lý do (đơn vị sẽ đọc)").fill("Thiếu một phó trưởng trạm");
    await desk.getByRole("button", { name: "Mở lại", exact: true }).dblclick();
    await desk.getByText("Trạm Y tế xã: đã mở lại, đơn vị sửa được.").waitFor();
    await picture(coordinator.page, "f-mo-lai");
    await reload(unit);
    await unit.getByText("Người tổng hợp ghi: Thiếu một phó trưởng trạm").waitFor();
    await picture(station.page, "f-mo-lai-don-vi");
    await station.type("TYT", "D6", "4");
    await coordinator.shows("TYT", "D6", "4");
    await reload(unit);
    await submit(unit);
    expect([...station.faults, ...coordinator.faults]).toEqual([]);
  });
});

describe("a connection that is lost", () => {
  it.each([
    ["before the server has heard", false],
    ["after the server has done it", true],
  ])("while a unit hands in, %s: what was typed stays, and again is once", async (_, arrives) => {
    const { address, book } = await tests.serveSample(`mat-mang-${arrives}.xlsx`);
    const station = await tests.open(address, STATION);
    const unit = await openSidebar(station);
    await loseConnection(station.page, "submit", arrives);
    await unit.getByLabel("Chức vụ người xác nhận").fill("Phó Trưởng trạm");
    for (const zero of await unit.getByRole("checkbox").all()) await zero.check();
    await unit.getByRole("button", { name: "Nộp báo cáo" }).click();
    await readLost(unit);
    await picture(station.page, `f-mat-mang-${arrives}`);
    await expect.poll(() => unit.getByLabel("Chức vụ người xác nhận").inputValue()).toBe("Phó Trưởng trạm");
    const before = (await deskOf(book)).units.find((row) => row.unit === "TYT");
    expect(before?.state).toBe(arrives ? "submitted" : "filling");
    await station.page.unroute("**/api/run*");
    await unit.getByRole("button", { name: "Nộp báo cáo" }).click();
    await unit.getByText("Đã nộp báo cáo. Người tổng hợp sẽ xem và duyệt.").waitFor();
    const after = (await deskOf(book)).units.find((row) => row.unit === "TYT");
    expect(after).toMatchObject({ state: "submitted", changedCells: 0 });
    if (arrives) expect(after?.submittedAt).toBe(before?.submittedAt);
  });

  it("while many are approved is told; read again, the desk shows what was done, and nothing is done twice", async () => {
    const { address, book } = await tests.serveSample("mat-mang-duyet.xlsx");
    const codes = await handIn(book, 3);
    const window = await tests.open(address);
    const desk = await openSidebar(window);
    await loseConnection(window.page, "approve", true);
    await showUnits(desk);
    await desk.getByRole("button", { name: "Duyệt 3 đơn vị đã nộp, không lỗi" }).click();
    await desk.getByRole("button", { name: "Duyệt 3 đơn vị", exact: true }).click();
    await readLost(desk);
    await window.page.unroute("**/api/run*");
    await desk.getByRole("button", { name: "Duyệt 3 đơn vị đã nộp, không lỗi" }).click();
    await desk.getByRole("button", { name: "Duyệt 3 đơn vị", exact: true }).click();
    await desk.getByText("3 đơn vị chưa làm được:").waitFor();
    await expect.poll(() => approvals(book)).toEqual(new Map(codes.map((code) => [code, 1])));
    await reload(desk);
    await showUnits(desk);
    await expect.poll(() => desk.locator(".unit .chip").filter({ hasText: "Đã duyệt" }).count()).toBe(3);
  });

  it("at the first paint offers to read again, which works once it is back", async () => {
    const { address } = await tests.serveSample("mat-mang-mo.xlsx");
    const window = await tests.open(address);
    await loseConnection(window.page, "getDesk", false);
    const desk = await openSidebar(window);
    await readLost(desk);
    await window.page.unroute("**/api/run*");
    await desk.getByRole("button", { name: "Tải lại" }).click();
    await desk.locator(".deadline").waitFor();
  });
});

describe("the first run", () => {
  it("closed before its third step has what was typed, also after the program was ended; then makes the workbook", async () => {
    await saveWorkbook(newWorkbook("moi"), tests.path("do-dang.xlsx"), { overwrite: false });
    const served = await tests.serve(tests.path("do-dang.xlsx"));
    const window = await tests.open(served.address);
    const frame = await openSidebar(window);
    await frame.getByLabel("Tên xã").fill("Vĩnh Phong");
    await frame.getByRole("button", { name: "Tiếp: đơn vị" }).click();
    await frame.getByLabel("Dán từ bảng tính của bạn").check();
    await frame
      .getByLabel("Dán các dòng vào đây")
      .fill("VP\tVăn phòng\tCơ quan, phòng ban\nTYT\tTrạm Y tế\tĐơn vị sự nghiệp");
    await frame.getByText("Đã giữ những gì bạn nhập.").waitFor();
    await window.page.getByRole("button", { name: "Đóng" }).click();
    const again = await openSidebar(window);
    await again.getByText("Đã mở lại phần bạn nhập dở lần trước.").waitFor();
    await picture(window.page, "f-mo-lai-do-dang");
    await expect.poll(() => again.getByLabel("Dán các dòng vào đây").inputValue()).toContain("TYT\tTrạm Y tế");

    await served.book.close();
    const restarted = await tests.serve(tests.path("do-dang.xlsx"));
    const other = await tests.open(restarted.address);
    const resumed = await openSidebar(other);
    await resumed.getByRole("heading", { name: "Bước 2: Đơn vị" }).waitFor();
    await resumed.getByRole("button", { name: "Quay lại" }).click();
    await expect.poll(() => resumed.getByLabel("Tên xã").inputValue()).toBe("Vĩnh Phong");
    await resumed.getByRole("button", { name: "Tiếp: đơn vị" }).click();
    await resumed.getByRole("button", { name: "Xem trước" }).click();
    await resumed.getByRole("button", { name: "Lập sổ" }).dblclick();
    await resumed.getByRole("heading", { name: "Bước 4: Lập sổ" }).waitFor();
    await resumed.getByRole("button", { name: "Mở sổ" }).click();
    await resumed.locator(".deadline").waitFor();
    await expect.poll(() => deskOf(restarted.book)).toMatchObject({ commune: "Xã Vĩnh Phong", rates: { units: 2 } });
    await expect.poll(() => call(restarted.book, "getSetup")).toMatchObject({ draft: null, formless: [] });
    expect(other.faults).toEqual([]);
  });

  it("closed while the workbook is written is taken up where it was, and makes nothing twice", async () => {
    await saveWorkbook(newWorkbook("moi"), tests.path("giua-chung.xlsx"), { overwrite: false });
    const { address, book } = await tests.serve(tests.path("giua-chung.xlsx"));
    const window = await tests.open(address);
    const frame = await openSidebar(window);
    await frame.getByLabel("Tên xã").fill("Vĩnh Phong");
    await frame.getByRole("button", { name: "Tiếp: đơn vị" }).click();
    await frame.getByLabel("Số ấp").fill("2");
    await frame.getByRole("button", { name: "Xem trước" }).click();
    const written = holdAnswer(window.page, "saveSetup");
    await frame.getByRole("button", { name: "Lập sổ" }).click();
    await frame.getByRole("button", { name: "Đang ghi…" }).waitFor();
    await written;
    await window.page.getByRole("button", { name: "Đóng" }).click();
    const again = await openSidebar(window);
    await again.getByText("đơn vị chưa có biểu để nhập").waitFor();
    await picture(window.page, "f-giua-chung");
    await again.getByRole("button", { name: "Lập biểu ở Thiết lập" }).click();
    await again.getByRole("button", { name: /^Lập \d+ biểu$/ }).click();
    await again.getByRole("button", { name: "Mở sổ" }).click();
    await again.locator(".deadline").waitFor();
    const { units } = await deskOf(book);
    expect(new Set(units.map(({ unit }) => unit)).size).toBe(units.length);
    expect(units.filter(({ hasForm }) => !hasForm)).toEqual([]);
    expect(window.faults).toEqual([]);
  });
});
