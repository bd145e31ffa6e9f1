/**
 * A workbook in its .xlsx file on disk. It is saved completely or not at all; reading says clearly what is wrong. Knows
 * nothing of the file's contents.
 */
import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { access, chmod, copyFile, link, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import type { WorkbookModel } from "../model.ts";
import { LARGEST_FILE } from "./archive.ts";
import { decodeWorkbook, encodeWorkbook } from "./codec.ts";
import { systemCode, UnreadableFile, UnwritableFile } from "./errors.ts";

export { decodeWorkbook, encodeWorkbook } from "./codec.ts";
export { UnreadableFile, UnwritableFile } from "./errors.ts";

/**
 * Saves a workbook: writes a new file and moves it over the old one in one step. A power cut leaves the old file or the
 * new one. Throws {@link UnwritableFile}. Without `overwrite`, an existing file is refused. `beforePlaced` gets the new
 * file's bytes before they take effect, and stops that by throwing.
 */
export async function saveWorkbook(
  workbook: WorkbookModel,
  path: string,
  options: { overwrite: boolean; beforePlaced?: (bytes: Uint8Array) => Promise<void> },
): Promise<void> {
  const bytes = await encodeWorkbook(workbook);
  // A link stays a link: what it points to is replaced.
  const target = await realpath(path).catch(() => path);
  // A name of its own: the file's, with something behind it, may be longer than the disk takes.
  const temporary = join(dirname(target), `.so-${randomUUID()}.tmp`);
  try {
    const old = await stat(target).catch(() => undefined);
    if (old?.isDirectory()) throw new UnwritableFile(path, "đây là một thư mục", "hãy chọn tên tệp .xlsx");
    if (old && !options.overwrite) throw alreadyThere(path);
    if (old && !old.isFile()) throw new UnwritableFile(path, "đây không phải tệp thường", "hãy chọn tên tệp .xlsx");
    if (old) await access(target, constants.W_OK);
    await writeNew(temporary, bytes);
    if (old) await chmod(temporary, old.mode);
    await options.beforePlaced?.(bytes).catch((error: unknown) => {
      throw new Stopped(error);
    });
    if (options.overwrite) await rename(temporary, target);
    else await putWhereNoneIs(temporary, target, path);
    await settle(dirname(target));
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error instanceof Stopped ? error.reason : unwritable(error, path);
  }
}

/** Carries what a caller threw past the words for the disk's own errors. */
class Stopped extends Error {
  override readonly name = "Stopped";
  readonly reason: unknown;

  constructor(reason: unknown) {
    super("stopped before the file was placed");
    this.reason = reason;
  }
}

/**
 * Saves a copy of a workbook in the original's folder, under its own name, and overwrites nothing. Returns its path.
 */
export async function saveBeside(copy: WorkbookModel, path: string): Promise<string> {
  const name = copy.name.replace(/[\\/:*?"<>|]/g, "-");
  for (let count = 1; ; count++) {
    const beside = join(dirname(path), fileName(name, `${count === 1 ? "" : ` ${count}`}.xlsx`));
    if (await stat(beside).catch(() => undefined)) continue;
    await saveWorkbook(copy, beside, { overwrite: false });
    return beside;
  }
}

/**
 * Copies a file into its own folder, to the letter, as `name (label).xlsx`; overwrites nothing. Returns the copy's path.
 */
export async function copyBeside(path: string, label: string): Promise<string> {
  const stem = basename(path, extname(path));
  for (let count = 1; ; count++) {
    const beside = join(dirname(path), fileName(stem, ` (${label})${count === 1 ? "" : ` ${count}`}.xlsx`));
    try {
      await copyFile(path, beside, constants.COPYFILE_EXCL);
      return beside;
    } catch (error) {
      if (systemCode(error) !== "EEXIST") throw unwritable(error, beside);
    }
  }
}

/** The most bytes that a disk takes for a file's name. */
const LONGEST_NAME = 255;

/** Makes a file's name of a stem and an ending; a stem that is too long loses its last letters. */
export function fileName(stem: string, ending: string): string {
  let letters = [...stem];
  while (letters.length > 1 && Buffer.byteLength(letters.join("") + ending) > LONGEST_NAME)
    letters = letters.slice(0, -1);
  return `${letters.join("")}${ending}`;
}

/** Reads a workbook from a file that {@link saveWorkbook} wrote, or throws {@link UnreadableFile}. */
export async function loadWorkbook(path: string): Promise<WorkbookModel> {
  let bytes: Uint8Array;
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new UnreadableFile(path, "đây là một thư mục", "hãy chọn một tệp .xlsx trong đó");
    // Reading a pipe or a device may never end.
    if (!found.isFile()) throw new UnreadableFile(path, "đây không phải tệp thường", "hãy chọn một tệp .xlsx trên đĩa");
    if (found.size > LARGEST_FILE) {
      throw new UnreadableFile(path, "tệp này lớn quá 100 MB", "hãy kiểm tra đã chọn đúng tệp");
    }
    bytes = await readFile(path);
  } catch (error) {
    throw unreadable(error, path);
  }
  return await decodeWorkbook(bytes, path);
}

async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Gives a file its name if the name is free: a link, unlike a rename, fails for a taken name. */
async function putWhereNoneIs(temporary: string, target: string, path: string): Promise<void> {
  try {
    await link(temporary, target);
  } catch (error) {
    const code = systemCode(error);
    if (code === "EEXIST") throw alreadyThere(path);
    // Some file systems (memory sticks) have no links. The name was free a moment ago.
    if (code !== "EPERM" && code !== "ENOTSUP" && code !== "EOPNOTSUPP" && code !== "ENOSYS") throw error;
    await rename(temporary, target);
    return;
  }
  await rm(temporary, { force: true });
}

/** Makes the new name survive a power cut, if the system can. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  if (!handle) return;
  await handle.sync().catch(() => undefined);
  await handle.close();
}

function alreadyThere(path: string): UnwritableFile {
  return new UnwritableFile(path, "đã có tệp mang tên này", "hãy chọn tên khác hoặc đồng ý ghi đè");
}

function unwritable(error: unknown, path: string): Error {
  if (error instanceof UnwritableFile) return error;
  const options = { cause: error };
  switch (systemCode(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return new UnwritableFile(path, "không có thư mục này", "hãy tạo thư mục hoặc chọn nơi khác", options);
    case "EACCES":
    case "EPERM":
    case "EROFS":
    case "EBUSY":
    case "ETXTBSY":
      return new UnwritableFile(
        path,
        "không được phép ghi, hoặc tệp đang mở trong chương trình khác",
        "hãy đóng tệp trong Excel/LibreOffice hoặc chọn nơi khác",
        options,
      );
    case "ENOSPC":
    case "EDQUOT":
      return new UnwritableFile(path, "ổ đĩa đã đầy", "hãy giải phóng chỗ trống rồi lưu lại", options);
    case "ENAMETOOLONG":
      return new UnwritableFile(path, "tên tệp hoặc đường dẫn dài quá", "hãy chọn tên ngắn hơn", options);
    default:
      return new UnwritableFile(path, "ổ đĩa báo lỗi khi ghi", "hãy lưu vào nơi khác", options);
  }
}

function unreadable(error: unknown, path: string): Error {
  if (error instanceof UnreadableFile) return error;
  const options = { cause: error };
  switch (systemCode(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return new UnreadableFile(path, "không có tệp này", "hãy kiểm tra tên và thư mục", options);
    case "EACCES":
    case "EPERM":
    case "EBUSY":
      return new UnreadableFile(
        path,
        "không được phép đọc, hoặc tệp đang mở trong chương trình khác",
        "hãy đóng tệp ở chương trình kia rồi thử lại",
        options,
      );
    case "ENAMETOOLONG":
      return new UnreadableFile(path, "tên tệp hoặc đường dẫn dài quá", "hãy kiểm tra đã gõ đúng tên tệp", options);
    case "ELOOP":
      return new UnreadableFile(path, "đây là liên kết quay vòng", "hãy chọn chính tệp ấy", options);
    default:
      return new UnreadableFile(path, "ổ đĩa báo lỗi khi đọc", "hãy thử lại hoặc mở bản sao lưu gần nhất", options);
  }
}
