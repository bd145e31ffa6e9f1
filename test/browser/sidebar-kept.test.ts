/** What an act, a look elsewhere and reading again leave as it was: the view, what was typed, and where the focus is. */
import { describe, expect, it } from "vitest";
import type { ActionOutcome, Checklist, UnitRow } from "../../src/addon/rpc.ts";
import { ANSWERS, DESK, ISSUES, MADE, READY, SETUP, SUBMITTED, UNITS } from "./sidebar-data.ts";
import { choose, type SidebarWindow, saveDeadline, sidebarOfTests } from "./sidebar-window.ts";

const tests = sidebarOfTests();

const LOST = "NetworkError: Connection failure due to HTTP 0";
const REASON = "Lý do (đơn vị sẽ đọc)";

/** The units with one of them changed. */
function withUnit(code: string, change: Partial<UnitRow>): readonly UnitRow[] {
  return UNITS.map((row) => (row.unit === code ? { ...row, ...change } : row));
}

function outcome(rest: Partial<ActionOutcome>): ActionOutcome {
  return { done: [], refused: [], left: [], units: [], rates: DESK.rates, log: DESK.log, ...rest };
}

/** What has the focus, in its own words. */
function focused({ page }: SidebarWindow): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (at === document.body) return "";
    return at?.getAttribute("aria-label") ?? at?.textContent ?? "";
  });
}

function count({ calls }: SidebarWindow, name: string): Promise<number> {
  return calls().then((made) => made.filter((call) => call.name === name).length);
}

async function askReturn(window: SidebarWindow, reason: string): Promise<void> {
  const { page } = window;
  await page.getByRole("button", { name: /^Văn phòng Đảng ủy xã/ }).click();
  await page.getByRole("button", { name: "Trả lại: Văn phòng Đảng ủy xã" }).click();
  await page.getByLabel(REASON).fill(reason);
}

const reload = ({ page }: SidebarWindow) => page.getByRole("button", { name: "Tải lại số liệu" }).click();

describe("reading again", () => {
  it("keeps the view, the filter, the open unit, the reason being typed, and the focus", async () => {
    const changed = withUnit("VPDU", { changedCells: 1, changedText: "Sửa sau khi nộp: 1 ô" });
    const window = await tests.open({
      ...ANSWERS,
      getDesk: [{ result: DESK }, { result: { ...DESK, units: changed }, after: 200 }],
    });
    await choose(window, "Đơn vị");
    const { page } = window;
    await page.getByLabel("Lọc").selectOption("submitted");
    await askReturn(window, "Thiếu một phó chánh văn phòng");
    await reload(window);
    await page.locator(".unit p").filter({ hasText: "Sửa sau khi nộp: 1 ô" }).waitFor();
    await expect.poll(() => page.getByLabel(REASON).inputValue()).toBe("Thiếu một phó chánh văn phòng");
    await expect.poll(() => page.getByLabel("Lọc").inputValue()).toBe("submitted");
    await expect.poll(() => focused(window)).toBe("Tải lại số liệu");
    expect(window.faults).toEqual([]);
  });

  it("reads a view's own figures, too", async () => {
    const window = await tests.open({ ...ANSWERS, listIssues: [{ result: ISSUES }, { result: [] }] });
    await choose(window, "Kiểm tra");
    await reload(window);
    await window.page.getByText("Không có chỗ nào thiếu hay sai.").waitFor();
    await expect.poll(() => count(window, "getDesk")).toBe(2);
    await expect.poll(() => count(window, "listIssues")).toBe(2);
  });

  it("that gets no answer says so, and leaves what is shown", async () => {
    const window = await tests.open({ ...ANSWERS, getDesk: [{ result: DESK }, { error: LOST }] });
    await choose(window, "Đơn vị");
    await askReturn(window, "Thiếu số");
    await reload(window);
    await window.page.getByRole("alert").filter({ hasText: "Mất kết nối." }).waitFor();
    await expect.poll(() => window.page.getByLabel(REASON).inputValue()).toBe("Thiếu số");
    await window.isAccessible();
  });

  it("of a workbook that cannot be read any more says so, and offers to mend it", async () => {
    const words = "Tab Các ấp: thiếu cột “Mã ấp” ở dòng 4. Hãy sửa sổ.";
    const window = await tests.open({
      ...ANSWERS,
      getDesk: [{ result: DESK }, { error: `Error: WorkbookFault: ${words}` }],
    });
    await choose(window, "Đơn vị");
    await reload(window);
    await window.page.getByRole("alert").filter({ hasText: words }).waitFor();
    await window.page.locator("summary").filter({ hasText: "Kiểm tra và sửa sổ" }).waitFor();
  });

  it("stays with the unit that was chosen, and with the post that was typed", async () => {
    const point: Checklist = {
      ...READY,
      unit: { ...READY.unit, unit: "TYT2", name: "Điểm trạm Y tế ấp Vĩnh Đông" },
      others: [{ unit: "TYT", name: "Trạm Y tế xã" }],
    };
    const filled: Checklist = { ...point, unit: { ...point.unit, warnings: 1, digest: "tyt2-2" } };
    const window = await tests.open({
      getDesk: [
        { result: { kind: "unit", checklist: READY } },
        { result: { kind: "unit", checklist: { ...READY } }, after: 50 },
      ],
      getChecklist: [{ result: point }, { result: { ...filled, year: 2027 } }],
    });
    const { page } = window;
    await page.getByLabel("Đơn vị của bạn").focus();
    await page.getByLabel("Đơn vị của bạn").selectOption("TYT2");
    await page.getByRole("heading", { name: "Điểm trạm Y tế ấp Vĩnh Đông", level: 1 }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("SELECT");
    await page.getByLabel("Chức vụ người xác nhận").fill("Trưởng điểm trạm");
    await reload(window);
    await page.getByText("Xã Vĩnh Phong, năm 2027").waitFor();
    await expect.poll(() => page.getByRole("heading", { level: 1 }).innerText()).toBe("Điểm trạm Y tế ấp Vĩnh Đông");
    await expect.poll(() => page.getByLabel("Chức vụ người xác nhận").inputValue()).toBe("Trưởng điểm trạm");
    await expect
      .poll(async () => (await window.calls()).at(-1))
      .toEqual({ name: "getChecklist", args: [{ unit: "TYT2" }] });
  });
});

describe("a look at another view", () => {
  it("keeps the search and a reason that is not sent yet", async () => {
    const window = await tests.open(ANSWERS);
    await choose(window, "Đơn vị");
    await window.page.getByLabel("Tìm đơn vị").fill("van phong");
    await askReturn(window, "Xem lại ô E6");
    await choose(window, "Kiểm tra");
    await choose(window, "Đơn vị");
    await expect.poll(() => window.page.getByLabel("Tìm đơn vị").inputValue()).toBe("van phong");
    await window.page.getByRole("button", { name: /^Văn phòng Đảng ủy xã/ }).click();
    await window.page.getByRole("button", { name: "Trả lại: Văn phòng Đảng ủy xã" }).click();
    await expect.poll(() => window.page.getByLabel(REASON).inputValue()).toBe("Xem lại ô E6");
  });

  it("keeps what was typed for the report and into the settings", async () => {
    const window = await tests.open(ANSWERS);
    const { page } = window;
    await choose(window, "Báo cáo");
    await page.getByLabel("Báo cáo sơ kết").check();
    await page.getByLabel("Số văn bản").fill("131");
    await page.getByLabel("Cá nhân đề nghị khen thưởng").fill("Nguyễn Thị A");
    await choose(window, "Thiết lập");
    await page.getByText("Kế hoạch, năm, hạn nộp").click();
    await page.getByLabel("Hạn nộp").fill("20/11/2026");
    await choose(window, "Báo cáo");
    await expect.poll(() => page.getByLabel("Báo cáo sơ kết").isChecked()).toBe(true);
    await expect.poll(() => page.getByLabel("Số văn bản").inputValue()).toBe("131");
    await expect.poll(() => page.getByLabel("Cá nhân đề nghị khen thưởng").inputValue()).toBe("Nguyễn Thị A");
    await choose(window, "Thiết lập");
    await page.getByText("Kế hoạch, năm, hạn nộp").click();
    await expect.poll(() => page.getByLabel("Hạn nộp").inputValue()).toBe("20/11/2026");
  });
});

describe("a template from this machine", () => {
  const docx = (name: string) => ({ name, mimeType: "application/zip", buffer: Buffer.from(name) });

  it("is still the one, by its name, after a look at another view; so is another choice", async () => {
    const window = await tests.open(ANSWERS);
    const { page } = window;
    await choose(window, "Báo cáo");
    await page.getByLabel("Tệp .docx của cấp trên").check();
    await page.getByLabel("Tệp mẫu .docx").setInputFiles(docx("de-cuong.docx"));
    await page.getByText("Dùng mẫu de-cuong.docx.").waitFor();
    await choose(window, "Kiểm tra");
    await choose(window, "Báo cáo");
    await page.getByText("Dùng mẫu de-cuong.docx.").waitFor();
    await page.getByLabel("Mẫu chuẩn của sổ").check();
    await choose(window, "Kiểm tra");
    await choose(window, "Báo cáo");
    await expect.poll(() => page.getByLabel("Mẫu chuẩn của sổ").isChecked()).toBe(true);
    await page.getByLabel("Tệp .docx của cấp trên").check();
    await page.getByText("Dùng mẫu de-cuong.docx.").waitFor();
    await page.getByRole("button", { name: "Tạo báo cáo" }).click();
    await expect
      .poll(async () => (await window.calls()).find(({ name }) => name === "makeReport")?.args)
      .toEqual([expect.objectContaining({ template: Buffer.from("de-cuong.docx").toString("base64") })]);
  });
});

describe("what comes late", () => {
  it("takes the focus from nobody who is typing: a report that is done leaves it in the field", async () => {
    const window = await tests.open({ ...ANSWERS, makeReport: [{ result: MADE, held: true }] });
    const { page } = window;
    await choose(window, "Báo cáo");
    await page.getByRole("button", { name: "Tạo báo cáo" }).click();
    await page.getByLabel("Số văn bản").fill("1");
    await window.release("all");
    await page.getByRole("button", { name: "Gửi thư…", exact: true }).waitFor();
    await window.settled();
    await page.keyboard.type("31");
    await expect.poll(() => page.getByLabel("Số văn bản").inputValue()).toBe("131");
  });

  it("leaves the post that is being typed, and the field, where figures were read again; zeros are asked again", async () => {
    const now: Checklist = { ...READY, year: 2027, unit: { ...READY.unit, digest: "tyt-3" } };
    const window = await tests.open({
      getDesk: [
        { result: { kind: "unit", checklist: READY } },
        { result: { kind: "unit", checklist: now }, held: true },
      ],
    });
    const { page } = window;
    await page.getByLabel("Lãnh đạo, quản lý: số nữ: 0").check();
    await reload(window);
    await page.getByLabel("Chức vụ người xác nhận").fill("Phó Trưởng");
    await window.release("all");
    await page.getByText("Xã Vĩnh Phong, năm 2027").waitFor();
    await page.keyboard.type(" trạm");
    await expect.poll(() => page.getByLabel("Chức vụ người xác nhận").inputValue()).toBe("Phó Trưởng trạm");
    await expect.poll(() => page.getByLabel("Lãnh đạo, quản lý: số nữ: 0").isChecked()).toBe(false);
  });

  it("is read once more where an act was done meanwhile: what was older does not take it back", async () => {
    const units = withUnit("VPDU", { state: "approved", stateName: "Đã duyệt" });
    const window = await tests.open({
      ...ANSWERS,
      getDesk: [{ result: DESK }, { result: DESK, held: true }, { result: { ...DESK, units } }],
      approve: [{ result: outcome({ done: ["VPDU"], units: units.slice(0, 1) }) }],
    });
    await choose(window, "Đơn vị");
    const { page } = window;
    await reload(window);
    await page.getByRole("button", { name: /^Văn phòng Đảng ủy xã/ }).click();
    await page.getByRole("button", { name: "Duyệt: Văn phòng Đảng ủy xã" }).click();
    await page.getByRole("button", { name: "Duyệt", exact: true }).click();
    await page.getByText("Văn phòng Đảng ủy xã: Đã duyệt.").waitFor();
    await window.release("all");
    await expect.poll(() => count(window, "getDesk")).toBe(3);
    await window.settled();
    await expect.poll(() => page.getByRole("button", { name: /^Văn phòng Đảng ủy xã Đã duyệt/ }).count()).toBe(1);
  });

  it("of one unit's post is not another's, though both have the same figures", async () => {
    const other: Checklist = { ...READY, unit: { ...READY.unit, unit: "TYT2", name: "Điểm trạm" } };
    const window = await tests.open({
      getDesk: [{ result: { kind: "unit", checklist: READY } }],
      getChecklist: [{ result: other }],
    });
    const { page } = window;
    await page.getByLabel("Chức vụ người xác nhận").fill("Phó Trưởng trạm");
    await page.getByLabel("Đơn vị của bạn").selectOption("TYT2");
    await page.getByRole("heading", { name: "Điểm trạm", level: 1 }).waitFor();
    await expect.poll(() => page.getByLabel("Chức vụ người xác nhận").inputValue()).toBe("");
  });
});

describe("an act", () => {
  it("that is refused is told where it was asked, and stays asked with its reason", async () => {
    const refused = [{ unit: "VPDU", reason: "Số liệu vừa được sửa; hãy xem lại rồi làm lại." }];
    const units = withUnit("VPDU", { digest: "vpdu-2" }).slice(0, 1);
    const window = await tests.open({
      ...ANSWERS,
      returnUnit: [{ result: outcome({ refused, units }) }, { result: outcome({ done: ["VPDU"], units }) }],
    });
    await choose(window, "Đơn vị");
    const { page } = window;
    await askReturn(window, "Thiếu số");
    await page.getByRole("button", { name: "Trả lại", exact: true }).click();
    await page.locator(".unit [role=alert]").filter({ hasText: "hãy xem lại rồi làm lại" }).waitFor();
    await window.picture("7-tu-choi");
    await expect.poll(() => page.getByLabel(REASON).inputValue()).toBe("Thiếu số");
    await page.getByRole("button", { name: "Trả lại", exact: true }).click();
    await expect
      .poll(async () => (await window.calls()).at(-1)?.args)
      .toEqual([{ unit: "VPDU", digest: "vpdu-2", reason: "Thiếu số" }]);
    await page.getByLabel(REASON).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Trả lại: Văn phòng Đảng ủy xã" }).click();
    await expect.poll(() => page.getByLabel(REASON).inputValue()).toBe("");
  });

  it("that is under way cannot be taken back any more", async () => {
    const window = await tests.open({
      ...ANSWERS,
      returnUnit: [{ error: LOST, held: true }],
    });
    await choose(window, "Đơn vị");
    const { page } = window;
    await askReturn(window, "Thiếu số");
    await page.getByRole("button", { name: "Trả lại", exact: true }).click();
    await page.getByRole("button", { name: "Thôi" }).click({ force: true });
    await page.keyboard.press("Escape");
    await window.release("all");
    await page.getByRole("alert").filter({ hasText: "Mất kết nối." }).waitFor();
    await expect.poll(() => page.getByLabel(REASON).inputValue()).toBe("Thiếu số");
    await page.getByRole("button", { name: "Thôi" }).click();
    await page.getByLabel(REASON).waitFor({ state: "detached" });
  });

  it("by which a unit leaves the filtered list leaves the focus to the next one", async () => {
    const units = withUnit("VPDU", { state: "approved", stateName: "Đã duyệt" }).slice(0, 1);
    const window = await tests.open({ ...ANSWERS, approve: [{ result: outcome({ done: ["VPDU"], units }) }] });
    await choose(window, "Đơn vị");
    const { page } = window;
    await page.getByLabel("Lọc").selectOption("submitted");
    await page.getByRole("button", { name: /^Văn phòng Đảng ủy xã/ }).click();
    await page.getByRole("button", { name: "Duyệt: Văn phòng Đảng ủy xã" }).click();
    await page.getByRole("button", { name: "Duyệt", exact: true }).click();
    await page.getByText("Văn phòng Đảng ủy xã: Đã duyệt.").waitFor();
    await expect.poll(() => focused(window)).toMatch(/^Ban Chấp hành/);
  });

  it("on many, done or taken back, leaves the focus in its place; a notice gives it back when it is closed", async () => {
    const units = withUnit("VPDU", { state: "approved", stateName: "Đã duyệt" }).slice(0, 1);
    const window = await tests.open({ ...ANSWERS, approve: [{ result: outcome({ done: ["VPDU"], units }) }] });
    await choose(window, "Đơn vị");
    const { page } = window;
    await page.getByRole("button", { name: "Duyệt 2 đơn vị đã nộp, không lỗi" }).click();
    await expect.poll(() => focused(window)).toBe("Duyệt 2 đơn vị");
    await page.keyboard.press("Escape");
    await expect.poll(() => focused(window)).toBe("Duyệt 2 đơn vị đã nộp, không lỗi");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Duyệt 2 đơn vị", exact: true }).press("Enter");
    await page.getByText("Đã duyệt 1 đơn vị.").waitFor();
    await expect.poll(() => focused(window)).not.toBe("");
    await window.settled();
    const heir = await focused(window);
    await page.getByRole("button", { name: "Đóng", exact: true }).click();
    await expect.poll(() => focused(window)).toBe(heir);
  });

  it("whose button goes with it leaves the focus to the part that it stood in", async () => {
    const window = await tests.open({
      ...ANSWERS,
      repairRights: [{ result: { checked: 210, deviating: 0, strays: 0 } }],
    });
    await choose(window, "Thiết lập");
    await window.page.locator("summary").filter({ hasText: "Ai sửa được gì" }).click();
    await window.page.getByRole("button", { name: "Đặt lại quyền" }).press("Enter");
    await window.page.getByText("quyền sửa đúng cả").waitFor();
    await expect.poll(() => focused(window)).toContain("Ai sửa được gì");
  });

  it("of one of several units leaves the choice of the others", async () => {
    const window = await tests.open({
      getDesk: [{ result: { kind: "unit", checklist: { ...READY, zeros: [] } } }],
      submit: [{ result: { ...SUBMITTED, others: [] } }],
    });
    const { page } = window;
    await page.getByLabel("Chức vụ người xác nhận").fill("Phó Trưởng trạm");
    await page.getByRole("button", { name: "Nộp báo cáo" }).click();
    await page.getByText("Đã nộp báo cáo. Người tổng hợp sẽ xem và duyệt.").waitFor();
    await expect
      .poll(() => page.getByLabel("Đơn vị của bạn").locator("option").allInnerTexts())
      .toEqual(["Trạm Y tế xã", "Điểm trạm Y tế ấp Vĩnh Đông"]);
  });
});

describe("a notice", () => {
  it("hides nothing for good: what lies at the end can be brought above it, and clicked", async () => {
    const window = await tests.open({ ...ANSWERS, saveSetup: [{ result: SETUP }] });
    await saveDeadline(window, "20/11/2026");
    const { page } = window;
    const last = page.locator("summary").last();
    await window.settled();
    await last.evaluate((summary: HTMLElement) => summary.focus());
    /** How much of it the notice covers. */
    const covered = async (): Promise<number> => {
      const bottom = await last.evaluate((summary) => summary.getBoundingClientRect().bottom);
      const top = await page.locator(".told .box").evaluate((box) => box.getBoundingClientRect().top);
      return bottom - top;
    };
    await expect.poll(covered).toBeLessThanOrEqual(0);
  });
});

describe("what is said", () => {
  it("of what may stay blank is not that it must be done", async () => {
    const items = READY.items.map((item) => ({ ...item, state: "blank", isRequired: false }) as const);
    const { page } = await tests.open({ getDesk: [{ result: { kind: "unit", checklist: { ...READY, items } } }] });
    await page.getByText("Không còn mục nào thiếu hay sai.").waitFor();
    await page.getByRole("heading", { name: "Nên báo cáo thêm, không bắt buộc" }).waitFor();
    await expect.poll(() => page.locator(".items .name").allInnerTexts()).toContain("Đánh giá: kết quả");
  });

  it("of a moment beside another state is that it was handed in then", async () => {
    const returned = { ...SUBMITTED.unit, state: "returned", stateName: "Trả lại", reason: "Thiếu số" } as const;
    const { page } = await tests.open({
      getDesk: [{ result: { kind: "unit", checklist: { ...READY, unit: returned } } }],
    });
    await page.locator(".state .row").filter({ hasText: "nộp lúc 10/11/2026 08:05" }).waitFor();
    await page.getByText("Sửa xong thì nộp lại ở mục Nộp báo cáo bên dưới.").waitFor();
  });

  it("of an approved report whose figures have changed is what to do", async () => {
    const window = await tests.open(ANSWERS);
    await choose(window, "Đơn vị");
    await window.page.getByRole("button", { name: /^Công an xã/ }).click();
    await window.page.getByText("Hãy mở lại để đơn vị nộp lại, rồi duyệt.").waitFor();
  });

  it("before many are approved is which of them have changed since they were handed in", async () => {
    const units = withUnit("MTTQ", { changedCells: 2, changedText: "Sửa sau khi nộp: 2 ô" });
    const window = await tests.open({ ...ANSWERS, getDesk: [{ result: { ...DESK, units } }] });
    await choose(window, "Đơn vị");
    await window.page.getByRole("button", { name: "Duyệt 2 đơn vị đã nộp, không lỗi" }).click();
    await window.page
      .getByText("Trong đó 1 đơn vị đã sửa số liệu sau khi nộp: Ủy ban Mặt trận Tổ quốc Việt Nam xã.")
      .waitFor();
  });

  it("of how many are late is one number in the overview and in the list", async () => {
    const units = withUnit("TH", { late: true, submittedAt: "15/11/2026 08:00" });
    const window = await tests.open({ ...ANSWERS, getDesk: [{ result: { ...DESK, units } }] });
    await window.page.getByText("1/7").first().waitFor();
    await choose(window, "Đơn vị");
    await expect.poll(() => window.page.getByLabel("Lọc").locator("option").allInnerTexts()).toContain("Nộp muộn (1)");
  });
});
