import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import PizZip from "pizzip";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cellAt, ensureCell, newSheet, type WorkbookModel } from "../../src/model.ts";
import { encodeWorkbook, loadWorkbook, saveWorkbook, UnreadableFile, UnwritableFile } from "../../src/xlsx/file.ts";
import { richWorkbook } from "./rich-workbook.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gas-offline-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

function smallWorkbook(text: string): WorkbookModel {
  const sheet = newSheet(1, "Trang");
  ensureCell(sheet, 1, 1).value = text;
  return { ...richWorkbook(), sheets: [sheet] };
}

async function firstText(path: string) {
  const [sheet] = (await loadWorkbook(path)).sheets;
  return sheet && cellAt(sheet, 1, 1)?.value;
}

describe("saving", () => {
  it("makes a file that opens as the same workbook, and leaves nothing beside it", async () => {
    const path = join(folder, "sổ của xã.xlsx");
    await saveWorkbook(richWorkbook(), path, { overwrite: false });
    expect(await loadWorkbook(path)).toEqual(richWorkbook());
    expect(await readdir(folder)).toEqual(["sổ của xã.xlsx"]);
  });

  it("refuses a name that is taken, and leaves that file alone", async () => {
    const path = join(folder, "a.xlsx");
    await saveWorkbook(smallWorkbook("cũ"), path, { overwrite: false });
    await expect(saveWorkbook(smallWorkbook("mới"), path, { overwrite: false })).rejects.toThrow(UnwritableFile);
    expect(await firstText(path)).toBe("cũ");
    expect(await readdir(folder)).toEqual(["a.xlsx"]);
  });

  it("replaces a file when told to", async () => {
    const path = join(folder, "a.xlsx");
    await saveWorkbook(smallWorkbook("cũ"), path, { overwrite: false });
    await saveWorkbook(smallWorkbook("mới"), path, { overwrite: true });
    expect(await firstText(path)).toBe("mới");
    expect(await readdir(folder)).toEqual(["a.xlsx"]);
  });

  it("lets only one of two win who save under a new name at once", async () => {
    const path = join(folder, "a.xlsx");
    const outcomes = await Promise.allSettled(
      ["một", "hai", "ba"].map((text) => saveWorkbook(smallWorkbook(text), path, { overwrite: false })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await readdir(folder)).toEqual(["a.xlsx"]);
  });

  it("follows a link to the file that it stands for, and keeps who may read it", async () => {
    const path = join(folder, "a.xlsx");
    await saveWorkbook(smallWorkbook("cũ"), path, { overwrite: false });
    const { mode } = await stat(path);
    await symlink(path, join(folder, "tắt.xlsx"));
    await saveWorkbook(smallWorkbook("mới"), join(folder, "tắt.xlsx"), { overwrite: true });
    expect(await firstText(path)).toBe("mới");
    expect((await stat(path)).mode).toBe(mode);
  });

  it.each([
    ["a folder", ".", /thư mục/],
    ["a folder that does not exist", "không/có/a.xlsx", /không có thư mục này/],
  ])("says so in one line when told to save into %s", async (_, name, words) => {
    const failure = saveWorkbook(smallWorkbook("x"), join(folder, name), { overwrite: true });
    await expect(failure).rejects.toThrow(UnwritableFile);
    await expect(failure).rejects.toThrow(words);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe("opening a file that is no workbook of ours", () => {
  const ole = (content: string) => {
    const bytes = Buffer.alloc(1024);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    bytes.write(content, 512, "utf16le");
    return bytes;
  };
  const zip = (files: Record<string, string>): Uint8Array => {
    const archive = new PizZip();
    for (const [name, content] of Object.entries(files)) archive.file(name, content);
    return archive.generate({ type: "uint8array", compression: "DEFLATE" });
  };
  const hidden = async (...column: string[]) =>
    await writeXlsx({
      sheets: [
        { name: "Trang", rows: [["a"]] },
        { name: "_gas_offline", rows: column.map((text) => [text]), veryHidden: true },
      ],
    });

  it.each<[string, () => Promise<Uint8Array> | Uint8Array, RegExp]>([
    ["an empty file", () => Buffer.alloc(0), /rỗng/],
    ["a text", () => Buffer.from("họ tên;giới tính\n"), /không phải tệp \.xlsx/],
    ["an old .xls", () => ole("Workbook"), /dạng \.xls cũ/],
    ["a file with a password", () => ole("EncryptedPackage"), /mật khẩu/],
    ["a Word document", () => zip({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>" }), /Word/],
    ["another archive", () => zip({ "ảnh.txt": "x" }), /tệp nén khác/],
    [
      "an .xlsx from elsewhere",
      () => writeXlsx({ sheets: [{ name: "A", rows: [[1]] }] }),
      /không phải sổ của chương trình này/,
    ],
    ["an .xlsx whose sheets are not XML", () => zip({ "[Content_Types].xml": "<", "xl/workbook.xml": "<" }), /hỏng/],
    ["a hidden sheet without its mark", () => hidden("xin chào"), /gas_offline\/1/],
    ["a newer format", () => hidden("gas_offline/2", "{}"), /mới hơn/],
    ["a hidden sheet cut short", () => hidden("gas_offline/1", '{"id":"a'), /bị sửa hoặc hỏng/],
    ["a hidden sheet of another shape", () => hidden("gas_offline/1", '{"id":7}'), /bị sửa hoặc hỏng/],
    ["a file cut short", async () => (await encodeWorkbook(richWorkbook())).slice(0, -400), /cắt cụt/],
    ["a file with a wrong byte", async () => withWrongByte(await encodeWorkbook(richWorkbook())), /hỏng/],
    ["a small file that unpacks to much", () => bomb(zip), /300 MB/],
  ])("says what is wrong with %s", async (_, bytes, words) => {
    const path = join(folder, "tệp lạ.xlsx");
    await writeFile(path, await bytes());
    await expectRefusal(path, words);
  });

  it("says so when there is none, or a folder", async () => {
    await expectRefusal(join(folder, "không có.xlsx"), /không có tệp này/);
    await mkdir(join(folder, "thư mục.xlsx"));
    await expectRefusal(join(folder, "thư mục.xlsx"), /thư mục/);
  });

  async function expectRefusal(path: string, words: RegExp): Promise<void> {
    const error: unknown = await loadWorkbook(path).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(UnreadableFile);
    const message = error instanceof Error ? error.message : "";
    expect(message).toMatch(words);
    expect(message).toContain(path);
    expect(message).not.toContain("\n");
  }

  /** Says of one part that it unpacks to 400 MB. */
  function bomb(archive: (files: Record<string, string>) => Uint8Array): Uint8Array {
    const bytes = Buffer.from(archive({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>" }));
    const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bytes.writeUInt32LE(400 * 1024 * 1024, entry + 24);
    return bytes;
  }

  function withWrongByte(bytes: Uint8Array): Uint8Array {
    const wrong = Buffer.from(bytes);
    const part = wrong.indexOf("xl/worksheets/sheet1.xml") + 200;
    wrong[part] = (wrong[part] ?? 0) ^ 0xff;
    return wrong;
  }
});

describe("a large workbook", () => {
  it("of 250 sheets is saved and opened in seconds", { timeout: 120_000 }, async () => {
    const formats = [
      { bold: true, background: "#ddeeff", border: "#999999" },
      { numberFormat: "@", wrap: true, border: "#cccccc" },
      { numberFormat: "0", horizontal: "right", border: "#cccccc" },
    ] as const;
    const sheets = Array.from({ length: 250 }, (_, index) => {
      const sheet = newSheet(index + 1, `Đơn vị ${index + 1}`, 100, 10);
      for (let row = 1; row <= 60; row++) {
        for (let column = 1; column <= 10; column++) {
          const cell = ensureCell(sheet, row, column);
          cell.value = column % 2 === 0 ? row * column : `Chữ ${row} của đơn vị ${index}`;
          cell.format = formats[row === 1 ? 0 : 1 + (column % 2)] ?? {};
        }
      }
      return sheet;
    });
    const path = join(folder, "lớn.xlsx");
    // The processor's time of this process, in microseconds: a busy machine takes longer, but does no more.
    const start = process.cpuUsage();
    await saveWorkbook({ ...richWorkbook(), sheets }, path, { overwrite: false });
    const toSave = process.cpuUsage(start);
    const saved = process.cpuUsage();
    const back = await loadWorkbook(path);
    const toLoad = process.cpuUsage(saved);
    expect(back.sheets).toEqual(sheets);
    // Far above what it takes (about 1 s each).
    for (const { user, system } of [toSave, toLoad]) expect(user + system).toBeLessThan(15_000_000);
    expect((await readFile(path)).length).toBeLessThan(5_000_000);
  });
});
