/** When a call fails, whichever it is: a clear word, nothing lost, and a way on. Over literal answers. */
import { describe, expect, it } from "vitest";
import type { EndpointName } from "../../src/addon/rpc.ts";
import { ANSWERS, DESK, READY } from "./sidebar-data.ts";
import { choose, type SidebarWindow, sidebarOfTests } from "./sidebar-window.ts";

const tests = sidebarOfTests();
const LOST = "NetworkError: Connection failure due to HTTP 0";

type Way = (window: SidebarWindow) => Promise<void>;

function view(name: string): Way {
  return (window) => window.page.getByRole("navigation").getByRole("button", { name }).click();
}

function settings(part: string, button?: string): Way {
  return async (window) => {
    await choose(window, "Thiết lập");
    await window.page.getByText(part, { exact: true }).click();
    if (button !== undefined) await window.page.getByRole("button", { name: button }).click();
  };
}

/** Opens the part of the own template and clicks in it. */
function template(what: string): Way {
  return async (window) => {
    await choose(window, "Báo cáo");
    const section = window.page.locator("details").filter({ hasText: "Tùy chỉnh mẫu" }).first();
    await section.locator("summary").first().click();
    await section.locator(".inside").getByText(what, { exact: true }).click();
  };
}

const WAYS: readonly (readonly [EndpointName, Way])[] = [
  ["getDesk", async () => undefined],
  ["listIssues", view("Kiểm tra")],
  ["getReportState", view("Báo cáo")],
  ["getSetup", view("Thiết lập")],
  ["planReminders", settings("Nhắc đơn vị")],
  ["setReminders", settings("Nhắc đơn vị", "Bật nhắc tự động")],
  ["showRights", settings("Ai sửa được gì")],
  ["mendRights", settings("Ai sửa được gì", "Đặt lại quyền")],
  ["getRepairPlan", settings("Kiểm tra và sửa sổ")],
  [
    "previewUnits",
    async (window) => {
      await settings("Đơn vị và biểu", "Thêm đơn vị")(window);
      await window.page.getByRole("button", { name: "Xem trước" }).click();
    },
  ],
  [
    "makeReport",
    async (window) => {
      await choose(window, "Báo cáo");
      await window.page.getByRole("button", { name: "Tạo báo cáo" }).click();
    },
  ],
  [
    "openReportFolder",
    async (window) => {
      await choose(window, "Báo cáo");
      await window.page.getByRole("button", { name: "Tạo báo cáo" }).click();
    },
  ],
  [
    "continueReport",
    async (window) => {
      await choose(window, "Báo cáo");
      await window.page.getByRole("button", { name: "Tạo báo cáo" }).click();
    },
  ],
  [
    "previewMail",
    async (window) => {
      await choose(window, "Báo cáo");
      await window.page.getByRole("button", { name: /^Gửi thư: / }).click();
    },
  ],
  ["makeOwnTemplate", template("Tùy chỉnh mẫu")],
  ["listTags", template("Các thẻ dùng được trong mẫu")],
  ["activateCell", (window) => window.page.getByRole("button", { name: /^Đến ô: CT1 / }).click()],
  [
    "approve",
    async (window) => {
      await choose(window, "Đơn vị");
      await window.page.getByRole("button", { name: /^Duyệt 2 đơn vị đã nộp/ }).click();
      await window.page.getByRole("button", { name: "Duyệt 2 đơn vị", exact: true }).click();
    },
  ],
];

describe("a lost connection", () => {
  it.each(WAYS)("at %s says so and offers to read anew", async (endpoint, go) => {
    const window = await tests.open({ ...ANSWERS, [endpoint]: [{ error: LOST }] });
    await go(window);
    const alert = window.page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.innerText()).toContain("Mất kết nối.");
    await window.picture(`9-mat-${endpoint}`);
    await window.isAccessible();
    expect(await alert.getByRole("button", { name: "Tải lại" }).count()).toBe(1);
    expect(window.faults).toEqual([]);
  });

  it("is over once reading anew succeeds", async () => {
    const { page } = await tests.open({ ...ANSWERS, getDesk: [{ error: LOST }, { result: DESK }] });
    await page.getByRole("button", { name: "Tải lại" }).click();
    await page.getByRole("heading", { name: "Xã Vĩnh Phong, năm 2026" }).waitFor();
  });
});

describe("the server's refusal", () => {
  it("is read in its own words", async () => {
    const words = "Cần quyền sửa tab Đơn vị; tài khoản của bạn không có quyền. Hãy nhờ người tổng hợp làm việc này.";
    const window = await tests.open({ ...ANSWERS, getSetup: [{ error: `Error: WorkbookFault: ${words}` }] });
    await view("Thiết lập")(window);
    expect(await window.page.getByRole("alert").innerText()).toMatch(new RegExp(`^${words}`));
  });
});

describe("an empty result", () => {
  it("is a fault and no blank view", async () => {
    const { page } = await tests.open({ getDesk: [{ result: null }] });
    expect(await page.getByRole("alert").innerText()).toContain("kết quả rỗng");
  });
});

describe("a view that is left while it loads", () => {
  it("does not come back into another", async () => {
    const window = await tests.open({ ...ANSWERS, getReportState: [{ silent: true }] });
    await view("Báo cáo")(window);
    await choose(window, "Đơn vị");
    expect(await window.page.getByRole("heading", { name: "Báo cáo", level: 2 }).count()).toBe(0);
    expect(window.faults).toEqual([]);
  });
});

describe("a unit's view", () => {
  it("that cannot be read anew says so", async () => {
    const { page } = await tests.open({ getDesk: [{ result: { kind: "unit", checklist: READY } }, { error: LOST }] });
    await page.getByRole("button", { name: "Tải lại số liệu" }).click();
    expect(await page.getByRole("alert").innerText()).toContain("Mất kết nối.");
  });
});
