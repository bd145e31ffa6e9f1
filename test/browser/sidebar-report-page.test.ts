/** A report made in the page's sidebar over the shipped bundle: the real server's steps, its log, its list. */
import { join } from "node:path";
import type { FrameLocator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browserOfTests, type Window } from "./window.ts";

const NAME = "BC-2282-nam-2026-xa-Vinh-Phong";
const tests = browserOfTests();

async function openReport({ page }: Window): Promise<FrameLocator> {
  await page.getByRole("button", { name: "Mở bảng bên" }).click();
  const frame = page.frameLocator("#sidebar iframe");
  await frame.getByRole("heading", { level: 1 }).waitFor();
  await frame.getByRole("navigation").getByRole("button", { name: "Báo cáo" }).click();
  await frame.getByRole("button", { name: "Tạo báo cáo" }).waitFor();
  return frame;
}

describe("a report in the page", () => {
  it("is made, downloaded, logged and listed; a changed figure is told; nobody outside is asked", async () => {
    const { address } = await tests.serveSample("bao-cao.xlsx");
    const window = await tests.open(address);
    const frame = await openReport(window);
    await frame.getByRole("button", { name: "Tạo báo cáo" }).click();
    const made = frame.getByRole("region", { name: "Báo cáo đã tạo" });
    await made.getByRole("button", { name: "Gửi thư…" }).waitFor({ timeout: 90_000 });
    // This machine's Drive makes no PDF, and has no addresses that lead somewhere.
    await expect.poll(() => made.innerText()).toContain("trong Drive có tệp .docx, Google Tài liệu; chưa có tệp PDF.");
    await expect.poll(() => made.getByRole("link").count()).toBe(0);
    const download = window.page.waitForEvent("download");
    await made.getByRole("button", { name: "Tải .docx về máy" }).click();
    await expect.poll(async () => (await download).suggestedFilename()).toBe(`${NAME}.docx`);
    await expect.poll(async () => (await window.read("Nhật ký", "D5")).text).toBe("Tạo báo cáo");
    await expect
      .poll(async () => (await window.read("Nhật ký", "E5")).text)
      .toContain(`${NAME}; trong Drive: tệp .docx, Google Tài liệu.`);

    await made.getByRole("button", { name: "Gửi thư…" }).click();
    await frame.getByLabel("Gửi tới").fill("vanthu@snv.example");
    await frame.getByRole("button", { name: "Xem lại trước khi gửi" }).click();
    await frame.getByRole("heading", { name: "Thư sẽ gửi đi như sau" }).waitFor();
    await frame.getByLabel("Tôi đồng ý gửi bản dự thảo").check();
    await frame.getByRole("button", { name: "Gửi thư", exact: true }).click();
    // A workbook that is open on this machine reaches no mailbox, and does not say that it did.
    await frame.getByRole("alert").filter({ hasText: "Trang này không gửi thư" }).waitFor();
    await frame.getByRole("button", { name: "Đóng" }).click();
    await frame.getByRole("button", { name: "Sửa lại" }).click();

    await window.type("TYT", "D6", "9");
    await window.shows("TYT", "D6", "9");
    await frame.getByRole("button", { name: "Tải lại số liệu" }).click();
    const again = frame.getByRole("navigation").getByRole("button", { name: "Báo cáo" });
    await again.click();
    await frame.getByText("Số liệu đã đổi sau báo cáo này").waitFor();
    const folder = process.env["SO2282_PICTURES"];
    if (folder) await window.page.screenshot({ path: join(folder, "r-bao-cao.png") });
    expect(window.outside).toEqual([]);
    expect(window.faults).toEqual([]);
  }, 180_000);
});
