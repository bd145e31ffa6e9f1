/** What people do in the page's sidebar, step by step, for tests over the real server. */
import { join } from "node:path";
import type { FrameLocator, Page } from "playwright-core";
import type { Window } from "./window.ts";

/** Opens the sidebar from the add-on's menu. */
export async function openSidebar({ page }: Window): Promise<FrameLocator> {
  await page.getByRole("button", { name: "Mở bảng bên" }).click();
  const frame = page.frameLocator("#sidebar iframe");
  await frame.getByRole("heading", { level: 1 }).waitFor();
  await frame.locator(".waiting").waitFor({ state: "detached" });
  return frame;
}

/** Writes what the window shows into the folder of pictures, where one is asked for. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env["SO2282_PICTURES"];
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** Reads everything again. */
export async function reload(frame: FrameLocator): Promise<void> {
  const again = frame.getByRole("button", { name: "Tải lại số liệu" });
  await again.click();
  await frame.locator("header [aria-busy=true]").waitFor({ state: "detached" });
}

/** Goes to the list of units. */
export function showUnits(desk: FrameLocator): Promise<void> {
  return desk.getByRole("navigation").getByRole("button", { name: "Đơn vị" }).click();
}

/** Opens the health station in the list of units. */
export async function openUnit(desk: FrameLocator): Promise<void> {
  await showUnits(desk);
  await desk.getByLabel("Tìm đơn vị").fill("tram y te");
  const head = desk.getByRole("button", { name: /^Trạm Y tế xã/ });
  if ((await head.getAttribute("aria-expanded")) === "false") await head.click();
}

/** Hands in what is there, each 0 confirmed. */
export async function submit(unit: FrameLocator): Promise<void> {
  const done = unit.getByText("Đã nộp báo cáo. Người tổng hợp sẽ xem và duyệt.");
  // What is told of an earlier time is not taken for this one.
  await done.waitFor({ state: "detached" });
  await unit.getByLabel("Chức vụ người xác nhận").fill("Phó Trưởng trạm");
  for (const zero of await unit.getByRole("checkbox").all()) await zero.check();
  await unit.getByRole("button", { name: "Nộp báo cáo" }).click();
  await done.waitFor();
}
