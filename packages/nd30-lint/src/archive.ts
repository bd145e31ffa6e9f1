/** The files inside a .docx, unpacked one by one and never beyond a limit, whatever the archive says of itself. */
import { inflateRawSync } from "node:zlib";
import {
  contentTypes,
  type FileKind,
  fileKind,
  mainPart,
  withUsualPrefixes,
  xmlText,
  type ZipEntry,
  zipEntries,
} from "zip-file";

const LARGEST_FILE = 20 * 1024 * 1024;
const LARGEST_PART = 60 * 1024 * 1024;

const LOCAL = 0x04034b50;

/** What is no Word file, or a damaged one: one line for the person who chose it. */
export class NoWordFile extends Error {
  override readonly name = "NoWordFile";
}

/** A Word file: the part that holds its text, and how to read a part; undefined if there is none. */
export type Archive = { readonly body: string; readonly read: (path: string) => string | undefined };

const MAIN_TYPE = /wordprocessingml\.(?:document|template)\.main\+xml$|ms-word\.(?:document|template)\.macroEnabled/;

/**
 * Opens the bytes of a .docx.
 * @throws NoWordFile with one line for the person who chose the file.
 */
export function openArchive(bytes: Uint8Array, file: string): Archive {
  const refuse = (found: string, action: string, cause?: unknown) =>
    new NoWordFile(`Tệp “${file}”: cần một tệp Word .docx; thấy ${found}. Hãy ${action}.`, { cause });
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = fileKind(buffer);
  if (kind !== "zip") throw refuse(WORDS[kind], "mở tệp bằng Word rồi lưu lại dạng .docx");
  if (buffer.length > LARGEST_FILE) throw refuse("tệp lớn quá 20 MB", "bỏ bớt hình ảnh rồi thử lại");
  const listed = zipEntries(buffer);
  if (!listed) throw refuse("tệp nén bị cắt cụt hoặc hỏng", "chép lại tệp rồi thử lại");
  const entries = new Map(listed.map((entry) => [entry.name.replace(/^\//, ""), entry]));
  const read = (path: string) => {
    const entry = entries.get(path);
    if (!entry) return undefined;
    try {
      return unpack(buffer, entry);
    } catch (cause) {
      if (cause instanceof RangeError && "code" in cause && cause.code === "ERR_BUFFER_TOO_LARGE")
        throw refuse("tệp bung ra lớn quá 60 MB", "kiểm tra nguồn gốc của tệp, đừng mở tệp lạ", cause);
      throw refuse(`phần ${path} bị hỏng`, "mở tệp bằng Word rồi lưu lại dạng .docx", cause);
    }
  };
  const named = mainPart(read("_rels/.rels") ?? "");
  const typed = [...contentTypes(read("[Content_Types].xml") ?? "")].find(([, type]) => MAIN_TYPE.test(type))?.[0];
  const body = [named, typed, "word/document.xml"].find((path) => path?.startsWith("word/") && entries.has(path));
  if (body === undefined) throw refuse("tệp nén khác, không có phần thân văn bản", "kiểm tra đã chọn đúng tệp");
  return { body, read };
}

/** Says what a file is that is no zip. */
const WORDS: Readonly<Record<Exclude<FileKind, "zip">, string>> = {
  empty: "tệp rỗng (0 byte)",
  "locked office": "tệp được đặt mật khẩu",
  "old office": "tệp .doc đời cũ",
  pdf: "tệp PDF",
  picture: "tệp hình ảnh",
  other: "tệp loại khác",
};

function unpack(buffer: Buffer, { offset, packed, method }: ZipEntry): string {
  if (buffer.readUInt32LE(offset) !== LOCAL) throw new Error("No local header");
  const start = offset + 30 + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28);
  const data = buffer.subarray(start, start + packed);
  const bytes = method === 0 ? data : inflateRawSync(data, { maxOutputLength: LARGEST_PART });
  return withUsualPrefixes(xmlText(bytes, () => bytes.toString("utf8")));
}
