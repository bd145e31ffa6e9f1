/** The files inside a .docx, unpacked one by one and never beyond a limit, whatever the archive says of itself. */
import { inflateRawSync } from "node:zlib";
import { systemCode, UsageFault } from "gas-offline/internals";

const LARGEST_FILE = 20 * 1024 * 1024;
const LARGEST_PART = 60 * 1024 * 1024;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/** Reads a file of the archive as text; nothing where it is not there. */
export type Archive = (path: string) => string | undefined;

/**
 * Opens the bytes of a .docx.
 * @throws UsageFault with one line for the person who chose the file.
 */
export function openArchive(bytes: Uint8Array, file: string): Archive {
  const refuse = (found: string, action: string, cause?: unknown) =>
    new UsageFault(`Tệp “${file}”: cần một tệp Word .docx; thấy ${found}. Hãy ${action}.`, { cause });
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = kindOf(buffer);
  if (kind !== undefined) throw refuse(kind, "mở tệp bằng Word rồi lưu lại dạng .docx");
  if (buffer.length > LARGEST_FILE) throw refuse("tệp lớn quá 20 MB", "bỏ bớt hình ảnh rồi thử lại");
  const entries = listEntries(buffer);
  if (!entries) throw refuse("tệp nén bị cắt cụt hoặc hỏng", "chép lại tệp rồi thử lại");
  if (!entries.has("word/document.xml")) {
    throw refuse("tệp nén khác, không có phần thân văn bản", "kiểm tra đã chọn đúng tệp");
  }
  return (path) => {
    const entry = entries.get(path);
    if (!entry) return undefined;
    try {
      return unpack(buffer, entry);
    } catch (cause) {
      if (systemCode(cause) === "ERR_BUFFER_TOO_LARGE")
        throw refuse("tệp bung ra lớn quá 60 MB", "kiểm tra nguồn gốc của tệp, đừng mở tệp lạ", cause);
      throw refuse(`phần ${path} bị hỏng`, "mở tệp bằng Word rồi lưu lại dạng .docx", cause);
    }
  };
}

function kindOf(buffer: Buffer): string | undefined {
  if (buffer.length === 0) return "tệp rỗng (0 byte)";
  const start = buffer.toString("latin1", 0, 4);
  if (start.startsWith("PK")) return undefined;
  if (start === "\u00d0\u00cf\u0011\u00e0") {
    const locked = buffer.includes(Buffer.from("EncryptedPackage", "utf16le"));
    return locked ? "tệp được đặt mật khẩu" : "tệp .doc đời cũ";
  }
  return start === "%PDF" ? "tệp PDF" : "tệp loại khác";
}

type Entry = { readonly offset: number; readonly packed: number; readonly method: number };

function listEntries(buffer: Buffer): ReadonlyMap<string, Entry> | undefined {
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > buffer.length || buffer.readUInt32LE(end) !== END) return undefined;
  const entries = new Map<string, Entry>();
  let at = buffer.readUInt32LE(end + 16);
  for (let index = 0; index < buffer.readUInt16LE(end + 10); index++) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== ENTRY) return undefined;
    const nameLength = buffer.readUInt16LE(at + 28);
    const name = buffer.toString("utf8", at + 46, at + 46 + nameLength);
    entries.set(name.replace(/^\//, ""), {
      offset: buffer.readUInt32LE(at + 42),
      packed: buffer.readUInt32LE(at + 20),
      method: buffer.readUInt16LE(at + 10),
    });
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return entries;
}

function unpack(buffer: Buffer, { offset, packed, method }: Entry): string {
  if (buffer.readUInt32LE(offset) !== LOCAL) throw new Error("No local header");
  const start = offset + 30 + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28);
  const data = buffer.subarray(start, start + packed);
  if (method === 0) return data.toString("utf8");
  return inflateRawSync(data, { maxOutputLength: LARGEST_PART }).toString("utf8");
}
