import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { cellAt, ensureCell, loadWorkbook, saveWorkbook } from "gas-offline";
import { describe, expect, it } from "vitest";
import { fingerprintOf, journalPath } from "../../src/server/journal.ts";
import { openWorkbookStore } from "../../src/server/workbook-store.ts";
import { FORM, folderOfTest, smallBook, writeBook } from "./files.ts";

const folder = folderOfTest();

const line = (value: number) => ({
  user: "x",
  at: "",
  edits: [{ sheet: FORM, row: 1, column: 1, value }],
});

async function figureIn(path: string) {
  const [form] = (await loadWorkbook(path)).sheets;
  return form && cellAt(form, 1, 1)?.value;
}

describe("keeping a workbook on the disk", () => {
  it("saves into its file and leaves nothing beside it", async () => {
    const path = await writeBook(folder.path("so.xlsx"));
    const { store, workbook } = await openWorkbookStore(path);
    const [form] = workbook.sheets;
    if (form) ensureCell(form, 1, 1).value = 8;
    await store.record(line(8));
    expect(store.isBehind()).toBe(true);
    expect(await store.save()).toBeUndefined();
    expect(store.isBehind()).toBe(false);
    await store.close();
    expect(await figureIn(path)).toBe(8);
    expect(await readdir(folder.path("."))).toEqual(["so.xlsx"]);
  });

  it("finds what an earlier session recorded and never saved", async () => {
    const path = await writeBook(folder.path("so.xlsx"));
    const first = await openWorkbookStore(path);
    await first.store.record(line(8));
    await first.store.close();
    const { store } = await openWorkbookStore(path);
    expect(store.unsavedLines).toEqual([line(8)]);
    expect(store.notices.join()).toContain("khôi phục 1 lần gõ");
    await store.close();
  });

  it("says which cell's edit a damaged journal lost, restores the others and keeps the journal", async () => {
    const path = await writeBook(folder.path("so.xlsx"));
    const first = await openWorkbookStore(path);
    for (const value of [7, 8, 9]) await first.store.record(line(value));
    await first.store.close();
    const journal = journalPath(path);
    await writeFile(journal, (await readFile(journal, "utf8")).replace('"value":8', '"value":6'));
    const { store } = await openWorkbookStore(path);
    expect(store.unsavedLines).toEqual([line(7), line(9)]);
    expect(store.notices.join("\n")).toContain(
      "mất 1 lần gõ, có lẽ ở tab “Biểu”, ô A1. Hãy xem lại và gõ lại nếu thiếu.",
    );
    expect(store.notices.join("\n")).toContain("Nhật ký hỏng được giữ nguyên ở “");
    expect((await readdir(folder.path("."))).filter((name) => name.startsWith("so.xlsx.nhat-ky."))).toHaveLength(1);
    await store.close();
  });

  it("does not do again what a file holds that was put in place just before the power went", async () => {
    const path = await writeBook(folder.path("so.xlsx"));
    const print = fingerprintOf(await readFile(path));
    const records = [{ base: "older" }, line(1), { saved: print, count: 1 }];
    await writeFile(journalPath(path), records.map((record) => `${JSON.stringify(record)}\n`).join(""));
    const { store } = await openWorkbookStore(path);
    expect(store.unsavedLines).toEqual([]);
    await store.close();
  });

  it("never overwrites a file that another program changed: it goes on beside it", async () => {
    const path = await writeBook(folder.path("so.xlsx"));
    const { store, workbook } = await openWorkbookStore(path);
    const [form] = workbook.sheets;
    if (form) ensureCell(form, 1, 1).value = 8;
    await store.record(line(8));
    const other = smallBook();
    const [otherForm] = other.sheets;
    if (otherForm) ensureCell(otherForm, 1, 1).value = 5;
    await saveWorkbook(other, path, { overwrite: true });
    const beside = await store.save();
    expect(beside).toBe(folder.path("so (bản của trang sổ).xlsx"));
    expect(store.path()).toBe(beside);
    await store.close();
    expect(await figureIn(path)).toBe(5);
    expect(await figureIn(folder.path("so (bản của trang sổ).xlsx"))).toBe(8);
    expect(await readdir(folder.path("."))).toHaveLength(2);
  });

  it("puts edits aside that belong to a file which another program changed since, and says where", async () => {
    const path = await writeBook(folder.path("so.xlsx"));
    const first = await openWorkbookStore(path);
    await first.store.record(line(8));
    await first.store.close();
    await saveWorkbook({ ...smallBook(), name: "khác" }, path, { overwrite: true });
    const { store } = await openWorkbookStore(path);
    expect(store.unsavedLines).toEqual([]);
    expect(store.notices.join()).toMatch(/chương trình khác sửa.*1 lần gõ.*nhat-ky\.20/);
    await store.close();
    const aside = (await readdir(folder.path("."))).find((name) => name.includes(".nhat-ky.20"));
    expect(await readFile(folder.path(aside ?? ""), "utf8")).toContain('"value":8');
  });

  it.each([
    ["is not there", undefined, /không có tệp này/],
    ["is no workbook", "không phải xlsx", /Không mở được/],
  ])("says what is wrong with a file that %s, and leaves nothing beside it", async (_, content, words) => {
    const path = folder.path("so.xlsx");
    if (content !== undefined) await writeFile(path, content);
    await expect(openWorkbookStore(path)).rejects.toThrow(words);
    expect(await readdir(folder.path("."))).toEqual(content === undefined ? [] : ["so.xlsx"]);
    if (content !== undefined) expect(await readFile(path, "utf8")).toBe(content);
  });

  it("is one, whether the file is opened by its name or by a link", async () => {
    const path = await writeBook(folder.path("so.xlsx"));
    await symlink(path, folder.path("tat.xlsx"));
    const { store } = await openWorkbookStore(folder.path("tat.xlsx"));
    await expect(openWorkbookStore(path)).rejects.toThrow(/đang mở/);
    await store.close();
  });

  it("frees the file when the journal cannot be read", async () => {
    const path = await writeBook(folder.path("so.xlsx"));
    await mkdir(journalPath(path));
    await expect(openWorkbookStore(path)).rejects.toThrow();
    expect(existsSync(`${path}.dang-mo`)).toBe(false);
  });
});
