/** The first run, over literal answers: step by step, and on from where it was closed. */
import { describe, expect, it } from "vitest";
import type { Desk, SetupState, UnitsPreview } from "../../src/addon/rpc.ts";
import { DESK, SETUP } from "./sidebar-data.ts";
import { sidebarOfTests } from "./sidebar-window.ts";

const tests = sidebarOfTests();

const NEW: Desk = { kind: "new", mailbox: "pvhxh@vinhphong.example", canSetUp: true };
const BLANK: SetupState = { ...SETUP, isMade: false, units: [] };
const PREVIEW: UnitsPreview = {
  units: [
    { code: "VPDU", name: "Văn phòng Đảng ủy", type: "dang", mailboxes: [] },
    { code: "AP1", name: "Ấp 1", type: "ap", mailboxes: [] },
  ],
  problems: [{ line: 3, message: "Loại: cần một loại trong danh sách; thấy “câu lạc bộ”. Hãy sửa cột loại." }],
};

describe("the wizard", () => {
  it("asks, shows what it will do, writes once, and makes the forms run by run", async () => {
    const window = await tests.open({
      getDesk: [{ result: NEW }, { result: DESK }],
      getSetup: [{ result: BLANK }],
      keepDraft: [{ result: { problem: "" } }],
      previewUnits: [{ result: PREVIEW }],
      saveSetup: [{ result: { ...SETUP, isMade: false, units: PREVIEW.units }, held: true }],
      setUpWorkbook: [
        { result: { units: 2, made: 8, left: 4, busy: [] } },
        { result: { units: 2, made: 4, left: 0, busy: [] }, held: true },
      ],
    });
    const { page } = window;
    await page.getByRole("heading", { name: "Bước 1: Kế hoạch" }).waitFor();
    await page.getByLabel("Hạn nộp").fill("20/11/2026");
    await window.picture("8-buoc-1");
    await window.isAccessible();
    await page.getByRole("button", { name: "Tiếp: đơn vị" }).click();
    await page.getByLabel("Dán từ bảng tính của bạn").check();
    await page.getByRole("button", { name: "Xem trước" }).click();
    await page.getByText("Chưa có dòng nào.").waitFor();
    await page.getByLabel("Dán các dòng vào đây").fill("VPDU\tVăn phòng Đảng ủy\tCơ quan Đảng");
    await window.picture("8-buoc-2");
    await window.isAccessible();
    await page.getByRole("button", { name: "Xem trước" }).click();
    await page.getByText("Dòng 3: Loại").waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Bước 3: Xem lại");
    await window.picture("8-buoc-3");
    await window.isAccessible();
    await expect.poll(async () => (await window.calls()).some(({ name }) => name === "saveSetup")).toBe(false);
    await page.getByRole("button", { name: "Lập sổ" }).dblclick();
    await window.release();
    await page.getByText("8/12 tab").waitFor();
    await window.picture("8-buoc-4");
    await window.isAccessible();
    await window.release();
    await page.getByText("Đã lập xong 12 tab").waitFor();
    const calls = await window.calls();
    expect(calls.filter(({ name }) => name === "saveSetup")).toEqual([
      {
        name: "saveSetup",
        args: [
          {
            settings: {
              ...Object.fromEntries(SETUP.settings.map(({ key, value }) => [key, value])),
              deadline: "20/11/2026",
            },
            targets: null,
            units: PREVIEW.units,
          },
        ],
      },
    ]);
    expect(calls.filter(({ name }) => name === "setUpWorkbook")).toHaveLength(2);
    await page.getByRole("button", { name: "Mở sổ" }).click();
    await page.getByRole("heading", { name: "Xã Vĩnh Phong, năm 2026" }).waitFor();
  });

  it("that was closed while it made the forms goes on by itself when it is opened again", async () => {
    const window = await tests.open({
      getDesk: [{ result: NEW }],
      getSetup: [{ result: { ...SETUP, isMade: false, units: PREVIEW.units, formless: ["AP1"] } }],
      setUpWorkbook: [{ result: { units: 2, made: 1, left: 0, busy: [] } }],
    });
    await window.page.getByText("Đã lập xong 1 tab").waitFor();
    await expect
      .poll(async () => (await window.calls()).map(({ name }) => name))
      .toEqual(["getDesk", "getSetup", "setUpWorkbook"]);
  });

  it("that is cut off keeps what was made, and goes on at a click", async () => {
    const window = await tests.open({
      getDesk: [{ result: NEW }],
      getSetup: [{ result: { ...SETUP, isMade: false, units: PREVIEW.units, formless: ["AP1"] } }],
      setUpWorkbook: [
        { result: { units: 2, made: 3, left: 2, busy: [], look: ["Tab TYT, ô G9: cần đúng ngày đã diễn ra."] } },
        { error: "Exceeded maximum execution time" },
        { result: { units: 2, made: 0, left: 2, busy: ["VPDU"] } },
        { result: { units: 2, made: 2, left: 0, busy: [] } },
      ],
    });
    const { page } = window;
    await page.getByText("Google dừng việc này vì hết giờ").waitFor();
    await window.picture("8-dung");
    await window.isAccessible();
    await page.getByRole("button", { name: "Lập tiếp" }).click();
    await page.getByText("không lập thêm được tab nào; tab VPDU có người đang nhập").waitFor();
    await page.getByRole("button", { name: "Lập tiếp" }).click();
    await page.getByText("Đã lập xong 5 tab").waitFor();
    // What the first run found, before it was cut off.
    await page.getByText("Tab TYT, ô G9: cần đúng ngày đã diễn ra.").waitFor();
  });

  it("keeps what is typed a moment later, once for a run of letters, and says so without moving anything", async () => {
    const window = await tests.open({
      getDesk: [{ result: NEW }],
      getSetup: [{ result: BLANK }],
      keepDraft: [{ result: { problem: "" }, held: true }],
    });
    const { page } = window;
    const heading = page.getByRole("heading", { name: "Bước 1: Kế hoạch" });
    await heading.waitFor();
    const before = await heading.boundingBox();
    await page.getByLabel("Tên xã, phường, đặc khu").press("End");
    // The clock stands while the letters come, however long the machine takes for them.
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    await page.keyboard.type(" Đông");
    await page.getByText("Đang giữ những gì bạn nhập…").waitFor();
    await page.clock.resume();
    await expect.poll(async () => (await window.calls()).some(({ name }) => name === "keepDraft")).toBe(true);
    await expect.poll(() => page.getByText("Đang giữ những gì bạn nhập…").count()).toBe(1);
    await window.release("all");
    await page.getByText("Đã giữ những gì bạn nhập.").waitFor();
    await expect.poll(() => heading.boundingBox()).toEqual(before);
    await window.picture("8-da-giu");
    await expect
      .poll(async () => (await window.calls()).filter(({ name }) => name === "keepDraft"))
      .toEqual([
        {
          name: "keepDraft",
          args: [{ settings: { name: "Vĩnh Phong Đông" }, step: 0, way: "standard", text: "", hamlets: "10" }],
        },
      ]);
  });

  it("says that it cannot keep a list that is too long, and the way on stays open", async () => {
    const window = await tests.open({
      getDesk: [{ result: NEW }],
      getSetup: [{ result: BLANK }],
      keepDraft: [{ result: { problem: "Danh sách dán vào quá dài để giữ khi đóng bảng bên." } }],
    });
    const { page } = window;
    await page.getByRole("button", { name: "Tiếp: đơn vị" }).click();
    await page.getByLabel("Dán từ bảng tính của bạn").check();
    await page.getByLabel("Dán các dòng vào đây").fill("Trạm Y tế");
    await page.getByText("quá dài để giữ").waitFor();
    await window.picture("8-qua-dai");
    await window.fits();
    await expect
      .poll(() => page.getByRole("button", { name: "Xem trước" }).getAttribute("aria-disabled"))
      .toBe("false");
  });

  it("that was closed before anything was written opens with what was typed, where it was", async () => {
    const draft = {
      settings: { name: "Vĩnh Phong Đông", deadline: "20/11/2026" },
      step: 1,
      way: "pasted",
      text: "TYT\tTrạm Y tế",
      hamlets: "7",
    } as const;
    const window = await tests.open({ getDesk: [{ result: NEW }], getSetup: [{ result: { ...BLANK, draft } }] });
    const { page } = window;
    await page.getByRole("heading", { name: "Bước 2: Đơn vị" }).waitFor();
    await page.getByText("Đã mở lại phần bạn nhập dở lần trước.").waitFor();
    await expect.poll(() => page.getByLabel("Dán các dòng vào đây").inputValue()).toBe("TYT\tTrạm Y tế");
    await window.picture("8-mo-lai");
    await window.isAccessible();
    await page.getByLabel("Danh sách thường gặp của một xã").check();
    await expect.poll(() => page.getByLabel("Số ấp").inputValue()).toBe("7");
    await page.getByRole("button", { name: "Quay lại" }).click();
    await expect.poll(() => page.getByLabel("Tên xã, phường, đặc khu").inputValue()).toBe("Vĩnh Phong Đông");
    await expect.poll(() => page.getByLabel("Hạn nộp").inputValue()).toBe("20/11/2026");
  });
});
