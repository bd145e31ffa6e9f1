/** What the coordinator does in the sidebar, over literal answers: acts go out once, with what was seen. */
import { describe, expect, it } from "vitest";
import type { ActionOutcome } from "../../src/addon/rpc.ts";
import { ANSWERS, DESK, HOSTILE, REMINDERS, SETUP, UNITS } from "./sidebar-data.ts";
import { choose, saveDeadline, sidebarOfTests } from "./sidebar-window.ts";

const tests = sidebarOfTests();

/** The outcome of an act by which units have come to a state. */
function outcome(done: readonly string[], rest: Partial<ActionOutcome> = {}): ActionOutcome {
  const units = UNITS.filter(({ unit }) => done.includes(unit));
  return {
    done,
    refused: [],
    left: [],
    units: units.map((row) => ({ ...row, state: "approved", stateName: "Đã duyệt" })),
    rates: { ...DESK.rates, approved: DESK.rates.approved + done.length },
    log: DESK.log,
    ...rest,
  };
}

describe("the overview", () => {
  it("shows a rate so that it does not lie, its status in words, what is needed, and the bounds", async () => {
    const { page } = await tests.open(ANSWERS);
    const target = (code: RegExp) => page.locator(".target").filter({ hasText: code }).first().innerText();
    await expect.poll(() => target(/^\s*CT2\b/)).toContain("39,96% (999/2500)");
    await expect.poll(() => target(/^\s*CT2\b/)).toContain("Gần đạt");
    await expect.poll(() => target(/^\s*CT2\b/)).toContain("Còn thiếu 1 nữ nếu giữ số ghế, 2 nếu thêm ghế");
    await expect.poll(() => target(/^\s*CT1\b/)).toContain("Khi đủ số liệu: từ 65,5% đến 72,4%");
    await expect.poll(() => target(/^\s*CT4\b/)).toMatch(/Chưa có số liệu(?![\s\S]*%\s*\()/);
  });

  it("goes to a target's cell", async () => {
    const { page, calls } = await tests.open(ANSWERS);
    await page.getByRole("button", { name: "Đến ô: CT1 ở tab Bảng điểm" }).click();
    await expect
      .poll(async () => (await calls()).at(-1))
      .toEqual({
        name: "activateCell",
        args: [{ tab: "Bảng điểm", sheetId: 7, cell: "C5" }],
      });
  });
});

describe("the units", () => {
  it("are found by any part of their name, with or without marks, and narrowed by state", async () => {
    const window = await tests.open(ANSWERS);
    await choose(window, "Đơn vị");
    const names = () => window.page.locator(".unit .head .name").allInnerTexts();
    await window.page.getByLabel("Tìm đơn vị").fill("tram y te");
    await expect.poll(() => names()).toEqual(["Trạm Y tế xã"]);
    await window.page.getByLabel("Tìm đơn vị").fill("");
    await window.page.getByLabel("Lọc").selectOption({ label: "Đã nộp (3)" });
    await expect.poll(() => names()).toHaveLength(3);
    await window.page.getByLabel("Tìm đơn vị").fill("không có đơn vị này");
    await expect.poll(() => names()).toEqual([]);
    await window.page.getByRole("button", { name: "Hiện tất cả" }).click();
    await expect.poll(() => names()).toHaveLength(7);
  });

  it("are approved once, however often one clicks, with the figures that were seen", async () => {
    const window = await tests.open({ ...ANSWERS, approve: [{ result: outcome(["VPDU"]), held: true }] });
    await choose(window, "Đơn vị");
    const { page } = window;
    await page.getByRole("button", { name: /Văn phòng Đảng ủy/ }).click();
    await page.getByRole("button", { name: "Duyệt: Văn phòng Đảng ủy xã" }).click();
    await page.getByRole("button", { name: "Duyệt", exact: true }).dblclick();
    await page.getByRole("button", { name: "Đang duyệt…" }).click({ force: true });
    await window.release("all");
    await page.getByText("Văn phòng Đảng ủy xã: Đã duyệt.").waitFor();
    await expect
      .poll(async () => (await window.calls()).filter(({ name }) => name === "approve"))
      .toEqual([{ name: "approve", args: [{ units: [{ unit: "VPDU", digest: "vpdu-1" }] }] }]);
    await expect.poll(() => page.getByRole("button", { name: /Văn phòng Đảng ủy xã Đã duyệt/ }).count()).toBe(1);
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe("head");
  });

  it("are returned with a reason, which is asked for where it is missing", async () => {
    const returned = outcome([], {
      done: ["VPDU"],
      units: UNITS.slice(0, 1).map((row) => ({ ...row, state: "returned", stateName: "Trả lại", reason: HOSTILE })),
    });
    const window = await tests.open({ ...ANSWERS, returnUnit: [{ result: returned }] });
    await choose(window, "Đơn vị");
    const { page } = window;
    await page.getByRole("button", { name: /Văn phòng Đảng ủy/ }).click();
    await page.getByRole("button", { name: "Trả lại: Văn phòng Đảng ủy xã" }).click();
    await page.getByRole("button", { name: "Trả lại", exact: true }).click();
    await page.getByText("Cần ghi lý do").waitFor();
    await expect.poll(async () => (await window.calls()).some(({ name }) => name === "returnUnit")).toBe(false);
    await window.isAccessible();
    await page.getByLabel("Lý do (đơn vị sẽ đọc)").fill(` ${HOSTILE} `);
    await window.picture("7-tra-lai");
    await page.getByRole("button", { name: "Trả lại", exact: true }).click();
    await page.getByText(`Lý do đã ghi: ${HOSTILE}`).first().waitFor();
    await expect
      .poll(async () => (await window.calls()).at(-1)?.args)
      .toEqual([{ unit: "VPDU", digest: "vpdu-1", reason: HOSTILE }]);
  });

  it("that Google had no time for are told, and the same button goes on", async () => {
    const window = await tests.open({
      ...ANSWERS,
      approve: [{ result: outcome([], { left: ["VPDU"] }) }, { result: outcome(["VPDU"]) }],
    });
    await choose(window, "Đơn vị");
    const { page } = window;
    await page.getByRole("button", { name: /Văn phòng Đảng ủy/ }).click();
    await page.getByRole("button", { name: "Duyệt: Văn phòng Đảng ủy xã" }).click();
    await page.getByRole("button", { name: "Duyệt", exact: true }).click();
    await expect.poll(() => page.getByRole("alert").innerText()).toContain("Google dừng việc này vì hết giờ");
    await page.getByRole("button", { name: "Đóng" }).click();
    await page.getByRole("button", { name: "Duyệt: Văn phòng Đảng ủy xã" }).click();
    await page.getByRole("button", { name: "Duyệt", exact: true }).click();
    await page.getByText("Văn phòng Đảng ủy xã: Đã duyệt.").waitFor();
  });

  it("together that the server does not come to are told with how many were done", async () => {
    const window = await tests.open({
      ...ANSWERS,
      approve: [{ result: outcome(["VPDU"], { left: ["MTTQ"] }) }, { result: outcome([], { left: ["MTTQ"] }) }],
    });
    await choose(window, "Đơn vị");
    const { page } = window;
    await page.getByRole("button", { name: "Duyệt 2 đơn vị đã nộp, không lỗi" }).click();
    await page.getByRole("button", { name: "Duyệt 2 đơn vị", exact: true }).click();
    await expect
      .poll(() => page.getByRole("alert").innerText())
      .toContain("Đã duyệt 1 đơn vị. Google dừng việc này vì hết giờ");
    await expect.poll(() => page.getByRole("button", { name: "Duyệt 1 đơn vị đã nộp, không lỗi" }).count()).toBe(1);
  });

  it("whose submission was changed by hand are not approved together with the others", async () => {
    const units = UNITS.map((row) => (row.unit === "MTTQ" ? { ...row, doubtText: "Thời điểm nộp bị sửa tay" } : row));
    const window = await tests.open({ ...ANSWERS, getDesk: [{ result: { ...DESK, units } }] });
    await choose(window, "Đơn vị");
    const { page } = window;
    await expect.poll(() => page.getByRole("button", { name: "Duyệt 1 đơn vị đã nộp, không lỗi" }).count()).toBe(1);
    await page.getByLabel("Lọc").selectOption({ label: "Bị sửa tay (2)" });
    await page.getByRole("button", { name: /Ủy ban Mặt trận/ }).click();
    await page.getByText("Thời điểm nộp bị sửa tay. Hãy hỏi lại đơn vị").waitFor();
    await expect
      .poll(() => page.getByRole("button", { name: "Duyệt: Ủy ban Mặt trận Tổ quốc Việt Nam xã" }).count())
      .toBe(1);
  });

  it("without errors are approved together, call by call, and those that were refused say why", async () => {
    const window = await tests.open({
      ...ANSWERS,
      approve: [
        { result: outcome(["VPDU"], { left: ["MTTQ"] }), after: 50 },
        {
          result: outcome([], { refused: [{ unit: "MTTQ", reason: "Số liệu vừa đổi. Hãy xem lại rồi duyệt." }] }),
          after: 50,
        },
      ],
    });
    await choose(window, "Đơn vị");
    const { page } = window;
    await page.getByRole("button", { name: "Duyệt 2 đơn vị đã nộp, không lỗi" }).click();
    await page.getByRole("button", { name: "Duyệt 2 đơn vị", exact: true }).click();
    await page.getByText("Đã duyệt 1 đơn vị.").waitFor();
    await expect
      .poll(async () => (await window.calls()).filter(({ name }) => name === "approve").map(({ args }) => args[0]))
      .toEqual([
        {
          units: [
            { unit: "VPDU", digest: "vpdu-1" },
            { unit: "MTTQ", digest: "mttq-1" },
          ],
        },
        { units: [{ unit: "MTTQ", digest: "mttq-1" }] },
      ]);
    await expect.poll(() => page.getByRole("alert").innerText()).toContain("Số liệu vừa đổi. Hãy xem lại rồi duyệt.");
    await window.picture("7-duyet-nhieu");
  });
});

describe("the settings", () => {
  it("send only what was changed", async () => {
    const window = await tests.open({ ...ANSWERS, saveSetup: [{ result: SETUP }] });
    await saveDeadline(window, "20/11/2026");
    await expect
      .poll(async () => (await window.calls()).at(-1)?.args)
      .toEqual([{ settings: { deadline: "20/11/2026" }, targets: null, units: null }]);
  });

  it("show every mail before reminders are switched on", async () => {
    const window = await tests.open({ ...ANSWERS, setReminders: [{ result: { ...REMINDERS, on: true } }] });
    await choose(window, "Thiết lập");
    const { page } = window;
    await page.getByText("Nhắc đơn vị").click();
    await page.getByText("Kính gửi Trạm Y tế xã").waitFor();
    await page.getByLabel("Nhắc trước hạn mấy ngày").fill("7; 30, 7");
    await page.getByRole("button", { name: "Bật nhắc tự động" }).click();
    await page.getByText("Đang bật", { exact: true }).waitFor();
    await expect
      .poll(async () => (await window.calls()).at(-1))
      .toEqual({ name: "setReminders", args: [{ on: true, days: [30, 7] }] });
  });
});

describe("what people typed", () => {
  it("shows as text wherever it stands, and runs nowhere", async () => {
    const window = await tests.open(ANSWERS);
    await choose(window, "Đơn vị");
    await window.page.getByText(HOSTILE).first().waitFor();
    await choose(window, "Kiểm tra");
    await window.page.getByText(HOSTILE).first().waitFor();
    await expect.poll(() => window.page.locator("img, b:text-is('đậm')").count()).toBe(0);
    await expect.poll(() => window.page.title()).toBe("Sổ 2282");
  });
});

describe("the keyboard alone", () => {
  it("reaches every view and acts there, and one always sees where one is", async () => {
    const window = await tests.open({ ...ANSWERS, approve: [{ result: outcome(["VPDU"]) }] });
    const { page } = window;
    await page.getByRole("navigation").waitFor();
    /** Tabs on until something of this name has the focus. */
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let step = 0; step < 60; step++) {
        await page.keyboard.press("Tab");
        const [text, outline] = await page.evaluate(() => {
          const at = document.activeElement;
          const label = at?.getAttribute("aria-label") ?? at?.textContent ?? "";
          return [label, at ? getComputedStyle(at).outlineStyle : "none"];
        });
        expect(outline).not.toBe("none");
        if (name.test(text ?? "")) return;
      }
      throw new Error(`No ${name} by the keyboard`);
    };
    await tabTo(/^Đơn vị$/);
    await page.keyboard.press("Enter");
    await tabTo(/^Văn phòng Đảng ủy/);
    await page.keyboard.press("Enter");
    await tabTo(/^Duyệt: Văn phòng/);
    await page.keyboard.press("Space");
    await expect.poll(() => page.evaluate(() => document.activeElement?.innerHTML)).toBe("Duyệt");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe("head");
    await tabTo(/^Duyệt: Văn phòng/);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.innerHTML)).toBe("Duyệt");
    await page.keyboard.press("Enter");
    await page.getByText("Văn phòng Đảng ủy xã: Đã duyệt.").waitFor();
    await tabTo(/^Đóng$/);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByText("Văn phòng Đảng ủy xã: Đã duyệt.").count()).toBe(0);
  });
});
