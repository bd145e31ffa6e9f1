/** Workbooks that earlier versions saved are still opened. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadWorkbook, saveWorkbook } from "gas-offline";
import PizZip from "pizzip";
import { afterAll, describe, expect, it } from "vitest";
import { richWorkbook } from "../../gas-offline/test/xlsx/rich-workbook.ts";

const folder = await mkdtemp(join(tmpdir(), "so2282-older-"));
afterAll(() => rm(folder, { recursive: true }));

/** The names in a file of its hidden sheet. */
async function hiddenNames(path: string): Promise<readonly string[]> {
  const book = new PizZip(await readFile(path)).file("xl/workbook.xml")?.asText() ?? "";
  return ["_gas_offline", "_so2282"].filter((name) => book.includes(`name="${name}"`));
}

/** Gives a file the hidden sheet's earlier name, in its mark and in the drop-downs too. */
async function makeOlder(path: string): Promise<void> {
  const archive = new PizZip(await readFile(path));
  for (const { name } of archive.file(/\.xml$/)) {
    const text = archive.file(name)?.asText() ?? "";
    archive.file(name, text.replaceAll("_gas_offline", "_so2282").replaceAll("gas_offline/1", "so2282/1"));
  }
  await writeFile(path, archive.generate({ type: "uint8array", compression: "DEFLATE" }));
}

describe("a file whose hidden sheet is “_so2282”", () => {
  it("opens as the same workbook, and is saved under today's name", async () => {
    const path = join(folder, "cu.xlsx");
    await saveWorkbook(richWorkbook(), path, { overwrite: false });
    const today = await loadWorkbook(path);
    await makeOlder(path);
    expect(await hiddenNames(path)).toEqual(["_so2282"]);
    const older = await loadWorkbook(path);
    expect(older).toEqual(today);
    await saveWorkbook(older, path, { overwrite: true });
    expect(await hiddenNames(path)).toEqual(["_gas_offline"]);
  });
});
