/**
 * Looks at a file's bytes before anything is unpacked: is it an .xlsx, whole, and of a sensible size?
 * Unpacks nothing.
 */
import { UnreadableFile } from "./errors.ts";

/** The largest file that is read, and the largest that it may unpack to, in bytes. */
export const LARGEST_FILE = 100 * 1024 * 1024;
export const LARGEST_UNPACKED = 300 * 1024 * 1024;

const ENTRY = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const FULL_32 = 0xffff_ffff;
const FULL_16 = 0xffff;

/** Throws {@link UnreadableFile} unless the bytes can be handed to an .xlsx reader. */
export function checkArchive(bytes: Uint8Array, file: string): void {
  if (bytes.length === 0) {
    throw new UnreadableFile(file, "tệp này rỗng (0 byte)", "hãy mở bản sao lưu gần nhất");
  }
  if (bytes.length > LARGEST_FILE) {
    throw new UnreadableFile(file, `tệp này lớn quá ${megabytes(LARGEST_FILE)}`, "hãy kiểm tra đã chọn đúng tệp");
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    if (includes(bytes, utf16("EncryptedPackage"))) {
      throw new UnreadableFile(
        file,
        "tệp này được đặt mật khẩu",
        "hãy mở nó bằng Excel, bỏ mật khẩu, lưu lại dạng .xlsx rồi thử lại",
      );
    }
    throw new UnreadableFile(
      file,
      "tệp này là dạng .xls cũ",
      "hãy chọn tệp .xlsx do chương trình này lưu (tệp .xls không giữ được sổ)",
    );
  }
  if (!startsWith(bytes, [0x50, 0x4b])) {
    throw new UnreadableFile(file, "tệp này không phải tệp .xlsx", "hãy kiểm tra đã chọn đúng tệp");
  }
  const entries = directory(bytes);
  if (entries === undefined) {
    throw new UnreadableFile(file, "tệp này bị cắt cụt hoặc hỏng", "hãy chép lại tệp hoặc mở bản sao lưu gần nhất");
  }
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (unpacked > LARGEST_UNPACKED || entries.some((entry) => entry.hidesSize)) {
    throw new UnreadableFile(
      file,
      `tệp này bung ra lớn quá ${megabytes(LARGEST_UNPACKED)}`,
      "đừng mở tệp không rõ nguồn gốc, hãy kiểm tra đã chọn đúng tệp",
    );
  }
  const names = new Set(entries.map((entry) => entry.name.replace(/^\//, "")));
  if (!names.has("[Content_Types].xml") || !names.has("xl/workbook.xml")) {
    throw new UnreadableFile(file, `tệp này ${kindOf(names)}`, "hãy kiểm tra đã chọn đúng tệp");
  }
}

type Entry = { readonly name: string; readonly size: number; readonly hidesSize: boolean };

function kindOf(names: ReadonlySet<string>): string {
  const has = (start: string) => [...names].some((name) => name.startsWith(start));
  if (has("word/")) return "là tài liệu Word";
  if (has("ppt/")) return "là bản trình chiếu PowerPoint";
  if (has("xl/")) return "là bảng tính dạng khác .xlsx";
  if (names.has("content.xml") && names.has("mimetype")) return "là tệp OpenDocument (.ods, .odt)";
  return "là tệp nén khác, không phải bảng tính";
}

/** Lists what the archive says that it holds, or nothing where it has no whole directory. */
function directory(bytes: Uint8Array): Entry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const decoder = new TextDecoder();
  const entries: Entry[] = [];
  let at = end.offset;
  for (let index = 0; index < end.entries; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return undefined;
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const commentLength = view.getUint16(at + 32, true);
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const streamed = (view.getUint16(at + 8, true) & 8) !== 0;
    // The reader unpacks without limit where the directory says 0 bytes: such an entry is refused.
    const hidesSize = size === 0 && (packed > 2 || (streamed && packed === 0 && !name.endsWith("/")));
    const actual = size === FULL_32 ? wideSize(view, at + 46 + nameLength, extraLength) : size;
    entries.push({ name, size: actual, hidesSize });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

function findEnd(view: DataView): { readonly offset: number; readonly entries: number } | undefined {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - FULL_16; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const entries = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    if (entries !== FULL_16 && offset !== FULL_32) return { offset, entries };
    // The wide form (ZIP64) keeps both in a record that the 20 bytes before this one point to.
    if (at < 20) return undefined;
    const record = Number(view.getBigUint64(at - 20 + 8, true));
    if (record + 56 > view.byteLength || view.getUint32(record, true) !== END_64) return undefined;
    return {
      offset: Number(view.getBigUint64(record + 48, true)),
      entries: Number(view.getBigUint64(record + 32, true)),
    };
  }
  return undefined;
}

/** The size in an entry's wide form; without one, more than is allowed. */
function wideSize(view: DataView, start: number, length: number): number {
  for (let at = start; at + 4 <= start + length && at + 12 <= view.byteLength; ) {
    if (view.getUint16(at, true) === 1) return Number(view.getBigUint64(at + 4, true));
    at += 4 + view.getUint16(at + 2, true);
  }
  return Number.POSITIVE_INFINITY;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function includes(bytes: Uint8Array, part: Buffer): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(part);
}

function utf16(text: string): Buffer {
  return Buffer.from(text, "utf16le");
}

function megabytes(size: number): string {
  return `${size / 1024 / 1024} MB`;
}
