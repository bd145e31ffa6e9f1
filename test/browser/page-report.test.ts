/** The whole way of a year: figures, the report made in the sidebar and downloaded, the file for other programs. */
import { execFile } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { promisify } from "node:util";
import PizZip from "pizzip";
import { describe, expect, it } from "vitest";
import { browserOfTests } from "./window.ts";

const tests = browserOfTests();
const run = promisify(execFile);

describe("the report", () => {
  it("is made in the sidebar and downloaded: a document with what was typed a moment ago", async () => {
    const { address } = await tests.serveSample("bao-cao.xlsx");
    const window = await tests.open(address);
    await window.type("VPDU", "E6", "0");
    await window.shows("Bảng điểm", "C5", "18");
    await window.page.getByRole("button", { name: "Mở bảng bên" }).click();
    const frame = window.page.frameLocator("#sidebar iframe");
    await frame.getByRole("navigation").getByRole("button", { name: "Báo cáo" }).click();
    await frame.locator(".waiting").waitFor({ state: "detached" });
    await frame
      .getByRole("button", { name: /^Tạo báo cáo/ })
      .first()
      .click();
    const download = window.page.waitForEvent("download", { timeout: 120_000 });
    await frame
      .getByRole("button", { name: /^Tải(?! lại)/ })
      .first()
      .click({ timeout: 120_000 });
    const file = tests.path("bao-cao.docx");
    await (await download).saveAs(file);
    const text = new PizZip(await readFile(file)).file("word/document.xml")?.asText() ?? "";
    expect(text).toContain("62,1%");
    expect(window.faults).toEqual([]);
  });
});

describe("the file that the page saved", () => {
  it("opens in LibreOffice with values, formats and validations", async (context) => {
    const office = await run("soffice", ["--version"]).catch(() => undefined);
    if (!office) context.skip("LibreOffice is not installed");
    const { address, book } = await tests.serveSample("luu.xlsx");
    const window = await tests.open(address);
    await window.type("VPDU", "E6", "0");
    await window.choose("VPDU", "E6");
    await window.press("Control+b");
    await window.shows("Bảng điểm", "C5", "18");
    await window.menu("Lịch sử", "B5", "row", "dòng ở trên");
    await window.saved();
    await book.save();
    const folder = tests.path("ods");
    await mkdir(folder, { recursive: true });
    const profile = `-env:UserInstallation=file://${tests.path("soffice")}`;
    await run("soffice", [profile, "--headless", "--convert-to", "ods", "--outdir", folder, book.path()]);
    const sheet = new PizZip(await readFile(`${folder}/luu.ods`));
    const content = sheet.file("content.xml")?.asText() ?? "";
    const [, form = ""] = /<table:table table:name="VPDU".*?(<table:table-row.*?)<\/table:table>/s.exec(content) ?? [];
    expect(form).toContain('office:value="0"');
    expect(content).toContain('fo:font-weight="bold"');
    expect(content).toContain("<table:content-validation ");
    const [, scorecard = ""] =
      /<table:table table:name="Bảng điểm".*?(<table:table-row.*?)<\/table:table>/s.exec(content) ?? [];
    expect(scorecard).toContain(">18<");
  });
});
