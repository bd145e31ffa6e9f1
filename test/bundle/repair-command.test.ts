/** `so2282 repair` from file to file: what was broken, what became of it, where the file as it was is kept. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadWorkbook, openWorkbook, saveWorkbook } from "gas-offline";
import { writeXlsx } from "hucre/xlsx";
import { beforeEach, describe, expect, it } from "vitest";
import { makeTemporary, run, SMALL, shown, writeFolder } from "./folders.ts";
import { bundle } from "./opened.ts";

let folder: string;
let book: string;
const parent = await makeTemporary();
let count = 0;

beforeEach(async () => {
  folder = join(parent, String(count++));
  book = join(folder, "so.xlsx");
  await run("new", book, "--from", await writeFolder(folder, "xa", SMALL));
});

/** Breaks the file as somebody at the grid does. */
async function breakBook(): Promise<void> {
  const workbook = await loadWorkbook(book);
  const open = openWorkbook(workbook, bundle);
  const form = workbook.sheets.find(({ name }) => name === "VP");
  if (!form) throw new Error("no form VP");
  open.act({ kind: "insertColumns", sheet: form.id, at: 5, count: 1 });
  open.act({ kind: "type", sheet: form.id, row: 1, column: 3, value: "tên bị ghi đè" });
  await saveWorkbook(workbook, book, { overwrite: true });
}

describe("so2282 repair", () => {
  it("says so where nothing is broken, and leaves the folder as it is", async () => {
    const before = await readdir(folder);
    expect(await run("repair", book)).toEqual({
      code: 0,
      out: "Cấu trúc sổ nguyên vẹn, không có gì phải sửa.",
      err: "",
    });
    expect(await readdir(folder)).toEqual(before);
  });

  it("lists with --dry-run, and changes nothing", async () => {
    await breakBook();
    const before = await readdir(folder);
    const { code, out } = await run("repair", book, "--dry-run");
    expect(code).toBe(1);
    // A form that is wider than the others breaks the stack, too.
    expect(out).toMatch(
      /^Có 2 chỗ lệch:\n {2}Tab Dữ liệu, ô A5: .*\n {2}Tab VP: cần các dòng, cột ở đúng chỗ của biểu/,
    );
    expect(await readdir(folder)).toEqual(before);
    expect(shown(await loadWorkbook(book), "VP", 1, 3)).toBe("tên bị ghi đè");
  });

  it("mends the file, and keeps the one that was beside it", async () => {
    await breakBook();
    const { code, out, err } = await run("repair", book);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(
      /^Có 2 chỗ lệch; đã sửa:\n {2}Tab Dữ liệu.*\n {2}Tab VP: .*\nBản trước khi sửa: “.*so \(trước khi sửa .*\)\.xlsx”\.$/,
    );
    const mended = await loadWorkbook(book);
    expect([shown(mended, "VP", 1, 3), shown(mended, "VP", 6, 4), shown(mended, "VP", 6, 5)]).toEqual([
      "Văn phòng",
      3,
      1,
    ]);
    expect(shown(mended, "Bảng điểm", 5, 1)).toBe("CT1");
    const kept = (await readdir(folder)).find((name) => name.includes("trước khi sửa"));
    expect(shown(await loadWorkbook(join(folder, kept ?? "")), "VP", 1, 3)).toBe("tên bị ghi đè");
    expect(await run("repair", book)).toMatchObject({ code: 0, out: expect.stringContaining("nguyên vẹn") });
  });

  it("gives the same as JSON", async () => {
    await breakBook();
    const { out } = await run("repair", book, "--json");
    expect(JSON.parse(out)).toMatchObject({
      findings: [
        { tab: "Dữ liệu", cell: "A5", code: "formula", remedy: "patch", message: expect.any(String) },
        { tab: "VP", cell: "", code: "moved", remedy: "rebuild", message: expect.any(String) },
      ],
      left: [],
      finished: true,
    });
  });
});

describe("a file of another program's", () => {
  it("is refused and left as it is: a list of wages is not made into a workbook", async () => {
    const file = join(folder, "luong.xlsx");
    await writeFile(file, await writeXlsx({ sheets: [{ name: "Lương", rows: [["Kế toán", 5]] }] }));
    const before = await readFile(file);
    for (const args of [
      ["repair", file, "--dry-run"],
      ["repair", file],
    ]) {
      const { code, err } = await run(...args);
      expect(code).toBe(1);
      expect(err).toContain("Không thấy tab nào của Sổ 2282 trong bảng tính này");
    }
    expect(await readFile(file)).toEqual(before);
  });
});
