/** Every view of the sidebar at 300 pixels, over literal answers: what it shows, says and lets one do. */
import { describe, expect, it } from "vitest";
import {
  CHECKLIST,
  DESK,
  HOSTILE,
  ISSUES,
  MADE,
  READY,
  REMINDERS,
  REPORT,
  SETUP,
  SUBMITTED,
  UNITS,
} from "./sidebar-data.ts";
import { type Answers, type SidebarWindow, sidebarOfTests } from "./sidebar-window.ts";

const tests = sidebarOfTests();

const ANSWERS: Answers = {
  getDesk: [{ result: DESK }],
  listIssues: [{ result: ISSUES }],
  getReportState: [{ result: REPORT }],
  makeReport: [{ result: MADE }],
  getSetup: [{ result: SETUP }],
  planReminders: [{ result: REMINDERS }],
  showRights: [{ result: { checked: 210, deviating: 2, strays: 1 } }],
  getRepairPlan: [{ result: { findings: [], rebuilt: [] } }],
  activateCell: [{ result: { tab: "TYT" } }],
};

const DESK_VIEWS = ["Tổng quan", "Đơn vị", "Kiểm tra", "Báo cáo", "Thiết lập"] as const;

async function choose({ page }: SidebarWindow, view: string): Promise<void> {
  await page.getByRole("navigation").getByRole("button", { name: view }).click();
  await page.getByRole("heading", { name: view, level: 2 }).waitFor({ state: "attached" });
  await page.locator(".waiting").waitFor({ state: "detached" });
}

/** Opens every part that is folded. */
async function unfold({ page }: SidebarWindow): Promise<void> {
  for (let opened = -1; opened !== 0; ) {
    opened = await page.evaluate(() => {
      const closed = [...document.querySelectorAll("details:not([open])")];
      for (const details of closed) details.setAttribute("open", "");
      return closed.length;
    });
    await page.waitForTimeout(60);
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
      await window.page.waitForTimeout(150);
      await window.picture(`5-${name}`);
      await window.fits();
      await window.isAccessible();
      expect(window.faults).toEqual([]);
    },
  );
});
