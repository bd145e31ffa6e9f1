/** What a unit's staff do in the sidebar, over literal answers. */
import { describe, expect, it } from "vitest";
import { APPROVED, CHECKLIST, READY, SUBMITTED } from "./sidebar-data.ts";
import { sidebarOfTests } from "./sidebar-window.ts";

const tests = sidebarOfTests();

describe("the keyboard alone", () => {
  it("reaches everything of the checklist, shows where one is, and hands in", async () => {
    const window = await tests.open({
      getDesk: [{ result: { kind: "unit", checklist: READY } }],
      submit: [{ result: SUBMITTED }],
    });
    const { page } = window;
    await page.getByRole("button", { name: "Nộp báo cáo" }).waitFor();
    const reached: string[] = [];
    for (let step = 0; step < 20 && reached.at(-1) !== "Nộp báo cáo"; step++) {
      await page.keyboard.press("Tab");
      const [name, outline] = await page.evaluate(() => {
        const at = document.activeElement;
        const label = at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? at.labels?.[0] : at;
        const words = at?.getAttribute("aria-label") ?? label?.textContent ?? "";
        return [words, at ? getComputedStyle(at).outlineStyle : "none"];
      });
      expect(outline).not.toBe("none");
      reached.push(name ?? "");
      if (/^Lãnh đạo.*: 0$/.test(name ?? "")) await page.keyboard.press("Space");
      if (name === "Chức vụ người xác nhận") await page.keyboard.type("Phó Trưởng trạm");
    }
    expect(reached).toEqual(expect.arrayContaining(["Tải lại số liệu", "Đơn vị của bạn", "Nộp báo cáo"]));
    await page.keyboard.press("Enter");
    await page.getByText("Đã nộp báo cáo. Người tổng hợp sẽ xem và duyệt.").waitFor();
    await expect.poll(async () => (await window.calls()).filter(({ name }) => name === "submit")).toHaveLength(1);
  });
});

describe("the unit's checklist", () => {
  it("says what is missing and wrong, why it came back, and why it cannot be handed in yet", async () => {
    const { page } = await tests.open({ getDesk: [{ result: { kind: "unit", checklist: CHECKLIST } }] });
    await page.getByText("Người tổng hợp ghi: Số nữ lớn hơn tổng số; xem lại ô E6.").waitFor();
    await expect.poll(() => page.locator(".items .name").allInnerTexts()).toContain("Đánh giá: kết quả");
    await expect.poll(() => page.getByText("Còn 1 lỗi: hãy sửa ô E6 của tab TYT rồi nộp.").count()).toBe(1);
    await expect.poll(() => page.getByRole("button", { name: "Nộp báo cáo" }).count()).toBe(0);
  });

  it("is handed in once each 0 is confirmed and a post is named, with the figures that were seen", async () => {
    const window = await tests.open({
      getDesk: [{ result: { kind: "unit", checklist: READY } }],
      submit: [{ result: SUBMITTED, held: true }],
    });
    const { page } = window;
    await page.getByRole("button", { name: "Nộp báo cáo" }).click();
    await page.getByText("Cần ghi chức vụ của người xác nhận").waitFor();
    await page.getByLabel("Chức vụ người xác nhận").fill("Phó Trưởng trạm");
    await page.getByRole("button", { name: "Nộp báo cáo" }).click();
    await page.getByText("Còn 1 số 0 chưa xác nhận").waitFor();
    await page.getByLabel("Lãnh đạo, quản lý: số nữ: 0").check();
    await page.getByRole("button", { name: "Nộp báo cáo" }).dblclick();
    await window.release("all");
    await page.getByText("Đã nộp báo cáo. Người tổng hợp sẽ xem và duyệt.").waitFor();
    await window.isAccessible();
    await expect
      .poll(async () => (await window.calls()).filter(({ name }) => name === "submit"))
      .toEqual([
        {
          name: "submit",
          args: [{ unit: "TYT", digest: "tyt-2", role: "Phó Trưởng trạm", zeros: ["SL.LD.nu"] }],
        },
      ]);
    await expect.poll(() => page.locator(".state .chip").innerText()).toBe("Đã nộp");
  });

  it("of a refused submission stays as it was typed, with the server's words", async () => {
    const window = await tests.open({
      getDesk: [{ result: { kind: "unit", checklist: { ...READY, zeros: [] } } }],
      submit: [{ error: "Error: WorkbookFault: Số liệu vừa đổi sau khi bạn mở. Hãy bấm Tải lại rồi xem lại." }],
    });
    const { page } = window;
    await page.getByLabel("Chức vụ người xác nhận").fill("Phó Trưởng trạm");
    await page.getByRole("button", { name: "Nộp báo cáo" }).click();
    await expect.poll(() => page.getByRole("alert").innerText()).toMatch(/^Số liệu vừa đổi sau khi bạn mở/);
    await expect.poll(() => page.getByLabel("Chức vụ người xác nhận").inputValue()).toBe("Phó Trưởng trạm");
  });

  it("that is approved leaves nothing to do: what is blank may stay so, and nothing is to be handed in", async () => {
    const { page } = await tests.open({ getDesk: [{ result: { kind: "unit", checklist: APPROVED } }] });
    await page.getByText("Số liệu đã duyệt nên ô nhập đang khóa.").waitFor();
    await expect.poll(() => page.getByRole("heading", { name: "Còn phải làm" }).count()).toBe(0);
    await expect.poll(() => page.getByRole("button", { name: "Nộp báo cáo" }).count()).toBe(0);
    await page.getByText("Để trống", { exact: true }).click();
    await expect
      .poll(() => page.locator(".items li").first().innerText())
      .toMatch(/Đánh giá: kết quả\s+Chưa nhập \(không bắt buộc\)/);
  });

  it("of a mailbox with several units is chosen", async () => {
    const other = { ...READY, unit: { ...READY.unit, unit: "TYT2", name: "Điểm trạm Y tế ấp Vĩnh Đông" } };
    const window = await tests.open({
      getDesk: [{ result: { kind: "unit", checklist: READY } }],
      getChecklist: [{ result: other }],
    });
    await window.page.getByLabel("Đơn vị của bạn").selectOption("TYT2");
    await window.page.getByRole("heading", { name: "Điểm trạm Y tế ấp Vĩnh Đông", level: 1 }).waitFor();
    await expect
      .poll(async () => (await window.calls()).at(-1))
      .toEqual({ name: "getChecklist", args: [{ unit: "TYT2" }] });
  });
});
