/** Every view of the sidebar at 300 pixels, over literal answers: what it shows, says and lets one do. */
import { describe, expect, it } from "vitest";
import { ANSWERS, APPROVED, CHECKLIST, DESK, ISSUES, READY, REPORT, SETUP, SUBMITTED } from "./sidebar-data.ts";
import { type Answers, choose, type SidebarWindow, sidebarOfTests } from "./sidebar-window.ts";

const tests = sidebarOfTests();

const DESK_VIEWS = ["Tổng quan", "Đơn vị", "Kiểm tra", "Báo cáo", "Thiết lập"] as const;

/** Opens every part that is folded. */
async function unfold({ page, settled }: SidebarWindow): Promise<void> {
  for (let opened = -1; opened !== 0; ) {
    opened = await page.evaluate(() => {
      const closed = [...document.querySelectorAll("details:not([open])")];
      for (const details of closed) details.setAttribute("open", "");
      return closed.length;
    });
    await settled();
  }
}

describe("each view", () => {
  it.each(DESK_VIEWS.map((view, index) => [view, index] as const))(
    "%s is seen whole, and axe finds nothing",
    async (view, index) => {
      const window = await tests.open(ANSWERS);
      await choose(window, view);
      await window.picture(`${index}-${view}`);
      await window.isAccessible();
      await unfold(window);
      for (const head of await window.page.locator(".unit .head").all()) await head.click();
      await window.picture(`${index}-${view}-mo`);
      await window.fits();
      await window.isAccessible();
      expect(window.faults).toEqual([]);
      expect(window.outside).toEqual([]);
    },
  );

  it.each([
    ["unit", { getDesk: [{ result: { kind: "unit", checklist: CHECKLIST } }] }],
    ["unit-ready", { getDesk: [{ result: { kind: "unit", checklist: READY } }] }],
    ["unit-submitted", { getDesk: [{ result: { kind: "unit", checklist: SUBMITTED } }] }],
    ["unit-approved", { getDesk: [{ result: { kind: "unit", checklist: APPROVED } }] }],
    [
      "unit-changed-by-hand",
      {
        getDesk: [
          {
            result: {
              kind: "unit",
              checklist: {
                ...SUBMITTED,
                unit: {
                  ...SUBMITTED.unit,
                  late: true,
                  doubtText: "Thời điểm nộp bị sửa tay; tính theo lúc sổ ghi nhận. Chức vụ người xác nhận bị sửa tay",
                  changedText: "Sửa sau khi nộp: 3 ô",
                },
                obstacle: "",
              },
            },
          },
        ],
      },
    ],
    [
      "desk-to-do",
      {
        getDesk: [
          {
            result: {
              ...DESK,
              deadline: { ...DESK.deadline, daysLeft: -3, text: "Quá hạn 3 ngày" },
              units: DESK.units.map((row, index) => ({ ...row, hasForm: index > 1 })),
              reminderProblem:
                "Lần nhắc tự động lúc 07/11/2026 07:00 chưa gửi thư nào, vì Google không cho biết đó là bảng tính nào. Hãy bấm Gửi ngay nếu có thư phải gửi; nếu còn lặp lại, hãy tắt rồi bật lại nhắc tự động.",
            },
          },
        ],
      },
    ],
    [
      "visitor",
      {
        getDesk: [
          { result: { kind: "visitor", mailbox: "ai@do.example", message: "Hộp thư của bạn chưa có ở tab Đơn vị." } },
        ],
      },
    ],
    ["new", { getDesk: [{ result: { kind: "new", mailbox: "", canSetUp: false } }] }],
    ["loading", { getDesk: [{ silent: true }] }],
    ["failed", { getDesk: [{ error: "NetworkError: Connection failure due to HTTP 0" }] }],
    [
      "empty",
      { getDesk: [{ result: { ...DESK, units: [], log: [], indicators: [], rates: { ...DESK.rates, units: 0 } } }] },
    ],
  ] satisfies readonly (readonly [string, Answers])[])(
    "%s is seen whole, and axe finds nothing",
    async (name, answers) => {
      const window = await tests.open({ ...ANSWERS, ...answers });
      await window.picture(`5-${name}`);
      await window.fits();
      await window.isAccessible();
      expect(window.faults).toEqual([]);
    },
  );
});

describe("text at 200 %", () => {
  it.each(DESK_VIEWS)("%s stays whole: nothing is cut off, nothing scrolls sideways", async (view) => {
    const window = await tests.open(ANSWERS, "200%");
    await choose(window, view);
    await unfold(window);
    for (const head of await window.page.locator(".unit .head").all()) await head.click();
    await window.picture(`6-200-${view}`);
    await window.fits();
  });

  it("the unit's checklist stays whole", async () => {
    const window = await tests.open({ getDesk: [{ result: { kind: "unit", checklist: READY } }] }, "200%");
    await window.page.getByRole("button", { name: "Nộp báo cáo" }).waitFor();
    await window.picture("6-200-unit");
    await window.fits();
  });
});

/** Starts to count how far what was seen has moved since the window was opened; returns the sum so far. */
async function countMoves({ page, settled }: SidebarWindow): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    let moved = 0;
    const add = (entries: readonly PerformanceEntry[]) => {
      for (const entry of entries) moved += Number(Reflect.get(entry, "value"));
      return moved;
    };
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    Reflect.set(globalThis, "moved", () => add(observer.takeRecords()));
  });
  return async () => {
    // What has moved before is handed over with the frames that follow.
    await settled();
    return page.evaluate(() => Reflect.get(globalThis, "moved")());
  };
}

describe("the first paint", () => {
  it("takes one call, and moves nothing that was seen", async () => {
    const window = await tests.open({ ...ANSWERS, getDesk: [{ result: DESK, held: true }] });
    const moved = await countMoves(window);
    await window.release();
    await window.page.getByRole("navigation").waitFor();
    await expect.poll(async () => (await window.calls()).map(({ name }) => name)).toEqual(["getDesk"]);
    expect(await moved()).toBe(0);
  });

  it.each(DESK_VIEWS)("of %s moves nothing when what it waits for comes", async (view) => {
    const window = await tests.open({
      ...ANSWERS,
      listIssues: [{ result: ISSUES, held: true }],
      getReportState: [{ result: REPORT, held: true }],
      getSetup: [{ result: SETUP, held: true }],
    });
    await window.page.getByRole("navigation").waitFor();
    await window.page.getByRole("navigation").getByRole("button", { name: view }).click();
    await window.page.getByRole("heading", { name: view, level: 2 }).waitFor({ state: "attached" });
    const moved = await countMoves(window);
    const before = await moved();
    await window.release("all");
    await window.page.locator(".waiting").waitFor({ state: "detached" });
    expect(await moved()).toBe(before);
  });
});

describe("a notice", () => {
  it("lies over what is there and moves nothing", async () => {
    const window = await tests.open({ ...ANSWERS, activateCell: [{ error: "NetworkError: Connection failure" }] });
    await window.page.getByRole("navigation").waitFor();
    const place = () => window.page.locator(".targets > li").first().boundingBox();
    const before = await place();
    await window.page.getByRole("button", { name: /^Đến ô: CT1 / }).click();
    await window.page.getByRole("alert").waitFor();
    await expect.poll(() => place()).toEqual(before);
  });
});
