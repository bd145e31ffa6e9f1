/** The command line over small scripts: what a verb does when the bundle behaves, and when it does not. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { type Bundle, newWorkbook, saveWorkbook } from "gas-offline";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleOf } from "../../gas-offline/test/services/scripts.ts";
import { runCommand } from "../src/cli.ts";

const folder = await mkdtemp(join(tmpdir(), "so2282-cli-"));
const book = join(folder, "so.xlsx");
const from = join(folder, "so-lieu");

beforeAll(async () => {
  await saveWorkbook(newWorkbook("so"), book, { overwrite: true });
  await mkdir(from);
  await writeFile(join(from, "commune.csv"), "key,value\nname,Mẫu\n");
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(bundle: Bundle, ...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(args, bundle, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out, err };
}

const throwing = (thrown: string): Bundle =>
  bundleOf(`
    function fail() {
      SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange("A1").setValues([["nửa chừng"]]);
      throw ${thrown};
    }
    var createWorkbook = fail, importFolder = fail, getScorecard = fail, getIssues = fail, createReport = fail;
  `);

describe("a workbook that the command line cannot take", () => {
  const idle = bundleOf("function getIssues() { return []; } function importFolder() { return {}; }");

  it("is open in the page: reading it would miss edits, writing would lose them", async () => {
    const holder = { pid: process.ppid, host: hostname(), id: "page" };
    await writeFile(`${book}.dang-mo`, JSON.stringify(holder));
    const before = await readFile(book);
    for (const args of [
      ["check", book],
      ["import", book, "--from", from],
    ]) {
      const { code, err } = await run(idle, ...args);
      expect([code, err.join()]).toEqual([2, expect.stringContaining("đang mở ở tiến trình")]);
    }
    await rm(`${book}.dang-mo`);
    expect(await readFile(book)).toEqual(before);
    expect((await run(idle, "check", book)).code).toBe(0);
  });

  it("has edits that a session which was cut off left in its journal", async () => {
    const base = createHash("sha256")
      .update(await readFile(book))
      .digest("hex");
    const line = { user: "x", at: "", edits: [{ sheet: 1, row: 1, column: 1, value: 8 }] };
    await writeFile(`${book}.nhat-ky`, `${JSON.stringify({ base })}\n${JSON.stringify(line)}\n`);
    const { code, err } = await run(idle, "check", book);
    await rm(`${book}.nhat-ky`);
    expect([code, err.join()]).toEqual([2, expect.stringContaining("còn 1 lần gõ nằm trong nhật ký")]);
  });

  it.skipIf(process.platform === "win32")("is a pipe or a device, whose reading may never end", async () => {
    const pipe = join(folder, "ong.xlsx");
    execFileSync("mkfifo", [pipe]);
    for (const args of [
      ["check", pipe],
      ["check", "/dev/zero"],
    ]) {
      const { code, err } = await run(idle, ...args);
      expect([code, err.join()]).toEqual([2, expect.stringContaining("đây không phải tệp thường")]);
    }
    for (const args of [
      ["lint", pipe],
      ["report", book, "--out", folder, "--template", pipe],
    ]) {
      expect((await run(idle, ...args)).err.join()).toContain("cần một tệp Word .docx; không mở được");
    }
    await rm(pipe);
  });

  it("is told with the beginning of its name alone, and without a code of the system", async () => {
    const long = "a".repeat(10_000_000);
    for (const args of [[long], ["check", long], ["check", book, "--today", long], ["check", book, `--${long}`]]) {
      const { err } = await run(idle, ...args);
      expect(err.join().length).toBeLessThan(1_000);
    }
    const inFile = await run(idle, "report", book, "--out", join(book, "trong-tep"));
    for (const message of [inFile.err.join(), (await run(idle, "check", join(folder, "b".repeat(300)))).err.join()]) {
      expect(message).not.toMatch(/E[A-Z]{4,}/);
    }
  });

  it("may have a name of 240 bytes", async () => {
    const named = join(folder, `${"n".repeat(235)}.xlsx`);
    await saveWorkbook(newWorkbook("so"), named, { overwrite: false });
    expect((await run(idle, "import", named, "--from", from)).code).toBe(0);
    await rm(named);
  });
});

describe("an error that nobody foresaw", () => {
  it.each([
    ["new", "--from", from, "--force"],
    ["import", "--from", from],
    ["score"],
    ["check"],
    ["report", "--out", folder],
  ])("in %s loses no file, and is one line that says so", async (verb, ...rest) => {
    const before = await readFile(book);
    const files = await readdir(folder);
    const { code, out, err } = await run(
      throwing('new TypeError("x is undefined\\n  at Code.js:1:1")'),
      verb,
      book,
      ...rest,
    );
    expect([code, out]).toEqual([2, []]);
    expect(err).toEqual([
      "Lỗi ngoài dự kiến: x is undefined. Hãy báo người phát triển (chạy lại với SO2282_DEBUG=1 để thấy chi tiết).",
    ]);
    expect(await readFile(book)).toEqual(before);
    expect(await readdir(folder)).toEqual(files);
  });

  it("shows its details to those who ask for them", async () => {
    process.env["SO2282_DEBUG"] = "1";
    const { err } = await run(throwing('new TypeError("x is undefined")'), "score", book);
    delete process.env["SO2282_DEBUG"];
    expect(err.join()).toMatch(/x is undefined[\s\S]*at /);
  });
});

describe("a fault that the bundle says to its user", () => {
  it("of the workbook ends with exit code 1, of a template with 2, in its own words", async () => {
    const fault = (name: string): Bundle => throwing(`Object.assign(new Error("Cần một năm."), { name: "${name}" })`);
    expect(await run(fault("WorkbookFault"), "score", book)).toEqual({ code: 1, out: [], err: ["Cần một năm."] });
    expect(await run(fault("TemplateFault"), "score", book)).toEqual({ code: 2, out: [], err: ["Cần một năm."] });
  });
});

describe("the verbs", () => {
  const obliging = bundleOf(`
    function createWorkbook(tables, year) {
      SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange("A1").setValues([[year ?? "không có năm"]]);
      return { units: 3, placed: tables.length, refusals: [{ file: "b.csv", line: 9, message: "m9" }, { file: "b.csv", line: 2, message: "m2" }] };
    }
    function getIssues() { return [{ severity: "warning", unit: "", message: "Lưu ý nhỏ." }]; }
    function createReport(request) {
      const bytes = [80, 75, -1];
      const mime = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
      Drive.Files.create({ name: "bao-cao-" + request.kind + ".docx", mimeType: mime }, Utilities.newBlob(bytes, mime, "a"));
      return { draft: (request.individuals ?? []).length > 0, reasons: request.individuals };
    }
  `);

  it("list refusals by file and line", async () => {
    const path = join(folder, "moi.xlsx");
    const { code, out, err } = await run(obliging, "new", path, "--from", from, "--year", "2027");
    expect(code).toBe(1);
    expect(out).toEqual([`Đã lập sổ “${path}”: 3 đơn vị, nhập 1 dòng số liệu.`]);
    expect(err).toEqual([
      "Có 2 chỗ cần xem lại; phần còn lại đã được ghi:",
      "  b.csv, dòng 2: m2",
      "  b.csv, dòng 9: m9",
    ]);
  });

  it("say in check whom an issue concerns, and end with 0 without an error", async () => {
    expect(await run(obliging, "check", book)).toEqual({
      code: 0,
      out: ["Lưu ý  xã: Lưu ý nhỏ.", "0 lỗi, 1 lưu ý."],
      err: [],
    });
  });

  it("write a report into a folder that they make, and not over another", async () => {
    const out = join(folder, "mới", "sâu");
    expect(await run(obliging, "report", book, "--out", out, "--kind", "final")).toEqual({
      code: 0,
      out: [join(out, "bao-cao-final.docx")],
      err: [],
    });
    expect([...(await readFile(join(out, "bao-cao-final.docx")))]).toEqual([80, 75, 255]);
    expect((await run(obliging, "report", book, "--out", out, "--kind", "final")).code).toBe(2);
    expect(await readdir(out)).toEqual(["bao-cao-final.docx"]);
  });

  it("read the names for a report from a file, a name a line, and say why it is a draft", async () => {
    const names = join(folder, "khen.txt");
    await writeFile(names, "\ufeffBà A\r\n\r\nÔng B\n");
    const { err } = await run(obliging, "report", book, "--out", join(folder, "khen"), "--individuals", names);
    expect(err).toEqual(["Báo cáo ghi DỰ THẢO, vì Bà A; Ông B."]);
    await writeFile(names, new Uint8Array([0xff, 0xfe, 0x41]));
    const wrong = await run(obliging, "report", book, "--out", join(folder, "khen"), "--individuals", names);
    expect([wrong.code, wrong.err.join()]).toEqual([2, expect.stringContaining("cần bảng mã UTF-8")]);
    const gone = await run(obliging, "report", book, "--out", folder, "--individuals", join(folder, "khong-co.txt"));
    expect([gone.code, gone.err.join()]).toEqual([2, expect.stringContaining("không mở được")]);
  });

  it("say in one line that a folder cannot be made", async () => {
    const { code, err } = await run(obliging, "report", book, "--out", join(book, "trong-tep"));
    expect(code).toBe(2);
    expect(err.join("\n")).toMatch(/^Thư mục “.+”: không tạo được: .+\. Hãy chọn một thư mục khác\.$/);
  });
});
