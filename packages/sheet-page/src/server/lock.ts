/** One process at a time works on a workbook's file: a marker beside it names the process that does. */
import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { isJson, numberOf, systemCode, systemWords, textOf, UsageFault } from "gas-offline/internals";

export type Lock = { readonly release: () => Promise<void> };

type Holder = { readonly pid: number; readonly host: string; readonly id: string };

/** Returns the path of a workbook's marker. */
export function lockPath(file: string): string {
  return `${file}.dang-mo`;
}

/** Locks a file for this process, also after a dead one. Throws a UsageFault if another process has it. */
export async function takeLock(file: string): Promise<Lock> {
  const path = lockPath(file);
  const own: Holder = { pid: process.pid, host: hostname(), id: randomUUID() };
  const prepared = join(dirname(path), `.${own.id}.dang-mo`);
  try {
    await writeFile(prepared, JSON.stringify(own), { flag: "wx" });
    if (!(await putMarker(prepared, path))) {
      const holder = await readHolder(path);
      if (holder && isAlive(holder)) throw heldBy(file, path, holder);
      await clearMarker(path, holder);
      if (!(await putMarker(prepared, path))) throw heldBy(file, path, await readHolder(path));
    }
  } catch (error) {
    if (error instanceof UsageFault) throw error;
    throw new UsageFault(
      `Không mở được “${file}” để sửa: không ghi được vào thư mục của tệp (${systemWords(error)}). Hãy kiểm tra tên tệp, quyền ghi và chỗ trống, hoặc chép tệp sang thư mục khác.`,
      { cause: error },
    );
  } finally {
    await rm(prepared, { force: true });
  }
  return {
    async release() {
      if ((await readHolder(path))?.id === own.id) await rm(path, { force: true });
    },
  };
}

/** Throws a UsageFault if another process works on a file. Writes nothing, so a folder may be for reading only. */
export async function requireNotOpen(file: string): Promise<void> {
  const path = lockPath(file);
  const holder = await readHolder(path);
  if (holder && holder.pid !== process.pid && isAlive(holder)) throw heldBy(file, path, holder);
}

/** Gives the prepared marker its name. Tells whether the name was free. */
async function putMarker(prepared: string, path: string): Promise<boolean> {
  try {
    await link(prepared, path);
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw error;
  }
}

/** Removes a dead process's marker, and puts it back if it is another's: two processes may do this at once. */
async function clearMarker(path: string, dead: Holder | undefined): Promise<void> {
  const aside = join(dirname(path), `.${randomUUID()}.dang-mo`);
  try {
    await rename(path, aside);
    const found = await readHolder(aside);
    if (found?.id !== dead?.id) await link(aside, path).catch(() => undefined);
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    const found: unknown = JSON.parse(await readFile(path, "utf8"));
    if (!isJson(found)) return undefined;
    return { pid: numberOf(found["pid"]) ?? 0, host: textOf(found["host"]), id: textOf(found["id"]) };
  } catch {
    // A missing or unfinished marker belongs to nobody.
    return undefined;
  }
}

/** A process on another machine cannot be checked, so it counts as alive. */
function isAlive({ pid, host }: Holder): boolean {
  if (host !== hostname()) return true;
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === "EPERM";
  }
}

function heldBy(file: string, path: string, holder: Holder | undefined): UsageFault {
  const who = holder ? `tiến trình ${holder.pid} trên máy ${holder.host}` : "một tiến trình khác";
  return new UsageFault(
    `Sổ “${file}” đang mở ở ${who}. Hãy dùng trang đang mở, hoặc tắt nó (Ctrl-C) rồi thử lại. Nếu chắc chắn không còn ai mở, hãy xóa tệp “${path}”.`,
  );
}
