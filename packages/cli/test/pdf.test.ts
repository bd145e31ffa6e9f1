import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { convertToPdf, findOffice } from "../src/pdf.ts";

const folder = await mkdtemp(join(tmpdir(), "so2282-office-"));
afterAll(() => rm(folder, { recursive: true }));

/** A program that stands in for LibreOffice: it does with the arguments what a line of shell says. */
async function office(name: string, script: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

describe("LibreOffice", () => {
  it("is found by name, in PATH, or is said to be missing with what to do", async () => {
    const path = await office("soffice", "exit 0");
    expect(await findOffice({ SOFFICE_PATH: path })).toBe(path);
    expect(await findOffice({ PATH: `/khong-co:${folder}` })).toBe(path);
    await expect(findOffice({ SOFFICE_PATH: join(folder, "khong-co") })).rejects.toThrow(
      /^Tham số --pdf: cần LibreOffice trên máy này; không thấy\. Hãy cài LibreOffice, .*\.$/,
    );
  });

  it("makes the PDF in a folder of its own, which is gone afterwards", async () => {
    const before = (await readdir(tmpdir())).filter((name) => name.startsWith("so2282-pdf-"));
    // Arguments: profile, --headless, --convert-to, pdf, --outdir, the folder, the document.
    const path = await office("makes", 'echo "$1 $7" > "$6/bao-cao.pdf"');
    const document = join(folder, "bao-cao.docx");
    const made = Buffer.from(await convertToPdf(path, document)).toString();
    expect(made).toMatch(/^-env:UserInstallation=file:\/\/\/.*profile /);
    expect(made).toContain(document);
    expect((await readdir(tmpdir())).filter((name) => name.startsWith("so2282-pdf-"))).toEqual(before);
  });

  it.each([
    ["fails", "exit 3", "mã 3"],
    ["makes nothing", "exit 0", "mã 0"],
  ])("that %s is told, with the report that is there", async (name, script, code) => {
    const path = await office(name.replace(" ", "-"), script);
    await expect(convertToPdf(path, "out/bao-cao.docx")).rejects.toThrow(
      `Tệp “out/bao-cao.docx” đã lập xong, nhưng LibreOffice không chuyển được sang PDF (${code})`,
    );
  });

  it("that is no program at all is told too", async () => {
    const path = join(folder, "chu.txt");
    await writeFile(path, "chữ");
    await expect(convertToPdf(path, "a.docx")).rejects.toThrow("không chuyển được sang PDF");
    expect(await readFile(path, "utf8")).toBe("chữ");
  });
});
