/**
 * Looks at a file's bytes before anything is unpacked: is it an .xlsx, whole, and of a sensible size?
 * Unpacks nothing.
 */
import { fileKind, zipEntries } from "zip-file";
import { UnreadableFile } from "./errors.ts";

/** The largest file that is read, and the largest that it may unpack to, in bytes. */
export const LARGEST_FILE = 100 * 1024 * 1024;
export const LARGEST_UNPACKED = 300 * 1024 * 1024;

/** Throws {@link UnreadableFile} unless the bytes can be handed to an .xlsx reader. */
export function checkArchive(bytes: Uint8Array, file: string): void {
  const kind = fileKind(bytes);
  if (kind === "empty") {
    throw new UnreadableFile(file, "tệp này rỗng (0 byte)", "hãy mở bản sao lưu gần nhất");
  }
  if (bytes.length > LARGEST_FILE) {
    throw new UnreadableFile(file, `tệp này lớn quá ${megabytes(LARGEST_FILE)}`, "hãy kiểm tra đã chọn đúng tệp");
  }
  if (kind === "locked office") {
    throw new UnreadableFile(
      file,
      "tệp này được đặt mật khẩu",
      "hãy mở nó bằng Excel, bỏ mật khẩu, lưu lại dạng .xlsx rồi thử lại",
    );
  }
  if (kind === "old office") {
    throw new UnreadableFile(
      file,
      "tệp này là dạng .xls cũ",
      "hãy chọn tệp .xlsx do chương trình này lưu (tệp .xls không giữ được sổ)",
    );
  }
  if (kind !== "zip") {
    throw new UnreadableFile(file, "tệp này không phải tệp .xlsx", "hãy kiểm tra đã chọn đúng tệp");
  }
  const entries = zipEntries(bytes);
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
    throw new UnreadableFile(file, `tệp này ${contentsOf(names)}`, "hãy kiểm tra đã chọn đúng tệp");
  }
}

function contentsOf(names: ReadonlySet<string>): string {
  const has = (start: string) => [...names].some((name) => name.startsWith(start));
  if (has("word/")) return "là tài liệu Word";
  if (has("ppt/")) return "là bản trình chiếu PowerPoint";
  if (has("xl/")) return "là bảng tính dạng khác .xlsx";
  if (names.has("content.xml") && names.has("mimetype")) return "là tệp OpenDocument (.ods, .odt)";
  return "là tệp nén khác, không phải bảng tính";
}

function megabytes(size: number): string {
  return `${size / 1024 / 1024} MB`;
}
