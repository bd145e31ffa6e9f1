/**
 * When a call fails, whichever it is: a clear word, what to do, nothing lost of what was typed, nothing done twice, and the
 * same button works again. Over literal answers, for every endpoint of the contract: a new one without a case does not
 * compile.
 */
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { ActionOutcome, EndpointName, ReportState, Rpc } from "../../src/addon/rpc.ts";
import {
  ANSWERS,
  DESK,
  LETTER,
  MADE,
  READY,
  REMINDERS,
  REPORT,
  SETUP,
  STEPS,
  SUBMITTED,
  TAGS,
  TEMPLATE,
  UNITS,
} from "./sidebar-data.ts";
import { type Answers, choose, type SidebarWindow, sidebarOfTests } from "./sidebar-window.ts";

const tests = sidebarOfTests();
const LOST = "NetworkError: Connection failure due to HTTP 0";
const REFUSAL = "Sổ đang được lập ở một cửa sổ khác. Hãy đợi một phút rồi làm lại.";

type Case<Name extends EndpointName> = {
  /** Goes to where the endpoint is called, and types what it is given. */
  readonly go: (window: SidebarWindow) => Promise<unknown>;
  /** Does what calls it, with so many clicks; absent: it is called when its view opens, and “Tải lại” calls again. */
  readonly press?: (page: Page, clicks: number) => Promise<unknown>;
  /** Calls it again; absent: as before. */
  readonly retry?: (page: Page, clicks: number) => Promise<unknown>;
  /** What was typed, which must still be there. */
  readonly typed?: readonly [field: (page: Page) => Locator, text: string];
  /** Where the word is said; absent: as an alert. */
  readonly said?: (page: Page) => Locator;
  /** The word, where it is not the same for all. */
  readonly words?: string;
  readonly result: Rpc[Name]["result"];
  /** What shows that it succeeded. */
  readonly shows: (page: Page) => Locator;
  /** What the server answers besides. */
  readonly answers?: Answers;
};

const button =
  (name: string | RegExp, exact = false) =>
  (page: Page) =>
    page.getByRole("button", { name, exact });
const click =
  (name: string | RegExp, exact = false) =>
  (page: Page, clicks: number) =>
    button(name, exact)(page).click({ clickCount: clicks });

/** As hastily as people click, while the answer is held back. */
const HASTY = 2;

function view(name: string): (window: SidebarWindow) => Promise<void> {
  return ({ page }) => page.getByRole("navigation").getByRole("button", { name }).click();
}

function settings(part: string, ...buttons: readonly string[]): (window: SidebarWindow) => Promise<void> {
  return async (window) => {
    await choose(window, "Thiết lập");
    await window.page.getByText(part, { exact: true }).click();
    for (const name of buttons) await button(name)(window.page).click();
  };
}

/** Opens the part of the commune's own template, and what it holds. */
function ownTemplate(...parts: readonly string[]): (window: SidebarWindow) => Promise<void> {
  return async (window) => {
    await choose(window, "Báo cáo");
    for (const part of ["Tùy chỉnh mẫu", ...parts]) {
      await window.page.locator("summary").filter({ hasText: part }).first().click();
    }
  };
}

/** Opens the mail of the report that was made last. */
async function openMail(window: SidebarWindow): Promise<void> {
  await choose(window, "Báo cáo");
  await button(/^Gửi thư: /)(window.page).click();
}

/** Opens a unit in the list and begins an act on it, with a reason. */
function beginAct(unit: string, act: string, reason: string): (window: SidebarWindow) => Promise<void> {
  return async (window) => {
    await choose(window, "Đơn vị");
    await button(new RegExp(`^${unit}`))(window.page).click();
    await button(`${act}: ${unit}`)(window.page).click();
    await REASON(window.page).fill(reason);
  };
}

const REASON = (page: Page) => page.getByLabel("Lý do (đơn vị sẽ đọc)");
const OTHERS = (page: Page) => page.getByLabel("Đơn vị của bạn");
const ROLE = (page: Page) => page.getByLabel("Chức vụ người xác nhận");
const PASTED = (page: Page) => page.getByLabel("Dán các dòng vào đây");
const COMMUNE = (page: Page) => page.getByLabel("Tên xã, phường, đặc khu");
const text = (words: string) => (page: Page) => page.getByText(words).first();
const OF_UNIT: Answers = { getDesk: [{ result: { kind: "unit", checklist: { ...READY, zeros: [] } } }] };
const FIRST_RUN: Answers = {
  getDesk: [{ result: { kind: "new", mailbox: "", canSetUp: true } }],
  getSetup: [{ result: { ...SETUP, isMade: false, units: [] } }],
};
/** A mail that was cut off. */
const WITH_UNSURE: ReportState = {
  ...REPORT,
  made: REPORT.made.map((report, index) => ({
    ...report,
    unsure: index === 0 ? [{ mail: "lan-gui-0001", text: "Chưa rõ thư đã đi hay chưa." }] : [],
  })),
};
const WITH_TEMPLATE: Answers = { getReportState: [{ result: { ...REPORT, template: TEMPLATE } }] };
const LEFT = {
  job: "b4",
  name: "BC-2282-nam-2026-xa-Vinh-Phong-lan-3",
  time: "13/11/2026 09:00",
  text: "Đã có tệp .docx; chưa có Google Tài liệu và PDF.",
  next: "document",
  running: false,
  links: { docx: "https://drive.google.com/file/d/d/view", document: "", pdf: "" },
} as const;
const BROKEN = { tab: "TYT", cell: "C6", code: "label", remedy: "patch", message: "Tab TYT, ô C6: sai nhãn." } as const;

function outcome(code: string, stateName: string, action: "approve" | "return" | "reopen"): ActionOutcome {
  const states = { approve: "approved", return: "returned", reopen: "filling" } as const;
  const units = UNITS.filter(({ unit }) => unit === code).map((row) => ({ ...row, state: states[action], stateName }));
  return { done: [code], refused: [], left: [], units, rates: DESK.rates, log: DESK.log };
}

const CASES: { readonly [Name in EndpointName]: Case<Name> } = {
  getDesk: { go: async () => undefined, result: DESK, shows: text("Xã Vĩnh Phong, năm 2026") },
  getChecklist: {
    answers: OF_UNIT,
    go: async () => undefined,
    press: (page) => OTHERS(page).selectOption("TYT2"),
    typed: [OTHERS, "TYT"],
    result: { ...READY, unit: { ...READY.unit, unit: "TYT2", name: "Điểm trạm" } },
    shows: (page) => page.getByRole("heading", { name: "Điểm trạm", level: 1 }),
  },
  submit: {
    answers: OF_UNIT,
    go: ({ page }) => ROLE(page).fill("Phó Trưởng trạm"),
    press: click("Nộp báo cáo"),
    typed: [ROLE, "Phó Trưởng trạm"],
    result: SUBMITTED,
    shows: text("Đã nộp báo cáo. Người tổng hợp sẽ xem và duyệt."),
  },
  returnUnit: {
    go: beginAct("Văn phòng Đảng ủy xã", "Trả lại", "Thiếu số nữ"),
    press: click("Trả lại", true),
    typed: [REASON, "Thiếu số nữ"],
    result: outcome("VPDU", "Trả lại", "return"),
    shows: text("Văn phòng Đảng ủy xã: Trả lại."),
  },
  approve: {
    go: async (window) => {
      await choose(window, "Đơn vị");
      await button(/^Duyệt 2 đơn vị đã nộp/)(window.page).click();
    },
    press: click("Duyệt 2 đơn vị", true),
    retry: async (page) => {
      await button(/^Duyệt 2 đơn vị đã nộp/)(page).click();
      await button("Duyệt 2 đơn vị", true)(page).click();
    },
    result: { ...outcome("VPDU", "Đã duyệt", "approve"), done: ["VPDU", "MTTQ"] },
    shows: text("Đã duyệt 2 đơn vị."),
  },
  reopen: {
    go: beginAct("Công an xã", "Mở lại", "Sai số nữ"),
    press: click("Mở lại", true),
    typed: [REASON, "Sai số nữ"],
    result: outcome("CA", "Đang nhập", "reopen"),
    shows: text("Công an xã: đã mở lại, đơn vị sửa được."),
  },
  activateCell: {
    go: async () => undefined,
    press: click(/^Đến ô: CT1 /),
    result: { tab: "Bảng điểm" },
    shows: button(/^Đến ô: CT1 /),
  },
  listIssues: { go: view("Kiểm tra"), result: [], shows: text("Không có chỗ nào thiếu hay sai.") },
  planReminders: { go: settings("Nhắc đơn vị"), result: REMINDERS, shows: button("Bật nhắc tự động") },
  setReminders: {
    go: async (window) => {
      await settings("Nhắc đơn vị")(window);
      await window.page.getByLabel("Nhắc trước hạn mấy ngày").fill("20, 5");
    },
    press: click("Bật nhắc tự động"),
    typed: [(page) => page.getByLabel("Nhắc trước hạn mấy ngày"), "20, 5"],
    result: { ...REMINDERS, on: true, days: [20, 5] },
    shows: text("Đã bật nhắc tự động."),
  },
  sendReminders: {
    answers: { planReminders: [{ result: { ...REMINDERS, on: true, round: "07/11/2026" } }] },
    go: settings("Nhắc đơn vị", "Gửi ngay…"),
    press: click("Gửi 1 thư"),
    result: { sent: 1, left: 0, failed: [], problem: "" },
    shows: text("Đã gửi 1 thư."),
  },
  settleReminder: {
    answers: {
      planReminders: [
        {
          result: {
            ...REMINDERS,
            on: true,
            round: "07/11/2026",
            unsure: [{ mailbox: "tyt@xa.example", text: "Trạm Y tế (TYT)" }],
          },
        },
      ],
    },
    go: settings("Nhắc đơn vị"),
    press: click("Thư chưa đi: tyt@xa.example"),
    result: { ...REMINDERS, on: true, round: "07/11/2026" },
    shows: text("Đã ghi là thư chưa đi; lần gửi tới sẽ gửi."),
  },
  getReportState: { go: view("Báo cáo"), result: REPORT, shows: button("Tạo báo cáo") },
  makeReport: {
    go: async (window) => {
      await choose(window, "Báo cáo");
      await window.page.getByLabel("Số văn bản").fill("123");
    },
    press: click("Tạo báo cáo"),
    typed: [(page) => page.getByLabel("Số văn bản"), "123"],
    result: MADE,
    shows: text(MADE.fileName),
  },
  openReportFolder: {
    go: async (window) => {
      await choose(window, "Báo cáo");
      await window.page.getByLabel("Số văn bản").fill("123");
    },
    press: click("Tạo báo cáo"),
    typed: [(page) => page.getByLabel("Số văn bản"), "123"],
    result: { url: "https://drive.google.com/drive/folders/f", problem: "" },
    shows: text(MADE.fileName),
  },
  continueReport: {
    go: view("Báo cáo"),
    press: click("Tạo báo cáo"),
    retry: click("Làm tiếp", true),
    result: {
      job: "b3",
      next: null,
      files: ["docx", "document", "pdf"],
      links: STEPS[1]?.links ?? MADE.links,
      problem: "",
    },
    shows: button("Gửi thư…", true),
  },
  dropReport: {
    answers: { getReportState: [{ result: { ...REPORT, unfinished: [LEFT] } }] },
    go: async (window) => {
      await choose(window, "Báo cáo");
      await button(`Bỏ: ${LEFT.name}`)(window.page).click();
    },
    press: click("Bỏ báo cáo", true),
    result: { message: "Đã bỏ báo cáo." },
    shows: text("Đã bỏ báo cáo."),
  },
  previewMail: { go: openMail, result: LETTER, shows: (page) => page.getByLabel("Lời thư") },
  sendReport: {
    go: async (window) => {
      await openMail(window);
      await button("Xem lại trước khi gửi")(window.page).click();
      await window.page.getByLabel("Tôi đồng ý gửi bản dự thảo").check();
    },
    press: click("Gửi thư", true),
    result: { time: "14/11/2026 10:00", to: LETTER.to, again: false },
    shows: text("Đã gửi lúc 14/11/2026 10:00 tới vanthu@snv.example."),
  },
  settleMail: {
    answers: { getReportState: [{ result: WITH_UNSURE }] },
    go: view("Báo cáo"),
    press: click(/^Thư đã đi/),
    result: { message: "Đã ghi vào Nhật ký." },
    shows: text("Đã ghi vào Nhật ký."),
  },
  makeOwnTemplate: {
    go: ownTemplate(),
    press: click("Tùy chỉnh mẫu", true),
    result: TEMPLATE,
    shows: button("Kiểm tra mẫu"),
  },
  checkOwnTemplate: {
    answers: WITH_TEMPLATE,
    go: ownTemplate(),
    press: click("Kiểm tra mẫu"),
    result: { faults: [] },
    shows: text("Mẫu dùng được: thẻ nào cũng đúng."),
  },
  forgetOwnTemplate: {
    answers: WITH_TEMPLATE,
    go: ownTemplate(),
    press: click("Dùng lại mẫu chuẩn"),
    result: { forgotten: true },
    shows: text("Từ nay báo cáo dùng mẫu chuẩn."),
  },
  listTags: { go: ownTemplate("Các thẻ dùng được trong mẫu"), result: TAGS, shows: text("Tên đơn vị") },
  getSetup: { go: view("Thiết lập"), result: SETUP, shows: text("Đơn vị và biểu") },
  previewUnits: {
    go: async (window) => {
      await settings("Đơn vị và biểu", "Thêm đơn vị")(window);
      await window.page.getByLabel("Dán từ bảng tính của bạn").check();
      await PASTED(window.page).fill("Trạm Y tế");
    },
    press: click("Xem trước"),
    typed: [PASTED, "Trạm Y tế"],
    result: { units: SETUP.units.slice(0, 1), problems: [] },
    shows: text("1 đơn vị"),
  },
  keepDraft: {
    answers: FIRST_RUN,
    go: async () => undefined,
    press: (page) => COMMUNE(page).fill("Vĩnh Phong Đông"),
    retry: (page) => COMMUNE(page).fill("Vĩnh Phong Tây"),
    typed: [COMMUNE, "Vĩnh Phong Đông"],
    said: (page) => page.locator(".kept"),
    words: "Chưa giữ được những gì bạn vừa nhập.",
    result: { problem: "" },
    shows: text("Đã giữ những gì bạn nhập."),
  },
  saveSetup: {
    go: async (window) => {
      await settings("Kế hoạch, năm, hạn nộp")(window);
      await COMMUNE(window.page).fill("Vĩnh Phong Đông");
    },
    press: click("Lưu"),
    typed: [COMMUNE, "Vĩnh Phong Đông"],
    result: { ...SETUP, isMade: true },
    shows: text("Đã lưu thiết lập."),
  },
  setUpWorkbook: {
    answers: { getSetup: [{ result: { ...SETUP, formless: ["AP1"] } }] },
    go: (window) => choose(window, "Thiết lập"),
    press: click("Lập 1 biểu"),
    retry: (page) => button("Lập tiếp")(page).click(),
    result: { units: 7, made: 1, left: 0, busy: [] },
    shows: text("Đã lập xong 1 tab"),
  },
  getRepairPlan: {
    go: settings("Kiểm tra và sửa sổ"),
    result: { findings: [BROKEN], rebuilt: [] },
    shows: text("Tab TYT, ô C6: sai nhãn."),
  },
  repairWorkbook: {
    answers: { getRepairPlan: [{ result: { findings: [BROKEN], rebuilt: [] } }] },
    go: settings("Kiểm tra và sửa sổ", "Sửa sổ…"),
    press: click("Sửa sổ", true),
    result: { findings: [BROKEN], left: [], copy: "Sổ (trước khi sửa)", copyUrl: "", busy: [], finished: true },
    shows: text("Đã sửa sổ."),
  },
  showRights: {
    go: settings("Ai sửa được gì"),
    result: { checked: 210, deviating: 2, strays: 0 },
    shows: button("Đặt lại quyền"),
  },
  repairRights: {
    go: settings("Ai sửa được gì"),
    press: click("Đặt lại quyền"),
    result: { checked: 210, deviating: 0, strays: 0 },
    shows: text("Đã đặt lại quyền sửa; mọi vùng đều đúng."),
  },
};

const ENDPOINTS = Object.entries(CASES);

describe.each([
  ["a lost connection", LOST, "Mất kết nối. Việc vừa bấm có thể chưa được ghi: hãy xem mạng, rồi bấm Tải lại để biết."],
  ["an error of the server", `Error: WorkbookFault: ${REFUSAL}`, REFUSAL],
])("%s", (kind, error, words) => {
  it.each(ENDPOINTS)(
    "at %s is said with what to do; nothing is lost or done twice, and it can be done again",
    async (name, given) => {
      const window = await tests.open({
        ...ANSWERS,
        ...given.answers,
        [name]: [{ error, held: true }, { result: given.result }],
      });
      const { page } = window;
      const count = async () => (await window.calls()).filter((call) => call.name === name).length;
      await given.go(window);
      await given.press?.(page, HASTY);
      await window.release("all");
      const said = given.said?.(page) ?? page.getByRole("alert");
      await said.filter({ hasText: given.words ?? words }).waitFor();
      await window.picture(`9-${kind === "a lost connection" ? "mat" : "loi"}-${name}`);
      await window.fits();
      await window.isAccessible();
      await expect.poll(() => count()).toBe(1);
      const [field, typed] = given.typed ?? [];
      if (field) await expect.poll(() => field(page).inputValue()).toBe(typed);
      await expect.poll(() => page.locator("[aria-busy=true]").count()).toBe(0);
      if (given.press) {
        const close = page.getByRole("button", { name: "Đóng" });
        if ((await close.count()) > 0) await close.click();
        // Once: the answer comes at once now, and what stands in the button's place after it is another one.
        await (given.retry ?? given.press)(page, 1);
      } else await page.getByRole("button", { name: "Tải lại", exact: true }).click();
      await given.shows(page).waitFor();
      await expect.poll(() => count()).toBe(2);
      await expect.poll(() => page.getByRole("alert").filter({ hasText: words }).count()).toBe(0);
      expect(window.faults).toEqual([]);
    },
  );
});

describe("a workbook whose structure is broken", () => {
  const HEADERS = "Tab Các ấp: thiếu cột “Mã ấp” ở dòng 4. Hãy đặt lại tên cột, hoặc sửa sổ.";

  it("is mended from where it is told that it cannot be read", async () => {
    const window = await tests.open({
      ...ANSWERS,
      getDesk: [{ error: `Error: WorkbookFault: ${HEADERS}` }, { result: DESK }],
      getRepairPlan: [{ result: { findings: [BROKEN], rebuilt: [] } }, { result: { findings: [], rebuilt: [] } }],
      repairWorkbook: [
        { result: { findings: [BROKEN], left: [], copy: "Sổ (trước khi sửa)", copyUrl: "", busy: [], finished: true } },
      ],
    });
    const { page } = window;
    await page.getByRole("alert").filter({ hasText: HEADERS }).waitFor();
    await expect.poll(async () => (await window.calls()).map(({ name }) => name)).toEqual(["getDesk"]);
    await page.locator("summary").filter({ hasText: "Kiểm tra và sửa sổ" }).click();
    await page.getByText(BROKEN.message).waitFor();
    await window.picture("9-so-hong");
    await window.fits();
    await window.isAccessible();
    await button("Sửa sổ…")(page).click();
    await button("Sửa sổ", true)(page).click();
    await page.getByText("Đã sửa sổ.").waitFor();
    await button("Tải lại", true)(page).click();
    await page.getByText("Xã Vĩnh Phong, năm 2026").first().waitFor();
    expect(window.faults).toEqual([]);
  });

  it("is not offered to be mended where only the connection is lost", async () => {
    const { page } = await tests.open({ ...ANSWERS, getDesk: [{ error: LOST }] });
    await page.getByRole("alert").waitFor();
    await expect.poll(() => page.locator("summary").count()).toBe(0);
  });
});

describe("a lost connection", () => {
  it("is over once reading again succeeds", async () => {
    const { page } = await tests.open({ ...ANSWERS, getDesk: [{ error: LOST }, { result: DESK }] });
    await page.getByRole("button", { name: "Tải lại" }).click();
    await page.getByRole("heading", { name: "Xã Vĩnh Phong, năm 2026" }).waitFor();
  });
});

describe("an empty result", () => {
  it("is a fault and no blank view", async () => {
    const { page } = await tests.open({ getDesk: [{ result: null }] });
    await expect.poll(() => page.getByRole("alert").innerText()).toContain("kết quả rỗng");
  });
});

describe("a view that is left while it loads", () => {
  it("does not come back into another", async () => {
    const window = await tests.open({ ...ANSWERS, getReportState: [{ silent: true }] });
    await view("Báo cáo")(window);
    await choose(window, "Đơn vị");
    await expect.poll(() => window.page.getByRole("heading", { name: "Báo cáo", level: 2 }).count()).toBe(0);
    expect(window.faults).toEqual([]);
  });
});

describe("a unit's view", () => {
  it("that cannot be read again says so", async () => {
    const { page } = await tests.open({ getDesk: [{ result: { kind: "unit", checklist: READY } }, { error: LOST }] });
    await page.getByRole("button", { name: "Tải lại số liệu" }).click();
    await expect.poll(() => page.getByRole("alert").innerText()).toContain("Mất kết nối.");
  });
});
