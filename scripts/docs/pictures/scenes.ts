/** The year of the sample commune in pictures, from setting up to an approved report: who sees what at which moment. */
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { type Bundle, loadWorkbook, saveWorkbook } from "gas-offline";
import type { Browser, FrameLocator } from "playwright-core";
import { openBook, type PageBook, type PageFiles, servePage } from "sheet-page";
import { makeNew, newWorkbook, PAGE_PRODUCT } from "so2282-cli";
import type { Checklist, CoordinatorDesk } from "../../../src/addon/rpc.ts";
import { openScreenshotSession, type ScreenshotSession } from "./screenshot-session.ts";

/** What all scenes share. */
export type Studio = {
  readonly browser: Browser;
  readonly bundle: Bundle;
  readonly files: PageFiles;
  /** The sample's data folder. */
  readonly sample: string;
  /** Where workbooks are made, and where the pictures go. */
  readonly scratch: string;
  readonly pictures: string;
  /** Plays a part that others do not need; what keeps it from its pictures is told at the end. */
  readonly attempt: (part: string, play: () => Promise<void>) => Promise<void>;
};

/** A day and an hour of the sample's November. */
function at(day: number, hour: number, minute = 0): number {
  return Date.UTC(2026, 10, day, hour - 7, minute);
}

type Stage = {
  readonly book: PageBook;
  /** The moment that everybody is told. */
  readonly clock: { now: number };
  readonly openSession: (as?: string) => Promise<ScreenshotSession>;
};

async function onStage(
  studio: Studio,
  path: string,
  now: number,
  play: (stage: Stage) => Promise<void>,
): Promise<void> {
  const clock = { now };
  const book = await openBook(path, studio.bundle, undefined, () => clock.now);
  const served = await servePage(book, studio.files, { port: 0, user: book.owner(), product: PAGE_PRODUCT });
  const sessions: ScreenshotSession[] = [];
  try {
    await play({
      book,
      clock,
      async openSession(as) {
        const session = await openScreenshotSession(studio.browser, served.address, studio.pictures, clock.now, as);
        sessions.push(session);
        return session;
      },
    });
  } finally {
    for (const session of sessions) await session.close();
    await served.close();
    await book.close();
  }
}

/** The first run: an empty spreadsheet becomes the commune's workbook. */
export async function playSetUp(studio: Studio): Promise<void> {
  const path = join(studio.scratch, "so-moi.xlsx");
  await saveWorkbook(newWorkbook("so-moi"), path, { overwrite: true });
  await onStage(studio, path, at(2, 8), async ({ openSession }) => {
    const session = await openSession();
    const wizard = await session.openSidebar();
    await wizard.getByRole("heading", { name: /^Bước 1/ }).waitFor();
    for (const [label, text] of [
      ["Tên xã, phường", "Vĩnh Phong"],
      ["Tỉnh, thành phố", "An Giang"],
      ["Số kế hoạch", "131/KH-UBND"],
      ["Ngày ban hành kế hoạch", "22/05/2026"],
    ] as const) {
      await wizard.getByLabel(label, { exact: true }).fill(text);
    }
    const next = wizard.getByRole("button", { name: "Tiếp: đơn vị" });
    await session.waitUntilQuiet();
    await session.takeSidebar("lap-so-1", { mark: next });
    await next.click();
    const preview = wizard.getByRole("button", { name: "Xem trước" });
    await wizard.getByLabel("Số ấp").fill("14");
    await session.waitUntilQuiet();
    await session.takeSidebar("lap-so-2", { mark: preview });
    await preview.click();
    const make = wizard.getByRole("button", { name: "Lập sổ", exact: true });
    await wizard.getByRole("heading", { name: /^Bước 3/ }).waitFor();
    for (const list of await wizard.locator("details[open]").elementHandles()) await (await list.$("summary"))?.click();
    await session.takeSidebar("lap-so-3", { mark: make });
    await make.click();
    const open = wizard.getByRole("button", { name: "Mở sổ" });
    await open.waitFor({ timeout: 60_000 });
    await session.takeSidebar("lap-so-4", { mark: open });
  });
}

const STATION = "tram-yte@vinhphong.example";

/** Who has submitted before the desk is opened. */
const EARLY: readonly (readonly [mailbox: string, post: string])[] = [
  ["vp-danguy@vinhphong.example", "Chánh Văn phòng"],
  ["ubkt-danguy@vinhphong.example", "Phó Chủ nhiệm"],
  ["congan@vinhphong.example", "Phó Trưởng Công an"],
  ["hoi-nongdan@vinhphong.example", "Phó Chủ tịch"],
  ["hoi-lhpn@vinhphong.example", "Phó Chủ tịch"],
  ["mn1@vinhphong.example", "Phó Hiệu trưởng"],
];

/** Calls a function of the add-on as a user; what it throws ends the whole. */
async function call(book: PageBook, user: string, name: string, argument: unknown): Promise<unknown> {
  const { result, error } = await book.run(user, name, argument === undefined ? [] : [argument], true);
  if (error !== undefined) throw new Error(`${name}: ${error}`);
  return result;
}

/** Hands in a unit's report without a window. */
async function handIn(book: PageBook, mailbox: string, role: string): Promise<void> {
  const checklist = (await call(book, mailbox, "getChecklist", { unit: null })) as Checklist;
  if (checklist.obstacle !== "") throw new Error(`${mailbox}: ${checklist.obstacle}`);
  const { unit, zeros } = checklist;
  await call(book, mailbox, "submit", {
    unit: unit.unit,
    digest: unit.digest,
    role,
    zeros: zeros.map(({ key }) => key),
  });
}

async function approve(book: PageBook, code: string): Promise<void> {
  const desk = (await call(book, book.owner(), "getDesk", undefined)) as CoordinatorDesk;
  const units = desk.units.filter(({ unit }) => unit === code).map(({ unit, digest }) => ({ unit, digest }));
  await call(book, book.owner(), "approve", { units });
}

/** The copy of the sample that is damaged. */
function damagedPath({ scratch }: Studio): string {
  return join(scratch, "vinh-phong-2026-hong.xlsx");
}

/** November: units hand in, the coordinator returns, approves, reminds, reports. */
export async function playNovember(studio: Studio): Promise<void> {
  const path = join(studio.scratch, "vinh-phong-2026.xlsx");
  await makeNew({ bundle: studio.bundle }, path, { from: studio.sample, year: 2026, force: true });
  // Mails show the workbook's id, which is to be the same at every taking.
  await saveWorkbook({ ...(await loadWorkbook(path)), id: "so-2282-vinh-phong" }, path, { overwrite: true });
  await copyFile(path, damagedPath(studio));
  await onStage(studio, path, at(4, 9), async (stage) => {
    const { book, clock } = stage;
    for (const [mailbox, post] of EARLY) {
      await handIn(book, mailbox, post);
      clock.now += 47 * 60_000;
    }
    await approve(book, "VPDU");
    clock.now = at(5, 8, 30);
    await studio.attempt("đơn vị còn thiếu số liệu", () => seeMissing(stage));
    await studio.attempt("đơn vị nộp", () => seeUnit(stage));
    clock.now = at(6, 8, 10);
    await seeDesk(stage, studio);
    clock.now = at(7, 14, 20);
    await studio.attempt("đơn vị bị trả lại", () => seeReturned(stage));
  });
}

/** A unit that has something missing, in its tab and in its checklist. */
async function seeMissing({ openSession }: Stage): Promise<void> {
  const session = await openSession("congdoan@vinhphong.example");
  const unit = await session.openSidebar();
  await session.show("CDX", "D6");
  await session.takeWindow("don-vi-thieu", 560, unit.getByRole("button", { name: /^Đến ô/ }).first());
  await session.close();
}

/** The unit: its checklist, handing in. */
async function seeUnit({ openSession }: Stage): Promise<void> {
  const session = await openSession(STATION);
  const unit = await session.openSidebar();
  await session.takeSidebar("don-vi-bang-ben", { most: 620 });
  const submit = unit.getByRole("button", { name: "Nộp báo cáo", exact: true });
  await unit.getByLabel("Chức vụ người xác nhận").fill("Phó Trưởng trạm");
  for (const zero of await unit.getByRole("checkbox").all()) await zero.check();
  await session.takeSidebar("don-vi-nop", {
    from: unit.getByRole("heading", { name: "Nộp báo cáo" }),
    to: submit,
    mark: submit,
  });
  await submit.click();
  await unit.getByText("Đã nộp báo cáo.").waitFor();
  await session.close();
}

async function openUnit(desk: FrameLocator, name: string): Promise<void> {
  await desk.getByLabel("Tìm đơn vị").fill(name);
  await desk.getByRole("button", { name: new RegExp(`^${name}`) }).click();
}

/** The coordinator's five views. */
async function seeDesk({ openSession }: Stage, { attempt }: Studio): Promise<void> {
  const session = await openSession();
  const desk = await session.openSidebar();
  await attempt("Tổng quan", async () => {
    await session.show("Bảng điểm", "A4");
    await session.takeWindow("bang-diem", 640);
    await session.takeSidebar("tong-quan", { most: 700 });
  });
  await attempt("Đơn vị", () => seeUnits(session));
  await attempt("Kiểm tra", async () => {
    await session.choose("Kiểm tra");
    await desk.getByText("Phòng Văn hóa – Xã hội").first().click();
    await session.takeSidebar("kiem-tra", {
      most: 620,
      mark: desk.getByRole("button", { name: /^Đến ô: .*VHXH/ }).first(),
    });
  });
  await attempt("Báo cáo", () => seeReport(session));
  await attempt("Thiết lập", () => seeSettings(session));
  await session.close();
}

/** The list, one unit, and giving its report back. */
async function seeUnits(session: ScreenshotSession): Promise<void> {
  const desk = await session.choose("Đơn vị");
  await session.takeSidebar("don-vi", { most: 620, mark: desk.getByRole("button", { name: /^Duyệt \d+ đơn vị/ }) });
  await openUnit(desk, "Trạm Y tế xã");
  await session.takeSidebar("don-vi-mot", {
    from: desk.getByText("Tìm đơn vị", { exact: true }),
    mark: desk.getByRole("button", { name: "Trả lại: Trạm Y tế xã" }),
  });
  await desk.getByRole("button", { name: "Trả lại: Trạm Y tế xã" }).click();
  const back = desk.getByRole("button", { name: "Trả lại", exact: true });
  await desk.getByLabel("Lý do (đơn vị sẽ đọc)").fill("Số lãnh đạo chưa tính cấp phó mới bổ nhiệm tháng 10.");
  await session.takeSidebar("tra-lai", { from: desk.locator(".unit"), mark: back });
  await back.click();
  await desk.getByText("Trạm Y tế xã: Trả lại.").waitFor();
  await desk.getByRole("button", { name: "Đóng", exact: true }).click();
}

/** Making the report, the mail that takes it to the province, and the commune's own template. */
async function seeReport(session: ScreenshotSession): Promise<void> {
  const desk = await session.choose("Báo cáo");
  const make = desk.getByRole("button", { name: "Tạo báo cáo", exact: true });
  await session.takeSidebar("bao-cao", { mark: make });
  await make.click();
  const made = desk.getByRole("region", { name: "Báo cáo đã tạo" });
  const mail = made.getByRole("button", { name: "Gửi thư…" });
  await mail.waitFor({ timeout: 60_000 });
  await mail.click();
  const letter = desk.getByRole("region", { name: "Gửi thư" });
  await letter.getByLabel("Gửi tới").fill("so-noi-vu@angiang.example");
  const look = letter.getByRole("button", { name: "Xem lại trước khi gửi" });
  const title = letter.getByRole("heading", { level: 3 });
  await session.takeSidebar("gui-thu", { from: title, to: look, mark: look });
  await look.click();
  const send = letter.getByRole("button", { name: "Gửi thư", exact: true });
  await send.waitFor();
  await session.takeSidebar("gui-thu-xem", { from: title, to: send });
  await session.choose("Thiết lập");
  await session.choose("Báo cáo");
  await openSection(desk, "Tùy chỉnh mẫu");
  await desk.getByRole("button", { name: "Tùy chỉnh mẫu", exact: true }).click();
  const check = desk.getByRole("button", { name: "Kiểm tra mẫu" });
  await check.waitFor();
  await check.click();
  await desk.getByText("Mẫu dùng được").waitFor();
  await session.takeSidebar("mau-rieng", {
    from: desk.locator("summary").filter({ hasText: "Tùy chỉnh mẫu" }),
    to: desk.getByText("Mẫu dùng được"),
    mark: check,
  });
}

async function seeSettings(session: ScreenshotSession): Promise<void> {
  const desk = await session.choose("Thiết lập");
  await session.takeSidebar("thiet-lap");
  await openSection(desk, "Nhắc đơn vị");
  const on = desk.getByRole("button", { name: "Bật nhắc tự động" });
  await on.waitFor();
  await session.takeSidebar("nhac", { from: desk.getByText("Nhắc đơn vị", { exact: true }), to: on, mark: on });
  await openSection(desk, "Nhắc đơn vị");
  await openSection(desk, "Ai sửa được gì");
  const checked = desk.getByText(/\d+ vùng/).first();
  await checked.waitFor();
  await session.takeSidebar("quyen", { from: desk.getByText("Ai sửa được gì", { exact: true }), to: checked });
}

/** Opens or closes a part of a view. */
async function openSection(desk: FrameLocator, title: string): Promise<void> {
  await desk.locator("summary").filter({ hasText: title }).first().click();
}

/** The unit finds its report returned, hands it in again; approved, its cells are locked. */
async function seeReturned({ openSession, book, clock }: Stage): Promise<void> {
  const session = await openSession(STATION);
  await session.openSidebar();
  await session.takeSidebar("don-vi-tra-lai", { most: 360 });
  await session.show("TYT", "A1");
  await handIn(book, STATION, "Phó Trưởng trạm");
  clock.now += 3_600_000;
  await approve(book, "TYT");
  const again = await session.openSidebar();
  await again.getByRole("button", { name: "Tải lại số liệu" }).click();
  await again.getByText("ô nhập đang khóa").waitFor();
  await session.takeSidebar("don-vi-khoa", { most: 330 });
  await session.close();
}

/** Writes into a cell as the coordinator, without a window. */
async function write(book: PageBook, tab: string, row: number, column: number, value: string): Promise<void> {
  const sheet = book.view(book.owner()).sheets.find(({ name }) => name === tab);
  if (!sheet) throw new Error(`No tab ${tab}`);
  const { refusals } = await book.edit(book.owner(), [{ sheet: sheet.id, row, column, value }]);
  for (const { message } of refusals) throw new Error(message);
}

/** A workbook that somebody damaged is shown and repaired. */
export async function playRepair(studio: Studio): Promise<void> {
  await onStage(studio, damagedPath(studio), at(8, 9), async ({ book, openSession }) => {
    await write(book, "TYT", 6, 3, "Số lãnh đạo");
    await write(book, "TYT", 31, 1, "");
    const session = await openSession();
    const desk = await session.openSidebar();
    await session.choose("Thiết lập");
    await openSection(desk, "Kiểm tra và sửa sổ");
    const mend = desk.getByRole("button", { name: "Sửa sổ…" });
    await mend.waitFor();
    await session.takeSidebar("sua-so", {
      from: desk.getByText("Kiểm tra và sửa sổ", { exact: true }),
      to: mend,
      mark: mend,
    });
    await write(book, "Các ấp", 4, 2, "Ấp");
    await desk.getByRole("button", { name: "Tải lại số liệu" }).click();
    await desk.getByRole("heading", { name: "Sổ 2282" }).waitFor();
    await session.takeSidebar("so-hong");
  });
}
