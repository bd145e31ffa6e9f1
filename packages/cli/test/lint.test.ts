import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import PizZip from "pizzip";
import { runCommand } from "so2282-cli";
import { afterAll, describe, expect, it } from "vitest";
import { bundleOf } from "../../gas-offline/test/services/scripts.ts";
import { inParagraph, ownReport } from "../../nd30-lint/test/reports.ts";

const folder = await mkdtemp(join(tmpdir(), "so2282-lint-"));
afterAll(() => rm(folder, { recursive: true }));

async function lint(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const streams = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) };
  const code = await runCommand(["lint", ...args], bundleOf(""), streams);
  return { code, out: out.join("\n"), err: err.join("\n") };
}

async function write(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

const report = ownReport();
const MARKED = '<w:rPr><w:highlight w:val="yellow"/>';

describe("so2282 lint", () => {
  it("passes our own report with exit code 0", async () => {
    const path = await write("tot.docx", ownReport());
    expect(await lint(path)).toEqual({
      code: 0,
      out: "Không thấy chỗ nào sai thể thức Nghị định 30/2020/NĐ-CP.",
      err: "",
    });
    expect(await lint(path, "--json")).toEqual({ code: 0, out: "[]", err: "" });
  });

  it("finds the body by its relationship, and reads XML with a byte-order mark", async () => {
    const zip = new PizZip(report);
    const move = (from: string, to: string, edit = (xml: string) => xml) => {
      const xml = zip.file(from)?.asText() ?? "";
      zip.remove(from);
      zip.file(to, edit(xml));
    };
    const rename = (xml: string) => xml.replace("word/document.xml", "word/document2.xml");
    move("word/document.xml", "word/document2.xml", (xml) => `\ufeff${xml}`);
    move("word/_rels/document.xml.rels", "word/_rels/document2.xml.rels");
    for (const path of ["[Content_Types].xml", "_rels/.rels"]) move(path, path, rename);
    const { code, out } = await lint(await write("document2.docx", zip.generate({ type: "uint8array" })));
    expect([code, out]).toEqual([0, "Không thấy chỗ nào sai thể thức Nghị định 30/2020/NĐ-CP."]);
  });

  it("lists deviations with exit code 1, as lines and as JSON", async () => {
    const path = await write("sai.docx", inParagraph("Độc lập", /-(?= [TH])/g, "–")(ownReport()));
    expect(await lint(path)).toEqual({
      code: 1,
      out: "Tiêu ngữ: cần “Độc lập - Tự do - Hạnh phúc”; thấy “Độc lập – Tự do – Hạnh phúc”. Sửa lại cho đúng: “Độc lập - Tự do - Hạnh phúc”. (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.1.)\n1 chỗ sai thể thức Nghị định 30/2020/NĐ-CP.",
      err: "",
    });
    expect(JSON.parse((await lint(path, "--json")).out)).toEqual([
      {
        code: "motto-words",
        element: "Tiêu ngữ",
        expected: "“Độc lập - Tự do - Hạnh phúc”",
        found: "“Độc lập – Tự do – Hạnh phúc”",
        kind: "fault",
        rule: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.1",
        mend: "Sửa lại cho đúng: “Độc lập - Tự do - Hạnh phúc”",
      },
    ]);
  });

  it("exits with 0 if there is only advice", async () => {
    const path = await write("luu-y.docx", inParagraph("Có 3 đơn vị", "<w:rPr>", MARKED)(ownReport()));
    const { code, out } = await lint(path);
    expect(code).toBe(0);
    expect(out).toContain("1 chỗ nên xem lại.");
  });

  it("refuses wrong usage with exit code 2", async () => {
    expect(await lint()).toMatchObject({ code: 2, err: expect.stringContaining("cần đúng một tệp báo cáo .docx") });
    expect(await lint("a", "--out", "b")).toMatchObject({
      code: 2,
      err: expect.stringContaining("không có tham số --out"),
    });
    expect(await lint(join(folder, "khong-co.docx"))).toMatchObject({
      code: 2,
      err: expect.stringContaining("không mở được"),
    });
  });

  it("never stumbles over damaged bytes", async () => {
    const damage = fc.array(fc.tuple(fc.nat(report.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const damaged = report.slice();
        for (const [at, byte] of changes) damaged[at] = byte;
        expect((await lint(await write("hong.docx", damaged))).err).not.toContain("ngoài dự kiến");
      }),
      { numRuns: 60 },
    );
  });

  const zipOf = (path: string, text: string) =>
    new PizZip().file(path, text).generate({ type: "uint8array", compression: "DEFLATE" });
  it.each<readonly [name: string, bytes: Uint8Array | string, found: string]>([
    ["rong", "", "tệp rỗng (0 byte)"],
    ["pdf", "%PDF-1.7", "tệp PDF"],
    ["chu", "Kính gửi", "tệp loại khác"],
    ["doc-cu", Buffer.from("d0cf11e0a1b11ae1", "hex"), "tệp .doc đời cũ"],
    [
      "mat-khau",
      Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]),
      "tệp được đặt mật khẩu",
    ],
    ["cut", report.slice(0, 5000), "tệp nén bị cắt cụt hoặc hỏng"],
    ["bang-tinh", zipOf("xl/workbook.xml", "<x/>"), "tệp nén khác, không có phần thân văn bản"],
    ["xml-hong", zipOf("word/document.xml", "<w:document><w:body>"), "phần thân văn bản bị hỏng"],
    ["bom", zipOf("word/document.xml", " ".repeat(61 * 1024 * 1024)), "tệp bung ra lớn quá 60 MB"],
  ])("names what is no Word file, with exit code 2: %s", async (name, bytes, found) => {
    const path = await write(`${name}.docx`, bytes);
    const { code, out, err } = await lint(path);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^Tệp “.*\.docx”: cần một tệp Word \.docx; thấy .*\. Hãy .*\.$/);
    expect(err).toContain(found);
  });
});
