/** A disk that is really full: a small file system in memory, where the system lets one be mounted. */
import { execFileSync } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { cellAt, loadWorkbook } from "gas-offline";
import { afterEach, describe, expect, it } from "vitest";
import { bundleOf } from "../../../gas-offline/test/services/scripts.ts";
import { openBook } from "../../src/server/book.ts";
import { FORM, folderOfTest, OWNER, TOTALS, writeBook } from "./files.ts";

const folder = folderOfTest();
const mounted: string[] = [];
afterEach(() => {
  for (const place of mounted.splice(0)) execFileSync("umount", [place]);
});

/** Mounts a file system of 256 KB; tells whether that could be done. */
async function mountSmall(place: string): Promise<boolean> {
  await mkdir(place);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=256k", "tmpfs", place], { stdio: "ignore" });
    mounted.push(place);
    return true;
  } catch {
    return false;
  }
}

/** Fills what is left of the disk, to the last byte. */
async function fill(path: string): Promise<void> {
  for (const size of [65_536, 4096]) {
    for (let count = 0; count < 64; count++) {
      const part = `${path}.${size}.${count}`;
      const written = await writeFile(part, Buffer.alloc(size, "x")).then(
        () => true,
        () => false,
      );
      if (!written) break;
    }
  }
}

const figure = (value: number) => ({ sheet: FORM, row: 1, column: 1, value });

describe("on a full disk", () => {
  it("nothing is taken that cannot be kept, what was taken before stays, and room made is used", async (context) => {
    const place = folder.path("dia");
    if (!(await mountSmall(place))) context.skip("mounting a small tmpfs wants root and a system that lets it");
    const path = `${place}/so.xlsx`;
    await writeBook(path);
    const book = await openBook(path, bundleOf("function onOpen() {}"));
    expect(await book.edit(OWNER, [figure(4)])).toEqual({ refusals: [] });
    await mkdir(`${place}/day`);
    await fill(`${place}/day/phan`);
    const long = "x".repeat(20_000);
    const { refusals } = await book.edit(OWNER, [{ sheet: TOTALS, row: 5, column: 1, value: long }]);
    expect(refusals[0]?.message).toBe(
      "Chưa lưu được: ổ đĩa đã đầy, nên sổ đã được trả lại như cũ. Hãy giải phóng chỗ trống rồi làm lại.",
    );
    const { refusal } = await book.act(OWNER, { sheet: FORM, kind: "renameSheet", name: "x".repeat(99) });
    const names = book.view(OWNER).sheets.map(({ name }) => name);
    // A short line may still find room in the last block of the journal; then it is kept, and shown.
    expect(names[0]).toBe(refusal ? "Biểu" : "x".repeat(99));
    await book.save();
    expect(book.isBehind()).toBe(true);
    await rm(`${place}/day`, { recursive: true });
    expect(await book.edit(OWNER, [figure(6)])).toEqual({ refusals: [] });
    await book.close();
    const [form, totals] = (await loadWorkbook(path)).sheets;
    expect([form && cellAt(form, 1, 1)?.value, totals && cellAt(totals, 5, 1)?.value]).toEqual([6, undefined]);
  });
});
