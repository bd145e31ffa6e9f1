/**
 * What can go wrong with a workbook's file, each as one line for a person to read.
 * Must not let the library's own messages or a stack reach that person.
 */

/** A file that cannot be opened as a workbook. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";

  constructor(file: string, found: string, action: string, options?: ErrorOptions) {
    super(
      `Không mở được “${oneLine(file)}”: cần tệp .xlsx do chương trình này lưu, nhưng ${oneLine(found)}; ${oneLine(action)}.`,
      options,
    );
  }
}

/** A file that a workbook cannot be saved to. */
export class UnwritableFile extends Error {
  override readonly name = "UnwritableFile";

  constructor(file: string, found: string, action: string, options?: ErrorOptions) {
    super(`Không lưu được vào “${oneLine(file)}”: ${oneLine(found)}; ${oneLine(action)}.`, options);
  }
}

/** Returns the system's code of a failure (`ENOENT`, `EACCES` …). Undefined for other failures. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

const SYSTEM_WORDS: Readonly<Record<string, string>> = {
  ENOENT: "không có thư mục hoặc tệp này",
  ENOTDIR: "trong đường dẫn có chỗ không phải thư mục",
  EISDIR: "đây là một thư mục",
  EEXIST: "đã có tệp mang tên này",
  EACCES: "không được phép",
  EPERM: "không được phép",
  EROFS: "ổ đĩa chỉ cho đọc",
  EBUSY: "tệp đang mở trong chương trình khác",
  ETXTBSY: "tệp đang mở trong chương trình khác",
  ENOSPC: "ổ đĩa đã đầy",
  EDQUOT: "ổ đĩa đã đầy",
  ENAMETOOLONG: "tên tệp hoặc đường dẫn dài quá",
  ELOOP: "liên kết quay vòng",
  EMFILE: "máy đang mở quá nhiều tệp",
  EADDRINUSE: "đang có chương trình khác dùng",
  EADDRNOTAVAIL: "máy không có địa chỉ này",
};

/** Says in words what the system's code of a failure means; “ổ đĩa báo lỗi” for one that is not known. */
export function systemWords(error: unknown, unknown = "ổ đĩa báo lỗi"): string {
  return SYSTEM_WORDS[systemCode(error) ?? ""] ?? unknown;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
