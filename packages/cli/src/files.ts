/** Reading and writing single files for the command line, whole or not at all. */
import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { systemCode, systemWords, UsageFault } from "gas-offline/internals";

/** Reads a file of the disk; a pipe or a device is none, and reading it may never end. */
async function readPlainFile(path: string): Promise<Buffer> {
  if (!(await stat(path)).isFile()) throw new Error("Not a plain file");
  return readFile(path);
}

const LARGEST_TEMPLATE = 20 * 1024 * 1024;

/** Reads a template as base64, for the bundle to judge. */
export async function readTemplate(path: string): Promise<string> {
  const bytes = await readPlainFile(path).catch((cause: unknown) => {
    throw new UsageFault(`Tệp mẫu “${path}”: cần một tệp Word .docx; không mở được. Hãy kiểm tra đường dẫn.`, {
      cause,
    });
  });
  if (bytes.length > LARGEST_TEMPLATE) {
    throw new UsageFault(`Tệp mẫu “${path}”: cần tệp không quá 20 MB; tệp này lớn hơn. Hãy bỏ bớt hình ảnh.`);
  }
  return bytes.toString("base64");
}

const LARGEST_LIST = 1024 * 1024;

/** Reads a list of names, one on each line. Blank lines are ignored. */
export async function readNames(path: string): Promise<readonly string[]> {
  const bytes = await readPlainFile(path).catch((cause: unknown) => {
    throw new UsageFault(`Tệp “${path}”: cần một tệp chữ, mỗi dòng một tên; không mở được. Hãy kiểm tra đường dẫn.`, {
      cause,
    });
  });
  if (bytes.length > LARGEST_LIST) {
    throw new UsageFault(`Tệp “${path}”: cần tệp chữ không quá 1 MB; tệp này lớn hơn. Hãy chọn tệp khác.`);
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    const message = `Tệp “${path}”: cần bảng mã UTF-8; thấy bảng mã khác. Hãy lưu lại dạng văn bản UTF-8.`;
    throw new UsageFault(message, { cause });
  }
  return text.split(/\r\n?|\n/).filter((line) => line.trim() !== "");
}

/** Reads the bytes of a Word file, for the layout checker to judge. */
export async function readDocx(path: string): Promise<Uint8Array> {
  return readPlainFile(path).catch((cause: unknown) => {
    throw new UsageFault(`Tệp “${path}”: cần một tệp Word .docx; không mở được. Hãy kiểm tra đường dẫn.`, { cause });
  });
}

/** Makes a folder and its parents, if they are missing. */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch((cause: unknown) => {
    throw new UsageFault(`Thư mục “${path}”: không tạo được: ${systemWords(cause)}. Hãy chọn một thư mục khác.`, {
      cause,
    });
  });
}

/** Writes a file through a temporary one beside it. Overwrites only if `overwrite`. */
export async function writeWhole(path: string, bytes: Uint8Array, overwrite: boolean): Promise<void> {
  const part = join(dirname(path), `.${randomUUID()}.part`);
  try {
    await writeFile(part, bytes, { flag: "wx" });
    if (overwrite) await rename(part, path);
    else await link(part, path);
  } catch (cause) {
    const code = systemCode(cause);
    if (code === "EEXIST") {
      throw new UsageFault(`Tệp “${path}” đã có; không ghi đè. Hãy chọn thư mục khác, hoặc thêm --force.`, { cause });
    }
    throw new UsageFault(
      `Tệp “${path}”: không ghi được: ${systemWords(cause)}. Hãy kiểm tra thư mục và chỗ trống của đĩa.`,
      { cause },
    );
  } finally {
    await rm(part, { force: true });
  }
}
