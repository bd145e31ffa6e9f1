import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { UsageFault } from "gas-offline/internals";
import { describe, expect, it } from "vitest";
import { lockPath, takeLock } from "../../src/server/lock.ts";
import { folderOfTest } from "./files.ts";

const folder = folderOfTest();

/** The id of a process that is no more. */
function deadProcess(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}

const marker = (pid: number, host: string): string => JSON.stringify({ pid, host, id: "x" });

describe("the marker of an open file", () => {
  it("keeps a second one out, in words that say what to do, until it is released", async () => {
    const file = folder.path("so.xlsx");
    const lock = await takeLock(file);
    const refused = takeLock(file);
    await expect(refused).rejects.toThrow(UsageFault);
    await expect(refused).rejects.toThrow(/đang mở ở tiến trình \d+.*Ctrl-C.*so\.xlsx\.dang-mo/);
    await lock.release();
    expect(existsSync(lockPath(file))).toBe(false);
    await (await takeLock(file)).release();
  });

  it("is taken over from a process that has died, by one of several that come at once", async () => {
    const file = folder.path("so.xlsx");
    await writeFile(lockPath(file), marker(deadProcess(), hostname()));
    const taken = await Promise.allSettled(Array.from({ length: 5 }, () => takeLock(file)));
    expect(taken.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await readdir(folder.path("."))).toEqual(["so.xlsx.dang-mo"]);
  });

  it("is taken over when it was cut off while it was written", async () => {
    const file = folder.path("so.xlsx");
    await writeFile(lockPath(file), '{"pid":');
    await (await takeLock(file)).release();
  });

  it("of another machine is left alone", async () => {
    const file = folder.path("so.xlsx");
    await writeFile(lockPath(file), marker(deadProcess(), "may-khac"));
    await expect(takeLock(file)).rejects.toThrow(/máy may-khac/);
  });

  it("cannot be put into a folder that is not there: one line says so", async () => {
    await expect(takeLock(folder.path("không có/so.xlsx"))).rejects.toThrow(/không ghi được vào thư mục/);
  });
});
