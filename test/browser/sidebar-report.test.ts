/** The report's view at 300 pixels, over literal answers: its steps, what they leave, the mail, the own template. */
import { describe, expect, it } from "vitest";
import type { ReportState } from "../../src/addon/rpc.ts";
import { ANSWERS, HOSTILE, LETTER, MADE, REPORT, STEPS, TEMPLATE } from "./sidebar-data.ts";
import { type Answers, choose, type SidebarWindow, sidebarOfTests } from "./sidebar-window.ts";

const tests = sidebarOfTests();

/** The first step's answer is held back until the test lets it go. */
const HELD: Answers = {
  ...ANSWERS,
  openReportFolder: [{ result: { url: "https://drive.google.com/drive/folders/f", problem: "" }, held: true }],
};

const withState = (state: Partial<ReportState>): Answers => ({
  ...ANSWERS,
  getReportState: [{ result: { ...REPORT, ...state } }],
});

async function open(answers: Answers): Promise<SidebarWindow> {
  const window = await tests.open(answers);
  await choose(window, "Báo cáo");
  return window;
}

const make = ({ page }: SidebarWindow) => page.getByRole("button", { name: "Tạo báo cáo" }).click();

const callsOf = async (window: SidebarWindow, ...names: readonly string[]) =>
  (await window.calls()).filter(({ name }) => names.includes(name));

/** Lets the window remember each step that it shows. */
async function watchSteps({ page }: SidebarWindow): Promise<void> {
  await page.evaluate(() => {
    const steps: string[] = [];
    Reflect.set(globalThis, "steps", steps);
    new MutationObserver(() => {
      const step = document.querySelector(".running")?.querySelector("[role=status]")?.textContent ?? "";
      const at = document.querySelector(".running [role=progressbar]")?.getAttribute("aria-valuetext") ?? "";
      const shown = `${at} ${step}`;
      if (step !== "" && steps.at(-1) !== shown) steps.push(shown);
    }).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
  });
}

/** Looks at a state: picture, width, axe. */
async function look(window: SidebarWindow, name: string): Promise<void> {
  await window.picture(name);
  await window.fits();
  await window.isAccessible();
  expect(window.faults).toEqual([]);
}

describe("the report", () => {
  it("is asked for as typed, once, and shows each step as it is done", async () => {
    const window = await open(HELD);
    const { page } = window;
    await page.getByLabel("Số văn bản").fill("123");
    await page.getByLabel("Ngày ký").fill("31/2/2026");
    await make(window);
    await page.getByText("Cần ngày có thật").waitFor();
    await page.getByLabel("Ngày ký").fill("5/12/2026");
    await page.getByLabel("Cá nhân đề nghị khen thưởng").fill("Bà Nguyễn Thị A\n\n Ông Trần Văn B ");
    await watchSteps(window);
    await page.getByRole("button", { name: "Tạo báo cáo" }).dblclick();
    await window.release();
    await page.getByRole("button", { name: "Gửi thư…", exact: true }).waitFor();
    await expect
      .poll(() => page.evaluate(() => Reflect.get(globalThis, "steps")))
      .toEqual([
        "1/5 Mở thư mục trong Drive…",
        "2/5 Viết báo cáo, lưu tệp .docx…",
        "3/5 Chuyển sang Google Tài liệu…",
        "4/5 Làm tệp PDF…",
        "5/5 Ghi vào Nhật ký…",
      ]);
    await expect
      .poll(() => callsOf(window, "openReportFolder", "makeReport", "continueReport"))
      .toEqual([
        { name: "openReportFolder", args: [] },
        {
          name: "makeReport",
          args: [
            {
              kind: "year",
              number: "123",
              date: "2026-12-05",
              template: null,
              individuals: ["Bà Nguyễn Thị A", "Ông Trần Văn B"],
              ownTemplate: false,
              drive: true,
            },
          ],
        },
        ...STEPS.map(() => ({ name: "continueReport", args: [{ job: "b3" }] })),
      ]);
    // What was made reads the list again, without taking the form away.
    await expect.poll(() => callsOf(window, "getReportState")).toHaveLength(2);
    await expect.poll(() => page.getByLabel("Số văn bản").inputValue()).toBe("123");
  });

  it("says what it is at, and that the sidebar may be closed", async () => {
    const [first] = STEPS;
    if (!first) throw new Error("no steps");
    const window = await open({ ...ANSWERS, continueReport: [{ result: first }, { silent: true }] });
    await make(window);
    await window.page.getByRole("status").filter({ hasText: "Làm tệp PDF…" }).waitFor();
    const bar = window.page.getByRole("progressbar", { name: "Tạo báo cáo" });
    await expect.poll(() => bar.getAttribute("aria-valuetext")).toBe("4/5");
    await look(window, "8-bao-cao-dang-lam");
  });

  it("offers a download as soon as it is written, and Drive's links in tabs of their own", async () => {
    const window = await open({ ...ANSWERS, continueReport: STEPS.map((result) => ({ result, held: true })) });
    const { page } = window;
    await make(window);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Tải .docx về máy" }).click();
    await expect.poll(async () => (await download).suggestedFilename()).toBe("BC-2026-Vinh-Phong.docx");
    await window.release("all");
    await page.getByRole("button", { name: "Gửi thư…", exact: true }).waitFor();
    const made = page.getByRole("region", { name: "Báo cáo đã tạo" });
    await expect.poll(() => made.evaluate((element) => element === document.activeElement)).toBe(true);
    const links = await made
      .getByRole("link")
      .evaluateAll((all) => all.map((link) => [link.getAttribute("target"), link.getAttribute("rel")]));
    expect(links).toEqual(Array.from({ length: 3 }, () => ["_blank", "noopener noreferrer"]));
    await look(window, "8-bao-cao-xong");
  });

  it("without a folder is written all the same, says why, and is only downloaded", async () => {
    const problem = "Chưa mở được thư mục báo cáo trong Drive; hãy tải tệp về máy. Lý do: Drive của bạn đã đầy.";
    const window = await open({
      ...ANSWERS,
      openReportFolder: [{ result: { url: "", problem } }],
      makeReport: [{ result: { ...MADE, next: "log", files: [], links: { document: "", docx: "", pdf: "" } } }],
      continueReport: [
        { result: { job: "b3", next: null, files: [], links: { document: "", docx: "", pdf: "" }, problem: "" } },
      ],
    });
    await make(window);
    await window.page.getByText(problem).waitFor();
    await expect
      .poll(async () => (await callsOf(window, "makeReport"))[0]?.args)
      .toEqual([expect.objectContaining({ drive: false })]);
    await expect
      .poll(() => window.page.getByRole("region", { name: "Báo cáo đã tạo" }).getByRole("link").count())
      .toBe(0);
    await expect.poll(() => window.page.getByRole("button", { name: "Gửi thư…", exact: true }).count()).toBe(0);
    await look(window, "8-bao-cao-khong-thu-muc");
  });

  it("says what a step could not do, beside what is there", async () => {
    const problem =
      "“BC-2026-Vinh-Phong”: trong Drive có tệp .docx, Google Tài liệu; chưa có tệp PDF. Lý do: tài liệu lớn hơn 10 MB, là mức Google cho chuyển. Hãy bỏ bớt hình ảnh.";
    const [document, , done] = STEPS;
    if (!document || !done) throw new Error("no steps");
    const window = await open({
      ...ANSWERS,
      continueReport: [
        { result: document },
        { result: { ...document, next: "log", problem } },
        { result: { ...done, files: ["docx", "document"], links: document.links } },
      ],
    });
    await make(window);
    await window.page.getByText(problem).waitFor();
    await window.page.getByRole("button", { name: "Gửi thư…", exact: true }).waitFor();
    await look(window, "8-bao-cao-thieu-pdf");
  });

  it("that lost the connection goes on where it was", async () => {
    const [first, second, third] = STEPS;
    if (!first || !second || !third) throw new Error("no steps");
    const lost = { error: "NetworkError: Connection failure due to HTTP 0" };
    const window = await open({
      ...ANSWERS,
      continueReport: [{ result: first }, lost, { result: second }, { result: third }],
    });
    await make(window);
    await window.page.getByText("Phần đã làm được giữ nguyên.").waitFor();
    await look(window, "8-bao-cao-dut");
    await window.page.getByRole("button", { name: "Làm tiếp" }).click();
    await window.page.getByRole("button", { name: "Gửi thư…", exact: true }).waitFor();
    await expect.poll(() => callsOf(window, "continueReport")).toHaveLength(4);
    await expect.poll(() => window.page.getByRole("button", { name: "Tải .docx về máy" }).count()).toBe(1);
  });

  it("without a right to Drive is made to be downloaded", async () => {
    const window = await open(withState({ drive: false }));
    await window.page.getByText("Vẫn tải được tệp .docx về máy.").waitFor();
    await expect.poll(() => window.page.getByLabel("Lưu vào Drive").isDisabled()).toBe(true);
    await make(window);
    await window.page.getByText("BC-2026-Vinh-Phong.docx").waitFor();
    await expect.poll(() => callsOf(window, "openReportFolder")).toEqual([]);
    await look(window, "8-bao-cao-khong-quyen");
  });
});

describe("a report that was left half-way", () => {
  const unfinished = [
    {
      job: "b0",
      name: "BC-2282-nam-2026-xa-Vinh-Phong",
      time: "12/11/2026 09:00",
      text: "“BC-2282-nam-2026-xa-Vinh-Phong”: trong Drive có tệp .docx; chưa có Google Tài liệu, tệp PDF.",
      next: "document",
      running: false,
      links: { document: "", docx: "https://drive.google.com/file/d/b/view", pdf: "" },
    },
  ] as const;

  it("is shown first, and goes on from there", async () => {
    const window = await open(withState({ unfinished }));
    await look(window, "8-bao-cao-do");
    await window.page.getByRole("button", { name: /^Làm tiếp: / }).click();
    await window.page.getByText("Đã làm xong báo cáo.").waitFor();
    await expect.poll(async () => (await callsOf(window, "continueReport"))[0]?.args).toEqual([{ job: "b0" }]);
  });

  it("is given up only after a question", async () => {
    const message = "Đã bỏ báo cáo làm dở “BC-2282-nam-2026-xa-Vinh-Phong”.";
    const window = await open({ ...withState({ unfinished }), dropReport: [{ result: { message } }] });
    await window.page.getByRole("button", { name: /^Bỏ: / }).click();
    await expect.poll(() => callsOf(window, "dropReport")).toEqual([]);
    await look(window, "8-bao-cao-bo");
    await window.page.getByRole("button", { name: "Bỏ báo cáo", exact: true }).click();
    await window.page.getByText(message).waitFor();
    await expect.poll(async () => (await callsOf(window, "dropReport"))[0]?.args).toEqual([{ job: "b0" }]);
  });

  it("that another window is at is left alone", async () => {
    const window = await open(withState({ unfinished: unfinished.map((report) => ({ ...report, running: true })) }));
    await window.page.getByText("Có cửa sổ đang làm báo cáo này.").waitFor();
    await expect.poll(() => window.page.getByRole("button", { name: /^Làm tiếp: / }).count()).toBe(0);
  });
});

describe("the reports that were made", () => {
  it("say at once that their figures have changed, and what was sent to whom", async () => {
    const window = await open(ANSWERS);
    const list = window.page.locator(".issues > li").filter({ hasText: "Báo cáo năm 2026" });
    await expect.poll(() => list.first().innerText()).toContain("Số liệu đã đổi sau báo cáo này");
    await expect.poll(() => list.first().innerText()).toContain("Đã gửi 12/11/2026 16:25");
    await expect.poll(() => list.nth(1).getByRole("button").count()).toBe(0);
    await look(window, "8-bao-cao-danh-sach");
  });
});

describe("the mail", () => {
  async function openMail(answers: Answers): Promise<SidebarWindow> {
    const window = await open(answers);
    await make(window);
    await window.page.getByRole("button", { name: "Gửi thư…", exact: true }).click();
    await window.page.getByLabel("Gửi tới").waitFor();
    return window;
  }

  const sendIt = ({ page }: SidebarWindow) => page.getByRole("button", { name: "Gửi thư", exact: true });

  it("is shown as it would go out, wants a yes to a draft, and is sent once", async () => {
    const sent = { time: "12/11/2026 16:25", to: LETTER.to, again: false };
    const window = await openMail({ ...ANSWERS, sendReport: [{ result: sent, held: true }] });
    const { page } = window;
    await page.getByLabel("Lời thư").fill(`Kính gửi Sở,\n${HOSTILE}`);
    await look(window, "8-thu-soan");
    await page.getByRole("button", { name: "Xem lại trước khi gửi" }).click();
    await page.getByRole("heading", { name: "Thư sẽ gửi đi như sau" }).waitFor();
    await expect
      .poll(async () => (await callsOf(window, "previewMail"))[1]?.args)
      .toEqual([
        expect.objectContaining({ to: "vanthu@snv.example", body: `Kính gửi Sở,\n${HOSTILE}`, files: ["docx", "pdf"] }),
      ]);
    await look(window, "8-thu-xem");
    await sendIt(window).click({ force: true });
    await expect.poll(() => callsOf(window, "sendReport")).toEqual([]);
    await page.getByLabel("Tôi đồng ý gửi bản dự thảo").check();
    await sendIt(window).dblclick();
    await window.release("all");
    await page.getByText("Đã gửi lúc 12/11/2026 16:25 tới vanthu@snv.example.").waitFor();
    const calls = await callsOf(window, "sendReport");
    expect(calls.map(({ args }) => args)).toEqual([
      [
        {
          id: expect.stringMatching(/^[\w-]{8,60}$/),
          report: "b3",
          to: LETTER.to,
          subject: LETTER.subject,
          body: LETTER.body,
          files: ["docx", "pdf"],
          docx: MADE.base64,
          draftAgreed: true,
        },
      ],
    ]);
    await look(window, "8-thu-da-gui");
  });

  it("that got no answer is the same wish when it is tried again", async () => {
    const sent = { time: "12/11/2026 16:25", to: [], again: true };
    const lost = { error: "NetworkError: Connection failure due to HTTP 0" };
    const window = await openMail({
      ...ANSWERS,
      previewMail: [{ result: { ...LETTER, draft: false } }],
      sendReport: [lost, { result: sent }],
    });
    await window.page.getByRole("button", { name: "Xem lại trước khi gửi" }).click();
    await sendIt(window).click();
    await window.page.getByText("Mất kết nối.").waitFor();
    await sendIt(window).click();
    await window.page.getByText("Thư này đã gửi lúc 12/11/2026 16:25; không gửi lần nữa.").waitFor();
    const ids = (await callsOf(window, "sendReport")).map(({ args }) => JSON.stringify(args[0]));
    expect(new Set(ids).size).toBe(1);
  });

  it("with something wrong goes back to be typed, with what is wrong", async () => {
    const problem = "Cần hộp thư dạng van-thu@tinh.gov.vn; thấy “so-noi-vu”. Hãy sửa lại.";
    const window = await openMail({
      ...ANSWERS,
      previewMail: [
        { result: LETTER },
        { result: { ...LETTER, problems: [problem] } },
        { result: { ...LETTER, warnings: ["“a@gmail.com” giống hộp thư riêng của một người. Hãy xem lại."] } },
      ],
    });
    await window.page.getByLabel("Gửi tới").fill("so-noi-vu");
    await window.page.getByRole("button", { name: "Xem lại trước khi gửi" }).click();
    await window.page.getByRole("alert").getByText(problem).waitFor();
    await look(window, "8-thu-sai");
    await expect.poll(() => window.page.getByLabel("Gửi tới").inputValue()).toBe("so-noi-vu");
    await window.page.getByRole("button", { name: "Xem lại trước khi gửi" }).click();
    await window.page.getByText("giống hộp thư riêng").waitFor();
    await window.page.getByRole("button", { name: "Sửa lại" }).click();
    await expect.poll(() => window.page.getByLabel("Gửi tới").inputValue()).toBe("so-noi-vu");
  });

  it("of an earlier report leaves it to the server to fetch its files", async () => {
    const sent = { time: "12/11/2026 16:25", to: LETTER.to, again: false };
    const window = await open({
      ...ANSWERS,
      previewMail: [{ result: { ...LETTER, draft: false } }],
      sendReport: [{ result: sent }],
    });
    await window.page.getByRole("button", { name: "Gửi thư: BC-2282-nam-2026-xa-Vinh-Phong-lan-2" }).click();
    await window.page.getByRole("button", { name: "Xem lại trước khi gửi" }).click();
    await sendIt(window).click();
    await window.page.getByText("Đã gửi lúc").waitFor();
    await expect
      .poll(async () => (await callsOf(window, "sendReport"))[0]?.args)
      .toEqual([expect.objectContaining({ report: "b2", docx: null })]);
  });
});

describe("the own template", () => {
  const section = ({ page }: SidebarWindow) => page.locator("details").filter({ hasText: "Tùy chỉnh mẫu" }).first();

  it("is made of the default one, explained tag by tag, checked, used, and forgotten", async () => {
    const fault = "Tệp mẫu, phần thân văn bản, đoạn “Số {so_vanban}”: không có thẻ {so_vanban}. Có lẽ là {so_van_ban}.";
    const window = await open({
      ...ANSWERS,
      checkOwnTemplate: [{ result: { faults: [fault] } }, { result: { faults: [] } }],
    });
    const { page } = window;
    await section(window).locator("summary").first().click();
    await page.getByText("Các thẻ dùng được trong mẫu").click();
    await page.getByText("{#du_thao}…{/du_thao}").waitFor();
    await look(window, "8-mau-chuan");
    await page.getByRole("button", { name: "Tùy chỉnh mẫu" }).click();
    const link = page.getByRole("link", { name: TEMPLATE.name });
    await link.waitFor();
    await expect.poll(() => link.getAttribute("href")).toBe(TEMPLATE.url);
    await page.getByRole("button", { name: "Kiểm tra mẫu" }).click();
    await page.getByText(fault).waitFor();
    await look(window, "8-mau-sai");
    await page.getByRole("button", { name: "Kiểm tra mẫu" }).click();
    await page.getByText("Mẫu dùng được: thẻ nào cũng đúng.").waitFor();
    await page.getByLabel(`Mẫu riêng: ${TEMPLATE.name}`).check();
    await make(window);
    await page.getByRole("button", { name: "Gửi thư…", exact: true }).waitFor();
    await expect
      .poll(async () => (await callsOf(window, "makeReport"))[0]?.args)
      .toEqual([expect.objectContaining({ template: null, ownTemplate: true })]);
  });

  it("that is there is chosen from the start; forgotten, the default is", async () => {
    const window = await open(withState({ template: TEMPLATE }));
    const { page } = window;
    await expect.poll(() => page.getByLabel(`Mẫu riêng: ${TEMPLATE.name}`).isChecked()).toBe(true);
    await section(window).locator("summary").first().click();
    await page.getByRole("button", { name: "Dùng lại mẫu chuẩn" }).click();
    await page.getByText("Từ nay báo cáo dùng mẫu chuẩn.").waitFor();
    await expect.poll(() => page.getByLabel("Mẫu chuẩn của sổ").isChecked()).toBe(true);
    await expect.poll(() => page.getByText("Mẫu riêng:").count()).toBe(0);
  });

  it("is no .docx from this machine: that is chosen for one report", async () => {
    const window = await open(ANSWERS);
    const { page } = window;
    await page.getByLabel("Tệp .docx của cấp trên").check();
    await page.getByRole("button", { name: "Tạo báo cáo" }).click({ force: true });
    await expect.poll(() => callsOf(window, "openReportFolder", "makeReport")).toEqual([]);
    await page
      .getByLabel("Tệp mẫu .docx")
      .setInputFiles({ name: "de-cuong.docx", mimeType: "application/zip", buffer: Buffer.from("PK") });
    await page.getByText("Dùng mẫu de-cuong.docx.").waitFor();
    await look(window, "8-mau-tep");
    await make(window);
    await page.getByRole("button", { name: "Gửi thư…", exact: true }).waitFor();
    await expect
      .poll(async () => (await callsOf(window, "makeReport"))[0]?.args)
      .toEqual([expect.objectContaining({ template: Buffer.from("PK").toString("base64"), ownTemplate: false })]);
  });
});

describe("the report's view by the keyboard and at 200 %", () => {
  it("stays whole with everything open", async () => {
    const window = await tests.open(withState({ template: TEMPLATE }), "200%");
    await choose(window, "Báo cáo");
    await make(window);
    await window.page.getByRole("button", { name: "Gửi thư…", exact: true }).press("Enter");
    await window.page.getByLabel("Gửi tới").waitFor();
    await window.page.getByRole("button", { name: "Xem lại trước khi gửi" }).press("Enter");
    await window.page.getByRole("heading", { name: "Thư sẽ gửi đi như sau" }).waitFor();
    await expect
      .poll(() => window.page.evaluate(() => document.activeElement?.textContent))
      .toBe("Thư sẽ gửi đi như sau");
    await window.picture("8-200-thu");
    await window.fits();
  });
});
